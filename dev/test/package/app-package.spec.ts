import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import { unzipSync } from 'fflate';
import { commandLists } from '../../listings/manifest-commands.js';
import { makeAppPackage } from '../../package/app-package.js';
import { iconFiles } from '../../package/icon-files.js';
import type { Installation } from '../../package/options.js';
import { PackageRefused } from '../../package/package-refused.js';

const MANIFEST = new URL('../../../../manifest/', import.meta.url);

const INSTALLATION: Installation = {
  appId: '7a1f0c52-1d0e-4a57-9a44-3b1f2f6f7c10',
  botId: '0b6a3a1e-52c5-4f6f-8f36-0d5b6a7f1c22',
  name: undefined,
  publisher: 'Rødovre Kommune',
  website: 'https://www.kommune.dk/',
  privacy: 'https://www.kommune.dk/privatliv',
  terms: 'https://www.kommune.dk/vilkaar',
};

describe('the app package', () => {
  it('is the same to the byte each time, whatever the time zone of the machine', async () => {
    const zone = process.env['TZ'];
    const zips: Uint8Array[] = [];
    try {
      for (const other of ['Europe/Copenhagen', 'Pacific/Auckland', 'America/Los_Angeles']) {
        process.env['TZ'] = other;
        zips.push((await makeAppPackage(MANIFEST, INSTALLATION)).zip);
      }
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
    const [first, ...others] = zips;
    for (const zip of others) assert.deepEqual(zip, first);
  });

  it('holds the manifest, its language and its icons, in no folder, and nothing else', async () => {
    const files = unzipSync((await makeAppPackage(MANIFEST, INSTALLATION)).zip);
    assert.deepEqual(Object.keys(files), ['manifest.json', 'en.json', 'color.png', 'outline.png']);
    assert.deepEqual(Buffer.from(files['color.png'] ?? []), await readFile(new URL('color.png', MANIFEST)));
    assert.deepEqual(Buffer.from(files['outline.png'] ?? []), await readFile(new URL('outline.png', MANIFEST)));
  });

  it('has the installation’s ids and addresses in it, the version, and the commands of the rows', async () => {
    const { manifest, version } = await packaged(INSTALLATION);
    assert.deepEqual(
      [manifest.id, manifest.bots[0]?.botId, manifest.developer, manifest.version],
      [
        INSTALLATION.appId,
        INSTALLATION.botId,
        {
          name: INSTALLATION.publisher,
          websiteUrl: INSTALLATION.website,
          privacyUrl: INSTALLATION.privacy,
          termsOfUseUrl: INSTALLATION.terms,
        },
        version,
      ],
    );
    assert.deepEqual(manifest.bots[0]?.commandLists, commandLists());
  });

  it('has its usual name, or the one that it is given, in every text of both languages', async () => {
    assert.equal((await packaged(INSTALLATION)).manifest.name.short, 'Notatbot');
    const { manifest, english } = await packaged({ ...INSTALLATION, name: 'Notater $& (test)' });
    assert.deepEqual([manifest.name.short, english['name.short']], ['Notater $& (test)', 'Notater $& (test)']);
    assert.doesNotMatch(JSON.stringify([manifest, { ...english, $schema: '' }]), /Notatbot/u);
  });
});

describe('an app package that Teams would refuse is not made', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'notatbot-manifest-'));
    await cp(MANIFEST, folder, { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('with a placeholder that nothing fills in', async () => {
    await edit('manifest.json', (text) => text.replace('BOT_ID', 'BOT_IDS'));
    assert.ok((await problems()).includes(`manifest.json: nothing fills in ${placeholder('BOT_IDS')}.`));
    await cp(new URL('manifest.json', MANIFEST), path.join(folder, 'manifest.json'));
    await edit('en.json', (text) =>
      text.replace('Asks every department', `${placeholder('OWNER')} asks every department`),
    );
    assert.ok((await problems()).includes(`en.json: nothing fills in ${placeholder('OWNER')}.`));
  });

  it('with a command that is too long, in a list that is too long, or with a property that the schema does not know', async () => {
    await edit('manifest.json', (text) => {
      const manifest = JSON.parse(text);
      const [list] = manifest.bots[0].commandLists;
      list.commands = Array.from({ length: 13 }, () => ({ title: 'status' }));
      list.commands[1].title = 'x'.repeat(129);
      manifest.hue = 'blue';
      return JSON.stringify(manifest);
    });
    assert.deepEqual((await problems()).toSorted(), [
      'manifest.json: bots[0].commandLists[0].commands must NOT have more than 12 items.',
      'manifest.json: bots[0].commandLists[0].commands[1].title must NOT have more than 128 characters.',
      'manifest.json: the manifest must NOT have additional properties: hue.',
    ]);
  });

  it('with a name that is too long in one language', async () => {
    await edit('en.json', (text) => text.replace('"Notatbot"', `"${'N'.repeat(31)}"`));
    assert.deepEqual(await problems(), ['en.json: name.short must NOT have more than 30 characters.']);
  });

  it('with a text that is not translated, or that translates nothing', async () => {
    await edit('en.json', (text) => text.replace('commands[9]', 'commands[12]'));
    assert.deepEqual(await problems(), [
      'en.json: bots[0].commandLists[0].commands[9].description is missing.',
      'en.json: bots[0].commandLists[0].commands[12].description is no text of the manifest.',
    ]);
  });

  it('with a file that is not JSON, or is of another schema', async () => {
    await edit('manifest.json', (text) => text.replaceAll('1.29', '1.28'));
    assert.match((await problems()).join(), /^manifest\.json: \$schema must be https:\/\/\S+v1\.29\/\S+$/u);
    await edit('manifest.json', (text) => text.slice(1));
    assert.deepEqual(await problems(), ['manifest.json is not valid JSON.']);
  });

  it('with icons of the wrong size', async () => {
    await draw('color.png', '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="192"/>');
    await draw('outline.png', outline(64, '#FFFFFF'));
    assert.deepEqual(await problems(), [
      'color.png must be 192 by 192 pixels, and is 96 by 192.',
      'outline.png must be 32 by 32 pixels, and is 64 by 64.',
    ]);
  });

  it('with an outline that is not white', async () => {
    await draw('outline.png', outline(32, '#FFFFFE'));
    assert.deepEqual(await problems(), ['outline.png must be white and no other colour.']);
  });

  it('with an outline that is not transparent, or nothing but transparent', async () => {
    const picture = (inner: string) => `<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32">${inner}</svg>`;
    await draw('outline.png', picture('<path fill="#FFFFFF" d="M0 0h32v32H0z"/>'));
    assert.deepEqual(await problems(), ['outline.png must be transparent around the drawing.']);
    await draw('outline.png', picture(''));
    assert.deepEqual(await problems(), ['outline.png must have something that is seen.']);
  });

  it('with an icon that is no PNG, or is damaged', async () => {
    await writeFile(path.join(folder, 'color.png'), 'GIF89a');
    const png = await readFile(path.join(folder, 'outline.png'));
    await writeFile(path.join(folder, 'outline.png'), png.subarray(0, 200));
    assert.deepEqual(await problems(), [
      'color.png must be a PNG file in RGB or RGBA with 8 bits a colour.',
      'outline.png must be a PNG file in RGB or RGBA with 8 bits a colour.',
    ]);
  });

  async function edit(name: string, change: (text: string) => string): Promise<void> {
    const file = path.join(folder, name);
    const text = await readFile(file, 'utf8');
    assert.notEqual(change(text), text);
    await writeFile(file, change(text));
  }

  async function draw(name: string, drawing: string): Promise<void> {
    await writeFile(path.join(folder, name), new Resvg(drawing).render().asPng());
  }

  async function problems(): Promise<readonly string[]> {
    try {
      await makeAppPackage(pathToFileURL(`${folder}/`), INSTALLATION);
    } catch (error) {
      assert.ok(error instanceof PackageRefused);
      return error.problems;
    }
    return assert.fail('nothing was refused');
  }
});

