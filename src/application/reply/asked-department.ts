import { type ChannelAddress, isSameChannel, type PostedMessage } from '../../domain/channel/channel.js';
import type { DepartmentId, RoundId } from '../../domain/ids.js';
import type { Person } from '../../domain/person.js';
import type { Seen } from '../../domain/reply/seen.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { RoundStore, Stored } from '../ports.js';

/** A button pressed on a department's card. */
export interface DepartmentCardAction {
  readonly roundId: RoundId;
  readonly departmentId: DepartmentId;
  /** The channel the action came from, as the service said it; decides for whom it may answer. */
  readonly address: ChannelAddress;
}

/** A press that means to change something. */
export interface DepartmentCardPress extends DepartmentCardAction {
  readonly by: Person;
  /** The card that was used; undefined where the client does not say which. */
  readonly posted: PostedMessage | undefined;
  /** Names the press, and is the same however often and under whatever ids it is delivered. */
  readonly press: string;
  readonly seen: Seen;
}

/**
 * The department's row, if the channel is the one that was asked. Ids in a card can be edited and cards copied,
 * so they count only together with the channel they came from.
 */
export async function findAsked(
  rounds: RoundStore,
  { roundId, departmentId, address }: DepartmentCardAction,
): Promise<Stored<RoundDepartment> | undefined> {
  const found = await rounds.readDepartment(roundId, departmentId);
  return found !== undefined && isSameChannel(found.value.address, address) ? found : undefined;
}

/** The department as it stands, for showing its card again; undefined if this channel is not asked. */
export async function showDepartment(
  { rounds }: { readonly rounds: RoundStore },
  action: DepartmentCardAction,
): Promise<RoundDepartment | undefined> {
  return (await findAsked(rounds, action))?.value;
}
