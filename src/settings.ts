import { isIP } from 'node:net';
import { z } from 'zod';
import { comparableId, parseGuid } from './domain/guid.js';
import { CLOSABLE_DAYS, CLOSED_WEEKS_MAX, DEFAULT_CALENDAR } from './domain/round/working-days.js';
import { withoutTrailing } from './domain/text/without-trailing.js';

/** What people read about a setting: in the table in README, in .env.example, and when it is missing. */
export interface SettingWords {
  /** A phrase in Markdown that can follow "is missing:". */
  readonly what: string;
  /** Whole sentences in Markdown: where to find the value, and what it does. */
  readonly more?: string;
  /** An example of a value. */
  readonly example?: string;
  /** For a setting that is only sometimes needed: a phrase in Markdown that can follow "needed". */
  readonly neededWhen?: string;
  /** Whether a person who reads the value can do harm with it. */
  readonly isSecret?: true;
}

/** The words of each setting, together with its schema. `npm run settings` writes them to README and .env.example. */
const settingWords = z.registry<SettingWords>();

const required = (words: SettingWords) =>
  z
    .string({ error: `is missing: ${words.what}` })
    .trim()
    .min(1, `is missing: ${words.what}`);
const guid = (words: SettingWords) =>
  required(words)
    .refine((text) => parseGuid(text) !== undefined, 'must be a GUID, such as Entra ID shows')
    .transform(comparableId)
    .register(settingWords, words);
const https = (words: SettingWords) =>
  required(words)
    .refine((text) => URL.canParse(text) && new URL(text).protocol === 'https:', 'must be an https address')
    .transform((text) => withoutTrailing(text, '/'));

const ADMINISTRATORS: SettingWords = {
  what: 'the people who may set the bot up, by their Entra object ids',
  more: 'Ids with commas between them. Entra ID shows the *Object ID* of each user. Only these people can make a channel the secretariat’s, or move it to another channel. One of them is usually a secretary.',
  example: '22222222-3333-4444-5555-666666666666',
};
const LINK_SECRET_TOO_SHORT = 'must have at least 32 characters';

/** The parts of a list, which have commas between them. */
function partsOf(text: string): readonly string[] {
  return text.split(',').flatMap((part) => part.trim() || []);
}

/** The list without parts, for a setting that has a default. */
const NONE = 'none';
const isNone = (all: readonly string[]) => all.length === 1 && all[0] === NONE;

const closedDays = z
  .string()
  .transform(partsOf)
  .refine(
    (all) => isNone(all) || (all.length > 0 && all.every((each) => CLOSABLE_DAYS.some((day) => day === each))),
    `must be days out of ${CLOSABLE_DAYS.join(', ')}, with commas between them, or ${NONE}`,
  )
  .transform((all) => CLOSABLE_DAYS.filter((day) => all.includes(day)));

const closedWeeks = z
  .string()
  .transform(partsOf)
  .refine(
    (all) => isNone(all) || (all.length > 0 && all.every((each) => /^(?:0?[1-9]|[1-4]\d|5[0-3])$/u.test(each))),
    `must be week numbers from 1 to 53, with commas between them, or ${NONE}`,
  )
  .transform((all) => (isNone(all) ? [] : [...new Set(all.map(Number))].sort((one, other) => one - other)))
  .refine((all) => all.length <= CLOSED_WEEKS_MAX, `must be at most ${CLOSED_WEEKS_MAX} weeks`);

const proxies = z
  .string()
  .transform(partsOf)
  .refine((all) => all.every(isNetwork), 'must be addresses or networks such as 10.0.0.0/8, with commas between them');

const administrators = required(ADMINISTRATORS)
  .transform(partsOf)
  .refine((all) => all.length > 0, `is missing: ${ADMINISTRATORS.what}`)
  .refine(
    (all) => all.every((each) => parseGuid(each) !== undefined),
    'must be the object ids of people, such as Entra ID shows them, with commas between them',
  )
  .transform((all) => [...new Set(all.map(comparableId))]);

