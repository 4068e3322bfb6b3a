import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  dutiesOf,
  firstDutiesAt,
  isReminded,
  newsOf,
  nextDutiesAt,
  plansOf,
  REMINDER_HOUR,
  stepsAhead,
  stepsOf,
} from '../../src/domain/duties.js';
import { type Reminder, withReminder } from '../../src/domain/reply/reminder.js';
import { danishInstant } from '../../src/domain/round/danish-time.js';
import { addDays, type Deadline, danishDayOf, dayOf, parseDeadline } from '../../src/domain/round/deadline.js';
import { CHASES_MAX, DEFAULT_REMINDER_PLAN, type ReminderPlan } from '../../src/domain/round/reminder-plan.js';
import type { Round, RoundDepartment, RoundOverview } from '../../src/domain/round/round.js';
import { DEFAULT_CALENDAR, isWorkingDay } from '../../src/domain/round/working-days.js';
import { isWorkingHour } from '../../src/domain/round/working-hours.js';
import {
  aDeadlineMove,
  aDecline,
  aDraft,
  aLocalDate,
  anAcceptedDecline,
  anAsk,
  anOverview,
  aPlan,
  aProposal,
  aQuestion,
  aQuestionAnswer,
  aReminder,
  aRound,
  aRoundDepartment,
  aSentBack,
  aTimeDecision,
  aTimeRequest,
  aVersion,
} from '../support/builders.js';

/** A moment on Denmark's clocks: `2026-11-25 09:00`. */
function at(written: string): Date {
  const [day, time = '00:00'] = written.split(' ');
  const [hour, minute] = time.split(':').map(Number);
  return new Date(danishInstant(aLocalDate(day), hour ?? 0).getTime() + (minute ?? 0) * 60_000);
}

function deadlineOf(written: string): Deadline {
  const deadline = parseDeadline(written);
  assert.ok(deadline);
  return deadline;
}

interface Situation {
  readonly deadline?: string;
  readonly asked?: string;
  readonly plan?: Partial<ReminderPlan>;
  readonly department?: Partial<RoundDepartment>;
  readonly round?: Partial<Round>;
}

/** A round with one department, as it stands. */
function standing({
  deadline = '2026-11-25',
  asked = '2026-11-02 10:00',
  plan,
  department,
  round,
}: Situation): RoundOverview {
  const ask = anAsk({ deadline: deadlineOf(deadline) });
  const startedAt = at(asked);
  const reminders = { ...DEFAULT_REMINDER_PLAN, ...plan };
  return anOverview({
    round: aRound({ state: 'open', plan: aPlan({ ask, reminders }), startedAt, createdAt: startedAt, ...round }),
    departments: [aRoundDepartment({ ask, askedAt: startedAt, ...department })],
  });
}

function afterReminder(overview: RoundOverview, reminder: Omit<Reminder, 'number'>): RoundOverview {
  const departments = overview.departments.map((department) => ({
    ...department,
    reminders: withReminder(department.reminders, reminder),
  }));
  return { ...overview, departments };
}

/** The reminders that are sent if the bot looks at every one of these moments, as `day hour step`. */
function remindersSent(overview: RoundOverview, looks: Iterable<Date>): readonly string[] {
  const sent: string[] = [];
  let present = overview;
  for (const now of looks) {
    for (const duty of dutiesOf(present, now)) {
      if (duty.kind !== 'remind') continue;
      sent.push(`${danishDayOf(now)} ${duty.reminder.step}${duty.reminder.isEscalated ? ' escalated' : ''}`);
      present = afterReminder(present, duty.reminder);
    }
  }
  return sent;
}

/** Every half hour from one day to another. */
function* halfHours(from: string, to: string): Iterable<Date> {
  for (let ms = at(from).getTime(); ms <= at(to).getTime(); ms += 1_800_000) yield new Date(ms);
}

