import type { DepartmentId, NotatId } from '../../domain/ids.js';
import { FINDINGS_AT_A_TIME } from '../../domain/limits.js';
import { answersIfClosed, type NotatAnswer } from '../../domain/notat/notat.js';
import { type Finding, findingKey } from '../../domain/notat/pre-issue-check.js';
import { openEdit } from '../../domain/reply/open-edit.js';
import { standingOf } from '../../domain/reply/standing.js';
import { nameOfUnreadable, type Round, type RoundDepartment, type RoundOverview } from '../../domain/round/round.js';
import type { FindingKind } from '../../domain/text/text-findings.js';
import type { Messages } from '../../text/messages.js';
import { noReplyWords } from '../../text/notat/notat-words.js';
import { findingInput, VERBS } from '../buttons.js';
import { cardButton } from '../card-buttons.js';
import { literalText } from '../literal-text.js';
import { nameParagraphs } from '../name-paragraphs.js';
import { cardThatFits, type PartOf, type Shown } from '../order-of-loss.js';
import type { CardParagraph } from '../paragraphs.js';
import type { Card, CardRenderer } from '../render.js';
import { reopeningMarks } from '../round-marks.js';
import { ON_FORM, type Spot, spotData } from '../spot.js';
import { leaveButton } from './desk-actions.js';

/**
 * The findings without room are shown after the others have been decided. So at least one finding must be shown, and
 * the list of departments is left out if that one needs the room. All missing departments are named before any finding
 * is shown, because a round must not be closed over a missing department that nobody has seen. Before all that, it is
 * left out why something has not arrived: the status card tells it too.
 */
const ORDER_OF_LOSS = [
  [
    { part: 'reasons', to: 0 },
    { part: 'edits', to: 0 },
  ],
  [
    { part: 'findings', to: 1 },
    { part: 'choices', to: 0 },
  ],
  [{ part: 'findings', to: 0 }],
  [{ part: 'missing', to: 0 }],
] as const;

/** What the secretariat sees before it closes a round. */
export interface ShownClosing {
  readonly overview: RoundOverview;
  /** The departments without an answer that counts. */
  readonly missing: readonly RoundDepartment[];
  /** The findings that nobody has accepted yet. */
  readonly findings: readonly Finding[];
  /** The notat that *Annuller* shows; undefined where no notat has been made. */
  readonly newest: NotatId | undefined;
  /** Whether someone has tried to close the round while something was left to see or decide. */
  readonly isUndecided: boolean;
  /** Decides which deadlines have passed. */
  readonly now: Date;
  /** What the last press did; undefined where none did anything. */
  readonly said: string | undefined;
  readonly spot?: Spot | undefined;
}

/** More missing departments than this are named together where the same is said of them. Our choice: about a phone's screen. */
const MISSING_ON_THEIR_OWN = 8;

/** A department that has no answer that counts, or that cannot be read. */
interface MissingLine {
  readonly id: DepartmentId;
  readonly name: string;
  readonly details: readonly CardParagraph[];
}

/** The longest excerpt that is shown, in characters. Our choice: nearly all excerpts are shorter. */
const EXCERPT_MAX = 200;

/** Findings about typography. They are kept unless someone chooses otherwise. For all others, someone must choose. */
const MAY_STAND: ReadonlySet<FindingKind> = new Set(['double space', 'space before mark', 'straight quote']);

/** The check before a round is closed: who is missing, and what was found in the texts. */
export function closingCard(render: CardRenderer, messages: Messages, closing: ShownClosing, nonce: string): Card {
  const missing = missingLines(messages, closing, 'whole');
  const short = missingLines(messages, closing, 'short');
  const whole = {
    reasons: closing.missing.some(({ trouble }) => trouble !== undefined) ? 1 : 0,
    findings: Math.min(closing.findings.length, FINDINGS_AT_A_TIME),
    choices: 1,
    missing: missing.length,
    edits: editsOf(closing).length,
  };
  return cardThatFits(ORDER_OF_LOSS, whole, (shown) =>
    render('closing', closingData(messages, closing, shown.reasons === 1 ? missing : short, shown, nonce)),
  ).card;
}

