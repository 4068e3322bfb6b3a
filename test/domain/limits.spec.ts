import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import * as limits from '../../src/domain/limits.js';

const root = new URL('../../../', import.meta.url);

describe('the limits on what comes from outside', () => {
  /** Which spec the table names for each limit. */
  let specs: ReadonlyMap<string, string>;
  /** What the table says that each limit is, as it is written there. */
  let written: ReadonlyMap<string, string>;

  before(async () => {
    const page = await readFile(new URL('docs/architecture.md', root), 'utf8');
    const [, table = ''] = page.split('## Limits');
    const rows = table.split('\n').map((row) => {
      const [, names = '', is = '', , spec = ''] = row.split('|');
      return {
        named: [...names.matchAll(/`(?<name>[A-Z_]+)`/gu)].map((found) => found.groups?.['name'] ?? ''),
        is,
        spec,
      };
    });
    specs = new Map(
      rows.flatMap(({ named, spec }) =>
        named.map((name) => [name, /`(?<path>[^`]+)`/u.exec(spec)?.groups?.['path'] ?? ''] as const),
      ),
    );
    written = new Map(
      rows.flatMap(({ named, is }) => named.map((name, at) => [name, is.split(', ')[at] ?? is.trim()] as const)),
    );
  });

  for (const [name, limit] of Object.entries(limits)) {
    it(`have a spec that drives past ${name}, named in docs/architecture.md`, async () => {
      const spec = specs.get(name);
      assert.ok(spec, `${name} has no row`);
      assert.ok((await readFile(new URL(spec, root), 'utf8')).includes(name), `${spec} does not name ${name}`);
    });

    if (typeof limit === 'number') {
      it(`are what docs/architecture.md says, as ${name}`, () =>
        assert.equal(limit, amountOf(name, written.get(name))));
    }
  }
});

const UNITS: Readonly<Record<string, number>> = { KB: 1024, MB: 1024 ** 2, MiB: 1024 ** 2, GiB: 1024 ** 3, s: 1_000 };

/** In the unit that the limit's name tells, such as `_MS`. */
function amountOf(name: string, written = ''): number {
  const amount = written.replace('a day', '86,400 s').replace('each second', '1 s');
  const { number = '', unit = '' } = /(?<number>\d[\d,]*)(?: (?<unit>\w+))?/u.exec(amount)?.groups ?? {};
  return (Number(number.replaceAll(',', '')) * (UNITS[unit] ?? 1)) / (name.endsWith('_MB') ? 1024 ** 2 : 1);
}
