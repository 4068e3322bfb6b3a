import {
  type Activity,
  type AdaptiveCardInvokeResponse,
  type FileConsentCardResponse,
  type InvokeResponse,
  TeamsActivityHandler,
  type TurnContext,
} from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import { GivenUp } from '../../application/conflicts.js';
import { type Log, UnreadableRow } from '../../application/ports.js';
import { type CardAction, parseCardAction } from '../../cards/card-actions.js';
import { noticeCard } from '../../cards/notice-card.js';
import type { Messages, Notice } from '../../text/messages.js';
import type { ActionAnswer, Press } from './action-answer.js';
import { answerAction } from './action-answers.js';
import type { BotDependencies } from './bot-dependencies.js';
import { cardActivity } from './card-activity.js';
import { answerCommand } from './command-answers.js';
import { parseCommand } from './commands.js';
import { ConnectorRefusal } from './connector-http-client.js';
import { readIncoming } from './incoming.js';
import { CARD_ACTION, messageResponse } from './invoke-response.js';
import { type PersonalIncoming, readPersonal } from './personal-activity.js';
import { answerFiles, answerPersonalCommand } from './personal-answers.js';
import { parsePersonalCommand } from './personal-commands.js';
import { answerAcceptance } from './personal-files.js';
import { readWrittenMessage } from './written-message.js';

/** The invoke that the buttons of a file's card send. */
const FILE_CONSENT = 'fileConsent/invoke';

/** The buttons that someone presses to have their text kept. */
const STORES_TEXT: ReadonlySet<CardAction['verb']> = new Set([
  'reply.send',
  'reply.keep-cpr',
  'reply.nil',
  'reply.save-draft',
  'reply.decline',
  'department.send-back',
  'department.answer',
  'department.answer-nil',
  'department.keep-cpr',
]);

/** What Teams sends, turned into use cases and their answers. A failure is told to the person, and never silently passed. */
export class NotatbotHandler extends TeamsActivityHandler {
  readonly #deps: BotDependencies;
  readonly #log: Log;
  /** For whoever is not known to be of a department. */
  readonly #messages: Messages;

