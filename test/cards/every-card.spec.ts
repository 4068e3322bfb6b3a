import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { cardBytes, fitsInTeams } from '../../src/cards/card-size.js';
import type { MentionEntity } from '../../src/cards/mention.js';
import type { Card } from '../../src/cards/render.js';
import { da, en, type Messages } from '../../src/text/messages.js';
import { findingsIn, type Part, partsOf, partsOfType, stringsIn } from './card-parts.js';
import { everyCard, type WrittenTexts } from './every-card.js';

const BO = '<at>Bo Lind</at>';

/** All of version 1.5 or older, and drawn by Teams on every device. */
const DRAWN_BY_TEAMS = new Set([
  'AdaptiveCard',
  'TextBlock',
  'RichTextBlock',
  'TextRun',
  'Container',
  'ColumnSet',
  'Column',
  'ActionSet',
  'Input.Text',
  'Input.Date',
  'Input.Time',
  'Input.Toggle',
  'Input.ChoiceSet',
  'Action.Execute',
  'Action.Submit',
  'Action.OpenUrl',
  'Action.ToggleVisibility',
  // Not drawn, but read beside the card.
  'mention',
  'task/fetch',
]);

/** What Teams reads of the people that a card mentions. */
function mentionsOf(card: Card): readonly MentionEntity[] {
  const { msteams } = card as { readonly msteams?: { readonly entities: readonly MentionEntity[] } };
  return msteams?.entities ?? [];
}

function assertWords(text: unknown): void {
  assert.ok(typeof text === 'string' && /\S/u.test(text));
}

