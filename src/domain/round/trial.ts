import type { ChannelAddress } from '../channel/channel.js';
import type { ReminderPlan } from './reminder-plan.js';
import type { RoundPlan } from './round.js';

/** A trial reminds nobody. */
const NO_REMINDERS: ReminderPlan = { daysBefore: [], onTheDay: false, everyAfter: undefined, since: undefined };

/**
 * The plan of a trial: the same round, in which every card comes in the secretariat's own channel. Its departments have
 * nobody who alone answers, so nobody is told of anything, and everyone in that channel can answer.
 *
 * @param title of the trial, which says that it is one
 */
export function trialPlan(plan: RoundPlan, secretariat: ChannelAddress, title: string): RoundPlan {
  return {
    ...plan,
    ask: { ...plan.ask, title, isTrial: true },
    reminders: NO_REMINDERS,
    startAt: undefined,
    invitations: plan.invitations.map((invitation) => ({
      ...invitation,
      address: secretariat,
      department: { ...invitation.department, heads: [], deputies: [], director: undefined },
    })),
  };
}