/** Whether the text is an IP address, or a network in CIDR notation such as `10.0.0.0/8`. */
function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const bits = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  if (bits === 0 || address.includes('%') || rest.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/u.test(prefix) && Number(prefix) <= bits);
}

const PUBLIC_URL: SettingWords = {
  what: 'the https address at which Teams and people reach the bot',
  more: 'Links to the notat begin with it. The messaging endpoint of the Azure Bot is this address followed by `/api/messages`.',
  example: 'https://notatbot.kommune.example',
};
const LINK_SECRET: SettingWords = {
  what: 'a secret that signs download links',
  more: 'It must have at least 32 characters that nobody can guess, such as the output of `openssl rand -base64 32`. All processes of the bot must have the same secret.',
  isSecret: true,
};
const TABLE_ENDPOINT: SettingWords = {
  what: 'the table endpoint of the storage account',
  more: 'The Azure portal shows it under *Endpoints* of the storage account. The bot uses its managed identity, which needs the role *Storage Table Data Contributor* in that account.',
  example: 'https://konto.table.core.windows.net',
  neededWhen: 'unless `AZURE_STORAGE_CONNECTION_STRING` is set',
};

/**
 * All settings, in the order in which people read them. A rule that depends on two settings is checked in `config.ts`,
 * where both are known.
 */
