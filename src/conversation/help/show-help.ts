import { helpCard } from '../../cards/help-card.js';
import { mayAnswer, type RegisteredChannel } from '../../domain/channel/department.js';
import type { Person } from '../../domain/person.js';
import type { ChannelAct, PersonalAct, Place } from '../acts.js';
import { type Answer, card } from '../answer.js';
import type { Deps } from '../dependencies.js';
import { itsWordsAlone, type Phrases } from '../read-command.js';
import { type Command, channelCommand, personalCommand, type Row } from '../row.js';

/** The empty phrase is a message with only a mention of the bot, or with only punctuation such as a question mark. */
const PHRASES: Phrases = { da: ['hjælp', 'hjaelp', ''], en: ['help'] };

/**
 * *hjælp* shows what the person who asks can do in this channel.
 *
 * @param others everything else that people can do in channels
 */
export function helpInChannels(others: readonly Row[]): Command<ChannelAct> {
  const row: Command<ChannelAct> = channelCommand({
    name: 'help',
    where: ['unregistered', 'department', 'secretariat'],
    right: 'anyone',
    help: ({ help }) => help,
    phrases: PHRASES,
    parse: itsWordsAlone,
    run: async ({ channel }, _, { by }) =>
      [...others, row].filter(({ right }) => right !== 'head' || mayLead(channel, by)),
    present: (deps, rows) => help(deps, rows, deps.channel?.purpose ?? 'unregistered'),
  });
  return row;
}

/** *hjælp* in a personal chat. @param others everything else that people can do there */
export function helpInPersonalChats(others: readonly Row[]): Command<PersonalAct> {
  const row: Command<PersonalAct> = personalCommand({
    name: 'help.personal',
    where: ['personal'],
    right: 'anyone',
    help: ({ help }) => help,
    phrases: PHRASES,
    parse: itsWordsAlone,
    run: async () => [...others, row],
    present: (deps, rows) => help(deps, rows, 'personal'),
  });
  return row;
}

function mayLead(channel: RegisteredChannel | undefined, person: Person): boolean {
  return channel?.purpose === 'department' && mayAnswer(channel.department, person);
}

function help({ render, messages }: Deps, rows: readonly Row[], place: Place): Answer {
  const here = rows.filter(({ where }) => where.includes(place));
  const lines = here.flatMap((row) => row.help?.(messages.help, place).lines ?? []);
  return card(helpCard(render, messages, messages.help[place], lines));
}
