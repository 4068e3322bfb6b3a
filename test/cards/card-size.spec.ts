import assert from 'node:assert/strict';
import { fitsInTeams } from '../../src/cards/card-size.js';
import type { Card } from '../../src/cards/render.js';
import { declineFormCard } from '../../src/cards/reply/decline-card.js';
import { departmentCard } from '../../src/cards/reply/department-card.js';
import { requestCard } from '../../src/cards/reply/request-card.js';
import { versionsCard } from '../../src/cards/reply/versions-card.js';
import { findDepartmentCard } from '../../src/cards/round/find-department-card.js';
import { departmentsOnForm, newRoundForm, roundFormCard } from '../../src/cards/round/round-cards.js';
import { statusCard } from '../../src/cards/round/status-card.js';
import type { DepartmentId } from '../../src/domain/ids.js';
import { DEPARTMENT_NAME_MAX, RAW_TEXT_MAX, REPLY_MAX, ROUND_FORM_MAX } from '../../src/domain/limits.js';
import { DEFAULT_CALENDAR } from '../../src/domain/round/working-days.js';
import type { Trouble } from '../../src/domain/work/trouble.js';
import { da, en } from '../../src/text/messages.js';
import {
  aDepartment,
  aDepartmentId,
  aLocalDate,
  aRegisteredDepartment,
  aRoundDepartment,
  aRoundId,
  aVersion,
  START,
} from '../support/builders.js';
import { partsOfType, render, shownText } from './card-parts.js';
import { everyFormProblem, NONCE, overviewOf, REMOVED, shownForm, shownNotatCards, USUAL } from './every-card.js';
import { assertCrowdedFit, assertFits, assertLongestFit, COSTLY, longest } from './size-sweep.js';

describe('the card of versions', () => {
  const SPREAD: readonly (readonly [string, string])[] = [
    ['short lines', 'a\n'.repeat(REPLY_MAX / 2)],
    ['paragraphs of a letter', 'a\n\n'.repeat(REPLY_MAX / 3)],
  ];
  for (const [what, text] of SPREAD) {
    it(`shows the newest whole, also one of nothing but ${what}, and what came and went in it`, () => {
      const versions = [text, `Nyt. ${text.slice(10)}`].map((words, index) =>
        aVersion({ number: index + 1, content: { kind: 'text', text: words } }),
      );
      const card = versionsCard(render, da, aRoundDepartment(), versions);
      const shown = shownText(card);
      assert.ok(shown.includes('Nyt.'), shown.slice(0, 500));
      assert.ok(shown.replaceAll(/[^a]/gu, '').length >= (text.match(/a/gu)?.length ?? 0) - 10);
      assert.ok(fitsInTeams(card));
    });
  }
});