describe('the reminders of a round', () => {
  /** What is sent in each situation while the bot looks every half hour, and the department stays as it is. */
  const SITUATIONS: readonly (readonly [
    what: string,
    situation: Situation,
    looks: Iterable<Date>,
    sent: readonly string[],
  ])[] = [
    [
      'a deadline on a Wednesday: three days before, on the day, the day after, then every second day',
      {},
      halfHours('2026-11-02 10:00', '2026-12-04'),
      [
        '2026-11-20 before 3',
        '2026-11-25 on the day',
        '2026-11-26 chase 1',
        '2026-11-30 chase 2',
        '2026-12-02 chase 3 escalated',
      ],
    ],
    [
      'a deadline on a Sunday: the morning of the day is the Friday before',
      { deadline: '2026-11-22' },
      halfHours('2026-11-02 10:00', '2026-11-24 23:00'),
      ['2026-11-18 before 3', '2026-11-20 on the day', '2026-11-23 chase 1'],
    ],
    [
      'a deadline at eight in the morning: the last morning before it is the day before',
      { deadline: '2026-11-25T08:00' },
      halfHours('2026-11-02 10:00', '2026-11-25 23:00'),
      ['2026-11-20 before 3', '2026-11-24 on the day'],
    ],
    [
      'Christmas: nothing from the 24th to the 27th',
      { deadline: '2026-12-25', asked: '2026-12-01 10:00' },
      halfHours('2026-12-01 10:00', '2026-12-30 23:00'),
      ['2026-12-21 before 3', '2026-12-23 on the day', '2026-12-28 chase 1', '2026-12-30 chase 2'],
    ],
    [
      'Easter: nothing from Maundy Thursday to Easter Monday',
      { deadline: '2027-03-25', asked: '2027-03-01 10:00' },
      halfHours('2027-03-01 10:00', '2027-04-01 23:00'),
      ['2027-03-22 before 3', '2027-03-24 on the day', '2027-03-30 chase 1', '2027-04-01 chase 2'],
    ],
    [
      'the days on which summer time begins and ends: at nine o’clock as on every other day',
      { deadline: '2027-03-29', asked: '2027-03-01 10:00', plan: { daysBefore: [], everyAfter: undefined } },
      halfHours('2027-03-01 10:00', '2027-03-29 09:00'),
      // Palm Sunday is the day of the change; the deadline is Easter Monday, so the morning is that of the Wednesday.
      ['2027-03-24 on the day'],
    ],
    [
      'three days’ downtime over the deadline: the latest step alone',
      {},
      [at('2026-11-24 12:00'), at('2026-11-27 12:00'), at('2026-11-27 12:30')],
      ['2026-11-24 before 3', '2026-11-27 chase 1'],
    ],
    [
      'downtime of a month: one reminder, and it is not escalated before two have been sent',
      {},
      [at('2026-12-23 12:00'), at('2026-12-23 15:00')],
      ['2026-12-23 chase 10'],
    ],
    [
      'the deadline moved after the first reminder that follows it: the new deadline’s own steps, nothing at once',
      {
        deadline: '2026-12-09',
        department: {
          deadlineMoves: [
            aDeadlineMove({ from: deadlineOf('2026-11-25'), to: deadlineOf('2026-12-09'), at: at('2026-11-27 08:30') }),
          ],
          reminders: [
            {
              number: 1,
              step: 'chase 1',
              deadlineDay: aLocalDate('2026-11-25'),
              at: at('2026-11-26 09:00'),
              isEscalated: false,
            },
          ],
        },
      },
      halfHours('2026-11-27 08:30', '2026-12-10 23:00'),
      ['2026-12-04 before 3', '2026-12-09 on the day', '2026-12-10 chase 1'],
    ],
    [
      'the deadline moved to the day after tomorrow: the step of days before that is passed over',
      {
        deadline: '2026-11-27',
        department: { deadlineMoves: [aDeadlineMove({ to: deadlineOf('2026-11-27'), at: at('2026-11-25 10:00') })] },
      },
      halfHours('2026-11-25 10:00', '2026-11-27 23:00'),
      ['2026-11-27 on the day'],
    ],
    [
      'a department that was asked late: no step from before',
      { asked: '2026-11-24 13:00' },
      halfHours('2026-11-24 13:00', '2026-11-26 23:00'),
      ['2026-11-25 on the day', '2026-11-26 chase 1'],
    ],
    [
      'an approval that is pending at the deadline: the heads are reminded of it',
      { department: { proposal: aProposal({ at: at('2026-11-23 11:00') }) } },
      halfHours('2026-11-23 11:00', '2026-11-26 23:00'),
      ['2026-11-25 on the day', '2026-11-26 chase 1'],
    ],
    [
      'an approval that was asked for the same morning: no reminder on top of it',
      { department: { proposal: aProposal({ at: at('2026-11-25 08:10') }) } },
      halfHours('2026-11-25 08:30', '2026-11-26 23:00'),
      ['2026-11-26 chase 1'],
    ],
    [
      'a reply that was sent back the same morning',
      { department: { reply: aVersion(), sentBack: aSentBack({ at: at('2026-11-25 08:10') }) } },
      halfHours('2026-11-25 08:30', '2026-11-26 23:00'),
      ['2026-11-26 chase 1'],
    ],
    [
      'a draft is not an answer',
      { department: { draft: aDraft() } },
      halfHours('2026-11-25 08:30', '2026-11-25 23:00'),
      ['2026-11-25 on the day'],
    ],
    [
      'a reminder that the secretariat asked for the same morning',
      {
        department: {
          reminders: [
            {
              number: 1,
              step: 'asked for',
              deadlineDay: aLocalDate('2026-11-25'),
              at: at('2026-11-25 08:20'),
              isEscalated: false,
            },
          ],
        },
      },
      halfHours('2026-11-25 08:30', '2026-11-26 23:00'),
      ['2026-11-26 chase 1'],
    ],
    [
      'a request for more time that waits for the secretariat: no reminder; after a no, they go on',
      { department: { timeRequest: aTimeRequest() } },
      halfHours('2026-11-20', '2026-11-30'),
      [],
    ],
    [
      'a question that waits for the secretariat: it is reminded all the same',
      { department: { questions: [aQuestion()] } },
      halfHours('2026-11-25 08:30', '2026-11-25 23:00'),
      ['2026-11-25 on the day'],
    ],
    [
      'a request for more time that was declined yesterday',
      {
        department: {
          timeRequest: aTimeRequest({ decision: aTimeDecision({ isGranted: false, at: at('2026-11-24 14:00') }) }),
        },
      },
      halfHours('2026-11-24 14:30', '2026-11-25 23:00'),
      ['2026-11-25 on the day'],
    ],
    ['an answer', { department: { reply: aVersion() } }, halfHours('2026-11-16', '2026-12-04'), []],
    [
      'a decline that waits for the secretariat',
      { department: { decline: aDecline() } },
      halfHours('2026-11-16', '2026-12-04'),
      [],
    ],
    [
      'a decline that was accepted',
      { department: { decline: aDecline({ accepted: anAcceptedDecline() }) } },
      halfHours('2026-11-16', '2026-12-04'),
      [],
    ],
    ['a round that is closed', { round: { state: 'closed' } }, halfHours('2026-11-16', '2026-12-04'), []],
    [
      'a round that was opened again: nothing that lies before that',
      { round: { closedAt: at('2026-11-26 11:00') } },
      halfHours('2026-11-26 11:00', '2026-11-30 23:00'),
      ['2026-11-30 chase 2'],
    ],
    [
      'a plan that was changed: nothing of it that lies before the change',
      { plan: { daysBefore: [10, 3], since: at('2026-11-16 12:00') } },
      halfHours('2026-11-16 12:00', '2026-11-25 23:00'),
      ['2026-11-20 before 3', '2026-11-25 on the day'],
    ],
    [
      'a plan that was made slower: its second reminder is another one than that of the plan before',
      {
        plan: { everyAfter: 5, since: at('2026-12-01 12:00') },
        department: {
          reminders: [
            aReminder({ step: 'chase 1', at: at('2026-11-26 09:00') }),
            aReminder({ number: 2, step: 'chase 2', at: at('2026-11-30 09:00') }),
          ],
        },
      },
      halfHours('2026-12-01 12:00', '2026-12-10 23:00'),
      ['2026-12-03 chase 2 escalated', '2026-12-10 chase 3 escalated'],
    ],
    [
      'a plan without reminders',
      { plan: { daysBefore: [], onTheDay: false, everyAfter: undefined } },
      halfHours('2026-11-16', '2026-12-04'),
      [],
    ],
  ];
  for (const [what, situation, looks, sent] of SITUATIONS) {
    it(what, () => {
      assert.deepEqual(remindersSent(standing(situation), looks), sent);
    });
  }

  it('come to an end', () => {
    const sent = remindersSent(standing({}), halfHours('2026-11-26', '2027-03-01'));
    assert.equal(sent.length, CHASES_MAX);
    assert.ok(sent.every((each) => each.includes('chase')));
  });

  it('on one morning are one: the one that is nearer to the end', () => {
    const steps = stepsOf(deadlineOf('2026-11-22'), { ...DEFAULT_REMINDER_PLAN, daysBefore: [1] }, DEFAULT_CALENDAR);
    assert.deepEqual(
      steps.slice(0, 2).map(({ step, at: moment }) => [step, danishDayOf(moment)]),
      [
        ['on the day', '2026-11-20'],
        ['chase 1', '2026-11-23'],
      ],
    );
  });

  it('that lie ahead are told', () => {
    const { round, departments } = standing({});
    const [department] = departments;
    assert.ok(department);
    const [next] = stepsAhead(round, department, plansOf(round), at('2026-11-20 09:00'));
    assert.deepEqual(next, { step: 'on the day', at: at('2026-11-25 09:00') });
    assert.deepEqual(
      stepsAhead(round, { ...department, reply: aVersion() }, plansOf(round), at('2026-11-20 09:00')),
      [],
    );
  });

  const day = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays(aLocalDate('2026-01-01'), days));
  const plan = fc.record({
    daysBefore: fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { maxLength: 5 }),
    onTheDay: fc.boolean(),
    everyAfter: fc.option(fc.integer({ min: 1, max: 10 }), { nil: undefined }),
  });

  it('are due at nine in the morning of a working day, in order, each once', () => {
    fc.assert(
      fc.property(day, plan, (deadline, reminders) => {
        const steps = stepsOf(deadline, reminders, DEFAULT_CALENDAR);
        for (const { at: moment } of steps) {
          assert.ok(isWorkingDay(danishDayOf(moment), DEFAULT_CALENDAR));
          assert.equal(danishInstant(danishDayOf(moment), REMINDER_HOUR).getTime(), moment.getTime());
        }
        const times = steps.map(({ at: moment }) => moment.getTime());
        assert.deepEqual(
          times,
          [...new Set(times)].toSorted((one, other) => one - other),
        );
        assert.equal(new Set(steps.map(({ step }) => step)).size, steps.length);
        for (const { step, at: moment } of steps) {
          assert.equal(step.startsWith('chase'), danishDayOf(moment) > dayOf(deadline));
        }
      }),
    );
  });

  it('are never due outside working hours, never twice, and never for who has answered', () => {
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 120 });
    fc.assert(
      fc.property(
        day,
        plan,
        fc.array(minutes, { maxLength: 60 }),
        fc.boolean(),
        (deadline, reminders, looks, hasReply) => {
          const asked = addDays(deadline, -30);
          let overview = standing({ deadline, asked: `${asked} 10:00`, plan: reminders });
          const seen = new Set<string>();
          for (const minute of looks.toSorted((one, other) => one - other)) {
            const now = new Date(at(`${asked} 10:00`).getTime() + minute * 60_000);
            for (const duty of dutiesOf(overview, now)) {
              if (duty.kind !== 'remind') continue;
              assert.ok(isWorkingHour(now, DEFAULT_CALENDAR));
              assert.ok(!seen.has(duty.id));
              seen.add(duty.id);
              overview = afterReminder(overview, duty.reminder);
            }
            if (hasReply && seen.size === 1) {
              const departments = overview.departments.map((each) => ({ ...each, reply: aVersion() }));
              overview = { ...overview, departments };
              assert.ok(!departments.some(isReminded));
              assert.deepEqual(
                dutiesOf(overview, now).filter(({ kind }) => kind === 'remind'),
                [],
              );
            }
          }
        },
      ),
    );
  });
});

