import assert from 'node:assert/strict';
import { findAction } from '../../dev/local-teams/card-actions.js';
import type { Card } from '../../src/cards/render.js';
import { roundPreviewCard } from '../../src/cards/round/preview-card.js';
import { newRoundForm, roundFormCard } from '../../src/cards/round/round-cards.js';
import { createConversation } from '../../src/conversation/conversation.js';
import { operationId } from '../../src/domain/ids.js';
import { ROUND_FORM_MAX } from '../../src/domain/limits.js';
import { accepted } from '../../src/domain/result.js';
import type { Round } from '../../src/domain/round/round.js';
import { DEFAULT_CALENDAR } from '../../src/domain/round/working-days.js';
import { da } from '../../src/text/messages.js';
import { aLocalDate, anAct, aPlan, aRegisteredDepartment, aRound, aRoundId, START } from '../support/builders.js';
import { createRecordingLog } from '../support/fakes.js';
import { type ABot, aBot, assertNotice, cardOf, fieldOf, readAnswer, SECRETARIAT, SECRETARY, ULLA } from './a-bot.js';

const FACTS = { departments: [aRegisteredDepartment()], teams: [], earlier: [] };
const DAYS = { today: aLocalDate('2026-11-09'), calendar: DEFAULT_CALENDAR };

const TITLE = 'Sagen om 31 12 99-4321';

describe('a round form with a CPR number', () => {
  it('is shown again to who filled it in, with what was typed, and not to the channel', async () => {
    const { deps, press } = await aBot();
    const form = newRoundForm(da, FACTS, DAYS);
    const typed = { title: TITLE, report: 'Årsrapport', deadline: '2026-11-25' };
    const options = { by: SECRETARY, at: SECRETARIAT, typed };
    const answer = await press(roundFormCard(deps.render, da, form), 'round.preview', options);
    assert.ok(readAnswer(answer).includes(da.roundForm.problem({ field: 'title', kind: 'cpr number' })));
    assert.equal(fieldOf(answer, 'title'), TITLE);
    assert.deepEqual(answer.kind === 'card' && answer.insteadOfAll, da.notices.cprInReply());
  });
});

describe('a round form that no card can hold', () => {
  it('stays where it is, beside everything that is wrong with it', async () => {
    const { deps, press } = await aBot();
    const form = newRoundForm(da, FACTS, DAYS);
    const [title, report] = ['Sagen '.repeat(3_000).trim(), 'Årsrapport '.repeat(2_000).trim()];
    const options = { by: SECRETARY, at: SECRETARIAT, typed: { title, report, deadline: '2026-11-25' } };
    const problems = [
      { field: 'title', kind: 'too long', length: title.length, max: ROUND_FORM_MAX.title },
      { field: 'report', kind: 'too long', length: report.length, max: ROUND_FORM_MAX.report },
    ] as const;
    assertNotice(
      await press(roundFormCard(deps.render, da, form), 'round.preview', options),
      da.notices.tooLongToShow(problems.map(da.roundForm.problem).join(' ')),
    );
  });
});

describe('a round that is being reopened', () => {
  it('is not said to be open already when it is to be reopened once more', async () => {
    const { deps, stores } = await aBot();
    const present = await stores.rounds.readRound(aRoundId());
    assert.ok(present);
    const round = { ...present.value, state: 'reopening' } as const;
    const change = { change: 'replace round', round, etag: present.etag } as const;
    await stores.rounds.commit(aRoundId(), operationId('genåbnes'), [change]);
    const data = { verb: 'round.reopen', roundId: aRoundId(), nonce: 'n', reason: 'Et svar mangler.' };
    const act = accepted(anAct({ by: SECRETARY, address: SECRETARIAT }));
    const told = await createConversation(deps, createRecordingLog()).press(data, act);
    assertNotice(told, {
      heading: 'Runden er ved at blive åbnet igen',
      text: 'Fagområderne kan svare og rette om et øjeblik.',
    });
  });
});