function closingData(
  messages: Messages,
  closed: ShownClosing,
  missing: readonly MissingLine[],
  shown: Shown<PartOf<typeof ORDER_OF_LOSS>>,
  nonce: string,
): object {
  const { closing, status } = messages;
  const { overview, findings, newest, isUndecided, said, spot } = closed;
  const { round } = overview;
  const edits = editsOf(closed);
  const marks = reopeningMarks(messages, round);
  const canMend = findings.some(({ kind }) => MAY_STAND.has(kind));
  const choices = departmentsToLookAt(closed);
  const shownMissing = missing.slice(0, shown.missing);
  const shownFindings = findings.slice(0, shown.findings);
  const moreMissing = missing.length - shownMissing.length;
  const moreFindings = findings.length - shownFindings.length;
  return {
    lang: messages.lang,
    fallbackText: closing.heading,
    labels: {
      heading: closing.heading,
      undecided: findings.length > 0 ? closing.undecided : closing.unseen,
      howToMend: closing.howToMend,
      missingExplained: moreMissing > 0 ? closing.moreMissing(moreMissing) : closing.missingExplained,
      editsExplained: closing.editsExplained,
      mendAll: closing.mendAll,
      mendOwn: closing.mendOwn,
      nothing: closing.nothing,
      findings: closing.findings,
      findingsExplained: closing.findingsExplained,
      choose: status.choose,
      show: status.show,
      close: closing.close,
      cancel: closing.cancel,
    },
    title: round.plan.ask.title,
    isUndecided,
    isClear: missing.length + findings.length === 0,
    hasMissing: missing.length > 0,
    missingHeading: closing.missing(missing.length),
    missing: missing.length > MISSING_ON_THEIR_OWN ? together(shownMissing) : eachAlone(shownMissing),
    hasSaid: said !== undefined,
    said: said ?? '',
    hasMarks: marks.length > 0,
    marks,
    hasEdits: edits.length > 0,
    editsHeading: closing.edits(edits.length),
    edits: nameParagraphs(edits.slice(0, shown.edits)),
    hasMoreEdits: shown.edits < edits.length,
    moreEdits: closing.moreEdits(edits.length - shown.edits),
    canMend,
    mendData: { verb: VERBS.proposeEdits, roundId: round.id, nonce, ...spotData(spot) },
    // At most three buttons are in sight.
    hasFindings: shownFindings.length > 0,
    findings: shownFindings.map((finding, index) => findingData(messages, overview, finding, index)),
    // The title is mended there too. What is chosen on this card stays.
    hasOwn: shownFindings.some(({ departmentId }) => departmentId === undefined),
    changeActions: [
      cardButton({
        title: messages.change.heading,
        verb: VERBS.openChange,
        data: { roundId: round.id, nonce, ...spotData(ON_FORM) },
        associatedInputs: 'none',
      }),
    ],
    hasMore: moreFindings > 0,
    more: closing.moreFindings(moreFindings),
    hasChoices: shown.choices === 1 && choices.length > 0,
    choices: choices.map(({ department: { id, name } }) => ({ id, title: literalText(name) })),
    chosen: choices[0]?.department.id ?? '',
    closeData: {
      verb: VERBS.closeRound,
      roundId: round.id,
      nonce,
      missing: shownMissing.map(({ id }) => id),
      findings: shownFindings.map(findingKey),
      ...spotData(spot),
    },
    // What is chosen on this card stays while a department is looked at.
    showData: { verb: VERBS.showDepartment, roundId: round.id, nonce, ...spotData(ON_FORM) },
    leave: leaveButton(messages, round.id, nonce, spot, true),
    leaveMode: canMend ? 'secondary' : 'primary',
    canCancel: newest !== undefined && spot?.kind !== 'own message',
    cancelData: { verb: VERBS.renewLink, roundId: round.id, notatId: newest ?? '' },
  };
}

