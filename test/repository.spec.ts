import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = new URL('../../', import.meta.url);

interface PackageJson {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

describe('the repository', () => {
  let manifest: PackageJson;

  before(async () => {
    manifest = JSON.parse(await text('package.json')) as PackageJson;
  });

  it('pins every dependency to one version', () => {
    const all = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    assert.ok(all.length > 0);
    assert.deepEqual(
      all.filter(([, version]) => !/^\d+\.\d+\.\d+$/u.test(version)),
      [],
    );
  });

  it('locks what it installs by content and not by address', async () => {
    const { packages } = JSON.parse(await text('package-lock.json')) as {
      packages: Readonly<Record<string, { readonly resolved?: string; readonly integrity?: string }>>;
    };
    const installed = Object.entries(packages).filter(([path]) => path !== '');
    assert.ok(installed.length > 0);
    assert.deepEqual(
      installed.filter(([, { resolved, integrity }]) => resolved !== undefined || integrity === undefined),
      [],
    );
  });

  it('names no registry', async () => {
    assert.doesNotMatch(await text('.npmrc'), /^\s*(?:@[^:]+:)?registry\s*=/mu);
  });

  it('says in docs/dependencies.md what each dependency is for, and nothing of others', async () => {
    const lines = (await text('docs/dependencies.md')).matchAll(/^\| `(?<name>[^`]+)` \| (?<version>[^ |]+) \|/gmu);
    assert.deepEqual(Object.fromEntries([...lines].map(({ groups }) => [groups?.['name'], groups?.['version']])), {
      ...manifest.dependencies,
      ...manifest.devDependencies,
    });
  });

  it('tells in CHANGELOG.md what is new, and what is new in the version that was made last', async () => {
    const headings = [...(await text('CHANGELOG.md')).matchAll(/^## (?<heading>.*)$/gmu)];
    const [unreleased, newest = ''] = headings.map(({ groups }) => groups?.['heading']);
    assert.equal(unreleased, '[Unreleased]');
    assert.match(newest, /^\[\d+\.\d+\.\d+\] - \d{4}-\d{2}-\d{2}(?: \[YANKED\])?$/u);
    const lock = JSON.parse(await text('package-lock.json')) as { readonly version: string };
    assert.deepEqual([newest.slice(1, newest.indexOf(']')), lock.version], [manifest.version, manifest.version]);
  });

  it('numbers its decisions without gaps, each with a status, a date and its cost', async () => {
    const decisions = (await readdir(new URL('docs/adr/', root))).sort();
    assert.ok(decisions.length > 0);
    for (const [index, name] of decisions.entries()) {
      assert.match(name, new RegExp(`^${String(index + 1).padStart(4, '0')}-[a-z0-9-]+\\.md$`, 'u'));
      const decision = await text(`docs/adr/${name}`);
      assert.match(decision, /^Status: \w+, \d{4}-\d{2}-\d{2}$/mu, name);
      for (const part of ['## Context', '## Decision', '## What it costs']) assert.ok(decision.includes(part), name);
    }
  });

  describe('in a git checkout', () => {
    before(function () {
      if (!existsSync(new URL('.git', root))) this.skip();
    });

    it('holds no path of the machine that it was written on', async () => {
      const machinePath = /(?<![\w.:/-])(?:\/(?:work|root|tmp|Users)\/|[A-Z]:\\)/u;
      const paths = await files();
      const contents = await Promise.all(paths.map(text));
      assert.ok(paths.length > 0);
      assert.deepEqual(
        paths.filter((_, index) => !contents[index]?.includes('\0') && machinePath.test(contents[index] ?? '')),
        [],
      );
    });
  });
});

async function text(path: string): Promise<string> {
  return await readFile(new URL(path, root), 'utf8');
}

/** What is committed, or would be by `git add --all`. */
async function files(): Promise<readonly string[]> {
  const { stdout } = await promisify(execFile)(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'],
    { cwd: fileURLToPath(root), maxBuffer: 16 * 1024 * 1024 },
  );
  return stdout.split('\0').filter((path) => path !== '' && existsSync(new URL(path, root)));
}
