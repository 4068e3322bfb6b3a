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
import { type ChatBlocks, createChatBlocks } from './chat-blocks.js';
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
import { createFeeds, type Feeds } from './feeds.js';
import { createFileSharing, type FileSharing } from './file-sharing.js';
import { createReadMarks, type ReadMarks } from './read-marks.js';
import type { SavedTeams } from './saved-teams.js';
import { createTraffic, type Exchange, type WireActivity } from './traffic.js';
import { createWaiting, type Waiting } from './waiting.js';

export interface LocalTeamsOptions {
  /** The address that activities are sent to, such as `http://127.0.0.1:3978/api/messages`. */
  readonly botEndpoint: string;
  /** The port on 127.0.0.1 that the connector listens on; 0 for any free port. */
  readonly port: number;
  readonly bot: BotAccount;
  /** The tenant that owns every team. */
  readonly tenantId: string;
  /**
   * Whether messages and presses name the tenant of the person in `from`. The default is that they do. Microsoft's
   * examples do not have it.
   */
  readonly tellsTenant?: boolean;
  /** Makes the bearer token for each request to the bot. Without it, no token is sent. */
  readonly token?: () => Promise<string>;
  /** An earlier local Teams, saved with `LocalTeams.save`. Its `tenantId` must be the same. */
  readonly saved?: SavedTeams;
  /** How long a client waits for the answer to an `Action.Execute`, in milliseconds. The default is 10,000. */
  readonly clientWaitsMs?: number;
  /** How long `until` waits if its caller does not say, in milliseconds. The default is 10,000. */
  readonly untilWaitsMs?: number;
  /** Serves the other paths on the same port, such as a page. */
  readonly site?: Site;
}

/**
 * A Teams with one tenant and one bot, all in memory. It has the Bot Connector over HTTP, people who can act, and their
 * drives.
 */
export interface LocalTeams
  extends Pick<Directory, 'teams' | 'people' | 'addTeam' | 'addChannel' | 'addPerson'>,
    Pick<Directory, 'hasBot'>,
    Pick<Conversations, 'threads' | 'personalChat'>,
    FileSharing,
    Pick<CardViews, 'cardSeenBy' | 'inputsSeenBy'>,
    Pick<ReadMarks, 'unread'>,
    Pick<Feeds, 'feedOf'>,
    Pick<ChatBlocks, 'blockBot' | 'unblockBot' | 'blocksBot'> {
  /** The address of the connector, as in the `serviceUrl` of activities. */
  readonly serviceUrl: string;

  /** Adds the bot to a team and sends it the activities about that. @returns the bot's statuses, in order */
  installBot(team: Team, by: Person): Promise<readonly number[]>;
  /** Removes the bot from a team and sends it the activities about that. After this, the connector refuses it there. */
  removeBot(team: Team, by: Person): Promise<readonly number[]>;
  /** Takes a person back into a team, and tells the bot. @returns the bot's status; undefined where it is not there */
  addMember(team: Team, person: Person, by: Person): Promise<number | undefined>;
  /** Removes a person from a team, in which they are from the beginning, and tells the bot. */
  removeMember(team: Team, person: Person, by: Person): Promise<number | undefined>;

  /**
   * Writes a new thread in a channel, a reply in a thread, or a message to the bot in a personal chat. Every `@` with
   * the name of the bot or of a member of the teams is a mention. In a channel, the bot gets only messages that mention
   * it, and only if it is installed there. In a personal chat, it gets all messages.
   */
  write(author: Person, to: Channel | Conversation, text: string, options?: WriteOptions): Promise<Written>;

  /**
   * Types into the fields of the card that the person sees, and then presses a button. The typed text stays in the
   * fields until the card is replaced. The checks of a client (required fields, lengths) are not made, because the
   * documentation says that some clients ignore them.
   *
   * Rejects if the message is deleted, or if the card has no such button or field.
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
   * Everything as JSON, with which another local Teams can be started. Planned faults and open requests are not in it.
   * The content of files is not in it either: messages still name the files, but nobody can open them.
   */
  save(): SavedTeams;

  /** Calls the listener whenever something has changed in Teams. @returns a function that ends the listening */
  onChange(listener: () => void): () => void;

  /**
   * Waits until `look` returns something other than undefined, null or false. It is called at once and after every
   * change in Teams. It is not called after other changes, such as those in the bot's storage.
   *
   * Rejects with what `look` throws. When the time is up or the local Teams stops, it rejects with an error that says
   * what was awaited and what the conversations contain.
   */
  until: Waiting['until'];

  /** All exchanges with the bot so far, in the order in which they ended. */
  readonly traffic: readonly Exchange[];
  /** @returns a function that ends the listening */
  onTraffic(listener: (exchange: Exchange) => void): () => void;
  /** Makes the connector fail. */
  readonly faults: Faults;
  /** Sends activities to this address from now on, because the bot has moved. */
  pointAt(botEndpoint: string): void;
  /** Closes all connections, and rejects all calls that still wait. A second call changes nothing. */
  stop(): Promise<void>;
}

