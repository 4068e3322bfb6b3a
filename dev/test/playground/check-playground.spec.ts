import { deepEqual } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CHECK = fileURLToPath(new URL('../../playground/check-playground.js', import.meta.url));

describe('npm run check:playground', () => {
  it('refuses to run in CI, before it fetches anything', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [CHECK], {
      env: { ...process.env, CI: 'true' },
      encoding: 'utf8',
    });
    deepEqual(
      [status, stdout, stderr],
      [2, '', 'Nothing was checked: the Agents Playground is pre-release, and never a part of CI.\n'],
    );
  });
});
