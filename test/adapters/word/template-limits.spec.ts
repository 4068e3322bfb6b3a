import assert from 'node:assert/strict';
import PizZip from 'pizzip';
import {
  edited,
  HOSTILE_TEMPLATES,
  inBody,
  WORST,
  withDepartment,
  withParts,
  withTypes,
} from '../../../dev/bench/hostile-templates.js';
import { checkTemplate } from '../../../src/adapters/word/check/template-check.js';
import { refusedTemplateCard } from '../../../src/cards/notat/template-card.js';
import { createCardRenderer } from '../../../src/cards/render.js';
import {
  ELEMENT_MAX_ATTRIBUTES,
  FILE_NAME_MAX,
  TEMPLATE_DEPARTMENT_MAX,
  TEMPLATE_MAX_ATTRIBUTES,
  TEMPLATE_MAX_DEPTH,
  TEMPLATE_MAX_ELEMENTS,
  TEMPLATE_MAX_PARTS,
  TEMPLATE_MAX_TAGS,
  TEMPLATE_PROBLEMS_MAX,
  TEMPLATE_QUOTE_MAX,
  TEMPLATE_TAG_MAX,
} from '../../../src/domain/limits.js';
import { da } from '../../../src/text/messages.js';
import { type ProblemAnywhere, problemsIn } from './problems-in.js';
import { shippedTemplate } from './word-file.js';

const DOCUMENT = 'word/document.xml';

