import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { type CardName, createCardRenderer } from '../../src/cards/render.js';
import { render } from './card-parts.js';

const NAMES: readonly CardName[] = [
  'approval',
  'closed',
  'decline',
  'declined',
  'follow-up',
  'help',
  'notat',
  'notice',
  'receipt',
  'request',
  'round-form',
  'round-preview',
  'round-started',
  'status',
  'versions',
];

/** Lists, and what each of their items has. */
const OF_AN_ITEM: Readonly<Record<string, string>> = { paragraphs: 'text', links: 'title' };

describe('rendering a card', () => {
  const notice = {
    lang: 'da',
    fallbackText: 'reserve',
    heading: 'Overskrift',
    paragraphs: [{ text: 'Tekst' }],
    links: [{ title: 'Gå dertil', url: 'https://teams.microsoft.com/l/channel/a' }],
    isTold: true,
    told: 'Til <at>Bo</at>',
    entities: [{ type: 'mention', text: '<at>Bo</at>', mentioned: { id: 'bo', name: 'Bo' } }],
  };

  it('fails without data', () => {
    for (const name of NAMES) assert.throws(() => render(name, {}), new RegExp(`card '${name}'`, 'u'));
  });

  it('fails without any one thing that the template names', () => {
    assert.doesNotThrow(() => render('notice', notice));
    for (const missing of Object.keys(notice)) {
      const rest = Object.fromEntries(Object.entries(notice).filter(([key]) => key !== missing));
      // Where a list is missing, its template is drawn once, and fails for what each of its items has.
      assert.throws(() => render('notice', rest), new RegExp(OF_AN_ITEM[missing] ?? missing, 'u'));
    }
  });

  it('fails for a card that does not exist', () => {
    assert.throws(() => render('invoice' as CardName, {}), /no card template 'invoice'/u);
  });

  it('never reads data as a template', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^(?:\$\{(?:lang|heading|1\+1|json\('1'\))\}|[\\"$ {}])*$/u)),
        (text) => {
          const { body } = render('notice', { ...notice, paragraphs: [{ text }] });
          assert.ok(JSON.stringify(body).includes(JSON.stringify(text)));
        },
      ),
    );
  });

  it('can be prepared in advance, whichever the template is', () => {
    const folder = new URL('../../../cards/', import.meta.url);
    const { prepare } = createCardRenderer(folder);
    const names = readdirSync(folder).map((file) => file.replace('.json', '') as CardName);
    assert.ok(names.length >= NAMES.length);
    for (const name of names) assert.doesNotThrow(() => prepare(name));
    assert.throws(() => prepare('invoice' as CardName), /no card template 'invoice'/u);
  });

  describe('a broken template', () => {
    let folder: string;
    const read = (template: string) => {
      writeFileSync(join(folder, 'help.json'), template);
      return createCardRenderer(pathToFileURL(`${folder}/`));
    };

    before(() => {
      folder = mkdtempSync(join(tmpdir(), 'cards-'));
    });
    after(() => rmSync(folder, { recursive: true }));

    it('is found when the files are read, if it is not JSON', () => {
      assert.throws(() => read('{"type":'), SyntaxError);
    });

    it('is found when it is prepared, if an expression cannot be read', () => {
      const { prepare } = read(JSON.stringify({ type: 'AdaptiveCard', title: `\${titles[}` }));
      assert.throws(() => prepare('help'));
    });
  });

  describe('a template of ours', () => {
    const place = (name: string) => `\${${name}}`;
    const body = [
      { type: 'TextBlock', text: place('text'), $when: place('isShown') },
      { type: 'TextBlock', $data: place('lines'), text: place('line') },
    ];
    let folder: string;
    let renderOwn: ReturnType<typeof createCardRenderer>;

    before(() => {
      folder = mkdtempSync(join(tmpdir(), 'cards-'));
      writeFileSync(join(folder, 'help.json'), JSON.stringify({ type: 'AdaptiveCard', body }));
      renderOwn = createCardRenderer(pathToFileURL(`${folder}/`));
    });
    after(() => rmSync(folder, { recursive: true }));

    it('shows a part if its condition holds, and a part for each line', () => {
      const shown = renderOwn('help', { isShown: true, text: 'a', lines: [{ line: 'b' }, { line: 'c' }] });
      assert.deepEqual(
        shown['body'],
        ['a', 'b', 'c'].map((text) => ({ type: 'TextBlock', text })),
      );
    });

    it('hides nothing because a condition was forgotten', () => {
      assert.throws(() => renderOwn('help', { text: 'a', lines: [] }), /was not told isShown/u);
    });

    it('fails when the lines were forgotten, or lack something', () => {
      assert.throws(() => renderOwn('help', { isShown: false }), /no value for \$\{line\}/u);
      assert.throws(() => renderOwn('help', { isShown: false, lines: [{ word: 'b' }] }), /no value for \$\{line\}/u);
    });
  });
});
