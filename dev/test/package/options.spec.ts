import assert from 'node:assert/strict';
import { readOptions } from '../../package/options.js';
import { PackageRefused } from '../../package/package-refused.js';

const ID = '7a1f0c52-1d0e-4a57-9a44-3b1f2f6f7c10';
const OTHER_ID = '0b6a3a1e-52c5-4f6f-8f36-0d5b6a7f1c22';
const NEEDED = ['--app-id', ID, '--domain', 'www.kommune.dk'];

const ALONE = 'must be a name alone, such as www.kommune.dk, without https://, a port or a path';
const A_WEBSITE =
  'must be a website that people can open from anywhere, and not localhost, an IP address or a name without a dot';

describe('what the app package is made for', () => {
  it('needs an id and a website, and takes everything else from them', () => {
    const { outFolder: _, ...options } = readOptions(NEEDED);
    assert.deepEqual(options, {
      appId: ID,
      botId: ID,
      name: undefined,
      publisher: 'www.kommune.dk',
      website: 'https://www.kommune.dk/',
      privacy: 'https://www.kommune.dk/',
      terms: 'https://www.kommune.dk/',
    });
  });

  it('can be said in full', () => {
    const said = {
      'bot-id': OTHER_ID,
      name: 'Notatbot test',
      publisher: 'Rødovre Kommune',
      website: 'https://www.kommune.dk/notatbot',
      privacy: 'https://www.kommune.dk/privatliv',
      terms: 'https://www.kommune.dk/vilkår',
      out: 'folder',
    };
    const args = Object.entries(said).flatMap(([option, text]) => [`--${option}`, text]);
    const { 'bot-id': botId, out, ...others } = said;
    assert.deepEqual(readOptions([...NEEDED, ...args]), { appId: ID, botId, ...others, outFolder: out });
  });

  it('takes ids and names as people copy them', () => {
    const options = readOptions(['--app-id', ` {${ID.toUpperCase()}} `, '--domain', 'rødovre.dk']);
    assert.deepEqual([options.appId, options.publisher], [ID, 'rødovre.dk']);
    assert.equal(options.website, 'https://xn--rdovre-bya.dk/');
  });

  it('is refused with everything that is missing, and how to give it', () => {
    assert.deepEqual(problems([]).slice(0, -1), [
      '--app-id is missing: give the app (client) id of the bot, which is MicrosoftAppId in its settings.',
      '--domain is missing: give the municipality’s own website, such as www.kommune.dk.',
    ]);
  });

  it('is refused with everything that is wrong', () => {
    const wrong = ['--app-id', 'notatbot', '--domain', 'localhost', '--name', 'N'.repeat(31), '--terms', 'http://a.dk'];
    assert.deepEqual(problems(wrong).slice(0, -1), [
      '--app-id must be a GUID, such as 11111111-2222-3333-4444-555555555555.',
      `--domain ${A_WEBSITE}.`,
      '--name must have at most 30 characters, which is what Teams takes, and it has 31.',
      '--terms must begin with https://.',
    ]);
  });

  it('always says how the command is used', () => {
    for (const args of [[], ['--nonsense'], ['--app-id']])
      assert.match(problems(args).at(-1) ?? '', /^Usage: npm run/u);
  });

  for (const [option, value, problem] of [
    ['--domain', 'https://www.kommune.dk', ALONE],
    ['--domain', 'www.kommune.dk/forside', ALONE],
    ['--domain', 'www.kommune.dk:443', ALONE],
    ['--domain', 'www..dk', ALONE],
    ['--domain', 'notatbot.localhost', A_WEBSITE],
    ['--domain', 'notatbot.local', A_WEBSITE],
    ['--domain', 'intranet', A_WEBSITE],
    ['--domain', '10.0.0.1', A_WEBSITE],
    ['--domain', '::1', A_WEBSITE],
    [
      '--bot-id',
      '00000000-0000-0000-0000-000000000000',
      'must be an id that Entra ID has given, and not the empty GUID',
    ],
    ['--name', '', 'must not be empty: leave it out, or give a name'],
    ['--name', 'Notat\nbot', 'must be on one line'],
    ['--publisher', 'K'.repeat(33), 'must have at most 32 characters, which is what Teams takes, and it has 33'],
    ['--website', 'kommune.dk', 'must be the whole address of a page, such as https://www.kommune.dk/privatliv'],
    ['--website', 'https://localhost/', A_WEBSITE],
    ['--privacy', 'https://kommune.dk:8443/', 'must have no port and no name of a user'],
    ['--terms', `https://kommune.dk/${'a'.repeat(2048)}`, 'must have at most 2048 characters'],
  ] as const) {
    it(`is refused with ${option} ${JSON.stringify(value.slice(0, 40))}`, () => {
      assert.deepEqual(problems([...NEEDED, option, value]).slice(0, -1), [`${option} ${problem}.`]);
    });
  }

  it('is refused with a website whose name is too long for a publisher, until there is one', () => {
    const long = ['--app-id', ID, '--domain', 'www.en-kommune-med-et-langt-navn.dk'];
    assert.match(problems(long)[0] ?? '', /^--publisher must have at most 32 characters/u);
    assert.equal(readOptions([...long, '--publisher', 'Kommunen']).publisher, 'Kommunen');
  });
});

function problems(args: readonly string[]): readonly string[] {
  try {
    readOptions(args);
  } catch (error) {
    assert.ok(error instanceof PackageRefused);
    return error.problems;
  }
  return assert.fail('nothing was refused');
}
