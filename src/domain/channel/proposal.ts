import { DEPARTMENT_NAME_MAX } from '../limits.js';
import { cleanLine } from '../text/clean-text.js';
import { departmentNameKey, parseDepartmentName } from './department-name.js';
import type { KnownChannel, KnownTeam } from './known-team.js';

/** Words before a name, as in *Kanalen til fagområdet Skole*, *Fagområde: Skole* and *01 - Skole*. */
const BEFORE_NAME =
  /^(?:(?:(?:denne|this|the) )?(?:kanal(?:en)?|channel) (?:til|for|to|as|som) )?(?:(?:the )?(?:fagområdet?|fagomraadet?|department|afdelingen|forvaltningen) ?[:-]? ?)?(?=\P{L}?\p{L}{2})/iu;
/** Quotes and other marks around a name. */
const AROUND_NAME = /^[\s"'”“„’‘‚»«›‹´.,:;#_*-]+|(?<![\s"'”“„’‘‚»«›‹´.,:;#_*-])[\s"'”“„’‘‚»«›‹´.,:;#_*-]+$/gu;
/** A number before a name, by which people sort channels. */
const SORTING_NUMBER = /^\d{1,3}[\s._)-]+(?=\p{L})/u;
/** What people write after a name that says only that it is a channel of the report's. */
const AFTER_NAME = /(?<![\s_-])[\s_-]+(?:kanal(?:en)?|channel|notat(?:er)?|svar|høring(?:er)?)$/iu;

/** Channels that are no department's, by their whole name, in lower case. */
const NO_DEPARTMENT: ReadonlySet<string> = new Set([
  'generelt',
  'general',
  'social',
  'socialt',
  'sociale arrangementer',
  'fest',
  'festudvalg',
  'festudvalget',
  'julefrokost',
  'kaffe',
  'kaffestuen',
  'kantine',
  'kantinen',
  'frokost',
  'fredagsbar',
  'personaleforening',
  'personaleforeningen',
  'kunstforening',
  'kunstforeningen',
  'motion',
  'idræt',
  'fødselsdage',
  'smalltalk',
  'small talk',
  'off topic',
  'off-topic',
  'random',
  'sjov',
  'test',
  'arkiv',
  'sekretariat',
  'sekretariatet',
]);

/** A letter that is not in a name's key, and what it stands for there: people write *Boern* for *Børn*. */
const SPELLED_OUT: readonly (readonly [RegExp, string])[] = [
  [/æ/gu, 'ae'],
  [/ø/gu, 'oe'],
  [/å/gu, 'aa'],
];

/**
 * The department that a channel most likely belongs to, by its name. Where a department of such a name is known, it is
 * that one's name as it is written there.
 *
 * @param known the names of departments that once were in this channel, or in any that is not theirs now
 * @returns undefined where nothing can be proposed: for private and shared channels, for deleted ones, and for channels
 * that are obviously for something else
 */
export function proposedName(channel: KnownChannel, team: KnownTeam, known: readonly string[]): string | undefined {
  if (channel.kind !== 'standard' || channel.isDeleted) return undefined;
  const said = channel.name === undefined || isFirst(channel, team) ? nameOfTeam(channel, team) : channel.name;
  const bare = said === undefined ? '' : bareName(said);
  if (bare === '' || NO_DEPARTMENT.has(bare.toLocaleLowerCase('da'))) return undefined;
  const name = parseDepartmentName(bare);
  if (!name.ok) return undefined;
  const key = looseKey(name.value);
  return known.find((each) => looseKey(each) === key) ?? name.value;
}

/** The first channel of a team has the team's id, and stands for the whole team where there is no other. */
function nameOfTeam(channel: KnownChannel, team: KnownTeam): string | undefined {
  const others = team.channels.filter(
    ({ id, kind, isDeleted }) => id !== channel.id && kind === 'standard' && !isDeleted,
  );
  return isFirst(channel, team) && others.length === 0 ? team.name : undefined;
}

function isFirst({ id }: KnownChannel, { teamId }: KnownTeam): boolean {
  return id === teamId;
}

/** A name without what people write around it. */
function bareName(said: string): string {
  if (said.length > 2 * DEPARTMENT_NAME_MAX) return '';
  const bare = cleanLine(said).replace(AROUND_NAME, '').replace(SORTING_NUMBER, '').replace(BEFORE_NAME, '');
  const inner = bare.replace(AROUND_NAME, '').replace(AFTER_NAME, '').replace(AROUND_NAME, '');
  return inner === '' || !/\p{L}/u.test(inner) ? '' : inner;
}

/** Compares names as people write them from memory: with *ae* for *æ*, *&* for *og*, and without spaces and hyphens. */
function looseKey(name: string): string {
  const spelled = SPELLED_OUT.reduce((text, [letter, by]) => text.replace(letter, by), departmentNameKey(name));
  return spelled.replace(/&|\+|\band\b/gu, 'og').replace(/[^\p{L}\p{N}]/gu, '');
}
