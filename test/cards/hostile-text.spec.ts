import assert from 'node:assert/strict';
import { plainName } from '../../src/cards/channel/plain-name.js';
import type { MentionEntity } from '../../src/cards/mention.js';
import type { Card } from '../../src/cards/render.js';
import { departmentCard } from '../../src/cards/reply/department-card.js';
import { requestCard } from '../../src/cards/reply/request-card.js';
import { statusCard } from '../../src/cards/round/status-card.js';
import { parseDepartmentName } from '../../src/domain/channel/department-name.js';
import { da, en } from '../../src/text/messages.js';
import { aRoundDepartment, START } from '../support/builders.js';
import { partOfSweep } from '../support/sweep.js';
import { type CardString, partsOfType, render, stringsIn, textRuns } from './card-parts.js';
import { everyCard, NONCE, overviewOf, REMOVED, USUAL, type WrittenTexts } from './every-card.js';

const MARK = 'QZX';
const HOSTILE = [
  `\${title} \${$root.report} \${1+1} ${MARK}`,
  `[tryk her](https://evil.example) ${MARK}`,
  `**fed** _kursiv_ ~~væk~~ \`kode\` ${MARK}`,
  `<at>Alle</at> <b>${MARK}</b> &amp; &lt;i&gt;`,
  `\u202Eesrevni\u202C \u2066${MARK}\u2069 \u200B`,
  `"citat" 'citat' \\ \\n \\u0024{lang} ${MARK}`,
  `{{DATE(2026-01-01, SHORT)}} ${MARK}`,
  `$\uFDD0{title} $$\{{title}} ${MARK}`,
];

/** Where text is shown as it is: no client reads markup there, or there is none left in it. */
function isLiteralPlace({ part, property, text }: CardString): boolean {
  if (part?.type === 'Input.ChoiceSet' && part['id'] === 'previousRound') return text === plainName(text);
  if (part?.type === 'TextRun') return property === 'text';
  // What a button sends is not shown.
  if (String(part?.type).startsWith('Action.') && property === 'name') return true;
  return part?.type === 'Input.Text' && property === 'value';
}

/** The card without the names in its line of mentions. What stands there of a name is in `mention.spec.ts`. */
function withoutMentions(card: Card): Card {
  const { msteams, ...rest } = card as { readonly msteams?: { readonly entities: readonly MentionEntity[] } };
  const mentions = new Set(msteams?.entities.map(({ text }) => text));
  return JSON.parse(JSON.stringify(rest), (_key, value) =>
    typeof value === 'string' ? value.replace(/<at>[^<]*<\/at>/gu, (all) => (mentions.has(all) ? '' : all)) : value,
  );
}

function writtenAs(text: string): WrittenTexts {
  return {
    ...USUAL,
    title: text,
    report: text,
    question: text,
    introduction: text,
    reply: text,
    author: text,
    head: text,
    line: text,
  };
}

/** U+FDD0 is what the renderer itself uses to keep `${` apart; nobody can type it. */
function asShown(text: string): string {
  return text.replaceAll('$\uFDD0{', '${');
}

for (const messages of [da, en]) {
  describe(`what people write, on the cards in ${messages.lang}`, () => {
    for (const text of partOfSweep(HOSTILE, 4)) {
      it(`is only where markup is not read: ${JSON.stringify(text)}`, () => {
        for (const [name, card] of everyCard(messages, writtenAs(text))) {
          const astray = stringsIn(withoutMentions(card)).filter(
            (each) => each.text.includes(MARK) && !isLiteralPlace(each),
          );
          assert.deepEqual(astray, [], name);
        }
      });

      it(`is shown as it was written: ${JSON.stringify(text)}`, () => {
        const cards = everyCard(messages, writtenAs(text));
        for (const name of [
          'request',
          'receipt',
          'approval',
          'follow-up on an answered one',
          'preview',
          'started',
          'status of some',
          'interim notat',
        ]) {
          assert.ok(textRuns(cards.get(name) ?? {}).includes(asShown(text)), name);
        }
        const channel = messages.setup.inChannel(asShown(text));
        const asked = textRuns(cards.get('question of a channel that is nobody’s') ?? {});
        assert.ok(asked.includes(channel), asked.join('\n'));
      });

      it(`stays in the field as it was typed: ${JSON.stringify(text)}`, () => {
        const reason = { kind: 'refused', problem: { kind: 'unintelligible' }, typed: `${text}\n\n${text}` } as const;
        const [field] = partsOfType(requestCard(render, messages, aRoundDepartment(), reason, NONCE), 'Input.Text');
        assert.equal(field?.['value'], asShown(reason.typed));
      });
    }
  });
}

describe('the names of departments, which stand among markup', () => {
  it('can hold none of the marks that would be read everywhere', () => {
    for (const text of HOSTILE) {
      const name = parseDepartmentName(text);
      if (name.ok) assert.doesNotMatch(name.value, /[[\]<>*_`~|{}$]|[\u202A-\u202E\u2066-\u2069]/u);
    }
    assert.ok(HOSTILE.some((text) => !parseDepartmentName(text).ok));
  });

  it('are free of it where a card has no other place for them', () => {
    const cards = everyCard(da, { ...USUAL, departments: [`Børn ${MARK}`, `Job ${MARK}`] });
    const places = [...cards.values()].flatMap(stringsIn).filter((each) => each.text.includes(MARK));
    const marked = new Set(places.filter((each) => !isLiteralPlace(each)).map(({ property }) => property));
    assert.deepEqual([...marked].toSorted(), ['fallbackText', 'title', 'value']);
  });

  it('begin no heading, list, escape or entity in a list of choices, and are themselves everywhere else', () => {
    const names = ['# Skole', '2. distrikt', 'IT \\#1', 'R&copy;'];
    const cards = everyCard(da, { ...USUAL, departments: names });
    const shown = [...cards.values()]
      .flatMap(stringsIn)
      .filter(({ text, property }) => names.includes(text) && property !== 'name');
    assert.deepEqual([...new Set(shown.map(({ part, property }) => `${part?.type} ${property}`))].toSorted(), [
      'Input.ChoiceSet value',
      'TextRun text',
    ]);
    for (const name of ['form', 'status of some', 'closing with some missing', 'decline']) {
      const titles = stringsIn(cards.get(name) ?? {}).filter(({ property }) => property === 'title');
      const literal = titles
        .filter(({ text }) => text.includes('\u2060'))
        .map(({ text }) => text.replace('\u2060', ''));
      assert.ok(literal.length > 0 && literal.every((text) => names.includes(text)), name);
    }
  });
});

describe('the failure of a delivery', () => {
  it('is shown as it is', () => {
    const reason = `403 [a](https://evil.example) ${MARK}`;
    const overview = overviewOf(USUAL, 0);
    const departments = overview.departments.map((each) => ({
      ...each,
      trouble: { ...REMOVED, word: reason },
    }));
    const card = statusCard(render, da, { ...overview, departments }, START, NONCE);
    const places = stringsIn(card).filter(({ text }) => text.includes(MARK));
    assert.equal(places.length, 1);
    assert.ok(places.every(isLiteralPlace));
  });
});

describe('a reply of several lines', () => {
  it('is shown a line each', () => {
    const overview = overviewOf({ ...USUAL, reply: '**a**\n[b](c)\n\n\n1. d' }, 1);
    const [first] = overview.departments;
    assert.ok(first);
    const runs = textRuns(departmentCard(render, da, first, NONCE));
    assert.deepEqual(runs.slice(-3), ['**a**', '[b](c)', '1. d']);
  });
});
