import type { z } from 'zod';
import { PERSON_ACTS_A_MINUTE } from './domain/limits.js';
import type { WorkCalendar } from './domain/round/working-days.js';
import { Settings, wordsOf } from './settings.js';

/** Everything that can differ between installations. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** The address at which Teams and people reach the bot, without a slash at its end. */
  readonly publicUrl: string;
  readonly language: 'da' | 'en';
  /** The days on which the municipality works. */
  readonly calendar: WorkCalendar;
  readonly linkSecret: string;
  /** The secret that signed links before. These links are valid until they expire. */
  readonly previousLinkSecret: string | undefined;
  readonly identity: IdentityConfig;
  /** The proxies whose `X-Forwarded-For` is trusted: addresses, or networks such as `10.0.0.0/8`. */
  readonly trustedProxies: readonly string[];
  /** How many messages and presses of one person are handled in a minute. */
  readonly personActsAMinute: number;
  /** The Entra object ids of the administrators, in the form that `comparableId` gives. */
  readonly administrators: readonly string[];
  /** The tenants that the bot serves. */
  readonly tenantIds: readonly string[];
  /** The origins of the connectors that activities may come from, and that messages are sent to. */
  readonly serviceOrigins: readonly string[];
  /**
   * The origins that people's files may be fetched from and uploaded to. `https://*.example` allows every host whose
   * name ends in `.example`.
   */
  readonly fileOrigins: readonly string[];
  /** The path of a Word template that is used instead of the shipped one. */
  readonly templatePath: string | undefined;
  readonly storage: StorageConfig;
  readonly tableName: string;
  /** Whether what concerns one person is shown to that person alone, where Teams can. */
  readonly targetedMessages: boolean;
  /** How many messages a second all processes of the bot together may send to Teams by themselves. */
  readonly postsASecond: number;
}

export type IdentityConfig =
  | {
      readonly kind: 'azure';
      readonly appType: 'SingleTenant' | 'UserAssignedMSI';
      readonly appId: string;
      readonly tenantId: string;
      readonly password: string | undefined;
      readonly openIdMetadataUrl?: string;
    }
  | { readonly kind: 'unauthenticated'; readonly botId: string };

export type StorageConfig =
  | { readonly kind: 'connection string'; readonly connectionString: string }
  | { readonly kind: 'managed identity'; readonly endpoint: string; readonly clientId: string | undefined };

/** A setting that is missing or wrong, in words for the person who runs the bot. */
export interface ConfigProblem {
  readonly setting: string;
  readonly problem: string;
}

/** Settings are wrong, but this was found only when they were used. Nothing has been started. */
export class SettingsRefused extends Error {
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[], options?: ErrorOptions) {
    super(problems.map(({ setting, problem }) => `${setting} ${problem}`).join('\n'), options);
    this.problems = problems;
  }
}

export type ParsedConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] };

/** The connector of the public cloud (learn.microsoft.com, "Proactive messages"). Other clouds are not supported. */
const TEAMS_SERVICE_ORIGIN = 'https://smba.trafficmanager.net';

/**
 * Microsoft 365 keeps people's files on `<tenant>-my.sharepoint.com`. Files of guests are on other hosts of
 * sharepoint.com (learn.microsoft.com, "Microsoft 365 URLs and IP address ranges").
 */
const FILE_ORIGIN = 'https://*.sharepoint.com';

/**
 * Reads the settings for a bot that serves a real tenant. It returns all problems together. No setting turns
 * authentication off.
 *
 * @param env the environment variables of the process
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): ParsedConfig {
  const given = withoutEmpty(env);
  const parsed = Settings.safeParse(given);
  const dependent = dependentProblems(given);
  if (!parsed.success || dependent.length > 0) {
    return { ok: false, problems: [...problemsOf(parsed.error), ...dependent] };
  }
  const settings = parsed.data;
  return {
    ok: true,
    config: {
      host: settings.HOST,
      port: settings.PORT,
      publicUrl: settings.NOTATBOT_PUBLIC_URL,
      language: settings.NOTATBOT_LANGUAGE,
      calendar: { closedDays: settings.NOTATBOT_CLOSED_DAYS, closedWeeks: settings.NOTATBOT_CLOSED_WEEKS },
      linkSecret: settings.NOTATBOT_LINK_SECRET,
      previousLinkSecret: settings.NOTATBOT_LINK_SECRET_PREVIOUS,
      trustedProxies: settings.NOTATBOT_TRUSTED_PROXIES,
      personActsAMinute: PERSON_ACTS_A_MINUTE,
      identity: {
        kind: 'azure',
        appType: settings.MicrosoftAppType,
        appId: settings.MicrosoftAppId,
        tenantId: settings.MicrosoftAppTenantId,
        password: settings.MicrosoftAppPassword,
      },
      administrators: settings.NOTATBOT_ADMINISTRATORS,
      tenantIds: [settings.MicrosoftAppTenantId],
      serviceOrigins: [TEAMS_SERVICE_ORIGIN],
      fileOrigins: [FILE_ORIGIN],
      templatePath: settings.NOTATBOT_TEMPLATE,
      storage: storageOf(settings),
      tableName: settings.NOTATBOT_TABLE,
      targetedMessages: settings.NOTATBOT_TARGETED_MESSAGES === 'on',
      postsASecond: settings.NOTATBOT_POSTS_A_SECOND,
    },
  };
}

/** The settings of the table, for a program that needs no others. */
export type ParsedStorage =
  | { readonly ok: true; readonly storage: StorageConfig; readonly tableName: string }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] };

