/**
 * Fields that only show what is in the document, a date, or data that nobody sends along, and fields of other programs,
 * which do nothing in Word. All others are refused. Some of them fetch pictures or texts (INCLUDEPICTURE), start programs
 * (DDEAUTO) or run macros (MACROBUTTON).
 * https://support.microsoft.com/office/list-of-field-codes-in-word-1ad6d91a-55a7-4a8d-b535-cf7888659a51
 */
const SAFE_FIELDS: ReadonlySet<string> = new Set(
  (
    'PAGE NUMPAGES SECTION SECTIONPAGES DATE TIME CREATEDATE SAVEDATE PRINTDATE EDITTIME REVNUM TITLE SUBJECT AUTHOR ' +
    'KEYWORDS COMMENTS LASTSAVEDBY FILENAME FILESIZE TEMPLATE DOCPROPERTY DOCVARIABLE INFO USERNAME USERINITIALS ' +
    'USERADDRESS NUMWORDS NUMCHARS STYLEREF REF PAGEREF NOTEREF FOOTNOTEREF SET SEQ TOC TOA TA TC XE INDEX CITATION ' +
    'BIBLIOGRAPHY HYPERLINK GOTOBUTTON SYMBOL EQ QUOTE IF COMPARE = ADVANCE LISTNUM AUTONUM AUTONUMLGL AUTONUMOUT ' +
    'BIDIOUTLINE BARCODE DISPLAYBARCODE FORMTEXT FORMCHECKBOX FORMDROPDOWN MERGEFIELD MERGEREC MERGESEQ NEXT NEXTIF SKIPIF ' +
    'ADDRESSBLOCK GREETINGLINE ADDIN'
  ).split(' '),
);

/** @param name as `fieldName` gives it */
export function isSafeField(name: string): boolean {
  return SAFE_FIELDS.has(name);
}

/** The first word of a field's code in capitals; `=` for a formula such as `=SUM(ABOVE)`. */
export function fieldName(code: string): string {
  const [name = ''] = /^[^\s"\\]*/u.exec(code.trimStart()) ?? [];
  return (name.startsWith('=') ? '=' : name).toUpperCase();
}
