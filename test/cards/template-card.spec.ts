import assert from 'node:assert/strict';
import {
  refusedTemplateCard,
  takenTemplateCard,
  templateCard,
  type WhyShown,
} from '../../src/cards/notat/template-card.js';
import { templatesCard } from '../../src/cards/notat/templates-card.js';
import type { Card } from '../../src/cards/render.js';
import type { KeptTemplate } from '../../src/domain/notat/kept-template.js';
import type { TemplateRecord } from '../../src/domain/notat/template.js';
import type { TemplateProblem } from '../../src/domain/notat/template-problem.js';
import { da } from '../../src/text/messages.js';
import { aPerson, START } from '../support/builders.js';
import { partsOfType, render, shownText } from './card-parts.js';
import { UNDERSTOOD } from './every-template-card.js';

const USED: TemplateRecord = {
  number: 2,
  name: 'Brevpapir.docx',
  sha256: 'a'.repeat(64),
  again: undefined,
  by: aPerson(),
  at: START,
};

/** What each button does, as the card sends it. */
function pressesOf(card: Card): readonly unknown[] {
  return partsOfType(card, 'Action.Execute').map(({ data }) => data);
}

function linesOf(card: Card): readonly string[] {
  return shownText(card).split('\n');
}

const PLACE = { part: 'text', row: undefined, isInTextBox: false, near: '', others: 0 } as const;

const unknownTags = (count: number): readonly TemplateProblem[] =>
  Array.from({ length: count }, (_, index) => ({
    kind: 'unknown tag',
    tag: `felt${index}`,
    nearest: undefined,
    place: PLACE,
  }));

describe('the card of a template that cannot be used', () => {
  it('shows the problems, which come weightiest first, and how many more there are', () => {
    const shownOf = (problems: readonly TemplateProblem[]) => {
      const lines = linesOf(refusedTemplateCard(render, da, 'Brev.docx', problems));
      return [lines.filter((line) => line.startsWith('•')), lines.filter((line) => / mere\./u.test(line))];
    };
    const ten = unknownTags(10);
    const said = ten.map((problem) => `• ${da.template.problem(problem)}`);
    assert.deepEqual(shownOf(ten), [said, []]);
    assert.deepEqual(shownOf([...ten, { kind: 'more problems', count: 1 }]), [said, [da.template.more(1)]]);
    assert.deepEqual(shownOf([...ten, { kind: 'more problems', count: 37 }]), [said, [da.template.more(37)]]);
  });

  it('counts the problems for which it has no room beside those that the check has counted', () => {
    const lines = linesOf(
      refusedTemplateCard(render, da, 'Brev.docx', [...unknownTags(400), { kind: 'more problems', count: 37 }]),
    );
    const shown = lines.filter((line) => line.startsWith('•')).length;
    assert.ok(shown > 10 && shown < 400, String(shown));
    assert.ok(lines.includes(da.template.more(400 - shown + 37)));
  });

  it('leads to the template that is shipped, or to the one that was to be used again', () => {
    const fetched = (card: Card) => pressesOf(card)[0];
    assert.deepEqual(fetched(refusedTemplateCard(render, da, 'Brev.docx', [{ kind: 'macros' }])), {
      verb: 'template.fetch',
      of: 'template',
      template: 0,
    });
    assert.deepEqual(fetched(refusedTemplateCard(render, da, 'Brev.docx', [{ kind: 'macros' }], 3)), {
      verb: 'template.fetch',
      of: 'template',
      template: 3,
    });
  });
});

describe('the card of a template that is taken', () => {
  const taken = { template: USED, warnings: [], understood: UNDERSTOOD, changes: ['kommentarer er taget ud'] };

  it('says what was found in it and where, what is mended, and what could be better', () => {
    const text = shownText(
      takenTemplateCard(render, da, { ...taken, warnings: [{ kind: 'tag left out', tag: 'kle' }] }),
    );
    for (const line of da.template.understood(UNDERSTOOD)) assert.ok(text.includes(`• ${line}`), line);
    assert.match(text, /rettet i notaterne[\s\S]*• kommentarer er taget ud/u);
    assert.match(text, /kunne være bedre[\s\S]*\{kle\}/u);
    assert.doesNotMatch(
      shownText(takenTemplateCard(render, da, { ...taken, understood: undefined, changes: [] })),
      /fandt|rettet i notaterne/u,
    );
  });

  it('counts what is mended where there is no room for all of it', () => {
    const changes = Array.from({ length: 200 }, (_, index) => `${index} ${'x'.repeat(190)}`);
    const lines = linesOf(takenTemplateCard(render, da, { ...taken, changes }));
    const shown = lines.filter((line) => /^• \d+ x/u.test(line)).length;
    assert.ok(shown > 10 && shown < 200, String(shown));
    assert.ok(lines.includes(`• ${da.template.moreChanges(200 - shown)}`));
  });
});

