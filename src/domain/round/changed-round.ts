import { inRoundOrder, type PlacedDepartment } from '../channel/department.js';
import type { DepartmentId } from '../ids.js';
import { keepUnknown } from '../kept-unknown.js';
import { HEADER_FIELD_NAMES, type NotatHeader } from '../notat/notat-header.js';
import { parseComment, type ReasonProblem } from '../reply/comment.js';
import { hadAnswered } from '../reply/standing.js';
import { accepted, type Result, refused } from '../result.js';
import {
  type ChangedPart,
  type ConcernedPart,
  type PlanChange,
  type SeenChange,
  withPlanChange,
} from './plan-change.js';
import type { Ask, Invitation, Round, RoundDepartment, RoundPlan } from './round.js';
import {
  departmentProblems,
  type RoundFormProblem,
  type RoundFormValues,
  readTexts,
  sharedValuesOf,
  textProblems,
} from './round-form.js';

/** The form for changing an open round, as it was sent. */
export interface ChangeValues
  extends NotatHeader,
    Pick<RoundFormValues, 'title' | 'report' | 'reportLink' | 'question' | 'introduction' | 'showOrigins'> {
  /** Department ids; undefined where the form had no room to list the departments, and they stay. */
  readonly departments: readonly string[] | undefined;
  /** `true` gives the departments the order of the set-up. */
  readonly inSetUpOrder: string;
  /** Why departments are withdrawn. It is wanted only where some are. */
  readonly reason: string;
}

export type ChangeProblem = RoundFormProblem | ReasonProblem;

/** The words of one part before a change and after it. */
export interface PartEdit {
  readonly part: ChangedPart;
  readonly before: string;
  readonly after: string;
}

/** What the form changes in a round. Where it changes nothing, nothing is listed. */
export interface ParsedChange {
  readonly plan: RoundPlan;
  readonly edits: readonly PartEdit[];
  readonly added: readonly DepartmentId[];
  readonly withdrawn: readonly DepartmentId[];
  readonly reason: string;
}

/** The form filled in with what stands. */
export function changeValuesOf(plan: RoundPlan): ChangeValues {
  return { ...sharedValuesOf(plan), inSetUpOrder: 'false', reason: '' };
}

/** Whether the form has been left as it was filled in: it says what stands, and gives no reason. */
export function isAsFilledIn(values: ChangeValues, plan: RoundPlan): boolean {
  const { departments = [], ...standing } = changeValuesOf(plan);
  const { departments: chosen = departments, ...sent } = values;
  const isSame = Object.entries(standing).every(([name, value]) =>
    Object.is(new Map(Object.entries(sent)).get(name), value),
  );
  return isSame && chosen.length === departments.length && chosen.every((id) => departments.includes(id));
}

/** The departments that the form offers: those of the round, also where they are registered no more, and all others. */
export function choicesFor(plan: RoundPlan, registered: readonly PlacedDepartment[]): readonly Invitation[] {
  const asked = new Set(plan.invitations.map(({ department }) => department.id));
  const others = inRoundOrder(registered).filter(({ department }) => !asked.has(department.id));
  return [...plan.invitations, ...others.map(({ department, address }) => ({ department, address }))];
}

/** Whether a round can be changed and called off: it is open, and no trial. */
export function canBeChanged({ state, plan }: Round): boolean {
  return state === 'open' && !plan.ask.isTrial;
}

