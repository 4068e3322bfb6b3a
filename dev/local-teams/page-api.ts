import { z } from 'zod';
import type { Message, PersonalChat, Thread } from './conversations.js';
import type { Channel, Person } from './directory.js';
import type { FeedItem } from './feeds.js';
import type { LocalTeams } from './local-teams.js';
import { mentionsOf } from './mentions.js';
import type { MessageFile } from './message-files.js';
import { createPageDialogs } from './page-dialogs.js';
import { createPageHurts } from './page-hurts.js';
import { found, read } from './page-request.js';
import type {
  ChannelView,
  DialogShownView,
  ExchangeView,
  FeedItemView,
  FileView,
  MessageView,
  Overview,
  PersonView,
  PlaceView,
  PressView,
  ThreadView,
} from './page-view.js';
import type { Exchange } from './traffic.js';

export interface PageApi {
  /** @throws PageProblem if the person or the place does not exist */
  get(path: string, query: URLSearchParams): unknown;
  /** Rejects with `PageProblem` if the body is wrong, or names something that does not exist. */
  post(path: string, body: unknown): Promise<unknown>;
}

export interface PageApiOptions {
  readonly teams: LocalTeams;
  readonly botName: string;
  readonly tenantId: string;
  /** Gives a new text after every change. */
  readonly version: () => string;
  /** Tells all open pages that something has changed. */
  readonly changed: () => void;
}

/** Used instead of a channel's id: the chat of the asking person with the bot. */
const CHAT = 'chat';

/** How many of the newest exchanges the developer panel gets. */
const TRAFFIC_SHOWN = 200;

/** How many of the newest lines of the activity feed a person gets. */
const FEED_SHOWN = 50;

