/*
 * What Word calls the properties of a file in the codes of its fields and in the paths of its controls, and what they are in
 * plain words. Others have been named by whoever made the template.
 */

const NAMES: ReadonlyMap<string, { readonly da: string; readonly en: string }> = new Map(
  [
    ['author creator', 'forfatter', 'author'],
    ['lastsavedby lastmodifiedby', 'senest gemt af', 'last saved by'],
    ['username', 'brugernavn', 'user name'],
    ['userinitials', 'brugerens initialer', 'user’s initials'],
    ['useraddress', 'brugerens adresse', 'user’s address'],
    ['manager', 'leder', 'manager'],
    ['title', 'titel', 'title'],
    ['subject', 'emne', 'subject'],
    ['keywords', 'nøgleord', 'keywords'],
    ['comments description', 'kommentarer', 'comments'],
    ['category', 'kategori', 'category'],
    ['abstract', 'resumé', 'abstract'],
    ['date', 'dags dato', 'today’s date'],
    ['publishdate', 'udgivelsesdato', 'publish date'],
    ['createdate createtime created', 'oprettelsesdato', 'date of creation'],
    ['savedate lastsavedtime', 'dato for seneste ændring', 'date of the last change'],
    ['printdate lastprinted', 'dato for seneste udskrift', 'date of the last print'],
    ['filename', 'filnavn', 'file name'],
    ['filesize', 'filstørrelse', 'file size'],
    ['template', 'tilknyttet skabelon', 'attached template'],
    ['revnum', 'antal gange gemt', 'times saved'],
    ['edittime', 'redigeringstid', 'editing time'],
    ['time', 'tidspunkt', 'time'],
    ['pages numpages', 'antal sider', 'number of pages'],
    ['words numwords', 'antal ord', 'number of words'],
    ['characters characterswithspaces numchars', 'antal tegn', 'number of characters'],
    ['lines', 'antal linjer', 'number of lines'],
    ['paragraphs', 'antal afsnit', 'number of paragraphs'],
    ['bytes', 'filstørrelse', 'file size'],
    ['totaleditingtime totaltime', 'redigeringstid', 'editing time'],
    ['revisionnumber revision', 'antal gange gemt', 'times saved'],
    ['lastauthor', 'senest gemt af', 'last saved by'],
    ['lastprintedtime', 'dato for seneste udskrift', 'date of the last print'],
    ['nameofapplication application', 'program', 'program'],
    ['contentstatus', 'status', 'status'],
    ['hyperlinkbase', 'grundadresse for links', 'base address of links'],
    ['docvariable', 'dokumentvariabel', 'document variable'],
  ].flatMap(([words = '', da = '', en = '']) => words.split(' ').map((word) => [word, { da, en }] as const)),
);

/** Those of whoever opens the file, and those of the time at which somebody does. */
const OF_READER: ReadonlySet<string> = new Set('username userinitials useraddress date time'.split(' '));
/** Times, of which a notat has the day. */
const TIMES: ReadonlySet<string> = new Set(
  'date time createdate createtime created savedate lastsavedtime printdate lastprinted'.split(' '),
);

/** Whether a property is not the template's, but tells who opens the notat, or when. */
export function isOfReader(name: string): boolean {
  return OF_READER.has(name.toLowerCase());
}

/** Whether a property is the day or the hour of something. */
export function isTime(name: string): boolean {
  return TIMES.has(name.toLowerCase());
}

export function danishProperty(name: string): string {
  return NAMES.get(name.toLowerCase())?.da ?? name;
}

export function englishProperty(name: string): string {
  return NAMES.get(name.toLowerCase())?.en ?? name;
}
