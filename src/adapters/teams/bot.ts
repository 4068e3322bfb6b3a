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
import { type CardAction, parseCardAction, unreadField } from '../../cards/card-actions.js';
import { noticeCard } from '../../cards/notice-card.js';
import { BOT_NAME_MAX, MESSAGE_MAX, MESSAGES_REMEMBERED } from '../../domain/limits.js';
import { cleanLine } from '../../domain/text/clean-text.js';
import { calledBy } from '../../text/bot-name.js';
import type { Messages, Notice } from '../../text/messages.js';
import type { ActionAnswer } from './action-answer.js';
import { answerAction } from './action-answers.js';
import type { BotDependencies } from './bot-dependencies.js';
import { cardActivity } from './card-activity.js';
import { answerCommand } from './command-answers.js';
import { parseCommand } from './commands.js';
import { ConnectorRefusal } from './connector-http-client.js';
import { mendEchoedFields } from './echoed-fields.js';
import { placeOf, type Refusal, readIncoming } from './incoming.js';
import { CARD_ACTION, messageResponse } from './invoke-response.js';
import { createOnce } from './once.js';
import { type PersonalIncoming, readPersonal } from './personal-activity.js';
import { answerFiles, answerPersonalCommand } from './personal-answers.js';
import { parsePersonalCommand } from './personal-commands.js';
import { answerAcceptance } from './personal-files.js';
import { refusalNotice } from './refusal-notice.js';
import { isEmpty, readWrittenMessage, type WrittenMessage } from './written-message.js';

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

/** The kinds of activity that anything is done about. The SDK would do work of its own for some of the others. */
const TURNS: ReadonlySet<string> = new Set(['message', 'invoke', 'installationUpdate']);

/** What an activity is answered with: the bot under the name that the tenant knows it by. */
interface Turn {
  readonly context: TurnContext;
  readonly deps: BotDependencies & { readonly messages: Messages };
}

/** What Teams sends, turned into use cases and their answers. A failure is told to the person, and never silently passed. */
export class NotatbotHandler extends TeamsActivityHandler {
  readonly #deps: BotDependencies;
  readonly #log: Log;
  readonly #onCalled: (name: string) => void;
  readonly #once = createOnce(MESSAGES_REMEMBERED);

  /** @param onCalled is told what the tenant calls the bot, each time that it does */
  constructor(deps: BotDependencies, log: Log, onCalled: (name: string) => void = () => undefined) {
    super();
    this.#onCalled = onCalled;
    this.#deps = deps;
    this.#log = log;
    this.onMessage(async (context, next) => {
      await this.#onMessage(this.#turn(context));
      await next();
    });
    this.onInstallationUpdateAdd(async (context, next) => {
      // An upgrade is announced as an addition too, and nobody wants to be greeted twice.
      if (context.activity.action === 'add') await this.#greet(this.#turn(context));
      await next();
    });
  }

