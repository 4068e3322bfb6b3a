import { DOMParser, type Element, onErrorStopParsing } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';

/** Every part of a .docx by name, read by other packages than the bot's own. */
export function partsOf(file: Uint8Array): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** The parts that tell who made a file, how, or with which programs. */
const PARTS =
  /^(?:customXml|docProps\/(?:custom|thumbnail|meta)|docMetadata|_xmlsignatures|word\/(?:comments|people|glossary|printerSettings|intelligence|documenttasks|webextensions))/iu;

const ELEMENTS: ReadonlySet<string> = new Set(
  (
    'w:comment w:commentRangeStart w:commentRangeEnd w:commentReference w:ins w:del w:moveFrom w:moveTo w:cellIns w:cellDel ' +
    'w:moveFromRangeStart w:moveToRangeStart w:delText w:vanish w:specVanish w:docVars w:docVar w:rsids w:rsid ' +
    'w:attachedTemplate w:trackRevisions w:dataBinding w:permStart w:proofErr w:printerSettings w14:docId w15:docId ' +
    'w:smartTag w:showingPlcHdr w:fldData w:fldSimple w:entryMacro w:helpText w:documentProtection w14:contentPart dc:creator cp:lastModifiedBy cp:revision cp:keywords dc:subject dc:description cp:category ' +
    'dcterms:created dcterms:modified cp:lastPrinted Company Manager Template TotalTime Application'
  ).split(' '),
);
const ATTRIBUTE = /^w:(?:author|initials|date|rsid.*)$|^w14:(?:paraId|textId)$|^o:gfxdata$/u;
const FIELD =
  /^\s*(?:AUTHOR|LASTSAVEDBY|USERNAME|TEMPLATE|FILENAME|COMMENTS|KEYWORDS|SUBJECT|DOCPROPERTY|DOCVARIABLE|INFO|TITLE|REVNUM|DATE|TIME|MERGEFIELD|ASK|FILLIN|AUTOTEXT|ADDIN)\b/iu;

/**
 * What a notat still has of its template's past, and the tags that are not filled, as an independent reader finds them.
 *
 * @param typed the braces that people typed
 */
export function pastIn(file: Uint8Array, typed: readonly string[] = []): readonly string[] {
  return [...partsOf(file)].flatMap(([name, text]) => {
    if (PARTS.test(name)) return [`${name} is there`];
    if (!/\.(?:xml|rels)$/u.test(name)) return [];
    const document = new DOMParser({ onError: onErrorStopParsing }).parseFromString(text, 'text/xml');
    const elements = [...document.getElementsByTagName('*')];
    const shown = typed.reduce((rest, each) => rest.replaceAll(each, ''), document.documentElement?.textContent ?? '');
    return [
      ...elements.flatMap((element) => problemsOf(element, name)),
      ...(/[{}]/u.test(shown) ? [`${name} shows ${/[{}].{0,20}/u.exec(shown)?.[0]}`] : []),
    ];
  });
}

function problemsOf(element: Element, part: string): readonly string[] {
  // The numbers of a list can be hidden, which is a matter of layout.
  const isHiddenNumber = part === 'word/numbering.xml' && element.tagName === 'w:vanish';
  const target = element.tagName === 'Relationship' ? (element.getAttribute('Target') ?? '') : '';
  const code = element.tagName === 'w:instrText' ? element.textContent : element.getAttribute('w:instr');
  return [
    ...(ELEMENTS.has(element.tagName) && !isHiddenNumber ? [`${part} has <${element.tagName}>`] : []),
    ...[...element.attributes].filter(({ name }) => ATTRIBUTE.test(name)).map(({ name }) => `${part} has ${name}`),
    ...(/^file:|\\/iu.test(target) ? [`${part} leads to ${target}`] : []),
    ...(FIELD.test(code ?? '') ? [`${part} has the field ${code}`] : []),
  ];
}
