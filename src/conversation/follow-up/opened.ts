import { showFollowedUp } from '../../application/reply/followed-up-department.js';
import type { AboutDepartment } from '../../cards/button-fields.js';
import type { FollowUpMode } from '../../cards/reply/follow-up-card.js';
import { type FollowUp, followUpsFor } from '../../domain/reply/follow-ups.js';
import type { ChannelAct } from '../acts.js';
import { type Answer, words } from '../answer.js';
import { cardOf } from '../department-press.js';
import type { Deps } from '../dependencies.js';
import type { Shown } from '../own-message.js';
import { show, unknown } from './follow-up-answers.js';

export type OpenedDepartment = Awaited<ReturnType<typeof showFollowedUp>>;

export async function openDepartment(deps: Deps, about: AboutDepartment, press: ChannelAct): Promise<OpenedDepartment> {
  return showFollowedUp(deps, cardOf(about, press));
}

/** The card with a field to write in. Where it is too late for that, the person is told before they write. */
export function presentForm(
  deps: Deps,
  opened: OpenedDepartment,
  shown: Shown,
  what: FollowUp,
  form: FollowUpMode,
): Answer {
  if (opened.kind === 'unknown') return unknown(deps);
  const { department } = opened;
  if (department.isLocked) return show(deps, department, shown);
  return followUpsFor(department).includes(what)
    ? show(deps, department, shown, form)
    : words(deps.messages.notices.followUpTooLate());
}
