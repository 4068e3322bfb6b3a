import assert from 'node:assert/strict';
import { cardText } from '../../dev/local-teams/card-text.js';
import type { Card } from '../../src/cards/render.js';
import { statusCard } from '../../src/cards/round/status-card.js';
import type { Answer } from '../../src/conversation/answer.js';
import { presentMessage } from '../../src/conversation/present-message.js';
import { operationId } from '../../src/domain/ids.js';
import { type Delivery, NEVER, notatDeliveryId, troubleOf } from '../../src/domain/work/delivery.js';
import type { Trouble } from '../../src/domain/work/trouble.js';
import { da } from '../../src/text/messages.js';
import {
  aDelivery,
  aDepartment,
  aNotatId,
  anAddress,
  anOverview,
  aRound,
  aRoundDepartment,
  aRoundId,
  aSecretariat,
  aTrace,
} from '../support/builders.js';
import { type ABot, aBot, assertNotice, readAnswer, SECRETARIAT, SECRETARY } from './a-bot.js';

const { trouble: words } = da;
const IN_DOUBT = { state: 'uncertain', dueAt: NEVER, lastFailure: 'ECONNRESET' } as const;
const REQUEST = aDelivery(IN_DOUBT);
const NOTAT = aDelivery({
  ...IN_DOUBT,
  id: notatDeliveryId(aNotatId()),
  task: { kind: 'post notat', notatId: aNotatId() },
});
const THERE = { by: SECRETARY, at: SECRETARIAT };

function assertSays(answer: Answer, ...sentences: readonly string[]): void {
  const shown = readAnswer(answer);
  for (const sentence of sentences) assert.ok(shown.includes(sentence), `“${sentence}” is not in:\n${shown}`);
}

describe('what has not arrived in a department’s channel', () => {
  let bot: ABot;
  let card: Card;

  beforeEach(async () => {
    bot = await aBot();
    await put(bot, REQUEST);
    await bot.change({ trouble: troubleOf(REQUEST) });
    card = await bot.followUp();
  });

  it('is sent again, and the card says so and tells no more of it', async () => {
    const answer = await bot.press(card, 'delivery.send-again', THERE);
    assertSays(answer, words.sentAgain, aDepartment().name);
    assert.ok(!readAnswer(answer).includes(words.short({ fate: 'uncertain', what: 'post request', word: '' })));
  });

  it('is sent once by a press that comes twice, and answered twice', async () => {
    for (const activityId of ['f:1', 'f:2']) {
      assertSays(await bot.press(card, 'delivery.send-again', { ...THERE, activityId }), words.sentAgain);
    }
    const lines = await bot.stores.rounds.readAudit(aRoundId());
    assert.equal(lines.filter(({ act }) => act === 'sent again').length, 1);
  });

  it('is noted as arrived', async () => {
    assertSays(await bot.press(card, 'delivery.arrived', THERE), words.markedArrived);
  });

  it('is told to be nothing, on a card that is older than that', async () => {
    const another = await bot.followUp();
    await bot.press(card, 'delivery.arrived', THERE);
    assertSays(await bot.press(another, 'delivery.arrived', THERE), words.nothingInDoubt);
    assertSays(await bot.press(another, 'delivery.send-again', THERE), words.nothingToSend);
  });

  it('is only for the secretariat’s channel, and for rounds of its own tenant', async () => {
    const neighbour = anAddress({ tenantId: 'en-anden' }, 'deres-sekretariat');
    await bot.stores.channels.register(aSecretariat({ address: neighbour }), aTrace());
    for (const verb of ['delivery.send-again', 'delivery.arrived']) {
      const elsewhere = await bot.press(card, verb, { ...THERE, at: anAddress({}, 'ingens') });
      assertNotice(elsewhere, da.rights.notSecretariatsChannel(undefined, false));
      assertNotice(await bot.press(card, verb, { ...THERE, at: neighbour }), da.notices.unknownRound());
    }
  });
});

describe('what has not arrived in the secretariat’s channel', () => {
  let bot: ABot;
  let card: Card;

  beforeEach(async () => {
    bot = await aBot();
    await put(bot, NOTAT);
    const present = await bot.stores.rounds.readRound(aRoundId());
    assert.ok(present);
    const round = { ...present.value, trouble: troubleOf(NOTAT) };
    await bot.stores.rounds.commit(aRoundId(), operationId('trouble'), [
      { change: 'replace round', round, etag: present.etag },
    ]);
    const overview = await bot.stores.rounds.readOverview(aRoundId());
    assert.ok(overview);
    card = statusCard(bot.deps.render, da, overview, bot.clock.now(), 'kort-1');
  });

  it('is sent again from the status, whatever department stands in its list', async () => {
    assert.ok(cardText(card).includes(words.whole({ fate: 'uncertain', what: 'post notat', word: 'ECONNRESET' })));
    const answer = await bot.press(card, 'delivery.send-again', THERE);
    assertSays(answer, words.sentAgain, da.status.progress(0, 2));
    assert.ok(!readAnswer(answer).includes(words.heading));
    const delivery = await bot.stores.rounds.readDelivery(aRoundId(), NOTAT.id);
    assert.equal(delivery?.value.state, 'pending');
  });

  it('is noted as arrived from the status', async () => {
    const answer = await bot.press(card, 'delivery.arrived', THERE);
    assertSays(answer, words.markedArrived);
    assert.ok(!readAnswer(answer).includes(words.heading));
  });
});

describe('the message about what has not arrived', () => {
  let bot: ABot;
  beforeEach(async () => {
    bot = await aBot();
  });

  const told = (own: Trouble | undefined, ...troubles: readonly (Trouble | undefined)[]) => {
    const departments = troubles.map((trouble, position) => aRoundDepartment({ trouble, position }));
    const round = aRound({ state: 'open', trouble: own });
    const [sent, ...others] = presentMessage(bot.deps, {
      kind: 'troubles',
      overview: anOverview({ round, departments }),
    });
    assert.ok(sent?.kind === 'card');
    assert.deepEqual(others, []);
    return { summary: sent.summary, text: cardText(sent.card) };
  };

  const TITLE = '”Opfølgning på tilsynets årsrapport 2026”';
  const REMOVED: Trouble = { fate: 'stopped', what: 'post request', word: '403 BotNotInConversationRoster' };

  it('is the status, which tells it at its top', () => {
    const { text } = told(undefined, REMOVED, undefined);
    assert.ok(text.indexOf(words.whole(REMOVED)) < text.indexOf(da.status.outstanding));
  });

  it('says in notifications how many departments have not got their card', () => {
    const older = { ...REMOVED, what: undefined };
    assert.equal(
      told(undefined, REMOVED, older, undefined).summary,
      `To fagområder har ikke fået deres kort i ${TITLE}`,
    );
    const unanswered: Trouble = { fate: 'uncertain', what: 'post request', word: '504' };
    assert.equal(
      told(undefined, REMOVED, unanswered).summary,
      `To fagområder har måske ikke fået deres kort i ${TITLE}`,
    );
    const notice = { ...REMOVED, what: 'post department notice' };
    assert.equal(told(REMOVED, notice).summary, `Noget i runden ${TITLE} er ikke nået frem`);
  });
});

async function put({ stores }: ABot, delivery: Delivery): Promise<void> {
  const result = await stores.rounds.commit(aRoundId(), operationId('put', delivery.id), [
    { change: 'put delivery', delivery },
  ]);
  assert.equal(result, 'committed');
}
