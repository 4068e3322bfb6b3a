import type { Language } from '../../domain/language.js';
import { withoutTrailing } from '../../domain/without-trailing.js';
import { type Mention, type WrittenMessage, withoutMentions } from './written-message.js';

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
  | { readonly kind: 'versions' }
  | { readonly kind: 'help' }
  | { readonly kind: 'not understood' };

/** Of a line that has been through `oneLine`. */
const END_MARKS = ' .!?';
const REGISTER = /^(?:tilknyt|register)(?:\s+(?<name>\S.*)?)?$/iu;
const SECRETARIAT = /^(?:the\s+)?(?:sekretariat(?:et)?|secretariat)$/iu;
const HEADS = /^(?:chef(?:er)?|heads?)(?:[\s:,]+(?<rest>[^\s:,].*)?)?$/iu;
const NOBODY = /^(?:ingen|nobody|none)$/iu;
const BETWEEN_NAMES = /[,;&+]|(?<=^|\s)(?:og|and)(?=\s|$)/giu;
const LANGUAGE = /^(?:sprog|language)(?:\s+(?<name>\p{L}+))?$/iu;

/** A name or two. A text that begins with the word is longer, and was not meant for a command. */
const NAMES_MAX_WORDS = 4;

const LANGUAGES: readonly (readonly [RegExp, Language])[] = [
  [/^(?:dansk|danish|da)$/iu, 'da'],
  [/^(?:engelsk|english|en)$/iu, 'en'],
];

const FIXED: readonly (readonly [RegExp, Command])[] = [
  [/^(?:frakobl|unregister)$/iu, { kind: 'unregister' }],
  [/^(?:ny\s+runde|new\s+round)$/iu, { kind: 'new round' }],
  [/^status$/iu, { kind: 'status' }],
  [/^(?:notat|memo)$/iu, { kind: 'notat' }],
  [/^version(?:er|s)?$/iu, { kind: 'versions' }],
  [/^(?:hj(?:æ|ae)lp|help|\?)?$/iu, { kind: 'help' }],
];

/** Reads a command, Danish or English whatever language the bot answers in. A bare mention asks for help. */
export function parseCommand(message: WrittenMessage): Command {
  const line = oneLine(message.text);
  const register = REGISTER.exec(line);
  if (register !== null) {
    const name = register.groups?.['name'] ?? '';
    return SECRETARIAT.test(withoutTrailing(name, END_MARKS))
      ? { kind: 'register secretariat' }
      : { kind: 'register department', name };
  }
  const bare = withoutTrailing(line, END_MARKS);
  return (
    FIXED.find(([pattern]) => pattern.test(bare))?.[1] ??
    parseLanguage(bare) ??
    parseHeads(message) ?? { kind: 'not understood' }
  );
}

function parseLanguage(bare: string): Command | undefined {
  const asked = LANGUAGE.exec(bare);
  if (asked === null) return undefined;
  const name = asked.groups?.['name'] ?? '';
  return { kind: 'set language', language: LANGUAGES.find(([pattern]) => pattern.test(name))?.[1] };
}

/** With other words beside the names it is a sentence about someone, and appoints nobody. */
function parseHeads(message: WrittenMessage): Command | undefined {
  const asked = HEADS.exec(withoutTrailing(oneLine(withoutMentions(message)), END_MARKS));
  if (asked === null) return undefined;
  const { mentions } = message;
  const words = oneLine((asked.groups?.['rest'] ?? '').replace(BETWEEN_NAMES, ' '));
  if (words === '') return { kind: 'appoint heads', named: mentions };
  if (mentions.length > 0 || words.split(' ').length > NAMES_MAX_WORDS) return undefined;
  return NOBODY.test(words) ? { kind: 'appoint no heads' } : { kind: 'appoint heads', named: [] };
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