export const Settings = z.object({
  MicrosoftAppType: z
    .enum(['SingleTenant', 'UserAssignedMSI'], 'must be SingleTenant or UserAssignedMSI')
    .register(settingWords, {
      what: 'how the bot proves to Teams who it is',
      more: 'It must be the same as the *Bot Type* of the Azure Bot: `SingleTenant` with a client secret, or `UserAssignedMSI` with a managed identity and no secret.',
      example: 'UserAssignedMSI',
    }),
  MicrosoftAppId: guid({
    what: 'the bot’s app (client) id',
    more: 'The Azure portal shows it as *Microsoft App ID* under *Configuration* of the Azure Bot.',
    example: '11111111-2222-3333-4444-555555555555',
  }),
  MicrosoftAppTenantId: guid({
    what: 'the municipality’s Entra tenant id',
    more: 'The bot serves only this tenant. The overview of Entra ID shows it as *Tenant ID*.',
    example: '66666666-7777-8888-9999-000000000000',
  }),
  MicrosoftAppPassword: z.string().optional().register(settingWords, {
    what: 'the app’s client secret',
    more: 'It is made under *Certificates & secrets* of the app in Entra ID, which shows it only once. Use the value of the secret, and not its id. It must not be set for `UserAssignedMSI`.',
    neededWhen: 'for `SingleTenant`',
    isSecret: true,
  }),
  NOTATBOT_ADMINISTRATORS: administrators.register(settingWords, ADMINISTRATORS),
  NOTATBOT_PUBLIC_URL: https(PUBLIC_URL).register(settingWords, PUBLIC_URL),
  NOTATBOT_LINK_SECRET: required(LINK_SECRET).min(32, LINK_SECRET_TOO_SHORT).register(settingWords, LINK_SECRET),
  NOTATBOT_LINK_SECRET_PREVIOUS: z.string().min(32, LINK_SECRET_TOO_SHORT).optional().register(settingWords, {
    what: 'the old link secret, whose links are valid until they expire',
    more: 'Set it only while you replace the link secret.',
    isSecret: true,
  }),
  AZURE_STORAGE_TABLE_ENDPOINT: https(TABLE_ENDPOINT).optional().register(settingWords, TABLE_ENDPOINT),
  AZURE_CLIENT_ID: z.string().transform(comparableId).optional().register(settingWords, {
    what: 'the client id of the managed identity that reads and writes the table',
    more: 'If it is not set, the bot uses the system-assigned identity of the app.',
    example: '11111111-2222-3333-4444-555555555555',
    neededWhen: 'when that identity is user-assigned',
  }),
  AZURE_STORAGE_CONNECTION_STRING: z.string().optional().register(settingWords, {
    what: 'the connection string of the storage account, with its key',
    more: 'Use it instead of `AZURE_STORAGE_TABLE_ENDPOINT` where there is no managed identity. The Azure portal shows it under *Access keys* of the storage account. If both are set, the endpoint is used.',
    example: 'DefaultEndpointsProtocol=https;AccountName=konto;AccountKey=…;EndpointSuffix=core.windows.net',
    neededWhen: 'unless `AZURE_STORAGE_TABLE_ENDPOINT` is set',
    isSecret: true,
  }),
  NOTATBOT_TABLE: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9]{2,62}$/u, 'must be 3 to 63 letters and digits')
    .default('notatbot')
    .register(settingWords, {
      what: 'the name of the table, which the bot makes if it does not exist',
      more: 'It has 3 to 63 letters and digits, and begins with a letter.',
    }),
  NOTATBOT_TRUSTED_PROXIES: proxies.default([]).register(settingWords, {
    what: 'the proxies whose `X-Forwarded-For` the bot trusts when it limits the requests of each client',
    more: 'Addresses and networks with commas between them, such as `169.254.0.0/16` on App Service for Linux. If it is not set, the bot uses the address of the connection.',
    example: '169.254.0.0/16',
  }),
  NOTATBOT_TEMPLATE: z.string().optional().register(settingWords, {
    what: 'the path of a Word template to use instead of `templates/notat.docx`',
    more: 'The bot checks it when it starts, and reports everything that is wrong with it ([docs/skabelon.md](docs/skabelon.md)).',
    example: '/home/notatbot/brevpapir.docx',
  }),
  NOTATBOT_LANGUAGE: z.enum(['da', 'en'], 'must be da or en').default('da').register(settingWords, {
    what: 'the language that the bot speaks',
    more: '`da` or `en`. A department can choose another language for its cards with the command `sprog`.',
  }),
  NOTATBOT_TARGETED_MESSAGES: z.enum(['on', 'off'], 'must be on or off').default('off').register(settingWords, {
    what: 'whether a refusal in a channel is shown only to the person whom it concerns',
    more: '`on` or `off`. Teams calls these *targeted messages*, and does not take them in every channel. Where it does not, everyone in the channel sees the refusal, as with `off`.',
  }),
  NOTATBOT_CLOSED_DAYS: closedDays.default([...DEFAULT_CALENDAR.closedDays]).register(settingWords, {
    what: 'the days on which the municipality is closed although they are no public holidays',
    more: 'Days out of `05-01`, `06-05`, `12-24` and `12-31` (month and day) with commas between them, or `none`. They do not count as working days.',
  }),
  NOTATBOT_CLOSED_WEEKS: closedWeeks.default([]).register(settingWords, {
    what: 'the weeks in which the municipality is closed',
    more: 'Week numbers of Danish calendars with commas between them, such as `29,30,42`, and at most 26 of them. Their days do not count as working days, in any year.',
    example: '29,30',
  }),
  NOTATBOT_POSTS_A_SECOND: z.coerce
    .number('must be a number from 1 to 50')
    .int('must be a number from 1 to 50')
    .min(1, 'must be a number from 1 to 50')
    .max(50, 'must be a number from 1 to 50')
    .default(40)
    .register(settingWords, {
      what: 'how many messages a second all processes of the bot together send to Teams by themselves',
      more: 'Teams takes 50 a second from one app in one tenant. Answers to people are counted, and never held back.',
    }),
  HOST: z.string().default('0.0.0.0').register(settingWords, {
    what: 'the address of this machine that the bot listens on',
    more: '`0.0.0.0` means all IPv4 addresses, and `::` means all IPv4 and IPv6 addresses.',
  }),
  PORT: z.coerce.number('must be a port number').int().min(1).max(65_535).default(3978).register(settingWords, {
    what: 'the port that the bot listens on',
    more: 'App Service for Linux sets it.',
  }),
});

export type SettingName = keyof typeof Settings.shape;

export function wordsOf(setting: SettingName): SettingWords {
  const words = settingWords.get(Settings.shape[setting]);
  if (words === undefined) throw new Error(`${setting} has no words for people`);
  return words;
}