describe('the longest texts that are allowed', () => {
  // Escaped characters make the largest texts, and short lines the most parts; `npm run check:cards` tries the others.
  it('make no card that Teams may not deliver', () => {
    assertLongestFit(da, 'quotes', 20);
    assertLongestFit(en, 'lines of two letters', 1);
  });

  it('leave an earlier round’s reply what room there is, after what must be read', () => {
    const lines = 'Vi har ændret arbejdsgangen.\n'.repeat(340);
    const [answered] = overviewOf({ ...USUAL, reply: lines }, 1).departments;
    assert.ok(answered?.reply);
    const previous = { title: USUAL.title, content: answered.reply.content };
    const overtaken = { kind: 'overtaken', typed: 'x'.repeat(REPLY_MAX) } as const;
    const card = requestCard(render, da, { ...answered, previous }, overtaken, NONCE);
    const folded = partsOfType(card, 'Container').find(({ id }) => id === 'previous') ?? {};
    assertFits(card, 'request');
    assert.match(shownText(card), /Her vises \d{2,} af svarets 340 afsnit/u);
    assert.match(shownText(folded), /Her vises \d af svarets 340 afsnit/u);
    const alone = requestCard(render, da, { ...answered, previous }, { kind: 'correcting' }, NONCE);
    const whole = partsOfType(alone, 'Container').find(({ id }) => id === 'previous') ?? {};
    assert.match(shownText(whole), /Her vises \d{3} af svarets 340 afsnit/u);
  });

  it('put the notat of 60 departments on several cards, with every department once and in order', () => {
    const reply = 'Vi har ændret vores arbejdsgang og følger op hver måned.\n'.repeat(20);
    const texts = { ...USUAL, reply, departments: Array.from({ length: 60 }, (_, index) => `Fagområde ${index}`) };
    const cards = shownNotatCards(da, overviewOf(texts, 60));
    assert.ok(cards.length > 1);
    for (const card of cards) assertFits(card, 'notat');
    const lines = cards.flatMap((card) => shownText(card).split('\n'));
    assert.deepEqual(
      lines.filter((line) => texts.departments.includes(line)),
      texts.departments,
    );
    for (const [index, card] of cards.entries()) {
      assert.ok(shownText(card).includes(da.notat.part(index + 1, cards.length)));
    }
  });

  it('make a receipt say how much of the reply it shows', () => {
    const texts = { ...USUAL, reply: 'ab\n'.repeat(3000) };
    const [answered] = overviewOf(texts, 1).departments;
    assert.ok(answered);
    assert.match(shownText(departmentCard(render, da, answered, NONCE)), /Her vises \d+ af svarets 3000 afsnit/u);
  });

  it('never cost the author the text that was typed', () => {
    const [asked] = overviewOf(longest(COSTLY.quotes, 1), 0).departments;
    assert.ok(asked);
    const typed = '"'.repeat(REPLY_MAX + 500);
    const problem = { kind: 'too long', length: typed.length, max: REPLY_MAX } as const;
    const card = requestCard(render, da, asked, { kind: 'refused', problem, typed }, NONCE);
    assert.ok(JSON.stringify(card).includes(JSON.stringify(typed)));
  });
});

