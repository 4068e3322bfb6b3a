import { departmentCard, requestCard } from '../../src/cards/department-card.js';
import { helpCard } from '../../src/cards/help-card.js';
import { notatCard } from '../../src/cards/notat-card.js';
import { noticeCard } from '../../src/cards/notice-card.js';
import type { Card } from '../../src/cards/render.js';
import { newRoundForm, roundFormCard, roundPreviewCard, roundStartedCard } from '../../src/cards/round-cards.js';
import { statusCard } from '../../src/cards/status-card.js';
import { versionsCard } from '../../src/cards/versions-card.js';
import { compileNotat, recordNotat } from '../../src/domain/notat.js';
import type { ReplyContent, ReplyVersion } from '../../src/domain/reply.js';
import type { RoundDepartment, RoundOverview, RoundPlan } from '../../src/domain/round.js';
import { formValuesOf, type RoundFormProblem } from '../../src/domain/round-form.js';
import type { Messages } from '../../src/text/messages.js';
import {
  aDepartment,
  aDepartmentId,
  aLocalDate,
  aNotatId,
  anAddress,
  anAsk,
  aPerson,
  aPlan,
  aRegisteredDepartment,
  aRound,
  aRoundDepartment,
  aRoundId,
  aVersion,
  START,
} from '../support/builders.js';
import { render } from './card-parts.js';

/** Every text that people write, for cards to show. */
export interface WrittenTexts {
  readonly title: string;
  readonly report: string;
  readonly reportLink: string;
  readonly question: string;
  readonly introduction: string;
  readonly reply: string;
  readonly author: string;
  readonly departments: readonly string[];
  /** What each department answers, in their order, where they do not all answer alike. */
  readonly answers?: readonly { readonly author: string; readonly content: ReplyContent }[];
}

export const USUAL: WrittenTexts = {
  title: 'Opfølgning på tilsynets årsrapport',
  report: 'Tilsynets årsrapport',
  reportLink: 'https://kommune.example/tilsyn.pdf',
  question: 'Hvad har I lært?\nHvad gør I nu?',
  introduction: 'Byrådet har bedt om en status.\n\nSvarene følger her.',
  reply: 'Vi følger op hver måned.\n- Fast punkt på mødet\n- Nyt skema',
  author: 'Åse Brøndum',
  departments: ['Børn og Familie', 'Job og Uddannelse', 'Teknik og Miljø'],
};

const AFTER_DEADLINE = new Date('2026-11-26T09:00:00Z');

/** Every card in every state, by a name that says which. */
export function everyCard(messages: Messages, texts: WrittenTexts = USUAL): ReadonlyMap<string, Card> {
  const { departments } = planOf(texts);
  const [first] = departments;
  if (first === undefined) throw new Error('a round asks someone');
  const text: ReplyContent = { kind: 'text', text: texts.reply };
  const answered = answer(first, texts, text);
  return new Map<string, Card>([
    ['request', requestCard(render, messages, first, { kind: 'new' })],
    ['request without a link', requestCard(render, messages, withoutLink(first), { kind: 'new' })],
    ...refusedCards(messages, first, texts),
    ['request to correct', requestCard(render, messages, answered, { kind: 'correcting' })],
    [
      'request to correct a nil reply',
      requestCard(render, messages, answer(first, texts, { kind: 'nil' }), { kind: 'correcting' }),
    ],
    ['request with a draft', departmentCard(render, messages, drafted(first, texts))],
    [
      'request to correct with a draft',
      requestCard(render, messages, drafted(answered, texts), { kind: 'correcting' }),
    ],
    [
      'request whose draft is overtaken',
      requestCard(render, messages, drafted(first, texts), { kind: 'draft overtaken', typed: texts.reply }),
    ],
    ['receipt beside a draft', departmentCard(render, messages, drafted(answered, texts))],
    ['request overtaken', requestCard(render, messages, answered, { kind: 'overtaken', typed: texts.reply })],
    ['receipt', departmentCard(render, messages, answered)],
    ['receipt for a nil reply', departmentCard(render, messages, answer(first, texts, { kind: 'nil' }))],
    ['receipt for a correction', departmentCard(render, messages, answer(first, texts, text, 3))],
    ['versions', versionsCard(render, messages, answered, versionsOf(texts))],
    ['versions of no answer', versionsCard(render, messages, first, [])],
    ...roundCards(messages, texts),
    ...overviewCards(messages, texts),
    ...crowdedCards(messages, texts),
    ['help', helpCard(render, messages)],
    ['notice', noticeCard(render, messages, messages.registration.department(texts.departments[0] ?? ''))],
    ['notice of welcome', noticeCard(render, messages, messages.notices.welcome())],
    ['notice of failure', noticeCard(render, messages, messages.notices.replyNotStored())],
  ]);
}

