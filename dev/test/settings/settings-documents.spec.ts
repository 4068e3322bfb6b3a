import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { parseEnv } from 'node:util';
import { parseConfig } from '../../../src/config.js';
import { type SettingName, Settings, wordsOf } from '../../../src/settings.js';
import { envExample, settingNames, withSettingsTable } from '../../settings/settings-documents.js';

const root = new URL('../../../../', import.meta.url);
const text = (path: string) => readFile(new URL(path, root), 'utf8');

const OUT_OF_DATE = 'is out of date: run npm run settings';

describe('what people read of the settings', () => {
  it('is in .env.example as the schema has it', async () => {
    assert.equal(await text('.env.example'), envExample(), `.env.example ${OUT_OF_DATE}`);
  });

  it('is in the README as the schema has it', async () => {
    const readme = await text('README.md');
    assert.equal(readme, withSettingsTable(readme), `README.md ${OUT_OF_DATE}`);
  });

  it('becomes settings that the bot takes when all of .env.example is filled in as its examples are', () => {
    const filled = envExample().replace(/^#?(?<name>\w+)=(?<value>.*)$/gmu, (_, name: SettingName, value: string) => {
      const { example = '' } = wordsOf(name);
      return `${name}=${name === 'NOTATBOT_LINK_SECRET' ? 'x'.repeat(32) : value || example}`;
    });
    const parsed = parseConfig(parseEnv(filled));
    assert.deepEqual(parsed.ok ? [] : parsed.problems, []);
  });

  it('has one line for each setting in .env.example', () => {
    const lines = envExample().split('\n');
    for (const name of settingNames()) {
      assert.equal(lines.filter((line) => new RegExp(`^#?${name}=`, 'u').test(line)).length, 1, name);
    }
  });

  it('gives examples that the schema takes', () => {
    for (const name of settingNames()) {
      const { example } = wordsOf(name);
      if (example !== undefined) assert.ok(Settings.shape[name].safeParse(example).success, name);
    }
  });

  it('is refused to be put into a README without its place', () => {
    assert.throws(() => withSettingsTable('# Notatbot\n'), /must hold this line once/u);
  });
});
