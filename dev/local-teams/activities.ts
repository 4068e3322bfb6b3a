import { randomUUID } from 'node:crypto';
import type { Attachment, ChannelAccount, ConversationAccount } from 'botbuilder';
import type { Card } from './card-actions.js';
import type { Conversation, Message } from './conversations.js';
import type { Channel, Person, Team } from './directory.js';
import { mentionEntities, mentionsAsHtml, splitAtMentions, taggedText } from './mentions.js';
import type { WireActivity } from './traffic.js';

export interface BotAccount {
  /** `28:…` */
  readonly id: string;
  readonly name: string;
}

/**
 * Builds the activities that Teams sends to a bot. They have the shape that Microsoft documents for conversations with
 * bots, https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations,
 * for universal actions,
 * https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model, and for dialogs,
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots.
 */
export interface Activities {
  /** @returns undefined for a channel message that does not mention the bot, which Teams does not send to it */
  written(message: Message, author: Person, client?: Client): WireActivity | undefined;
  /** A message with a file in a personal chat. */
  sharedFile(message: Message, author: Person, file: Attachment, client?: Client): WireActivity;
  /** @param value `type`, `action`, `context` and `uploadInfo` of a `fileConsent/invoke` */
  consentAnswered(
    person: Person,
    message: Message,
    value: Readonly<Record<string, unknown>>,
    client?: Client,
  ): WireActivity;
  executed(
    person: Person,
    message: Message,
    action: Card,
    data: Readonly<Record<string, unknown>>,
    client?: Client,
  ): WireActivity;
  submitted(person: Person, message: Message, data: Readonly<Record<string, unknown>>, how?: HowPressed): WireActivity;
  /** The bot is asked what a dialog shows: when it is opened, and when it is submitted. */
  dialogAsked(
    name: 'task/fetch' | 'task/submit',
    person: Person,
    message: Message,
    data: Readonly<Record<string, unknown>>,
    how?: HowPressed,
  ): WireActivity;
  /** The two activities about an installation or a removal, in the order in which they are sent. */
  installed(team: Team, by: Person, action: 'add' | 'remove'): readonly WireActivity[];
  /**
   * The activities about an upgrade of the app, in the order in which they are sent: the older version goes, and the
   * newer one comes. Nobody is added or removed.
   */
  upgraded(team: Team, by: Person): readonly WireActivity[];
  /** Something has happened to a channel. */
  channelEvent(eventType: ChannelEvent, channel: Channel, team: Team, by: Person): WireActivity;
  /** Something has happened to a team. */
  teamEvent(eventType: TeamEvent, team: Team, by: Person): WireActivity;
  /** A person has been added to a team, or removed from it. */
  membership(team: Team, person: Person, by: Person, change: 'added' | 'removed'): WireActivity;
}

/**
 * The `eventType` of what Teams tells of channels and teams:
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events
 */
export type ChannelEvent = 'channelCreated' | 'channelRenamed' | 'channelDeleted' | 'channelRestored';
export type TeamEvent =
  | 'teamRenamed'
  | 'teamArchived'
  | 'teamUnarchived'
  | 'teamDeleted'
  | 'teamHardDeleted'
  | 'teamRestored';

/** The client in which a person uses Teams. */
export type Client = 'web' | 'phone';

export interface HowPressed {
  readonly client?: Client;
  /** Whether the activity does not tell which message the button was on. */
  readonly withoutReplyToId?: boolean;
}

const PLATFORM: Readonly<Record<Client, string>> = { web: 'Web', phone: 'iOS' };

/**
 * @param tellsTenant whether activities name the tenant of whoever sent them in `from`; Teams does not always do it
 */
