/** Which of the two is as Teams is. `either`: Teams has both forms, or the documentation says nothing and the bot uses neither. */
export interface Verdict {
  readonly right: 'Playground' | 'local Teams' | 'either';
  /** Why, with the page of learn.microsoft.com/microsoftteams/platform that says so, or “not verified”. */
  readonly because: string;
}

/** A difference in one field of one kind of activity or request. */
export interface Differing {
  readonly where: string;
  readonly what: string;
  readonly playground: string;
  readonly local: string;
}

interface Known extends Verdict {
  is(differing: Differing): boolean;
}

// The pages of learn.microsoft.com/microsoftteams/platform that the rules cite. They were read in MicrosoftDocs/msteams-docs.
const MESSAGES = 'bots/how-to/conversations/conversation-messages';
const CHANNELS = 'bots/how-to/conversations/channel-and-group-conversations';
const EVENTS = 'bots/how-to/conversations/subscribe-to-conversation-events';
const CONTEXT = 'bots/how-to/get-teams-context';
const DELETING = 'bots/how-to/update-and-delete-bot-messages';
const FILES = 'bots/how-to/bots-filesv4';
const DIALOGS = 'task-modules-and-cards/task-modules/task-modules-bots';

/** The fields with the id of a person, a bot, a team, a channel, a thread or a chat. */
const IDS = new Set([
  'from.id',
  'recipient.id',
  'membersAdded[].id',
  'entities[mention].mentioned.id',
  'conversation.id',
  'conversation id',
  'channelData.team.id',
  'channelData.channel.id',
  'channelData.settings.selectedChannel.id',
  'channelData.teamsChannelId',
  'channelData.teamsTeamId',
]);

/** A form of an id in the Playground: a plain name or a GUID, with or without the id of a message. */
const PLAIN_ID = /^<(?:name|guid)>(?:;messageid=<milliseconds>)?$/u;

/** An id as Teams has it, with the prefix of its kind. */
const TEAMS_ID = /^(?:19|28|29|a):/u;

const MEMBER = 'GET v3/conversations/:conversation/members/:activity';
const REPLY = 'POST v3/conversations/:conversation/activities/:activity';
const EDIT = 'PUT v3/conversations/:conversation/activities/:activity';

/** What a comparison has in place of the value of a field that is not there. */
const ABSENT = '(absent)';