describe('the morning message', () => {
  function isDue(situation: Situation, now: string): boolean {
    return dutiesOf(standing(situation), at(now)).some(({ kind }) => kind === 'digest');
  }

  const YESTERDAY = { digest: { since: at('2026-11-17 08:00'), at: at('2026-11-18 08:00'), posted: undefined } };
  const SITUATIONS: readonly (readonly [what: string, isDue: boolean, situation: Situation, now?: string])[] = [
    [
      'comes with an answer since the one before',
      true,
      {
        round: YESTERDAY,
        department: {
          reply: aVersion({ at: at('2026-11-18 12:00') }),
          sentBack: aSentBack({ at: at('2026-11-18 13:00') }),
        },
      },
    ],
    [
      'comes with a reminder since',
      true,
      {
        round: YESTERDAY,
        department: {
          reminders: [
            { number: 1, step: 'asked for', deadlineDay: aLocalDate(), at: at('2026-11-18 12:00'), isEscalated: false },
          ],
        },
      },
    ],
    ['comes when the deadline has passed', true, { deadline: '2026-11-18', round: YESTERDAY }],
    [
      'comes with a decline that waits',
      true,
      { round: YESTERDAY, department: { decline: aDecline({ at: at('2026-11-18 12:00') }) } },
    ],
    [
      'comes with a request for time that waits',
      true,
      { round: YESTERDAY, department: { timeRequest: aTimeRequest({ at: at('2026-11-18 12:00') }) } },
    ],
    [
      'comes with a question that waits, also of a department that has answered',
      true,
      {
        round: YESTERDAY,
        department: {
          reply: aVersion({ at: at('2026-11-17 12:00') }),
          questions: [aQuestion({ at: at('2026-11-18 12:00') })],
        },
      },
    ],
    [
      'does not come with a question that was answered',
      false,
      {
        round: YESTERDAY,
        department: { questions: [aQuestion({ at: at('2026-11-18 12:00'), answer: aQuestionAnswer() })] },
      },
    ],
    [
      'does not come again the next day for what was told',
      false,
      { round: YESTERDAY, department: { decline: aDecline({ at: at('2026-11-17 12:00') }) } },
    ],
    [
      'comes again after two days for what still waits',
      true,
      { round: YESTERDAY, department: { decline: aDecline({ at: at('2026-11-17 12:00') }) } },
      '2026-11-20 08:00',
    ],
    ['does not come without news', false, { round: YESTERDAY }],
    [
      'does not come twice a day',
      false,
      { round: YESTERDAY, department: { reply: aVersion({ at: at('2026-11-18 12:00') }) } },
      '2026-11-18 15:00',
    ],
    [
      'does not come on the day when the round is started',
      false,
      { asked: '2026-11-19 08:00', department: { decline: aDecline({ at: at('2026-11-19 08:10') }) } },
      '2026-11-19 09:00',
    ],
    [
      'does not come when the complete notat has told it',
      false,
      { round: YESTERDAY, department: { reply: aVersion({ at: at('2026-11-18 12:00') }) } },
    ],
    [
      'does not come on a Saturday',
      false,
      { round: YESTERDAY, department: { decline: aDecline({ at: at('2026-11-18 12:00') }) } },
      '2026-11-21 08:00',
    ],
    [
      'does not come when the round is closed',
      false,
      { round: { ...YESTERDAY, state: 'closed' }, department: { decline: aDecline({ at: at('2026-11-18 12:00') }) } },
    ],
  ];
  for (const [what, expected, situation, now = '2026-11-19 08:00'] of SITUATIONS) {
    it(what, () => {
      assert.equal(isDue(situation, now), expected);
    });
  }

  it('tells what has happened since the one before, and all that waits', () => {
    const answered = aRoundDepartment({ reply: aVersion({ at: at('2026-11-18 12:00') }) });
    const before = aRoundDepartment({ reply: aVersion({ at: at('2026-11-17 12:00') }) });
    const waiting = aRoundDepartment({ decline: aDecline({ at: at('2026-11-17 12:00') }) });
    const asking = aRoundDepartment({ questions: [aQuestion({ at: at('2026-11-16 12:00') })] });
    const overview = { ...standing({}), departments: [answered, before, waiting, asking] };
    assert.deepEqual(newsOf(overview, at('2026-11-18 08:00'), at('2026-11-19 08:00')), {
      answered: [answered],
      undecided: [waiting, asking],
      reminded: [],
      hasDeadlinePassed: false,
    });
  });
});

