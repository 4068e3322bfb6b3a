import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mentionIn } from '../../src/cards/mention.js';
import { SHOWN_NAME_MAX, shownNames } from '../../src/cards/shown-names.js';
import { HEADS_MAX, PERSON_NAME_MAX } from '../../src/domain/limits.js';
import { da, en } from '../../src/text/messages.js';
import { aPerson } from '../support/builders.js';

/** Pieces of names, and what a client may read as something else than a name. */
const PIECES = [
  'Anne',
  'Hansen',
  'Åse',
  'e\u0301',
  'J.P.',
  'Æ-Ø',
  ' ',
  '  ',
  "O'Neill",
  '(vikar)',
  '1. ',
  '1) ',
  '- ',
  '+ ',
  '# ',
  '> ',
  '**',
  '_',
  '~~',
  '`',
  '[a](https://evil.example)',
  'www.evil.example',
  'bo@kommune.dk',
  '<at>Bo</at>',
  '</at>',
  '&amp;',
  '&',
  '|',
  '\\',
  `\${title}`,
  '{{DATE(2026-01-01, SHORT)}}',
  '\n',
  '\r\n---\n',
  '\u202E',
  '\u200B',
  '\u2066',
  '\u3164',
  '\u0301',
  '\uD800',
  '👩🏽',
  'مدير',
];

const names = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join('').slice(0, PERSON_NAME_MAX)),
  fc.string({ unit: 'binary', maxLength: PERSON_NAME_MAX }),
);

const people = fc
  .array(names, { minLength: 1, maxLength: HEADS_MAX })
  .map((all) => all.map((name, index) => aPerson({ id: `${index}`, name })));

const kinds = fc.constantFrom('card: asked', 'card: approval', 'notice: nudged', 'notice: sent back' as const);

/** Letters, digits, their marks, and no other mark that means something to any client, or that nobody sees. */
const INERT = /^[\p{L}\p{Nd}(][\p{L}\p{M}\p{Nd} .,'’()-]*$/u;

function form(name: string): string | undefined {
  return shownNames([aPerson({ name })], 'en kollega')[0];
}

describe('the mention of people on a card', () => {
  it('has each one’s text to the letter in its line, and no two the same', () => {
    fc.assert(
      fc.property(people, kinds, fc.constantFrom(da, en), (heads, kind, messages) => {
        const { isTold, told, entities } = mentionIn(messages, kind, { department: { heads, deputies: [] } });
        assert.ok(isTold);
        assert.equal(entities.length, heads.length);
        assert.equal(new Set(entities.map(({ text }) => text)).size, heads.length);
        for (const { text } of entities) assert.equal(told.split(text).length, 2, text);
        assert.equal(told.match(/<\/?at>/gu)?.length, 2 * heads.length);
      }),
    );
  });

  it('carries who it is, and the full name unless that is long', () => {
    fc.assert(
      fc.property(people, (heads) => {
        const { entities } = mentionIn(da, 'card: asked', { department: { heads, deputies: [] } });
        for (const [index, { mentioned }] of entities.entries()) {
          assert.equal(mentioned.id, heads[index]?.id);
          assert.notEqual(mentioned.name.trim(), '');
          const name = heads[index]?.name ?? '';
          if (name.trim() !== '' && name.length <= SHOWN_NAME_MAX) assert.equal(mentioned.name, name);
          assert.ok(mentioned.name.length <= SHOWN_NAME_MAX + ' (10)'.length);
        }
      }),
    );
  });

  it('shows a form of the name in which no client reads anything else', () => {
    fc.assert(
      fc.property(people, (heads) => {
        for (const shown of shownNames(heads, da.told.unnamed)) {
          assert.match(shown, INERT);
          assert.doesNotMatch(shown, /\p{Default_Ignorable_Code_Point}/u);
          // A list, a web address, a dash, and spaces that a client would join.
          assert.doesNotMatch(shown, /^\p{Nd}+[.)]|\.[^ ]|[.,'’-]{2}| {2}|^ | $/u);
          assert.ok(shown.length <= SHOWN_NAME_MAX + ' (10)'.length, shown);
        }
      }),
    );
  });

  it('shows a usual name as it is', () => {
    for (const name of ['Mette Holm', "Anne-Sofie O'Neill", 'Åse Brøndum (vikar)', 'Holm, Mette', 'José Ñuñez Jr.']) {
      assert.equal(form(name), name);
    }
    assert.equal(form('J.P. Holm'), 'J. P. Holm');
  });

  it('leaves out what would begin something else', () => {
    assert.equal(form('1. Anna'), '1 Anna');
    assert.equal(form('- Anna'), 'Anna');
    assert.equal(form('**Anna** & <b>Bo</b>'), 'Anna b Bo b');
    assert.equal(form('www.evil.example'), 'www. evil. example');
    assert.equal(form('<at>Alle</at>'), 'at Alle at');
  });

  it('has a word for a name of which nothing is left', () => {
    for (const name of ['', ' ', '***', '\u200B', '…', '()']) assert.equal(form(name), 'en kollega');
  });

  it('tells people of the same name apart', () => {
    const all = ['Anne Hansen', 'anne hansen', 'Anne Hansen (2)', 'Anne *Hansen*'].map((name) => aPerson({ name }));
    assert.deepEqual(shownNames(all, 'en kollega'), [
      'Anne Hansen',
      'anne hansen (2)',
      'Anne Hansen (2) (2)',
      'Anne Hansen (3)',
    ]);
  });

  it('shortens a long name at a word', () => {
    assert.equal(form(`${'Anna '.repeat(12)}Hansen`), 'Anna '.repeat(12).trim());
    assert.equal(form('x'.repeat(PERSON_NAME_MAX)), 'x'.repeat(SHOWN_NAME_MAX));
  });

  it('is nothing where nobody is told', () => {
    for (const kind of ['card: receipt', 'digest: news', 'decision: decline'] as const) {
      assert.deepEqual(mentionIn(da, kind, {}), { isTold: false, told: '', entities: [] });
    }
  });
});
