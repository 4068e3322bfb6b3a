import type { Activity, FileConsentCardResponse, InvokeResponse, TurnContext } from 'botbuilder';
import { TeamsActivityHandler } from 'botbuilder/lib/teamsActivityHandler.js';
import type { ConnectorClient } from 'botframework-connector';
import type { Log } from '../../application/ports.js';
import type { PersonalAct, Refusal, RefusalCause } from '../../conversation/acts.js';
import { type Answer, toOne, words } from '../../conversation/answer.js';
import type { Conversation } from '../../conversation/conversation.js';
import type { PlaceEvent } from '../../domain/channel/place-event.js';
import { BOT_NAME_MAX, MESSAGES_REMEMBERED, STRANGERS_TOLD_MAX, TEAMS_SEEN_MAX } from '../../domain/limits.js';
import type { Result } from '../../domain/result.js';
import { cleanLine } from '../../domain/text/clean-text.js';
import {
  activityOf,
  CARD_ACTION,
  dialogData,
  invokeResponseOf,
  OPEN_DIALOG,
  PRESS_IN_DIALOG,
  taskResponseOf,
} from './activities.js';
import { changeForAll, doAfterwards, type ForAll, isForAll, isKept } from './afterwards.js';
import { ConnectorRefusal } from './connector-http-client.js';
import { mendEchoedFields } from './echoed-fields.js';
import { SHOW_TO_ALL, type ShowToOne } from './for-one.js';
import { placeOf, readIncoming, readSender, withoutThread } from './incoming.js';
import { createOnce } from './once.js';
import { readPersonal } from './personal-activity.js';
import { placeEvent, seenTeam } from './place-event.js';
import { isEmpty, readWrittenMessage } from './written-message.js';

/** The name of the invoke activity that the buttons of a file consent card send. */
const FILE_CONSENT = 'fileConsent/invoke';

/** The types of activity that the bot answers. For some of the others, the SDK would do things of its own. */
const TURNS: ReadonlySet<string> = new Set(['message', 'invoke', 'installationUpdate']);

/**
 * The types of activity that can tell that people have been added to a team or a channel, or removed. Teams has several
 * events of the first type, and gets new ones. Some are about something else, such as a channel's name, but they are
 * rare.
 */
const MEMBERSHIP: ReadonlySet<string> = new Set(['conversationUpdate', 'installationUpdate']);

/** Causes that are told once, because the sender may be a program that answers every message. */
const TOLD_ONCE: ReadonlySet<RefusalCause> = new Set(['a bot', 'unknown person']);

const UNREAD_VALUE: Refusal = { cause: 'press not read', field: 'value' };

/** One activity, and the conversation in which the bot uses the name that it has in this tenant. */
interface Turn {
  readonly context: TurnContext;
  readonly talk: Conversation;
}

/** Passes activities from Teams to the conversation, and its answers back to Teams. */
export class NotatbotHandler extends TeamsActivityHandler {
  readonly #converse: (botName: string | undefined) => Conversation;
  readonly #log: Log;
  readonly #membersChanged: () => void;
  readonly #follow: (event: PlaceEvent) => void;
  readonly #showToOne: ShowToOne;
  readonly #once = createOnce(MESSAGES_REMEMBERED);
  readonly #toldOnce = createOnce(STRANGERS_TOLD_MAX);
  readonly #seen = new Set<string>();

  /**
   * @param converse gets the bot's name from the activity; undefined where the activity does not give it
   * @param membersChanged called when Teams tells that the members of a team may have changed
   * @param follow called with what Teams tells of a team that has the bot, and once with each team in which somebody
   * writes to the bot, after the answer
   * @param showToOne shows a message to one person alone
   */
  constructor(
    converse: (botName: string | undefined) => Conversation,
    log: Log,
    membersChanged: () => void = () => undefined,
    follow: (event: PlaceEvent) => void = () => undefined,
    showToOne: ShowToOne = SHOW_TO_ALL,
  ) {
    super();
    this.#converse = converse;
    this.#log = log;
    this.#membersChanged = membersChanged;
    this.#follow = follow;
    this.#showToOne = showToOne;
    this.onMessage(async (context, next) => {
      await this.#onMessage(this.#turn(context));
      await next();
    });
    this.onInstallationUpdateAdd(async (context, next) => {
      // The SDK calls this for an upgrade of the app too. People must not be greeted again then.
      const { action, id, conversation } = context.activity;
      const greet = () => this.#greet(this.#turn(context));
      // Teams can deliver the same event several times, as it does with messages.
      if (action === 'add') await this.#once(JSON.stringify([conversation.id, id]), greet);
      await next();
    });
  }

