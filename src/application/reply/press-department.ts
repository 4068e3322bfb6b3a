import type { ChannelAddress } from '../../domain/channel/channel.js';
import type { DepartmentId, RoundId } from '../../domain/ids.js';
import type { Person } from '../../domain/person.js';
import { wasCarriedOut, withPress } from '../../domain/press.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import type { Clock, RoundStore, Stored } from '../ports.js';
import { commitChange, type DepartmentChange } from './change-department.js';

/** A button pressed on a card about one department of a round. */
export interface DepartmentAction {
  readonly roundId: RoundId;
  readonly departmentId: DepartmentId;
  /** The channel the action came from, as the service said it; decides whose buttons work there. */
  readonly address: ChannelAddress;
}

/** A press that means to change something. */
export interface DepartmentPress extends DepartmentAction {
  readonly by: Person;
  /** Names the press, and is the same however often and under whatever ids it is delivered. */
  readonly press: string;
}

export interface PressDependencies {
  readonly rounds: RoundStore;
  readonly clock: Clock;
}

/** Who may press a button, and what everyone else is told. */
export interface PressRight<NotHere extends string, NotAllowed extends string> {
  /** The department's row, if the button works in the channel that the press came from. */
  find(rounds: RoundStore, action: DepartmentAction): Promise<Stored<RoundDepartment> | undefined>;
  /** What is told where there is no such row. */
  readonly notHere: NotHere;
  /** What someone is told who may not press it as the department stands; undefined for whoever may. */
  refusal(department: RoundDepartment, by: Person): NotAllowed | undefined;
}

/** What is told together with how the department stands. */
interface WithDepartment<Kind extends string> {
  readonly kind: Kind;
  readonly department: RoundDepartment;
}

/** One outcome for each kind, so that a `switch` over the kinds tells them apart. */
export type DepartmentOutcome<Kind extends string> = Kind extends string ? WithDepartment<Kind> : never;

/**
 * What every press may be told: that its button does not work here, or how the department stands. `unchanged`: it had been
 * carried out already. `locked`: the round is closed.
 */
export type PressOutcome<NotHere extends string, Kind extends string> =
  | { readonly kind: NotHere }
  | DepartmentOutcome<'unchanged' | 'locked' | Kind>;

/** A change that a press leads to, and what is told once it is stored. */
interface ToStore<Done extends string> {
  readonly done: Done;
  readonly change: DepartmentChange;
}

type Judged<Done extends string, Told extends object> = ToStore<Done> | Told;

/**
 * The way of every press about a department: one read, one judgement, one transaction. When someone else comes in between
 * read and transaction, the press is judged again against what they did.
 *
 * @param operation what it is called in the log
 * @param request `press` is undefined for what must be carried out again when it is delivered again
 * @param judge gives a change (`toStore`), or what is told without one; the department as it was read is told with it
 */
export async function pressDepartment<
  NotHere extends string,
  NotAllowed extends string,
  Done extends string,
  const Told extends object = never,
>(
  { rounds, clock }: PressDependencies,
  operation: string,
  right: PressRight<NotHere, NotAllowed>,
  request: Omit<DepartmentPress, 'press'> & { readonly press: string | undefined },
  judge: (department: RoundDepartment, at: Date) => Judged<Done, Told> | Promise<Judged<Done, Told>>,
): Promise<
  | { readonly kind: NotHere }
  | WithDepartment<'unchanged' | 'locked' | NotAllowed | Done>
  | (Told & Pick<WithDepartment<string>, 'department'>)
> {
  const { by, press } = request;
  return untilStored(operation, async () => {
    const present = await right.find(rounds, request);
    if (present === undefined) return { kind: right.notHere };
    const department = present.value;
    if (press !== undefined && wasCarriedOut(department, press)) return { kind: 'unchanged', department };
    if (department.isLocked) return { kind: 'locked', department };
    const refusal = right.refusal(department, by);
    if (refusal !== undefined) return { kind: refusal, department };
    const judged = await judge(department, clock.now());
    if (!isToStore(judged)) return { department, ...judged };
    const { change, done } = judged;
    const after = press === undefined ? change.department : withPress(change.department, press);
    const isStored = await commitChange(rounds, present, { ...change, department: after });
    return isStored ? { kind: done, department: after } : CONFLICT;
  });
}

/** For a judgement: a change, and what is told once it is stored. */
export function toStore<Done extends string>(done: Done, change: DepartmentChange): ToStore<Done> {
  return { done, change };
}

function isToStore<Done extends string, Told extends object>(judged: Judged<Done, Told>): judged is ToStore<Done> {
  return 'change' in judged;
}