/** Checks the form for changing an open round, and reports every problem at once. */
export function parseChange(
  values: ChangeValues,
  present: RoundPlan,
  registered: readonly PlacedDepartment[],
): Result<ParsedChange, readonly ChangeProblem[]> {
  // The sentence with the counts is not in this form.
  const text = readTexts({ ...values, countsSentence: present.countsSentence ?? '' });
  const wanted = new Set<string>(values.departments ?? present.invitations.map(({ department }) => department.id));
  const chosen = choicesFor(present, registered).filter(({ department }) => wanted.has(department.id));
  const stays = new Set(chosen.map(({ department }) => department.id));
  const asked = new Set(present.invitations.map(({ department }) => department.id));
  const withdrawn = [...asked].filter((id) => !stays.has(id));
  const reason = parseComment(values.reason);
  const isReasonWanted = withdrawn.length > 0;
  const problems: readonly ChangeProblem[] = [
    ...textProblems(text),
    ...departmentProblems(wanted.size, chosen.length),
    ...(isReasonWanted && !reason.ok ? [{ field: 'reason', kind: 'reason', problem: reason.problem } as const] : []),
  ];
  if (problems.length > 0) return refused(problems);
  const { title, report, reportLink, question, introduction, countsSentence: _, ...header } = text;
  const ask: Ask = { ...present.ask, title, report, reportLink: reportLink === '' ? undefined : reportLink, question };
  const plan: RoundPlan = {
    ...present,
    ask,
    introduction,
    header: keepUnknown(present.header, header),
    showOrigins: values.showOrigins === 'true',
    invitations: values.inSetUpOrder === 'true' ? inOrderOf(registered, chosen) : chosen,
  };
  return accepted({
    plan,
    edits: editsOf(present, plan),
    added: [...stays].filter((id) => !asked.has(id)),
    withdrawn,
    reason: isReasonWanted && reason.ok ? reason.value : '',
  });
}

/** Those that are registered no more stand last, in the order that they had. */
function inOrderOf(registered: readonly PlacedDepartment[], chosen: readonly Invitation[]): readonly Invitation[] {
  const place = new Map(inRoundOrder(registered).map(({ department }, index) => [department.id, index]));
  const placeOf = ({ department }: Invitation) => place.get(department.id) ?? place.size;
  return chosen.toSorted((one, other) => placeOf(one) - placeOf(other));
}

function editsOf(before: RoundPlan, after: RoundPlan): readonly PartEdit[] {
  const wordsBefore = wordsOf(before);
  const wordsAfter = wordsOf(after);
  const changed = HEADER_FIELD_NAMES.filter((field) => before.header[field] !== after.header[field]);
  const header = ({ header: fields }: RoundPlan) => changed.map((field) => `${field}: ${fields[field]}`).join('\n');
  const parts = [
    ...(Object.keys(wordsBefore) as (keyof typeof wordsBefore)[]).map((part) => ({
      part,
      before: wordsBefore[part],
      after: wordsAfter[part],
    })),
    { part: 'header', before: header(before), after: header(after) } as const,
    { part: 'order', before: orderOf(before, after), after: orderOf(after, before) } as const,
  ];
  return parts.filter((edit) => edit.before !== edit.after);
}

function wordsOf({ ask, introduction, showOrigins }: RoundPlan) {
  const { title, report, reportLink = '', question } = ask;
  return { title, report, reportLink, question, introduction, origins: String(showOrigins) };
}

/** The order of the departments that both plans have. */
function orderOf({ invitations }: RoundPlan, other: RoundPlan): string {
  const both = new Set(other.invitations.map(({ department }) => department.id));
  return invitations.flatMap(({ department: { id } }) => (both.has(id) ? [id] : [])).join(' ');
}

/** Whether the form changes anything. */
export function changesAnything({ edits, added, withdrawn }: ParsedChange): boolean {
  return edits.length > 0 || added.length > 0 || withdrawn.length > 0;
}

/** The round with a changed plan. Its departments follow one after the other. */
export function roundAfterChange(round: Round, parsed: ParsedChange, made: Pick<PlanChange, 'by' | 'at'>): Round {
  const { plan, edits, added, withdrawn, reason } = parsed;
  const change = { ...made, parts: edits.map(({ part }) => part), added, withdrawn, reason };
  return { ...round, plan, changes: withPlanChange(round.changes, change), isFollowing: true };
}

/** How a department follows its round. */
export interface Following {
  /**
   * `changed`: words on its card are new. `withdrawn`: it need not answer any more. `asked again`: it must, after it had
   * been withdrawn. `moved`: only its place in the notat is another, and nobody sees that on its card.
   */
  readonly kind: 'changed' | 'withdrawn' | 'asked again' | 'moved';
  readonly department: RoundDepartment;
  /** The change that it follows; the one that withdrew or added it, where one did. */
  readonly change: PlanChange;
}