describe('the icons', () => {
  it('are what their drawings look like; npm run icons draws them', async () => {
    for (const { path: icon, present, drawn } of await iconFiles()) {
      assert.deepEqual(Buffer.from(present), Buffer.from(drawn), icon.pathname);
    }
  });

  it('are drawn as paths, so that they look the same without any font', async () => {
    for (const name of ['color.svg', 'outline.svg']) {
      assert.doesNotMatch(await readFile(new URL(name, MANIFEST), 'utf8'), /<(?:text|image|style|use)\b|font/u, name);
    }
  });
});

function outline(side: number, colour: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"><path fill="${colour}" d="M4 4h9v9H4z"/></svg>`;
}

function placeholder(name: string): string {
  return `\${{${name}}}`;
}

interface PackagedManifest {
  readonly id: string;
  readonly version: string;
  readonly name: { readonly short: string };
  readonly developer: Readonly<Record<string, string>>;
  readonly bots: readonly { readonly botId: string; readonly commandLists: unknown }[];
}

async function packaged(installation: Installation) {
  const { zip, version } = await makeAppPackage(MANIFEST, installation);
  const files = unzipSync(zip);
  const read = (name: string): unknown => JSON.parse(Buffer.from(files[name] ?? []).toString('utf8'));
  const manifest = read('manifest.json') as PackagedManifest; // The schema has been checked.
  const english = read('en.json') as Readonly<Record<string, string>>;
  return { manifest, english, version };
}