export function createActivities(
  bot: BotAccount,
  tenantId: string,
  serviceUrl: string,
  members: () => readonly Person[],
  tellsTenant: boolean,
): Activities {
  /** A guest acts with the account that the tenant of the teams has made for them. */
  const tenantOf = (person: Person) => (person.isGuest ? tenantId : person.tenantId);

  function envelope(person: Person, now: Date, client: Client = 'web'): WireActivity {
    return {
      timestamp: now.toISOString(),
      localTimestamp: danishTime(now),
      localTimezone: 'Europe/Copenhagen',
      channelId: 'msteams',
      serviceUrl,
      from: {
        id: person.id,
        name: person.name,
        aadObjectId: person.aadObjectId,
        ...(tellsTenant ? { tenantId: tenantOf(person) } : {}),
      },
      recipient: { id: bot.id, name: bot.name },
      locale: 'da-DK',
      entities: [
        {
          type: 'clientInfo',
          locale: 'da-DK',
          country: 'DK',
          platform: PLATFORM[client],
          timezone: 'Europe/Copenhagen',
        },
      ],
    };
  }

  function inConversation(conversation: Conversation, person: Person): WireActivity {
    // Microsoft does not document which tenant a message in a shared channel names. Here channelData names the tenant
    // of the person, and conversation names that of the team. So a spec fails if the bot reads only one of them.
    const tenant = { id: tenantOf(person) };
    if (conversation.kind === 'personal') {
      return {
        conversation: place(conversation.conversationId, 'personal', tenant.id),
        channelData: { tenant },
      };
    }
    const { channel, conversationId } = conversation;
    return {
      conversation: place(conversationId, 'channel', tenantId),
      channelData: {
        teamsChannelId: channel.id,
        teamsTeamId: channel.teamId,
        // Standard channels are told of as they always were, and the others with their kind.
        channel: { id: channel.id, ...(channel.type === 'standard' ? {} : { type: channel.type }) },
        team: { id: channel.teamId },
        tenant,
      },
    };
  }

  function onCard(
    person: Person,
    message: Message,
    { client, withoutReplyToId = false }: HowPressed = {},
  ): WireActivity {
    const { conversation, channelData } = inConversation(message.thread, person);
    return {
      ...envelope(person, new Date(), client),
      ...(conversation === undefined ? {} : { conversation }),
      channelData: { ...channelData, source: { name: 'message' } },
      ...(withoutReplyToId ? {} : { replyToId: message.id }),
    };
  }

  /** What the events of a team have in common. */
  function eventIn(team: Team, by: Person) {
    const { localTimezone: _zone, locale, entities: _client, localTimestamp, ...sentAt } = envelope(by, new Date());
    const base = {
      ...sentAt,
      // These activities give only the ids of the person who caused them, and no name.
      from: { id: by.id, aadObjectId: by.aadObjectId } as ChannelAccount,
      conversation: place(team.id, 'channel', tenantId),
    };
    const teamInfo = { id: team.id, name: team.name, aadGroupId: team.aadGroupId };
    return { locale, localTimestamp, base, channelData: { team: teamInfo, tenant: { id: tenantId } } };
  }

  function updateOf(
    team: Team,
    by: Person,
    change: 'added' | 'removed',
    member: Pick<ChannelAccount, 'id' | 'aadObjectId'>,
  ): WireActivity {
    const { base, localTimestamp, channelData } = eventIn(team, by);
    const members = [member as ChannelAccount];
    return {
      ...base,
      ...(localTimestamp === undefined ? {} : { localTimestamp }),
      type: 'conversationUpdate',
      id: eventId(),
      ...(change === 'added' ? { membersAdded: members } : { membersRemoved: members }),
      channelData: { ...channelData, eventType: change === 'added' ? 'teamMemberAdded' : 'teamMemberRemoved' },
    };
  }

  function aboutTeam(team: Team, by: Person, channelData: object): WireActivity {
    const { base, localTimestamp } = eventIn(team, by);
    const sentAt = localTimestamp === undefined ? {} : { localTimestamp };
    return { ...base, ...sentAt, type: 'conversationUpdate', id: eventId(), channelData };
  }

  function installationOf(team: Team, by: Person, action: string): WireActivity {
    const { locale, base, channelData } = eventIn(team, by);
    return {
      ...base,
      ...(locale === undefined ? {} : { locale }),
      entities: [{ type: 'clientInfo', locale: 'da-DK', platform: PLATFORM.web }],
      type: 'installationUpdate',
      id: eventId(),
      action,
      channelData: {
        ...channelData,
        channel: { id: team.general.id },
        settings: { selectedChannel: { id: team.general.id } },
        source: { name: 'message' },
      },
    };
  }

  return {
    written(message, author, client) {
      const parts = splitAtMentions(message.text, [bot, ...members()]);
      if (message.thread.kind === 'channel' && !parts.includes(bot)) return undefined;
      const base = envelope(author, new Date(), client);
      return {
        ...base,
        ...inConversation(message.thread, author),
        type: 'message',
        id: message.id,
        text: taggedText(parts),
        textFormat: 'plain',
        attachments: [{ contentType: 'text/html', content: mentionsAsHtml(parts) }],
        entities: [...mentionEntities(parts), ...(base.entities ?? [])],
      };
    },
    sharedFile(message, author, file, client) {
      const { id, text } = message;
      const written = text === '' ? {} : { text, textFormat: 'plain' };
      const html =
        text === '' ? [] : [{ contentType: 'text/html', content: mentionsAsHtml(splitAtMentions(text, [bot])) }];
      return {
        ...envelope(author, new Date(), client),
        ...inConversation(message.thread, author),
        ...written,
        type: 'message',
        id,
        attachments: [file, ...html],
      };
    },
    consentAnswered: (person, message, value, client = 'web') => ({
      ...onCard(person, message, { client }),
      type: 'invoke',
      name: 'fileConsent/invoke',
      id: eventId(),
      value,
    }),
    executed(person, message, action, data, client = 'web') {
      const { id, title, verb } = action;
      return {
        ...onCard(person, message, { client }),
        type: 'invoke',
        name: 'adaptiveCard/action',
        id: eventId(),
        value: { action: { type: 'Action.Execute', id, title, verb, data }, trigger: 'manual' },
      };
    },
    submitted: (person, message, data, how) => ({
      ...onCard(person, message, how),
      type: 'message',
      id: eventId(),
      value: data,
    }),
    dialogAsked: (name, person, message, data, how) => ({
      ...onCard(person, message, how),
      type: 'invoke',
      name,
      id: eventId(),
      value: { data, context: { theme: 'default' } },
    }),
    membership: (team, { id, aadObjectId }, by, change) => updateOf(team, by, change, { id, aadObjectId }),
    installed: (team, by, action) => [
      updateOf(team, by, action === 'add' ? 'added' : 'removed', { id: bot.id }),
      installationOf(team, by, action),
    ],
    upgraded: (team, by) => [installationOf(team, by, 'remove-upgrade'), installationOf(team, by, 'add-upgrade')],
    channelEvent(eventType, { id, name, type }, team, by) {
      const { channelData } = eventIn(team, by);
      return aboutTeam(team, by, { ...channelData, eventType, channel: { id, name, type } });
    },
    teamEvent(eventType, team, by) {
      const { channelData } = eventIn(team, by);
      return aboutTeam(team, by, { ...channelData, eventType });
    },
  };
}

/** The same activity with a new id and a new time, as the second layer of retries in Teams sends it. */
export function withNewId(activity: WireActivity): WireActivity {
  const now = new Date();
  return { ...activity, id: eventId(), timestamp: now.toISOString(), localTimestamp: danishTime(now) };
}

// Teams leaves out names that the SDK's types require, so there are casts here and for members.
function place(id: string, conversationType: 'channel' | 'personal', tenantId: string): ConversationAccount {
  const group = conversationType === 'channel' ? { isGroup: true } : {};
  return { id, ...group, conversationType, tenantId } as ConversationAccount;
}

function eventId(): string {
  return `f:${randomUUID()}`;
}

const DANISH_CLOCK = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Copenhagen',
  dateStyle: 'short',
  timeStyle: 'medium',
});
const DANISH_OFFSET = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Copenhagen', timeZoneName: 'longOffset' });

/** `2026-11-23T10:00:00+01:00` */
function danishTime(instant: Date): string {
  const offset = DANISH_OFFSET.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  return `${DANISH_CLOCK.format(instant).replace(' ', 'T')}${offset.replace('GMT', '')}`;
}