/**
 * What is left for a department to follow; undefined where it has followed. Its own row tells, so this may be asked
 * again at any time, and a department that slept through several changes follows them all at once. A department that is
 * locked because its round is closed follows nothing.
 *
 * @returns a function for the departments of one round
 */
export function followingOf(round: Round): (department: RoundDepartment, now: Date) => Following | undefined {
  const { plan, changes, reopenings } = round;
  const places = new Map(plan.invitations.map(({ department }, index) => [department.id, index]));
  return (department, now) => {
    const newest = changes.at(-1);
    if (newest === undefined) return undefined;
    const { id } = department.department;
    const position = places.get(id);
    if (department.withdrawn !== undefined) {
      if (position === undefined || department.withdrawn.scope === 'round') return undefined;
      const change = changes.findLast(({ added }) => added.includes(id)) ?? newest;
      // Its round may have been opened again meanwhile.
      const again = { ...department, position, isLocked: false, withdrawn: undefined, reopenings };
      return { kind: 'asked again', department: withWordsOf(plan.ask, again, now), change };
    }
    if (department.isLocked) return undefined;
    if (position === undefined) {
      const change = changes.findLast(({ withdrawn }) => withdrawn.includes(id));
      if (change === undefined) return undefined;
      const { by, at, reason } = change;
      const withdrawn = { scope: 'department', by, at, reason } as const;
      return { kind: 'withdrawn', department: { ...department, isLocked: true, withdrawn }, change };
    }
    const changed = withWordsOf(plan.ask, { ...department, position }, now);
    if (changed.changed !== department.changed) return { kind: 'changed', department: changed, change: newest };
    return position === department.position ? undefined : { kind: 'moved', department: changed, change: newest };
  };
}

/** The department with the words that its round has now. Its deadline has a way of its own. */
function withWordsOf(ask: Ask, department: RoundDepartment, now: Date): RoundDepartment {
  const parts = CONCERNED.filter((part) => department.ask[part] !== ask[part]);
  if (parts.length === 0) return department;
  const { title, report, reportLink, question } = ask;
  const earlier = changeShown(department)?.parts ?? [];
  return {
    ...department,
    ask: { ...department.ask, title, report, reportLink, question },
    changed: { at: now, parts: CONCERNED.filter((part) => parts.includes(part) || earlier.includes(part)) },
  };
}

/** In the order in which a card names them. */
const CONCERNED: readonly ConcernedPart[] = ['question', 'report', 'reportLink', 'title'];

/** What the department's card says of changes. A department that has answered since has seen them. */
export function changeShown({ changed, reply }: Pick<RoundDepartment, 'changed' | 'reply'>): SeenChange | undefined {
  return changed !== undefined && (reply === undefined || reply.at <= changed.at) ? changed : undefined;
}

/** How many departments follow a change, by what happens to their cards. */
export interface FollowingCounts {
  /** Cards whose words change. */
  readonly changed: number;
  /** Those of them that have answered, and are not asked again. */
  readonly answered: number;
  readonly added: number;
  readonly withdrawn: number;
}

/** What a change does, in numbers. @param departments as they were before it */
export function followingCounts(
  round: Round,
  departments: readonly RoundDepartment[],
  { added, withdrawn }: Pick<PlanChange, 'added' | 'withdrawn'>,
  now: Date,
): FollowingCounts {
  const following = followingOf(round);
  const changed = departments.filter((department) => following(department, now)?.kind === 'changed');
  return {
    changed: changed.length,
    answered: changed.filter(hadAnswered).length,
    added: added.length,
    withdrawn: withdrawn.length,
  };
}

/** A department of a round that is called off. @returns undefined where it has followed already */
export function withdrawnWithRound(round: Round, department: RoundDepartment): RoundDepartment | undefined {
  if (round.withdrawn === undefined || department.withdrawn !== undefined) return undefined;
  const { by, at, reason } = round.withdrawn;
  return { ...department, isLocked: true, withdrawn: { scope: 'round', by, at, reason } };
}
