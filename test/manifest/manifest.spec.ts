import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

const root = new URL('../../../', import.meta.url);

/** What each manifest field may hold, in characters: the schema's limits, or lower where Teams has shown less. */
const LONGEST: readonly (readonly [path: string, length: number])[] = [
  ['developer.name', 32],
  ['name.short', 30],
  ['name.full', 100],
  ['description.short', 80],
  ['description.full', 4000],
];

/** What is filled in for each installation when the app package is made. */
const PLACEHOLDERS = ['TEAMS_APP_ID', 'BOT_ID', 'PUBLISHER', 'WEBSITE_URL', 'PRIVACY_URL', 'TERMS_URL'];

describe('the Teams manifest', () => {
  let text: string;
  let manifest: Manifest;

  before(async () => {
    text = await readFile(new URL('manifest/manifest.json', root), 'utf8');
    manifest = JSON.parse(text) as Manifest;
  });

  it('is of the schema that it names', () => {
    assert.equal(manifest.manifestVersion, '1.29');
    assert.match(manifest.$schema, /\/teams\/v1\.29\//u);
  });

  it('has the version of the package', async () => {
    const { version } = await readJson<{ version: string }>('package.json');
    assert.equal(manifest.version, version);
  });

  for (const field of [
    'manifestVersion',
    'version',
    'id',
    'developer.name',
    'developer.websiteUrl',
    'developer.privacyUrl',
    'developer.termsOfUseUrl',
    'name.short',
    'description.short',
    'description.full',
    'icons.color',
    'icons.outline',
    'accentColor',
  ]) {
    it(`has the required ${field}`, () => {
      assert.ok(stringAt(manifest, field).length > 0);
    });
  }

  for (const [field, longest] of LONGEST) {
    it(`keeps ${field} to ${longest} characters`, () => {
      assert.ok(stringAt(manifest, field).length <= longest);
    });
  }

  it('leaves only what belongs to an installation to be filled in', () => {
    const found = [...text.matchAll(/\$\{\{(?<name>[^}]*)\}\}/gu)].map((match) => match.groups?.['name']);
    assert.deepEqual([...new Set(found)].sort(), [...PLACEHOLDERS].sort());
  });

  it('has one bot, that people can write to in teams and in private', () => {
    assert.equal(manifest.bots.length, 1);
    assert.deepEqual(manifest.bots[0]?.scopes, ['team', 'personal']);
    assert.equal(manifest.bots[0]?.isNotificationOnly, false);
  });

  it('has a bot that can be sent a template, and can give the notat', () => {
    assert.equal(manifest.bots[0]?.supportsFiles, true);
  });

  it('asks for no permission, and for no place where it does not work', () => {
    const wants = ['authorization', 'webApplicationInfo', 'permissions', 'devicePermissions', 'validDomains'];
    const places = ['composeExtensions', 'supportsChannelFeatures', 'supportedChannelTypes'];
    assert.deepEqual(
      [...wants, ...places].filter((property) => property in manifest),
      [],
    );
  });
});

describe("the manifest's English", () => {
  let english: Readonly<Record<string, string>>;
  let manifest: Manifest;

  before(async () => {
    manifest = await readJson<Manifest>('manifest/manifest.json');
    const [language, ...others] = manifest.localizationInfo.additionalLanguages;
    assert.deepEqual(others, []);
    assert.equal(language?.languageTag, 'en');
    english = await readJson(`manifest/${language.file}`);
  });

  it('is beside Danish, the default', () => {
    assert.equal(manifest.localizationInfo.defaultLanguageTag, 'da');
  });

  it('translates every name and every description, and no command', () => {
    const lists = manifest.bots[0]?.commandLists ?? [];
    const expected = [
      'name.short',
      'name.full',
      'description.short',
      'description.full',
      ...lists.flatMap(({ commands }, list) =>
        commands.map((_, index) => `bots[0].commandLists[${list}].commands[${index}].description`),
      ),
    ];
    assert.deepEqual(
      Object.keys(english)
        .filter((key) => key !== '$schema')
        .sort(),
      expected.sort(),
    );
  });

  it('keeps the same limits', () => {
    for (const [key, value] of Object.entries(english)) {
      const longest = LONGEST.find(([path]) => path === key)?.[1] ?? 128;
      assert.ok(value.length > 0 && value.length <= longest, key);
    }
  });
});

interface Manifest {
  readonly $schema: string;
  readonly manifestVersion: string;
  readonly version: string;
  readonly localizationInfo: {
    readonly defaultLanguageTag: string;
    readonly additionalLanguages: readonly { readonly languageTag: string; readonly file: string }[];
  };
  readonly bots: readonly {
    readonly scopes: readonly string[];
    readonly isNotificationOnly: boolean;
    readonly supportsFiles: boolean;
    readonly commandLists: readonly {
      readonly scopes: readonly string[];
      readonly commands: readonly { readonly title: string; readonly description: string }[];
    }[];
  }[];
}

async function readJson<Shape>(path: string): Promise<Shape> {
  return JSON.parse(await readFile(new URL(path, root), 'utf8')) as Shape;
}

function stringAt(value: unknown, path: string): string {
  const found = path.split('.').reduce((at: unknown, key) => (at as Record<string, unknown> | undefined)?.[key], value);
  assert.equal(typeof found, 'string', path);
  return found as string;
}