  protected override async onTurnActivity(context: TurnContext): Promise<void> {
    const { type } = context.activity;
    if (MEMBERSHIP.has(type)) this.#membersChanged();
    const event = placeEvent(context.activity);
    if (event !== undefined) {
      this.#seen.delete(teamKey(event));
      this.#follow(event);
    }
    if (!TURNS.has(type)) return;
    const seen = seenTeam(context.activity);
    mendEchoedFields(context.activity);
    await super.onTurnActivity(context);
    if (seen !== undefined) this.#noteSeen(seen);
  }

  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    const { name, value } = context.activity;
    if (name === CARD_ACTION) {
      const turn = this.#turn(context);
      const personally = personalPress(context.activity);
      const answer = await turn.talk.press(actionData(value), readIncoming(context.activity), personally);
      const isKeptBelow = isKept(answer) && typeof context.activity.replyToId !== 'string';
      if (answer.kind === 'messages' || isKeptBelow) {
        // Without words or a card, Teams shows an error beside the card.
        const failure = await this.#failureToSend(turn, answer);
        const told = failure ?? words(turn.talk.sentBelow(personally !== undefined));
        return { status: 200, body: invokeResponseOf(told) };
      }
      const told = await this.#keep(turn, answer);
      this.#changeAfterwards(context, told);
      return { status: 200, body: invokeResponseOf(told) };
    }
    if (name === OPEN_DIALOG || name === PRESS_IN_DIALOG) {
      const { talk } = this.#turn(context);
      const act = readIncoming(context.activity, 'dialog');
      const data = dialogData(value);
      const answer = await (name === OPEN_DIALOG ? talk.openDialog(data, act) : talk.pressInDialog(data, act));
      if (answer.kind === 'closing' && answer.shows !== undefined) {
        this.#changeMessage(context, answer.shows.messageId, { ...answer.shows.answer, forAll: 'shown' });
      }
      return { status: 200, body: taskResponseOf(answer) };
    }
    // The SDK handles many other invokes, and throws if their value is not as it expects.
    return name === FILE_CONSENT ? super.onInvokeActivity(context) : { status: 501 };
  }

  protected override async handleTeamsFileConsent(
    context: TurnContext,
    response: FileConsentCardResponse | undefined,
  ): Promise<void> {
    // The SDK reads the response without checking that there is one.
    if (typeof response === 'object') return super.handleTeamsFileConsent(context, response);
    const turn = this.#turn(context);
    await this.#send(turn, await turn.talk.refuse(UNREAD_VALUE));
  }

  protected override async handleTeamsFileConsentAccept(
    context: TurnContext,
    { context: offered, uploadInfo }: FileConsentCardResponse,
  ): Promise<void> {
    const turn = this.#turn(context);
    await this.#answerConsent(turn, async (act) => {
      const answer = await turn.talk.keepFile({ context: offered, uploadInfo }, act);
      const isSent = await this.#trySend(turn, answer);
      // Where the person is told that it went wrong, the card stays, so that they can try again.
      if (isSent && answer.kind === 'messages') await this.#remove(context, act);
    });
  }

  protected override async handleTeamsFileConsentDecline(
    context: TurnContext,
    { context: offered }: FileConsentCardResponse,
  ): Promise<void> {
    const turn = this.#turn(context);
    await this.#answerConsent(turn, async (act) => {
      // If the person presses twice, only the first press is answered.
      if (await this.#remove(context, act)) await this.#send(turn, await turn.talk.leaveFile(offered, act));
    });
  }

  #turn(context: TurnContext): Turn {
    return { context, talk: this.#converse(botName(context.activity.recipient?.name)) };
  }

  /** Teams expects only a status as the response, so the answer is sent as a message. */
  async #answerConsent(turn: Turn, answer: (act: PersonalAct) => Promise<void>): Promise<void> {
    const act = readPersonal(turn.context.activity);
    await (act.ok ? answer(act.value) : this.#send(turn, await turn.talk.refuse(act.problem)));
  }

  /** Deletes the card that was answered. @returns false where it had been deleted already */
  async #remove(context: TurnContext, { cardId }: PersonalAct): Promise<boolean> {
    if (cardId === undefined) return true;
    try {
      await context.deleteActivity(cardId);
      return true;
    } catch (error) {
      if (error instanceof ConnectorRefusal && error.status === 404) return false;
      // This does little harm: an old card stays in the chat.
      this.#log.warn('the answered card was not removed');
      return true;
    }
  }

  /** Most teams are known already. Each is looked up once, and not before the message is answered. */
  #noteSeen(team: PlaceEvent): void {
    const key = teamKey(team);
    if (this.#seen.has(key)) return;
    if (this.#seen.size >= TEAMS_SEEN_MAX) this.#seen.clear();
    this.#seen.add(key);
    this.#follow(team);
  }

  /** Teams can deliver the same message several times. It is answered once. */
  async #onMessage(turn: Turn): Promise<void> {
    const { id, conversation } = turn.context.activity;
    const answer = () => this.#answerMessage(turn);
    return typeof id === 'string' ? this.#once(JSON.stringify([conversation?.id, id]), answer) : answer();
  }

  async #answerMessage(turn: Turn): Promise<void> {
    const { talk, context } = turn;
    const { activity } = context;
    const sender = readSender(activity);
    if (!sender.ok) return this.#refuseSender(turn, sender.problem);
    const isPersonal = placeOf(activity) === 'personal chat';
    // Action.Submit sends a message without text. Its value is the data of the card.
    if (hasFields(activity.value)) return this.#onSubmit(turn);
    if (isEmpty(activity)) {
      const isFile = isPersonal && typeof activity.replyToId !== 'string';
      const problem = isFile ? ({ cause: 'file lost', field: 'attachments' } as const) : UNREAD_VALUE;
      return this.#send(turn, await talk.refuse(problem));
    }
    const written = readWrittenMessage(activity);
    if (written.kind === 'too long') return this.#send(turn, talk.refuseLength(written.length));
    const answer = isPersonal
      ? await talk.writePersonally(written.message, readPersonal(activity))
      : await talk.write(written.message, readIncoming(activity));
    await this.#send(turn, answer);
  }

  /**
   * Tells whoever wrote why nothing is done for them. A bot, or somebody who cannot be identified, is told once in each
   * channel or chat. After that only the log says it, so that two bots cannot answer each other for ever. Every process
   * remembers for itself whom it has told: several processes tell it once each, and a process that was started again
   * tells it again. A press is always answered, because only people press.
   */
  async #refuseSender(turn: Turn, refusal: Refusal): Promise<void> {
    const answer = await turn.talk.refuse(refusal);
    if (!TOLD_ONCE.has(refusal.cause)) return this.#send(turn, answer);
    const { from, conversation } = turn.context.activity;
    // Without the thread, because a bot may begin a new thread with each message.
    const told = JSON.stringify([from?.id, withoutThread(conversation.id)]);
    await this.#toldOnce(told, () => this.#send(turn, answer));
  }

  /** Clients without Action.Execute send its fallback, Action.Submit. A card cannot be put in the response to that. */
  async #onSubmit(turn: Turn): Promise<void> {
    const { context, talk } = turn;
    const { activity } = context;
    const answer = await talk.press(activity.value, readIncoming(activity), personalPress(activity));
    // A notice would stand beside the card of whoever pressed, if the client could show it there.
    if (answer.kind === 'notice') return this.#send(turn, toOne(answer.notice));
    if (answer.kind !== 'card') return this.#send(turn, answer);
    if (answer.insteadOfAll !== undefined) return this.#send(turn, toOne(answer.insteadOfAll));
    if (answer.isOwedToAll) return;
    if (answer.staysForOthers === true) {
      const { card, summary } = answer;
      return this.#send(turn, { kind: 'messages', messages: [{ kind: 'card', card, summary, isForOne: true }] });
    }
    const { replyToId } = activity;
    // Some clients do not say which card was pressed. Then the new card is sent below it.
    if (typeof replyToId !== 'string') return this.#send(turn, answer);
    if (isForAll(answer)) {
      const remove = () => context.deleteActivity(replyToId);
      const change = async (to: Activity) => void (await context.updateActivity({ ...to, id: replyToId }));
      return changeForAll({ remove, change }, answer, this.#log)();
    }
    if (isKept(answer)) {
      const told = await this.#keep(turn, answer);
      return told === answer ? undefined : this.#send(turn, told);
    }
    const shown = activityOf({ kind: 'card', card: answer.card, summary: answer.summary });
    await context.updateActivity({ ...shown, id: replyToId });
  }

  /**
   * Changes the pressed message to a card that is kept there, before anybody is told so. Where the client does not say which
   * message that is, the card is a message below it instead.
   *
   * @returns what the person is told: the answer itself, or that it failed
   */
  async #keep({ context, talk }: Turn, answer: Answer): Promise<Answer> {
    const { replyToId } = context.activity;
    if (!isKept(answer) || typeof replyToId !== 'string') return answer;
    const shown = activityOf({ kind: 'card', card: answer.card, summary: answer.summary });
    try {
      await context.updateActivity({ ...shown, id: replyToId });
      return answer;
    } catch (error) {
      return talk.failToKeep(error);
    }
  }

  /**
   * Changes the pressed message for everyone, once the press has been answered. Then the SDK has taken the context away,
   * so this uses its connector. Some clients do not say which message was pressed.
   */
  #changeAfterwards(context: TurnContext, answer: Answer): void {
    const { replyToId } = context.activity;
    if (isForAll(answer) && typeof replyToId === 'string') this.#changeMessage(context, replyToId, answer);
  }

  /** Changes a message of the bot in the conversation of the press. */
  #changeMessage(context: TurnContext, messageId: string, to: ForAll): void {
    const { conversation } = context.activity;
    const connector: ConnectorClient = context.turnState.get(context.adapter.ConnectorClientKey);
    const remove = async () => void (await connector.conversations.deleteActivity(conversation.id, messageId));
    const change = async (shown: Activity) =>
      void (await connector.conversations.updateActivity(conversation.id, messageId, shown));
    doAfterwards(context, changeForAll({ remove, change }, to, this.#log));
  }

  /**
   * Greets in a new thread of the team's General channel, or with a message in the chat. It does not use
   * `sendActivity`, because that replies to the activity, and an installation is not a message that can get a reply.
   */
  async #greet({ context, talk }: Turn): Promise<void> {
    const connector: ConnectorClient = context.turnState.get(context.adapter.ConnectorClientKey);
    const { conversation } = context.activity;
    const greeting = await talk.greet(placeOf(context.activity), conversation.tenantId);
    for (const sent of talk.messagesOf(greeting)) {
      await connector.conversations.sendToConversation(conversation.id, activityOf(sent));
    }
  }

  async #send(turn: Turn, answer: Answer): Promise<void> {
    await this.#trySend(turn, answer);
  }

  /** @returns false where Teams has not taken the answer, and the person has been told so */
  async #trySend(turn: Turn, answer: Answer): Promise<boolean> {
    const failure = await this.#failureToSend(turn, answer);
    if (failure !== undefined) await this.#sendEach(turn, failure);
    return failure === undefined;
  }

  /** @returns what to tell the person where Teams has not taken the answer; undefined where it has */
  async #failureToSend(turn: Turn, answer: Answer): Promise<Answer | undefined> {
    try {
      await this.#sendEach(turn, answer);
      return undefined;
    } catch (error) {
      return turn.talk.failToSend(error);
    }
  }

  async #sendEach({ context, talk }: Turn, answer: Answer): Promise<void> {
    for (const sent of talk.messagesOf(answer)) {
      const isForOne = sent.kind === 'card' && sent.isForOne === true;
      const isShown = isForOne && (await this.#showToOne(context.activity, activityOf(sent)));
      if (!isShown) await context.sendActivity(activityOf(sent));
    }
  }
}

function teamKey({ tenantId, teamId }: PlaceEvent): string {
  return JSON.stringify([tenantId, teamId]);
}

/** Characters that the texts of cards could show as markup. No app has them in its name. */
const MARKUP = /[[\]<>*_`~\\#|{}$]/u;

/** The bot's name in the tenant; undefined where the value is not a usable name. */
function botName(name: unknown): string | undefined {
  if (typeof name !== 'string' || name.length > BOT_NAME_MAX || MARKUP.test(name)) return undefined;
  return cleanLine(name) || undefined;
}

/** A press in a personal chat; undefined for one anywhere else. */
function personalPress(activity: Activity): Result<PersonalAct, Refusal> | undefined {
  return placeOf(activity) === 'personal chat' ? readPersonal(activity) : undefined;
}

/** Whether the value of a message is data from a card. */
function hasFields(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;
}

/** The data of the pressed action; undefined if the invoke does not have the shape that Teams sends. */
function actionData(value: unknown): unknown {
  const action: unknown = value !== null && typeof value === 'object' && 'action' in value ? value.action : undefined;
  return action !== null && typeof action === 'object' && 'data' in action ? action.data : undefined;
}
