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
    ['docvariable', 'dokumentvariabel', 'document variable'],
  ].flatMap(([words = '', da = '', en = '']) => words.split(' ').map((word) => [word, { da, en }] as const)),
);

export function danishProperty(name: string): string {
  return NAMES.get(name.toLowerCase())?.da ?? name;
}

export function englishProperty(name: string): string {
  return NAMES.get(name.toLowerCase())?.en ?? name;
}
