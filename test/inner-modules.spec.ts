import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';

const compiled = new URL('../src/', import.meta.url);

// A module that nothing else loads counts as covered too, or not, only once it has been loaded.
describe('every module of the domain and the application', () => {
  for (const folder of ['domain', 'application']) {
    it(`can be loaded with nothing set up: ${folder}`, async () => {
      const files = await readdir(new URL(folder, compiled), { recursive: true });
      const modules = files.filter((file) => file.endsWith('.js'));
      assert.ok(modules.length > 0);
      for (const module of modules) {
        const url = new URL(`${folder}/${module.replaceAll('\\', '/')}`, compiled);
        await assert.doesNotReject(import(url.href), module);
      }
    });
  }
});
