import { placeSecretariat } from '../../application/channel/place-secretariat.js';
import type { ChannelAct, LimitedChannel } from '../acts.js';
import { type Answer, toOne } from '../answer.js';
import type { Deps } from '../dependencies.js';
import { type CommandWords, withoutEndMarks } from '../read-command.js';
import { channelCommand } from '../row.js';
import { placingAnswer } from './placing-answer.js';
import { setUpAnswer } from './set-up-answer.js';
import { setUpOrAsk } from './set-up-channel.js';

/** The channel cannot be registered. */
interface Limited {
  readonly kind: 'limited';
  readonly to: LimitedChannel;
}

/** What the channel is registered as. */
type Registration = { readonly kind: 'secretariat' } | { readonly kind: 'department'; readonly name: string };

const REGISTER = /^(?:tilknyt|register)(?: (?<name>.*))?$/iu;
/**
 * The words that people write before the name in a whole sentence: *tilknyt kanalen til fagområdet Skole*. Where no
 * word follows, as in *Fagområde 1*, they are a part of the name.
 */
const BEFORE_NAME =
  /^(?:(?:(?:denne|this|the) )?(?:kanal(?:en)?|channel) (?:til|som|to|as|for) |(?:til|som) )?(?:(?:the )?(?:fagområdet?|department) )?(?=\P{L}?\p{L}{2})/iu;
const QUOTES: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["'", "'"],
  ['”', '”'],
  ['“', '”'],
  ['„', '“'],
  ['„', '”'],
  ['’', '’'],
  ['‘', '’'],
  ['‚', '‘'],
  ['»', '«'],
  ['«', '»'],
  ['›', '‹'],
  ['‹', '›'],
  ['´', '´'],
];
const SECRETARIAT = /^(?:the )?(?:sekretariat(?:et)?|secretariat)$/iu;

/** *tilknyt* with a name registers the channel as a department's, renames its department, or moves a department to it. */
export const registerChannel = channelCommand({
  name: 'channel.register',
  where: ['unregistered', 'department'],
  right: 'set up departments',
  help: ({ register, registerAgain }, place) => (place === 'department' ? registerAgain : register),
  phrases: { da: ['tilknyt'], en: ['register'] },
  meant: 'offered',
  parse: (said) => {
    const registration = parseRegistration(said);
    return registration?.kind === 'department' ? registration : undefined;
  },
  run: async (deps, { name }, act, granted) => limited(act) ?? setUpOrAsk(deps, act, { kind: 'name', name }, granted),
  present: (deps, outcome) => (outcome.kind === 'limited' ? limitedAnswer(deps, outcome) : setUpAnswer(deps, outcome)),
});

/** *tilknyt sekretariatet* makes the channel the secretariat's, or moves the secretariat to it. */
export const registerSecretariat = channelCommand({
  name: 'channel.register-secretariat',
  where: ['unregistered'],
  right: 'place the secretariat',
  help: ({ registerSecretariat: said }) => said,
  phrases: { da: ['tilknyt sekretariatet'], en: ['register the secretariat'] },
  meant: 'offered',
  parse: (said) => parseRegistration(said)?.kind === 'secretariat' || undefined,
  run: async (deps, _, act) => limited(act) ?? placeSecretariat(deps, act, () => false),
  present: (deps, outcome) =>
    outcome.kind === 'limited' ? limitedAnswer(deps, outcome) : placingAnswer(deps, outcome),
});

/**
 * A channel that has other people than its team is nobody's: whether the bot can write in it is not certain, and who
 * reads it is not known. The roster's answers about rights are about the team's people.
 */
function limited({ limitedTo }: ChannelAct): Limited | undefined {
  return limitedTo && { kind: 'limited', to: limitedTo };
}

function limitedAnswer({ messages }: Deps, { to }: Limited): Answer {
  return toOne(messages.registration.limited(to));
}

/** Words that point at the channel or at people, or say no, and are no name: *tilknyt os venligst*, *tilknyt ikke kanalen*. */
const NO_NAME =
  /^(?:(?:ikke|not)(?: .*)?|(?:os|mig|den|det|denne|dette|her|kanal|kanalen|us|this|channel)(?: (?:her|kanal|kanalen|channel|tak|venligst|please)){0,3})$/iu;

function parseRegistration({ line }: CommandWords): Registration | undefined {
  const register = REGISTER.exec(line);
  if (register === null) return undefined;
  const written = register.groups?.['name'] ?? '';
  const name = unquoted(withoutFullStop(unquoted(written).replace(BEFORE_NAME, '')));
  // *tilknyt @Bo som vores direktør* is about a person, and no department is called with an @.
  if (written.includes('@') || NO_NAME.test(withoutEndMarks(written))) return undefined;
  return SECRETARIAT.test(withoutEndMarks(name)) || SECRETARIAT.test(withoutEndMarks(written))
    ? { kind: 'secretariat' }
    : { kind: 'department', name };
}

/** Removes the full stop at the end of a sentence, but not the one at the end of an abbreviation such as *m.m.* */
function withoutFullStop(name: string): string {
  return /(?<!\.\p{L}{0,3})[.!]$/u.test(name) ? name.slice(0, -1).trimEnd() : name;
}

function unquoted(name: string): string {
  const pair = QUOTES.find(([opening, closing]) => name.startsWith(opening) && name.endsWith(closing));
  return pair === undefined || name.length < 2 ? name : name.slice(1, -1).trim();
}
