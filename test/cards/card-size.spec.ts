import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CARD_MAX_BYTES, cardBytes, longestThatFits } from '../../src/cards/card-size.js';
import { departmentCard, requestCard } from '../../src/cards/department-card.js';
import type { Card } from '../../src/cards/render.js';
import { statusCard } from '../../src/cards/status-card.js';
import { DEPARTMENT_NAME_MAX } from '../../src/domain/department.js';
import { REPLY_MAX } from '../../src/domain/reply.js';
import { ROUND_FORM_MAX } from '../../src/domain/round-form.js';
import { da } from '../../src/text/da.js';
import { en } from '../../src/text/en.js';
import { START } from '../support/builders.js';
import { render, shownText } from './card-parts.js';
import {
  EVERY_FORM_PROBLEM,
  everyCard,
  overviewOf,
  shownForm,
  shownNotat,
  USUAL,
  type WrittenTexts,
} from './every-card.js';

/** What Teams guarantees to deliver, as UTF-16: learn.microsoft.com, "Format your bot messages". */
const TEAMS_MAX_BYTES = 80 * 1024;

/** The texts that cost most: each character escaped, each line a part of its own, each character two units. */
const COSTLY: Readonly<Record<string, (length: number) => string>> = {
  quotes: (length) => '"'.repeat(length),
  'lines of two letters': (length) => 'ab\n'.repeat(length / 3 + 1).slice(0, length),
  'list items': (length) => '- a\n'.repeat(length / 4 + 1).slice(0, length),
  emoji: (length) => '👩🏽'.repeat(length / 4),
};

function longest(fill: (length: number) => string, departments: number): WrittenTexts {
  const line = (length: number) => fill(length).replaceAll('\n', ' ');
  return {
    title: line(ROUND_FORM_MAX.title),
    report: line(ROUND_FORM_MAX.report),
    reportLink: `https://kommune.example/${'a'.repeat(ROUND_FORM_MAX.reportLink - 24)}`,
    question: fill(ROUND_FORM_MAX.question),
    introduction: fill(ROUND_FORM_MAX.introduction),
    reply: fill(REPLY_MAX),
    author: line(256),
    departments: Array.from({ length: departments }, (_, index) => `${index} `.padEnd(DEPARTMENT_NAME_MAX, 'ø')),
  };
}

/** The card in the message that carries it. */
function messageBytes(card: Card): number {
  return cardBytes({
    type: 'message',
    summary: 'a'.repeat(300),
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
    conversation: { id: `19:${'a'.repeat(100)}@thread.tacv2;messageid=1700000000001` },
  });
}

function assertFits(card: Card, name: string): void {
  assert.ok(cardBytes(card) <= CARD_MAX_BYTES, `${name}: ${cardBytes(card)} bytes`);
  assert.ok(messageBytes(card) <= TEAMS_MAX_BYTES, name);
}

describe('the longest texts that are allowed', () => {
  for (const messages of [da, en]) {
    for (const [kind, fill] of Object.entries(COSTLY)) {
      it(`make no card that Teams may not deliver: ${kind}, in ${messages.lang}`, () => {
        for (const [name, card] of everyCard(messages, longest(fill, 100))) assertFits(card, name);
      });
    }
  }

  it('leave the notat of 60 departments as many as there is room for, and say how many are not shown', () => {
    const reply = 'Vi har ændret vores arbejdsgang og følger op hver måned.\n'.repeat(20);
    const texts = { ...USUAL, reply, departments: Array.from({ length: 60 }, (_, index) => `Fagområde ${index}`) };
    const card = shownNotat(da, overviewOf(texts, 60));
    const shown = texts.departments.filter((name) => shownText(card).split('\n').includes(name)).length;
    assertFits(card, 'notat');
    assert.ok(shown > 5);
    assert.ok(shownText(card).includes(da.notat.rowsLeftOut(60 - shown)));
  });

  it('make a receipt say how much of the reply it shows', () => {
    const texts = { ...USUAL, reply: 'ab\n'.repeat(3000) };
    const [answered] = overviewOf(texts, 1).departments;
    assert.ok(answered);
    assert.match(shownText(departmentCard(render, da, answered)), /Her vises \d+ af svarets 3000 afsnit/u);
  });

  it('never cost the author the text that was typed', () => {
    const [asked] = overviewOf(longest(COSTLY['quotes'] ?? String, 1), 0).departments;
    assert.ok(asked);
    const typed = '"'.repeat(REPLY_MAX + 500);
    const problem = { kind: 'too long', length: typed.length, max: REPLY_MAX } as const;
    const card = requestCard(render, da, asked, { kind: 'refused', problem, typed });
    assert.ok(JSON.stringify(card).includes(JSON.stringify(typed)));
    assert.ok(JSON.stringify(card).includes(`"maxLength":${typed.length}`));
  });
});

describe('a round of very many departments', () => {
  const names = (count: number) => Array.from({ length: count }, (_, index) => `Fagområde nummer ${index}`);

  it('has its form, with every text as long as it may be, for a hundred', () => {
    assertFits(
      shownForm(
        da,
        longest((length) => 'x'.repeat(length), 100),
        EVERY_FORM_PROBLEM,
      ),
      'form',
    );
  });

  it('has a status that names all of a thousand', () => {
    const texts = { ...USUAL, departments: names(1000) };
    for (const answers of [0, 500, 1000]) {
      const card = statusCard(render, da, overviewOf(texts, answers), START);
      assertFits(card, `status of ${answers}`);
      const listed = new Set(shownText(card).split(/ · |\n/u));
      assert.deepEqual(
        texts.departments.filter((name) => !listed.has(name)),
        [],
      );
    }
  });

  it('keeps in its status why a card could not be delivered', () => {
    const overview = overviewOf({ ...USUAL, author: 'x'.repeat(256), departments: names(200) }, 150);
    const departments = overview.departments.map((each) => (each.reply ? each : { ...each, undelivered: '404 Gone' }));
    const card = statusCard(render, da, { ...overview, departments }, START);
    assertFits(card, 'status');
    assert.equal(shownText(card).split('404 Gone').length - 1, 50);
  });
});

describe('the longest beginning that fits', () => {
  const weights = fc.array(fc.nat(20), { maxLength: 60 });
  const total = (items: readonly number[]) => items.reduce((sum, each) => sum + each, 0);

  it('is a beginning, fits if anything does, and could not be one longer', () => {
    fc.assert(
      fc.property(weights, fc.nat(300), (items, room) => {
        const fits = (beginning: readonly number[]) => total(beginning) <= room;
        const kept = longestThatFits(items, fits);
        assert.deepEqual(kept, items.slice(0, kept.length));
        assert.ok(fits(kept));
        assert.ok(kept.length === items.length || !fits(items.slice(0, kept.length + 1)));
      }),
    );
  });

  it('is empty when nothing fits', () => {
    assert.deepEqual(
      longestThatFits([1, 2, 3], () => false),
      [],
    );
  });

  it('is found at once when everything fits, and else by halving', () => {
    const items = Array.from({ length: 1000 }, () => 1);
    for (const [room, most] of [
      [1000, 1],
      [400, 12],
    ] as const) {
      let asked = 0;
      longestThatFits(items, ({ length }) => {
        asked += 1;
        return length <= room;
      });
      assert.ok(asked <= most);
    }
  });
});

describe('the size of a card', () => {
  it('is counted in UTF-16 bytes of its JSON', () => {
    assert.equal(cardBytes('æ'), 6);
    assert.equal(cardBytes('👍'), 8);
    assert.equal(cardBytes('"'), 8);
  });
});
