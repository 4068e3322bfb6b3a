/*
 * The fields that show what stands at a bookmark, or where it is, and those that make one: ISO/IEC 29500-1, 17.16.5.
 */

const REFERENCE = /^\s*(?<field>REF|PAGEREF|NOTEREF|FTNREF)\s+"?(?<bookmark>[^\s"\\]+)/iu;
const MAKES = /^\s*(?:SET|ASK)\s+"?(?<bookmark>[^\s"\\]+)/iu;
/** Shows the number of a paragraph, or where it is, and not its text. */
const OF_PLACE = /\\[nrwp]\b/iu;

export interface Reference {
  /** Word's name for the field, in capitals. */
  readonly field: string;
  /** In small letters. */
  readonly bookmark: string;
  /** Whether it shows the text of the bookmark, and not where that is. */
  readonly isText: boolean;
}

/** What a field refers to, by its code; undefined for a field that refers to no bookmark. */
export function referenceIn(code: string): Reference | undefined {
  const { field, bookmark = '' } = REFERENCE.exec(code)?.groups ?? {};
  if (field === undefined) return undefined;
  const name = field.toUpperCase();
  return { field: name, bookmark: bookmark.toLowerCase(), isText: name === 'REF' && !OF_PLACE.test(code) };
}

/** The bookmark, in small letters, that a field makes with what is in its code or what its reader answers. */
export function bookmarkMadeBy(code: string): string | undefined {
  return MAKES.exec(code)?.groups?.['bookmark']?.toLowerCase();
}

/** Whether a part can have a field that refers to a bookmark or a style. Such parts are few, and a notat can be long. */
export function mayRefer(xml: string): boolean {
  return xml.includes('<w:instrText') && xml.includes('REF');
}