describe('the form of a plan', () => {
  const PLANNED = aRound({ id: aRoundId('plan'), secretariat: SECRETARIAT, plan: aPlan() });
  const THERE = { by: SECRETARY, at: SECRETARIAT } as const;
  const TYPED = { ...THERE, typed: { title: 'Vores titel' } } as const;
  let bot: ABot;
  let form: Card;

  const becomes = async (changes: Partial<Round>): Promise<void> => {
    const present = await bot.stores.rounds.readRound(PLANNED.id);
    assert.ok(present);
    const round = { ...present.value, ...changes };
    const change = { change: 'replace round', round, etag: present.etag } as const;
    assert.equal(await bot.stores.rounds.commit(round.id, operationId(JSON.stringify(changes)), [change]), 'committed');
  };

  beforeEach(async () => {
    bot = await aBot();
    await bot.stores.rounds.commit(PLANNED.id, operationId('plan'), [{ change: 'insert round', round: PLANNED }]);
    form = cardOf(await bot.press(await previewOf(bot, PLANNED), 'round.edit', THERE));
  });

  for (const verb of ['round.preview', 'round.keep-form'] as const) {
    it(`stays, with what is typed, where the round has been started since: ${verb}`, async () => {
      for (const state of ['open', 'closed', 'withdrawn'] as const) {
        await becomes({ state });
        assertNotice(await bot.press(form, verb, TYPED), da.planSaved.notSaved(state));
      }
    });

    it(`shows who has changed the plan meanwhile, keeps what was typed, and can be sent again: ${verb}`, async () => {
      const saved = { by: ULLA, at: new Date(START.getTime() + 60_000) };
      await becomes({ plan: { ...PLANNED.plan, introduction: 'En ny indledning.' }, planSaved: saved });
      const told = await bot.press(form, verb, TYPED);
      const { text } = da.planSaved.overtaken({ saved, isMerged: true, differs: ['title'] }, false);
      assert.ok(readAnswer(told).includes(text), readAnswer(told));
      assert.ok(readAnswer(told).includes(da.planSaved.planSays('title', PLANNED.plan.ask.title)));
      assert.equal(fieldOf(told, 'title'), 'Vores titel');
      assert.equal(told.kind === 'card' && told.forAll, undefined);
      await bot.press(cardOf(told), verb, THERE);
      const { ask, introduction } = (await bot.stores.rounds.readRound(PLANNED.id))?.value.plan ?? aPlan();
      assert.deepEqual([ask.title, introduction], ['Vores titel', 'En ny indledning.']);
    });
  }

  it('shows a plan that was changed and not by its person as it is, and tells nobody of their own name', async () => {
    const saved = { by: SECRETARY, at: new Date(START.getTime() + 60_000) };
    await becomes({ plan: { ...PLANNED.plan, introduction: 'En ny indledning.' }, planSaved: saved });
    const told = await bot.press(form, 'round.preview', THERE);
    const { text } = da.planSaved.overtaken({ saved, isMerged: true, differs: [] }, true);
    assert.ok(text.startsWith('Du har selv gemt planen') && readAnswer(told).includes(text), readAnswer(told));
    assert.equal(fieldOf(told, 'introduction'), 'En ny indledning.');
  });

  it('of an older version keeps all that stood on it', async () => {
    const old = JSON.parse(JSON.stringify(form).replaceAll(/,"planShown":"[^"]*"/gu, ''));
    const saved = { by: ULLA, at: new Date(START.getTime() + 60_000) };
    await becomes({ plan: { ...PLANNED.plan, introduction: 'En ny indledning.' }, planSaved: saved });
    const told = await bot.press(old, 'round.preview', TYPED);
    const { text } = da.planSaved.overtaken({ saved, isMerged: false, differs: ['title', 'introduction'] }, false);
    assert.ok(readAnswer(told).includes(text), readAnswer(told));
    assert.ok(readAnswer(told).includes(da.planSaved.planSays('introduction', 'En ny indledning.')));
    assert.equal(fieldOf(told, 'introduction'), PLANNED.plan.introduction);
  });

  it('and its preview see also what a version has changed that does not tell so', async () => {
    const preview = await previewOf(bot, PLANNED);
    await becomes({ plan: { ...PLANNED.plan, introduction: 'En ny indledning.' } });
    const told = await bot.press(form, 'round.preview', TYPED);
    const { text } = da.planSaved.overtaken({ saved: undefined, isMerged: true, differs: ['title'] }, false);
    assert.ok(readAnswer(told).includes(text), readAnswer(told));
    assert.ok(readAnswer(await bot.press(preview, 'round.start', THERE)).includes(da.planSaved.changedSince));
  });

  it('cannot be started from its preview once its deadline has passed', async () => {
    const preview = await previewOf(bot, PLANNED);
    bot.clock.advance(365 * 86_400_000);
    const told = await bot.press(preview, 'round.start', THERE);
    assert.ok(readAnswer(told).includes(da.planSaved.deadlinePassed), readAnswer(told));
    assert.equal((await bot.stores.rounds.readRound(PLANNED.id))?.value.state, 'planned');
  });

  it('has on its preview what has become of the round since, and leads to its overview', async () => {
    const preview = await previewOf(bot, PLANNED);
    for (const state of ['open', 'closed', 'withdrawn'] as const) {
      await becomes({ state });
      for (const verb of ['round.start', 'round.edit', 'round.try'] as const) {
        const told = await bot.press(preview, verb, THERE);
        const { heading, text } = da.planSaved.begun(state);
        assert.equal(readAnswer(told), `${heading}\n${text}`, verb);
        assert.equal(findAction(cardOf(told), da.desk.back)['verb'], 'round.show-desk');
      }
    }
  });

  it('is kept for all, and says where it is kept', async () => {
    const unfinished = await bot.press(form, 'round.keep-form', { ...THERE, typed: { report: '' } });
    const finished = await bot.press(form, 'round.keep-form', TYPED);
    for (const [answer, said] of [
      [unfinished, da.planSaved.besidePlan],
      [finished, da.planSaved.inPlan(undefined)],
    ] as const) {
      assert.equal(answer.kind === 'card' && answer.forAll, 'kept');
      assert.ok(readAnswer(answer).includes(said), readAnswer(answer));
    }
  });

  it('stays with whoever typed it where the round starts by itself without it, which says when', async () => {
    const at = new Date('2026-11-10T08:00:00Z');
    await becomes({ plan: { ...PLANNED.plan, startAt: { at, by: ULLA, posted: undefined } } });
    const told = await bot.press(form, 'round.keep-form', { ...THERE, typed: { title: 'Vores titel', report: '' } });
    const { heading, text } = da.planSaved.startsWithout(at);
    assert.ok(readAnswer(told).includes(heading) && readAnswer(told).includes(text), readAnswer(told));
    assert.deepEqual([told.kind === 'card' && told.forAll, fieldOf(told, 'title')], [undefined, 'Vores titel']);
  });

  it('is not started from a preview that somebody has changed since: the present one is shown first', async () => {
    const preview = await previewOf(bot, PLANNED);
    await becomes({ planSaved: { by: ULLA, at: START } });
    const told = await bot.press(preview, 'round.start', THERE);
    assert.ok(readAnswer(told).includes(da.planSaved.changedSince));
    const started = await bot.press(cardOf(told), 'round.start', THERE);
    assert.ok(readAnswer(started).startsWith(da.roundStarted.heading));
  });
});

async function previewOf({ deps, clock }: ABot, round: Round): Promise<Card> {
  const shown = {
    tried: { reached: 1, notReached: [], notTried: [] },
    previous: undefined,
    now: clock.now(),
    nonce: 'kort',
  };
  return roundPreviewCard(deps.render, da, round, shown);
}
