import assert from 'node:assert/strict';
import { listedFiles } from '../../listings/listed-files.js';
import { commandLists, englishDescriptions } from '../../listings/manifest-commands.js';

/** The most commands of one list, from schema 1.24 of the Teams manifest on. */
const COMMANDS_MAX = 12;
/** The longest title and description of a command. Schema 1.21 allows more, which the list has no room to show. */
const TITLE_MAX = 32;
const DESCRIPTION_MAX = 128;

describe('the lists that are made from the code', () => {
  it('are as the code has them; npm run listings writes them', async () => {
    for (const { path, present, listed } of await listedFiles()) assert.equal(present, listed, path.pathname);
  });

  it('are one for each place in the manifest, and within its limits', () => {
    const lists = commandLists();
    assert.deepEqual(
      lists.map(({ scopes }) => scopes),
      [['team'], ['personal']],
    );
    for (const { commands } of lists) {
      assert.ok(commands.length > 0 && commands.length <= COMMANDS_MAX);
      for (const { title, description } of commands) {
        assert.ok(title.length <= TITLE_MAX, title);
        assert.ok(description.length > 0 && description.length <= DESCRIPTION_MAX, title);
      }
    }
  });

  it('say the same in English', () => {
    const descriptions = Object.values(englishDescriptions());
    assert.equal(descriptions.length, commandLists().flatMap(({ commands }) => commands).length);
    for (const description of descriptions) assert.ok(description.length <= DESCRIPTION_MAX, description);
  });
});
