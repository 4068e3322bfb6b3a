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
  /** The channel that the action came from, as the service reports it. It decides whose buttons work there. */
  readonly address: ChannelAddress;
}

/** A press that is to change something. */
export interface DepartmentPress extends DepartmentAction {
  readonly by: Person;
  /** Identifies the press. It is the same each time the press is delivered again, even with another activity id. */
  readonly press: string;
}

export interface PressDependencies {
  readonly rounds: RoundStore;
  readonly clock: Clock;
}

/** Who may press a button, and what all others are told. */
export interface PressRight<NotHere extends string, NotAllowed extends string> {
  /** The department's row, if the button works in the channel that the press came from. */
  find(rounds: RoundStore, action: DepartmentAction): Promise<Stored<RoundDepartment> | undefined>;
  /** The outcome where there is no such row. */
  readonly notHere: NotHere;
  /** The outcome for a person who may not press the button in the department's present state; undefined if they may. */
  refusal(department: RoundDepartment, by: Person): NotAllowed | undefined;
}

/** An outcome that comes with the present state of the department. */
interface WithDepartment<Kind extends string> {
  readonly kind: Kind;
  readonly department: RoundDepartment;
}

/** A union with one member for each kind, so that a `switch` over the kinds narrows the type. */
export type DepartmentOutcome<Kind extends string> = Kind extends string ? WithDepartment<Kind> : never;

/**
 * The possible outcomes of every press. Either the button does not work here, or the outcome comes with the present
 * state of the department. `unchanged`: the press had already been carried out. `locked`: the round is closed.
 */
export type PressOutcome<NotHere extends string, Kind extends string> =
  | { readonly kind: NotHere }
  | DepartmentOutcome<'unchanged' | 'locked' | Kind>;

/** The change that a press makes, and the outcome once the change is stored. */
interface ToStore<Done extends string> {
  readonly done: Done;
  readonly change: DepartmentChange;
}

type Judged<Done extends string, Told extends object> = ToStore<Done> | Told;

/**
 * Carries out every press about a department: one read, one decision, one transaction. When someone else changes the
 * department between the read and the transaction, the press is decided again on the new state.
 *
 * @param operation the name of the operation in the log
 * @param request its `press` is undefined for a press that must be carried out again when it is delivered again
 * @param judge returns a change (`toStore`), or an outcome without one, which is combined with the department as it was
 * read
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

/** The result of a `judge` that makes a change: the change, and the outcome once the change is stored. */
export function toStore<Done extends string>(done: Done, change: DepartmentChange): ToStore<Done> {
  return { done, change };
}

function isToStore<Done extends string, Told extends object>(judged: Judged<Done, Told>): judged is ToStore<Done> {
  return 'change' in judged;
}
