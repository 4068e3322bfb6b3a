import {
  type RegisterChannelOutcome,
  registerDepartment,
  registerSecretariat,
} from '../../application/channel/register-channel.js';
import type { Messages } from '../../text/messages.js';
import type { Notice } from '../../text/notice.js';
import { words } from '../answer.js';
import { type CommandWords, withoutEndMarks } from '../read-command.js';
import { channelCommand } from '../row.js';

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

/** *tilknyt* registers the channel as a department's or the secretariat's. */
export const registerChannel = channelCommand({
  name: 'channel.register',
  where: ['unregistered', 'department'],
  right: 'anyone',
  help: ({ register, registerAgain }, place) => (place === 'department' ? registerAgain : register),
  phrases: { da: ['tilknyt'], en: ['register'] },
  parse: parseRegistration,
  run: (deps, registration, { address }) =>
    registration.kind === 'secretariat'
      ? registerSecretariat(deps, address)
      : registerDepartment(deps, address, registration.name),
  present: ({ messages }, outcome) => words(registrationNotice(messages, outcome)),
});

function parseRegistration({ line }: CommandWords): Registration | undefined {
  const register = REGISTER.exec(line);
  if (register === null) return undefined;
  const written = register.groups?.['name'] ?? '';
  const name = unquoted(withoutFullStop(unquoted(written).replace(BEFORE_NAME, '')));
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

function registrationNotice({ registration }: Messages, outcome: RegisterChannelOutcome): Notice {
  switch (outcome.kind) {
    case 'registered':
      return outcome.channel.purpose === 'secretariat'
        ? registration.secretariat()
        : registration.department(outcome.channel.department.name);
    case 'taken':
      return outcome.channel.purpose === 'secretariat'
        ? registration.secretariatTaken()
        : registration.departmentTaken(outcome.channel.department.name);
    case 'in use':
      return outcome.channel.purpose === 'secretariat'
        ? registration.inUseBySecretariat()
        : registration.inUseByDepartment(outcome.channel.department.name);
    case 'bad name':
      return registration.badName(outcome.problem);
  }
}
