import assert from 'node:assert/strict';
import type { PlaceNews } from '../../src/domain/channel/place-news.js';
import type { WhyNotReached } from '../../src/domain/channel/reach.js';
import type { SetupWish } from '../../src/domain/channel/setup-request.js';
import { ROUND_FORM_MAX } from '../../src/domain/limits.js';
import type { AwaitedWhy, Standing } from '../../src/domain/reply/standing.js';
import { ESCALATED_FROM } from '../../src/domain/round/reminder-plan.js';
import type { Trouble } from '../../src/domain/work/trouble.js';
import { departmentSettingsWords } from '../../src/text/channel/department-settings-words.js';
import type { HelpLine, HelpOfOne, HelpOfPlace } from '../../src/text/channel/help-words.js';
import { placeNotices } from '../../src/text/channel/place-notices.js';
import { registrationWords } from '../../src/text/channel/registration-words.js';
import { failureNotices } from '../../src/text/failure-notices.js';
import { da, en, type Messages } from '../../src/text/messages.js';
import { replyNotices } from '../../src/text/reply/reply-notices.js';
import { roundNotices } from '../../src/text/round/round-notices.js';
import { UNDERSTOOD } from '../cards/every-template-card.js';
import {
  aDeadline,
  aDeadlineMove,
  aDecline,
  aDepartment,
  aDepartmentId,
  aLocalDate,
  anAcceptedDecline,
  anAnswerToAll,
  anAsk,
  aPerson,
  aPlan,
  aPlanChange,
  aProposal,
  aQuestion,
  aQuestionAnswer,
  aReminder,
  aReopening,
  aRound,
  aRoundDepartment,
  aSetupRequest,
  aTimeDecision,
  aTimeRequest,
  aVersion,
  aWithdrawn,
} from '../support/builders.js';
import { STOPPED_WORDS, UNCERTAIN_WORDS } from './trouble-examples.js';

const DAY = aLocalDate('2026-12-03');
const NOON = aDeadline('2026-12-03T12:00');
const MOMENT = new Date('2026-12-03T16:30:00Z');

const NAME = 'Åse Brøndum';
const ONE = [{ id: '1', name: NAME }];
const PLACE = { channel: 'Beretninger', team: 'Børn og Unge', isFirst: false };
const TWO = [...ONE, { id: '2', name: 'Jonas Bech' }];
const REASONS: readonly WhyNotReached[] = ['channel deleted', 'bot removed', 'archived', 'deleted'];
const MANY = Array.from({ length: 30 }, (_, n) => `Fagområde ${n + 1}`);
const UNREACHED = REASONS.flatMap((why) => [
  { why, team: 'Rådhuset', departments: ['Børn og Familie'] },
  { why, team: undefined, departments: MANY },
]);
const LEAVERS = [
  { department: 'Børn og Familie', people: ONE, isWithoutHead: false },
  { department: 'Børn og Unge', people: TWO, isWithoutHead: true },
];
const PLACE_NEWS: readonly PlaceNews[] = [
  ...UNREACHED.map((unreached) => ({ kind: 'lost' as const, ...unreached })),
  { kind: 'regained', departments: ['Børn og Familie'] },
  { kind: 'regained', departments: MANY.slice(0, 21) },
  { kind: 'back', unreached: [] },
  { kind: 'back', unreached: UNREACHED },
  { kind: 'left', leavers: LEAVERS },
  { kind: 'left', leavers: LEAVERS.slice(0, 1) },
];
const COMMENT_PROBLEMS = [
  [{ kind: 'missing' }],
  [{ kind: 'too long', length: 1_234, max: 1_000 }],
  [{ kind: 'cpr number', certainty: 'certain' }],
  [{ kind: 'cpr number', certainty: 'possible' }],
];
/** What may stand beside a decision. */
const LINES = ['', 'Byrådet venter ikke', 'Brug dagene godt!'];
const COUNTS = { asked: 9, answered: 8, nil: 2, late: 1, notTheirs: 1 };

/** Reminders of every kind, and notices about departments of which everything is known that they tell. */
const NOTICES_ABOUT = [DAY, NOON].flatMap((deadline) =>
  [MOMENT, new Date('2026-12-02T08:00:00Z'), new Date('2026-12-04T08:00:00Z')].flatMap((now) =>
    ([undefined, 'before 3', 'chase 3'] as const).map((step) => [
      {
        now,
        department: aRoundDepartment({
          department: aDepartment({ director: aPerson() }),
          ask: anAsk({ deadline }),
          reminders: step === undefined ? [] : [aReminder({ step, isEscalated: step === 'chase 3' })],
          deadlineMoves: [aDeadlineMove({ reason: 'Mødet er flyttet' })],
          questions: [aQuestion({ answer: aQuestionAnswer() })],
          answersToAll: [anAnswerToAll()],
          timeRequest: aTimeRequest({ decision: aTimeDecision({ line: 'Byrådet venter ikke' }) }),
        }),
      },
    ]),
  ),
);

const WHY = ['asked', 'draft', 'awaiting approval', 'declined', 'returned'] as const satisfies readonly AwaitedWhy[];
const ANSWERED = { kind: 'answered', reply: aVersion(), isLate: false, correction: undefined } as const;
const WITHDRAWN = (['round', 'department'] as const).map((scope) => [aWithdrawn({ scope })]);

const STANDINGS: readonly Standing[] = [
  ANSWERED,
  { ...ANSWERED, correction: aProposal() },
  { kind: 'excused', decline: aDecline(), accepted: anAcceptedDecline() },
  { kind: 'withdrawn', withdrawn: aWithdrawn() },
  ...WHY.map((why) => ({ kind: 'awaited', why }) as const),
];

const GRANTED = { isGranted: true, by: aPerson() };
const DECLINED = { isGranted: false, by: aPerson() };
const WISHES: readonly SetupWish[] = [
  { kind: 'name', name: 'Børn og Unge' },
  { kind: 'unregister' },
  ...([[], ONE, TWO] as const).flatMap((people) => [
    { kind: 'heads', people } as const,
    { kind: 'deputies', people } as const,
  ]),
  { kind: 'director', people: [] },
  { kind: 'director', people: ONE },
];