function drafted(department: RoundDepartment, { reply, author }: WrittenTexts): RoundDepartment {
  return { ...department, draft: { text: reply, author: aPerson({ name: author }), at: START } };
}

/** A first answer, one with words changed, a nil reply, and the reply again. */
function versionsOf({ reply, author }: WrittenTexts): readonly ReplyVersion[] {
  const contents: readonly ReplyContent[] = [
    { kind: 'text', text: reply },
    { kind: 'text', text: `${reply.replace(/\w+/u, 'Rapporten')}\nVi følger op til sommer.` },
    { kind: 'nil' },
    { kind: 'text', text: reply },
  ];
  return contents.map((content, index) => aVersion({ number: index + 1, content, author: aPerson({ name: author }) }));
}

/** A round with a department for each of the names. */
function planOf(texts: WrittenTexts): {
  readonly plan: RoundPlan;
  readonly departments: readonly RoundDepartment[];
} {
  const { title, report, reportLink, question, introduction } = texts;
  const ask = anAsk({ title, report, reportLink, question });
  const departments = texts.departments.map((name, position) => {
    const id = aDepartmentId(`${position}`.padStart(36, '0'));
    return aRoundDepartment({ department: aDepartment({ id, name }), position, ask });
  });
  const invitations = departments.map(({ department }) => ({ department, address: anAddress() }));
  return { plan: aPlan({ ask, introduction, invitations }), departments };
}

/** The round when the first so many of its departments have answered. */
export function overviewOf(texts: WrittenTexts, answers: number): RoundOverview {
  const { plan, departments } = planOf(texts);
  const round = aRound({ state: 'open', plan });
  const content: ReplyContent = { kind: 'text', text: texts.reply };
  return {
    round,
    departments: departments.map((each, index) => {
      if (index >= answers) return each;
      const own = texts.answers?.[index];
      return own === undefined ? answer(each, texts, content) : answer(each, own, own.content);
    }),
  };
}

export function shownNotat(messages: Messages, overview: RoundOverview, now: Date = START): Card {
  const { round } = overview;
  const notat = compileNotat(overview, now);
  const link = 'https://notatbot.example/notat/eyJyIjoicnVuZGUtMSJ9.c2lnbmF0dXI';
  return notatCard(render, messages, { round, record: recordNotat(aNotatId(), overview, now), notat, link });
}

export function shownForm(messages: Messages, texts: WrittenTexts, problems: readonly RoundFormProblem[]): Card {
  const { plan, departments } = planOf(texts);
  const registered = departments.map(({ department }) => aRegisteredDepartment({ department }));
  return roundFormCard(render, messages, {
    roundId: aRoundId(),
    values: formValuesOf(plan),
    problems,
    departments: registered,
    today: aLocalDate(),
  });
}

export const EVERY_FORM_PROBLEM: readonly RoundFormProblem[] = [
  { field: 'title', kind: 'missing' },
  { field: 'report', kind: 'too long', max: 200 },
  { field: 'reportLink', kind: 'not a link' },
  { field: 'deadline', kind: 'in the past' },
  { field: 'departments', kind: 'unknown department' },
];

