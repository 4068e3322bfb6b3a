/**
 * What a field or a content control becomes that shows a property of the file. `text` keeps what it shows, as text. A
 * property that no notat has, such as the author, is taken out, because what it shows is the template's past.
 */
export type ShownInstead = { readonly tag: string } | 'text' | 'nothing';

/** Fields that always show a property: https://support.microsoft.com/office/list-of-field-codes-in-word-1ad6d91a-55a7-4a8d-b535-cf7888659a51 */
const FIELDS: ReadonlyMap<string, ShownInstead> = new Map<string, ShownInstead>([
  ['TITLE', { tag: 'titel' }],
  ['CREATEDATE', { tag: 'dato' }],
  ['SAVEDATE', { tag: 'dato' }],
  // It would show the day on which somebody reads the notat.
  ['DATE', { tag: 'dato' }],
  ...(
    'AUTHOR LASTSAVEDBY USERNAME USERINITIALS USERADDRESS TEMPLATE FILENAME FILESIZE COMMENTS KEYWORDS SUBJECT REVNUM ' +
    'EDITTIME PRINTDATE DOCVARIABLE'
  )
    .split(' ')
    .map((name): readonly [string, ShownInstead] => [name, 'nothing']),
]);

/** Fields that show the property that they name. */
const NAMING: ReadonlySet<string> = new Set(['DOCPROPERTY', 'INFO']);

/** What properties become that have a place in a notat, by their names in small letters. */
const PROPERTIES: ReadonlyMap<string, ShownInstead> = new Map<string, ShownInstead>([
  ['title', { tag: 'titel' }],
  ['titel', { tag: 'titel' }],
  ['createtime', { tag: 'dato' }],
  ['createdate', { tag: 'dato' }],
  ['created', { tag: 'dato' }],
  ['lastsavedtime', { tag: 'dato' }],
  ['savedate', { tag: 'dato' }],
  // The municipality's own name and address, as the letterhead shows them.
  ...['company', 'firma', 'companyaddress', 'companyphone', 'companyfax', 'companyemail'].map(
    (name): readonly [string, ShownInstead] => [name, 'text'],
  ),
]);

/** The first word of a field's code, and the second, which can be in quotation marks. */
const CODE = /^\s*(?<field>[^\s"\\]+)\s*(?:"(?<quoted>[^"]*)"|(?<plain>[^\s"\\]+))?/u;

/** Whether a field that shows the time shows it as a date, by the picture in its code: `TIME \@ "d. MMMM yyyy"`. */
const DATE_PICTURE = /\\@[^\\]*[dy]/iu;

export interface ShownProperty {
  /** The name of the field or of the property, as Word has it. */
  readonly name: string;
  readonly instead: ShownInstead;
}

/** @returns undefined for a field that shows no property */
export function propertyOfField(code: string): ShownProperty | undefined {
  const { field = '', quoted, plain } = CODE.exec(code)?.groups ?? {};
  const name = field.toUpperCase();
  if (NAMING.has(name)) return ofProperty((quoted ?? plain ?? '').trim() || name);
  if (name === 'TIME') return { name, instead: DATE_PICTURE.test(code) ? { tag: 'dato' } : 'nothing' };
  const instead = FIELDS.get(name);
  return instead && { name, instead };
}

/** The last step of a path in XML, without its prefix and number: `/ns1:coreProperties[1]/ns0:title[1]`. */
const LAST_STEP = /(?:[/:])(?<name>[^/:[\]]+)(?:\[\d+\])?$/u;
/** Word's own properties, those of its cover pages, and SharePoint's. */
const OF_FILE = /\b(?:coreProperties|extended-properties|Properties|CoverPageProperties|documentManagement)\b/u;

/** @returns undefined for a content control that is bound to other data, which its owner has put there to be shown */
export function propertyOfControl(xpath: string): ShownProperty | undefined {
  const name = LAST_STEP.exec(xpath)?.groups?.['name'];
  return name === undefined || !OF_FILE.test(xpath) ? undefined : ofProperty(name);
}

function ofProperty(name: string): ShownProperty {
  return { name, instead: PROPERTIES.get(name.toLowerCase()) ?? 'nothing' };
}
