import { type BotAccount, createActivities, withNewId } from './activities.js';
import { type BotAnswer, createBotEndpoint } from './bot-endpoint.js';
import {
  type ActionChoice,
  type Card,
  dataToSend,
  findAction,
  type InputValues,
  isObject,
  partsOf,
  requireFields,
  submitOf,
} from './card-actions.js';
import { type CardViews, createCardViews } from './card-views.js';
import { createConnector } from './connector-routes.js';
import { startConnectorServer } from './connector-server.js';
import { type Conversation, type Conversations, createConversations, type Message } from './conversations.js';
import { type Channel, createDirectory, type Directory, type Person, type Team } from './directory.js';
import { createFaultPlan, type Faults } from './faults.js';
import { createTraffic, type Exchange, type WireActivity } from './traffic.js';
import { createWaiting, type Waiting } from './waiting.js';

export interface LocalTeamsOptions {
  /** Where activities are sent, e.g. `http://127.0.0.1:3978/api/messages`. */
  readonly botEndpoint: string;
  /** Where the connector listens on 127.0.0.1; 0 for any free port. */
  readonly port: number;
  readonly bot: BotAccount;
  /** The tenant that owns every team. */
  readonly tenantId: string;
  /** Makes the bearer token of each request to the bot; without it none is sent. */
  readonly token?: () => Promise<string>;
}

/** A Teams with one tenant and one bot, all in memory: the Bot Connector over HTTP, and people to act as. */
export interface LocalTeams
  extends Pick<Directory, 'teams' | 'people' | 'addTeam' | 'addChannel' | 'addPerson'>,
    Pick<Conversations, 'threads' | 'personalChat'>,
    Pick<CardViews, 'cardSeenBy' | 'inputsSeenBy'> {
  /** The connector's address, as activities carry it. */
  readonly serviceUrl: string;

  /** Adds the bot to a team and tells it so. @returns the bot's statuses, in the order it was told */
  installBot(team: Team, by: Person): Promise<readonly number[]>;
  /** Removes the bot from a team and tells it so; from then on the connector refuses it there. */
  removeBot(team: Team, by: Person): Promise<readonly number[]>;

  /**
   * Writes a new thread in a channel, a reply in a thread, or to the bot in a personal chat. Every `@` with the
   * bot's name is a mention. In a channel the bot is told only of messages that mention it, where it is
   * installed; in a personal chat, of all.
   */
  write(author: Person, to: Channel | Conversation, text: string): Promise<Written>;

  /**
   * Presses a button of the card that the person sees, after typing into its fields. What was typed stays in
   * the fields until the card is replaced. A client's own checks (required fields, lengths) are not made: the
   * documentation calls them hints that some clients ignore.
   *
   * Rejects when the card has no such button or field.
   */
  press(
    person: Person,
    message: Message,
    action: ActionChoice,
    typed?: InputValues,
    options?: PressOptions,
  ): Promise<Pressed>;

  /**
   * Waits until `look` gives something other than undefined, null or false. It is called at once and whenever
   * something changes in Teams; what changes elsewhere, such as in the bot's storage, is not noticed.
   *
   * Rejects with what `look` throws; and when the time is up or the local Teams stops, with an error that says
   * what was awaited and what the conversations hold.
   */
  until: Waiting['until'];

  /** Every exchange with the bot so far, in the order they ended. */
  readonly traffic: readonly Exchange[];
  /** @returns a function that ends the listening */
  onTraffic(listener: (exchange: Exchange) => void): () => void;
  /** Makes the connector fail. */
  readonly faults: Faults;
  /** The bot has moved: activities go to this address from now on. */
  pointAt(botEndpoint: string): void;
  /** Cuts every connection and rejects whatever still waits. Calling it again changes nothing. */
  stop(): Promise<void>;
}

export interface Written {
  readonly message: Message;
  /** The bot's HTTP status; undefined when it was not told. */
  readonly status: number | undefined;
}

export interface PressOptions {
  /**
   * `execute`, unless said or unless the button is an `Action.Submit`. `submit` presses as a client without
   * universal actions does: the `Action.Submit` that an `Action.Execute` has as its fallback.
   */
  readonly as?: 'execute' | 'submit';
  /**
   * How many times more the same press is delivered, at once with the first: with the same id, as Teams does
   * when an answer is slow, and with new ids, as its second layer of retries does. A number means the same id.
   */
  readonly redeliveries?: number | { readonly sameId?: number; readonly newId?: number };
}

export interface Pressed {
  /** The bot's HTTP status. */
  readonly status: number;
  /** The body of the bot's answer to an `Action.Execute`. */
  readonly invokeResponse: unknown;
  /** What the person now has in front of them. */
  readonly card: Card | undefined;
  /** What the client said beside the card. */
  readonly toast: string | undefined;
  /** The bot's answers to the redeliveries; the client takes no notice of them. */
  readonly redelivered: readonly BotAnswer[];
}

/** What a client says when an action got no answer that it understands. */
const SOMETHING_WENT_WRONG = 'Something went wrong. Please try again.';

/** How many conversations an error describes. */
const DESCRIBED = 40;

/**
 * Starts the project's stand-in for Microsoft Teams.
 *
 * Rejects with Node's own error when the port is busy: `code` is EADDRINUSE, and `port` says which.
 */
