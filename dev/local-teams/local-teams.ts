import { type BotAccount, type Client, createActivities } from './activities.js';
import { createBotEndpoint } from './bot-endpoint.js';
import { type CardViews, createCardViews } from './card-views.js';
import { type ChatBlocks, createChatBlocks } from './chat-blocks.js';
import { createClientDelivery } from './client-delivery.js';
import { createConnector } from './connector-routes.js';
import { type Site, startConnectorServer } from './connector-server.js';
import {
  type Conversation,
  type Conversations,
  createConversations,
  type Message,
  type PersonalChat,
} from './conversations.js';
import { describeConversations } from './conversations-in-words.js';
import { createDialogs, type Dialogs } from './dialogs.js';
import { type Channel, createDirectory, type Directory, type Person, type Team } from './directory.js';
import { createDriveRoutes } from './drive-routes.js';
import { createDrives } from './drives.js';
import { createFaultPlan, type Faults } from './faults.js';
import { createFeeds, type Feeds } from './feeds.js';
import { createFileSharing, type FileSharing } from './file-sharing.js';
import { createLife, type Life } from './life.js';
import { createPressing, type Pressing } from './pressing.js';
import { createReadMarks, type ReadMarks } from './read-marks.js';
import type { SavedTeams } from './saved-teams.js';
import { createSight, type Sight } from './targeted-messages.js';
import { createTraffic, type Exchange } from './traffic.js';
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
  /** How long a client waits for the answer to an invoke, in milliseconds. The default is 10,000. */
  readonly clientWaitsMs?: number;
  /** How long `until` waits if its caller does not say, in milliseconds. The default is 10,000. */
  readonly untilWaitsMs?: number;
  /**
   * The clock by which messages get their ids and targeted messages expire, in milliseconds since 1970. The default is
   * that of this machine.
   */
  readonly now?: () => number;
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
    Life,
    Dialogs,
    Pick<Pressing, 'press'>,
    Pick<Sight, 'isSeenBy' | 'messagesSeenBy'>,
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
   *
   * Rejects a reply in a thread that a targeted message began, because Teams has no replies to those.
   */
  write(author: Person, to: Channel | Conversation, text: string, options?: WriteOptions): Promise<Written>;

  /** The person has seen everything in the place so far. */
  markRead(person: Person, place: Channel | PersonalChat): void;

  /**
   * Everything as JSON, with which another local Teams can be started. Planned faults, open requests and open dialogs
   * are not in it.
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

/**
 * Starts a stand-in for Microsoft Teams on this machine.
 *
 * Rejects with Node's own error when the port is in use: its `code` is EADDRINUSE, and it has the `port`.
 */
export async function startLocalTeams(options: LocalTeamsOptions): Promise<LocalTeams> {
  const { bot, tenantId, saved, tellsTenant = true, now = Date.now } = options;
  const directory = createDirectory(tenantId, saved?.directory);
  const conversations = createConversations(directory, saved?.conversations, now);
  const sight = createSight(now);
  const views = createCardViews(saved?.views);
  const readMarks = createReadMarks(conversations, sight, saved?.readMarks);
  const blocks = createChatBlocks(saved?.blocks);
  const feeds = createFeeds({ directory, conversations, readMarks, sight, saved: saved?.feeds });
  const faults = createFaultPlan();
  const traffic = createTraffic();
  const waiting = createWaiting(() => describeConversations(directory, conversations), options.untilWaitsMs);
  const connector = createConnector({ tenantId, directory, conversations, blocks, sight, notify: feeds.notify });
  const drives = createDrives();
  const drive = createDriveRoutes(drives);
  const { port, site } = options;
  const server = await startConnectorServer({ port, connector, drive, faults, traffic, site });
  const activities = createActivities(bot, tenantId, server.url, directory.members, tellsTenant);
  const endpoint = createBotEndpoint({ address: options.botEndpoint, traffic, token: options.token });
  const delivery = createClientDelivery(endpoint, options.clientWaitsMs);
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

  const pressing = createPressing({ conversations, sight, views, activities, delivery, changed });
  const dialogs = createDialogs({ pressing, views, activities, delivery, changed });
  const sharing = createFileSharing({
    serviceUrl: server.url,
    drives,
    conversations,
    activities,
    endpoint,
    delivery,
    changed,
  });

  const life = createLife({ directory, activities, endpoint, changed });

  return {
    ...sharing,
    ...life,
    ...dialogs,
    press: pressing.press,
    isSeenBy: sight.isSeenBy,
    messagesSeenBy: sight.messagesSeenBy,
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
      const [root] = 'kind' in to ? to.messages : [];
      if (root?.onlyFor !== undefined) throw new Error('nobody can reply to a targeted message');
      const content = { text, mentions: [], summary: undefined, card: undefined, files: [] };
      const message =
        'kind' in to ? conversations.add(to, author, content) : conversations.startThread(to, author, content);
      changed();
      const activity = hears(message) ? activities.written(message, author, client) : undefined;
      if (activity === undefined) return { message, status: undefined };
      const { status } = await endpoint.deliver(activity);
      return { message, status };
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
