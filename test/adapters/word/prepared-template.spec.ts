import assert from 'node:assert/strict';
import fc from 'fast-check';
import PizZip from 'pizzip';
import { nearest } from '../../../src/adapters/word/check/nearest.js';
import { meantTag } from '../../../src/adapters/word/check/tag-spelling.js';
import { judgeTemplate } from '../../../src/adapters/word/check/template-check.js';
import { tagNames } from '../../../src/adapters/word/check/template-tags.js';
import { parseXml } from '../../../src/adapters/word/file/xml-tree.js';
import { xmlOf } from '../../../src/adapters/word/file/xml-writing.js';
import { prepareTemplate } from '../../../src/adapters/word/prepare/prepare-template.js';
import { TEMPLATE_NEAR_MAX, TEMPLATE_RESPELT_MAX } from '../../../src/domain/limits.js';
import type { TemplatePlace } from '../../../src/domain/notat/template-place.js';
import { withLetterhead } from './letterhead.js';
import { built, control, lines, p, run, TOP, textBox, textLines, wordPart } from './template-builder.js';
import { shippedTemplate, withPart, wordParts } from './word-file.js';

const DOCUMENT = 'word/document.xml';

describe('a template that is prepared', () => {
  const prepared = (top: string) => {
    const { zip, changes } = prepareTemplate(new PizZip(built({ top })));
    const xml = zip.file(DOCUMENT)?.asText() ?? '';
    return {
      changes,
      top: xml.slice(xml.indexOf('<w:body>') + '<w:body>'.length).split(p('{titel}', 'Overskrift1'))[0],
    };
  };

  it('is the same, to the byte, when it is prepared again, and nothing is told if there is nothing to mend', async () => {
    const { zip, changes } = prepareTemplate(new PizZip(await shippedTemplate()));
    assert.deepEqual(changes, []);
    const again = prepareTemplate(zip);
    assert.deepEqual(again.changes, []);
    assert.deepEqual(
      wordParts(again.zip.generate({ type: 'uint8array' })),
      wordParts(zip.generate({ type: 'uint8array' })),
    );
    const unknown = '<w:p><w:r><w:t>{Direktør} { fagområde eller</w:t></w:r></w:p>';
    assert.deepEqual(prepared(unknown), { changes: [], top: unknown });
  });

  describe('has its tags respelt,', () => {
    it('each where it stands, whatever stands around it', () => {
      assert.equal(prepared(p('a { Titel } b {kle} c {DATO} d')).top, p('a {titel} b {kle} c {dato} d'));
      assert.equal(
        prepared(`<w:p>${run('x { Ti')}${run('t')}${run('el }{ Dato')}${run('} y')}</w:p>`).top,
        `<w:p>${run('x {titel}')}${'<w:r><w:t xml:space="preserve"/></w:r>'}${run('{dato}')}${run(' y')}</w:p>`,
      );
    });

    it('without what stands between its letters, and with what stands beside it', () => {
      const hyphen = '<w:softHyphen/>';
      assert.equal(
        prepared(`<w:p><w:r><w:tab/><w:t>{ti</w:t>${hyphen}<w:t>tel}</w:t><w:br/></w:r></w:p>`).top,
        '<w:p><w:r><w:tab/><w:t>{ti</w:t><w:t>tel}</w:t><w:br/></w:r></w:p>',
      );
    });

    it('with what opens and closes', () => {
      assert.equal(
        prepared(p('{# KLE }{^Foreløbigt}{/foreløbigt }{/ kle}')).top,
        p('{#kle}{^foreløbigt}{/foreløbigt}{/kle}'),
      );
    });

    it('when all its letters are decomposed', async () => {
      const decomposed = withPart(await shippedTemplate(), DOCUMENT, (xml) => xml.normalize('NFD'));
      const { problems, changes } = judgeTemplate(decomposed);
      assert.deepEqual(problems, []);
      assert.deepEqual(
        changes.map((change) => change.kind === 'tag respelt' && change.to),
        ['{#fagområder}', '{fagområde}', '{/fagområder}'],
      );
    });

    it('when it is written as references, which docxtemplater does not read', () => {
      assert.equal(
        prepared('<w:p><w:r><w:t>&#123;titel&#x7d; &amp; a<![CDATA[<b]]></w:t></w:r></w:p>').top,
        '<w:p><w:r><w:t>{titel} &amp; a&lt;b</w:t></w:r></w:p>',
      );
    });

    it('and no more of them are told than are read', () => {
      const spellings = Array.from({ length: TEMPLATE_RESPELT_MAX + 5 }, (_, index) => `{${' '.repeat(index + 1)}kle}`);
      assert.equal(prepared(p(spellings.join(''))).changes.length, TEMPLATE_RESPELT_MAX);
    });

    it('so that no suggestion looks like the tag that was written', () => {
      const odd = fc.constantFrom(' ', '-', '\u00AD', '\u200B', '\u00A0', '\u2011', '\uFEFF');
      fc.assert(
        fc.property(fc.constantFrom(...tagNames()), odd, fc.nat(20), fc.boolean(), (tag, between, at, isCapital) => {
          const spelt = `${tag.slice(0, at)}${between}${tag.slice(at)}`.normalize('NFD');
          assert.equal(meantTag(isCapital ? spelt.toLocaleUpperCase('da') : spelt), tag);
          assert.notEqual(nearest(`x${tag}`, tagNames()), `x${tag}`);
        }),
      );
    });
  });

  it('keeps its content controls, unless a tag is in them or they are bound', () => {
    const kept = control(p('Klik her'), '<w:text/>');
    assert.deepEqual(prepared(kept), { changes: [], top: kept });
    const bound = '<w15:dataBinding w:storeItemID="{0F9D1C2E-30A7-4D5B-9F0A-0123456789AB}"/>';
    assert.deepEqual(prepared(`${control(control(p('{kle}')))}${control(p('a'), bound)}`), {
      changes: [{ kind: 'controls made text', count: 3 }],
      top: `${p('{kle}')}${p('a')}`,
    });
  });

  it('is told of with what was found in it', async () => {
    const understood = judgeTemplate(withLetterhead(await shippedTemplate())).understood;
    assert.deepEqual(understood?.counts, { sections: 1, headers: 1, footers: 1, textBoxes: 0, pictures: 1, notes: 0 });
    assert.equal(understood?.hasDepartmentRows, true);
    assert.deepEqual(
      understood?.tags.filter(({ parts }) => parts.length > 1),
      [
        { tag: 'dokumenttype', parts: ['text', 'footer'] },
        { tag: 'titel', parts: ['text', 'properties'] },
        { tag: 'dato', parts: ['text', 'footer'] },
      ],
    );
    const [note, box] = [
      wordPart(
        'footnotes',
        'footnotes',
        `<w:footnote w:type="separator"/><w:footnote w:id="2">${p('a')}</w:footnote>`,
        'notes',
      ),
      `<w:p>${textBox(p('b'))}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`,
    ];
    const rows = { body: `${TOP}${lines('{#fagområder}', '{fagområde}')}${textLines('svar')}${p('{/fagområder}')}` };
    const other = judgeTemplate(built({ ...rows, top: box, parts: [note] })).understood;
    assert.deepEqual(other?.counts, { sections: 1, headers: 0, footers: 0, textBoxes: 1, pictures: 0, notes: 1 });
    assert.equal(other?.hasDepartmentRows, false);
  });

  it('quotes a few words beside a problem, also of a long paragraph, and cuts no character in half', () => {
    const near = (text: string) => {
      const [problem] = judgeTemplate(built({ top: p(`${text}{direktør}`) })).problems;
      return (problem as { readonly place: TemplatePlace }).place.near;
    };
    assert.equal(near('Til  byrådet'), 'Til byrådet');
    assert.equal(near('x'.repeat(5_000)), `${'x'.repeat(TEMPLATE_NEAR_MAX - 1)}…`);
    assert.equal(near(`${'x'.repeat(TEMPLATE_NEAR_MAX - 2)}👩 byrådet`), `${'x'.repeat(TEMPLATE_NEAR_MAX - 2)}…`);
  });
});

describe('XML that is written again', () => {
  it('is the same to a parser', () => {
    const text = fc.string({ unit: 'grapheme' }).map((value) => value.replace(/[^\t\n\r\u0020-\uD7FF]/gu, ''));
    fc.assert(
      fc.property(text, text, (value, content) => {
        const children = content === '' ? [] : [content];
        const element = { name: 'w:t', attributes: { a: value }, children };
        const read = parseXml(xmlOf({ name: '', attributes: {}, children: [element] }), 10);
        assert.deepEqual(JSON.parse(JSON.stringify(read.children.at(-1))), element);
      }),
    );
  });
});