describe('the time when duties are computed', () => {
  const CASES: readonly (readonly [what: string, now: string, next: string, department?: Partial<RoundDepartment>])[] =
    [
      ['at eight: again at nine, when reminders are due', '2026-11-18 08:00', '2026-11-18 09:00'],
      [
        'at eight, and nobody is reminded: the next morning',
        '2026-11-18 08:00',
        '2026-11-19 08:00',
        { reply: aVersion() },
      ],
      ['at nine: the next morning', '2026-11-18 09:00', '2026-11-19 08:00'],
      ['on a Friday: on Monday', '2026-11-20 09:00', '2026-11-23 08:00'],
      ['at night: in the morning', '2026-11-18 03:00', '2026-11-18 08:00'],
      ['on a Saturday: on Monday', '2026-11-21 12:00', '2026-11-23 08:00'],
      ['before Christmas: after it', '2026-12-23 12:00', '2026-12-28 08:00'],
    ];
  for (const [what, now, next, department] of CASES) {
    it(what, () => {
      assert.deepEqual(nextDutiesAt(standing({ department: department ?? {} }), at(now)), at(next));
    });
  }

  it('after a start is the next morning', () => {
    assert.deepEqual(firstDutiesAt(standing({}).round, at('2026-11-20 10:00')), at('2026-11-23 08:00'));
  });

  it('always comes, and never lies in the past', () => {
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 1_000 });
    fc.assert(
      fc.property(minutes, (minute) => {
        const now = new Date(at('2026-01-01').getTime() + minute * 60_000);
        const next = nextDutiesAt(standing({}), now);
        assert.ok(next > now);
        assert.ok(isWorkingHour(next, DEFAULT_CALENDAR));
      }),
    );
  });
});
