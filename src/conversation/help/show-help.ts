import { helpCard } from '../../cards/help-card.js';
import { namedRoles, type Right, verdictOf } from '../../domain/rights.js';
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
    right: 'take part',
    help: ({ help }) => help,
    phrases: PHRASES,
    parse: itsWordsAlone,
    run: async (deps, _, { by }) => [...others, row].filter(({ right }) => mayHave(deps, right, by.id)),
    present: (deps, rows) => help(deps, rows, deps.channel?.purpose ?? 'unregistered'),
  });
  return row;
}

/** *hjælp* in a personal chat. @param others everything else that people can do there */
export function helpInPersonalChats(others: readonly Row[]): Command<PersonalAct> {
  const row: Command<PersonalAct> = personalCommand({
    name: 'help.personal',
    where: ['personal'],
    right: 'take part',
    help: ({ help }) => help,
    phrases: PHRASES,
    parse: itsWordsAlone,
    run: async () => [...others, row],
    present: (deps, rows) => help(deps, rows, 'personal'),
  });
  return row;
}

/**
 * Whether the person may have a right, as far as it can be known without asking the roster. Someone whom no list names
 * is taken for a member of the team, and for a secretary where nobody is named as one.
 */
function mayHave({ channel, administrators }: Deps, right: Right, personId: string): boolean {
  const secretariat = channel?.purpose === 'secretariat' ? channel : undefined;
  const department = channel?.purpose === 'department' ? channel.department : undefined;
  const named = namedRoles(personId, administrators, { secretariat, department });
  const isByTeam = secretariat?.secretaries.length === 0;
  const roles = [...named, 'member', ...(isByTeam ? (['secretary'] as const) : [])] as const;
  return verdictOf(right, roles, (department?.heads.length ?? 0) > 0) !== 'may not';
}

function help({ render, messages }: Deps, rows: readonly Row[], place: Place): Answer {
  const here = rows.filter(({ where }) => where.includes(place));
  const lines = here.flatMap((row) => row.help?.(messages.help, place).lines ?? []);
  return card(helpCard(render, messages, messages.help[place], lines));
}
