import type { TemplateChange } from '../../../src/domain/notat/template-change.js';
import type { TemplateProblem } from '../../../src/domain/notat/template-problem.js';
import { withNewPart, withPart } from './word-file.js';

/** What stands in no notat, whatever the template says. */
export const SECRET = 'Jens Privat';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MICROSOFT = 'http://schemas.microsoft.com/office/2011/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** The shipped template with one thing in it that people's templates have, and what the bot says to it. */
export interface PastTemplate {
  readonly name: string;
  readonly build: (shipped: Uint8Array) => Uint8Array;
  readonly told: readonly TemplateChange['kind'][];
  /** Set where it is refused. Its notats are clean all the same, if it is in use from before. */
  readonly refused?: TemplateProblem['kind'];
}

export const PAST_TEMPLATES: readonly PastTemplate[] = [
  {
    name: 'comments, by whom, with replies and the people who wrote them',
    build: (file) =>
      withMarks(
        [
          part('word/comments.xml', `${WORD}.comments+xml`, OFFICE, 'comments', comments()),
          part(
            'word/commentsExtended.xml',
            `${WORD}.commentsExtended+xml`,
            MICROSOFT,
            'commentsExtended',
            ids('w15:commentEx'),
          ),
          part('word/people.xml', `${WORD}.people+xml`, MICROSOFT, 'people', people()),
        ].reduce((built, add) => add(built), file),
      ),
    told: ['comments'],
  },
  {
    name: 'tracked changes of text: inserted, deleted, moved, a paragraph, a row',
    build: (file) => inBody(file, TRACKED_TEXT),
    told: [],
    refused: 'tracked changes',
  },
  {
    name: 'a draft with all of it: a comment, a deleted sentence with a CPR number, and what was to be deleted',
    build: (file) =>
      inBody(
        part('word/comments.xml', `${WORD}.comments+xml`, OFFICE, 'comments', comments())(file),
        `<w:p><w:del ${by(1)}><w:r><w:delText>Slettet: borgeren 070761-4285 (${SECRET})</w:delText></w:r></w:del>` +
          `<w:ins ${by(2)}><w:r><w:t>Kladde til brevhoved</w:t></w:r></w:ins><w:commentRangeStart w:id="0"/>` +
          '<w:r><w:t xml:space="preserve"> </w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>' +
          `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>HUSK at slette ${SECRET}</w:t></w:r></w:p>`,
      ),
    told: ['comments', 'hidden text'],
    refused: 'tracked changes',
  },
  {
    name: 'a mail merge with the file of its data',
    build: (file) =>
      inSettings(
        file,
        `<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:connectString w:val="Data Source=borgere ${SECRET}.xlsx"/></w:mailMerge>`,
      ),
    told: [],
  },
  {
    name: 'a password against editing, and where an add-in lay',
    build: (file) =>
      inSettings(
        file,
        `<w:writeProtection w:recommended="1" w:hash="${SECRET}"/><w:documentProtection w:edit="readOnly" w:enforcement="1" w:hash="${SECRET}" w:salt="1"/>` +
          `<sl:schemaLibrary xmlns:sl="http://schemas.openxmlformats.org/schemaLibrary/2006/main"><sl:schema sl:uri="u" sl:manifestLocation="${onDisk('m.xml')}"/></sl:schemaLibrary>`,
      ),
    told: ['protection'],
  },
  {
    name: 'tracked changes of formatting alone',
    build: (file) =>
      inBody(
        file,
        `<w:p><w:pPr><w:jc w:val="left"/><w:pPrChange ${by(1)}><w:pPr/></w:pPrChange></w:pPr><w:r><w:rPr><w:b/><w:rPrChange ${by(2)}><w:rPr/></w:rPrChange></w:rPr><w:t>Fjordby</w:t></w:r></w:p>`,
      ),
    told: ['tracked formatting'],
  },
  {
    name: 'hidden text, in runs, by styles, in a row and in a shape, and a tag hidden for the looks of it',
    build: (file) =>
      inBody(
        withPart(file, 'word/styles.xml', (xml) => xml.replace('</w:styles>', `${HIDING_STYLES}</w:styles>`)),
        HIDDEN,
      ),
    told: ['hidden text', 'hidden text', 'hidden text', 'hidden text', 'hidden text', 'hidden tag'],
  },
  {
    name: 'document variables, and a field that shows one',
    build: (file) =>
      inBody(
        inSettings(file, `<w:docVars><w:docVar w:name="Sagsbehandler" w:val="${SECRET}"/></w:docVars>`),
        `<w:p>${field('DOCVARIABLE Sagsbehandler', SECRET)}</w:p>`,
      ),
    told: ['property shown', 'variables'],
  },
  {
    name: 'properties of every kind, and a picture of the first page',
    build: (file) =>
      rootPart(
        'docProps/thumbnail.jpeg',
        `${PACKAGE}/metadata/thumbnail`,
      )(
        [
          ['docProps/core.xml', CORE],
          ['docProps/app.xml', EXTENDED],
          ['docProps/custom.xml', CUSTOM],
        ].reduce((built, [name = '', xml = '']) => withNewPart(built, name, xml), file),
      ),
    told: ['properties'],
  },
  {
    name: 'fields and controls that show properties',
    build: (file) => inBody(file, SHOWN_PROPERTIES),
    told: [
      'property shown',
      'property shown',
      'property shown',
      'property shown',
      'property shown',
      'controls made text',
    ],
  },
  {
    name: 'custom XML with the ids of SharePoint',
    build: (file) =>
      customXml(
        inBody(
          file,
          `<w:sdt><w:sdtPr><w:dataBinding w:xpath="/p:properties[1]/documentManagement[1]/a:Sag[1]" w:storeItemID="{1}"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>${SECRET}</w:t></w:r></w:p></w:sdtContent></w:sdt>`,
        ),
      ),
    told: ['property shown'],
  },
  {
    name: 'another template that it hangs on',
    build: (file) => attachedTemplate(file),
    told: ['attached template'],
  },
  {
    name: 'the sessions in which it was written, its printer, and what was written last',
    build: (file) =>
      part(
        'word/printerSettings1.bin',
        'application/vnd.openxmlformats-officedocument.wordprocessingml.printerSettings',
        OFFICE,
        'printerSettings',
        `\\\\${SECRET}`,
      )(
        withPart(
          inSettings(
            file,
            '<w:rsids><w:rsidRoot w:val="00AB12CD"/></w:rsids><w15:docId w15:val="{1}"/><w:trackRevisions/>',
          ),
          'word/document.xml',
          (xml) =>
            xml
              .replace('<w:sectPr>', '<w:sectPr><w:printerSettings r:id="rIdprinterSettings"/>')
              .replace(
                '<w:body><w:p>',
                `<w:body><w:p w:rsidR="00AB12CD" w14:paraId="1A2B3C4D" w14:textId="77777777"><w:bookmarkStart w:id="90" w:name="_GoBack"/><w:bookmarkEnd w:id="90"/><w:proofErr w:type="spellStart"/><w:permStart w:id="91" w:ed="${SECRET}"/><w:permEnd w:id="91"/>`,
              ),
        ),
      ),
    told: [],
  },
  {
    name: 'pictures named by where they lay on a disk',
    build: (file) =>
      inBody(
        file,
        `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="1" cy="1"/><wp:docPr id="71" name="${onDisk('logo.png')}" descr="${onDisk('logo.png')}"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="x"/></a:graphic></wp:inline></w:drawing></w:r></w:p>`,
      ),
    told: [],
  },
  {
    name: 'controls that nobody has filled in, and one that somebody has',
    build: (file) =>
      inBody(
        file,
        `<w:p>${unfilled(`<w:r><w:t>Klik her, ${SECRET}</w:t></w:r>`)}</w:p>${unfilled(`<w:p><w:r><w:t>${SECRET}</w:t></w:r></w:p>`)}\
<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>${unfilled(`<w:tc><w:p><w:r><w:t>${SECRET}</w:t></w:r></w:p></w:tc>`)}</w:tr></w:tbl>\
<w:p><w:sdt><w:sdtPr><w:dropDownList><w:listItem w:value="${SECRET}"/></w:dropDownList></w:sdtPr><w:sdtContent><w:r><w:t>Byg</w:t></w:r></w:sdtContent></w:sdt></w:p>`,
      ),
    told: ['placeholder', 'placeholder', 'controls made text'],
  },
  {
    name: 'fields in the code of others, of a mail merge, and with an old form’s help',
    build: (file) =>
      inBody(
        file,
        `<w:p>${field('MERGEFIELD Navn', SECRET)}${field(`ADDIN EN.CITE ${SECRET}`, 'Lov')}\
${field('IF x', 'Ja').replace('IF x', () => `IF </w:instrText></w:r>${field('AUTHOR', SECRET)}<w:r><w:instrText> = "a" "Ja" "Nej"`)}\
${field('QUOTE x', SECRET).replace('QUOTE x', () => `QUOTE </w:instrText></w:r>${field('AUTHOR', SECRET)}<w:r><w:instrText>`)}\
${field('FORMTEXT', 'Byg').replace('"begin"/>', `"begin"><w:ffData><w:name w:val="a"/><w:enabled/><w:calcOnExit w:val="0"/><w:helpText w:type="text" w:val="${SECRET}"/><w:textInput/></w:ffData></w:fldChar>`)}</w:p>`,
      ),
    told: ['property shown', 'field taken out', 'field made text', 'field made text'],
  },
  {
    name: 'links to files, as relationships and as fields',
    build: (file) =>
      inBody(
        withPart(file, 'word/_rels/document.xml.rels', (xml) =>
          xml.replace(
            '</Relationships>',
            () =>
              `<Relationship Id="rIdFile" Type="${OFFICE}/hyperlink" Target="file:///${onDisk('a.docx')}" TargetMode="External"/></Relationships>`,
          ),
        ),
        `<w:p><w:hyperlink r:id="rIdFile" w:tooltip="${onDisk('a.docx')}"><w:r><w:t>Vejledning</w:t></w:r></w:hyperlink>\
${field(`HYPERLINK "${onDisk('a.docx').replaceAll('\\', '\\\\')}"`, 'Bilag')}</w:p>`,
      ),
    told: ['link to file', 'link to file'],
  },
  {
    name: 'ink with a picture of it',
    build: (file) =>
      part(
        'word/ink/ink1.xml',
        'application/inkml+xml',
        OFFICE,
        'customXml',
        `<ink>${SECRET}</ink>`,
      )(
        inBody(
          file,
          `<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice xmlns:wpi="http://schemas.microsoft.com/office/word/2010/wordprocessingInk" Requires="wpi"><w:drawing><wp:inline><wp:extent cx="1" cy="1"/><wp:docPr id="72" name="Håndskrift"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingInk"><w14:contentPart xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" r:id="rIdcustomXml"/></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:t>Underskrift</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
        ),
      ),
    told: [],
  },
  {
    name: 'a password against editing',
    build: (file) =>
      inSettings(file, `<w:documentProtection w:edit="readOnly" w:enforcement="1" w:hashValue="${SECRET}"/>`),
    told: ['protection'],
  },
  {
    name: 'a picture with a comment, named as something else',
    build: part('word/media/image1.tmp', 'image/jpeg', OFFICE, 'image', commentedJpeg()),
    told: [],
  },
  {
    name: 'building blocks',
    build: (file) =>
      part(
        'word/glossary/document.xml',
        `${WORD}.document.glossary+xml`,
        OFFICE,
        'glossaryDocument',
        `<w:glossaryDocument ${W}><w:docParts><w:docPart><w:docPartBody><w:p><w:r><w:t>${SECRET}</w:t></w:r></w:p></w:docPartBody></w:docPart></w:docParts></w:glossaryDocument>`,
      )(file),
    told: ['building blocks'],
  },
  {
    name: 'a note whose reference is hidden, and parts that nothing leads to',
    build: (file) =>
      withNewPart(
        withPart(
          inBody(file, '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id="5"/></w:r></w:p>'),
          'word/footnotes.xml',
          (xml) =>
            xml.replace(
              '</w:footnotes>',
              `<w:footnote w:id="5"><w:p><w:r><w:t>${SECRET}</w:t></w:r></w:p></w:footnote></w:footnotes>`,
            ),
        ),
        '[trash]/0000.dat',
        SECRET,
      ),
    told: [],
  },
  {
    name: "Word's own kind of template (.dotx)",
    build: (file) =>
      withPart(file, '[Content_Types].xml', (xml) => xml.replace('document.main+xml', 'template.main+xml')),
    told: ['word template'],
  },
  {
    name: 'types of parts that are given for all at once, and in capitals',
    build: (file) =>
      withPart(file, '[Content_Types].xml', (xml) =>
        xml
          .replace(/<Override[^>]*PartName="\/word\/document.xml"\/>/u, '')
          .replace(
            '<Default ContentType="application/xml" Extension="xml"/>',
            `<Default Extension="XML" ContentType="${WORD}.document.main+xml"/>`,
          )
          .replace('/word/footer1.xml', '/Word/Footer1.xml'),
      ),
    told: ['part types'],
  },
];

/** The path of a file on the disk of whoever made the template. */
function onDisk(name: string): string {
  return ['C:', SECRET, name].join('\\');
}

/** Its beginning, a comment, and a scan without anything. */
function commentedJpeg(): Uint8Array {
  const comment = Buffer.from(SECRET);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xfe, 0, comment.length + 2]),
    comment,
    Buffer.from([0xff, 0xda, 0, 2, 0xff, 0xd9]),
  ]);
}

type Build = (file: Uint8Array) => Uint8Array;

function by(id: number): string {
  return `w:id="${900 + id}" w:author="${SECRET}" w:date="2026-01-01T00:00:00Z"`;
}

/** A part of the document. The id of its relationship is `rId` and its type. */
function part(name: string, contentType: string, scheme: string, type: string, content: string | Uint8Array): Build {
  return (file) => {
    const typed = withPart(file, '[Content_Types].xml', (xml) =>
      xml.replace('</Types>', `<Override PartName="/${name}" ContentType="${contentType}"/></Types>`),
    );
    const related = withPart(typed, 'word/_rels/document.xml.rels', (xml) =>
      xml.replace(
        '</Relationships>',
        `<Relationship Id="rId${type}" Type="${scheme}/${type}" Target="/${name}"/></Relationships>`,
      ),
    );
    return withNewPart(related, name, content);
  };
}

function rootPart(name: string, type: string): Build {
  return (file) =>
    withNewPart(
      withPart(file, '_rels/.rels', (xml) =>
        xml.replace('</Relationships>', `<Relationship Id="rIdRoot" Type="${type}" Target="${name}"/></Relationships>`),
      ),
      name,
      SECRET,
    );
}

function inBody(file: Uint8Array, xml: string): Uint8Array {
  return withPart(file, 'word/document.xml', (document) => document.replace('<w:body>', () => `<w:body>${xml}`));
}

function inSettings(file: Uint8Array, xml: string): Uint8Array {
  return withPart(file, 'word/settings.xml', (settings) => settings.replace('</w:settings>', `${xml}</w:settings>`));
}

function comments(): string {
  return `<w:comments ${W}>${[0, 1]
    .map(
      (id) =>
        `<w:comment w:id="${id}" w:author="${SECRET}" w:initials="JP"><w:p><w:r><w:t>Skal vi nævne sagen?</w:t></w:r></w:p></w:comment>`,
    )
    .join('')}</w:comments>`;
}

function ids(name: string): string {
  return `<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><${name} w15:paraId="1A2B3C4D" w15:done="0"/></w15:commentsEx>`;
}

function people(): string {
  return `<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:person w15:author="${SECRET}"/></w15:people>`;
}

function withMarks(file: Uint8Array): Uint8Array {
  return inBody(
    file,
    '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>Fjordby Kommune</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="0"/></w:r></w:p>',
  );
}

const TRACKED_TEXT = [
  `<w:p><w:del ${by(1)}><w:r><w:delText>Slettet: ${SECRET}</w:delText></w:r></w:del><w:ins ${by(2)}><w:r><w:t>Fjordby</w:t></w:r></w:ins></w:p>`,
  `<w:p><w:pPr><w:rPr><w:del ${by(3)}/></w:rPr></w:pPr><w:r><w:t>Rådhus</w:t></w:r></w:p>`,
  `<w:p><w:pPr><w:rPr><w:ins ${by(4)}/></w:rPr></w:pPr><w:r><w:t>torvet 1</w:t></w:r></w:p>`,
  `<w:p><w:moveFromRangeStart ${by(5)} w:name="flyt"/><w:moveFrom ${by(6)}><w:r><w:t>${SECRET}</w:t></w:r></w:moveFrom><w:moveFromRangeEnd w:id="905"/></w:p>`,
  `<w:p><w:moveToRangeStart ${by(7)} w:name="flyt"/><w:moveTo ${by(8)}><w:r><w:t>Telefon</w:t></w:r></w:moveTo><w:moveToRangeEnd w:id="907"/></w:p>`,
  `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:trPr><w:del ${by(9)}/></w:trPr><w:tc><w:p><w:r><w:t>${SECRET}</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:trPr><w:ins ${by(10)}/></w:trPr><w:tc><w:p><w:r><w:t>Åbent</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>`,
].join('');

const HIDING_STYLES =
  '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Skjult"><w:name w:val="Skjult"/><w:rPr><w:vanish/></w:rPr></w:style>' +
  '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Arvet"><w:name w:val="Arvet"/><w:basedOn w:val="Skjult"/></w:style>' +
  '<w:style w:type="character" w:customStyle="1" w:styleId="Note"><w:name w:val="Note"/><w:rPr><w:vanish/></w:rPr></w:style>';

const HIDDEN_END = '<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>';

const HIDDEN = [
  `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>HUSK ${SECRET}</w:t></w:r><w:r><w:t>Fjordby</w:t></w:r></w:p>`,
  `<w:p><w:pPr><w:pStyle w:val="Arvet"/></w:pPr><w:r><w:t>${SECRET} i en typografi</w:t></w:r></w:p>`,
  `<w:p><w:r><w:rPr><w:rStyle w:val="Note"/></w:rPr><w:t>${SECRET} i en tegntypografi</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>Synlig</w:t></w:r></w:p>`,
  `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{#til}</w:t></w:r><w:r><w:t>Kære {til}</w:t></w:r><w:r><w:t>{/til}</w:t></w:r></w:p>`,
  `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:trPr><w:hidden/></w:trPr><w:tc><w:p><w:r><w:t>${SECRET} i en række</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>`,
  `<w:p><w:r><w:pict><v:shape style="width:1pt; visibility: hidden"><v:textbox><w:txbxContent><w:p><w:r><w:t>${SECRET} i en figur</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`,
  ...['Rådhus', 'torvet'].map((text) => `<w:p>${HIDDEN_END}<w:r><w:t>${text}</w:t></w:r></w:p>`),
  '<w:p><w:r><w:t> 1</w:t></w:r></w:p>',
  ...[1, 2].map(
    (number) =>
      `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p><w:r><w:t>Tabel ${number}</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p>${HIDDEN_END}</w:p>`,
  ),
  '<w:p><w:r><w:t>Efter</w:t></w:r></w:p>',
].join('');

/** A field as Word writes it, over several runs. */
function field(code: string, shown: string): string {
  const run = (inside: string) => `<w:r>${inside}</w:r>`;
  const mark = (type: string) => run(`<w:fldChar w:fldCharType="${type}"/>`);
  return (
    mark('begin') +
    run(`<w:instrText xml:space="preserve"> ${code} </w:instrText>`) +
    mark('separate') +
    run(`<w:t>${shown}</w:t>`) +
    mark('end')
  );
}

function unfilled(content: string): string {
  return `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
}

function bound(xpath: string, shown: string): string {
  return `<w:sdt><w:sdtPr><w:dataBinding w:xpath="${xpath}" w:storeItemID="{1}"/></w:sdtPr><w:sdtContent><w:r><w:t>${shown}</w:t></w:r></w:sdtContent></w:sdt>`;
}

const SHOWN_PROPERTIES = `<w:p>${field('AUTHOR \\* MERGEFORMAT', SECRET)}${field('TITLE', `${SECRET}s skabelon`)}\
<w:fldSimple w:instr=" DOCPROPERTY &quot;Sagsbehandler&quot; "><w:r><w:t>${SECRET}</w:t></w:r></w:fldSimple>\
${field('CREATEDATE \\@ "d. MMMM yyyy"', '1. januar 2019')}${field('DOCPROPERTY Company', 'Fjordby Kommune')}\
${bound('/ns1:coreProperties[1]/ns0:creator[1]', SECRET)}${bound('/root[1]/adresse[1]', 'Rådhustorvet 1')}${field('PAGE', '1')}</w:p>`;

const CORE = `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${SECRET}s skabelon</dc:title><dc:creator>${SECRET}</dc:creator><cp:lastModifiedBy>${SECRET}</cp:lastModifiedBy><cp:revision>17</cp:revision><cp:keywords>${SECRET}</cp:keywords><dcterms:created xsi:type="dcterms:W3CDTF">2019-01-01T00:00:00Z</dcterms:created></cp:coreProperties>`;
const EXTENDED = `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Template>${SECRET}.dotx</Template><TotalTime>90</TotalTime><Application>Microsoft Office Word</Application><Manager>${SECRET}</Manager><Company>Fjordby</Company></Properties>`;
const CUSTOM = `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="ContentTypeId"><vt:lpwstr>0x0101 ${SECRET}</vt:lpwstr></property></Properties>`;

function customXml(file: Uint8Array): Uint8Array {
  const item = part(
    'customXml/item1.xml',
    'application/xml',
    OFFICE,
    'customXml',
    `<p:properties xmlns:p="p"><documentManagement>${SECRET}</documentManagement></p:properties>`,
  );
  return withNewPart(
    withNewPart(item(file), 'customXml/itemProps1.xml', `<ds:datastoreItem xmlns:ds="d" ds:itemID="{${SECRET}}"/>`),
    'customXml/_rels/item1.xml.rels',
    `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/customXmlProps" Target="itemProps1.xml"/></Relationships>`,
  );
}

function attachedTemplate(file: Uint8Array): Uint8Array {
  return withNewPart(
    inSettings(file, '<w:attachedTemplate r:id="rId1"/><w:linkStyles/>'),
    'word/_rels/settings.xml.rels',
    `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/attachedTemplate" Target="file:///${onDisk('Brevpapir%202019.dotx')}" TargetMode="External"/></Relationships>`,
  );
}
