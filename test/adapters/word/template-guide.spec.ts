import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { judgeTemplate } from '../../../src/adapters/word/check/template-check.js';
import { type TagGroup, TEMPLATE_TAGS } from '../../../src/adapters/word/check/template-tags.js';
import {
  TEMPLATE_DEPARTMENT_MAX,
  TEMPLATE_MAX_BYTES,
  TEMPLATE_MAX_ELEMENTS,
  TEMPLATE_MAX_PARTS,
  TEMPLATE_MAX_TAGS,
  TEMPLATE_MAX_UNPACKED_BYTES,
  TEMPLATE_PROBLEMS_MAX,
  TEMPLATE_TAG_MAX,
} from '../../../src/domain/limits.js';
import type { TemplateProblem } from '../../../src/domain/notat/template-problem.js';
import { danishDate } from '../../../src/text/date-words.js';
import {
  answerNotes,
  documentTypeWords,
  NOTAT_WORDS,
  noReplyWords,
  originCells,
  statusWords,
} from '../../../src/text/notat/notat-words.js';
import { templateProblemWords } from '../../../src/text/notat/template-problem-words.js';
import { danishNumber } from '../../../src/text/number-words.js';
import { aLocalDate } from '../../support/builders.js';
import { aNotat, anOrigin, aRow } from './a-notat.js';
import { built, HEAD, lines, ORIGINS, p, ROW, TOP, table, textLines } from './template-builder.js';

const GUIDE = new URL('../../../../docs/skabelon.md', import.meta.url);

