import assert from 'node:assert/strict';
import { initialInputs } from '../../../dev/local-teams/card-actions.js';
import { cardText } from '../../../dev/local-teams/card-text.js';
import { da } from '../../../src/text/messages.js';
import { SECRETARY, ULLA } from '../../conversation/a-bot.js';
import { aDepartmentId, aRoundId } from '../../support/builders.js';
import {
  type ABotOnHttp,
  aBotOnHttp,
  aMessage,
  aPress,
  cardsIn,
  DEPARTMENT_CHANNEL,
  inChannel,
  type Raw,
  SECRETARIAT_CHANNEL,
  sender,
} from './a-bot-on-http.js';

const PRESSED = '1700000000001';
const THREAD = `${DEPARTMENT_CHANNEL};messageid=${PRESSED}`;
const AT = `/v3/conversations/${THREAD}/activities/${PRESSED}`;
const WRITTEN = { roundId: aRoundId(), departmentId: aDepartmentId(), nonce: 'n1', written: 'Vi ringer først.' };
const DISMISS = { verb: 'written.dismiss', ...WRITTEN };
const ASK = { verb: 'written.ask', ...WRITTEN };
const HERE = { from: sender(ULLA), conversation: inChannel(DEPARTMENT_CHANNEL, PRESSED), replyToId: PRESSED };

const executed = (data: Raw, changes: Raw = {}) =>
  aPress(data, { ...HERE, value: { action: { type: 'Action.Execute', data }, trigger: 'manual' }, ...changes });
const submitted = (data: Raw, changes: Raw = {}) => {
  const { entities: _entities, ...message } = aMessage(undefined);
  return { ...message, ...HERE, value: data, ...changes };
};

describe('a press that changes its message for everyone', () => {
  let bot: ABotOnHttp;
  beforeEach(async () => {
    bot = await aBotOnHttp();
  });
  afterEach(async () => bot.stop());

  const calls = () => bot.connector.sent.map(({ method, path }) => [method, path]);
  const headings = () => bot.connector.sent.flatMap(({ activity }) => cardsIn(activity).map((card) => cardText(card)));

  it('is answered first, and then the message is taken away', async () => {
    let answered = (): void => undefined;
    const isAnswered = new Promise<void>((resolve) => {
      answered = resolve;
    });
    bot.connector.respond = async () => {
      await isAnswered;
      return undefined;
    };
    const next = bot.connector.next();
    const { status, body } = await bot.post(executed(DISMISS));
    assert.equal(status, 200);
    assert.ok(JSON.stringify(body).includes(da.written.dismissed().heading));
    answered();
    await next;
    assert.deepEqual(calls(), [['DELETE', AT]]);
  });

  it('leaves nothing to do where somebody has taken the message away already', async () => {
    bot.connector.respond = () => ({ status: 404, body: { error: { code: 'ActivityNotFoundInConversation' } } });
    const next = bot.connector.next();
    await bot.post(executed(DISMISS));
    await next;
    await bot.stop();
    assert.deepEqual([calls().length, bot.log.entries.filter(({ level }) => level === 'warn')], [1, []]);
  });

  it('shows everyone a minimal card where Teams does not take the message away', async () => {
    bot.connector.respond = ({ method }) => (method === 'DELETE' ? { status: 403 } : undefined);
    const deleted = bot.connector.next();
    await bot.post(executed(DISMISS));
    await deleted;
    await bot.connector.next();
    assert.deepEqual(calls(), [
      ['DELETE', AT],
      ['PUT', AT],
    ]);
    const { heading, text } = da.written.dismissed();
    assert.deepEqual(headings(), [`${heading}\n${text}`]);
    assert.ok(bot.log.entries.some(({ event }) => event === 'a pressed card was not taken away'));
  });

  it('leaves the message as it was where Teams does neither, and the log says so', async () => {
    bot.connector.respond = () => ({ status: 403 });
    const deleted = bot.connector.next();
    const { status } = await bot.post(executed(DISMISS));
    await deleted;
    await bot.connector.next();
    await bot.stop();
    assert.equal(status, 200);
    assert.ok(bot.log.entries.some(({ event }) => event === 'a pressed card was not changed for everyone'));
  });

  it('shows everyone the receipt in the place of a message that has become a question', async () => {
    const next = bot.connector.next();
    await bot.post(executed(ASK));
    await next;
    assert.deepEqual(calls(), [['PUT', AT]]);
    assert.ok(headings()[0]?.startsWith(da.written.asked().heading));
  });

  it('changes nothing where the client does not say which message it is', async () => {
    const { body, sent } = await bot.post(executed(DISMISS, { replyToId: undefined }));
    assert.ok(JSON.stringify(body).includes(da.written.dismissed().heading));
    assert.deepEqual(sent, []);
  });

  describe('from a client that sends Action.Submit', () => {
    it('takes the message away', async () => {
      const { sent } = await bot.post(submitted(DISMISS));
      assert.deepEqual(
        sent.map(({ method, path }) => [method, path]),
        [['DELETE', AT]],
      );
    });

    it('shows a minimal card where Teams does not take it away', async () => {
      bot.connector.respond = ({ method }) => (method === 'DELETE' ? { status: 500 } : undefined);
      const { sent } = await bot.post(submitted(DISMISS));
      assert.deepEqual(
        sent.map(({ method }) => method),
        ['DELETE', 'PUT'],
      );
    });

    it('sends a minimal card where it does not say which message it is', async () => {
      const { read } = await bot.post(submitted(DISMISS, { replyToId: undefined }));
      assert.ok(read[0]?.startsWith(da.written.dismissed().heading), read[0]);
    });
  });
});