export interface Written {
  readonly message: Message;
  /** The bot's HTTP status; undefined where the message was not sent to it. */
  readonly status: number | undefined;
}

export interface WriteOptions {
  /** The client that the person uses. The default is `web`. */
  readonly client?: Client;
}

/** On a phone, the fields are sent even if the action asks for none of them (microsoft/AdaptiveCards issue 8585). */
export interface PressOptions extends WriteOptions {
  /**
   * The default is `execute`, or `submit` for a button that is an `Action.Submit`. `submit` presses as a client without
   * universal actions does: it sends the `Action.Submit` that is the fallback of an `Action.Execute`.
   */
  readonly as?: 'execute' | 'submit';
  /**
   * How many more times the same press is delivered, at the same time as the first. With the same id, Teams does that
   * when an answer is slow. With new ids, its second layer of retries does that. A number alone means the same id.
   */
  readonly redeliveries?: number | { readonly sameId?: number; readonly newId?: number };
  /** Whether the client has stopped waiting when the bot answers an `Action.Execute`. */
  readonly isAnswerLate?: boolean;
}

export interface Pressed {
  /** The bot's HTTP status; 504, as from the Bot Service, where the client stopped waiting. */
  readonly status: number;
  /** The body of the bot's answer to an `Action.Execute`. */
  readonly invokeResponse: unknown;
  /** The card that the person sees now. */
  readonly card: Card | undefined;
  /** What the client showed beside the card. */
  readonly toast: string | undefined;
  /** The bot's answers to the redeliveries, which the client ignores. */
  readonly redelivered: readonly BotAnswer[];
}

/** What a client shows when it does not understand the answer to an action. */
const SOMETHING_WENT_WRONG = 'Something went wrong. Please try again.';

/** Microsoft documents no limit for `adaptiveCard/action`. The limit of the Bot Service is 10 to 15 seconds. */
const CLIENT_WAITS_MS = 10_000;

const TOO_LATE = { answer: { status: 504, body: undefined }, redelivered: [] } as const;

/** How many conversations an error describes. */
const DESCRIBED = 40;

/**
 * Starts a stand-in for Microsoft Teams on this machine.
 *
 * Rejects with Node's own error when the port is in use: its `code` is EADDRINUSE, and it has the `port`.
 */
export async function startLocalTeams(options: LocalTeamsOptions): Promise<LocalTeams> {
  const { bot, tenantId, saved, tellsTenant = true, clientWaitsMs = CLIENT_WAITS_MS } = options;
  const directory = createDirectory(tenantId, saved?.directory);
  const conversations = createConversations(directory, saved?.conversations);
  const views = createCardViews(saved?.views);
  const readMarks = createReadMarks(conversations, saved?.readMarks);
  const blocks = createChatBlocks(saved?.blocks);
  const feeds = createFeeds({ directory, conversations, readMarks, saved: saved?.feeds });
  const faults = createFaultPlan();
  const traffic = createTraffic();
  const waiting = createWaiting(() => describe(directory, conversations), options.untilWaitsMs);
  const connector = createConnector({ tenantId, directory, conversations, blocks, notify: feeds.notify });
  const drives = createDrives();
  const drive = createDriveRoutes(drives);
  const { port, site } = options;
  const server = await startConnectorServer({ port, connector, drive, faults, traffic, site });
  const activities = createActivities(bot, tenantId, server.url, directory.members, tellsTenant);
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

  async function setMember(team: Team, person: Person, by: Person, change: 'added' | 'removed') {
    directory.setMember(team, person, change === 'added');
    changed();
    if (!directory.hasBot(team)) return undefined;
    const { status } = await endpoint.deliver(activities.membership(team, person, by, change));
    return status;
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

  /** The answer as the client sees it. An answer that comes after the client's time limit is only in the traffic. */
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

  /** Shows the person the answer to their action. @returns the toast, if there is one */
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
    addMember: (team, person, by) => setMember(team, person, by, 'added'),
    removeMember: (team, person, by) => setMember(team, person, by, 'removed'),

    async write(author, to, text, { client } = {}) {
      const content = { text, mentions: [], summary: undefined, card: undefined, files: [] };
      const message =
        'kind' in to ? conversations.add(to, author, content) : conversations.startThread(to, author, content);
      changed();
      const activity = hears(message) ? activities.written(message, author, client) : undefined;
      if (activity === undefined) return { message, status: undefined };
      const { status } = await endpoint.deliver(activity);
      return { message, status };
    },

    async press(person, message, choice, typed = {}, options = {}) {
      if (conversations.findMessage(message.id) === undefined) throw new Error(`message ${message.id} is deleted`);
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
    feedOf: feeds.feedOf,
    blockBot: changing(blocks.blockBot),
    unblockBot: changing(blocks.unblockBot),
    blocksBot: blocks.blocksBot,
    markRead: changing(readMarks.mark),
    save: () => ({
      version: 1,
      tenantId,
      serviceUrl: server.url,
      directory: directory.save(),
      conversations: conversations.save(),
      views: views.save(),
      readMarks: readMarks.save(),
      feeds: feeds.save(),
      blocks: blocks.save(),
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
