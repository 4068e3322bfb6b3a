import path from 'node:path';
import { domainToASCII, fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { comparableId, parseGuid } from '../../src/domain/guid.js';
import { PackageRefused } from './package-refused.js';
import { addressProblem, domainProblem } from './web-address.js';

/** What differs between the app packages of two municipalities. */
export interface Installation {
  /** The id by which Teams knows the app. It stays the same as long as the app exists. */
  readonly appId: string;
  /** The bot's app (client) id, which is `MicrosoftAppId` of the settings. */
  readonly botId: string;
  /** The name of the app in Teams; undefined for its usual name. */
  readonly name: string | undefined;
  /** Who gives the app out: the municipality. */
  readonly publisher: string;
  readonly website: string;
  readonly privacy: string;
  readonly terms: string;
}

export interface PackageOptions extends Installation {
  /** The folder for the package. */
  readonly outFolder: string;
}

/** The longest names in the schema of the Teams manifest, in characters. */
const NAME_MAX = 30;
const PUBLISHER_MAX = 32;

const USAGE =
  'Usage: npm run package -- --app-id GUID --domain WEBSITE [--bot-id GUID] [--name NAME] [--publisher NAME] ' +
  '[--website ADDRESS] [--privacy ADDRESS] [--terms ADDRESS] [--out FOLDER]';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

const TEXT = { type: 'string' } as const;
const OPTIONS = {
  'app-id': TEXT,
  domain: TEXT,
  'bot-id': TEXT,
  name: TEXT,
  publisher: TEXT,
  website: TEXT,
  privacy: TEXT,
  terms: TEXT,
  out: TEXT,
};

/** @throws PackageRefused with all options that are missing or wrong */
export function readOptions(args: readonly string[]): PackageOptions {
  const given = parse(args);
  const { 'app-id': appId = '', domain = '', 'bot-id': botId = appId, name, publisher = domain, out } = given;
  const website = given.website ?? `https://${domainToASCII(domain)}/`;
  const { privacy = website, terms = website } = given;
  const problems = [
    ...required('--app-id', appId, 'give the app (client) id of the bot, which is MicrosoftAppId in its settings'),
    ...required('--domain', domain, 'give the municipality’s own website, such as www.kommune.dk'),
    ...wrong('--app-id', appId, guidProblem),
    ...wrong('--bot-id', given['bot-id'], guidProblem),
    ...wrong('--domain', domain, domainProblem),
    ...wrong('--name', name, (text) => nameProblem(text, NAME_MAX)),
    ...wrong('--publisher', given.publisher ?? (domain || undefined), (text) => nameProblem(text, PUBLISHER_MAX)),
    ...wrong('--website', given.website, addressProblem),
    ...wrong('--privacy', given.privacy, addressProblem),
    ...wrong('--terms', given.terms, addressProblem),
  ];
  if (problems.length > 0) throw new PackageRefused([...problems, USAGE]);
  return {
    appId: comparableId(appId),
    botId: comparableId(botId),
    name,
    publisher,
    website,
    privacy,
    terms,
    outFolder: out ?? path.join(ROOT, 'out'),
  };
}

type Given = Partial<Readonly<Record<keyof typeof OPTIONS, string>>>;

function parse(args: readonly string[]): Given {
  try {
    const { values } = parseArgs({ args: [...args], options: OPTIONS });
    return Object.fromEntries(Object.entries(values).map(([option, text]) => [option, text.trim()]));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PackageRefused([reason, USAGE], { cause: error });
  }
}

function required(option: string, text: string, whatToDo: string): readonly string[] {
  return text === '' ? [`${option} is missing: ${whatToDo}.`] : [];
}

/** @param problemOf a phrase that can follow the name of the option */
function wrong(
  option: string,
  text: string | undefined,
  problemOf: (text: string) => string | undefined,
): readonly string[] {
  // A required option that is empty has been told already.
  if (text === undefined || (text === '' && (option === '--app-id' || option === '--domain'))) return [];
  const problem = problemOf(text);
  return problem === undefined ? [] : [`${option} ${problem}.`];
}

function guidProblem(text: string): string | undefined {
  const guid = parseGuid(text);
  if (guid === undefined) return 'must be a GUID, such as 11111111-2222-3333-4444-555555555555';
  return /^[0-]+$/u.test(guid) ? 'must be an id that Entra ID has given, and not the empty GUID' : undefined;
}

function nameProblem(text: string, longest: number): string | undefined {
  if (text === '') return 'must not be empty: leave it out, or give a name';
  if (/\p{Cc}/u.test(text)) return 'must be on one line';
  return text.length > longest
    ? `must have at most ${longest} characters, which is what Teams takes, and it has ${text.length}`
    : undefined;
}