function refusedCards(
  messages: Messages,
  department: RoundDepartment,
  { reply }: WrittenTexts,
): readonly (readonly [string, Card])[] {
  const refusals = [
    [{ kind: 'empty' }, ''],
    [{ kind: 'too long', length: 12_345, max: 10_000 }, reply],
    [{ kind: 'unintelligible' }, '…!'],
    [{ kind: 'nil with text' }, reply],
    [{ kind: 'cpr number', certainty: 'possible' }, `${reply} (sag 0707614286)`],
    [{ kind: 'cpr number', certainty: 'certain' }, `${reply} (311299-4321)`],
    [{ kind: 'reason missing' }, `${reply} (311299-4321)`],
    [{ kind: 'reason too long', max: 300 }, `${reply} (311299-4321)`],
    [{ kind: 'reason with cpr number' }, `${reply} (311299-4321)`],
  ] as const;
  return refusals.map(([problem, typed]) => [
    `request refused, ${problem.kind}${'certainty' in problem ? ` ${problem.certainty}` : ''}`,
    requestCard(render, messages, department, { kind: 'refused', problem, typed }),
  ]);
}

function roundCards(messages: Messages, texts: WrittenTexts): readonly (readonly [string, Card])[] {
  const { plan, departments } = planOf(texts);
  const registered = departments.map(({ department }) => aRegisteredDepartment({ department }));
  const bare = aRound({ plan: { ...plan, introduction: '', ask: { ...plan.ask, reportLink: undefined } } });
  return [
    ['form', roundFormCard(render, messages, newRoundForm(messages, registered, aLocalDate()))],
    ['form with problems', shownForm(messages, texts, EVERY_FORM_PROBLEM)],
    ['form with values', shownForm(messages, texts, [])],
    ['preview', roundPreviewCard(render, messages, aRound({ plan }))],
    ['preview without introduction and link', roundPreviewCard(render, messages, bare)],
    ['started', roundStartedCard(render, messages, aRound({ plan }))],
  ];
}

function overviewCards(messages: Messages, texts: WrittenTexts): readonly (readonly [string, Card])[] {
  const status = (overview: RoundOverview, now = START) => statusCard(render, messages, overview, now);
  const none = overviewOf(texts, 0);
  const some = overviewOf(texts, 1);
  const all = overviewOf(texts, texts.departments.length);
  const undelivered = {
    ...some,
    departments: some.departments.map((each) =>
      each.reply === undefined ? { ...each, undelivered: '403 BotNotInConversationRoster' } : each,
    ),
  };
  return [
    ['status of none', status(none)],
    ['status of some', status(some)],
    ['status of half', status(overviewOf(texts, Math.ceil(texts.departments.length / 2)))],
    ['status of all', status(all)],
    ['status with the undelivered', status(undelivered)],
    ['status after the deadline', status(some, AFTER_DEADLINE)],
    ['interim notat', shownNotat(messages, some)],
    ['interim notat after the deadline', shownNotat(messages, some, AFTER_DEADLINE)],
    ['complete notat', shownNotat(messages, all)],
  ];
}

/** Where a message has not room for everything. */
function crowdedCards(messages: Messages, texts: WrittenTexts): readonly (readonly [string, Card])[] {
  const departments = Array.from({ length: 60 }, (_, index) => `Fagområde nummer ${index + 1}`);
  const { answers, ...alike } = texts;
  const long = { ...alike, departments, reply: 'Vi har ændret arbejdsgangen.\n'.repeat(400) };
  const [answered] = overviewOf(long, 1).departments;
  if (answered === undefined) throw new Error('a round asks someone');
  return [
    ['receipt for a long reply', departmentCard(render, messages, answered)],
    [
      'request overtaken by a long reply',
      requestCard(render, messages, answered, { kind: 'overtaken', typed: texts.reply }),
    ],
    ['preview to many', roundPreviewCard(render, messages, aRound({ plan: planOf(long).plan }))],
    ['status of many', statusCard(render, messages, overviewOf({ ...alike, departments }, 25), START)],
    ['interim notat with departments left out', shownNotat(messages, overviewOf(long, 25))],
  ];
}

function answer(
  department: RoundDepartment,
  { author }: Pick<WrittenTexts, 'author'>,
  content: ReplyContent,
  number = 1,
): RoundDepartment {
  return { ...department, reply: aVersion({ number, content, author: aPerson({ name: author }) }) };
}

function withoutLink(department: RoundDepartment): RoundDepartment {
  return { ...department, ask: { ...department.ask, reportLink: undefined } };
}