const StorageSettings = Settings.pick({
  NOTATBOT_TABLE: true,
  AZURE_STORAGE_TABLE_ENDPOINT: true,
  AZURE_STORAGE_CONNECTION_STRING: true,
  AZURE_CLIENT_ID: true,
});

/** Reads only the settings of the table. Here, a table of the storage emulator is allowed. */
export function parseStorage(env: Readonly<Record<string, string | undefined>>): ParsedStorage {
  const given = withoutEmpty(env);
  const parsed = StorageSettings.safeParse(given);
  const missing = storageProblems(given);
  if (parsed.success && missing.length === 0) {
    return { ok: true, storage: storageOf(parsed.data), tableName: parsed.data.NOTATBOT_TABLE };
  }
  return { ok: false, problems: [...problemsOf(parsed.error), ...missing] };
}

/** The account in the form that `openTable` takes. */
export function accountOf(storage: StorageConfig) {
  return storage.kind === 'connection string'
    ? { connectionString: storage.connectionString }
    : { endpoint: storage.endpoint, managedIdentityClientId: storage.clientId };
}

function problemsOf(error: z.ZodError | undefined): readonly ConfigProblem[] {
  return (error?.issues ?? []).map(({ path, message }) => ({ setting: path.join('.'), problem: message }));
}

function storageProblems({
  AZURE_STORAGE_TABLE_ENDPOINT: endpoint,
  AZURE_STORAGE_CONNECTION_STRING: connection,
}: DependentSettings): readonly ConfigProblem[] {
  if (endpoint !== undefined || connection !== undefined) return [];
  const setting = 'AZURE_STORAGE_TABLE_ENDPOINT';
  return [{ setting, problem: `is missing: ${wordsOf(setting).what}` }];
}

interface DependentSettings {
  readonly NOTATBOT_LINK_SECRET?: string | undefined;
  readonly NOTATBOT_LINK_SECRET_PREVIOUS?: string | undefined;
  readonly MicrosoftAppType?: string | undefined;
  readonly MicrosoftAppPassword?: string | undefined;
  readonly AZURE_STORAGE_TABLE_ENDPOINT?: string | undefined;
  readonly AZURE_STORAGE_CONNECTION_STRING?: string | undefined;
}

/** Problems with a setting that depend on another setting. They are returned together with all other problems. */
function dependentProblems(settings: DependentSettings): readonly ConfigProblem[] {
  const {
    NOTATBOT_LINK_SECRET: secret,
    NOTATBOT_LINK_SECRET_PREVIOUS: previousSecret,
    MicrosoftAppType: appType,
    MicrosoftAppPassword: password,
    AZURE_STORAGE_CONNECTION_STRING: connection,
  } = settings;
  const problems: ConfigProblem[] = [];
  const tell = (setting: keyof DependentSettings, problem: string) => problems.push({ setting, problem });
  if (appType === 'SingleTenant' && password === undefined) {
    const setting = 'MicrosoftAppPassword';
    tell(setting, `is missing: ${wordsOf(setting).what}, which SingleTenant needs`);
  }
  if (appType === 'UserAssignedMSI' && password !== undefined) {
    tell('MicrosoftAppPassword', 'must not be set: UserAssignedMSI has no secret');
  }
  if (previousSecret !== undefined && previousSecret === secret) {
    tell('NOTATBOT_LINK_SECRET_PREVIOUS', 'must not be the secret that signs: remove it, or set a new one');
  }
  problems.push(...storageProblems(settings));
  if (/UseDevelopmentStorage|devstoreaccount1/iu.test(connection ?? '')) {
    tell('AZURE_STORAGE_CONNECTION_STRING', 'names the storage emulator, which keeps nothing safe');
  }
  return problems;
}

function storageOf({
  AZURE_STORAGE_TABLE_ENDPOINT: endpoint,
  AZURE_STORAGE_CONNECTION_STRING: connectionString = '',
  AZURE_CLIENT_ID: clientId,
}: DependentSettings & { readonly AZURE_CLIENT_ID?: string | undefined }): StorageConfig {
  return endpoint === undefined
    ? { kind: 'connection string', connectionString }
    : { kind: 'managed identity', endpoint, clientId };
}

/** An empty setting counts as missing, because hosting services keep the name when a value is cleared. */
function withoutEmpty(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => {
      const trimmed = value?.trim() ?? '';
      return trimmed === '' ? [] : [[name, trimmed]];
    }),
  );
}
