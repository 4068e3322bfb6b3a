/*
 * What is repeated for each department or each line of an answer is repeated with its ids: a bookmark that Word has put
 * where somebody wrote, a picture, a shape. Each id is to stand for one thing: ISO/IEC 29500-1, 17.13.6.2 (bookmarks) and
 * 20.4.2.5 (drawings), and ISO/IEC 29500-4, 19.1.2.19 (shapes of VML).
 */

/** What has an id of its own. In the parts that we write, `>` ends a tag. */
const WITH_ID =
  /<(?:w:bookmark(?<bookmark>Start|End)|wp:(?<drawing>docPr)|v:(?:arc|curve|group|image|line|oval|polyline|rect|roundrect|shape|shapetype))(?=[ />])[^>]*>/gu;
const ID = / (?:w:)?id="(?<id>[^"]*)"/u;

/**
 * Gives what was repeated an id of its own, or none where it needs none. The first bookmark of each id stays, so that what
 * refers to it finds it.
 *
 * @param xml a part of a notat
 * @returns the same text where no id is there twice
 */
export function withOwnIds(xml: string): string {
  const drawings = new Set<string>();
  for (const { 0: tag, groups } of xml.matchAll(WITH_ID)) {
    if (groups?.['drawing'] !== undefined) drawings.add(idOf(tag));
  }
  const known = { bookmarks: new Set<string>(), drawings: new Set<string>(), shapes: new Set<string>() };
  const open = new Set<string>();
  let next = 1;
  return xml.replace(WITH_ID, (tag: string, bookmark: string | undefined, drawing: string | undefined) => {
    const id = idOf(tag);
    if (bookmark === 'End') return open.delete(id) ? tag : '';
    if (bookmark === 'Start') {
      if (isAgain(id, known.bookmarks)) return '';
      open.add(id);
      return tag;
    }
    if (drawing === undefined) return id !== '' && isAgain(id, known.shapes) ? tag.replace(ID, '') : tag;
    if (!isAgain(id, known.drawings)) return tag;
    while (drawings.has(String(next))) next += 1;
    drawings.add(String(next));
    return tag.replace(ID, ` id="${next}"`);
  });
}

function idOf(tag: string): string {
  return ID.exec(tag)?.groups?.['id'] ?? '';
}

/** Whether an id is there already; it is from now on. */
function isAgain(id: string, known: Set<string>): boolean {
  const before = known.size;
  known.add(id);
  return known.size === before;
}