describe('a template with too much in it', () => {
  const only = (template: Uint8Array, problem: ProblemAnywhere) => assert.deepEqual(problemsIn(template), [problem]);
  const text = (content: string) => inBody(`<w:p><w:r><w:t>${content}</w:t></w:r></w:p>`);
  const nested = (levels: number) => inBody('<w:sdt>'.repeat(levels) + '</w:sdt>'.repeat(levels));
  /** What the document's own elements lie in: itself and the body. */
  const AROUND = 2;

  it('may have as much as the limits say', async () => {
    const shipped = await shippedTemplate();
    const parts = Object.keys(new PizZip(shipped).files).length;
    for (const template of [
      withParts(TEMPLATE_MAX_PARTS - parts, (_, index) => `word/media/${index}`, ''),
      nested(TEMPLATE_MAX_DEPTH - AROUND),
      inBody(`<w:p ${attributes(ELEMENT_MAX_ATTRIBUTES)}/>`),
    ]) {
      assert.deepEqual(problemsIn(template), []);
    }
    const tag = 'a'.repeat(TEMPLATE_TAG_MAX);
    assert.deepEqual(problemsIn(text(`{${tag}}`)), [{ kind: 'unknown tag', tag, nearest: undefined }]);
  });

  it('is refused for its parts, whatever it says of their number', () => {
    const template = withParts(TEMPLATE_MAX_PARTS, (_, index) => `${index}`, '');
    const problem = {
      kind: 'too many',
      what: 'parts',
      count: TEMPLATE_MAX_PARTS + 19,
      max: TEMPLATE_MAX_PARTS,
    } as const;
    only(template, problem);
    only(sayingThatItHasNone(template), problem);
  });

  it('is refused for a list of more parts than it may have', () => {
    const [list] = [withTypes(TEMPLATE_MAX_PARTS, () => `<Override PartName="/${DOCUMENT}" ContentType="a"/>`)];
    const [problem] = problemsIn(list);
    assert.ok(problem?.kind === 'too many' && problem.what === 'parts');
  });

  it('is refused for names that no file has', () => {
    only(
      withParts(1, () => 'a'.repeat(FILE_NAME_MAX + 1), ''),
      { kind: 'not a document' },
    );
  });

  it('is refused when its parts share their bytes, which would be unpacked over and over', async () => {
    only(sharing(await shippedTemplate(), 20), { kind: 'not a document' });
    assert.deepEqual(problemsIn(sharing(await shippedTemplate(), 2)), []);
  });

  it('is refused for a directory that PizZip would never come to the end of', async () => {
    only(withEndlessDirectory(await shippedTemplate()), { kind: 'not a document' });
  });

  it('is refused for its elements, in whatever part and of whatever kind', () => {
    for (const piece of ['<w:p/>', '<w:p></w:p>', '<!---->', '<?a?>', '<æ/>', '&#97;', '<![CDATA[]]>']) {
      for (const part of [DOCUMENT, 'word/theme/theme1.xml', 'word/media/image1.png']) {
        const [problem, ...others] = problemsIn(edited(part, (xml) => `${xml}${piece.repeat(TEMPLATE_MAX_ELEMENTS)}`));
        assert.ok(problem?.kind === 'too many' && problem.what === 'elements', `${piece} in ${part}`);
        assert.ok(problem.count > TEMPLATE_MAX_ELEMENTS);
        assert.deepEqual(others, []);
      }
    }
  });

  it('is refused for how deep its elements lie', () => {
    const problem = { kind: 'too complex', what: 'depth', part: DOCUMENT, max: TEMPLATE_MAX_DEPTH } as const;
    only(nested(TEMPLATE_MAX_DEPTH - AROUND + 1), problem);
    only(nested(40_000), problem);
  });

  it('is refused for the attributes of one element, and of all', () => {
    const problem = { kind: 'too complex', what: 'attributes', part: DOCUMENT, max: ELEMENT_MAX_ATTRIBUTES } as const;
    only(inBody(`<w:p ${attributes(ELEMENT_MAX_ATTRIBUTES + 1)}/>`), problem);
    only(inBody(`<w:p ${attributes(50_000)}/>`), problem);
    const many = inBody(
      `<w:p ${attributes(ELEMENT_MAX_ATTRIBUTES)}/>`.repeat(TEMPLATE_MAX_ATTRIBUTES / ELEMENT_MAX_ATTRIBUTES),
    );
    const [count, max] = [TEMPLATE_MAX_ATTRIBUTES + 1, TEMPLATE_MAX_ATTRIBUTES];
    only(many, { kind: 'too many', what: 'attributes', count, max });
  });

  it('is refused for its tags, and for one that is too long', () => {
    const tooMany = { kind: 'too many', what: 'tags', count: TEMPLATE_MAX_TAGS + 1, max: TEMPLATE_MAX_TAGS } as const;
    for (const tags of ['{titel}', '{', '}', '{}']) only(text(tags.repeat(TEMPLATE_MAX_TAGS)), tooMany);
    only(text('{titel}'.repeat(100_000)), tooMany);
    const tag = `${'a'.repeat(TEMPLATE_QUOTE_MAX - 1)}…`;
    only(text(`{${'a'.repeat(TEMPLATE_TAG_MAX + 1)}}`), {
      kind: 'long tag',
      tag,
      length: TEMPLATE_TAG_MAX + 1,
      max: TEMPLATE_TAG_MAX,
    });
    only(text(`{#${'a'.repeat(1_000_000)}}`), {
      kind: 'long tag',
      tag: `#${tag.slice(1)}`,
      length: 1_000_001,
      max: TEMPLATE_TAG_MAX,
    });
  });

  it('is refused for what every department would add to every notat', () => {
    const paragraph = '<w:p><w:r><w:t>Fast tekst</w:t></w:r></w:p>';
    const repeats = Math.ceil(TEMPLATE_DEPARTMENT_MAX / paragraph.length);
    assert.deepEqual(problemsIn(inBody(paragraph.repeat(repeats))), []);
    const [problem, ...others] = problemsIn(withDepartment(paragraph.repeat(repeats)));
    assert.ok(problem?.kind === 'department too large' && problem.size > TEMPLATE_DEPARTMENT_MAX);
    assert.deepEqual(others, []);
  });

  it('is told no more than is read, in words that fit on a card, and how much more there is', () => {
    const quotes = Array.from({ length: 300 }, (_, index) => `{${'"'.repeat(TEMPLATE_TAG_MAX - 4)}${index}}`);
    const problems = checkTemplate(text(quotes.join('')));
    const unknown = problems.filter(({ kind }) => kind === 'unknown tag');
    assert.equal(unknown.length, TEMPLATE_PROBLEMS_MAX);
    assert.deepEqual(problems.slice(TEMPLATE_PROBLEMS_MAX), [
      { kind: 'more problems', count: 300 - TEMPLATE_PROBLEMS_MAX },
    ]);
    const render = createCardRenderer(new URL('../../../../cards/', import.meta.url));
    const card = JSON.stringify(refusedTemplateCard(render, da, 'Brevpapir.docx', problems));
    assert.ok(card.includes('Der er 290 fejl mere'));
  });

  it('is told what is wrong with it in a few of its own words', () => {
    const long = 'x'.repeat(100_000);
    const told = [
      ...problemsIn(inBody(`<w:fldSimple w:instr="${long}"/>`)),
      ...problemsIn(edited('word/styles.xml', (xml) => xml.replace('w:val="da-DK"', `w:val="${long}"`))),
      ...problemsIn(
        edited('word/_rels/document.xml.rels', (xml) =>
          xml.replace('</Relationships>', `<Relationship Type="image" Target="https://${long}"/></Relationships>`),
        ),
      ),
    ];
    assert.deepEqual(
      told.map(({ kind }) => kind),
      ['unsafe field', 'not in Danish', 'fetched content'],
    );
    assert.ok(JSON.stringify(told).length < 1_000);
  });

  it('is refused when it is one of those that once stopped the product', () => {
    const kinds = Object.entries(WORST).map(([name, build]) => [name, problemsIn(build())[0]?.kind]);
    assert.deepEqual(kinds, [
      ['280,000 small paragraphs', 'too many'],
      ['1.6 million empty paragraphs', 'too many'],
      ['20,000 parts', 'too many'],
      ['a tag of a megabyte', 'long tag'],
    ]);
  });

  it('is judged all the same when it is the worst of those that are within the limits', () => {
    for (const { n, name, build } of HOSTILE_TEMPLATES) {
      const kinds = problemsIn(build(n)).map(({ kind }) => kind);
      assert.equal(kinds.includes('too heavy') || kinds.includes('cannot be filled'), false, name);
    }
  }).timeout(120_000);
});