describe('a round of very many departments', () => {
  it('has no card that Teams may not deliver', () => {
    assertCrowdedFit(10, 4711);
  });

  const names = (count: number) => Array.from({ length: count }, (_, index) => `Fagområde nummer ${index}`);

  it('has its form, with every text as long as it may be, for a hundred', () => {
    assertFits(
      shownForm(
        da,
        longest((length) => 'x'.repeat(length), 100),
        everyFormProblem('x'.repeat(31)),
      ),
      'form',
    );
  });

  it('has a status that names all of a thousand', () => {
    const texts = { ...USUAL, departments: names(1000) };
    for (const answers of [0, 500, 1000]) {
      const card = statusCard(render, da, overviewOf(texts, answers), START, NONCE);
      assertFits(card, `status of ${answers}`);
      const listed = new Set(shownText(card).split(/ · |\n/u));
      assert.deepEqual(
        texts.departments.filter((name) => !listed.has(name)),
        [],
      );
    }
  });

  it('has a list to choose from in its status as long as there is room for it and every name', () => {
    const status = (count: number) =>
      statusCard(render, da, overviewOf({ ...USUAL, departments: names(count) }, 0), START, NONCE);
    assert.equal(partsOfType(status(200), 'Input.ChoiceSet').length, 1);
    assertFits(status(200), 'status of 200');
    assert.equal(partsOfType(status(1000), 'Input.ChoiceSet').length, 0);
    const verbs = (card: Card) => partsOfType(card, 'Action.Execute').map(({ verb }) => verb);
    const [small, large] = [verbs(status(200)), verbs(status(1000))];
    assert.deepEqual([small.includes('department.show'), small.includes('department.find')], [true, false]);
    // Then a department is found by its name.
    assert.deepEqual([large.includes('department.show'), large.includes('department.find')], [false, true]);
  });

  it('has a card to find a department by its name, whose list is looked through and says when it is not whole', () => {
    for (const [messages, name] of [
      [da, 'Å'],
      [en, '"'.repeat(DEPARTMENT_NAME_MAX)],
    ] as const) {
      const overview = overviewOf({ ...USUAL, departments: Array.from({ length: 1000 }, () => name) }, 0);
      const unreadable = Array.from({ length: 1000 }, (_, position) => ({
        departmentId: `d${position}` as DepartmentId,
        name,
        position,
      }));
      for (const [search, found] of [
        ['', []],
        [name, overview.departments],
        ['"'.repeat(RAW_TEXT_MAX), []],
      ] as const) {
        const card = findDepartmentCard(render, messages, { overview, search, found, unreadable }, START, NONCE);
        assertFits(card, `find ${name.slice(0, 1)} ${search.length}`);
        const [list] = partsOfType(card, 'Input.ChoiceSet');
        const shown = Object(list)['choices']?.length ?? 0;
        const isWhole = search !== '' && found.length === 0;
        assert.ok(isWhole ? shown === 0 : shown > 50 && shown <= 100, `${shown} of ${search.length}`);
        // Five are named, and the others counted.
        if (search !== '') assert.ok(shownText(card).includes(messages.finding.unreadable(Array(5).fill(name), 1000)));
        assert.equal(shownText(card).includes(messages.finding.notAll(shown)), !isWhole);
      }
    }
  });

  it('has a form as long as every field can be filled in to its limit beside its departments', () => {
    for (const name of [
      'Å',
      'Å'.repeat(DEPARTMENT_NAME_MAX),
      '"'.repeat(DEPARTMENT_NAME_MAX),
      '\\'.repeat(DEPARTMENT_NAME_MAX),
    ]) {
      const departments = Array.from({ length: 1000 }, (_, n) =>
        aRegisteredDepartment({ department: aDepartment({ id: aDepartmentId(String(n).padStart(36, '0')), name }) }),
      );
      const facts = { departments, teams: [], earlier: [], plans: [] };
      const days = { today: aLocalDate(), calendar: DEFAULT_CALENDAR };
      const most = departmentsOnForm(render, da, { ...facts, ...days });
      assert.ok(most > 50 && most < departments.length, `${name.length}: ${most}`);
      const fitting = departments.slice(0, most);
      assert.equal(departmentsOnForm(render, da, { ...facts, ...days, departments: fitting }), most);
      const form = newRoundForm(da, { ...facts, departments: fitting }, days);
      const texts = Object.entries(ROUND_FORM_MAX).map(([field, max]) => [field, 'å'.repeat(max)]);
      for (const problems of [[], everyFormProblem('x'.repeat(31))]) {
        const values = { ...form.values, ...Object.fromEntries(texts) };
        assertFits(roundFormCard(render, da, { ...form, roundId: aRoundId(), values, problems }), `form of ${most}`);
      }
    }
  });

  it('is told the names that can be asked instead, or none of them', () => {
    const [asked] = overviewOf(USUAL, 0).departments;
    assert.ok(asked);
    const form = { reason: '', instead: '', typed: '"'.repeat(REPLY_MAX) };
    const choices = (count: number) => {
      const card = declineFormCard(render, da, asked, { ...form, others: names(count) }, NONCE);
      assertFits(card, `decline among ${count}`);
      return (partsOfType(card, 'Input.ChoiceSet')[0]?.['choices'] as readonly object[] | undefined)?.length;
    };
    assert.equal(choices(50), 51);
    assert.equal(choices(1000), undefined);
  });

  it('keeps in its status why cards have not arrived, and then the names of those who have none', () => {
    const overview = overviewOf({ ...USUAL, author: 'x'.repeat(256), departments: names(200) }, 150);
    const troubled = (trouble: (index: number) => Trouble) => {
      const departments = overview.departments.map((each, index) =>
        each.reply ? each : { ...each, trouble: trouble(index) },
      );
      const card = statusCard(render, da, { ...overview, departments }, START, NONCE);
      assertFits(card, 'status');
      return shownText(card);
    };
    const alike = troubled(() => REMOVED);
    assert.equal(alike.split('Notatbot er fjernet fra teamet').length - 1, 1);
    const various = troubled((index) => ({ ...REMOVED, word: `403 ${index}${'x'.repeat(1_000)}` }));
    assert.ok(!various.includes('xxx'));
    for (const { department, reply } of overview.departments) {
      if (reply === undefined) assert.ok(various.split(da.trouble.heading)[1]?.includes(department.name));
    }
  });
});