/** Each kind of task with each kind of failure. */
const TROUBLES: readonly Trouble[] = [
  undefined,
  'post request',
  'post department notice',
  'refresh cards',
  'post decline',
  'post time request',
  'post question',
  'refresh questions',
  'share answers',
  'follow changes',
  'share final',
  'propose edits',
  'refresh notats',
  'refresh decision card',
  'do duties',
  'move deadlines',
  'post digest',
  'update round card',
  'update desk',
  'post round card',
  'post troubles',
  'continue round',
  'compile if complete',
  'post notat',
  'post notat part',
  'of a newer version',
].flatMap((what) => [
  ...STOPPED_WORDS.map((word) => ({ fate: 'stopped', what, word }) as const),
  ...UNCERTAIN_WORDS.map((word) => ({ fate: 'uncertain', what, word }) as const),
]);

/** The same examples for all messages of one group. */
function namedExamples(path: string, group: object, examples: readonly (readonly unknown[])[]) {
  return Object.fromEntries(Object.keys(group).map((name) => [`${path}.${name}`, examples]));
}

/** What each message that takes something is given. A message without an example here fails the walk below. */
const EXAMPLES: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  'refusals.messageTooLong': [[28_001, 20_000]],
  'date.day': [[DAY]],
  'date.weekday': [[DAY]],
  'date.moment': [[MOMENT]],
  'date.deadline': [[DAY], [NOON]],
  'digest.summary': [0, 1, 2].map((undecided) => ['Årsrapport', 1, 9, undecided]),
  'digest.untilWhen': [DAY, NOON].flatMap((deadline) => [
    [deadline, MOMENT],
    [deadline, new Date('2026-12-04T08:00:00Z')],
  ]),
  'request.deadline': [[DAY], [NOON]],
  'request.workingDays': [[1], [8]],
  'request.answeredBy': [[[]], [ONE], [TWO]],
  'request.sentBack': [[NAME, MOMENT, 'Skriv et eksempel.']],
  'request.previous': [['Opfølgning']],
  'request.proposalOvertaken': [[NAME, MOMENT]],
  'approval.from': [[NAME, MOMENT]],
  'approval.awaits': [[[]], [ONE], [TWO]],
  'changed.line': [[{ at: MOMENT, parts: ['question'] }], [{ at: MOMENT, parts: ['report', 'reportLink', 'title'] }]],
  'changed.afterAnswer': [[{ at: MOMENT, parts: ['question', 'title'] }]],
  'changed.withdrawnHeading': [['round'], ['department']],
  'changed.withdrawn': WITHDRAWN,
  'changed.reason': [['Opgaven er flyttet.']],
  'changed.kept': [[true], [false]],
  'changed.fact': WITHDRAWN,
  'notices.locked': [[undefined], ...WITHDRAWN],
  'change.tooMany': [[450]],
  'change.refused': [[1], [3]],
  'change.problem': [
    [{ field: 'title', kind: 'missing' }],
    ...COMMENT_PROBLEMS.map(([problem]) => [{ field: 'reason', kind: 'reason', problem }]),
  ],
  'change.overtaken': [
    [[aPlanChange({ parts: ['title', 'report', 'reportLink', 'question'] })]],
    [
      [
        aPlanChange({ parts: ['introduction', 'header', 'origins', 'order'] }),
        aPlanChange({ added: [aDepartmentId()] }),
      ],
    ],
  ],
  'change.now': [
    ['question', 'Hvad har I lært?'],
    ['title', 'Årsrapport'],
  ],
  'change.changed': [
    [{ changed: 0, answered: 0, added: 0, withdrawn: 0 }],
    [{ changed: 1, answered: 1, added: 1, withdrawn: 1 }],
    [{ changed: 12, answered: 3, added: 2, withdrawn: 2 }],
  ],
  'change.notOpen': [
    ...(['planned', 'closing', 'closed', 'reopening', 'withdrawing', 'withdrawn'] as const).map((state) => [
      aRound({ state }),
    ]),
    [aRound({ state: 'open', plan: aPlan({ ask: anAsk({ isTrial: true }) }) })],
  ],
  'withdrawal.consequences': [
    [0, 1, 1],
    [1, 0, 1],
    [4, 2, 6],
  ],
  'withdrawal.reasonRefused': COMMENT_PROBLEMS,
  'withdrawal.calledOff': [[ONE[0], MOMENT, 'Rapporten er trukket tilbage.']],
  'withdrawal.kept': [[0], [1], [4]],
  'withdrawal.summary': [['Årsrapport']],
  'deadline.present': [[DAY], [NOON]],
  'deadline.moved': [
    [DAY, NOON, 8, 0],
    [NOON, DAY, 1, 1],
    [NOON, DAY, 0, 2],
  ],
  'deadline.movedForOne': [[DAY, NOON]],
  'deadline.problem': [
    [{ field: 'deadline', kind: 'missing' }],
    [{ field: 'deadline', kind: 'in the past' }],
    [{ field: 'deadline', kind: 'same' }],
    [{ field: 'deadline', kind: 'too far ahead', last: DAY }],
    [{ field: 'deadline', kind: 'not read', sent: 'i morgen' }],
    ...COMMENT_PROBLEMS.map(([problem]) => [{ field: 'reason', kind: 'reason', problem }]),
  ],
  'deadline.notOpen': [['closed'], ['closing'], ['reopening'], ['withdrawn'], ['planned']],
  'question.problem': COMMENT_PROBLEMS,
  'question.tooMany': [[3]],
  'question.asked': [[NAME, MOMENT, 'Skal skolerne med?']],
  'question.answered': [[NAME, MOMENT, 'Ja, tag dem med.']],
  'question.askedByOther': [['Skal skolerne med?']],
  'question.answeredAll': [[NAME, MOMENT, 'Ja, tag dem med.']],
  'question.from': [[NAME, MOMENT]],
  'question.answeredBy': [
    [NAME, MOMENT, true],
    [NAME, MOMENT, false],
  ],
  'question.answerProblem': COMMENT_PROBLEMS.flatMap(([problem]) => [
    ['answer', problem],
    ['question', problem],
  ]),
  'question.overtaken': [[NAME, MOMENT]],
  'question.fromDepartment': [[NAME, MOMENT, 'Skal skolerne med?']],
  'question.toDepartment': [[NAME, MOMENT, 'Ja, tag dem med.']],
  'question.summary': [
    [aRoundDepartment(), true],
    [aRoundDepartment(), false],
  ],
  'status.asks': [[1], [2]],
  'time.present': [[DAY], [NOON]],
  'time.replaces': [[DAY]],
  'time.asked': [[DAY]],
  'time.notGiven': LINES.map((line) => [DAY, line]),
  'time.problem': [
    [{ field: 'deadline', kind: 'missing' }],
    [{ field: 'deadline', kind: 'in the past' }],
    [{ field: 'deadline', kind: 'not later', present: DAY }],
    [{ field: 'deadline', kind: 'not later', present: NOON }],
    [{ field: 'deadline', kind: 'too far ahead', last: DAY }],
    [{ field: 'deadline', kind: 'not read', sent: 'i morgen' }],
    [{ field: 'deadline', kind: 'cpr number' }],
    ...COMMENT_PROBLEMS.map(([problem]) => [{ field: 'reason', kind: 'reason', problem }]),
  ],
  'time.askedAlready': [[DAY]],
  'time.tooLate': [['answered'], ['awaiting approval'], ['declined'], ['excused']],
  'time.request': [[NAME, MOMENT, DAY, 'Vi venter på tal.']],
  'time.granted': LINES.map((line) => [NAME, MOMENT, line]),
  'time.declined': LINES.map((line) => [NAME, MOMENT, line]),
  'time.lineProblem': COMMENT_PROBLEMS.slice(1),
  'time.replaced': [[DAY]],
  'time.decidedAlready': [
    [true, NAME, MOMENT],
    [false, NAME, MOMENT],
  ],
  'time.moot': [[true], [false]],
  'time.dayPassed': [[DAY]],
  'written.summary': [['Årsrapport']],
  'setup.unregisterQuestion': [[1], [2]],
  'setup.unregisterSecretariatQuestion': [[1], [2]],
  'understanding.didYouMean': [[1], [2]],
  'understanding.elsewhere': [
    [{ where: 'secretariat', channel: 'Sekretariatet' }, 'status'],
    [{ where: 'secretariat', channel: undefined }, 'status'],
    [{ where: 'department' }, 'notat'],
    [{ where: 'personal' }, 'skabelon'],
  ],
  'understanding.round': [[1, 'Årsrapport', 'torsdag den 3. december 2026']],
  'understanding.chooseRound': [[1]],
  'notices.notUnderstood': [[true], [false]],
  'roundFacts.deadline': [
    [DAY, false],
    [NOON, false],
    [DAY, true],
  ],
  'roundFacts.report': [['Tilsynets årsrapport']],
  'roundFacts.standing': STANDINGS.map((standing) => [standing]),
  'roundFacts.asOf': [[MOMENT]],
  'decline.from': [[NAME, MOMENT]],
  'decline.insteadAsked': [['Børn og Familie']],
  'decline.excused': [[NAME, MOMENT]],
  'decline.problem': [...COMMENT_PROBLEMS, [{ kind: 'cpr number instead' }]],
  'followUp.state': STANDINGS.map((standing) => [standing]),
  'followUp.draft': [[NAME, MOMENT]],
  'followUp.proposal': [[NAME, MOMENT]],
  'followUp.sentBack': [[NAME, MOMENT, 'Skriv et eksempel.']],
  'followUp.declined': [[NAME, MOMENT, 'Det er plejehjem.']],
  'followUp.instead': [['Børn og Familie']],
  'followUp.accepted': [
    [true, NAME, MOMENT],
    [false, NAME, MOMENT],
  ],
  'followUp.reminded': [
    [1, MOMENT],
    [3, MOMENT],
  ],
  'followUp.problem': COMMENT_PROBLEMS,
  ...namedExamples('followUp.overtaken', da.followUp.overtaken, [[NAME, MOMENT]]),
  'followUp.locked': [[undefined], [aWithdrawn()]],
  ...namedExamples('followUp.summary', da.followUp.summary, [[aRoundDepartment()]]),
  ...namedExamples('departmentNotices', da.departmentNotices, NOTICES_ABOUT),
  ...namedExamples('departmentSummaries.notice', da.departmentSummaries.notice, NOTICES_ABOUT),
  ...namedExamples('departmentSummaries.card', da.departmentSummaries.card, NOTICES_ABOUT),
  ...namedExamples('departmentSummaries.personal', da.departmentSummaries.personal, NOTICES_ABOUT),
  'departmentSummaries.facts': NOTICES_ABOUT,
  ...namedExamples('personalNotices.notices', da.personalNotices.notices, NOTICES_ABOUT),
  'personalNotices.about': [[NAME, 'Årsrapport']],
  ...namedExamples('told.lines', da.told.lines, [[ONE], [TWO]]),
  'receipt.lockedUnanswered': WHY.map((why) => [why]),
  'receipt.copy': [true, false].flatMap((same) => [true, false].map((answered) => ['Årsrapport', same, answered])),
  'receipt.approvedFrom': [[NAME, 'Jonas Bech', MOMENT]],
  'receipt.onBehalfFrom': [[NAME, MOMENT]],
  'request.problem': [
    [{ kind: 'empty' }],
    [{ kind: 'too long', length: 10_240, max: 10_000 }],
    [{ kind: 'unintelligible' }],
    [{ kind: 'nil with text', max: 300 }],
    [{ kind: 'cpr number', certainty: 'certain' }],
    [{ kind: 'cpr number', certainty: 'possible' }],
    [{ kind: 'reason missing' }],
    [{ kind: 'reason too long', length: 345, max: 300 }],
    [{ kind: 'reason with cpr number' }],
  ],
  'dialog.titleOf': [['Børn og Familie']],
  'dialog.own': [[MOMENT]],
  'dialog.room': [
    [0, 10_000],
    [1_234, 10_000],
  ],
  'dialog.previous': [['Opfølgning']],
  'dialog.rowMore': [[3, 40]],
  'dialog.problem': [
    [{ kind: 'empty' }],
    [{ kind: 'unintelligible' }],
    [{ kind: 'too long', length: 10_240, max: 10_000 }],
  ],
  'dialog.answeredSince': [[NAME, MOMENT]],
  'dialog.proposedSince': [[NAME, MOMENT]],
  'dialog.otherOwn': [[MOMENT]],
  'dialog.ownOvertaken': [[MOMENT]],
  'request.draft': [['Åse Brøndum', MOMENT]],
  'request.draftOvertaken': [['Åse Brøndum', MOMENT]],
  'receipt.draft': [['Åse Brøndum', MOMENT]],
  'request.overtaken': [['Åse Brøndum', MOMENT]],
  'receipt.from': [['Åse Brøndum', MOMENT]],
  'receipt.version': [[2]],
  'receipt.more': [[3, 40]],
  'receipt.deadline': [[DAY], [NOON]],
  'roundForm.problem': [
    ...['title', 'report', 'question', 'deadline', 'departments'].map((field) => [{ field, kind: 'missing' }]),
    ...Object.keys(ROUND_FORM_MAX).map((field) => [{ field, kind: 'too long', length: 4_321, max: 4_000 }]),
    [{ field: 'title', kind: 'cpr number' }],
    [{ field: 'to', kind: 'possible cpr number' }],
    [{ field: 'reportLink', kind: 'not a link' }],
    [{ field: 'deadline', kind: 'in the past' }],
    [{ field: 'deadline', kind: 'before the start', startsAt: MOMENT }],
    [{ field: 'deadline', kind: 'too far ahead', last: DAY }],
    [{ field: 'deadline', kind: 'not read', sent: '11/25/2027 22:00:00' }],
    [{ field: 'deadlineTime', kind: 'not read', sent: 'kl. 12' }],
    [{ field: 'departments', kind: 'unknown department' }],
    [{ field: 'introduction', kind: 'unknown field', sent: 'dato' }],
    [{ field: 'remindBefore', kind: 'out of bounds' }],
    [{ field: 'remindAfter', kind: 'out of bounds' }],
  ],
  'closing.proposal': [['Vi skriver klart.']],
  'closing.says': [['Har ikke svaret inden fristen']],
  'closing.waits': [
    [DAY, true],
    [NOON, false],
  ],
  'closing.edits': [[1], [2]],
  'closing.moreEdits': [[1], [2]],
  'closing.mending': [0, 1, 2].flatMap((departments) => [
    [departments, true],
    [departments, false],
  ]),
  'receipt.final': [[2, MOMENT]],
  'notat.readLinkHolds': [[1], [10]],
  'notat.moreRows': [[1], [2]],
  'notat.changesSinceFinal': [[1]],
  'notat.unchangedSinceFinal': [[1]],
  'notat.newer': [[{ status: 'final', number: 2 }], [{ status: 'complete', number: undefined }]],
  'notat.reopened': [[aReopening()]],
  'edit.from': [[NAME, MOMENT]],
  'edit.lineProblem': COMMENT_PROBLEMS.slice(1),
  'edit.waits': [[NAME, MOMENT]],
  'edit.dismissed': LINES.map((line) => [NAME, MOMENT, line]),
  'notices.tooManyDepartments': [[450, 200]],
  'reminderPlan.plan': [[], [1], [3], [10, 5, 1]].flatMap((daysBefore) =>
    [true, false].flatMap((onTheDay) =>
      [undefined, 1, 2, 10, 11].map((everyAfter) => [{ daysBefore, onTheDay, everyAfter }]),
    ),
  ),
  'reminderPlan.daysBefore': [[1], [3]],
  'reminderPlan.every': [[1], [2], [10], [11]],
  'reminderPlan.problem': [
    [{ field: 'remindBefore', kind: 'out of bounds' }],
    [{ field: 'remindAfter', kind: 'out of bounds' }],
  ],
  'reminderPlan.next': [
    [MOMENT, 1],
    [MOMENT, 3],
    ['now', 1],
  ],
  'reminderPlan.reminded': [MOMENT, 'now'].flatMap((at) =>
    [0, 1, 3].flatMap((chase) =>
      [1, 3].flatMap((count) => [true, false].map((isSame) => [{ at, chase, count, isSame }])),
    ),
  ),
  'reminderPlan.more': [
    [1, MOMENT],
    [4, MOMENT],
  ],
  'reminderPlan.sentTo': [
    [1, MOMENT],
    [2, MOMENT],
    [12, MOMENT],
  ],
  'reminderPlan.due': [
    [{ number: 1, chase: 0, step: 'before 1', namesDirector: false }],
    [{ number: 2, chase: 0, step: 'before 3', namesDirector: false }],
    [{ number: 2, chase: 0, step: 'on the day', namesDirector: false }],
    [{ number: 3, chase: 1, step: 'chase 1', namesDirector: false }],
    [{ number: 5, chase: 3, step: 'chase 4', namesDirector: true }],
  ],
  'reminderPlan.byThemselves': [[da.reminderPlan.noneComing]],
  'finding.waitingOrMissing': [[0], [1], [400]],
  'finding.missing': [[0], [1], [400]],
  'finding.state': [['closing'], ['closed'], ['reopening'], ['withdrawn']],
  'finding.unreadable': [
    [['Skole'], 1],
    [['Skole', 'Kultur'], 4],
  ],
  'finding.found': [[0], [2], [400]],
  'finding.notAll': [[100]],
  'planSaved.inPlan': [[undefined], [MOMENT]],
  'planSaved.startsWithout': [[MOMENT]],
  'planSaved.overtaken': [
    [{ saved: { by: aPerson(), at: MOMENT }, isMerged: false, differs: ['title'] }, false],
    [{ saved: { by: aPerson(), at: MOMENT }, isMerged: true, differs: ['deadlineTime', 'departments'] }, true],
    [{ saved: undefined, isMerged: true, differs: [] }, false],
  ],
  'planSaved.planSays': [
    ['title', ''],
    ['introduction', 'Vi spørger igen.'],
  ],
  'planSaved.begun': [['open'], ['closing'], ['closed'], ['reopening'], ['withdrawn']],
  'planSaved.notSaved': [['open'], ['closing'], ['withdrawing']],
  'planSaved.notDiscarded': [['open']],
  'planning.plansHeading': [[1], [2]],
  'planning.plan': [
    ['Beretningen', DAY, undefined],
    ['Beretningen', DAY, MOMENT],
  ],
  'planning.earlier': [['Beretningen', DAY]],
  'planning.rolledFrom': [['Beretningen']],
  'planning.rolledYears': (['title', 'report', 'question', 'introduction', 'to', 'from', 'regarding'] as const).map(
    (field) => [field, [{ from: '2024', to: '2025' }]],
  ),
  'planning.rolledDeadline': [[DAY]],
  'planning.rolledGone': [['Kultur og Fritid']],
  'planning.rolledAdded': [['Kultur og Fritid']],
  'planning.rolledCheck': [[['reportLink']], [['reportLink', 'caseNumber']]],
  'planning.andMore': [[1], [12]],
  'planning.showDepartments': [[11, 12]],
  'planning.team': [
    ['Skoler', 1],
    [undefined, 12],
  ],
  'planning.unknownField': [['dato']],
  'planning.warning': [
    [{ kind: 'weekend', next: DAY }],
    [{ kind: 'holiday', next: DAY }],
    [{ kind: 'closed day', next: DAY }],
    [{ kind: 'same day' }],
    [{ kind: 'passed' }],
    ...[0, 1, 9].map((days) => [{ kind: 'few working days', days, enough: DAY }]),
  ],
  'planning.previousShown': [['Beretningen']],
  'planning.startsAt': [[MOMENT]],
  'planning.decidedBy': [['Åse Brøndum']],
  'planning.laterProblem': [
    [{ field: 'deadline', kind: 'missing' }],
    [{ field: 'deadline', kind: 'in the past' }],
    [{ field: 'deadline', kind: 'too far ahead', last: DAY }],
    [{ field: 'deadline', kind: 'not read', sent: '31.2' }],
    [{ field: 'deadlineTime', kind: 'not read', sent: '25:00' }],
    [{ field: 'deadlineTime', kind: 'no time' }],
    [{ field: 'deadline', kind: 'after the deadline', deadline: DAY }],
    [{ field: 'deadline', kind: 'cpr number' }],
    [{ field: 'deadline', kind: 'possible cpr number' }],
  ],
  'roundPreview.recipients': [[1], [2]],
  'roundPreview.allTried': [[1], [12]],
  'roundPreview.notReached': [[1], [2]],
  'roundPreview.notTried': [[1], [2]],
  ...namedExamples('roundPreview.why', da.roundPreview.why, [['Kultur og Fritid'], [undefined]]),
  'trial.title': [['Opfølgning']],
  'trial.whoseCard': [['Børn og Familie']],
  'trial.openText': [[1], [12]],
  'trial.summary': [
    ['Prøverunde: Opfølgning', true],
    ['Prøverunde: Opfølgning', false],
  ],
  'trial.notatHeading': [['Notatet er klar']],
  'trial.notatSummary': [['Prøverunde: Opfølgning']],
  'roundStarted.summary': [['Opfølgning', NOON]],
  'roundStarted.text': [
    [1, DAY],
    [2, NOON],
  ],
  'trouble.short': TROUBLES.map((trouble) => [trouble]),
  'trouble.whole': TROUBLES.map((trouble) => [trouble]),
  'trouble.summary': [0, 1, 2].flatMap((cards) => [
    ['Årsrapport', cards, true],
    ['Årsrapport', cards, false],
  ]),
  'desk.asksForTime': [[DAY], [NOON]],
  'desk.approvalWaits': [
    [NAME, 2],
    [NAME, 11],
  ],
  'desk.timeLeft': [true, false].flatMap((isOver) =>
    [0, 1, 2, 11].map((workingDays) => [{ hasPassed: isOver, workingDays }]),
  ),
  'desk.reminded': [
    [1, MOMENT],
    [3, MOMENT],
  ],
  'desk.next': [['now'], [MOMENT]],
  'desk.ownDeadline': [[DAY], [NOON]],
  'desk.version': [[2]],
  'desk.showAnswered': [[21], [600]],
  'desk.team': [
    ['Rådhuset', 1],
    [undefined, 12],
  ],
  'desk.summary': [['Årsrapport', 1, 9]],
  'desk.remindingAll.willBeReminded': [[1], [7]],
  'desk.remindingAll.wereReminded': [[0], [1], [7]],
  'desk.remindingAll.send': [[1], [7]],
  'desk.list.state': (['planned', 'starting', 'open', 'closing', 'reopening'] as const).map((state) => [state, DAY]),
  'desk.list.closed': [
    [MOMENT, 1],
    [MOMENT, 2],
  ],
  'desk.list.progress': [
    [0, 9, 0],
    [1, 9, 1],
    [1, 9, 2],
  ],
  'desk.list.notAll': [[200]],
  'desk.list.round': [[1, 'Årsrapport']],
  'desk.list.open': [[1]],
  'desk.list.fetchNotat': [[1]],
  'status.progress': [
    [0, 0],
    [0, 1],
    [1, 2],
  ],
  'status.deadline': [
    [DAY, false],
    [NOON, true],
  ],
  'status.draft': [[NAME, MOMENT]],
  'status.awaitingApproval': [[NAME, MOMENT]],
  'status.declined': [[NAME, MOMENT]],
  'status.sentBack': [[NAME, MOMENT]],
  'status.excusedBy': [[true], [false]],
  'status.answer': [
    ['Åse Brøndum', MOMENT, false],
    ['Åse Brøndum', MOMENT, true],
  ],
  'versions.by': [[2, 'Åse Brøndum', MOMENT]],
  'versions.more': [[1], [2]],
  'notat.finalHeading': [[2]],
  'notat.counts': [
    [COUNTS],
    [{ asked: 1, answered: 1, nil: 1, late: 0, notTheirs: 0 }],
    [{ ...COUNTS, nil: 0, late: 0, notTheirs: 0 }],
  ],
  'notat.linkHolds': [[1], [10]],
  'notat.part': [[2, 3]],
  'notat.sealed': [[NAME, MOMENT]],
  'notat.moreChanges': [[1], [2]],
  'closing.missing': [[1], [2]],
  'closing.moreMissing': [[1], [2]],
  'closing.moreFindings': [[1], [2]],
  'closing.notOpen': [['closed'], ['closing'], ['reopening'], ['withdrawn'], ['planned']],
  'closing.notClosed': [['closing'], ['withdrawn'], ['reopening'], ['open']],
  'closing.reasonRefused': COMMENT_PROBLEMS,
  'notat.summary': [
    ['Opfølgning', { status: 'interim' }],
    ['Opfølgning', { status: 'complete' }],
    ['Opfølgning', { status: 'final', number: 2 }],
  ],
  'registration.secretariat': [[[]], [ONE], [TWO]],
  'registration.department': [
    ['Børn og Familie', true],
    ['Børn og Familie', false],
  ],
  'registration.departmentTaken': [['Børn og Familie']],
  'registration.limited': [['private'], ['shared']],
  'registration.inUseByDepartment': [['Børn og Familie']],
  'settingUp.intro': [[0], [1], [12]],
  'settingUp.problem': [
    ...(['bot removed', 'archived', 'deleted', 'channel deleted'] as const).flatMap((why) =>
      ['Rådhuset', undefined].flatMap((team) => [
        [{ kind: 'not reached', name: 'Dagtilbud', why, team }],
        [{ kind: 'secretariat not reached', why, team }],
      ]),
    ),
    [{ kind: 'left', name: 'Dagtilbud', people: ONE }],
    [{ kind: 'left', name: 'Dagtilbud', people: TWO }],
    [{ kind: 'look alike', names: ['Skole', 'Skoler'] }],
    [{ kind: 'no head', names: ['Dagtilbud'] }],
    [{ kind: 'no head', names: ['Dagtilbud', 'Skoler'] }],
    [{ kind: 'no head', names: ['A', 'B', 'C', 'D', 'E'] }],
  ],
  'settingUp.moreWrong': [[1], [2]],
  'settingUp.proposal': [['Dagtilbud', PLACE]],
  'settingUp.place': [
    [PLACE],
    [{ ...PLACE, channel: undefined, isFirst: true }],
    [{ channel: undefined, team: undefined, isFirst: false }],
  ],
  'settingUp.moreUnbound': [[1], [40]],
  'settingUp.withoutProposal': [[1], [2]],
  'settingUp.notOpen': [[1], [2]],
  'settingUp.heads': [[[]], [ONE], [TWO]],
  'settingUp.deputies': [[ONE], [TWO]],
  'settingUp.director': [[ONE[0]]],
  'settingUp.moreDepartments': [[1], [40]],
  'settingUp.tooManyToList': [[1_000]],
  'settingUp.notTold': [[1], [2]],
  'settingUp.bound': [[1], [12]],
  'settingUp.notBound': [
    ['Dagtilbud', 'taken'],
    ['Dagtilbud', 'in use'],
    ['Dagtilbud', 'bad name'],
  ],
  'settingUp.tooManyAtOnce': [[200]],
  'settingUp.boundMeanwhile': [[1], [2]],
  'settingUp.saved': [['Dagtilbud']],
  'settingUp.added': [['Dagtilbud']],
  'settingUp.retired': [['Dagtilbud']],
  'settingUp.where': [['Notater'], [undefined]],
  'departmentForm.guest': [['Karen Holm']],
  'departmentForm.left': [['Karen Holm']],
  'departmentForm.offered': [
    [{ kind: 'search first', members: 900, isWhole: true }],
    [{ kind: 'search first', members: 1_000, isWhole: false }],
    [{ kind: 'found', found: 0, shown: 0 }],
    [{ kind: 'found', found: 1, shown: 1 }],
    [{ kind: 'found', found: 12, shown: 12 }],
    [{ kind: 'found', found: 400, shown: 120 }],
    [{ kind: 'not told' }],
  ],
  'departmentForm.problem': [
    [{ kind: 'bad name', problem: { kind: 'missing' } }],
    [{ kind: 'bad name', problem: { kind: 'too long', length: 1_234 } }],
    [{ kind: 'bad name', problem: { kind: 'bad character', character: '*' } }],
    [{ kind: 'bad name', problem: { kind: 'mixed scripts', character: 'о' } }],
    [{ kind: 'bad name', problem: { kind: 'cpr number', certainty: 'certain' } }],
    [{ kind: 'name taken', name: 'Dagtilbud' }],
    ...(
      [
        'too many heads',
        'too many deputies',
        'not in the team',
        'no channel',
        'channel gone',
        'channel full',
        'secretariat’s channel',
        'not moved',
      ] as const
    ).map((kind) => [{ kind }]),
  ],
  'departmentForm.retireQuestion': [['Dagtilbud']],
  'setup.renameQuestion': [['Børn og Familie', 'Børn og Unge']],
  'setup.moveQuestion': [['Børn og Familie']],
  'setup.moveSecretariatQuestion': [['Notater'], [undefined]],
  'setup.renamed': [['Børn og Unge']],
  'setup.moved': [['Børn og Familie']],
  'setup.secretariatMoved': [[true], [false]],
  'setup.movedAway': [['Notater'], [undefined]],
  'notices.welcome': [
    [true, 'Notater'],
    [true, undefined],
    [false, undefined],
  ],
  'placeNews.news': PLACE_NEWS.map((news) => [news]),
  'placeNews.short': REASONS.flatMap((why) => [
    [why, 'Rådhuset'],
    [why, undefined],
  ]),
  'setup.requestHeading': [[undefined], [GRANTED], [DECLINED]],
  'setup.request': WISHES.flatMap((wanted) =>
    ['Børn og Familie', 'Børn og Unge', undefined].map((department) => [aSetupRequest({ wanted }), department]),
  ),
  'setup.inChannel': [['Notater']],
  'setup.decidedBy': [[GRANTED], [DECLINED]],
  'setup.answer': WISHES.flatMap((wanted) => [
    [{ about: undefined, wanted }, GRANTED],
    [{ about: { departmentId: aDepartmentId(), name: 'Teknik' }, wanted }, DECLINED],
  ]),
  'setup.secretaries': [[[]], [ONE], [TWO]],
  'registration.badName': [
    [{ kind: 'missing' }],
    [{ kind: 'too long', length: 1_234 }],
    [{ kind: 'bad character', character: '*' }],
    [{ kind: 'cpr number', certainty: 'certain' }],
  ],
  'registration.heads': [[[]], [ONE], [TWO], [TWO, false]],
  'registration.deputies': [
    [[], 0],
    [[], 1],
    [[], 2],
    [ONE, 0],
    [ONE, 1],
    [TWO, 2],
    [[], 1, false],
    [ONE, 1, false],
  ],
  'registration.director': [[undefined], [ONE[0]]],
  'registration.personNotFound': [[NAME]],
  'registration.tooManyPeople': [[10]],
  'registration.whichDepartment': [[['Børn', 'Teknik og Miljø']]],
  'notat.unreadable': [[1], [2]],
  'rights.notInTheTeam': [[false], [true]],
  'rights.notSecretary': [[false], [true]],
  'rights.notSecretariatsChannel': [
    ['Notater', false],
    ['Notater', true],
    [undefined, false],
    [undefined, true],
  ],
  'notices.unreadable': [['channel'], ['department'], ['template'], ['template in chat'], ['other']],
  'notices.unfitTemplate': [['{svar}']],
  'notices.onlyHeads': [[ONE], [TWO]],
  'notices.tooLongToShow': [['Svaret er for langt.'], ['']],
  'notices.tooLongInThread': [[15_400, 10_000]],
  'registration.removed': [['Børn og Familie'], [undefined]],
  'personal.declinedWithLink': [['https://bot.example/', 10]],
  'personal.link': [['Skabelon 2', 'https://bot.example/', 10]],
  'notices.sentBelow': [[false], [true]],
  'template.uses': [[2]],
  'template.fileUnreadable': [[2]],
  'template.chosenBy': [[NAME, MOMENT]],
  'template.sentBy': [[NAME, MOMENT]],
  'template.againBy': [[NAME, MOMENT]],
  'template.understood': [[UNDERSTOOD], [{ ...UNDERSTOOD, tags: [], hasDepartmentRows: false }]],
  'template.moreChanges': [[1], [2]],
  'template.list.template': [[2, 'Brevpapir.docx']],
  'template.list.unreadableTemplate': [[2]],
  'template.list.fetch': [[2]],
  'template.list.use': [[2]],
  'template.problem': [
    [{ kind: 'macros' }],
    [
      {
        kind: 'unknown tag',
        tag: 'titl',
        nearest: 'titel',
        place: { part: 'text', row: undefined, isInTextBox: false, near: 'Dato', others: 0 },
      },
    ],
  ],
  'template.change': [[{ kind: 'word template' }]],
  'template.more': [[1], [2]],
  'template.previewName': [[0], [2]],
  'template.fileIs': [
    ['template', 0],
    ['template', 2],
    ['example', 0],
    ['example', 2],
  ],
  'template.tooLarge': [[2 * 1024 * 1024]],
};