  constructor(deps: BotDependencies, log: Log) {
    super();
    this.#deps = deps;
    this.#log = log;
    this.#messages = deps.messagesIn(undefined);
    this.onMessage(async (context, next) => {
      await this.#onMessage(context);
      await next();
    });
    this.onInstallationUpdateAdd(async (context, next) => {
      // An upgrade is announced as an addition too, and nobody wants to be greeted twice.
      if (context.activity.action === 'add') await this.#greet(context);
      await next();
    });
  }

  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    const { name, value } = context.activity;
    if (name === CARD_ACTION) {
      const answer = await this.#answer(context, actionData(value));
      return { status: 200, body: toInvokeResponse(answer) };
    }
    // The SDK knows many more, and stumbles on those whose value is not as it expects.
    const isConsent = name === FILE_CONSENT && value !== null && typeof value === 'object';
    return isConsent ? super.onInvokeActivity(context) : { status: 501 };
  }

  protected override async handleTeamsFileConsentAccept(
    context: TurnContext,
    response: FileConsentCardResponse,
  ): Promise<void> {
    await this.#answerConsent(context, async (personal) => {
      const outcome = await answerAcceptance(this.#spoken(), personal.sender, response);
      if (outcome.kind === 'notice') return this.#say(context, outcome.notice);
      await context.sendActivity(outcome.activity);
      await this.#remove(context, personal);
    });
  }

  protected override async handleTeamsFileConsentDecline(context: TurnContext): Promise<void> {
    await this.#answerConsent(context, async (personal) => {
      // Who presses twice is told once.
      if (await this.#remove(context, personal)) await this.#say(context, this.#messages.personal.declined());
    });
  }

  /** Teams waits for the status alone; what there is to say is a message. */
  async #answerConsent(context: TurnContext, answer: (personal: PersonalIncoming) => Promise<void>): Promise<void> {
    const personal = readPersonal(context.activity);
    if (personal === undefined) return;
    try {
      await answer(personal);
    } catch (error) {
      if (error instanceof UnreadableRow) return this.#say(context, this.#messages.notices.unreadable(nameOf(error)));
      this.#log.error('file consent failed', error);
      await this.#say(context, this.#messages.personal.uploadFailed());
    }
  }

  /** Takes away the card that was answered. @returns whether it was there */
  async #remove(context: TurnContext, { cardId }: PersonalIncoming): Promise<boolean> {
    if (cardId === undefined) return true;
    try {
      await context.deleteActivity(cardId);
      return true;
    } catch (error) {
      if (error instanceof ConnectorRefusal && error.status === 404) return false;
      // It is no more than a card left over.
      this.#log.warn('the answered card was not removed');
      return true;
    }
  }

  #spoken(): BotDependencies & { readonly messages: Messages } {
    return { ...this.#deps, messages: this.#messages };
  }

  async #onPersonalMessage(context: TurnContext, personal: PersonalIncoming): Promise<void> {
    const hasFiles = personal.files.length > 0 || personal.hasOther;
    const command = parsePersonalCommand(readWrittenMessage(context.activity));
    try {
      const answers = hasFiles
        ? await answerFiles(this.#spoken(), personal)
        : await answerPersonalCommand(this.#spoken(), command, personal);
      for (const answer of answers) await context.sendActivity(answer);
    } catch (error) {
      await this.#say(context, this.#failure('command', error, { command: hasFiles ? 'file' : command.kind }));
    }
  }

  async #onMessage(context: TurnContext): Promise<void> {
    const { activity } = context;
    // What Action.Submit sends: a message without text, and with the card's data as its value.
    if (activity.value !== undefined && activity.value !== null) return this.#onSubmit(context);
    const personal = readPersonal(activity);
    if (personal !== undefined) return this.#onPersonalMessage(context, personal);
    const incoming = readIncoming(activity);
    if (incoming === undefined) return this.#say(context, this.#messages.notices.onlyInChannels());
    const message = readWrittenMessage(activity);
    const command = parseCommand(message);
    try {
      const answers = await answerCommand(this.#deps, command, message, incoming);
      for (const answer of answers) await context.sendActivity(answer);
    } catch (error) {
      await this.#say(context, this.#failure('command', error, { command: command.kind }));
    }
  }

  /** Where Action.Execute does nothing, its fallback comes here: there is no response to put a card in. */
  async #onSubmit(context: TurnContext): Promise<void> {
    const answer = await this.#answer(context, context.activity.value);
    if (answer.kind === 'notice') return this.#say(context, answer.notice);
    if (answer.insteadOfAll !== undefined) return this.#say(context, answer.insteadOfAll);
    const { replyToId } = context.activity;
    if (answer.isOwedToAll || replyToId === undefined) return;
    await context.updateActivity({ ...cardActivity(answer.card), id: replyToId });
  }

  async #answer(context: TurnContext, data: unknown): Promise<ActionAnswer> {
    const action = parseCardAction(data);
    const incoming = readIncoming(context.activity);
    if (action === undefined || incoming?.posted === undefined) {
      return { kind: 'notice', notice: this.#messages.notices.notUnderstood() };
    }
    const press: Press = { ...incoming, posted: incoming.posted };
    try {
      return await answerAction(this.#deps, action, press);
    } catch (error) {
      return { kind: 'notice', notice: this.#failure('card action', error, { verb: action.verb }) };
    }
  }

  /** Logs why nothing came of what someone did. @returns what to tell them */
  #failure(
    what: string,
    error: unknown,
    about: { readonly verb?: CardAction['verb']; readonly command?: string },
  ): Notice {
    const { notices } = this.#messages;
    const storesText = about.verb !== undefined && STORES_TEXT.has(about.verb);
    // The store has logged which row it is.
    if (error instanceof UnreadableRow) {
      return storesText ? notices.replyUnreadable() : notices.unreadable(nameOf(error));
    }
    if (error instanceof GivenUp) {
      this.#log.warn(`${what} given up`, { ...about, operation: error.operation });
      return notices.tooManyAtOnce();
    }
    this.#log.error(`${what} failed`, error, about);
    return storesText ? notices.replyNotStored() : notices.failed();
  }

  /**
   * A new thread in the team's General channel. Not `sendActivity`, which answers the activity at hand: an
   * installation is no message, so there is nothing to answer.
   */
  async #greet(context: TurnContext): Promise<void> {
    const messages = this.#messages;
    const notice = messages.notices.welcome();
    const connector: ConnectorClient = context.turnState.get(context.adapter.ConnectorClientKey);
    const greeting = cardActivity(noticeCard(this.#deps.render, messages, notice), notice.heading);
    await connector.conversations.sendToConversation(context.activity.conversation.id, greeting as Activity);
  }

  async #say(context: TurnContext, notice: Notice): Promise<void> {
    const shown = noticeCard(this.#deps.render, this.#messages, notice);
    await context.sendActivity(cardActivity(shown, notice.heading));
  }
}

/** What cannot be read, as far as it makes a difference to people. */
function nameOf({ kind }: UnreadableRow): Parameters<Messages['notices']['unreadable']>[0] {
  switch (kind) {
    case 'claim':
      return 'channel';
    case 'channel':
    case 'department':
    case 'template':
      return kind;
    default:
      return 'other';
  }
}

/** The data of the pressed action, if the invoke has the shape that Teams gives it. */
function actionData(value: unknown): unknown {
  const action: unknown = value !== null && typeof value === 'object' && 'action' in value ? value.action : undefined;
  return action !== null && typeof action === 'object' && 'data' in action ? action.data : undefined;
}

function toInvokeResponse(answer: ActionAnswer): AdaptiveCardInvokeResponse {
  return answer.kind === 'card'
    ? { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: { ...answer.card } }
    : messageResponse(answer.notice);
}
