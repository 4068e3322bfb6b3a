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
  // Without a picture, it shows the hour.
  ['TIME', 'nothing'],
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

/** The picture in a field's code, which says how it shows a time: ISO/IEC 29500-1, 17.16.4.1. */
const PICTURE = /\\@\s*(?:"(?<quoted>[^"]*)"|(?<plain>[^\s"\\]+))/u;
/** What of a date a picture shows. In it, `d` and `dd` are the day, and longer ones the weekday; `M` is the month, and `m` a minute. */
const [DAY, MONTH, YEAR] = [/(?<!d)d{1,2}(?!d)/iu, /M/u, /y/iu] as const;

/**
 * What becomes of a field that shows a time, by its picture (`TIME \@ "d. MMMM yyyy"`). A notat has a whole date, and that is
 * in place of most of a date. A year stays, as in "© Fjordby Kommune 2026". An hour, a weekday or a month by itself would
 * be wrong in most notats.
 */
function ofPicture(picture: string): ShownInstead {
  const shown = [DAY, MONTH, YEAR].filter((part) => part.test(picture));
  if (shown.length > 1) return { tag: 'dato' };
  return shown[0] === YEAR ? 'text' : 'nothing';
}

export interface ShownProperty {
  /** The name of the field or of the property, as Word has it. */
  readonly name: string;
  readonly instead: ShownInstead;
  /** Whether it is the day or the hour of something. */
  readonly isTime: boolean;
}

/** @returns undefined for a field that shows no property */
export function propertyOfField(code: string): ShownProperty | undefined {
  const { field = '', quoted, plain } = CODE.exec(code)?.groups ?? {};
  const name = field.toUpperCase();
  const property = NAMING.has(name) ? ofProperty((quoted ?? plain ?? '').trim() || name) : ofField(name);
  const picture = PICTURE.exec(code)?.groups;
  if (property === undefined || picture === undefined || !property.isTime) return property;
  return { ...property, instead: ofPicture(picture['quoted'] ?? picture['plain'] ?? '') };
}

function ofField(name: string): ShownProperty | undefined {
  const instead = FIELDS.get(name);
  return instead && { name, instead, isTime: isDate(instead) || name === 'TIME' };
}

function isDate(instead: ShownInstead): boolean {
  return typeof instead === 'object' && instead.tag === 'dato';
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
  const instead = PROPERTIES.get(name.toLowerCase()) ?? 'nothing';
  return { name, instead, isTime: isDate(instead) };
}