/** The differences whose reason is known. The first that fits counts. */
const KNOWN: readonly Known[] = [
  {
    is: ({ where, what, playground, local }) =>
      (IDS.has(what) || (where === MEMBER && what === 'activity id')) &&
      every(playground, PLAIN_ID) &&
      every(local, TEAMS_ID),
    right: 'local Teams',
    because: `ids begin with 29: for people, 28: for bots, 19: for teams and channels, and a: for personal chats (${MESSAGES}, ${CHANNELS})`,
  },
  {
    is: ({ where, what, playground, local }) =>
      where === 'POST v3/conversations' &&
      isAnswer(what) &&
      local.replace('19:<channel>@thread.tacv2', '<name>') === playground,
    right: 'local Teams',
    because: `the id of a thread is that of its channel, 19:…, and of its first post (${CHANNELS})`,
  },
  {
    is: ({ where, what, playground, local }) =>
      /^(?:mention|personal message|file)$/u.test(where) &&
      what === 'id' &&
      playground === '<guid>' &&
      local === '<milliseconds>',
    right: 'local Teams',
    because: `the id of a message is a number (${MESSAGES})`,
  },
  {
    is: ({ where, what, playground, local }) =>
      where === 'conversationUpdate' && what === 'id' && playground === '<guid>' && local === 'f:<guid>',
    right: 'local Teams',
    because: `the id of an event begins with f: (${EVENTS})`,
  },
  {
    is: ({ where, what, playground, local }) =>
      /^(?:installationUpdate|Execute|Submit)$/u.test(where) &&
      what === 'id' &&
      playground === '<guid>' &&
      local === 'f:<guid>',
    right: 'local Teams',
    because: 'not verified: taken to be as the ids of other events',
  },
  {
    is: ({ where, what, playground, local }) =>
      where === REPLY &&
      what === 'activity id' &&
      playground === '<guid>' &&
      every(local, /^(?:<milliseconds>|f:<guid>)$/u),
    right: 'local Teams',
    because: 'the bot replies to the ids that it was sent, which differ',
  },
  {
    is: ({ what, playground, local }) =>
      what === 'serviceUrl' && playground === '<origin><path, no / last>' && local === '<origin>/',
    right: 'local Teams',
    because: `addresses end with a slash, as https://smba.trafficmanager.net/amer/ (${MESSAGES})`,
  },
  {
    is: ({ what, playground, local }) =>
      what === 'entities[clientInfo].platform' && playground === ABSENT && local === 'Web',
    right: 'local Teams',
    because: `clientInfo names the platform (${MESSAGES})`,
  },
  {
    is: ({ what, playground }) => what.startsWith('attachments[text/html].') && playground === ABSENT,
    right: 'local Teams',
    because: `what is written is also sent as HTML (${MESSAGES})`,
  },
  {
    is: ({ what, playground }) => what === 'localTimestamp' && playground === ABSENT,
    right: 'either',
    because: `events are with and without it (${EVENTS}), and the bot does not read it`,
  },
  {
    is: ({ where, what }) => where === 'GET v3/teams/:conversation/conversations' && isAnswer(what),
    right: 'local Teams',
    because: `General is listed with the name null and the team’s id, and channelType is in no example (${CONTEXT})`,
  },
  {
    is: ({ where, what }) => where === MEMBER && isAnswer(what),
    right: 'local Teams',
    because: `the Entra id is objectId (${CONTEXT}), and aadObjectId in both of these; the addresses are invented`,
  },
  {
    is: ({ where, what }) => where === 'GET v3/teams/:conversation' && isAnswer(what),
    right: 'either',
    because: 'the two teams have different ids and numbers of members',
  },
  {
    is: ({ where, what, playground }) => where.startsWith('DELETE ') && isAnswer(what) && playground.startsWith('501 '),
    right: 'local Teams',
    because: `a bot may delete what it has written (${DELETING})`,
  },
  {
    is: ({ where, playground }) => /^(?:opened|submitted) dialog$/u.test(where) && playground === ABSENT,
    right: 'local Teams',
    because: `bots have dialogs (${DIALOGS}), and the Playground refuses them`,
  },
  {
    is: ({ where, what, playground }) =>
      (where === 'file consent' || (where === REPLY && what.includes('teams.card.file.info'))) && playground === ABSENT,
    right: 'local Teams',
    because: `a person may accept a file (${FILES}), and the Playground does not draw the card for it`,
  },
  {
    is: ({ where, what, playground }) =>
      /^(?:Execute|Submit)$/u.test(where) &&
      /^channelData[.]teams(?:Channel|Team)Id$/u.test(what) &&
      playground === ABSENT,
    right: 'either',
    because: `it is deprecated (${MESSAGES}), and the bot does not read it`,
  },
  {
    is: ({ where, what, playground, local }) =>
      where === 'Execute' && what === 'value.trigger' && playground === ABSENT && local === 'manual',
    right: 'either',
    because: 'not verified, and the bot does not read it',
  },
  {
    is: ({ where, what, local }) =>
      where === 'conversationUpdate' && what === 'channelData.settings.selectedChannel.id' && local === ABSENT,
    right: 'Playground',
    because: `a bot that is added to a team is told the selected channel (${EVENTS}); the bot does not read it`,
  },
  {
    is: ({ where, what, playground, local }) =>
      isAdding(where) &&
      what === 'conversation.conversationType' &&
      playground === 'channel | personal' &&
      local === 'channel',
    right: 'Playground',
    because: `a bot is told when it is added to a personal chat (${EVENTS}), and the local Teams does not do it`,
  },
  {
    is: ({ where, what, local }) =>
      where === 'conversationUpdate' && what === 'membersAdded[].aadObjectId' && local === ABSENT,
    right: 'Playground',
    because: `the person is among the members of a new personal chat (${EVENTS}), which the local Teams does not tell of`,
  },
  {
    is: ({ where, what, playground, local }) =>
      where === EDIT && /har svaret”$/u.test(what) && [playground, local].includes(ABSENT),
    right: 'either',
    because: 'the overview is drawn at most once in ten seconds, so how often depends on when the steps are done',
  },
];

/** Whether it is the answer to a request of the bot, by the heading of the card in the request. */
function isAnswer(what: string): boolean {
  return what.startsWith('“');
}

function isAdding(where: string): boolean {
  return where === 'conversationUpdate' || where === 'installationUpdate';
}

/** @returns undefined for a difference that nobody has judged yet */
export function verdictOn(differing: Differing): Verdict | undefined {
  const known = KNOWN.find(({ is }) => is(differing));
  return known === undefined ? undefined : { right: known.right, because: known.because };
}

function every(looks: string, form: RegExp): boolean {
  return looks.split(' | ').every((look) => form.test(look));
}
