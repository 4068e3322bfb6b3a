import assert from 'node:assert/strict';
import { newRoundForm, roundFormCard } from '../../src/cards/round/round-cards.js';
import { ROUND_FORM_MAX } from '../../src/domain/limits.js';
import { DEFAULT_CALENDAR } from '../../src/domain/round/working-days.js';
import { da } from '../../src/text/messages.js';
import { aLocalDate, aRegisteredDepartment } from '../support/builders.js';
import { aBot, assertNotice, fieldOf, readAnswer, SECRETARIAT, SECRETARY } from './a-bot.js';

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