describe('a form that somebody else has opened, from a client that sends Action.Submit', () => {
  it('is not drawn over: the answer is a message below it', async () => {
    const bot = await aBotOnHttp();
    const data = { roundId: aRoundId(), openedBy: ULLA.id, nonce: 'n1' };
    const there = { from: sender(SECRETARY), conversation: inChannel(SECRETARIAT_CHANNEL, '1'), replyToId: PRESSED };
    for (const verb of ['message.close', 'round.change', 'round.open-deadline']) {
      const { sent } = await bot.post(submitted({ verb, ...data }, there));
      assert.deepEqual(
        sent.map(({ method }) => method),
        ['POST'],
        verb,
      );
    }
    await bot.stop();
  });
});

describe('a form that is kept in its own message', () => {
  const FORM = `${SECRETARIAT_CHANNEL};messageid=${PRESSED}`;
  const typed = { title: 'Halvfærdig', introduction: 'Byrådet har bedt om' };
  const HERE_TOO = {
    from: sender(SECRETARY),
    conversation: inChannel(SECRETARIAT_CHANNEL, PRESSED),
    replyToId: PRESSED,
  };
  const keep = (data: Raw = {}) => ({ verb: 'round.keep-form', ...typed, ...data });
  let bot: ABotOnHttp;
  beforeEach(async () => {
    bot = await aBotOnHttp();
  });
  afterEach(async () => bot.stop());

  const kept = () => bot.connector.sent.flatMap(({ activity }) => cardsIn(activity).map((card) => initialInputs(card)));

  for (const [way, send] of [
    ['Action.Execute', executed],
    ['Action.Submit', submitted],
  ] as const) {
    it(`is there for everyone with what is typed so far, by ${way}`, async () => {
      await bot.post(send(keep(), HERE_TOO));
      assert.deepEqual(
        bot.connector.sent.map(({ method, path }) => [method, path]),
        [['PUT', `/v3/conversations/${FORM}/activities/${PRESSED}`]],
      );
      const [fields] = kept();
      assert.deepEqual([fields?.['title'], fields?.['introduction']], [typed.title, typed.introduction]);
    });

    it(`is not said to be kept before it is, by ${way}`, async () => {
      bot.connector.respond = ({ method }) => (method === 'PUT' ? { status: 500 } : undefined);
      const { body, sent } = await bot.post(send(keep(), HERE_TOO));
      const told = JSON.stringify([body, sent.slice(1)]);
      assert.ok(told.includes(da.notices.notStored().heading) && !told.includes(da.planning.formKept), told);
    });
  }

  for (const [way, send] of [
    ['Action.Execute', executed],
    ['Action.Submit', submitted],
  ] as const) {
    it(`is a message below where the client does not say which message it is, by ${way}`, async () => {
      await bot.post(send(keep(), { ...HERE_TOO, replyToId: undefined }));
      assert.deepEqual(
        bot.connector.sent.map(({ method }) => method),
        ['POST'],
      );
      assert.equal(kept()[0]?.['title'], typed.title);
    });
  }

  it('is not kept with a CPR number, which everyone would see', async () => {
    const { body, sent } = await bot.post(executed(keep({ introduction: 'Borgeren 010203-1234' }), HERE_TOO));
    assert.deepEqual(sent, []);
    assert.ok(JSON.stringify(body).includes(da.planning.problemsHeading));
  });
});