function attributes(n: number): string {
  return Array.from({ length: n }, (_, index) => `a${index}=""`).join(' ');
}

/** Where the end of a zip's directory begins, when it has no comment. */
const END_BYTES = 22;

function sayingThatItHasNone(zip: Uint8Array): Uint8Array {
  const copy = Buffer.from(zip);
  const end = copy.length - END_BYTES;
  copy.writeUInt16LE(0, end + 8);
  copy.writeUInt16LE(0, end + 10);
  return copy;
}

/** A zip with so many more parts, each beginning with its own name and going on through those after it. */
function sharing(zip: Uint8Array, times: number): Uint8Array {
  const file = Buffer.from(zip);
  const at = file.length - END_BYTES;
  const directory = file.readUInt32LE(at + 16);
  const names = Array.from({ length: times }, (_, index) => `part-${100 + index}`);
  const shared = Buffer.alloc(2_000, 'a');
  const headBytes = 30 + 'part-100'.length;
  const locals = names.map((name) => {
    const local = Buffer.alloc(headBytes);
    local.write('PK\x03\x04', 'latin1');
    local.writeUInt16LE(name.length, 26);
    local.write(name, 30, 'latin1');
    return local;
  });
  const lines = names.map((name, index) => {
    const line = Buffer.alloc(46 + name.length);
    const size = (times - index - 1) * headBytes + shared.length;
    line.write('PK\x01\x02', 'latin1');
    line.writeUInt32LE(size, 20);
    line.writeUInt32LE(size, 24);
    line.writeUInt16LE(name.length, 28);
    line.writeUInt32LE(directory + index * headBytes, 42);
    line.write(name, 46, 'latin1');
    return line;
  });
  const end = Buffer.from(file.subarray(at));
  end.writeUInt32LE(directory + times * headBytes + shared.length, 16);
  end.writeUInt32LE(file.readUInt32LE(at + 12) + Buffer.concat(lines).length, 12);
  return Buffer.concat([file.subarray(0, directory), ...locals, shared, ...lines, file.subarray(directory, at), end]);
}

/** A zip with an end of the large kind, in which a length is below zero. */
function withEndlessDirectory(zip: Uint8Array): Uint8Array {
  const file = Buffer.from(zip);
  const at = file.length - END_BYTES;
  const large = Buffer.alloc(56 + 6);
  large.write('PK\x06\x06', 'latin1');
  large.writeBigUInt64LE(60n, 4);
  // The field is six bytes long, and says that what follows is minus six.
  large.writeInt32LE(-6, 58);
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07', 'latin1');
  locator.writeUInt32LE(at, 8);
  locator.writeUInt32LE(1, 16);
  const end = Buffer.from(file.subarray(at));
  end.writeUInt16LE(0xffff, 10);
  return Buffer.concat([file.subarray(0, at), large, locator, end]);
}
