import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { parseConfig, SettingsRefused } from '../../../src/config.js';
import { startNotatbot } from '../../../src/main.js';
import type { SettingName } from '../../../src/settings.js';
import { createRecordingLog } from '../../../test/support/fakes.js';
import { settingNames } from '../../settings/settings-documents.js';

const ROOT = new URL('../../../../', import.meta.url);
const GUIDE = new URL('docs/installation.md', ROOT);
const SOURCE = new URL('src/', ROOT);

const ID = '11111111-2222-3333-4444-555555555555';

/** Settings with which the bot starts. */
const RIGHT = {
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppId: ID,
  MicrosoftAppTenantId: ID,
  MicrosoftAppPassword: 'a secret',
  NOTATBOT_ADMINISTRATORS: ID,
  NOTATBOT_PUBLIC_URL: 'https://notatbot.kommune.example',
  NOTATBOT_LINK_SECRET: 'x'.repeat(32),
  AZURE_STORAGE_TABLE_ENDPOINT: 'https://konto.table.core.windows.net',
} as const;

/** For each setting the values that are wrong, one for each thing that the bot can say of it. */
const WRONG: Readonly<Record<SettingName, readonly string[]>> = {
  MicrosoftAppType: ['', 'MultiTenant'],
  MicrosoftAppId: ['', 'notatbot'],
  MicrosoftAppTenantId: ['', 'kommune.dk'],
  MicrosoftAppPassword: [''],
  NOTATBOT_ADMINISTRATORS: ['', 'it@kommune.dk'],
  NOTATBOT_PUBLIC_URL: ['', 'http://notatbot.kommune.example'],
  NOTATBOT_LINK_SECRET: ['', 'short'],
  NOTATBOT_LINK_SECRET_PREVIOUS: ['short', RIGHT.NOTATBOT_LINK_SECRET],
  AZURE_STORAGE_TABLE_ENDPOINT: ['', 'http://konto.table.core.windows.net'],
  AZURE_CLIENT_ID: [],
  AZURE_STORAGE_CONNECTION_STRING: ['UseDevelopmentStorage=true'],
  NOTATBOT_TABLE: ['my-table'],
  NOTATBOT_TRUSTED_PROXIES: ['proxy'],
  NOTATBOT_TEMPLATE: [],
  NOTATBOT_LANGUAGE: ['sv'],
  NOTATBOT_TARGETED_MESSAGES: ['yes'],
  NOTATBOT_CLOSED_DAYS: ['07-01'],
  NOTATBOT_CLOSED_WEEKS: ['54', Array.from({ length: 27 }, (_, week) => week + 1).join()],
  NOTATBOT_POSTS_A_SECOND: ['51', '0', 'many'],
  HOST: [],
  PORT: ['70000', '0', 'http'],
};

describe('the guide to the installation', () => {
  let guide: string;

  before(async () => {
    guide = await readFile(GUIDE, 'utf8');
  });

  it('names every setting, and none that does not exist', () => {
    const named = new Set(guide.match(/\b(?:MicrosoftApp|NOTATBOT_|AZURE_)\w+|\bHOST\b|\bPORT\b/gu));
    assert.deepEqual([...named].sort(), [...settingNames()].sort());
  });

  it('says what the bot says of each setting that is missing or wrong, in the same words and no others', async () => {
    const said = [
      ...settingNames().flatMap((setting) => WRONG[setting].flatMap((value) => problems({ [setting]: value }))),
      ...problems({ MicrosoftAppType: 'UserAssignedMSI' }),
      await problemOfTemplate(),
    ];
    assert.deepEqual(saidIn(guide).toSorted(), [...new Set(said)].sort());
  });

  it('quotes lines of the log, and what the bot writes above its problems, as they are in the code', async () => {
    const code = await sourceCode();
    const [, after = ''] = guide.split('### What else the log says');
    const [table = ''] = after.split('## 5.');
    const cells = [...table.matchAll(/^\| (?<line>`.*?) \|/gmu)].map(({ groups }) => groups?.['line'] ?? '');
    const quoted = cells.flatMap((cell) =>
      [...cell.matchAll(/`(?<words>[^`]+)`/gu)].map(({ groups }) => groups?.['words']),
    );
    assert.ok(quoted.length > 10);
    for (const words of [...quoted, 'Notatbot cannot start with these settings:']) {
      assert.ok(code.includes(`'${words}'`), words);
    }
  });
});

async function sourceCode(): Promise<string> {
  const files = (await readdir(SOURCE, { recursive: true })).filter((name) => name.endsWith('.ts'));
  return (await Promise.all(files.map((name) => readFile(new URL(name, SOURCE), 'utf8')))).join('\n');
}

/** What the bot says when it has these settings instead of the right ones. */
function problems(settings: Readonly<Partial<Record<SettingName, string>>>): readonly string[] {
  const parsed = parseConfig({ ...RIGHT, ...settings });
  if (parsed.ok) return assert.fail(`${JSON.stringify(settings)} is accepted`);
  return parsed.problems.map(({ setting, problem }) => `${setting} ${problem}`);
}

/** A template is looked for when the bot starts, before it reaches for anything else. */
async function problemOfTemplate(): Promise<string> {
  const parsed = parseConfig({ ...RIGHT, NOTATBOT_TEMPLATE: 'no-such-file.docx' });
  assert.ok(parsed.ok);
  const refused = await startNotatbot(parsed.config, createRecordingLog()).then(
    () => assert.fail('it has started'),
    (error: unknown) => error,
  );
  assert.ok(refused instanceof SettingsRefused);
  return refused.message;
}

/** The lines of the table of what the bot says. */
function saidIn(guide: string): readonly string[] {
  const [, after = ''] = guide.split('<!-- what the bot says: ');
  const [table = ''] = after.split('<!-- end of what the bot says -->');
  return [...table.matchAll(/^\| `(?<setting>\w+)` \| (?<problem>.+) \|$/gmu)].map(
    ({ groups }) => `${groups?.['setting']} ${groups?.['problem']}`,
  );
}
