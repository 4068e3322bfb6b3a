import { type SecretariatsPlace, secretariatsPlace } from '../../application/channel/secretariats-place.js';
import { helpCard } from '../../cards/help-card.js';
import { headsDecide } from '../../domain/channel/department.js';
import { namedRoles, type Right, verdictOf } from '../../domain/rights.js';
import type { ChannelAct, PersonalAct, Place } from '../acts.js';
import { type Answer, card } from '../answer.js';
import { linkTo, pressOf } from '../command/near-miss.js';
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
    run: async (deps, _, { by, address }) => ({
      rows: [...others, row].filter(({ right }) => mayHave(deps, right, by.id)),
      place: deps.channel?.purpose === 'secretariat' ? undefined : await secretariatsPlace(deps, address.tenantId),
    }),
    present: (deps, { rows, place }) => help(deps, rows, deps.channel?.purpose ?? 'unregistered', place),
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
    run: async (deps, _, { sender }) => ({
      rows: [...others, row],
      place: await secretariatsPlace(deps, sender.tenantId),
    }),
    present: (deps, { rows, place }) => help(deps, rows, 'personal', place),
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
  return verdictOf(right, roles, department !== undefined && headsDecide(department)) !== 'may not';
}

function changes(row: Row): boolean {
  return 'wanted' in row && row.wanted !== undefined;
}

function help(deps: Deps, rows: readonly Row[], place: Place, secretariat: SecretariatsPlace | undefined): Answer {
  const { render, messages } = deps;
  const here = rows.filter(({ where }) => where.includes(place));
  const lines = here.flatMap((row) => row.help?.(messages.help, place).lines ?? []);
  const buttons = here.flatMap((row) => {
    const { menu, buttons: own = [] } = row.help?.(messages.help, place) ?? {};
    // The list above the message box has what is used most. What changes something is written.
    const isOffered = menu !== undefined && row.name !== 'help' && row.name !== 'help.personal' && !changes(row);
    return isOffered ? own.map(({ title, written }) => ({ title, ...pressOf(row, written, place) })) : [];
  });
  return card(
    helpCard(render, messages, messages.help[place], { lines, buttons, link: linkTo(deps, secretariat?.url).link }),
  );
}
