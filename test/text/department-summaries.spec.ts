import assert from 'node:assert/strict';
import type { RoundDepartment } from '../../src/domain/round/round.js';
import { da, en } from '../../src/text/messages.js';
import { shortened, withTitle } from '../../src/text/shortened.js';
import {
  aDeadline,
  aDeadlineMove,
  aDepartment,
  aDraft,
  aLocalDate,
  anAsk,
  aProposal,
  aReminder,
  aRoundDepartment,
  aSentBack,
  aTimeDecision,
  aTimeRequest,
  START,
} from '../support/builders.js';

const NOON = anAsk({ title: 'Tilsynet', deadline: aDeadline() });
const DAY = anAsk({ title: 'Tilsynet', deadline: aLocalDate() });
const MORNING = new Date('2026-11-25T08:00:00Z');
const AFTER = new Date('2026-11-26T08:00:00Z');

function reminded(changes: Partial<RoundDepartment>, now: Date, messages = da): string {
  const department = aRoundDepartment({ ask: DAY, reminders: [aReminder({ number: 2 })], ...changes });
  return messages.departmentSummaries.notice.nudged({ department, now });
}

describe('what a phone shows of a reminder', () => {
  it('says what is missing, by where the department stands', () => {
    const said = [{}, { draft: aDraft() }, { proposal: aProposal() }, { sentBack: aSentBack() }].map((changes) =>
      reminded(changes, MORNING),
    );
    assert.deepEqual(said, [
      'Påmindelse nr. 2: Svar på ”Tilsynet” senest i dag',
      'Påmindelse nr. 2: Send kladden til ”Tilsynet” senest i dag',
      'Påmindelse nr. 2: Godkend svaret på ”Tilsynet” senest i dag',
      'Påmindelse nr. 2: Giv et nyt svar på ”Tilsynet” senest i dag',
    ]);
  });

  it('says when the deadline is, or was', () => {
    const chase = { reminders: [aReminder({ step: 'chase 1' })] };
    assert.equal(
      reminded({ ask: NOON }, START),
      'Påmindelse nr. 2: Svar på ”Tilsynet” senest den 25. november 2026 kl. 12.00',
    );
    assert.equal(reminded({ ask: NOON }, MORNING), 'Påmindelse nr. 2: Svar på ”Tilsynet” senest i dag kl. 12.00');
    assert.equal(reminded(chase, AFTER), 'Rykker nr. 1: Svar på ”Tilsynet”. Fristen var den 25. november 2026');
    assert.equal(
      reminded({ ask: NOON }, START, en),
      'Reminder no. 2: Reply to “Tilsynet” by 25 November 2026 at 12:00',
    );
    assert.equal(reminded({ ask: NOON }, MORNING, en), 'Reminder no. 2: Reply to “Tilsynet” by 12:00 today');
    assert.equal(reminded({}, MORNING, en), 'Reminder no. 2: Reply to “Tilsynet” today');
    assert.equal(
      reminded(chase, AFTER, en),
      'Overdue reminder no. 1: Reply to “Tilsynet”. The deadline was 25 November 2026',
    );
  });
});

describe('what a phone shows of a moved deadline', () => {
  it('says whether the department has been given more time', () => {
    const decision = aTimeDecision({ at: AFTER });
    const department = aRoundDepartment({ ask: DAY, deadlineMoves: [aDeadlineMove({ at: AFTER })] });
    const said = (changes: Partial<RoundDepartment>) =>
      da.departmentSummaries.notice['deadline moved']({ department: { ...department, ...changes }, now: START });
    assert.match(said({ timeRequest: aTimeRequest({ decision }) }), /^I har fået mere tid: Svar på/u);
    assert.match(said({ timeRequest: aTimeRequest({ decision: { ...decision, at: START } }) }), /^Ny frist: Svar på/u);
    assert.match(said({}), /^Ny frist: Svar på/u);
  });
});

describe('the secretariat’s summary of what it must decide', () => {
  it('has room for the department, the title and the deadline, however long the two names are', () => {
    const department = aRoundDepartment({
      department: aDepartment({
        name: 'Center for Børn, Unge, Familie, Dagtilbud og Specialpædagogisk Bistand i Nord',
      }),
      ask: anAsk({ title: 'Opfølgning på Borgerrådgiverens beretning om klager og sagsbehandlingstider' }),
    });
    assert.equal(
      da.followUp.summary.decline(department),
      'Afgør, om Center for Børn, Unge, Familie… skal svare på ”Opfølgning på Borgerrådgiverens…” (frist den 25. november 2026)',
    );
  });
});

describe('a shortened text', () => {
  it('ends with a word where there is one, and says that there is more', () => {
    assert.equal(shortened('Opfølgning på rapporten', 23), 'Opfølgning på rapporten');
    assert.equal(shortened('Opfølgning på rapporten', 18), 'Opfølgning på…');
    assert.equal(shortened('Borgerrådgiverberetningen', 10), 'Borgerråd…');
    assert.equal(shortened('👩🏽👩🏽👩🏽👩🏽', 8), '👩🏽👩…');
  });

  it('keeps something of a title, however long the rest is', () => {
    assert.equal(
      withTitle('Tilsynets årsrapport 2026', (title) => `${'x'.repeat(130)} ${title}`).slice(131),
      'Tilsynets…',
    );
  });
});