describe('the card of the template in use', () => {
  const pressesIn = (why: WhyShown) =>
    pressesOf(templateCard(render, da, { chosen: { ...USED, number: 4, again: 2 }, sent: USED }, why));

  it('hands over its file by the number of its upload: with a link where it is below the card, and not where it cannot be read', () => {
    const file = { verb: 'template.fetch', of: 'template', template: 2 };
    const others = [
      { verb: 'template.fetch', of: 'example', template: 2 },
      { verb: 'template.list', from: 0 },
      { verb: 'template.fetch', of: 'template', template: 0 },
      { verb: 'template.choose', template: 0, seen: 4 },
    ];
    assert.deepEqual(pressesIn('asked'), [file, ...others]);
    assert.deepEqual(pressesIn('with its file'), [{ ...file, as: 'link' }, ...others]);
    assert.deepEqual(pressesIn('without its file'), others.slice(1));
  });

  it('offers no earlier ones before there are any', () => {
    const card = templateCard(render, da, { chosen: undefined, sent: undefined }, 'asked');
    assert.deepEqual(pressesOf(card), [
      { verb: 'template.fetch', of: 'template', template: 0 },
      { verb: 'template.fetch', of: 'example', template: 0 },
    ]);
  });
});

describe('the card of the templates that were sent', () => {
  const kept = (number: number, isInUse = false): KeptTemplate => ({
    number,
    name: 'Brevpapir.docx',
    sha256: 'a'.repeat(64),
    sent: USED,
    again: undefined,
    isInUse,
  });
  const page = {
    templates: [kept(2, true), kept(1)],
    unreadable: [],
    from: 0,
    next: undefined,
    isInstallationsInUse: false,
    isReadable: true,
    seen: 5,
  };

  it('leads back to each that is not in use, as the card was seen', () => {
    assert.deepEqual(pressesOf(templatesCard(render, da, page)), [
      { verb: 'template.fetch', of: 'template', template: 2 },
      { verb: 'template.fetch', of: 'template', template: 1 },
      { verb: 'template.choose', template: 1, seen: 5 },
      { verb: 'template.fetch', of: 'template', template: 0 },
      { verb: 'template.choose', template: 0, seen: 5 },
    ]);
  });

  it('has the first words of a long name, and names what cannot be read in its place', () => {
    const long = { ...kept(3), name: `${'meget langt navn '.repeat(14)}.docx` };
    const card = templatesCard(render, da, {
      ...page,
      templates: [long, kept(1)],
      unreadable: [5, 2],
      isReadable: false,
    });
    const lines = linesOf(card).filter((line) => line.startsWith('Nummer'));
    assert.deepEqual(lines, [
      da.template.list.unreadableTemplate(5),
      `Nummer 3: ${'meget langt navn '.repeat(4)}meget langt…`,
      da.template.list.unreadableTemplate(2),
      'Nummer 1: Brevpapir.docx',
    ]);
  });

  it('has the installation’s own last on its last page, and leads to the older ones and back', () => {
    const verbsOf = (from: number, next: number | undefined) =>
      pressesOf(templatesCard(render, da, { ...page, templates: [kept(1, true)], from, next }));
    const first = { verb: 'template.fetch', of: 'template', template: 1 };
    assert.deepEqual(verbsOf(8, 16), [first, { verb: 'template.list', from: 16 }, { verb: 'template.list', from: 0 }]);
    assert.deepEqual(verbsOf(16, undefined).slice(1), [
      { verb: 'template.fetch', of: 'template', template: 0 },
      { verb: 'template.choose', template: 0, seen: 5 },
      { verb: 'template.list', from: 0 },
    ]);
  });
});
