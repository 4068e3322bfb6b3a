import { type Card, isObject } from './card-actions.js';
import type { ChatBlock, ChatBlocks } from './chat-blocks.js';
import type { Content, Conversation, Conversations, Message } from './conversations.js';
import type { Channel, Directory, Person, Team } from './directory.js';
import { mentionsIn } from './mentions.js';
import { filesIn } from './message-files.js';
import type { Sight } from './targeted-messages.js';

export interface ConnectorRequest {
  readonly method: string;
  /** The segments of the path, decoded. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
  /** Parsed JSON; undefined where the request had no body. */
  readonly body: unknown;
  /** The length of the body's text in UTF-16 units. */
  readonly bodyLength: number;
}

export interface Answer {
  readonly status: number;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as they are, instead of a body. */
  readonly bytes?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Answers as the Bot Connector REST API v3 of Teams does. Status codes and error codes are those of
 * https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability ("status codes"),
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference and, for targeted
 * messages, https://learn.microsoft.com/microsoftteams/platform/agents-in-teams/targeted-messages ("errors").
 */
export type Connector = (request: ConnectorRequest) => Answer;

export interface ConnectorState {
  readonly tenantId: string;
  readonly directory: Directory;
  readonly conversations: Conversations;
  readonly blocks: Pick<ChatBlocks, 'blockOf'>;
  readonly sight: Pick<Sight, 'isExpired'>;
  /** Tells people of a new message of the bot. */
  readonly notify: (message: Message) => void;
}

/** What a conversation id names: a whole channel, or one conversation. */
type Place = { readonly kind: 'whole channel'; readonly channel: Channel } | Conversation;

type Parameters = Readonly<Record<string, string>>;
type Handler = (parameters: Parameters, request: ConnectorRequest) => Answer;

/** In UTF-16 code units of two bytes: 100 KB. */
const MESSAGE_MAX_UNITS = (100 * 1024) / 2;

/** Page sizes of the paged roster: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context */
const PAGE_SIZE = { least: 50, most: 500, unlessAsked: 200 };

const BLOCKED: Readonly<Record<ChatBlock, string>> = {
  ConversationBlockedByUser: 'User blocked the conversation with the bot.',
  MessageWritesBlocked: 'Message writes are blocked.',
};

const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';

export function createConnector(state: ConnectorState): Connector {
  const { tenantId, directory, conversations, blocks, sight, notify } = state;
  const routes: readonly (readonly [string, string, Handler])[] = [
    ['POST', 'v3/conversations', createConversation],
    ['POST', 'v3/conversations/:conversation/activities', send],
    ['POST', 'v3/conversations/:conversation/activities/:activity', reply],
    ['PUT', 'v3/conversations/:conversation/activities/:activity', update],
    ['DELETE', 'v3/conversations/:conversation/activities/:activity', remove],
    ['GET', 'v3/conversations/:conversation/members', listMembers],
    ['GET', 'v3/conversations/:conversation/pagedmembers', pageMembers],
    ['GET', 'v3/conversations/:conversation/members/:member', getMember],
    ['GET', 'v3/teams/:team', getTeam],
    ['GET', 'v3/teams/:team/conversations', listChannels],
  ];

  function createConversation(_: Parameters, { body, query }: ConnectorRequest): Answer {
    if (isTargeted(query)) return badArgument('A targeted message needs a conversation that is there.');
    const wanted = objectIn(body);
    const channelId = objectIn(objectIn(wanted['channelData'])['channel'])['id'];
    if (typeof channelId === 'string') {
      if (wanted['activity'] === undefined) return badSyntax('a thread in a channel needs its first activity');
      return inPlace(channelId, (place) =>
        place.kind === 'whole channel'
          ? post(place, wanted['activity'], (message) => ({
              status: 201,
              body: { id: message.thread.conversationId, activityId: message.id },
            }))
          : notFound('ConversationNotFound'),
      );
    }
    return openChat(wanted);
  }

  /**
   * Opens the one chat with a person. The person is named by the connector's id or the Entra object id, but not by the
   * user principal name.
   */
  function openChat(wanted: Card): Answer {
    const [member, ...others] = Array.isArray(wanted['members']) ? wanted['members'] : [];
    const person = directory.findPerson(String(objectIn(member)['id']));
    if (person === undefined) return badSyntax('neither a known channel nor a known member');
    if (wanted['isGroup'] === true || others.length > 0) return badSyntax('a bot cannot begin a group chat');
    const tenant = wanted['tenantId'] ?? objectIn(objectIn(wanted['channelData'])['tenant'])['id'];
    if (tenant !== tenantId) return badSyntax('a chat needs the tenant of the teams');
    if (!mayWriteTo(person)) return notInRoster();
    const chat = conversations.personalChat(person);
    if (wanted['activity'] === undefined) return { status: 201, body: { id: chat.conversationId } };
    return post(chat, wanted['activity'], ({ id }) => ({
      status: 201,
      body: { id: chat.conversationId, activityId: id },
    }));
  }

  function mayWriteTo(person: Person): boolean {
    const teams = directory.teams.filter((team) => directory.hasBot(team));
    return conversations.hasChat(person) || teams.some((team) => directory.members(team).includes(person));
  }

  function send({ conversation = '' }: Parameters, { body, query }: ConnectorRequest): Answer {
    return inPlace(conversation, (place) =>
      post(place, body, ({ id }) => ({ status: 201, body: { id } }), isTargeted(query)),
    );
  }

  /**
   * In a thread or a chat, a reply to an unknown activity is accepted, because it can only go to one place. The SDK
   * sends replies there with ids that it has made itself.
   */
  function reply({ conversation = '', activity = '' }: Parameters, { body, query }: ConnectorRequest): Answer {
    return inPlace(conversation, (place) => {
      const target = place.kind === 'whole channel' ? messageIn(place, activity)?.thread : place;
      if (target === undefined) return notFound('ActivityNotFoundInConversation');
      return post(target, body, ({ id }) => ({ status: 201, body: { id } }), isTargeted(query));
    });
  }

  function update(parameters: Parameters, request: ConnectorRequest): Answer {
    return ownMessage(parameters, request, (message) => {
      const { body } = request;
      const content = contentOf(body);
      if (typeof content === 'string') return badSyntax(content);
      if (message.thread.kind !== 'personal' && asksConsent(content)) return noConsentHere();
      conversations.replace(message, content);
      return { status: 200, body: { id: message.id } };
    });
  }

  function remove(parameters: Parameters, request: ConnectorRequest): Answer {
    return ownMessage(parameters, request, (message) => {
      conversations.remove(message);
      return { status: 200 };
    });
  }

  function listMembers({ conversation = '' }: Parameters): Answer {
    return inPlace(conversation, (place) => ({ status: 200, body: rosterOf(place).map(asMember) }));
  }

  function pageMembers({ conversation = '' }: Parameters, { query }: ConnectorRequest): Answer {
    return inPlace(conversation, (place) => {
      const asked = Number(query.get('pageSize') ?? PAGE_SIZE.unlessAsked);
      const token = query.get('continuationToken');
      const from = token === null ? 0 : Number(Buffer.from(token, 'base64url').toString());
      if (!Number.isInteger(asked) || !Number.isInteger(from)) return badSyntax('invalid page size or token');
      const roster = rosterOf(place);
      const to = from + Math.min(Math.max(asked, PAGE_SIZE.least), PAGE_SIZE.most);
      const more = to < roster.length ? { continuationToken: Buffer.from(String(to)).toString('base64url') } : {};
      return { status: 200, body: { members: roster.slice(from, to).map(asMember), ...more } };
    });
  }

  function getMember({ conversation = '', member = '' }: Parameters): Answer {
    return inPlace(conversation, (place) => {
      const person = directory.findPerson(member);
      return person !== undefined && rosterOf(place).includes(person)
        ? { status: 200, body: asMember(person) }
        : notFound('MemberNotFoundInConversation');
    });
  }

  function getTeam({ team = '' }: Parameters): Answer {
    return inTeam(team, (found) => ({
      status: 200,
      body: {
        id: found.id,
        name: found.name,
        aadGroupId: found.aadGroupId,
        type: 'standard',
        tenantId,
        channelCount: found.channels.length,
        memberCount: directory.members(found).length,
      },
    }));
  }

  /**
   * The General channel has the id of the team and no name, because clients show its name in the reader's language.
   * Deleted channels are not listed.
   */
  function listChannels({ team = '' }: Parameters): Answer {
    return inTeam(team, ({ channels, general }) => ({
      status: 200,
      body: {
        conversations: channels
          .filter((channel) => !directory.isDeleted(channel))
          .map(({ id, name, type }) => ({ id, name: id === general.id ? null : name, type })),
      },
    }));
  }

  function inTeam(teamId: string, answer: (team: Team) => Answer): Answer {
    const team = directory.findTeam(teamId);
    // UNCONFIRMED: Microsoft does not document how the connector answers about a team that has been deleted.
    if (team === undefined || directory.conditionOf(team) === 'deleted') return notFound('ConversationNotFound');
    return directory.hasBot(team) ? answer(team) : notInRoster();
  }

  function inPlace(conversationId: string, answer: (place: Place) => Answer): Answer {
    const conversation = conversations.find(conversationId);
    if (conversation?.kind === 'personal') return answer(conversation);
    const channel = conversation?.channel ?? directory.findChannel(conversationId);
    // UNCONFIRMED: Microsoft documents 404 for conversations that do not exist, and not for deleted channels by name.
    if (channel === undefined || directory.isDeleted(channel)) return notFound('ConversationNotFound');
    return inTeam(channel.teamId, () => answer(conversation ?? { kind: 'whole channel', channel }));
  }

  /**
   * Targeted messages are found only by requests that say they are about one, and other messages only by the others:
   * whom a message is for cannot be changed.
   */
  function ownMessage(
    { conversation = '', activity = '' }: Parameters,
    { query, body }: ConnectorRequest,
    answer: (message: Message) => Answer,
  ): Answer {
    return inPlace(conversation, (place) => {
      if (isTargeted(query) && objectIn(body)['recipient'] !== undefined) {
        return badArgument('The recipient of a targeted message cannot be changed.');
      }
      const message = messageIn(place, activity);
      const isOfThisKind = (message?.onlyFor !== undefined) === isTargeted(query);
      if (message === undefined || !isOfThisKind || sight.isExpired(message)) {
        return notFound('ActivityNotFoundInConversation');
      }
      if (message.from !== 'bot') return refusal(403, 'NotEnoughPermissions', 'The message is not the bot’s own.');
      return answer(message);
    });
  }

  function messageIn(place: Place, id: string): Message | undefined {
    const message = conversations.findMessage(id);
    const isHere =
      place.kind === 'whole channel'
        ? message?.thread.kind === 'channel' && message.thread.channel === place.channel
        : message?.thread === place;
    return isHere ? message : undefined;
  }

  function post(place: Place, activity: unknown, answer: (message: Message) => Answer, isForOne = false): Answer {
    // UNCONFIRMED: Microsoft documents neither status nor code for a message to an archived team.
    const team = place.kind === 'personal' ? undefined : directory.findTeam(place.channel.teamId);
    if (team !== undefined && directory.conditionOf(team) === 'archived') {
      return refusal(403, 'Forbidden', 'The team is archived.');
    }
    const block = place.kind === 'personal' ? blocks.blockOf(place.person) : undefined;
    if (block !== undefined) return refusal(403, block, BLOCKED[block]);
    const type = objectIn(activity)['type'];
    if (type === 'typing') return { status: 201, body: { id: conversations.newMessageId() } };
    if (type !== 'message') return badArgument('Unknown activity type');
    const reader = isForOne ? readerOf(place, activity) : undefined;
    if (typeof reader === 'string') return badArgument(reader);
    const content = contentOf(activity);
    if (typeof content === 'string') return badSyntax(content);
    if (place.kind !== 'personal' && asksConsent(content)) return noConsentHere();
    const message =
      place.kind === 'whole channel'
        ? conversations.startThread(place.channel, 'bot', content, reader)
        : conversations.add(place, 'bot', content, reader);
    notify(message);
    return answer(message);
  }

  /**
   * Microsoft documents that the recipient must be a member, and not how others are refused.
   *
   * @returns who alone sees a targeted message, or why nobody can
   */
  function readerOf(place: Place, activity: unknown): Person | string {
    if (place.kind === 'personal') return 'A personal chat has no targeted messages.';
    const { id } = objectIn(objectIn(activity)['recipient']);
    if (typeof id !== 'string') return 'The recipient of a targeted message is missing.';
    const person = directory.findPerson(id);
    return person !== undefined && rosterOf(place).includes(person) ? person : 'The recipient is not a member.';
  }

  function rosterOf(place: Place): readonly Person[] {
    return place.kind === 'personal' ? [place.person] : directory.members(directory.findTeam(place.channel.teamId));
  }

  return (request) => {
    if (request.bodyLength > MESSAGE_MAX_UNITS) {
      return refusal(413, 'MessageSizeTooBig', 'Message size too large.');
    }
    for (const [method, pattern, handler] of routes) {
      const parameters = method === request.method ? matchPath(pattern, request.segments) : undefined;
      if (parameters !== undefined) return handler(parameters, request);
    }
    return refusal(404, 'NotFound', 'No such operation.');
  };
}

/** An error in the form that the connector uses. */
export function refusal(status: number, code: string, message: string): Answer {
  return { status, body: { error: { code, message } } };
}

function notInRoster(): Answer {
  return refusal(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.');
}

/** Whether a request is about a targeted message. */
export function isTargeted(query: URLSearchParams): boolean {
  return query.get('isTargetedActivity') === 'true';
}

function badArgument(message: string): Answer {
  return refusal(400, 'BadArgument', message);
}

function badSyntax(message: string): Answer {
  return refusal(400, 'BadSyntax', message);
}

/**
 * Microsoft documents that these cards work only in personal chats. The error code for other places is not documented.
 */
function noConsentHere(): Answer {
  return badArgument('File consent cards are for personal chats.');
}

function asksConsent({ files }: Content): boolean {
  return files.some(({ kind }) => kind === 'consent');
}

function notFound(code: string): Answer {
  return refusal(404, code, `${code.replace(/([a-z])(?=[A-Z])/gu, '$1 ')}.`);
}

function matchPath(pattern: string, segments: readonly string[]): Parameters | undefined {
  const parts = pattern.split('/');
  if (parts.length !== segments.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const segment = segments[index] ?? '';
    if (part.startsWith(':')) parameters[part.slice(1)] = segment;
    else if (part !== segment) return undefined;
  }
  return parameters;
}

/** @returns what a message activity shows, or what is wrong with it */
function contentOf(activity: unknown): Content | string {
  const { text: given, entities, summary, attachments } = objectIn(activity);
  const attached = Array.isArray(attachments) ? attachments.map(objectIn) : [];
  const cards = attached.filter(({ contentType }) => contentType === ADAPTIVE_CARD).map(({ content }) => content);
  if (!cards.every(isObject)) return 'an adaptive card without content';
  const files = filesIn(attached);
  if (typeof files === 'string') return files;
  const text = typeof given === 'string' ? given : '';
  if (text === '' && attached.length === 0) return 'a message with neither text nor attachments';
  return {
    text,
    mentions: mentionsIn(entities).filter((mention) => text.includes(mention.text)),
    summary: typeof summary === 'string' ? summary : undefined,
    card: cards[0],
    files,
  };
}

function asMember({ id, aadObjectId, name, email, tenantId, isGuest }: Person) {
  const [givenName, ...surnames] = name.split(' ');
  return {
    id,
    name,
    objectId: aadObjectId,
    aadObjectId,
    givenName,
    surname: surnames.join(' '),
    email,
    userPrincipalName: email,
    tenantId,
    userRole: isGuest ? 'guest' : 'user',
  };
}

function objectIn(value: unknown): Card {
  return isObject(value) ? value : {};
}
