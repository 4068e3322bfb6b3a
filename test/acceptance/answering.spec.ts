import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { withNewId } from '../../dev/local-teams/activities.js';
import type { Card } from '../../dev/local-teams/card-actions.js';
import type { Person } from '../../dev/local-teams/directory.js';
import type { PressOptions } from '../../dev/local-teams/pressing.js';
import type { WireActivity } from '../../dev/local-teams/traffic.js';
import { createTableRoundIndex } from '../../src/adapters/table/round-index.js';
import { createTableRoundStore } from '../../src/adapters/table/round-store.js';
import { AZURITE_START_MS, azurite } from '../support/azurite.js';
import { type FaultProxy, isOfOutbox, isWrite, startFaultProxy } from '../support/fault-proxy.js';
import { newestOfBot, type OpenRound, openRound, read } from '../support/open-round.js';
import { type Stage, setStage } from '../support/stage.js';

const TEXT = 'Vi har lært, at borgerne skal have besked med det samme.';

describe('answering a request card', () => {
  let stage: Stage;
  let round: OpenRound;
  let storage: FaultProxy;

  before(async function () {
    this.timeout(AZURITE_START_MS);
    storage = await startFaultProxy(await azurite());
  });
  after(async () => storage.close());

  beforeEach(async () => {
    stage = await setStage({ connectionString: storage.connectionString });
    round = await openRound(stage.teams, ['Socialområdet', 'Skoleområdet']);
  });
  afterEach(async () => {
    storage.reset();
    await storage.release();
    await stage.stop();
  });

  /** Answers nothing that the outbox asks, so that it goes no further. */
  async function holdOutbox(): Promise<void> {
    await stage.idle();
    storage.inject('hang', { on: isOfOutbox, times: Number.MAX_SAFE_INTEGER });
  }

  function asked(index: number) {
    const department = round.asked[index];
    if (department === undefined) throw new Error(`no department ${index}`);
    return department;
  }

  async function send(index: number, reply: string, options: Pick<PressOptions, 'as' | 'redeliveries'> = {}) {
    const { head, request } = asked(index);
    return stage.teams.press(head, request, 'Send svar', { reply }, options);
  }

  /** How many versions of a department's reply are in the store. */
  async function storedVersions(index: number): Promise<number> {
    const [entry] = await createTableRoundIndex(stage.table).list();
    ok(entry);
    const rounds = createTableRoundStore(stage.table);
    const department = (await rounds.readOverview(entry.roundId))?.departments[index];
    ok(department);
    return (await rounds.readVersions(entry.roundId, department.department.id)).length;
  }

  /** The activity of the newest press, as the bot got it. */
  function newestPress(): WireActivity {
    const press = stage.teams.traffic.findLast(
      ({ direction, activity }) => direction === 'to bot' && activity?.type === 'invoke',
    );
    ok(press?.activity);
    return press.activity;
  }

  async function deliverAgain(activity: WireActivity): Promise<unknown> {
    const response = await fetch(stage.endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
    equal(response.status, 200);
    const { value } = (await response.json()) as { value?: unknown };
    return value;
  }

  for (const [where, isCold, methods] of [
    ['one storage request before its response where this process wrote the department last', false, ['POST']],
    ['two where it did not', true, ['GET', 'POST']],
  ] as const) {
    it(`costs ${where}, and no call to Teams`, async () => {
      if (isCold) await stage.restart();
      await holdOutbox();
      const [requests, exchanges] = [storage.requests.length, stage.teams.traffic.length];
      const { card } = await send(0, TEXT);
      match(read(card), /^Svaret er modtaget/u);
      const made = storage.requests.slice(requests).filter((request) => !isOfOutbox(request));
      deepEqual(
        made.map(({ method }) => method),
        methods,
      );
      deepEqual(
        stage.teams.traffic.slice(exchanges).map(({ direction }) => direction),
        ['to bot'],
      );
    });
  }

  it('shows the stored text, who sent it and when, to the whole channel', async () => {
    await send(0, `${TEXT}\n\n- Vi ringer.\n- Vi skriver.`);
    const { request, head } = asked(0);
    await stage.teams.until(() => request.edits > 0, 'the receipt for everyone');
    const shown = read(request.card);
    for (const expected of ['Svaret er modtaget', head.name, TEXT, '•  Vi ringer.'])
      ok(shown.includes(expected), expected);
    match(shown, /den \d{1,2}\. [a-z]+ \d{4} kl\. \d{1,2}\.\d{2}/u);
  });

  it('takes an answer from a client that only knows Action.Submit', async () => {
    const { status, toast } = await send(0, TEXT, { as: 'submit' });
    deepEqual([status, toast], [200, undefined]);
    const { request } = asked(0);
    await stage.teams.until(() => read(request.card).startsWith('Svaret er modtaget'), 'the receipt');
    ok(read(request.card).includes(TEXT));
  });

  for (const [what, reply, sentence] of [
    ['nothing', '', /Feltet er tomt/u],
    ['white space', ' \u00A0\n\t ', /Feltet er tomt/u],
    ['text without a word', '?!  ...  12', /ingen ord i svaret/u],
    ['one character too many', 'ord '.repeat(2_500).concat('o'), /må højst være på 10\.000/u],
  ] as const) {
    for (const as of ['execute', 'submit'] as const) {
      it(`says what is wrong with ${what}, with the text still there (${as})`, async () => {
        await holdOutbox();
        const requests = storage.requests.length;
        await send(0, reply, { as });
        const { head, request } = asked(0);
        await stage.teams.until(() => sentence.test(read(stage.teams.cardSeenBy(head, request))), 'the sentence');
        equal(stage.teams.inputsSeenBy(head, request)['reply'], reply);
        const made = storage.requests.slice(requests).filter((request) => !isOfOutbox(request));
        equal(made.filter(isWrite).length, 0);
      });
    }
  }

  it('leaves a text that no card can hold in the field, and says so', async () => {
    const reply = 'ord '.repeat(15_000);
    const { toast } = await send(0, reply);
    match(toast ?? '', /Teksten er for lang/u);
    const { head, request } = asked(0);
    equal(stage.teams.inputsSeenBy(head, request)['reply'], reply);
  });

  it('takes a sentence along with Ingen bemærkninger', async () => {
    const { head, request } = asked(0);
    const { card } = await stage.teams.press(head, request, 'Ingen bemærkninger', { reply: TEXT });
    match(read(card), /^Svaret er modtaget/u);
    ok(read(card).includes(`Ingen bemærkninger\n${TEXT}`));
  });

  it('does not take Ingen bemærkninger for an answer while there is a long text in the field', async () => {
    const { head, request } = asked(0);
    const reply = 'Vi har lært meget. '.repeat(20);
    const { card } = await stage.teams.press(head, request, 'Ingen bemærkninger', { reply });
    match(read(card), /teksten er på over 300 tegn/u);
    equal(stage.teams.inputsSeenBy(head, request)['reply'], reply);
    equal(await storedVersions(0), 0);
  });

  it('keeps a draft for the whole channel, to be gone on with by someone else', async () => {
    const { head, request } = asked(0);
    const saved = await stage.teams.press(head, request, 'Gem kladde', { reply: 'Vi er i gang' });
    match(read(saved.card), /Kladde, ikke sendt: Mette Holm/u);
    await stage.teams.until(() => read(request.card).includes('Kladde, ikke sendt'), 'the draft for everyone');
    const colleague = stage.teams.addPerson('Bo Lind');
    equal(stage.teams.inputsSeenBy(colleague, request)['reply'], 'Vi er i gang');
    const { card } = await stage.teams.press(colleague, request, 'Send svar', { reply: 'Vi er i mål.' });
    match(read(card), /^Svaret er modtaget\nBo Lind/u);
    ok(!read(card).includes('kladde'));
  });

  it('stops a CPR number, and takes it when someone says why it must stay', async () => {
    const reply = `${TEXT} Det gælder 311299-4321.`;
    const { card } = await send(0, reply);
    match(read(card), /Der står et CPR-nummer i svaret/u);
    const { head, request } = asked(0);
    equal(stage.teams.inputsSeenBy(head, request)['reply'], reply);
    const unexplained = await stage.teams.press(head, request, 'Send alligevel', {});
    match(read(unexplained.card), /Skriv, hvorfor CPR-nummeret skal blive stående/u);
    const kept = await stage.teams.press(head, request, 'Send alligevel', { reason: 'Det er en testborger.' });
    match(read(kept.card), /^Svaret er modtaget/u);
    ok(!stage.log.join('').includes('4321'));
  });

  it('does not show the channel a CPR number that came from a client without Action.Execute', async () => {
    await send(0, `${TEXT} Det gælder 311299-4321.`, { as: 'submit' });
    const { request } = asked(0);
    const said = await stage.teams.until(() => request.thread.messages[1], 'what the bot says');
    match(read(said.card), /CPR-nummer i feltet/u);
    equal(request.edits, 0);
  });

  it('lets the department correct its answer, which becomes version 2', async () => {
    await send(0, TEXT);
    const { head, request } = asked(0);
    await stage.teams.until(() => request.edits > 0, 'the receipt for everyone');
    const edited = await stage.teams.press(head, request, 'Ret svar');
    equal(stage.teams.inputsSeenBy(head, request)['reply'], TEXT);
    match(read(edited.card), /Indtil da gælder det nuværende/u);
    const { card } = await send(0, `${TEXT} Og hurtigt.`);
    match(read(card), /Rettet svar, version 2/u);
  });

  it('shows the department its versions, and what changed from one to the next', async () => {
    await send(0, 'Vi har lært noget.');
    const { head, channel, request } = asked(0);
    await stage.teams.until(() => request.edits > 0, 'the receipt for everyone');
    await stage.teams.press(head, request, 'Ret svar');
    await send(0, 'Vi har lært meget.');
    const { message } = await stage.teams.write(head, channel, '@Notatbot versioner');
    const { card } = await stage.teams.until(() => message.thread.messages[1], 'the versions');
    const shown = read(card);
    match(
      shown,
      /Version 2: Mette Holm[\s\S]*Vi har lært nogetmeget\.[\s\S]*Version 1: Mette Holm[\s\S]*Vi har lært noget\./u,
    );
    const runs = JSON.stringify(card);
    match(runs, /"text":"noget","underline":false,"strikethrough":true/u);
    match(runs, /"text":"meget","underline":true,"strikethrough":false/u);
  });

  it('is not overwritten by someone whose card is older', async () => {
    const colleague = stage.teams.addPerson('Bo Lind');
    const { request } = asked(0);
    await send(0, TEXT);
    const stale = await stage.teams
      .press(colleague, request, { verb: 'reply.send' }, { reply: 'Noget andet.' })
      .catch((error: Error) => error.message);
    // Once the card has been updated for everyone there is no field to answer in; before that, the bot says no.
    if (typeof stale === 'string') match(stale, /no (action|field)/u);
    else match(read(stale.card), /har svaret for fagområdet/u);
    equal(await storedVersions(0), 1);
  });

  for (const [how, redeliveries] of [
    ['with the same id', { sameId: 9 }],
    ['with new ids', { newId: 9 }],
    ['with both', { sameId: 4, newId: 5 }],
  ] as const) {
    it(`is one version when the same press is delivered ten times at once, ${how}`, async () => {
      const { card, redelivered } = await send(0, TEXT, { redeliveries });
      match(read(card), /^Svaret er modtaget/u);
      deepEqual(
        redelivered.map(({ status }) => status),
        Array.from({ length: 9 }, () => 200),
      );
      for (const { body } of redelivered) {
        match(read((body as { value?: Card }).value), /^Svaret er modtaget/u);
      }
      equal(await storedVersions(0), 1);
    });
  }

  it('is one version when the same press is delivered ten times, with the bot restarted in between', async () => {
    await send(0, TEXT);
    const first = newestPress();
    for (let delivery = 2; delivery <= 10; delivery += 1) {
      if (delivery % 3 === 2) await stage.restart();
      const again = delivery % 2 === 0 ? first : withNewId(first);
      match(read((await deliverAgain(again)) as Card), /^Svaret er modtaget/u);
    }
    equal(await storedVersions(0), 1);
  });

  it('does not come back when its press is delivered once more after a correction', async () => {
    await send(0, TEXT);
    const first = newestPress();
    const { head, request } = asked(0);
    await stage.teams.until(() => request.edits > 0, 'the receipt for everyone');
    await stage.teams.press(head, request, 'Ret svar');
    await send(0, `${TEXT} Og hurtigt.`);
    const answer = read((await deliverAgain(withNewId(first))) as Card);
    ok(answer.includes('Og hurtigt.'), answer);
    equal(await storedVersions(0), 2);
  });

  for (const nth of [1, 2]) {
    it(`counts as stored, once, when only the storage’s answer to request ${nth} was lost`, async () => {
      await stage.restart();
      await holdOutbox();
      storage.inject('drop response', { nth });
      const { card } = await send(0, TEXT);
      match(read(card), /^Svaret er modtaget/u);
      ok(storage.requests.some(({ status }) => status === undefined));
      equal(await storedVersions(0), 1);
    });
  }

  it('is not confirmed while the storage is down, and the text stays in the field', async () => {
    storage.inject({ status: 503 }, { times: 1_000 });
    const { toast, card } = await send(0, TEXT);
    match(toast ?? '', /er ikke gemt/u);
    match(read(card), /Jeres svar/u);
    const { head, request } = asked(0);
    equal(stage.teams.inputsSeenBy(head, request)['reply'], TEXT);
    storage.reset();
    match(read((await send(0, TEXT)).card), /^Svaret er modtaget/u);
  });

  it('counts for the department whose channel it comes from, whatever the card’s data says', async () => {
    const { request } = asked(0);
    const copied = JSON.parse(JSON.stringify(request.card)) as object;
    const { status, toast } = await pressCopied(copied, 1);
    equal(status, 200);
    match(toast ?? '', /hører ikke til her/u);
  });

  /** Presses a button of one department's card as if it had been copied into another's channel. */
  async function pressCopied(card: object, index: number) {
    const { head, request } = asked(index);
    const { conversationId } = request.thread;
    const data = /"data":(\{[^}]*"verb":"reply\.send"[^}]*\})/u.exec(JSON.stringify(card))?.[1] ?? '{}';
    const response = await fetch(stage.endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ...anActivityOf(head, conversationId),
        type: 'invoke',
        id: 'copied',
        name: 'adaptiveCard/action',
        replyToId: request.id,
        value: { action: { type: 'Action.Execute', verb: 'reply.send', data: { ...JSON.parse(data), reply: TEXT } } },
      }),
    });
    const body = (await response.json()) as { value?: string };
    return { status: response.status, toast: body.value };
  }

  /** What the secretary has sent last, without its text, as if this person had sent it in this thread. */
  function anActivityOf({ id, name, aadObjectId }: Person, conversationId: string): object {
    const sent = stage.teams.traffic.findLast(({ direction }) => direction === 'to bot')?.activity;
    const { text: _text, entities: _entities, ...rest } = { ...sent };
    return { ...rest, from: { id, name, aadObjectId }, conversation: { ...rest.conversation, id: conversationId } };
  }

  it('asks nobody twice: the request is one thread in each channel', () => {
    for (const { channel, request } of round.asked) {
      equal(newestOfBot(stage.teams, channel), request);
      equal(stage.teams.threads(channel).filter(({ messages }) => messages[0]?.from === 'bot').length, 1);
    }
  });
});
