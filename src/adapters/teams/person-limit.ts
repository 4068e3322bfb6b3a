import { ActivityTypes, type TurnContext } from 'botbuilder';
import type { Log, RateLimit } from '../../application/ports.js';
import type { Notice } from '../../text/notice.js';
import { CARD_ACTION, noticeResponse } from './activities.js';

export interface PersonLimitDependencies {
  /** How many messages and presses of one person are carried out. */
  readonly acts: RateLimit;
  /** How often one person is told that it is too many; once. */
  readonly notices: RateLimit;
  /** What they are told. */
  readonly notice: Notice;
  readonly log: Log;
}

/**
 * Carries out what one person writes and presses, up to a limit; what is more is told and not done. A press is
 * answered in the card, with what was typed still in it; a message once a minute, and it stands in the channel still.
 * Never an error, since the Bot Connector would deliver the same again.
 *
 * Who it was has been verified by then: the token is the Bot Connector's, and it vouches for the sender.
 */
export function withinPersonLimit(
  { acts, notices, notice, log }: PersonLimitDependencies,
  run: (context: TurnContext) => Promise<void>,
): (context: TurnContext) => Promise<void> {
  return async (context) => {
    const { activity } = context;
    const isAct = activity.type === ActivityTypes.Message || activity.type === ActivityTypes.Invoke;
    const person = JSON.stringify([activity.conversation.tenantId, activity.from.aadObjectId ?? activity.from.id]);
    const excess = isAct ? await acts.count(person) : undefined;
    if (excess === undefined) return run(context);
    if (excess.by === 1) log.warn('too many acts of one person', { type: activity.type });
    if (activity.type === ActivityTypes.Invoke) {
      const body = activity.name === CARD_ACTION ? noticeResponse(notice) : undefined;
      await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
    } else if ((await notices.count(person)) === undefined) {
      await context.sendActivity(`${notice.heading}. ${notice.text}`);
    }
  };
}
