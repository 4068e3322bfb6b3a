import { type BotAccount, type Client, createActivities, withNewId } from './activities.js';
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
import { type Site, startConnectorServer } from './connector-server.js';
import {
  type Conversation,
  type Conversations,
  createConversations,
  type Message,
  type PersonalChat,
} from './conversations.js';
import { type Channel, createDirectory, type Directory, type Person, type Team } from './directory.js';
import { createDriveRoutes } from './drive-routes.js';
import { createDrives } from './drives.js';
import { createFaultPlan, type Faults } from './faults.js';
import { createFileSharing, type FileSharing } from './file-sharing.js';
import { createReadMarks, type ReadMarks } from './read-marks.js';
import type { SavedTeams } from './saved-teams.js';
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
  /** What an earlier one held when it was saved, by `LocalTeams.save`. Its `tenantId` must be the same. */
  readonly saved?: SavedTeams;
  /** How long a client waits for the answer to an `Action.Execute`, in milliseconds; 10,000 unless said. */
  readonly clientWaitsMs?: number;
  /** How long `until` waits where it is not told, in milliseconds; 10,000 unless said. */
  readonly untilWaitsMs?: number;
  /** Serves what is not the connector's on the same port, such as a page. */
  readonly site?: Site;
}

/**
 * A Teams with one tenant and one bot, all in memory: the Bot Connector over HTTP, people to act as, and their drives.
 */