const text = z.string().min(1);
const Writing = z.object({ person: text, place: text, thread: text.optional(), text });
const pressed = {
  action: z.union([text, z.object({ verb: text, title: text.optional() })]),
  inputs: z.record(z.string(), z.string()).default({}),
};
const Pressing = z.object({ person: text, message: text, ...pressed });
const Submitting = z.object({ person: text, dialog: text, ...pressed });
const Closing = z.object({ person: text, dialog: text });
const Sending = z.object({ person: text, name: text, content: z.base64(), text: z.string().default('') });
const Consenting = z.object({ person: text, message: text, answer: z.enum(['accept', 'decline']) });
const Reading = z.object({ person: text, place: text });
const Blocking = z.object({ person: text, isBlocked: z.boolean() });
const Installing = z.object({ person: text, team: text, isInstalled: z.boolean() });
/** What the page can ask for and do. The answers show the local Teams as one person sees it. */
export function createPageApi({ teams, botName, tenantId, version, changed }: PageApiOptions): PageApi {
  const hurts = createPageHurts(teams.faults);
  const dialogs = createPageDialogs(teams, hurts);

  function personBy(id: string | null): Person {
    return found(
      teams.people.find((person) => person.id === id),
      'person',
    );
  }
  function placeOf(person: Person, id: string | null): Channel | PersonalChat {
    if (id === CHAT) return teams.personalChat(person);
    const channels = teams.teams.flatMap((team) => team.channels);
    return found(
      channels.find((channel) => channel.id === id),
      'channel',
    );
  }
  function threadsIn(place: Channel | PersonalChat): readonly (Thread | PersonalChat)[] {
    return 'kind' in place ? [place] : teams.threads(place);
  }
  function messageBy(person: Person, id: string): Message {
    const places = [teams.personalChat(person), ...teams.teams.flatMap((team) => team.channels)];
    const messages = places.flatMap(threadsIn).flatMap((thread) => teams.messagesSeenBy(person, thread));
    return found(
      messages.find((message) => message.id === id),
      'message',
    );
  }

  function overview(query: URLSearchParams): Overview {
    const asking = query.get('person');
    const person = asking === null ? undefined : personBy(asking);
    return {
      version: version(),
      botName,
      people: teams.people.map(personView),
      teams: teams.teams.map((team) => ({
        id: team.id,
        name: team.name,
        hasBot: teams.hasBot(team),
        channels: team.channels.map((channel) => channelView(person, channel)),
      })),
      chatUnread: person === undefined ? 0 : teams.unread(person, teams.personalChat(person)),
      blocksBot: person !== undefined && teams.blocksBot(person),
      feed: person === undefined ? [] : teams.feedOf(person).slice(0, FEED_SHOWN).map(feedItemView),
      hurts: hurts.current(),
    };
  }
  function channelView(person: Person | undefined, channel: Channel): ChannelView {
    const unread = person === undefined ? 0 : teams.unread(person, channel);
    return { id: channel.id, name: channel.name, unread };
  }
  function feedItemView({ conversation, messageId, summary, at, isRead }: FeedItem): FeedItemView {
    const shared = { message: messageId, summary, at: at.toISOString(), isRead };
    if (conversation.kind === 'personal') return { ...shared, place: CHAT };
    const { id, name, teamId } = conversation.channel;
    const team = teams.teams.find((each) => each.id === teamId);
    return { ...shared, place: id, channel: `${team?.name} / ${name}` };
  }
  function personView(person: Person): PersonView {
    const { id, name, title = '' } = person;
    const home = person.tenantId === tenantId ? 'member' : 'outsider';
    const places = [teams.personalChat(person), ...teams.teams.flatMap((team) => team.channels)];
    const unread = places.reduce((sum, place) => sum + teams.unread(person, place), 0);
    return { id, name, title, kind: person.isGuest ? 'guest' : home, unread };
  }

  function place(query: URLSearchParams): PlaceView {
    const person = personBy(query.get('person'));
    const threads = threadsIn(placeOf(person, query.get('place')));
    return { threads: threads.map((thread) => threadView(person, thread)) };
  }
  function threadView(person: Person, thread: Thread | PersonalChat): ThreadView {
    return {
      id: thread.kind === 'personal' ? CHAT : thread.rootId,
      isRootDeleted: thread.kind === 'channel' && thread.messages[0]?.id !== thread.rootId,
      messages: teams.messagesSeenBy(person, thread).map((message) => messageView(person, message)),
    };
  }
  function messageView(person: Person, message: Message): MessageView {
    const card = teams.cardSeenBy(person, message);
    return {
      id: message.id,
      from: {
        name: message.from === 'bot' ? botName : message.from.name,
        isBot: message.from === 'bot',
        isMe: message.from === person,
      },
      isOnlyForMe: message.onlyFor !== undefined,
      at: new Date(Number(message.id)).toISOString(),
      text: message.text,
      mentions: [...message.mentions, ...mentionsOf(card ?? {})].map(({ text: tag }) => tag),
      isEdited: message.edits > 0,
      ...(card === undefined ? {} : { card }),
      files: message.files.map((file) => fileView(file, message)),
    };
  }
  function fileView(file: MessageFile, { thread }: Message): FileView {
    const { kind, name } = file;
    if (kind === 'consent') {
      const { description, sizeInBytes } = file;
      return { kind, name, description, sizeInBytes };
    }
    const { contentUrl } = file;
    const owner = thread.kind === 'personal' ? teams.filesOf(thread.person) : [];
    const isKept = owner.some((each) => each.contentUrl === contentUrl);
    const isOwn = contentUrl.startsWith(teams.serviceUrl);
    // A path without a host also works where the page was opened by another name of this machine.
    if (isOwn) return { kind: 'file', name, isOwn, ...(isKept ? { href: new URL(contentUrl).pathname } : {}) };
    return { kind: 'file', name, isOwn, ...(/^https?:/iu.test(contentUrl) ? { href: contentUrl } : {}) };
  }

  function traffic(): readonly ExchangeView[] {
    const all = teams.traffic;
    const from = Math.max(0, all.length - TRAFFIC_SHOWN);
    return all.slice(from).map((exchange, index) => exchangeView(exchange, from + index + 1));
  }

  async function write(body: unknown): Promise<unknown> {
    const wanted = read(Writing, body);
    const author = personBy(wanted.person);
    const target = placeOf(author, wanted.place);
    const thread =
      wanted.thread === undefined || 'kind' in target
        ? target
        : found(
            teams.threads(target).find(({ rootId }) => rootId === wanted.thread),
            'thread',
          );
    const { message, status } = await teams.write(author, thread, wanted.text, { client: hurts.client() });
    return { message: message.id, status };
  }

  async function press(body: unknown): Promise<PressView> {
    const wanted = read(Pressing, body);
    const person = personBy(wanted.person);
    const message = messageBy(person, wanted.message);
    return pressView(await teams.press(person, message, wanted.action, wanted.inputs, hurts.forPress()));
  }
  async function openDialog(body: unknown): Promise<DialogShownView> {
    const wanted = read(Pressing, body);
    const person = personBy(wanted.person);
    return dialogs.open(person, messageBy(person, wanted.message), wanted.action, wanted.inputs);
  }
  async function submitDialog(body: unknown): Promise<DialogShownView> {
    const { person, dialog, action, inputs } = read(Submitting, body);
    return dialogs.submit(personBy(person), dialog, action, inputs);
  }
  async function sendFile(body: unknown): Promise<unknown> {
    const { person, name, content, text: written } = read(Sending, body);
    const file = { name, bytes: Buffer.from(content, 'base64') };
    const { message, status } = await teams.sendFile(personBy(person), file, { text: written, client: hurts.client() });
    return { message: message.id, status };
  }
  async function answerConsent(body: unknown): Promise<PressView> {
    const wanted = read(Consenting, body);
    const person = personBy(wanted.person);
    const message = messageBy(person, wanted.message);
    return pressView(await teams.answerConsent(person, message, wanted.answer, hurts.forPress()));
  }

  const posts: Readonly<Record<string, (body: unknown) => Promise<unknown>>> = {
    '/local/write': write,
    '/local/press': press,
    '/local/dialog/open': openDialog,
    '/local/dialog/submit': submitDialog,
    '/local/dialog/close': async (body) => {
      const { person, dialog } = read(Closing, body);
      dialogs.close(personBy(person), dialog);
      return {};
    },
    '/local/file': sendFile,
    '/local/consent': answerConsent,
    '/local/read': async (body) => {
      const wanted = read(Reading, body);
      const person = personBy(wanted.person);
      teams.markRead(person, placeOf(person, wanted.place));
      return {};
    },
    '/local/block': async (body) => {
      const wanted = read(Blocking, body);
      const person = personBy(wanted.person);
      if (wanted.isBlocked) teams.blockBot(person);
      else teams.unblockBot(person);
      return {};
    },
    '/local/install': async (body) => {
      const wanted = read(Installing, body);
      const person = personBy(wanted.person);
      const team = found(
        teams.teams.find(({ id }) => id === wanted.team),
        'team',
      );
      const statuses = await (wanted.isInstalled ? teams.installBot : teams.removeBot)(team, person);
      return { statuses };
    },
    '/local/hurts': async (body) => {
      const switched = hurts.switch(body);
      changed();
      return switched;
    },
  };
  const gets: Readonly<Record<string, (query: URLSearchParams) => unknown>> = {
    '/local/state': overview,
    '/local/place': place,
    '/local/traffic': traffic,
  };

  return {
    get: (path, query) => found(gets[path], 'address')(query),
    post: async (path, body) => found(posts[path], 'address')(body),
  };
}

function pressView({ status, toast }: { readonly status: number; readonly toast: string | undefined }): PressView {
  return { status, isError: status >= 300, ...(toast === undefined ? {} : { toast }) };
}

function exchangeView({ at, status, activity, body, ...rest }: Exchange, number: number): ExchangeView {
  return {
    ...rest,
    number,
    at: at.toISOString(),
    ...(status === undefined ? {} : { status }),
    ...(activity === undefined ? {} : { activity }),
    ...(body === undefined ? {} : { body }),
  };
}