/** First the missing departments, then the departments whose replies have findings, in the order of the round. */
function departmentsToLookAt({ overview, missing, findings }: ShownClosing): readonly RoundDepartment[] {
  const names = new Set(missing.map(({ department }) => department.id));
  const found = new Set(findings.map(({ departmentId }) => departmentId));
  const others = overview.departments.filter(({ department: { id } }) => found.has(id) && !names.has(id));
  return [...missing, ...others];
}

/** The departments that cannot be read come first, because nobody knows whether they have answered. */
function missingLines(
  messages: Messages,
  { overview, missing, now }: ShownClosing,
  how: 'whole' | 'short',
): readonly MissingLine[] {
  const answers = answersIfClosed(overview, now);
  const saidOf = (id: DepartmentId) => saidInNotat(messages, overview.round, answers.get(id));
  const unreadable = overview.unreadable.map((department) => ({
    id: department.departmentId,
    name: nameOfUnreadable(department),
    details: [messages.closing.unreadable, ...saidOf(department.departmentId)].map((text) => ({ text })),
  }));
  return [
    ...unreadable,
    ...missing.map((department) => missingLine(messages, department, how, saidOf(department.department.id))),
  ];
}

/** What the notat will say of a missing department, in the notat's own words, and what it might still wait for. */
function saidInNotat(
  { closing }: Messages,
  { plan: { ask } }: Round,
  answer: NotatAnswer | undefined,
): readonly string[] {
  if (answer === undefined || answer.kind === 'reply') return [];
  const words = closing.says(noReplyWords(answer, { status: 'final' }));
  return answer.kind === 'awaited'
    ? [closing.waits(answer.deadline, answer.deadline !== ask.deadline), words]
    : [words];
}

function eachAlone(lines: readonly MissingLine[]): readonly Pick<MissingLine, 'name' | 'details'>[] {
  return lines.map(({ name, details }) => ({ name, details }));
}

/** Where many are missing, those of whom the same is said are named together. */
function together(lines: readonly MissingLine[]): readonly Pick<MissingLine, 'name' | 'details'>[] {
  const groups = new Map<string, { readonly names: string[]; readonly details: MissingLine['details'] }>();
  for (const { name, details } of lines) {
    const said = details.map(({ text }) => text).join('\n');
    const group = groups.get(said) ?? { names: [], details };
    group.names.push(name);
    groups.set(said, group);
  }
  return [...groups.values()].map(({ names, details }) => ({ name: names.join(' · '), details }));
}

/** The names of the departments that have not replied to an edit. */
function editsOf({ overview }: ShownClosing): readonly string[] {
  return overview.departments.flatMap((each) => (openEdit(each) === undefined ? [] : [each.department.name]));
}

function missingLine(
  { closing, followUp, trouble: words }: Messages,
  department: RoundDepartment,
  how: 'whole' | 'short',
  said: readonly string[],
): MissingLine {
  const standing = standingOf(department);
  const isUndecided = standing.kind === 'awaited' && standing.why === 'declined';
  const why = isUndecided ? closing.declined : followUp.state(standing);
  const { trouble } = department;
  const details = [why, ...(trouble === undefined ? [] : [words[how](trouble)]), ...said];
  const { id, name } = department.department;
  return { id, name, details: details.map((text) => ({ text })) };
}

function findingData({ closing }: Messages, overview: RoundOverview, finding: Finding, index: number): object {
  const { departmentId, kind, excerpt, proposal } = finding;
  const found = overview.departments.find(({ department }) => department.id === departmentId);
  return {
    id: findingInput(index),
    where: found?.department.name ?? closing.ownText,
    what: closing.finding[kind],
    excerpt: shortened(excerpt),
    proposals: proposal === undefined ? [] : [{ text: closing.proposal(shortened(proposal)) }],
    value: MAY_STAND.has(kind) ? 'keep' : '',
    keep: closing.keep,
    mend: closing.mend,
  };
}

function shortened(text: string): string {
  return text.length <= EXCERPT_MAX ? text : `${[...text.slice(0, EXCERPT_MAX)].slice(0, -1).join('')}…`;
}
