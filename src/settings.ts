import { isIP } from 'node:net';
import { z } from 'zod';
import { comparableId, parseGuid } from './domain/guid.js';
import { withoutTrailing } from './domain/text/without-trailing.js';

/** What a person reads of a setting: in the README's table, in .env.example, and when it is missing. */
export interface SettingWords {
  /** A phrase in Markdown that goes on from "is missing:". */
  readonly what: string;
  /** Whole sentences in Markdown: where the value comes from, and what follows from it. */
  readonly more?: string;
  /** A value as an administrator would write it. */
  readonly example?: string;
  /** When it must be set, if not always: a phrase in Markdown that goes on from "needed". */
  readonly neededWhen?: string;
  /** Whether whoever reads the value can do harm with it. */
  readonly isSecret?: true;
}

/** The words of each setting, kept with its schema. `npm run settings` writes them where people read them. */
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

const LINK_SECRET_TOO_SHORT = 'must have at least 32 characters';

const proxies = z
  .string()
  .transform((text) => text.split(',').flatMap((part) => part.trim() || []))
  .refine((all) => all.every(isNetwork), 'must be addresses or networks such as 10.0.0.0/8, with commas between them');

/** An address, or a network as an address and the number of its bits that count. */
function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const bits = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  if (bits === 0 || address.includes('%') || rest.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/u.test(prefix) && Number(prefix) <= bits);
}

const PUBLIC_URL: SettingWords = {
  what: 'where Teams’ users reach the bot',
  more: 'An https address: links to the notat begin with it, and the messaging endpoint of the Azure Bot is it with `/api/messages` after it.',
  example: 'https://notatbot.kommune.example',
};
const LINK_SECRET: SettingWords = {
  what: 'a secret that signs download links',
  more: 'At least 32 characters that nobody can guess, such as `openssl rand -base64 32` gives. Every process of the bot has the same.',
  isSecret: true,
};
const TABLE_ENDPOINT: SettingWords = {
  what: 'the table endpoint of the storage account',
  more: 'It is shown under *Endpoints* of the account in the Azure portal. The bot reaches it with its managed identity, which needs the role *Storage Table Data Contributor* there.',
  example: 'https://konto.table.core.windows.net',
  neededWhen: 'unless `AZURE_STORAGE_CONNECTION_STRING` is set',
};

/**
 * All settings, in the order in which they are told. One that is needed only because of another is checked in
 * `config.ts`, where both are known.
 */
export const Settings = z.object({
  MicrosoftAppType: z
    .enum(['SingleTenant', 'UserAssignedMSI'], 'must be SingleTenant or UserAssignedMSI')
    .register(settingWords, {
      what: 'how the bot proves to Teams who it is',
      more: '`SingleTenant` with a client secret, or `UserAssignedMSI` with a managed identity and no secret: as *Bot Type* of the Azure Bot says.',
      example: 'UserAssignedMSI',
    }),
  MicrosoftAppId: guid({
    what: 'the bot’s app (client) id',
    more: 'It is shown as *Microsoft App ID* under *Configuration* of the Azure Bot.',
    example: '11111111-2222-3333-4444-555555555555',
  }),
  MicrosoftAppTenantId: guid({
    what: 'the municipality’s Entra tenant id',
    more: 'The only tenant that the bot serves. It is shown as *Tenant ID* on the overview of Entra ID.',
    example: '66666666-7777-8888-9999-000000000000',
  }),
  MicrosoftAppPassword: z.string().optional().register(settingWords, {
    what: 'the app’s client secret',
    more: 'Entra ID shows it once, when it is made under *Certificates & secrets* of the app: the value, not the id of the secret. It must not be set for `UserAssignedMSI`.',
    neededWhen: 'for `SingleTenant`',
    isSecret: true,
  }),
  NOTATBOT_PUBLIC_URL: https(PUBLIC_URL).register(settingWords, PUBLIC_URL),
  NOTATBOT_LINK_SECRET: required(LINK_SECRET).min(32, LINK_SECRET_TOO_SHORT).register(settingWords, LINK_SECRET),
  NOTATBOT_LINK_SECRET_PREVIOUS: z.string().min(32, LINK_SECRET_TOO_SHORT).optional().register(settingWords, {
    what: 'the secret before it, whose links hold until they expire',
    more: 'Only while the secret of the links is replaced.',
    isSecret: true,
  }),
  AZURE_STORAGE_TABLE_ENDPOINT: https(TABLE_ENDPOINT).optional().register(settingWords, TABLE_ENDPOINT),
  AZURE_CLIENT_ID: z.string().transform(comparableId).optional().register(settingWords, {
    what: 'the client id of the managed identity that reaches the storage account',
    more: 'Unless set, it is the identity that the system assigned to the app.',
    example: '11111111-2222-3333-4444-555555555555',
    neededWhen: 'when that identity is a user-assigned one',
  }),
  AZURE_STORAGE_CONNECTION_STRING: z.string().optional().register(settingWords, {
    what: 'the storage account with its key',
    more: 'Instead of `AZURE_STORAGE_TABLE_ENDPOINT`, where there is no managed identity. It is shown under *Access keys* of the account. If both are set, the endpoint counts.',
    example: 'DefaultEndpointsProtocol=https;AccountName=konto;AccountKey=…;EndpointSuffix=core.windows.net',
    neededWhen: 'unless `AZURE_STORAGE_TABLE_ENDPOINT` is set',
    isSecret: true,
  }),
  NOTATBOT_TABLE: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9]{2,62}$/u, 'must be 3 to 63 letters and digits')
    .default('notatbot')
    .register(settingWords, {
      what: 'the name of the table, which the bot makes if it is not there',
      more: '3 to 63 letters and digits, and a letter first.',
    }),
  NOTATBOT_TRUSTED_PROXIES: proxies.default([]).register(settingWords, {
    what: 'whose `X-Forwarded-For` counts when clients are told apart',
    more: 'Addresses and networks with commas between them, such as `169.254.0.0/16` on App Service for Linux. Unless set, the address that is connected counts.',
    example: '169.254.0.0/16',
  }),
  NOTATBOT_TEMPLATE: z.string().optional().register(settingWords, {
    what: 'the path of a Word template to use instead of `templates/notat.docx`',
    more: 'It is checked, and all that is wrong with it is told ([docs/skabelon.md](docs/skabelon.md)).',
    example: '/home/notatbot/brevpapir.docx',
  }),
  NOTATBOT_LANGUAGE: z.enum(['da', 'en'], 'must be da or en').default('da').register(settingWords, {
    what: 'the language that the bot speaks',
    more: '`da` or `en`. A department’s cards may have another (`sprog`).',
  }),
  HOST: z.string().default('0.0.0.0').register(settingWords, {
    what: 'the address of this machine that the bot listens on',
    more: '`0.0.0.0` is all of them over IPv4, `::` also over IPv6.',
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
