import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder-core';
import type { Log, RateLimit } from '../../application/ports.js';
import type { AnswerInDialog } from '../../conversation/answer.js';
import type { Notice } from '../../text/notice.js';
import { CARD_ACTION, dialogData, noticeResponse, OPEN_DIALOG, PRESS_IN_DIALOG, taskResponseOf } from './activities.js';

export interface PersonLimitDependencies {
  /** The limit on the messages and presses of one person. */
  readonly acts: RateLimit;
  /** The limit on how often one person is told that they have reached the limit. */
  readonly notices: RateLimit;
  /** What the person is told. */
  readonly notice: Notice;
  /** The same words in the dialog that was pressed, with what the person typed. @param data of the button */
  readonly keepInDialog: (data: unknown, notice: Notice) => AnswerInDialog;
  readonly log: Log;
}

/**
 * Limits what one person can have done with messages and presses. Above the limit nothing is done, and the person is
 * told. A press is answered with a notice, and the card or the dialog keeps the typed text. Messages are answered with
 * a notice only as often as `notices` allows. The status is never an error, because the Bot Connector would deliver the
 * activity again.
 *
 * The sender is known at this point: the request has the Bot Connector's token, and the Bot Connector names the sender.
 */
export function withinPersonLimit(
  { acts, notices, notice, keepInDialog, log }: PersonLimitDependencies,
  run: (context: TurnContext) => Promise<void>,
): (context: TurnContext) => Promise<void> {
  const responseTo = ({ name, value }: Activity): object | undefined => {
    switch (name) {
      case CARD_ACTION:
        return noticeResponse(notice);
      case OPEN_DIALOG:
        return taskResponseOf({ kind: 'closing', notice });
      case PRESS_IN_DIALOG:
        return taskResponseOf(keepInDialog(dialogData(value), notice));
      default:
        return undefined;
    }
  };
  return async (context) => {
    const { activity } = context;
    const isAct = activity.type === ActivityTypes.Message || activity.type === ActivityTypes.Invoke;
    const person = JSON.stringify([activity.conversation.tenantId, activity.from.aadObjectId ?? activity.from.id]);
    const excess = isAct ? await acts.count(person) : undefined;
    if (excess === undefined) return run(context);
    if (excess.by === 1) log.warn('too many acts of one person', { type: activity.type });
    if (activity.type === ActivityTypes.Invoke) {
      const body = responseTo(activity);
      await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
    } else if ((await notices.count(person)) === undefined) {
      await context.sendActivity(`${notice.heading}. ${notice.text}`);
    }
  };
}