type Said = readonly [path: string, text: string];

/** Everything a language can say, each message called with its examples. */
function everythingSaid(messages: Messages): readonly Said[] {
  return said(messages, '');
}

function said(value: unknown, path: string): readonly Said[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const examples = value.length === 0 ? [[]] : EXAMPLES[path];
    assert.ok(examples, `no example of ${path}`);
    return examples.flatMap((example, index) => said(value(...example), index === 0 ? path : `${path} ${index}`));
  }
  assert.ok(typeof value === 'object' && value !== null, path);
  return Object.entries(value).flatMap(([key, each]) => said(each, path === '' ? key : `${path}.${key}`));
}

for (const messages of [da, en]) {
  describe(`what the bot says in ${messages.lang}`, () => {
    it('is never empty, unfinished or badly spaced', () => {
      for (const [path, text] of everythingSaid(messages)) {
        assert.notEqual(text.trim(), '', path);
        assert.doesNotMatch(text, /\$\{|undefined|null|NaN|Invalid|\[object/u, path);
        assert.doesNotMatch(text, /^\s|\s$|\s\s|\s[.,:;!?]|[.,:;!?]{2}|\(\)/u, path);
      }
    });

    it('ends a notice’s text with a full stop and its heading without', () => {
      for (const [path, text] of everythingSaid(messages).filter(([each]) =>
        /^(?:(?:registration|notices|rights|download|departmentNotices)|(?:setup|dialog)\..+\.(?:heading|text)$)/u.test(
          each,
        ),
      )) {
        assert.match(text, path.endsWith('.text') ? /\.$/u : /[^.]$/u, path);
      }
    });

    it('names buttons by what stands on them', () => {
      const { request, dialog, receipt, notat, download } = messages;
      assert.ok(request.problem({ kind: 'empty' }).includes(request.nil));
      assert.ok(request.problem({ kind: 'unintelligible' }).includes(request.nil));
      assert.ok(request.problem({ kind: 'nil with text', max: 300 }).includes(request.nil));
      assert.ok(request.problem({ kind: 'nil with text', max: 300 }).includes(request.send));
      assert.ok(request.fromThread.includes(request.send));
      assert.ok(request.nilHint.includes(request.nil));
      assert.ok(request.hint.includes(dialog.open));
      assert.ok(dialog.rowHint.includes(dialog.preview) && dialog.noRow.includes(dialog.preview));
      assert.ok(receipt.draft(NAME, MOMENT).includes(receipt.correct));
      assert.ok(notat.linkHolds(10).includes(notat.renewLink));
      assert.ok(download.expired.text.includes(notat.renewLink));
    });

    it('names commands by what is written', () => {
      const words = helpLines(messages).map(({ command }) => command.split(' ')[0]);
      for (const [path, text] of everythingSaid(messages)) {
        for (const [, word] of text.matchAll(/@Notatbot (?!and\b|og\b|has\b)(\p{L}+)/gu)) {
          assert.ok(words.includes(word ?? ''), `${path}: ${word}`);
        }
      }
    });
  });
}

describe('a subject that several files make up', () => {
  it('has no name in two of them, for one would go unsaid', () => {
    const names = (parts: readonly object[]) => parts.flatMap((part) => Object.keys(part));
    for (const [whole, parts] of [
      [da.registration, [registrationWords.da, departmentSettingsWords.da]],
      [da.notices, [placeNotices.da, roundNotices.da, replyNotices.da, failureNotices.da]],
    ] as const) {
      assert.deepEqual(names(parts), Object.keys(whole));
    }
  });
});

describe('the two languages', () => {
  it('say the same things', () => {
    const paths = (messages: Messages) => everythingSaid(messages).map(([path]) => path);
    assert.deepEqual(paths(en), paths(da));
  });

  it('say them each in its own words', () => {
    const danish = new Map(everythingSaid(da));
    // The address of a link is no word of a language.
    const same = everythingSaid(en).filter(([path, text]) => danish.get(path) === text && !path.endsWith('.link.url'));
    assert.deepEqual(
      same.map(([, text]) => text),
      ['Status', 'version 2', 'Notat', 'status', 'status', 'notat', 'notat', 'notat', 'notat'],
    );
  });
});

describe('Danish', () => {
  it('writes dates and times as Danes do', () => {
    assert.ok(DAY);
    assert.equal(da.date.day(DAY), 'den 3. december 2026');
    assert.equal(da.date.moment(MOMENT), 'den 3. december 2026 kl. 17.30');
    assert.equal(da.request.deadline(DAY), 'Frist: til og med torsdag den 3. december 2026');
    assert.ok(NOON);
    assert.equal(da.request.deadline(NOON), 'Frist: torsdag den 3. december 2026 kl. 12.00');
    assert.equal(da.request.workingDays(8), 'Svartid: 8 arbejdsdage');
    assert.equal(da.request.workingDays(1), 'Svartid: 1 arbejdsdag');
    assert.equal(da.status.deadline(NOON, false), 'Fristen er torsdag den 3. december 2026 kl. 12.00.');
    assert.equal(da.receipt.from('Åse Brøndum', MOMENT), 'Åse Brøndum, den 3. december 2026 kl. 17.30');
    assert.equal(da.status.deadline(DAY, true), 'Fristen var torsdag den 3. december 2026.');
    for (const [path, text] of everythingSaid(da)) {
      assert.doesNotMatch(text, /2026-12|03\. dec|\bkl\.? ?\d\d?:|December/u, path);
    }
  });

  it('groups thousands with a point', () => {
    const said = da.request.problem({ kind: 'too long', length: 15_400, max: 10_000 });
    assert.match(said, /er på 15\.400 tegn og må højst være på 10\.000\. Forkort teksten med 5\.400 tegn\./u);
  });

  it('counts one fagområde and several fagområder', () => {
    assert.ok(DAY);
    assert.equal(da.roundPreview.recipients(1), 'Sendes til ét fagområde');
    assert.equal(da.roundPreview.recipients(2), 'Sendes til to fagområder');
    assert.match(da.roundStarted.text(1, DAY), /^Ét fagområde får kortet i sin kanal nu\./u);
    assert.match(da.roundStarted.text(2, DAY), /^To fagområder får kortet i deres kanaler nu\./u);
    assert.equal(da.status.progress(1, 1), '1 af 1 fagområde har svaret');
    assert.equal(da.status.progress(1, 2), '1 af 2 fagområder har svaret');
    assert.equal(da.roundPreview.recipients(12), 'Sendes til 12 fagområder');
    assert.equal(da.closing.missing(1), 'Ét fagområde mangler');
    assert.equal(da.closing.missing(2), 'To fagområder mangler');
    assert.match(da.notat.linkHolds(1), /1 minut\./u);
  });

  it('says whose answers need no approval, with one head and with several', () => {
    const { heads, deputies } = da.registration;
    assert.match(heads(ONE).text, /Svar fra andre end chefer og stedfortrædere skal godkendes\./u);
    assert.equal(deputies([], 1).text, 'Svar fra andre end chefen skal godkendes.');
    assert.equal(deputies([], 2).text, 'Svar fra andre end cheferne skal godkendes.');
    assert.match(deputies(ONE, 2).text, /ligesom cheferne\./u);
  });

  it('tells who may answer and start rounds as long as nobody is named', () => {
    const { department, secretariat } = da.registration;
    assert.match(department('Kultur', false).text, /Alle i kanalen kan svare, indtil der er valgt en chef\./u);
    assert.doesNotMatch(department('Kultur', true).text, /Alle/u);
    assert.match(secretariat([]).text, /Alle i teamet undtagen gæster .* @Notatbot sekretær @Navn\./u);
    assert.match(secretariat(TWO).text, /Åse Brøndum og Jonas Bech kan starte runder\./u);
  });

  it('says a plan of reminders in a line', () => {
    const { plan } = da.reminderPlan;
    const said = (daysBefore: readonly number[], onTheDay: boolean, everyAfter?: number) =>
      plan({ daysBefore, onTheDay, everyAfter });
    const usual = 'Påmindelse 3 arbejdsdage før og på fristdagen; derefter rykkere hver anden arbejdsdag';
    assert.equal(said([3], true, 2), usual);
    assert.equal(said([1], false, 1), 'Påmindelse 1 arbejdsdag før; derefter rykkere hver arbejdsdag');
    assert.equal(said([10, 5, 1], false), 'Påmindelse 10, 5 og 1 arbejdsdage før; ingen rykkere');
    assert.equal(said([], true, 5), 'Påmindelse på fristdagen; derefter rykkere hver femte arbejdsdag');
    assert.equal(said([], false, 3), 'Ingen påmindelser før fristen; derefter rykkere hver tredje arbejdsdag');
    assert.equal(said([], false), 'Ingen påmindelser og ingen rykkere');
  });

  it('says when who is reminded', () => {
    const { next, reminded } = da.reminderPlan;
    const morning = new Date('2026-11-18T08:00:00Z');
    assert.equal(next(morning, 3), 'Næste påmindelse: onsdag den 18. november 2026 kl. 9.00 til tre fagområder.');
    const line = { at: morning, chase: 3, count: 2, isSame: true };
    const when = 'Onsdag den 18. november 2026 kl. 9.00';
    assert.equal(reminded(line), `${when}: rykker nr. 3 til de samme to fagområder`);
    assert.equal(reminded({ ...line, chase: 0, count: 1, isSame: false }), `${when}: påmindelse til ét fagområde`);
  });

  it('says from which reminder on a director is named', () => {
    assert.equal(ESCALATED_FROM, 3);
    assert.match(da.registration.director(aPerson()).text, /fra den tredje/u);
    assert.match(da.reminderPlan.escalation, /^Fra tredje rykker/u);
  });

  it('quotes a wish that is granted or declined, so that it does not read as what is now true', () => {
    const by = aPerson({ name: 'Karen Lund' });
    const about = { departmentId: aDepartmentId(), name: 'Skole' };
    const told = (isGranted: boolean) =>
      da.setup.answer({ about, wanted: { kind: 'name', name: 'Kultur' } }, { isGranted, by });
    const quoted = 'ønsket: ”Fagområdet ’Skole’ skal hedde ’Kultur’”.';
    assert.deepEqual(told(true), {
      heading: 'Sekretariatet har godkendt ønsket',
      text: `Karen Lund har godkendt ${quoted}`,
    });
    assert.deepEqual(told(false), {
      heading: 'Sekretariatet har afvist ønsket',
      text: `Karen Lund har afvist ${quoted} Spørg sekretariatet, hvis I vil vide hvorfor.`,
    });
  });

  it('has one word for each thing', () => {
    for (const [path, text] of everythingSaid(da)) {
      assert.doesNotMatch(text, /deadline|afdeling|forvaltning|besvarelse|memo|tilbagemelding/iu, path);
    }
  });
});

describe('English', () => {
  it('writes dates and times as the British do, in Danish time', () => {
    assert.ok(DAY);
    assert.equal(en.date.day(DAY), '3 December 2026');
    assert.equal(en.date.moment(MOMENT), '3 December 2026 at 17:30');
    assert.equal(en.request.deadline(DAY), 'Deadline: end of Thursday 3 December 2026');
    assert.ok(NOON);
    assert.equal(en.request.deadline(NOON), 'Deadline: Thursday 3 December 2026 at 12:00');
  });

  it('counts one department and several departments', () => {
    assert.ok(DAY);
    assert.equal(en.roundPreview.recipients(1), 'Sent to one department');
    assert.match(en.roundStarted.text(1, DAY), /^One department gets the card in its channel now\./u);
    assert.match(en.roundStarted.text(2, DAY), /^Two departments get the card in their channels now\./u);
    assert.equal(en.status.progress(1, 1), '1 of 1 department has replied');
    assert.equal(en.status.progress(1, 2), '1 of 2 departments have replied');
  });
});

function helpLines({ help }: Messages): readonly HelpLine[] {
  return Object.values(help).flatMap((each: HelpOfOne | HelpOfPlace) => ('lines' in each ? each.lines : []));
}