describe('the guide to templates', () => {
  let guide: string;
  /** Each pattern as its paragraphs. */
  let patterns: readonly (readonly string[])[];

  before(async () => {
    guide = await readFile(GUIDE, 'utf8');
    patterns = [...guide.matchAll(/^```\n(?<lines>[\s\S]*?)\n```$/gmu)].map(({ groups }) =>
      (groups?.['lines'] ?? '').split('\n'),
    );
  });

  // What people write in a pattern has no style, so that its items are no lists.
  const refusedFor = (template: Uint8Array) =>
    judgeTemplate(template).problems.filter(({ kind }) => kind !== 'list not marked');
  /** A template with everything, in which a passage is replaced by a pattern. */
  const withPattern = (pattern: readonly string[]): Uint8Array => {
    const paragraphs = lines(...pattern);
    const [first = ''] = pattern;
    const [name, answers] = ROW;
    if (first === '{#indledning}')
      return built({ body: `${TOP.replace(textLines('indledning'), paragraphs)}${table(HEAD, ROW)}${ORIGINS}` });
    if (first === '{#fagområder}{fagområde}' || pattern[1] === '{^fortsat}')
      return built({ body: `${TOP}${table(HEAD, [paragraphs, answers])}${ORIGINS}` });
    if (first === '{#svar}') return built({ body: `${TOP}${table(HEAD, [name, paragraphs])}${ORIGINS}` });
    if (first === '{#fagområder}') return built({ body: `${TOP}${paragraphs}${ORIGINS}` });
    return built({ top: paragraphs });
  };

  it('explains every tag', () => {
    for (const [tag, meaning] of everyTag(TEMPLATE_TAGS)) {
      const written = meaning === 'text' ? `{${tag}}` : `{#${tag}}`;
      assert.ok(guide.includes(`| \`${written}`), written);
    }
  });

  it('has patterns that work, each as it stands', () => {
    assert.equal(patterns.length, 8);
    for (const pattern of patterns) assert.deepEqual(refusedFor(withPattern(pattern)), [], pattern.join('\n'));
  });

  it('names a pattern that does not work, which is refused as it says', () => {
    const [example = ''] = /`\{#svar\}\{#afsnit\}[^`]*`/u.exec(guide) ?? [];
    const pattern = example
      .replaceAll('`', '')
      .replace(
        '{/svar}',
        '{#punkt}{tekst}{/punkt}{#nummereret}{nummer}{tekst}{/nummereret}{#bemærkning}{tekst}{/bemærkning}{/svar}{/fagområder}',
      );
    const template = built({ body: `${TOP}${table(HEAD, [ROW[0], p(pattern)])}${ORIGINS}` });
    assert.deepEqual(refusedFor(template), [{ kind: 'lines run together', loop: 'svar' }]);
  });

  it('says rightly how a tag may be written', () => {
    const examples = [
      ...(
        /må godt være skrevet lidt anderledes: (?<examples>[^.]*?) bliver læst/u.exec(guide)?.groups?.['examples'] ?? ''
      ).matchAll(/`(?<tag>[^`]+)`/gu),
    ];
    assert.equal(examples.length, 4);
    for (const { groups } of examples) {
      const tag = groups?.['tag'] ?? '';
      const { problems, changes } = judgeTemplate(built({ top: p(tag) }));
      assert.deepEqual(problems, []);
      assert.deepEqual(
        changes.map((change) => change.kind === 'tag respelt' && change.from),
        [tag],
      );
    }
  });

  it('says what a notat shows, in the words of the notat', () => {
    const notat = aNotat({ counts: { asked: 9, answered: 8, nil: 2, late: 0, notTheirs: 0 }, status: 'interim' });
    const late = aRow('Byg', 'Svar.', { receivedLate: new Date('2026-12-04T08:05:00Z'), isOnBehalf: true });
    const [, , , received] = originCells(anOrigin({ at: new Date('2026-11-25T16:30:00Z') }));
    const shown = [
      statusWords(notat),
      documentTypeWords(notat),
      documentTypeWords({ ...notat, status: 'complete' }),
      ...[1, 2].map((number) => documentTypeWords({ ...notat, status: 'final', number })),
      documentTypeWords({ ...notat, isTrial: true }),
      danishDate(aLocalDate('2026-11-23')),
      NOTAT_WORDS.answersHeading,
      `Kultur og Fritid (${NOTAT_WORDS.continued})`,
      received,
      ...answerNotes(late),
      ...(['nil', 'unanswered', 'not theirs'] as const).map((kind) =>
        noReplyWords(kind === 'nil' ? { kind, remark: undefined } : { kind }, notat),
      ),
    ];
    for (const words of shown) assert.ok(guide.includes(`”${words}”`), words);
  });

  it('says the limits as they are', () => {
    const mib = 1024 * 1024;
    const [, parts = '', elements = '', tags = '', tag = '', department = ''] =
      /højst ([\d.]+) dele, ([\d.]+) elementer .*? og ([\d.]+) felter\. Et felt må højst være ([\d.]+) tegn .*?må højst fylde ([\d.]+) tegn/su.exec(
        guide,
      ) ?? [];
    assert.deepEqual(
      [parts, elements, tags, tag, department],
      [TEMPLATE_MAX_PARTS, TEMPLATE_MAX_ELEMENTS, TEMPLATE_MAX_TAGS, TEMPLATE_TAG_MAX, TEMPLATE_DEPARTMENT_MAX].map(
        danishNumber,
      ),
    );
    const [, packed, unpacked] = /fylder mere end (\d+) MB eller fylder mere end (\d+) MB pakket ud/u.exec(guide) ?? [];
    assert.deepEqual(
      [packed, unpacked],
      [TEMPLATE_MAX_BYTES, TEMPLATE_MAX_UNPACKED_BYTES].map((bytes) => danishNumber(bytes / mib)),
    );
    assert.equal(TEMPLATE_PROBLEMS_MAX, 10);
    assert.ok(guide.includes('Er der mere end ti fejl'));
  });

  it('shows conditions in one paragraph as they work', () => {
    const [, example = ''] = /`(\{#til\}Til: \{til\}\{\/til\})`/u.exec(guide) ?? [];
    assert.deepEqual(refusedFor(built({ top: p(example) })), []);
  });

  describe('and the bot’s own messages teach what passes:', () => {
    /** The paragraphs that a message tells people to write. */
    const taught = (problem: TemplateProblem): readonly string[] => {
      const [, list = ''] = /Skriv (.*?) i hvert sit afsnit/u.exec(templateProblemWords.da(problem)) ?? [];
      return list.split(/, | og /u);
    };

    it('about a kind of line that is missing', () => {
      for (const [loop, kinds] of [
        ['indledning', ['afsnit', 'punkt', 'nummereret']],
        ['svar', ['afsnit', 'punkt', 'nummereret', 'bemærkning']],
      ] as const) {
        for (const line of kinds) {
          const whole = textLines(loop);
          const its = lines(...taught({ kind: 'line missing', line, loop }));
          const without = withoutLine(whole, line);
          const body = (text: string) => `${TOP}${table(HEAD, ROW)}${ORIGINS}`.replace(whole, text);
          const missing = built({ body: body(without) });
          assert.ok(
            refusedFor(missing).some(({ kind }) => kind === 'line missing' || kind === 'tag missing'),
            line,
          );
          const mended = without.replace(p(`{/${loop}}`), `${its}${p(`{/${loop}}`)}`);
          assert.deepEqual(refusedFor(built({ body: body(mended) })), [], line);
        }
      }
    });

    it('about lines that would run together, and empty lines between them', () => {
      for (const kind of ['lines run together', 'empty lines'] as const) {
        for (const loop of ['indledning', 'svar'] as const) {
          const [open = '', ...line] = taught({ kind, loop });
          const close = line.pop() ?? '';
          const kinds = ['afsnit', 'punkt', 'nummereret', ...(loop === 'svar' ? ['bemærkning'] : [])].map((each) =>
            lines(
              ...line.map((tag) =>
                tag.replace('afsnit', each).replace('{tekst}', each === 'nummereret' ? '{nummer} {tekst}' : '{tekst}'),
              ),
            ),
          );
          const body = `${TOP}${table(HEAD, ROW)}${ORIGINS}`.replace(
            textLines(loop),
            `${p(open)}${kinds.join('')}${p(close)}`,
          );
          assert.deepEqual(refusedFor(built({ body })), []);
        }
      }
    });

    it('about a table that is missing', () => {
      const words = templateProblemWords.da({ kind: 'table missing' });
      const [first = '', open = '', close = '', end = ''] = [...words.matchAll(/(?:\{[^}]*\})+/gu)].map(
        ([tags]) => tags,
      );
      const kinds = textLines('svar').slice(p('{#svar}').length, -p('{/svar}').length);
      const row = [p(first), `${p(open)}${kinds}${p(close)}${p(end)}`];
      assert.deepEqual(refusedFor(built({ body: `${TOP}${table(HEAD, row)}${ORIGINS}` })), []);
    });

    it('about departments that would run together', () => {
      const words = templateProblemWords.da({ kind: 'lines run together', loop: 'fagområder' });
      const [open = '', close = ''] = [...words.matchAll(/\{[^}]*\}/gu)].map(([tag]) => tag);
      const body = `${TOP}${lines(open, '{fagområde}')}${textLines('svar')}${p(close)}${ORIGINS}`;
      assert.deepEqual(refusedFor(built({ body })), []);
    });
  });

  it('is right that lines of one kind to a paragraph give empty lines, which is told and not refused', () => {
    const short = [
      '{#svar}',
      '{#afsnit}{tekst}{/afsnit}',
      '{#punkt}{tekst}{/punkt}',
      '{#nummereret}{nummer} {tekst}{/nummereret}',
      '{#bemærkning}{tekst}{/bemærkning}',
      '{/svar}',
      '{/fagområder}',
    ];
    assert.deepEqual(refusedFor(built({ body: `${TOP}${table(HEAD, [ROW[0], lines(...short)])}${ORIGINS}` })), [
      { kind: 'empty lines', loop: 'svar' },
    ]);
  });
});

function withoutLine(text: string, kind: string): string {
  const end = p(`{/${kind}}`);
  return text.slice(0, text.indexOf(p(`{#${kind}}`))) + text.slice(text.indexOf(end) + end.length);
}

function everyTag(group: TagGroup): readonly (readonly [string, TagGroup[string]])[] {
  return Object.entries(group).flatMap(([tag, meaning]) => [
    [tag, meaning] as const,
    ...(typeof meaning === 'object' ? everyTag(meaning) : []),
  ]);
}
