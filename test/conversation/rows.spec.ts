import assert from 'node:assert/strict';
import type { Place } from '../../src/conversation/acts.js';
import { CHANNEL_COMMANDS, PERSONAL_COMMANDS, ROWS } from '../../src/conversation/rows.js';
import type { HelpLine } from '../../src/text/channel/help-words.js';
import { da, en } from '../../src/text/messages.js';
import { readCommand, readPersonalCommand } from './read-rows.js';

describe('the table of what people can do', () => {
  it('has each row once, under a name of its own', () => {
    const names = ROWS.map(({ name }) => name);
    assert.deepEqual([...new Set(names)], names);
  });

  it('says of each row where it is done', () => {
    for (const { name, where } of ROWS) assert.ok(where.length > 0, name);
  });

  it('reads every phrase of a command as that command where it is done, however it is written', () => {
    for (const [commands, read] of [
      [CHANNEL_COMMANDS, readCommand],
      [PERSONAL_COMMANDS, readPersonalCommand],
    ] as const) {
      for (const { name, where, phrases } of commands) {
        for (const phrase of [...phrases.da, ...phrases.en]) {
          for (const text of [phrase, phrase.toUpperCase()]) {
            for (const place of where) assert.equal(read({ parts: [text] }, place)?.[0], name, text);
          }
        }
      }
    }
  });

  it('shows in help, in either language, nothing that is not read', () => {
    const places: readonly Place[] = ['unregistered', 'department', 'secretariat', 'personal'];
    for (const { name, where, help, how } of ROWS) {
      if (help === undefined || how !== 'written') continue;
      for (const place of places.filter((each) => where.includes(each))) {
        const lines: readonly HelpLine[] = [da, en].flatMap((messages) => help(messages.help, place).lines);
        for (const { command } of lines) {
          // A name with an @ stands for a mention, which is no word of the command.
          const message = { parts: [command.replace(/ ?@\S+$/u, '')] };
          const read = place === 'personal' ? readPersonalCommand(message) : readCommand(message, place);
          assert.equal(read?.[0], name, command);
        }
      }
    }
  });
});