export async function startLocalTeams(options: LocalTeamsOptions): Promise<LocalTeams> {
  const { bot, tenantId } = options;
  const directory = createDirectory(tenantId);
  const conversations = createConversations();
  const views = createCardViews();
  const faults = createFaultPlan();
  const traffic = createTraffic();
  const waiting = createWaiting(() => describe(directory, conversations));
  const connector = createConnector({ tenantId, directory, conversations });
  const server = await startConnectorServer({ port: options.port, connector, faults, traffic });
  const activities = createActivities(bot, tenantId, server.url);
  const endpoint = createBotEndpoint({ address: options.botEndpoint, traffic, token: options.token });
  traffic.on(() => waiting.changed());
  let stopping: Promise<void> | undefined;

  async function setInstalled(team: Team, by: Person, action: 'add' | 'remove'): Promise<readonly number[]> {
    directory.setInstalled(team, action === 'add');
    const statuses: number[] = [];
    for (const activity of activities.installed(team, by, action)) {
      const { status } = await endpoint.deliver(activity);
      statuses.push(status);
    }
    return statuses;
  }

  function hears({ thread }: Message): boolean {
    const team = thread.kind === 'personal' ? undefined : directory.findTeam(thread.channel.teamId);
    return team === undefined || directory.hasBot(team);
  }

  async function deliverPress(activity: WireActivity, { redeliveries = 0 }: PressOptions) {
    const { sameId = 0, newId = 0 } = typeof redeliveries === 'number' ? { sameId: redeliveries } : redeliveries;
    const again = [
      ...Array.from({ length: sameId }, () => activity),
      ...Array.from({ length: newId }, () => withNewId(activity)),
    ];
    const [answer, ...redelivered] = await Promise.all([
      endpoint.deliver(activity),
      ...again.map((each) => endpoint.deliver(each)),
    ]);
    return { answer, redelivered };
  }

  /** Shows the person what their action was answered with. @returns the toast, if there is one */
  function showAnswer(person: Person, message: Message, { status, body }: BotAnswer): string | undefined {
    const { type, value } = isObject(body) ? body : {};
    if (status >= 300) return SOMETHING_WENT_WRONG;
    if (type === 'application/vnd.microsoft.activity.message') return String(value);
    if (type !== 'application/vnd.microsoft.card.adaptive' || !isObject(value)) return SOMETHING_WENT_WRONG;
    views.show(person, message, value);
    waiting.changed();
    return undefined;
  }

  return {
    serviceUrl: server.url,
    get teams() {
      return directory.teams;
    },
    people: directory.people,
    addTeam: directory.addTeam,
    addChannel: directory.addChannel,
    addPerson: directory.addPerson,
    installBot: (team, by) => setInstalled(team, by, 'add'),
    removeBot: (team, by) => setInstalled(team, by, 'remove'),

    async write(author, to, text) {
      const content = { text, summary: undefined, card: undefined };
      const message =
        'kind' in to ? conversations.add(to, author, content) : conversations.startThread(to, author, content);
      waiting.changed();
      const activity = hears(message) ? activities.written(message, author) : undefined;
      if (activity === undefined) return { message, status: undefined };
      const { status } = await endpoint.deliver(activity);
      return { message, status };
    },

    async press(person, message, choice, typed = {}, options = {}) {
      const card = views.cardSeenBy(person, message);
      if (card === undefined) throw new Error(`message ${message.id} has no card`);
      const action = findAction(card, choice);
      const isSubmit = options.as === 'submit' || action['type'] === 'Action.Submit';
      if (!isSubmit && action['type'] !== 'Action.Execute') {
        throw new Error(`${String(action['type'])} '${String(action['title'])}' is the client's own affair`);
      }
      const pressed = isSubmit ? submitOf(action) : action;
      if (isSubmit && options.as === 'execute') throw new Error(`'${String(action['title'])}' is no Action.Execute`);
      requireFields(card, typed);
      views.type(person, message, typed);

      const data = dataToSend(pressed, views.inputsSeenBy(person, message));
      const activity = isSubmit
        ? activities.submitted(person, message, data)
        : activities.executed(person, message, pressed, data);
      const { answer, redelivered } = await deliverPress(activity, options);
      const submitToast = answer.status >= 300 ? SOMETHING_WENT_WRONG : undefined;
      const toast = isSubmit ? submitToast : showAnswer(person, message, answer);
      return {
        status: answer.status,
        invokeResponse: isSubmit ? undefined : answer.body,
        card: views.cardSeenBy(person, message),
        toast,
        redelivered,
      };
    },

    threads: conversations.threads,
    personalChat: conversations.personalChat,
    cardSeenBy: views.cardSeenBy,
    inputsSeenBy: views.inputsSeenBy,
    until: waiting.until,
    traffic: traffic.exchanges,
    onTraffic: traffic.on,
    faults,
    pointAt: endpoint.pointAt,
    stop() {
      stopping ??= server.stop();
      endpoint.stop();
      waiting.stop();
      return stopping;
    },
  };
}

function describe(directory: Directory, conversations: Conversations): string {
  const all = conversations.list();
  const lines = all
    .slice(0, DESCRIBED)
    .map((conversation) => `${nameOf(conversation, directory)}: ${inWords(conversation)}`);
  const omitted = all.length > DESCRIBED ? [`and ${all.length - DESCRIBED} conversations more`] : [];
  return ['The conversations hold:', ...lines, ...omitted].join('\n  ');
}

function nameOf(conversation: Conversation, directory: Directory): string {
  if (conversation.kind === 'personal') return conversation.person.name;
  const { teamId, name } = conversation.channel;
  return `${directory.findTeam(teamId)?.name} / ${name}`;
}

function inWords({ messages }: Conversation): string {
  return messages
    .map(({ from, text, card, edits }) => {
      const headline = [...partsOf(card)].find((part) => typeof part['text'] === 'string')?.['text'];
      const shown = card === undefined ? `“${text}”` : `[card “${String(headline ?? '')}”]`;
      return `${from === 'bot' ? 'bot' : from.name} ${shown}${edits > 0 ? ` (edited ${edits}×)` : ''}`;
    })
    .join(', ');
}
