import { isSameChannel, type PostedMessage } from '../../domain/channel/channel.js';
import type { Seen } from '../../domain/reply/seen.js';
import type { DepartmentRight } from '../../domain/rights.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { RoundStore, Stored } from '../ports.js';
import { judgeForDepartment } from '../rights/judge.js';
import { isNotAllowed, type NotAllowed, notAllowed } from '../rights/not-allowed.js';
import type { DepartmentAction, DepartmentPress, Found, PressDependencies, PressScope } from './press-department.js';

/** A press on a department's own card, and the right that it needs. */
export interface AskedAction<Name extends DepartmentRight> extends DepartmentAction {
  readonly right: Name;
}

/** The same, where the press is to change something. */
export interface DepartmentCardPress<Name extends DepartmentRight> extends DepartmentPress, AskedAction<Name> {
  /** The card that was used; undefined where the client does not send its id. */
  readonly posted: PostedMessage | undefined;
  readonly seen: Seen;
}

type OnCard = AskedAction<DepartmentRight> & Pick<DepartmentCardPress<DepartmentRight>, 'posted'>;

/** For the buttons on a department's own cards: in its channel, by people who have the right. */
export const ON_DEPARTMENTS_CARD: PressScope<OnCard, NotAllowed, never> = {
  find: findAllowed,
  used: ({ posted }) => posted,
  tooLate: () => undefined,
};

/** The department's row, and what the person may do with it. */
export async function findAllowed(
  { rounds, members }: Pick<PressDependencies, 'rounds' | 'members'>,
  action: AskedAction<DepartmentRight>,
): Promise<Found | NotAllowed> {
  const present = await findAsked(rounds, action);
  if (present === undefined) return notAllowed({ reason: 'not asked here' });
  const verdict = await judgeForDepartment({ members }, action.right, action, present.value.department);
  return isNotAllowed(verdict) ? verdict : { present, verdict };
}

/**
 * The department in its present state, to show its card again. Whether the person may see it has been judged: everyone
 * in the channel may.
 */
export async function showDepartment(
  { rounds }: { readonly rounds: RoundStore },
  action: Pick<DepartmentAction, 'roundId' | 'departmentId' | 'address'>,
): Promise<{ readonly kind: 'shown'; readonly department: RoundDepartment } | NotAllowed> {
  const present = await findAsked(rounds, action);
  return present === undefined
    ? notAllowed({ reason: 'not asked here' })
    : { kind: 'shown', department: present.value };
}

/** The same for a person who has the right that depends on the department's heads. */
export async function showIfAllowed(
  deps: Pick<PressDependencies, 'rounds' | 'members'>,
  action: AskedAction<DepartmentRight>,
): Promise<{ readonly kind: 'shown'; readonly department: RoundDepartment } | NotAllowed> {
  const found = await findAllowed(deps, action);
  return isNotAllowed(found) ? found : { kind: 'shown', department: found.present.value };
}

/**
 * The department's row, if the round asks it in this channel. Ids in a card can be edited and cards can be copied, so
 * an id counts only together with the channel that it came from.
 */
async function findAsked(
  rounds: RoundStore,
  { roundId, departmentId, address }: Pick<DepartmentAction, 'roundId' | 'departmentId' | 'address'>,
): Promise<Stored<RoundDepartment> | undefined> {
  const found = await rounds.readDepartment(roundId, departmentId);
  return found !== undefined && isSameChannel(found.value.address, address) ? found : undefined;
}
