import { type ChannelAddress, isSameChannel } from '../../domain/channel/channel.js';
import type { DepartmentId, RoundId } from '../../domain/ids.js';
import type { Person } from '../../domain/person.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { RoundStore, Stored } from '../ports.js';

/** A button pressed on the secretariat's card about one department. */
export interface FollowUpAction {
  readonly roundId: RoundId;
  readonly departmentId: DepartmentId;
  /** The channel the action came from; only the round's own secretariat may follow it up. */
  readonly address: ChannelAddress;
}

/** A press that means to change something. */
export interface FollowUpPress extends FollowUpAction {
  readonly by: Person;
  /** Names the press, and is the same however often and under whatever ids it is delivered. */
  readonly press: string;
}

/** The department's row, if the channel is that of the round's secretariat. */
export async function findFollowedUp(
  rounds: RoundStore,
  { roundId, departmentId, address }: FollowUpAction,
): Promise<Stored<RoundDepartment> | undefined> {
  const [round, department] = await Promise.all([
    rounds.readRound(roundId),
    rounds.readDepartment(roundId, departmentId),
  ]);
  return round !== undefined && isSameChannel(round.value.secretariat, address) ? department : undefined;
}

/** The department as it stands, for the secretariat to see; undefined where it is not this secretariat's. */
export async function showFollowedUp(
  { rounds }: { readonly rounds: RoundStore },
  action: FollowUpAction,
): Promise<RoundDepartment | undefined> {
  return (await findFollowedUp(rounds, action))?.value;
}
