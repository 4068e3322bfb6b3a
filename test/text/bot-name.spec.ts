import assert from 'node:assert/strict';
import { calledBy } from '../../src/text/bot-name.js';
import { da, en } from '../../src/text/messages.js';

describe('the bot under the name that a tenant gives it', () => {
  it('is called so wherever it is named', () => {
    for (const messages of [da, en]) {
      const renamed = calledBy(messages, 'Høring$&');
      for (const text of [
        renamed.notices.welcome(true, undefined).text,
        renamed.notices.noDepartments().text,
        renamed.help.secretariat.intro,
      ]) {
        assert.match(text, /@?Høring\$&/u);
        assert.doesNotMatch(text, /Notatbot/u);
      }
      assert.deepEqual(renamed.help.register.lines.length, messages.help.register.lines.length);
    }
  });

  it('does not change what people have written', () => {
    const renamed = calledBy(da, 'Hjælper');
    const { text } = renamed.registration.department('Notatbot-teamet', true);
    assert.ok(text.includes('”Notatbot-teamet”'), text);
    assert.ok(renamed.registration.department('Skole', true).text.includes('@Hjælper'));
  });

  it('is the texts as they are where that is its name', () => {
    assert.equal(calledBy(da, 'Notatbot'), da);
  });
});
