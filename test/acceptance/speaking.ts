import { type Card, isObject } from '../../dev/local-teams/card-actions.js';
import type { Conversation, Message } from '../../dev/local-teams/conversations.js';
import type { Channel, Person } from '../../dev/local-teams/directory.js';
import type { LocalTeams } from '../../dev/local-teams/local-teams.js';
import type { Pressed } from '../../dev/local-teams/pressing.js';
import { da } from '../../src/text/messages.js';
import { read } from '../support/open-round.js';

/** What the bot answers to a message in a new thread, or in the person's own chat. */
export async function say(teams: LocalTeams, person: Person, channel: Channel | 'own chat', text: string) {
  const to = channel === 'own chat' ? teams.personalChat(person) : channel;
  const before = channel === 'own chat' ? teams.personalChat(person).messages.length : 0;
  const said = channel === 'own chat' ? text : `@Notatbot ${text}`;
  const { message } = await teams.write(person, to, said);
  return answerIn(message.thread, before);
}

/**
 * Chooses the newest round, where the bot asks which one is meant.
 *
 * @returns the last answer in the thread
 */
export async function ofNewestRound(teams: LocalTeams, person: Person, answer: Message): Promise<Message> {
  const { whichRound, chooseRound } = da.understanding;
  // *status* lists the rounds, and the first one is then shown in the place of the list.
  if (read(answer.card).startsWith(da.desk.list.openHeading)) {
    const { card } = await teams.press(person, answer, da.desk.list.open(1));
    return { ...answer, card: card ?? answer.card };
  }
  if (!read(answer.card).startsWith(whichRound.heading)) return answer;
  await teams.press(person, answer, chooseRound(1));
  return answer.thread.messages.findLast(({ from }) => from === 'bot') ?? answer;
}

/** The bot's first message in a conversation that had this many messages. */
function answerIn({ messages }: Conversation, before = 0): Message {
  const answer = messages.slice(before).find(({ from }) => from === 'bot');
  if (answer === undefined) throw new Error('the bot has not answered');
  return answer;
}

/** What a person reads after a press: what the client shows beside the card, or else the card. */
export function shown({ toast, card }: Pick<Pressed, 'toast' | 'card'>): string {
  return toast ?? read(card);
}

/** Where a forged press comes from. */
interface Forged {
  readonly endpoint: string;
  readonly teams: LocalTeams;
  readonly person: Person;
  readonly channel: Channel;
  /** What the button sends, by whomever it was written. */
  readonly data: Readonly<Record<string, unknown>>;
}

let forged = 0;

/** A press with data of the presser's own. @returns what the person is told */
export async function forge({ endpoint, teams, person, channel, data }: Forged): Promise<string> {
  forged += 1;
  const { tenantId, id, name, aadObjectId } = person;
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'invoke',
      name: 'adaptiveCard/action',
      id: `f:${forged}`,
      channelId: 'msteams',
      serviceUrl: teams.serviceUrl,
      from: { id, name, aadObjectId, tenantId },
      recipient: { id: '28:notatbot', name: 'Notatbot' },
      conversation: { id: `${channel.id};messageid=1`, conversationType: 'channel', tenantId },
      channelData: { tenant: { id: tenantId }, team: { id: channel.teamId } },
      replyToId: '1',
      value: { action: { type: 'Action.Execute', verb: data['verb'], data }, trigger: 'manual' },
    }),
  });
  const answer: unknown = JSON.parse(await response.text());
  const value = isObject(answer) ? answer['value'] : undefined;
  return typeof value === 'string' ? value : read(isObject(value) ? (value satisfies Card) : undefined);
}
