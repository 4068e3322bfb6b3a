import type { DepartmentAction, DepartmentPress } from '../application/reply/press-department.js';
import type { AboutDepartment, SeenOnCard } from '../cards/button-fields.js';
import type { Verb } from '../cards/buttons.js';
import type { Seen } from '../domain/reply/seen.js';
import type { ChannelAct } from './acts.js';
import { nameOfPress } from './press-name.js';

/** The department that a card is about, and the channel where the card was pressed. */
export function cardOf({ roundId, departmentId }: AboutDepartment, act: ChannelAct): DepartmentAction {
  const { by, memberId, home, address } = act;
  return { roundId, departmentId, by, memberId, home, address };
}

/** @param typed everything that the person typed or chose */
export function pressOf(
  verb: Verb,
  about: AboutDepartment,
  act: ChannelAct,
  typed: readonly unknown[],
): DepartmentPress {
  const { nonce } = about;
  return { ...cardOf(about, act), press: nameOfPress({ verb, nonce }, act, typed) };
}

export function seenOf({ basedOn, draftSeen, proposalSeen }: SeenOnCard): Seen {
  return { reply: basedOn, draft: draftSeen, proposal: proposalSeen };
}
