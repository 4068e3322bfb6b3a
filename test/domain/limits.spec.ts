import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import * as limits from '../../src/domain/limits.js';

const root = new URL('../../../', import.meta.url);

describe('the limits on what comes from outside', () => {
  /** Which spec the table names for each limit. */
  let specs: ReadonlyMap<string, string>;

  before(async () => {
    const page = await readFile(new URL('docs/architecture.md', root), 'utf8');
    const [, table = ''] = page.split('## Limits');
    specs = new Map(
      table.split('\n').flatMap((row) => {
        const [, names = '', , , spec = ''] = row.split('|');
        const named = [...names.matchAll(/`(?<name>[A-Z_]+)`/gu)].map(({ groups }) => groups?.['name'] ?? '');
        return named.map((name) => [name, /`(?<path>[^`]+)`/u.exec(spec)?.groups?.['path'] ?? ''] as const);
      }),
    );
  });

  for (const name of Object.keys(limits)) {
    it(`have a spec that drives past ${name}, named in docs/architecture.md`, async () => {
      const spec = specs.get(name);
      assert.ok(spec, `${name} has no row`);
      assert.ok((await readFile(new URL(spec, root), 'utf8')).includes(name), `${spec} does not name ${name}`);
    });
  }
});