/** What holds of every card, in every state. */
const LAWS: readonly (readonly [holds: string, law: (card: Card, messages: Messages) => void])[] = [
  [
    'is a card of version 1.5 without a fault',
    (card) => {
      assert.equal(card['type'], 'AdaptiveCard');
      assert.equal(card['version'], '1.5');
      assert.deepEqual(findingsIn(card), []);
    },
  ],
  [
    'has only parts that Teams draws',
    (card) => {
      assert.deepEqual(
        partsOf(card).filter(({ type }) => !DRAWN_BY_TEAMS.has(type)),
        [],
      );
    },
  ],
  [
    'has every place filled',
    (card) => {
      for (const { text } of stringsIn(card)) assert.doesNotMatch(text, /\$\{|undefined|NaN|\[object/u);
    },
  ],
  [
    'says its language and what to read where it cannot be drawn',
    (card, messages) => {
      assert.equal(card['lang'], messages.lang);
      assertWords(card['fallbackText']);
    },
  ],
  [
    'begins with its heading, the only large one',
    (card) => {
      const texts = partsOf(card).filter(({ type }) => type === 'TextBlock' || type === 'RichTextBlock');
      assert.deepEqual(
        texts.flatMap(({ style, size }, index) => (style === 'heading' && size === 'Large' ? [index] : [])),
        [0],
      );
    },
  ],
  [
    'has headings for whatever looks like one',
    (card, messages) => {
      const { receipt, request } = messages;
      const bold = partsOfType(card, 'TextBlock').filter(({ weight }) => weight === 'Bolder');
      for (const { text, style, size } of bold) {
        const isRemark = text === receipt.late || /\.$|^(?:Frist|Deadline): /u.test(String(text));
        assert.equal(style === 'heading', !isRemark || text === request.heading, String(text));
        // Clients draw a heading large unless it says otherwise.
        if (style === 'heading') assert.notEqual(size, undefined);
      }
    },
  ],
  [
    'lets no client cut what is typed: it is the server that says what is too long',
    (card) => {
      for (const input of partsOfType(card, 'Input.Text')) assert.equal(input['maxLength'], undefined);
    },
  ],
  [
    'wraps its texts',
    (card) => {
      for (const block of partsOfType(card, 'TextBlock')) assert.equal(block['wrap'], true);
    },
  ],
  [
    'names each field for those who hear it',
    (card) => {
      const inputs = partsOf(card).filter(({ type }) => type.startsWith('Input.'));
      for (const input of inputs) {
        assertWords(input['id']);
        assertWords(input.type === 'Input.Toggle' ? input['title'] : input['label']);
      }
      assert.equal(new Set(inputs.map(({ id }) => id)).size, inputs.length);
    },
  ],
  [
    'has buttons that also work in clients without universal actions',
    (card) => {
      for (const execute of partsOfType(card, 'Action.Execute')) {
        const { title, data, verb } = execute;
        const { type, title: sameTitle, data: sameData } = execute['fallback'] as Part;
        assert.equal((data as Part)['verb'], verb);
        assert.deepEqual({ type, title: sameTitle, data: sameData }, { type: 'Action.Submit', title, data });
      }
    },
  ],
  [
    'shows three buttons at most, one of them marked as the first choice',
    (card) => {
      const actions = (card['actions'] ?? []) as readonly Part[];
      assert.ok(actions.filter(({ mode }) => mode !== 'secondary').length <= 3);
      assert.ok(actions.filter(({ style }) => style === 'positive').length <= 1);
    },
  ],
  [
    'is not refreshed by itself, which would take what is typed',
    (card) => {
      assert.equal(card['refresh'], undefined);
    },
  ],
  [
    'is small enough for Teams to deliver',
    (card) => {
      assert.ok(fitsInTeams(card), `${cardBytes(card)} bytes`);
    },
  ],
];

/** Everything that people write, as a mention. The names of departments too, although none may be so. */
const MENTIONS: WrittenTexts = {
  title: BO,
  report: BO,
  reportLink: 'https://kommune.example/tilsyn.pdf',
  question: BO,
  introduction: BO,
  reply: BO,
  author: BO,
  head: BO,
  line: BO,
  departments: [BO, BO, BO],
};

for (const messages of [da, en]) {
  describe(`every card in ${messages.lang}`, () => {
    const cards = everyCard(messages);
    for (const [holds, law] of LAWS) {
      it(holds, () => {
        for (const [name, card] of cards) assert.doesNotThrow(() => law(card, messages), `the card '${name}'`);
      });
    }
  });
}

describe('a mention that somebody writes', () => {
  for (const messages of [da, en]) {
    const cards = everyCard(messages, MENTIONS);

    it(`is none on any card in ${messages.lang}`, () => {
      for (const [name, card] of cards) {
        const own = mentionsOf(card).map(({ text }) => text);
        for (const text of own) assert.match(text, /^<at>at Bo Lind at(?: \(\d+\))?<\/at>$/u, name);
        const blocks = [...partsOfType(card, 'TextBlock'), ...partsOfType(card, 'FactSet')].flatMap(stringsIn);
        for (const { text } of blocks) {
          const rest = own.reduce((left, mention) => left.replace(mention, ''), text);
          assert.doesNotMatch(rest, /<\/?at>/u, name);
        }
      }
    });

    it(`has one line for those whom a card in ${messages.lang} mentions itself`, () => {
      const lines = (card: Card) => partsOfType(card, 'TextBlock').filter(({ text }) => String(text).includes('<at>'));
      for (const [name, card] of cards) assert.equal(lines(card).length, mentionsOf(card).length > 0 ? 1 : 0, name);
      assert.ok([...cards.values()].some((card) => mentionsOf(card).length > 1));
    });
  }
});

describe('the check of the cards', () => {
  const fault = (part: object) => findingsIn({ type: 'AdaptiveCard', version: '1.5', body: [part] });

  it('finds an unknown part, a wrong word and a field without an id', () => {
    assert.equal(fault({ type: 'TextBlock', text: 'x', style: 'heading' }).length, 0);
    assert.notEqual(fault({ type: 'Ribbon', text: 'x' }).length, 0);
    assert.notEqual(fault({ type: 'TextBlock', text: 'x', weight: 'Fat' }).length, 0);
    assert.notEqual(fault({ type: 'Input.Text', label: 'x' }).length, 0);
  });

  it('draws every template', () => {
    const templates = readdirSync(new URL('../../../cards/', import.meta.url)).map((file) => file.replace('.json', ''));
    const states = [...everyCard(da).keys()];
    const word = (template: string) => template.replace('round-', '');
    assert.deepEqual(
      templates.filter((template) => !states.some((state) => state.includes(word(template)))),
      [],
    );
  });
});