export interface LocalTeams
  extends Pick<Directory, 'teams' | 'people' | 'addTeam' | 'addChannel' | 'addPerson'>,
    Pick<Directory, 'hasBot'>,
    Pick<Conversations, 'threads' | 'personalChat'>,
    FileSharing,
    Pick<CardViews, 'cardSeenBy' | 'inputsSeenBy'>,
    Pick<ReadMarks, 'unread'> {
  /** The connector's address, as activities carry it. */
  readonly serviceUrl: string;

  /** Adds the bot to a team and tells it so. @returns the bot's statuses, in the order it was told */
  installBot(team: Team, by: Person): Promise<readonly number[]>;
  /** Removes the bot from a team and tells it so; from then on the connector refuses it there. */
  removeBot(team: Team, by: Person): Promise<readonly number[]>;

  /**
   * Writes a new thread in a channel, a reply in a thread, or to the bot in a personal chat. Every `@` with the
   * name of the bot or of a member of the teams is a mention. In a channel the bot is told only of messages that mention it, where it is
   * installed; in a personal chat, of all.
   */
  write(author: Person, to: Channel | Conversation, text: string, options?: WriteOptions): Promise<Written>;

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

  /** The person has seen everything in the place so far. */
  markRead(person: Person, place: Channel | PersonalChat): void;

  /**
   * Everything here as JSON, with which another can be started. What is planned or under way is not in it, nor what
   * people's files hold: messages still name them, and they cannot be opened.
   */
  save(): SavedTeams;

  /** Calls the listener whenever something has changed in Teams. @returns a function that ends the listening */
  onChange(listener: () => void): () => void;

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

export interface WriteOptions {
  /** What the person uses; `web` unless said. */
  readonly client?: Client;
}

/** On a phone, fields are sent along even where an action asks for none (microsoft/AdaptiveCards issue 8585). */
export interface PressOptions extends WriteOptions {
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
  /** The bot answers an `Action.Execute`, but the client has given up waiting by then. */
  readonly isAnswerLate?: boolean;
}

export interface Pressed {
  /** The bot's HTTP status; 504, as the Bot Service has it, when the client gave up waiting. */
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

/** Microsoft names no limit for `adaptiveCard/action`; the Bot Service's is 10 to 15 seconds. */
const CLIENT_WAITS_MS = 10_000;

const TOO_LATE = { answer: { status: 504, body: undefined }, redelivered: [] } as const;

/** How many conversations an error describes. */
const DESCRIBED = 40;

/**
 * Starts the project's stand-in for Microsoft Teams.
 *
 * Rejects with Node's own error when the port is busy: `code` is EADDRINUSE, and `port` says which.
 */
export async function startLocalTeams(options: LocalTeamsOptions): Promise<LocalTeams> {
  const { bot, tenantId, saved, clientWaitsMs = CLIENT_WAITS_MS } = options;
  const directory = createDirectory(tenantId, saved?.directory);
  const conversations = createConversations(directory, saved?.conversations);
  const views = createCardViews(saved?.views);
  const readMarks = createReadMarks(conversations, saved?.readMarks);
  const faults = createFaultPlan();
  const traffic = createTraffic();
  const waiting = createWaiting(() => describe(directory, conversations), options.untilWaitsMs);
  const connector = createConnector({ tenantId, directory, conversations });
  const drives = createDrives();
  const drive = createDriveRoutes(drives);
  const { port, site } = options;
  const server = await startConnectorServer({ port, connector, drive, faults, traffic, site });
  const activities = createActivities(bot, tenantId, server.url, directory.members);
  const endpoint = createBotEndpoint({ address: options.botEndpoint, traffic, token: options.token });
  const listeners = new Set<() => void>();
  traffic.on(changed);
  let stopping: Promise<void> | undefined;

  function changed(): void {
    waiting.changed();
    for (const listener of listeners) listener();
  }

  function changing<Arguments extends readonly unknown[], Result>(act: (...args: Arguments) => Result) {
    return (...args: Arguments): Result => {
      const result = act(...args);
      changed();
      return result;
    };
  }

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

  /** What the client gets to see; the traffic holds what is answered after it gave up. */
  async function executeAsClient(activity: WireActivity, pressOptions: PressOptions) {
    let patience: NodeJS.Timeout | undefined;
    const limit = new Promise<typeof TOO_LATE>((resolve) => {
      patience = setTimeout(resolve, clientWaitsMs, TOO_LATE);
    });
    try {
      const shown = await Promise.race([deliverPress(activity, pressOptions), limit]);
      return pressOptions.isAnswerLate === true ? TOO_LATE : shown;
    } finally {
      clearTimeout(patience);
    }
  }

  /** Shows the person what their action was answered with. @returns the toast, if there is one */
  function showAnswer(person: Person, message: Message, { status, body }: BotAnswer): string | undefined {
    const { type, value } = isObject(body) ? body : {};
    if (status >= 300) return SOMETHING_WENT_WRONG;
    if (type === 'application/vnd.microsoft.activity.message') return String(value);
    if (type !== 'application/vnd.microsoft.card.adaptive' || !isObject(value)) return SOMETHING_WENT_WRONG;
    views.show(person, message, value);
    changed();
    return undefined;
  }

  const sharing = createFileSharing({
    serviceUrl: server.url,
    drives,
    conversations,
    activities,
    endpoint,
    invoke: executeAsClient,
    failureToast: SOMETHING_WENT_WRONG,
    changed,
  });

  return {
    ...sharing,
    serviceUrl: server.url,
    get teams() {
      return directory.teams;
    },
    people: directory.people,
    addTeam: changing(directory.addTeam),
    addChannel: changing(directory.addChannel),
    addPerson: changing(directory.addPerson),
    hasBot: directory.hasBot,
    installBot: (team, by) => setInstalled(team, by, 'add'),
    removeBot: (team, by) => setInstalled(team, by, 'remove'),

    async write(author, to, text, { client } = {}) {
      const content = { text, summary: undefined, card: undefined, files: [] };
      const message =
        'kind' in to ? conversations.add(to, author, content) : conversations.startThread(to, author, content);
      changed();
      const activity = hears(message) ? activities.written(message, author, client) : undefined;
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

      const sent = options.client === 'phone' ? { ...pressed, associatedInputs: 'auto' } : pressed;
      const data = dataToSend(sent, views.inputsSeenBy(person, message));
      const activity = isSubmit
        ? activities.submitted(person, message, data, options.client)
        : activities.executed(person, message, pressed, data, options.client);
      const { answer, redelivered } = await (isSubmit ? deliverPress : executeAsClient)(activity, options);
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
    unread: readMarks.unread,
    markRead: changing(readMarks.mark),
    save: () => ({
      version: 1,
      tenantId,
      serviceUrl: server.url,
      directory: directory.save(),
      conversations: conversations.save(),
      views: views.save(),
      readMarks: readMarks.save(),
    }),
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
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
    .map(({ from, text, card, files, edits }) => {
      const headline = [...partsOf(card)].find((part) => typeof part['text'] === 'string')?.['text'];
      const shown = card === undefined ? `“${text}”` : `[card “${String(headline ?? '')}”]`;
      const attached = files.map(({ kind, name }) => ` [file ${kind} “${name}”]`).join('');
      return `${from === 'bot' ? 'bot' : from.name} ${shown}${attached}${edits > 0 ? ` (edited ${edits}×)` : ''}`;
    })
    .join(', ');
}
