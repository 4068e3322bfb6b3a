import type { Asker } from '../application/rights/judge.js';
import type { Right } from '../domain/rights.js';
import type { ChannelAct, PersonalAct } from './acts.js';

/** Who has acted, and where. */
export interface Acted extends Omit<Asker, 'registered'> {
  /** The id of the channel, or of the person's chat. */
  readonly conversationId: string;
  readonly activityId: string;
}

export function actedIn(act: ChannelAct | PersonalAct): Acted {
  const { activityId } = act;
  if ('sender' in act) return { ...act.sender, address: undefined, conversationId: act.conversationId, activityId };
  const { by, memberId, home, address } = act;
  return { by, memberId, home, tenantId: address.tenantId, address, conversationId: address.channelId, activityId };
}

/** What a person has tried to do: the name of its row, and the right that the row needs. */
export interface Tried {
  readonly name: string;
  readonly right: Right;
}
