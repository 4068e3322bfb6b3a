import { isSameChannel, type PostedMessage } from '../../domain/channel/channel.js';
import { mayAnswer } from '../../domain/channel/department.js';
import type { Seen } from '../../domain/reply/seen.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { RoundStore, Stored } from '../ports.js';
import type { DepartmentAction, DepartmentPress, PressRight } from './press-department.js';

/** A press on a department's own card. */
export interface DepartmentCardPress extends DepartmentPress {
  /** The card that was used; undefined where the client does not send its id. */
  readonly posted: PostedMessage | undefined;
  readonly seen: Seen;
}

/** For everyone in the department's channel. `not asked`: the round does not exist, or does not ask this channel. */
export const BY_ANYONE: PressRight<'not asked', never> = {
  find: findAsked,
  notHere: 'not asked',
  refusal: () => undefined,
};

/** For those who may answer for the department without the approval of someone else. */
export const BY_HEADS: PressRight<'not asked', 'not head'> = {
  ...BY_ANYONE,
  refusal: ({ department }, by) => (mayAnswer(department, by) ? undefined : 'not head'),
};

/**
 * The department's row, if the round asks it in this channel. Ids in a card can be edited and cards can be copied, so
 * an id counts only together with the channel that it came from.
 */
export async function findAsked(
  rounds: RoundStore,
  { roundId, departmentId, address }: DepartmentAction,
): Promise<Stored<RoundDepartment> | undefined> {
  const found = await rounds.readDepartment(roundId, departmentId);
  return found !== undefined && isSameChannel(found.value.address, address) ? found : undefined;
}

/** The department in its present state, to show its card again; undefined if the round does not ask this channel. */
export async function showDepartment(
  { rounds }: { readonly rounds: RoundStore },
  action: DepartmentAction,
): Promise<RoundDepartment | undefined> {
  return (await findAsked(rounds, action))?.value;
}
