import type { Language } from '../../domain/language.js';
import { commandLine, withoutEndMarks } from './command-line.js';
import { type Mention, mentionedIn, type WrittenMessage } from './written-message.js';

/** What someone asked the bot to do in a message. */
export type Command =
  | { readonly kind: 'register secretariat' }
  | { readonly kind: 'register department'; readonly name: string }
  | { readonly kind: 'unregister' }
  /** `named` is empty where nobody was mentioned, so that it is not known whom. */
  | { readonly kind: 'appoint heads'; readonly named: readonly Mention[] }
  | { readonly kind: 'appoint no heads' }
  /** Undefined for one that the bot does not speak, or none at all. */
  | { readonly kind: 'set language'; readonly language: Language | undefined }
  | { readonly kind: 'new round' }
  | { readonly kind: 'status' }
  | { readonly kind: 'notat' }
  | { readonly kind: 'close round' }
  | { readonly kind: 'versions' }
  | { readonly kind: 'help' }
  | { readonly kind: 'not understood' };

/** Which message a command is read from. */
type Message = Pick<WrittenMessage, 'parts'>;

const REGISTER = /^(?:tilknyt|register)(?: (?<name>.*))?$/iu;
/**
 * What people write before a name when they say what they do: *tilknyt kanalen til fagområdet Skole*. Where no word
 * follows, as in *Fagområde 1*, it is the name.
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
const HEADS = /^(?:chef(?:er)?|heads?)(?:[ :,](?<rest>.*))?$/iu;
const NOBODY = /^(?:ingen|nobody|none)$/iu;
const BETWEEN_NAMES = /[,;:&+]|(?<=^| )(?:og|and)(?= |$)/giu;
const LANGUAGE = /^(?:sprog|language)(?: (?<name>\p{L}+))?$/iu;

/** A name or two. A text that begins with the word is longer, and was not meant for a command. */
const NAMES_MAX_WORDS = 4;

const LANGUAGES: readonly (readonly [RegExp, Language])[] = [
  [/^(?:dansk|danish|da)$/iu, 'da'],
  [/^(?:engelsk|english|en)$/iu, 'en'],
];

const FIXED: readonly (readonly [RegExp, Command])[] = [
  [/^(?:frakobl|unregister)$/iu, { kind: 'unregister' }],
  [/^(?:ny runde|new round)$/iu, { kind: 'new round' }],
  [/^status$/iu, { kind: 'status' }],
  [/^(?:notat|memo)$/iu, { kind: 'notat' }],
  [/^(?:afslut(?: runden)?|close(?: the round)?)$/iu, { kind: 'close round' }],
  [/^version(?:er|s)?$/iu, { kind: 'versions' }],
  [/^(?:hj(?:æ|ae)lp|help|\?)?$/iu, { kind: 'help' }],
];

/** Reads a command, Danish or English whatever language the bot answers in. A bare mention asks for help. */
export function parseCommand(message: Message): Command {
  const line = commandLine(message, 'tagged');
  if (line === undefined) return { kind: 'not understood' };
  const register = REGISTER.exec(line);
  if (register !== null) return parseRegistration(register.groups?.['name'] ?? '');
  const bare = withoutEndMarks(line);
  return (
    FIXED.find(([pattern]) => pattern.test(bare))?.[1] ??
    parseLanguage(bare) ??
    parseHeads(message) ?? { kind: 'not understood' }
  );
}

/** @param written what stands after the word: a name, and what people write around one */
function parseRegistration(written: string): Command {
  const name = unquoted(withoutFullStop(unquoted(written).replace(BEFORE_NAME, '')));
  return SECRETARIAT.test(withoutEndMarks(name)) || SECRETARIAT.test(withoutEndMarks(written))
    ? { kind: 'register secretariat' }
    : { kind: 'register department', name };
}

/** The full stop that ends a sentence; not the one of *m.m.* */
function withoutFullStop(name: string): string {
  return /(?<!\.\p{L}{0,3})[.!]$/u.test(name) ? name.slice(0, -1).trimEnd() : name;
}

function unquoted(name: string): string {
  const pair = QUOTES.find(([opening, closing]) => name.startsWith(opening) && name.endsWith(closing));
  return pair === undefined || name.length < 2 ? name : name.slice(1, -1).trim();
}

function parseLanguage(bare: string): Command | undefined {
  const asked = LANGUAGE.exec(bare);
  if (asked === null) return undefined;
  const name = asked.groups?.['name'] ?? '';
  return { kind: 'set language', language: LANGUAGES.find(([pattern]) => pattern.test(name))?.[1] };
}

/** With other words beside the names it is a sentence about someone, and appoints nobody. */
function parseHeads(message: Message): Command | undefined {
  const asked = HEADS.exec(withoutEndMarks(commandLine(message, 'left out') ?? ''));
  if (asked === null) return undefined;
  const mentions = mentionedIn(message);
  const words = (asked.groups?.['rest'] ?? '').replace(BETWEEN_NAMES, ' ').replace(/ +/gu, ' ').trim();
  if (words === '') return { kind: 'appoint heads', named: mentions };
  if (mentions.length > 0 || words.split(' ').length > NAMES_MAX_WORDS) return undefined;
  return NOBODY.test(words) ? { kind: 'appoint no heads' } : { kind: 'appoint heads', named: [] };
}