  protected override async onTurnActivity(context: TurnContext): Promise<void> {
    if (!TURNS.has(context.activity.type)) return;
    mendEchoedFields(context.activity);
    await super.onTurnActivity(context);
  }

  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    const { name, value } = context.activity;
    if (name === CARD_ACTION) {
      const answer = await this.#answer(this.#turn(context), actionData(value));
      return { status: 200, body: toInvokeResponse(answer) };
    }
    // The SDK knows many more, and stumbles on those whose value is not as it expects.
    return name === FILE_CONSENT ? super.onInvokeActivity(context) : { status: 501 };
  }

  protected override async handleTeamsFileConsent(
    context: TurnContext,
    response: FileConsentCardResponse | undefined,
  ): Promise<void> {
    // The SDK reads what was pressed without looking whether there is anything to read.
    if (typeof response === 'object') return super.handleTeamsFileConsent(context, response);
    await this.#refuse(this.#turn(context), { cause: 'press not read', field: 'value' });
  }

  protected override async handleTeamsFileConsentAccept(
    context: TurnContext,
    response: FileConsentCardResponse,
  ): Promise<void> {
    const turn = this.#turn(context);
    await this.#answerConsent(turn, async (personal) => {
      const outcome = await answerAcceptance(turn.deps, personal.sender, response);
      if (outcome.kind === 'notice') return this.#say(turn, outcome.notice);
      await context.sendActivity(outcome.activity);
      await this.#remove(context, personal);
    });
  }

  protected override async handleTeamsFileConsentDecline(context: TurnContext): Promise<void> {
    const turn = this.#turn(context);
    await this.#answerConsent(turn, async (personal) => {
      // Who presses twice is told once.
      if (await this.#remove(context, personal)) await this.#say(turn, turn.deps.messages.personal.declined());
    });
  }

  #turn(context: TurnContext): Turn {
    const name = botName(context.activity.recipient?.name);
    if (name !== undefined) this.#onCalled(name);
    const messagesIn: BotDependencies['messagesIn'] = (language) => {
      const messages = this.#deps.messagesIn(language);
      return name === undefined ? messages : calledBy(messages, name);
    };
    // For whoever is not known to be of a department.
    return { context, deps: { ...this.#deps, messagesIn, messages: messagesIn(undefined) } };
  }

  /** Teams waits for the status alone; what there is to say is a message. */
  async #answerConsent(turn: Turn, answer: (personal: PersonalIncoming) => Promise<void>): Promise<void> {
    const personal = readPersonal(turn.context.activity);
    if (!personal.ok) return this.#refuse(turn, personal.problem);
    try {
      await answer(personal.value);
    } catch (error) {
      if (error instanceof UnreadableRow) {
        return this.#say(turn, turn.deps.messages.notices.unreadable(nameOf(error)));
      }
      this.#log.error('file consent failed', error);
      await this.#say(turn, turn.deps.messages.personal.uploadFailed());
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

  /** A message that Teams delivers again is one message: it is answered once. */
  async #onMessage(turn: Turn): Promise<void> {
    const { id, conversation } = turn.context.activity;
    const answer = () => this.#answerMessage(turn);
    return typeof id === 'string' ? this.#once(JSON.stringify([conversation?.id, id]), answer) : answer();
  }

  async #answerMessage(turn: Turn): Promise<void> {
    const { activity } = turn.context;
    const place = placeOf(activity);
    // What Action.Submit sends: a message without text, and with the card's data as its value.
    if (hasFields(activity.value)) return this.#onSubmit(turn);
    if (isEmpty(activity)) {
      const isFile = place === 'personal chat' && typeof activity.replyToId !== 'string';
      return this.#refuse(turn, isFile ? { cause: 'file lost', field: 'attachments' } : UNREAD_VALUE);
    }
    const written = readWrittenMessage(activity);
    if (written.kind === 'too long') {
      this.#log.warn('message too long', { length: written.length });
      return this.#say(turn, turn.deps.messages.refusals.messageTooLong(written.length, MESSAGE_MAX));
    }
    return place === 'personal chat'
      ? this.#onPersonalMessage(turn, written.message)
      : this.#onChannelMessage(turn, written.message);
  }

  async #onPersonalMessage(turn: Turn, message: WrittenMessage): Promise<void> {
    const personal = readPersonal(turn.context.activity);
    if (!personal.ok) return this.#refuse(turn, personal.problem);
    const { files, hasOther } = personal.value;
    const hasFiles = files.length > 0 || hasOther;
    const command = parsePersonalCommand(message);
    await this.#sendAnswers(turn, hasFiles ? 'file' : command.kind, () =>
      hasFiles ? answerFiles(turn.deps, personal.value) : answerPersonalCommand(turn.deps, command, personal.value),
    );
  }

  async #onChannelMessage(turn: Turn, message: WrittenMessage): Promise<void> {
    const incoming = readIncoming(turn.context.activity);
    if (!incoming.ok) return this.#refuse(turn, incoming.problem);
    const command = parseCommand(message);
    await this.#sendAnswers(turn, command.kind, () => answerCommand(turn.deps, command, message, incoming.value));
  }

  async #sendAnswers(turn: Turn, command: string, answer: () => Promise<readonly Partial<Activity>[]>): Promise<void> {
    try {
      for (const activity of await answer()) await turn.context.sendActivity(activity);
    } catch (error) {
      await this.#say(turn, this.#failure(turn, 'command', error, { command }));
    }
  }

  /** Where Action.Execute does nothing, its fallback comes here: there is no response to put a card in. */
  async #onSubmit(turn: Turn): Promise<void> {
    const { context } = turn;
    const answer = await this.#answer(turn, context.activity.value);
    if (answer.kind === 'notice') return this.#say(turn, answer.notice);
    if (answer.insteadOfAll !== undefined) return this.#say(turn, answer.insteadOfAll);
    if (answer.isOwedToAll) return;
    const { replyToId } = context.activity;
    const shown = cardActivity(answer.card);
    // Which card was pressed may be left out; then the new one stands below it.
    await (typeof replyToId === 'string'
      ? context.updateActivity({ ...shown, id: replyToId })
      : context.sendActivity(shown));
  }

  async #answer(turn: Turn, data: unknown): Promise<ActionAnswer> {
    const { messages } = turn.deps;
    const incoming = readIncoming(turn.context.activity);
    if (!incoming.ok) return { kind: 'notice', notice: this.#noticeOf(messages, incoming.problem) };
    const action = parseCardAction(data);
    if (action === undefined) {
      const refusal = { cause: 'press not read', field: unreadField(data) } as const;
      return { kind: 'notice', notice: this.#noticeOf(messages, refusal) };
    }
    try {
      return await answerAction(turn.deps, action, incoming.value);
    } catch (error) {
      return { kind: 'notice', notice: this.#failure(turn, 'card action', error, { verb: action.verb }) };
    }
  }

  /** Logs why nothing came of what someone did. @returns what to tell them */
  #failure(
    turn: Turn,
    what: string,
    error: unknown,
    about: { readonly verb?: CardAction['verb']; readonly command?: string },
  ): Notice {
    const { notices } = turn.deps.messages;
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
   * A new thread in the team's General channel, or a message in the chat. Not `sendActivity`, which answers the
   * activity at hand: an installation is no message, so there is nothing to answer.
   */
  async #greet({ context, deps }: Turn): Promise<void> {
    const { notices, refusals } = deps.messages;
    const place = placeOf(context.activity);
    const greetings = { 'personal chat': notices.welcomePersonal, 'group chat': refusals.groupChat };
    const notice = place === undefined || place === 'channel' ? notices.welcome() : greetings[place]();
    const connector: ConnectorClient = context.turnState.get(context.adapter.ConnectorClientKey);
    const greeting = cardActivity(noticeCard(deps.render, deps.messages, notice), notice.heading);
    await connector.conversations.sendToConversation(context.activity.conversation.id, greeting as Activity);
  }

  async #refuse(turn: Turn, refusal: Refusal): Promise<void> {
    await this.#say(turn, this.#noticeOf(turn.deps.messages, refusal));
  }

  #noticeOf(messages: Messages, { cause, field }: Refusal): Notice {
    this.#log.warn('not served', { cause, field });
    return refusalNotice(messages, cause);
  }

  async #say({ context, deps }: Turn, notice: Notice): Promise<void> {
    const shown = noticeCard(deps.render, deps.messages, notice);
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

const UNREAD_VALUE: Refusal = { cause: 'press not read', field: 'value' };

/** What cards' texts would read as markup; no app has it in its name. */
const MARKUP = /[[\]<>*_`~\\#|{}$]/u;

/** What the tenant calls the bot, if that is a name. */
function botName(name: unknown): string | undefined {
  if (typeof name !== 'string' || name.length > BOT_NAME_MAX || MARKUP.test(name)) return undefined;
  return cleanLine(name) || undefined;
}

/** Whether a message carries what a card sent back. */
function hasFields(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;
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
