import assert from 'node:assert/strict';
import PizZip from 'pizzip';
import { prepareTemplate } from '../../../src/adapters/word/prepare/prepare-template.js';
import type { TemplateChange } from '../../../src/domain/notat/template-change.js';
import { problemsIn } from './problems-in.js';
import {
  type BuiltTemplate,
  built,
  control,
  field,
  p,
  relationships,
  run,
  textBox,
  wordPart,
} from './template-builder.js';

const DOCUMENT = 'word/document.xml';

describe('a template that is prepared has', () => {
  /** What becomes of a paragraph at the top of a template, and what is told of it, without where. */
  const prepared = (top: string, more: BuiltTemplate = {}) => {
    const { zip, changes } = prepareTemplate(new PizZip(built({ ...more, top: `<w:p>${top}</w:p>` })));
    const xml = zip.file(DOCUMENT)?.asText() ?? '';
    const whole = xml.slice(xml.indexOf('<w:body>') + '<w:body>'.length).split(p('{titel}', 'Overskrift1'))[0] ?? '';
    return {
      top: whole.replace(/^<w:p>(?<inside>.*)<\/w:p>$/su, '$<inside>').replace(/^<w:p\/>$/u, ''),
      told: changes.map(told),
      zip,
      changes,
    };
  };
  const becomes = (top: string, more?: BuiltTemplate) => {
    const { top: after, told: its } = prepared(top, more);
    return [after, ...its];
  };
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const code = (text: string) => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;
  /** A field with others in its code. */
  const nested = (before: string, inner: string, after: string, shown: string) =>
    `${mark('begin')}${code(before)}${inner}${code(after)}${mark('separate')}${run(shown)}${mark('end')}`;

  describe('its fields settled:', () => {
    it('one with a property in its code becomes what it shows, if that is its own words', () => {
      const property = field('DOCPROPERTY Sag', 'y');
      assert.deepEqual(becomes(nested(' IF ', property, ' = "y" "Ja" "Nej" ', 'Ja')), [
        run('Ja'),
        'field made text IF: Ja',
      ]);
      assert.deepEqual(becomes(nested(' IF ', property, ' = "x" "Ja" "" ', '')), [
        '<w:r><w:t xml:space="preserve"/></w:r>',
        'field made text IF: ',
      ]);
      assert.deepEqual(becomes(nested(' HYPERLINK ', field('DOCPROPERTY Company', 'a'), ' ', 'Fjordby')), [
        run('Fjordby'),
        'field made text HYPERLINK: Fjordby',
      ]);
    });

    it('and is taken out, or shows the notat’s, if it shows what the property was', () => {
      assert.deepEqual(becomes(nested(' QUOTE ', field('AUTHOR', 'Jens'), ' ', 'Jens')), [
        '',
        'property shown AUTHOR: ',
      ]);
      assert.deepEqual(becomes(nested(' QUOTE ', field('TITLE', 'Brev'), ' ', 'Brev')), [
        '<w:r><w:t>{titel}</w:t></w:r>',
        'property shown TITLE: titel',
      ]);
      assert.deepEqual(becomes(nested(' QUOTE "Sag: ', field('TITLE', 'Brev'), '" ', 'Sag: Brev')), [
        '',
        'property shown TITLE: ',
      ]);
      assert.deepEqual(becomes(nested(' SET navn ', field('AUTHOR', 'Jens'), ' ', 'Jens')), [
        '',
        'field taken out SET: Jens',
      ]);
    });

    it('one with a property in what it shows stays, with the notat’s', () => {
      const link = `${mark('begin')}${code(' HYPERLINK "https://a.example" ')}${mark('separate')}`;
      assert.deepEqual(becomes(`${link}${field('TITLE', 'Brev')}${mark('end')}`), [
        `${link}<w:r><w:t xml:space="preserve">{titel}</w:t></w:r>${mark('end')}`.replace(
          ' xml:space="preserve">{titel}',
          '>{titel}',
        ),
        'property shown TITLE: titel',
      ]);
    });

    it('one that is refused is left as it is, so that the check finds it', () => {
      const property = field('DOCPROPERTY Sag', 'brev');
      for (const [refused, name] of [
        [nested(' INCLUDETEXT ', property, ' ', 'Brev'), 'INCLUDETEXT'],
        [nested(' ', property, ' "a" ', 'Brev'), ''],
      ] as const) {
        assert.deepEqual(becomes(refused), [refused]);
        assert.deepEqual(problemsIn(built({ top: `<w:p>${refused}</w:p>` })), [{ kind: 'unsafe field', field: name }]);
      }
    });

    it('one of a mail merge, or that asks, is taken out; one that takes its text from elsewhere becomes text', () => {
      assert.deepEqual(becomes(field('MERGEFIELD Navn', '«Navn»')), ['', 'field taken out MERGEFIELD: «Navn»']);
      assert.deepEqual(becomes(nested(' IF ', field('MERGEFIELD Navn', ''), ' = "" "a" "b" ', 'a')), [
        run('a'),
        'field made text IF: a',
      ]);
      assert.deepEqual(becomes(field('ASK navn "Navn?"', 'Jens')), ['', 'field taken out ASK: Jens']);
      assert.deepEqual(becomes(field('FILLIN "Afdeling?"', 'Byg')), [run('Byg'), 'field made text FILLIN: Byg']);
      assert.deepEqual(becomes(field('AUTOTEXT Adresse', 'Torvet 1')), [
        run('Torvet 1'),
        'field made text AUTOTEXT: Torvet 1',
      ]);
      assert.deepEqual(becomes(field('ADDIN ZOTERO {"by":"Jens"}', 'Lov')), [run('Lov')]);
    });

    it('a time becomes the notat’s date, if it is shown as most of one', () => {
      for (const code of [
        'TIME \\@ "d. MMMM yyyy"',
        'DATE \\@ "dddd d. MMMM"',
        'SAVEDATE \\@ "MMMM yyyy"',
        'CREATEDATE',
        'DOCPROPERTY CreateTime \\@ d/M-yy',
      ]) {
        assert.equal(becomes(field(code, '1. maj 2019'))[0], '<w:r><w:t>{dato}</w:t></w:r>', code);
      }
      for (const code of ['TIME', 'TIME \\@ HH:mm', 'DATE \\@ dddd', 'CREATEDATE \\@ "MMMM"', 'SAVEDATE \\@ "HH:mm"']) {
        assert.deepEqual(becomes(field(code, '9')), ['', `property shown ${code.split(' ')[0]}: `], code);
      }
    });

    it('a year stays, as in the line of a copyright', () => {
      assert.deepEqual(becomes(field('DATE \\@ "yyyy"', '2026')), [run('2026'), 'field made text DATE: 2026']);
      const saved = field('DOCPROPERTY LastSavedTime \\@ yyyy', '2026');
      assert.deepEqual(becomes(saved), [run('2026'), 'field made text LastSavedTime: 2026']);
    });

    it('a condition on the time is taken out, because what it shows was true on another day', () => {
      for (const picture of ['M', 'yyyy']) {
        const date = field(`DATE \\@ ${picture}`, '11');
        assert.deepEqual(becomes(nested(' IF ', date, ' = 11 "november" "andet" ', 'november')), [
          '',
          'field taken out IF: november',
        ]);
      }
    });

    it('a condition on the page stays, and shows the notat’s title instead of the template’s', () => {
      const onPage = (title: string, shown: string) =>
        nested(' IF ', `${field('PAGE', '1')}${code(' = 1 "Forside" "Sag: ')}${field('TITLE', title)}`, '" ', shown);
      const told = 'property shown TITLE: titel';
      assert.deepEqual(becomes(onPage('Brev', 'Forside')), [onPage('{titel}', 'Forside'), told]);
      assert.deepEqual(becomes(onPage('Brev', 'Brev')), [onPage('{titel}', '{titel}'), told]);
      assert.ok(!becomes(onPage('Brev', 'Sag: Brev'))[0]?.includes('Brev'));
      assert.deepEqual(problemsIn(built({ top: `<w:p>${onPage('Brev', 'Forside')}</w:p>` })), []);
      const author = nested(' IF ', `${field('PAGE', '1')}${code(' = 1 "')}${field('AUTHOR', 'Jens')}`, '" "" ', '');
      assert.equal(becomes(author)[1], 'field made text IF: ');
    });

    it('the number of pages as a property becomes one that Word updates', () => {
      const pages = (its: string) => field(its, '3');
      for (const its of ['DOCPROPERTY Pages', 'docproperty "Pages"', 'INFO NumPages']) {
        assert.deepEqual(becomes(pages(`${its} \\* Arabic`)), [pages('NUMPAGES \\* Arabic')]);
      }
      assert.deepEqual(becomes(pages('DOCPROPERTY PagesMax')), ['', 'property shown PagesMax: ']);
    });

    it('also where a field is one element, and is in the code of another', () => {
      const simple = (name: string) => `<w:fldSimple w:instr=" ${name} ">${run('Jens', '<w:b/>')}</w:fldSimple>`;
      assert.deepEqual(becomes(simple('AUTHOR')), ['', 'property shown AUTHOR: ']);
      assert.deepEqual(becomes(nested(' IF ', simple('AUTHOR'), ' = "" "a" "b" ', 'b')), [
        run('b'),
        'field made text IF: b',
      ]);
    });

    it('one that is the name of a bookmark is a reference to it, and one with another name is refused', () => {
      const bookmark = '<w:bookmarkStart w:id="7" w:name="Navn"/><w:bookmarkEnd w:id="7"/>';
      assert.deepEqual(becomes(`${bookmark}${field('NAVN', 'Byg')}`), [`${bookmark}${field('REF NAVN', 'Byg')}`]);
      const author = bookmark.replace('/><', () => `/>${field('AUTHOR', 'Jens')}<`);
      assert.deepEqual(becomes(`${author}${field('navn', 'Jens')}`), [
        bookmark,
        'property shown AUTHOR: ',
        'field taken out REF: Jens',
      ]);
      assert.deepEqual(becomes(field('NAVN', 'Byg')), [field('NAVN', 'Byg')]);
      const page = `${bookmark.replace('Navn', 'Page')}${field('PAGE', '1')}`;
      assert.deepEqual(becomes(page), [page]);
    });

    it('a list that Word has made of the template is taken out with its paragraphs, and told', () => {
      const entry = (inside: string) => `<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr>${inside}</w:p>`;
      const link = `<w:hyperlink w:anchor="_Toc1">${run('Høring om skolebusser')}${field('PAGEREF _Toc1', '7')}</w:hyperlink>`;
      const begin = `${mark('begin')}${code(' TOC \\o "1-3" \\h ')}${mark('separate')}`;
      const list = `${entry(`${begin}${link}`)}${entry(run('{titel}'))}<w:p>${mark('end')}</w:p>`;
      const contents = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>';
      for (const top of [list, control(`${p('Indhold')}${list}`, contents)]) {
        const { zip, changes } = prepareTemplate(new PizZip(built({ top: `${p('Først')}${top}${p('Sidst')}` })));
        assert.ok(
          zip
            .file(DOCUMENT)
            ?.asText()
            .includes(`<w:body>${p('Først')}${p('Sidst')}`),
        );
        const place = {
          part: 'text',
          row: undefined,
          isInTextBox: false,
          near: top === list ? 'Først' : 'Indhold',
          others: 0,
        };
        assert.deepEqual(changes, [{ kind: 'list taken out', list: 'contents', place }]);
      }
      for (const [name, listed] of [
        ['TOC \\c "Figur"', 'captions'],
        ['TOA', 'authorities'],
        ['INDEX \\c 2', 'index'],
      ]) {
        const section = '<w:pPr><w:sectPr/></w:pPr>';
        assert.deepEqual(becomes(`${section}${field(name ?? '', 'a')}`), [section, `list taken out: ${listed}`]);
      }
    });

    const bookmark = (name: string, inside: string) =>
      `<w:bookmarkStart w:id="${name}" w:name="${name}"/>${inside}<w:bookmarkEnd w:id="${name}"/>`;
    const reference = (code: string) => field(code, 'Jens');

    it('one that refers to what was taken out goes with it', () => {
      const author = field('AUTHOR', 'Jens');
      const toldOf = (code: string) => `field taken out ${code}: Jens`;
      assert.deepEqual(becomes(`${bookmark('navn', author)}${reference('REF Navn \\h')}`), [
        bookmark('navn', ''),
        'property shown AUTHOR: ',
        toldOf('REF'),
      ]);
      const hidden = run('Bilag', '<w:vanish/>');
      assert.deepEqual(becomes(`${bookmark('x', hidden)}${reference('REF x')}`)[0], bookmark('x', ''));
      const empty = control(run('Klik her'), '<w:showingPlcHdr/>');
      assert.deepEqual(becomes(`${bookmark('x', empty)}${reference('REF x')}`), [
        bookmark('x', ''),
        'placeholder: Klik her',
        toldOf('REF'),
      ]);
      assert.deepEqual(becomes(`${nested(' SET x ', author, ' ', '')}${reference('REF x')}`), [
        '',
        'field taken out SET: ',
        toldOf('REF'),
      ]);
      assert.deepEqual(becomes(`${field('ASK x "Hvem?"', '')}${reference('PAGEREF x')}`), [
        '',
        'field taken out ASK: ',
        toldOf('PAGEREF'),
      ]);
    });

    it('one that refers to a tag, or to what is left of a text, shows it', () => {
      const shows = (inside: string, after = inside) => {
        const [top, ...others] = becomes(`${bookmark('x', inside)}${reference('REF x')}`);
        const shown = /<w:instrText[^>]*> REF x .*?<w:t[^>]*>(?<text>[^<]*)/u.exec(top ?? '')?.groups?.['text'];
        assert.ok(top?.startsWith(bookmark('x', after)), top);
        return [shown, ...others];
      };
      assert.deepEqual(shows(run('{sagsnummer}')), ['{sagsnummer}']);
      assert.deepEqual(shows(run('Sag {sags-nummer}'), run('Sag {sagsnummer}')), ['Sag {sagsnummer}', 'tag respelt']);
      assert.deepEqual(shows(`${run('Af ')}${field('AUTHOR', 'Jens')}`, run('Af ')), [
        'Af ',
        'property shown AUTHOR: ',
      ]);
      for (const other of [`${run('{#til}{til}{/til}')}`, run(`{titel}${'x'.repeat(200)}`)]) {
        assert.deepEqual(shows(other), [undefined, 'field taken out REF: Jens']);
      }
    });

    it('one that shows a text with a style shows the notat’s, and in a page header no other', () => {
      const styles = ['A', 'B', 'C', 'D']
        .map((id) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/></w:style>`)
        .join('');
      const texts = [p('{titel}', 'A'), p('Notat', 'B'), p('{#til}{til}{/til}', 'C')].join('');
      const inPart = (code: string, isHeader: boolean) => {
        const line = `<w:p>${run('Se ')}${field(code, 'Jens')}</w:p>`;
        const template: BuiltTemplate = isHeader
          ? {
              parts: [wordPart('header', 'hdr', line, 'header1')],
              section: '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>',
            }
          : { bottom: line };
        const { zip, changes } = prepareTemplate(new PizZip(built({ ...template, styles, top: texts })));
        const xml = zip.file(isHeader ? 'word/header1.xml' : DOCUMENT)?.asText() ?? '';
        const after = xml.slice(xml.lastIndexOf('Se </w:t>')).replace(/<w:instrText[^>]*>[^<]*<\/w:instrText>/u, '«»');
        return [after.replace(/<[^>]*>/gu, ''), ...changes.map(told)];
      };
      assert.deepEqual(inPart('STYLEREF A', true), ['Se «»{titel}']);
      assert.deepEqual(inPart('STYLEREF B', true), ['Se «»Notat']);
      assert.deepEqual(inPart('STYLEREF C', true), ['Se «»']);
      assert.deepEqual(inPart('STYLEREF "D"', true), ['Se ', 'field taken out STYLEREF: Jens']);
      assert.deepEqual(inPart('STYLEREF A', false), ['Se «»{titel}']);
      assert.deepEqual(inPart('STYLEREF B', false), ['Se «»Jens']);
      assert.deepEqual(inPart('STYLEREF C', false), ['Se ', 'field taken out STYLEREF: Jens']);
    });

    it('one that refers to what the template has, or never had, is left as it is', () => {
      for (const kept of [
        `${bookmark('x', run('Bilag'))}${reference('REF x')}`,
        `${bookmark('x', '')}${reference('REF x')}`,
        `${bookmark('x', run('{titel}'))}${field('REF x', '{titel}!')}${reference('REF x \\r')}${reference('PAGEREF x')}`,
        `${field('SET x "Bilag"', '')}${reference('REF x')}`,
        reference('REF x'),
      ]) {
        assert.deepEqual(becomes(kept), [kept]);
      }
    });

    it('a list of an old form becomes what was chosen', () => {
      const list = (result: string) =>
        `<w:r><w:rPr><w:b/></w:rPr><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList>${result}<w:listEntry w:val="Jens"/><w:listEntry w:val="Byg"/></w:ddList></w:ffData></w:fldChar></w:r>${code(' FORMDROPDOWN ')}${mark('end')}`;
      const text = (chosen: string) => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${chosen}</w:t></w:r>`;
      assert.deepEqual(becomes(list('<w:result w:val="1"/>')), [text('Byg')]);
      assert.deepEqual(becomes(list('')), [text('Jens'), 'field made text FORMDROPDOWN: Jens']);
      assert.deepEqual(becomes(list('<w:result w:val="9"/>')), ['']);
    });

    it('one that runs a macro becomes its text, also in the code of another', () => {
      const button = `${mark('begin')}${code(' MACROBUTTON Nomac')}${code('ro Skriv {x')}${mark('end')}`;
      const text = '<w:r><w:t xml:space="preserve">Skriv {x</w:t></w:r>';
      assert.deepEqual(becomes(button), [text, 'macro button']);
      assert.deepEqual(becomes(nested(' IF ', button, ' = "a" "b" "c" ', 'c')), [run('c'), 'field made text IF: c']);
    });

    it('a text of an old form becomes what somebody has written', () => {
      const form = (initial: string, shown: string) =>
        `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:textInput><w:default w:val="${initial}"/></w:textInput></w:ffData></w:fldChar></w:r>${code(' FORMTEXT ')}${mark('separate')}${run(shown)}${mark('end')}`;
      assert.deepEqual(becomes(form('[Skriv navn her]', '[Skriv navn her]')), [
        '',
        'field taken out FORMTEXT: [Skriv navn her]',
      ]);
      assert.deepEqual(becomes(form('', '\u2002\u2002')), ['', 'field taken out FORMTEXT: ']);
      assert.deepEqual(becomes(form('Navn', 'Byg')), [run('Byg'), 'field made text FORMTEXT: Byg']);
      assert.deepEqual(becomes(form('{titel}', '{titel}')), [run('{titel}')]);
    });

    it('an old form does not say or run anything', () => {
      const form = `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="Navn"/><w:entryMacro w:val="Kør"/><w:helpText w:val="Spørg Jens"/><w:checkBox/></w:ffData></w:fldChar></w:r>`;
      const [after = ''] = becomes(`${form}${code(' FORMCHECKBOX ')}${mark('separate')}${mark('end')}`);
      assert.ok(after.includes('<w:ffData><w:name w:val="Navn"/><w:checkBox/></w:ffData>'), after);
    });
  });

  describe('what an empty content control shows taken out:', () => {
    const empty = '<w:showingPlcHdr/>';

    it('a control in a line, with where it was', () => {
      const line = `${run('Att.: ')}${control(run('Klik eller tryk her for at skrive tekst.'), empty)}`;
      assert.deepEqual(prepared(line).changes, [
        {
          kind: 'placeholder',
          text: 'Klik eller tryk her for at skrive tekst.',
          place: { part: 'text', row: undefined, isInTextBox: false, near: 'Att.:', others: 0 },
        },
      ]);
      assert.equal(prepared(line).top, run('Att.: '));
    });

    it('a bound one, and one around a paragraph or a cell, which stays', () => {
      const bound = `${empty}<w:dataBinding w:xpath="/sag[1]" w:storeItemID="{1}"/>`;
      assert.deepEqual(becomes(control(run('[Sag]'), bound)), ['', 'placeholder: [Sag]']);
      const cell = `<w:tc>${p('Vælg et element.')}</w:tc>`;
      const table = (inside: string) => `<w:tbl><w:tblPr/><w:tblGrid/><w:tr>${inside}</w:tr></w:tbl>`;
      const { zip } = prepared('', { bottom: `${control(p('Vælg', 'Normal'), empty)}${table(control(cell, empty))}` });
      const xml = zip.file(DOCUMENT)?.asText() ?? '';
      assert.ok(
        xml.includes(`<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr></w:p>${table('<w:tc><w:p/></w:tc>')}`),
        xml,
      );
    });

    it('also a picture, which can be that of Word or another', () => {
      const picture = control('<w:r><w:drawing/></w:r>', `${empty}<w:picture/>`);
      assert.deepEqual(becomes(`${run('Logo')}${picture}`), [run('Logo'), 'placeholder: ']);
      assert.deepEqual(becomes(`${run('Logo')}${control('<w:r/>', empty)}`), [run('Logo')]);
    });

    it('but not where one field ends in it and the next begins, which would become one', () => {
      const between = control(`${mark('end')}${run('Klik her')}${mark('begin')}`, empty);
      const [after = ''] = becomes(
        `${mark('begin')}${code(' PAGE ')}${mark('separate')}${run('1')}${between}${code(' NUMPAGES ')}${mark('separate')}${run('2')}${mark('end')}`,
      );
      assert.equal(after.match(/fldCharType="(?:begin|end)"/gu)?.length, 4, after);
    });

    it('and what keeps people from editing a control', () => {
      const locked = (properties: string) => control(run('Adresse'), properties);
      for (const lock of ['<w:lock w:val="sdtContentLocked"/>', '<w:group/>']) {
        assert.deepEqual(becomes(locked(lock)), [locked(''), 'protection']);
      }
      assert.deepEqual(becomes(locked('<w:lock w:val="sdtLocked"/>')), [locked('')]);
    });

    it('but not what somebody has chosen', () => {
      const written = control(run('Byg'), '<w:showingPlcHdr w:val="0"/>');
      assert.deepEqual(becomes(written), [written]);
      const choices = '<w:dropDownList><w:listItem w:value="Jens"/></w:dropDownList>';
      assert.deepEqual(becomes(control(run('Byg'), choices)), [run('Byg'), 'controls made text']);
    });

    it('and the style of placeholders from what the notat shows instead, whatever its id is', () => {
      const styles =
        '<w:style w:type="character" w:styleId="Pladsholdertekst"><w:name w:val="Placeholder Text"/></w:style>' +
        '<w:style w:type="character" w:styleId="X1"><w:name w:val="Vores"/><w:basedOn w:val="Pladsholdertekst"/></w:style>';
      const title = `${empty}<w:dataBinding w:xpath="/ns1:coreProperties[1]/ns0:title[1]" w:storeItemID="{1}"/>`;
      for (const id of ['Pladsholdertekst', 'X1']) {
        const grey = run('[Titel]', `<w:rStyle w:val="${id}"/><w:b/>`);
        assert.deepEqual(becomes(control(grey, title), { styles }), [
          '<w:r><w:rPr><w:b/></w:rPr><w:t>{titel}</w:t></w:r>',
          'property shown title: titel',
          'controls made text',
        ]);
      }
      assert.equal(becomes(control('<w:r/>', title))[0], '<w:r/><w:r><w:t>{titel}</w:t></w:r>');
    });
  });

  describe('its links to files made text:', () => {
    const linkTo = (target: string) =>
      prepared(`<w:hyperlink r:id="rIdLink">${run('Vejledning')}</w:hyperlink>`, {
        links: [{ id: 'rIdLink', type: 'hyperlink', target }],
      });

    for (const target of [
      'file:///H:/Jens/a.docx',
      String.raw`\\fil01\Jens\a.docx`,
      onDisk(),
      'https://fjordby-my.sharepoint.com/personal/jens/a.docx',
      'https://fjordby.sharepoint.com/personal/jens/a.docx',
      'https://d.docs.live.net/1234/a.docx',
      '../Jens/a.docx',
      'Jens/a.odt',
      'smb://fil01/Jens',
      '/Volumes/fil01/Jens',
      'Macintosh HD:Users:Jens:a.docx',
    ]) {
      it(target, () => {
        const { top, told: its, zip } = linkTo(target);
        assert.deepEqual([top, ...its], [run('Vejledning'), 'link to file: Vejledning']);
        assert.ok(!Object.values(zip.files).some((each) => each.asText().includes('Jens')));
      });
    }

    it('and no others', () => {
      for (const target of [
        'https://a.example/a.docx',
        'www.a.example/a.pdf',
        'mailto:a@a.example',
        'a.example/a.docx',
        'https://a.example:8080/a.docx',
        'mailto:a@a.example?subject=Re:Sag:a.docx',
      ]) {
        assert.deepEqual(linkTo(target).told, [], target);
      }
      assert.deepEqual(linkTo('https://a.sharepoint.com/sites/personal/a.docx').told, []);
    });

    it('without the look of a link', () => {
      const styles = '<w:style w:type="character" w:styleId="Link"><w:name w:val="Hyperlink"/></w:style>';
      const blue = run('Vejledning', '<w:rStyle w:val="Link"/><w:b/>');
      const links = [{ id: 'rIdLink', type: 'hyperlink', target: 'file:///H:/Jens/a.docx' }];
      const bold = run('Vejledning', '<w:b/>');
      assert.equal(becomes(`<w:hyperlink r:id="rIdLink">${blue}</w:hyperlink>`, { styles, links })[0], bold);
      const inField = nested(' HYPERLINK "H:/a.docx" ', '', '', '').replace(run(''), blue);
      assert.equal(becomes(inField, { styles })[0], bold);
    });

    it('in a field, and where Word has kept the address beside it', () => {
      const data = '<w:fldData>SmVucw==</w:fldData>';
      const link = field(String.raw`HYPERLINK "${onDisk(2)}" \o "Se her"`, 'Vejledning');
      assert.deepEqual(becomes(link.replace('w:fldCharType="begin"/>', `w:fldCharType="begin">${data}</w:fldChar>`)), [
        run('Vejledning'),
        'link to file: Vejledning',
      ]);
      const kept = field(String.raw`HYPERLINK \l "Bilag" \o "Se her"`, 'Bilag').replace(' <', '<');
      assert.equal(becomes(kept).length, 1);
      const tip = `<w:hyperlink w:anchor="Bilag" w:tooltip="${onDisk()}">${run('Bilag')}</w:hyperlink>`;
      assert.equal(becomes(tip)[0], `<w:hyperlink w:anchor="Bilag">${run('Bilag')}</w:hyperlink>`);
    });

    it('but not one to the web whose tip is the name of a file; a tip with a path goes', () => {
      for (const link of [
        String.raw`HYPERLINK "https://a.example/politik" \o "Politik.pdf" \t "_blank"`,
        String.raw`HYPERLINK \l "_Toc1" \o "Bilag 1.pdf"`,
      ]) {
        assert.deepEqual(becomes(field(link, 'Politik')), [field(link, 'Politik')]);
      }
      const tip = String.raw`HYPERLINK "https://a.example" \o "${onDisk(2)}" \h`;
      assert.deepEqual(becomes(field(tip, 'Politik')), [field('HYPERLINK "https://a.example"  \\h', 'Politik')]);
    });

    it('also those that go through the filter of a mail, which names its reader', () => {
      const filtered = (address: string) =>
        `https://eur02.safelinks.protection.outlook.com/?url=${encodeURIComponent(address)}&amp;data=05%7CJens%40a.example`;
      const link = field(`HYPERLINK "${filtered('https://a.example/b')}"`, 'Her');
      assert.deepEqual(becomes(link), [field('HYPERLINK "https://a.example/b"', 'Her')]);
      const { zip } = linkTo(filtered('https://a.example/b'));
      assert.match(zip.file('word/_rels/document.xml.rels')?.asText() ?? '', /Target="https:\/\/a\.example\/b"/u);
      assert.deepEqual(linkTo(filtered('file:///H:/Jens/a.docx')).told, ['link to file: Vejledning']);
    });

    it('also in a part that is copied as it is', () => {
      const data = {
        ...wordPart('x', 'x', '<dgm:pt><a:hlinkClick r:id="rId1"/></dgm:pt>', 'data1'),
        type: 'application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml',
        relationship: 'diagramData',
      };
      const link = relationships([{ id: 'rId1', type: 'hyperlink', target: 'file:///H:/Jens/a.docx' }]);
      const { zip } = prepared('', { parts: [data, { name: 'word/_rels/data1.xml.rels', content: link }] });
      assert.ok(zip.file('word/data1.xml')?.asText().includes('<dgm:pt/>'));
      assert.ok(!zip.file('word/_rels/data1.xml.rels')?.asText().includes('Jens'));
    });
  });

  it('nothing told twice of a text box, which Word writes twice', () => {
    const boxed = `<w:p>${field('AUTHOR', 'Jens')}${control(run('Skriv'), '<w:showingPlcHdr/>')}</w:p>`;
    assert.deepEqual(prepared(textBox(boxed)).told, ['property shown AUTHOR: ', 'placeholder: Skriv']);
    const by = 'w:id="1" w:author="Jens"';
    const counted = `<w:p>${control(run('{titel}'))}${run('Byg', `<w:rPrChange ${by}/>`)}</w:p>`;
    assert.deepEqual(
      prepared(textBox(counted)).changes.map((change) => [change.kind, 'count' in change && change.count]),
      [
        ['tracked formatting', 1],
        ['controls made text', 1],
      ],
    );
    const deleted = textBox(`<w:p><w:del ${by}><w:r><w:delText>Jens</w:delText></w:r></w:del></w:p>`);
    const { refusals } = prepareTemplate(new PizZip(built({ top: `<w:p>${deleted}</w:p>` })));
    assert.deepEqual(
      refusals.map((refusal) => refusal.kind === 'tracked changes' && [refusal.count, refusal.place.others]),
      [[1, 0]],
    );
    const picture = '<w:p><w:r><w:pict><v:imagedata r:id="rIdOwn" r:href="rIdFar"/></w:pict></w:r></w:p>';
    const linked = prepared(textBox(picture), {
      parts: [{ name: 'word/media/a.png', content: new Uint8Array(1), relationship: 'image', id: 'rIdOwn' }],
      links: [{ id: 'rIdFar', type: 'image', target: 'file:///H:/a.png' }],
    });
    assert.deepEqual(linked.told, ['linked picture']);
  });

  it('the place of a control around paragraphs told by what stands before it, also in a cell', () => {
    const author = '<w:dataBinding w:xpath="/ns1:coreProperties[1]/ns0:creator[1]" w:storeItemID="{1}"/>';
    const signed = `${p('Med venlig hilsen')}${control(p('Jens'), author)}`;
    for (const [bottom, row] of [
      [signed, undefined],
      [`<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>${signed}</w:tc></w:tr></w:tbl>`, 1],
    ] as const) {
      const [change] = prepared(run('Først'), { bottom }).changes;
      assert.deepEqual(change?.kind === 'property shown' && [change.place.near, change.place.row], [
        'Med venlig hilsen',
        row,
      ]);
    }
  });

  it('a theme without the names that somebody gave it', () => {
    const theme = (name: string, family: string) =>
      `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="${name}"><a:themeElements><a:clrScheme name="${name}"/></a:themeElements><a:extLst${family}</a:theme>`;
    const family = '><a:ext uri="{05}"><thm15:themeFamily xmlns:thm15="t" name="Jens" id="{1}"/></a:ext></a:extLst>';
    const named = {
      name: 'word/theme/theme1.xml',
      content: theme('Jens', family),
      type: 'application/vnd.openxmlformats-officedocument.theme+xml',
      relationship: 'theme',
    };
    const written =
      prepared('', { parts: [named] })
        .zip.file(named.name)
        ?.asText() ?? '';
    assert.ok(written.endsWith(theme('', '/>')), written);
  });

  it('no protection against editing', () => {
    const protection = (enforced: string) =>
      `<w:documentProtection w:edit="forms" w:enforcement="${enforced}" w:hash="a"/>`;
    assert.deepEqual(prepared('', { settings: protection('1') }).told, ['protection']);
    const { zip, told: its } = prepared('', { settings: `${protection('0')}<w:zoom w:percent="100"/>` });
    assert.deepEqual(its, []);
    assert.match(
      zip.file('word/settings.xml')?.asText() ?? '',
      /<w:settings [^<>]*><w:zoom w:percent="100"\/><\/w:settings>$/u,
    );
  });

  describe('its pictures clean:', () => {
    const drawing = (inside: string) =>
      `<w:drawing><wp:inline><a:graphic><a:graphicData uri="x">${inside}</a:graphicData></a:graphic></wp:inline></w:drawing>`;
    const choice = (first: string, instead: string) =>
      `<mc:AlternateContent><mc:Choice Requires="wpi">${first}</mc:Choice><mc:Fallback>${instead}</mc:Fallback></mc:AlternateContent>`;
    const ink = '<w14:contentPart xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" r:id="rIdInk"/>';

    it('nobody is told to sign, and no film is played', () => {
      const shape = (inside: string) => `<w:r><w:pict><v:shape>${inside}</v:shape></w:pict></w:r>`;
      const line =
        '<o:signatureline issignatureline="t" o:suggestedsigner="Jens" o:suggestedsigneremail="j@a.example"/>';
      assert.deepEqual(becomes(shape(`<v:imagedata/>${line}`)), [shape('<v:imagedata/>')]);
      const film = '<a:ext uri="{C8}"><wp15:webVideoPr xmlns:wp15="w" embeddedHtml="&lt;iframe src=x&gt;"/></a:ext>';
      const blip = (more: string) => `<w:r>${drawing(`<a:blip><a:extLst>${more}</a:extLst></a:blip>`)}</w:r>`;
      assert.deepEqual(becomes(blip(film)), [blip('').replace('<a:extLst></a:extLst>', '<a:extLst/>')]);
    });

    it('a chart does not say in which file its data were, also without a workbook', () => {
      const chart = (formula: string) => ({
        ...wordPart('x', 'x', `<c:f>${formula}</c:f>`, 'chart1'),
        type: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
        relationship: 'chart',
      });
      const { zip } = prepared('', { parts: [chart(`'${onDisk().replace('a.docx', '[budget.xlsx]Ark1')}'!$A$1`)] });
      assert.match(zip.file('word/chart1.xml')?.asText() ?? '', /<c:f>'Ark1'!\$A\$1<\/c:f>/u);
    });

    it('ink is the picture of it, or gone where there is none', () => {
      assert.deepEqual(becomes(`<w:r>${choice(drawing(ink), '<w:pict/>')}</w:r>`), ['<w:r><w:pict/></w:r>']);
      assert.deepEqual(becomes(`<w:r>${drawing(ink)}</w:r>`), ['']);
      const group = (inside: string) =>
        `<w:r>${choice(drawing(`<wpg:wgp xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup">${inside}</wpg:wgp>`), '')}</w:r>`;
      assert.deepEqual(becomes(group(choice(ink, '<pic:pic/>'))), [
        group('<pic:pic/>').replace('></mc:Fallback>', '/>'),
      ]);
    });

    it('a picture that was changed in Word is not there as it was before', () => {
      const blip = (more: string) => `<w:r>${drawing(`<a:blip r:embed="rIdPng">${more}</a:blip>`)}</w:r>`;
      const before =
        '<a:extLst><a:ext uri="{BE}"><a14:imgProps xmlns:a14="a"><a14:imgLayer r:embed="rIdOld"/></a14:imgProps></a:ext></a:extLst>';
      const content = new Uint8Array(1);
      const parts = [
        { name: 'word/media/a.png', content, relationship: 'image', id: 'rIdPng' },
        { name: 'word/media/a.wdp', content, relationship: 'hdphoto', id: 'rIdOld' },
        { name: 'word/media/b.wdp', content, relationship: 'hdphoto', id: 'rIdB' },
        { name: 'word/media/b.wdp', content, relationship: 'image', id: 'rIdShown' },
      ];
      const { top, zip } = prepared(blip(before), { parts });
      assert.equal(top, blip('<a:extLst/>'));
      assert.deepEqual([zip.file('word/media/a.wdp'), zip.file('word/media/b.wdp') !== null], [null, true]);
    });

    it('an SVG that cannot be read is the copy of it', () => {
      const blip = (more: string) => `<w:r>${drawing(`<a:blip r:embed="rIdPng">${more}</a:blip>`)}</w:r>`;
      const svg = '<a:extLst><a:ext uri="{96}"><asvg:svgBlip r:embed="rIdSvg"/></a:ext></a:extLst>';
      const parts = [
        { name: 'word/media/a.png', content: new Uint8Array(1), relationship: 'image', id: 'rIdPng' },
        {
          name: 'word/media/a.svg',
          content: '<!DOCTYPE svg [<!ENTITY a "Jens">]><svg>',
          relationship: 'image',
          id: 'rIdSvg',
        },
      ];
      const { top, told: its, zip } = prepared(blip(svg), { parts });
      assert.deepEqual([top, ...its], [blip('<a:extLst/>'), 'pictures as copies']);
      assert.deepEqual([zip.file('word/media/a.svg'), zip.file(DOCUMENT)?.asText().includes('rIdSvg')], [null, false]);
      const alone = `<w:r>${drawing('<a:blip r:embed="rIdSvg"/>')}</w:r>`;
      assert.deepEqual(becomes(alone, { parts }), [
        `<w:r>${drawing('').replace('></a:graphicData>', '/>')}</w:r>`,
        'pictures taken out',
      ]);
    });
  });
});

/** The path of a file on a disk, with each of its backslashes so many times. */
function onDisk(times = 1): string {
  return ['H:', 'Jens', 'a.docx'].join('\\'.repeat(times));
}

/** What a change is about, in few words. */
function told(change: TemplateChange): string {
  switch (change.kind) {
    case 'property shown':
      return `${change.kind} ${change.property}: ${change.shows ?? ''}`;
    case 'field made text':
    case 'field taken out':
      return `${change.kind} ${change.field}: ${change.text}`;
    case 'list taken out':
      return `${change.kind}: ${change.list}`;
    case 'placeholder':
    case 'link to file':
      return `${change.kind}: ${change.text}`;
    default:
      return change.kind;
  }
}
