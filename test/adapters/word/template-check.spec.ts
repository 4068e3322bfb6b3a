import assert from 'node:assert/strict';
import PizZip from 'pizzip';
import { renderNotat } from '../../../src/adapters/word/write/render-notat.js';
import { TEMPLATE_MAX_BYTES, TEMPLATE_MAX_UNPACKED_BYTES } from '../../../src/domain/limits.js';
import { aNotat } from './a-notat.js';
import { withLetterhead } from './letterhead.js';
import { type ProblemAnywhere, problemsIn } from './problems-in.js';
import { built, part } from './template-builder.js';
import { paragraphsOf, parsedPart, shippedTemplate, withNewPart, withPart } from './word-file.js';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

describe("a municipality's own template", () => {
  let shipped: Uint8Array;

  before(async () => {
    shipped = await shippedTemplate();
  });

  const edited = (edit: (xml: string) => string, part = 'word/document.xml') => withPart(shipped, part, edit);
  const problemsWith = (edit: (xml: string) => string, part?: string) => problemsIn(edited(edit, part));
  const replaced = (from: string, to: string) => problemsWith((xml) => xml.replace(from, to));

  it('may say and show what it likes around the tags', async () => {
    const template = edited((xml) => xml.replace('>{dokumenttype}<', '>Notat til byrådet {dokumenttype}<'));
    assert.deepEqual(problemsIn(template), []);
    const file = renderNotat(template, aNotat());
    assert.equal(paragraphsOf(parsedPart(file))[0]?.text, 'Notat til byrådet Notat');
  });

  it('may have a letterhead, with a logo that is described', async () => {
    const template = withLetterhead(shipped);
    assert.deepEqual(problemsIn(template), []);
    const undescribed = withPart(template, 'word/header1.xml', (xml) => xml.replace(/ descr="[^"]*"/u, ''));
    assert.deepEqual(problemsIn(undescribed), [{ kind: 'picture without description' }]);
  });

  it('may have its tags spread over runs, as Word does', () => {
    assert.deepEqual(replaced('{titel}', '{ti</w:t></w:r><w:r><w:t>tel}'), []);
  });

  it('may write departments and answers without a table', () => {
    const asParagraphs = (xml: string) =>
      xml.replace(/<w:tbl>.*?<\/w:tbl>/u, (table) =>
        (table.match(/<w:tr>.*<\/w:tr>/u)?.[0] ?? '')
          .replace(/.*?<\/w:tr>/u, '')
          .replace(/<\/?w:t(?:r|c|blPr|cPr|rPr|cW)(?: [^>]*)?\/?>/gu, ''),
      );
    assert.deepEqual(problemsWith(asParagraphs), []);
  });

  describe('is refused for its tags:', () => {
    const cases: readonly (readonly [string, (xml: string) => string, readonly ProblemAnywhere[]])[] = [
      [
        'one that does not exist, with the one that was meant',
        (xml) => xml.replace('{fagområde}', '{fagomrade}'),
        [{ kind: 'unknown tag', tag: 'fagomrade', nearest: 'fagområde' }],
      ],
      [
        'one that is like no other',
        (xml) => xml.replace('{titel}', '{titel}{direktør}'),
        [{ kind: 'unknown tag', tag: 'direktør', nearest: undefined }],
      ],
      [
        'one in the two braces of another program, once each',
        (xml) => xml.replace('{titel}', '{titel}{{title}}{{#each}}'),
        [
          { kind: 'unknown tag', tag: '{title}', nearest: 'titel' },
          { kind: 'unknown tag', tag: '{#each}', nearest: undefined },
        ],
      ],
      [
        'a name that every JavaScript object has',
        (xml) => xml.replace('{titel}', '{titel}{constructor}'),
        [{ kind: 'unknown tag', tag: 'constructor', nearest: undefined }],
      ],
      [
        'one for raw mark-up',
        (xml) => xml.replace('{titel}', '{titel}{@titel}'),
        [{ kind: 'markup tag', tag: 'titel' }],
      ],
      [
        'one outside its loop',
        (xml) => xml.replace('{titel}', '{titel}{tekst}'),
        [{ kind: 'misplaced tag', tag: 'tekst', loops: ['indledning', 'svar'] }],
      ],
      [
        'a list as a text',
        (xml) => xml.replace('{titel}', '{titel}{svar}{fagområder}'),
        [
          { kind: 'misplaced tag', tag: 'svar', loops: ['fagområder'] },
          { kind: 'not a text', tag: 'fagområder' },
        ],
      ],
      [
        'a loop within a loop that is not its own',
        (xml) => xml.replace('{fagområde}', '{fagområde}{#fagområder}{/fagområder}'),
        [{ kind: 'loop in loop', tag: 'fagområder', outer: 'fagområder' }],
      ],
      ['a loop that is not closed', (xml) => xml.replace('{/punkt}', ''), [{ kind: 'unclosed loop', tag: 'punkt' }]],
      ['a loop that is not opened', (xml) => xml.replace('{#punkt}', ''), [{ kind: 'unopened loop', tag: 'punkt' }]],
      [
        'loops that cross',
        (xml) => xml.replace('{titel}', '{titel}{#foreløbigt}{#endeligt}{/foreløbigt}{/}{/}'),
        [
          { kind: 'unclosed loop', tag: 'endeligt' },
          { kind: 'unopened loop', tag: '' },
        ],
      ],
      ['half a tag', (xml) => xml.replace('{titel}', '{titel}{titel'), [{ kind: 'stray brace', text: '{titel' }]],
      ['the other half', (xml) => xml.replace('{titel}', '{titel}}'), [{ kind: 'stray brace', text: '}' }]],
      [
        'other braces than those',
        (xml) => xml.replace('{titel}', '{titel}{=[[ ]]=}'),
        [{ kind: 'unknown tag', tag: '=[[ ]]=', nearest: undefined }],
      ],
      ['no table', (xml) => xml.replace(/<w:tbl>.*?<\/w:tbl>/u, ''), [{ kind: 'table missing' }]],
      ['no title', (xml) => xml.replace('{titel}', ''), [{ kind: 'tag missing', tag: 'titel', loop: undefined }]],
      [
        'not saying that it is interim',
        (xml) => xml.replaceAll('{status}', ''),
        [{ kind: 'tag missing', tag: 'status', loop: undefined }],
      ],
      [
        'saying only in final ones how far it is',
        (xml) => xml.replace('{status}', ''),
        [{ kind: 'tag missing', tag: 'status', loop: undefined }],
      ],
      [
        'no numbers',
        (xml) => xml.replaceAll('{nummer}', ''),
        [
          { kind: 'tag missing', tag: 'nummer', loop: 'indledning' },
          { kind: 'tag missing', tag: 'nummer', loop: 'svar' },
        ],
      ],
      [
        'no numbers in the introduction',
        (xml) => xml.replace('{nummer}', ''),
        [{ kind: 'tag missing', tag: 'nummer', loop: 'indledning' }],
      ],
      [
        'bullets that are never shown',
        (xml) =>
          xml.replace(/(?<=\{#svar\}.*)\{#punkt\}/u, '{#afsnit}').replace(/(?<=\{#svar\}.*)\{\/punkt\}/u, '{/afsnit}'),
        [{ kind: 'line missing', line: 'punkt', loop: 'svar' }],
      ],
    ];
    for (const [what, edit, problems] of cases) {
      it(what, () => {
        assert.deepEqual(problemsWith(edit), problems);
      });
    }
  });

  it('is told everything at once, what hinders its use first', () => {
    const template = withPart(
      edited((xml) => xml.replace('{titel}', '{title}').replace('{/punkt}', '').replace('<w:tblHeader/>', '')),
      'word/styles.xml',
      (xml) => xml.replace('w:val="da-DK"', 'w:val="en-US"'),
    );
    assert.deepEqual(problemsIn(withNewPart(template, 'word/vbaProject.bin', 'x')), [
      { kind: 'macros' },
      { kind: 'unknown tag', tag: 'title', nearest: 'titel' },
      { kind: 'unclosed loop', tag: 'punkt' },
      { kind: 'not in Danish', language: 'en-US' },
      { kind: 'header row not marked' },
    ]);
  });

  it('is warned of what would not be shown, and may be used', async () => {
    const template = edited((xml) =>
      xml.replaceAll('{kle}', '').replace(/\{#oprindelsesside\}.*\{\/oprindelsesside\}/u, ''),
    );
    assert.deepEqual(problemsIn(template), [
      { kind: 'tag left out', tag: 'kle' },
      { kind: 'tag left out', tag: 'oprindelser' },
    ]);
    assert.ok(renderNotat(template, aNotat()));
  });

  it('needs no header row in a table that only places a logo', () => {
    const letterhead = '<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>';
    assert.deepEqual(replaced('<w:body>', `<w:body>${letterhead}`), []);
  });

  it('is refused if it would lose what goes on from another row', () => {
    const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const template = edited((xml) =>
      xml
        .replace(/<w:p>(?:(?!<w:p>).)*\{#svar\}/u, (svar) => `${paragraph('{^fortsat}')}${svar}`)
        .replace(/(?<=\{\/svar\}.*?<\/w:p>)/u, paragraph('{/fortsat}')),
    );
    assert.deepEqual(
      problemsIn(template),
      (['afsnit', 'punkt', 'nummereret', 'bemærkning'] as const).map((line) => ({
        kind: 'line missing',
        line,
        loop: 'svar',
      })),
    );
  });

  describe('is refused for what it is:', () => {
    const only = (template: Uint8Array, problem: ProblemAnywhere) => assert.deepEqual(problemsIn(template), [problem]);

    it('no Word document', () => {
      only(new Uint8Array([1, 2, 3]), { kind: 'not a document' });
      only(new Uint8Array(), { kind: 'not a document' });
      only(new PizZip().generate({ type: 'uint8array' }), { kind: 'not a document' });
      only(shipped.slice(0, 4_000), { kind: 'not a document' });
    });

    it('a workbook', () => {
      const workbook = edited(
        (xml) => xml.replace('wordprocessingml.document.main', 'spreadsheetml.sheet.main'),
        '[Content_Types].xml',
      );
      only(workbook, { kind: 'not a document' });
    });

    it('more bytes than it may have', () => {
      const size = TEMPLATE_MAX_BYTES + 1;
      only(new Uint8Array(size), { kind: 'too large', size, max: TEMPLATE_MAX_BYTES });
    });

    it('a zip that unpacks to more than it may', () => {
      const bomb = withNewPart(shipped, 'word/media/image1.bmp', new Uint8Array(TEMPLATE_MAX_UNPACKED_BYTES));
      assert.ok(bomb.length < TEMPLATE_MAX_BYTES);
      only(bomb, { kind: 'too large unpacked', max: TEMPLATE_MAX_UNPACKED_BYTES });
    });

    it('a zip that unpacks to more than it says', () => {
      const bomb = withNewPart(shipped, 'word/media/image1.bmp', new Uint8Array(TEMPLATE_MAX_UNPACKED_BYTES));
      only(sayingThatItIsSmall(bomb), { kind: 'too large unpacked', max: TEMPLATE_MAX_UNPACKED_BYTES });
    });

    it('a part that is not XML, or that has a document type', () => {
      const problem = { kind: 'unreadable part', part: 'word/document.xml' } as const;
      only(
        edited((xml) => xml.replace('</w:body>', '')),
        problem,
      );
      only(
        edited((xml) => xml.replace('<w:document', '<!DOCTYPE w:document [<!ENTITY a "a">]><w:document')),
        problem,
      );
    });
  });

  describe('is refused for what it would run or fetch:', () => {
    const related = (relationship: string, part = 'word/_rels/document.xml.rels') =>
      problemsWith((xml) => xml.replace('</Relationships>', `${relationship}</Relationships>`), part);
    const external = (type: string, target: string) =>
      related(`<Relationship Id="rIdX" Type="${RELATIONSHIPS}/${type}" Target="${target}" TargetMode="External"/>`);

    it('macros, by their part or by their type', () => {
      assert.deepEqual(problemsIn(withNewPart(shipped, 'word/vbaProject.bin', 'x')), [{ kind: 'macros' }]);
      const docm = problemsWith(
        (xml) =>
          xml.replace(
            'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
            'application/vnd.ms-word.document.macroEnabled.main+xml',
          ),
        '[Content_Types].xml',
      );
      assert.deepEqual(docm[0], { kind: 'macros' });
    });

    for (const [type, what] of [
      ['image', 'picture'],
      ['oleObject', 'object'],
      ['frame', 'other'],
    ] as const) {
      it(`${what}, from elsewhere`, () => {
        const target = 'https://kommune.example/fil';
        assert.deepEqual(external(type, target), [{ kind: 'fetched content', what, target }]);
      });
    }

    it('what is written so that a search for words would not find it', () => {
      const relationship = `<Relationship Id='rIdX' Type='${RELATIONSHIPS}/image' TargetMode='Extern&#97;l' Target='a.png'/>`;
      assert.deepEqual(related(relationship), [{ kind: 'fetched content', what: 'picture', target: 'a.png' }]);
      for (const target of ['\\\\server\\a.png', '/\\server/a.png', '//server/a.png']) {
        const unmarked = `<Relationship Id="rIdX" Type="${RELATIONSHIPS}/image" Target="${target}"/>`;
        assert.deepEqual(related(unmarked), [{ kind: 'fetched content', what: 'picture', target }]);
      }
    });

    it('what is written with other prefixes, in a part with another spelling, or with a type that hides what it is', () => {
      const inNamespace = (of: string, xml: string) =>
        xml
          .replaceAll(/<(?<end>\/?)(?<name>Types|Default|Override|Relationships?)\b/gu, '<$<end>x:$<name>')
          .replace('xmlns=', `xmlns:x=`)
          .replace(of, of.replace('a', '&#97;'));
      const relationship = `<Relationship Id="rIdX" Type="${RELATIONSHIPS}/image" TargetMode="External" Target="https://x.example"/>`;
      const found = { kind: 'fetched content', what: 'picture', target: 'https://x.example' } as const;
      const name = 'word/_rels/document.xml.rels';
      const linked = edited((xml) => xml.replace('</Relationships>', `${relationship}</Relationships>`), name);
      assert.deepEqual(problemsIn(withPart(linked, name, (xml) => inNamespace('package/2006/relationships', xml))), [
        found,
      ]);
      const types = (xml: string) => inNamespace('package/2006/content-types', xml);
      assert.deepEqual(problemsIn(withPart(linked, '[Content_Types].xml', types)), [found]);
      const zip = new PizZip(linked);
      zip.file('WORD/_RELS/document.xml.RELS', zip.file(name)?.asText() ?? '');
      zip.file('_RELS/.Rels', zip.file('_rels/.rels')?.asText() ?? '');
      zip.remove(name).remove('_rels/.rels');
      assert.deepEqual(problemsIn(zip.generate({ type: 'uint8array' })), [found]);
    });

    it('a field in a header whose content type is written otherwise, or is that of something else', () => {
      const picture = '<w:p><w:fldSimple w:instr="INCLUDEPICTURE &quot;https://x.example&quot;"/></w:p>';
      const found = { kind: 'unsafe field', field: 'INCLUDEPICTURE' } as const;
      const header = { name: 'word/h.xml', relationship: 'header', id: 'rIdHeader', content: part('hdr', picture) };
      const section = '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/></w:sectPr>';
      const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.';
      for (const type of [
        `${word}HEADER+xml`,
        `${word}header+xml ; a=b`,
        `${word}settings+xml`,
        'image/png',
        undefined,
      ]) {
        const parts = [{ ...header, ...(type === undefined ? {} : { type }) }];
        assert.deepEqual(problemsIn(built({ section, parts })), [found], type);
      }
      const twice = [{ ...header, relationship: 'fontTable', id: 'rIdFonts' }, header];
      assert.deepEqual(problemsIn(built({ section, parts: twice })), [found]);
    });

    it('a part that uses a prefix of Word’s for something else', () => {
      const foreign = { kind: 'foreign prefix', part: 'word/document.xml', prefix: 'w' } as const;
      const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
      const hiding = `<q:p xmlns:q="${word}" xmlns:w="urn:x"><q:r><q:instrText>INCLUDEPICTURE</q:instrText></q:r></q:p>`;
      assert.deepEqual(
        problemsWith((xml) => xml.replace('<w:sectPr', `${hiding}<w:sectPr`)),
        [foreign],
      );
    });

    it('but not a link, which fetches nothing wherever it leads', () => {
      const targets = ['https://kommune.example', 'mailto:a@b.example', 'tel:+4512345678', 'www.kommune.example'];
      for (const target of [...targets, '\\\\server\\drev\\a.docx', 'file:///c:/a.docx', 'Bilag%20A.docx']) {
        assert.deepEqual(external('hyperlink', target), [], target);
      }
    });

    it('what calls itself a link and is used as the source of a picture', () => {
      const target = 'https://kommune.example/a.png';
      const link = `<Relationship Id="rIdX" Type="${RELATIONSHIPS}/hyperlink" Target="${target}" TargetMode="External"/>`;
      const linked = edited(
        (xml) => xml.replace('</Relationships>', `${link}</Relationships>`),
        'word/_rels/document.xml.rels',
      );
      const shape = '<dgm:shape xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" r:blip="rIdX"/>';
      for (const use of [
        shape,
        '<a:blip r:link="rIdX"/>',
        '<v:imagedata r:href="rIdX"/>',
        '<w:altChunk r:id="rIdX"/>',
      ]) {
        const template = withPart(linked, 'word/document.xml', (xml) => xml.replace('<w:sectPr', `${use}<w:sectPr`));
        assert.deepEqual(problemsIn(template), [{ kind: 'fetched content', what: 'other', target }], use);
      }
    });

    it('an object inside it', () => {
      const inside = `<Relationship Id="rIdX" Type="${RELATIONSHIPS}/oleObject" Target="embeddings/oleObject1.bin"/>`;
      assert.deepEqual(related(inside), [{ kind: 'embedded object' }]);
    });

    it('a field that fetches or starts something, however Word has spread it', () => {
      const run = (inside: string) => `<w:r>${inside}</w:r>`;
      const field =
        run('<w:fldChar w:fldCharType="begin"/>') +
        run('<w:instrText> INCLUDE</w:instrText>') +
        run('<w:instrText>PICTURE "https://x" </w:instrText>') +
        run('<w:fldChar w:fldCharType="end"/>');
      const simple = '<w:fldSimple w:instr="ddeauto c:\\\\windows\\\\calc.exe"/>';
      assert.deepEqual(
        problemsWith((xml) => xml.replace('<w:r>', `${field}${simple}<w:r>`)),
        [
          { kind: 'unsafe field', field: 'INCLUDEPICTURE' },
          { kind: 'unsafe field', field: 'DDEAUTO' },
        ],
      );
    });

    it('a field whose name another field makes', () => {
      const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>';
      const end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
      const nested = `${begin}${begin}<w:r><w:instrText>QUOTE "x"</w:instrText></w:r>${end}${end}`;
      assert.deepEqual(
        problemsWith((xml) => xml.replace('<w:r>', `${nested}<w:r>`)),
        [{ kind: 'unsafe field', field: '' }],
      );
    });
  });
});

/** Rewrites the sizes that the zip's directory gives, as whoever makes a bomb would. */
function sayingThatItIsSmall(zip: Uint8Array): Uint8Array {
  const copy = Buffer.from(zip);
  const entry = Buffer.from('PK\u0001\u0002', 'latin1');
  for (let at = copy.indexOf(entry); at >= 0; at = copy.indexOf(entry, at + 1)) copy.writeUInt32LE(100, at + 24);
  return copy;
}
