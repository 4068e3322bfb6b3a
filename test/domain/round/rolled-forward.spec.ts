import assert from 'node:assert/strict';
import fc from 'fast-check';
import { EMPTY_HEADER } from '../../../src/domain/notat/notat-header.js';
import { addDays, type LocalDate } from '../../../src/domain/round/deadline.js';
import { fillIn, rollForward } from '../../../src/domain/round/rolled-forward.js';
import type { RoundPlan } from '../../../src/domain/round/round.js';
import { parseRoundForm } from '../../../src/domain/round/round-form.js';
import { DEFAULT_CALENDAR, isWorkingDay } from '../../../src/domain/round/working-days.js';
import {
  aDepartment,
  aDepartmentId,
  aLocalDate,
  anAsk,
  aPlan,
  aRegisteredDepartment,
  aRound,
  aRoundForm,
  aRoundId,
} from '../../support/builders.js';

const NOW = new Date('2026-10-05T08:00:00Z');
const LONG_AGO = new Date('2024-01-01T08:00:00Z');
const SINCE = new Date('2026-02-01T08:00:00Z');

const boern = aRegisteredDepartment({ department: of('boern', 'Børn og Familie'), registeredAt: LONG_AGO });
const kultur = aRegisteredDepartment({ department: of('kultur', 'Kultur'), registeredAt: LONG_AGO });
const miljoe = aRegisteredDepartment({ department: of('miljoe', 'Miljø'), registeredAt: SINCE });
const REGISTERED = [boern, kultur, miljoe];

describe('a round that is rolled forward', () => {
  it('has its years moved on, and says where', () => {
    const { values, changed } = rolled();
    assert.equal(values.title, 'Opfølgning på beretningen 2025');
    assert.equal(values.report, 'Beretning 2025');
    assert.equal(values.introduction, 'Efter lov af 1997. Byrådet spurgte i 2026.');
    assert.deepEqual(
      changed.map(({ field, years }) => [field, ...years.map(({ from, to }) => `${from}-${to}`)]),
      [
        ['title', '2024-2025'],
        ['report', '2024-2025'],
        ['introduction', '2025-2026'],
        ['regarding', '2024-2025'],
      ],
    );
  });

  it('has a deadline on the same weekday at the same time of the year, with the same time of day', () => {
    const { values } = rolled({ deadline: '2025-11-26T12:00' as LocalDate });
    assert.deepEqual([values.deadline, values.deadlineTime], ['2026-11-25', '12:00']);
  });

  it('moves on by as many years as it takes for the deadline to be ahead', () => {
    const { values } = rolled({ deadline: aLocalDate('2024-03-13'), title: 'Beretning 2023' });
    assert.deepEqual([values.deadline, values.title], ['2027-03-10', 'Beretning 2026']);
  });

  it('stays as it was where its deadline has not passed', () => {
    const { values, changed } = rolled({ deadline: aLocalDate('2026-11-25') });
    assert.deepEqual([values.deadline, values.title, changed], ['2026-11-25', 'Opfølgning på beretningen 2024', []]);
  });

  it('asks the departments that are still registered, names those that are gone, and proposes the new ones', () => {
    const gone = { department: of('gamle', 'Det gamle fagområde'), address: boern.address };
    const { values, gone: names, added } = rolled({}, [boern, gone]);
    assert.deepEqual(values.departments, ['boern', 'miljoe']);
    assert.deepEqual([names, added], [['Det gamle fagområde'], ['Miljø']]);
  });

  it('has the reminders, the header and the rest as they were, and marks what belongs to the earlier round', () => {
    const { values, toCheck, from } = rolled();
    assert.deepEqual([values.caseNumber, values.to, values.remindAfter], ['24/1234', 'Byrådet', '4']);
    assert.deepEqual(toCheck, ['reportLink', 'caseNumber']);
    assert.deepEqual([from.id, values.previousRound], [aRoundId(), aRoundId()]);
    assert.deepEqual(rolled({ reportLink: undefined }, [boern], { header: EMPTY_HEADER }).toCheck, []);
  });

  it('can be planned as it is, with a deadline that is a working day ahead', () => {
    const days = fc.integer({ min: 0, max: 1_400 }).map((n) => addDays(aLocalDate('2023-01-01'), n));
    fc.assert(
      fc.property(days, (deadline) => {
        const { values } = rolled({ deadline });
        const parsed = parseRoundForm(values, REGISTERED, NOW);
        assert.ok(parsed.ok);
        assert.ok(deadline >= '2026-10-05' || isWorkingDay(aLocalDate(values.deadline), DEFAULT_CALENDAR));
      }),
    );
  });
});

describe('filling in a form', () => {
  const drawn = aRoundForm({ title: '', question: 'Det sædvanlige?', departments: ['boern', 'kultur'] });
  const wanted = aRoundForm({ title: 'Sidste års', question: 'Sidste års?', departments: ['kultur'] });

  it('fills in what is empty or as it was drawn, whatever the order of the departments', () => {
    const typed = { ...drawn, title: '  ', departments: ['kultur', 'boern'] };
    assert.deepEqual(fillIn(typed, drawn, wanted), wanted);
    const { remindBefore: _, ...without } = typed;
    assert.deepEqual(fillIn(without, drawn, wanted), wanted);
  });

  it('leaves alone what a person has typed or chosen', () => {
    const typed = { ...drawn, title: 'Min titel', departments: ['boern'], remindBefore: ['1'] };
    const filled = fillIn(typed, drawn, wanted);
    assert.deepEqual([filled.title, filled.departments, filled.remindBefore], ['Min titel', ['boern'], ['1']]);
    assert.equal(filled.question, 'Sidste års?');
  });

  it('gives the same again when it is pressed again', () => {
    const once = fillIn({ ...drawn, title: 'Min titel' }, drawn, wanted);
    assert.deepEqual(fillIn(once, wanted, wanted), once);
  });
});

function of(id: string, name: string) {
  return aDepartment({ id: aDepartmentId(id), name });
}

function rolled(
  ask: Parameters<typeof anAsk>[0] = {},
  invitations: RoundPlan['invitations'] = [boern, kultur],
  plan: Partial<RoundPlan> = {},
) {
  const earlier = aRound({
    state: 'closed',
    createdAt: new Date('2025-10-01T08:00:00Z'),
    plan: aPlan({
      ask: anAsk({
        title: 'Opfølgning på beretningen 2024',
        report: 'Beretning 2024',
        deadline: aLocalDate('2025-11-26'),
        ...ask,
      }),
      introduction: 'Efter lov af 1997. Byrådet spurgte i 2025.',
      header: { ...EMPTY_HEADER, caseNumber: '24/1234', to: 'Byrådet', regarding: 'Beretning 2024' },
      reminders: { daysBefore: [5], onTheDay: false, everyAfter: 4 },
      invitations: invitations.map(({ department, address }) => ({ department, address })),
      ...plan,
    }),
  });
  return rollForward(earlier, REGISTERED, NOW, DEFAULT_CALENDAR);
}
