import { helpCard } from '../../cards/help-card.js';
import { mayAnswer, type RegisteredChannel } from '../../domain/channel/department.js';
import type { Person } from '../../domain/person.js';
import type { ChannelAct, PersonalAct, Place } from '../acts.js';
import { type Answer, card } from '../answer.js';
import type { Deps } from '../dependencies.js';
import { itsWordsAlone, type Phrases } from '../read-command.js';
import { type Command, channelCommand, personalCommand, type Row } from '../row.js';

/** A bare mention asks for help, and so does a question mark, which ends a line and is not counted. */
const PHRASES: Phrases = { da: ['hjælp', 'hjaelp', ''], en: ['help'] };

/**
 * *hjælp*: what whoever asks can do in this channel.
 *
 * @param others all that can be done in channels beside asking for help
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

/** The same, in a personal chat. */
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
