import { childOf, isElement, withChildren, type XmlNodes } from '../file/xml-edit.js';
import { attribute, type XmlElement } from '../file/xml-tree.js';
import { COMMENT_MARKS } from './comments.js';
import { isEmptyRun } from './fields.js';
import { isFilePath, leadsToFile } from './file-links.js';

/*
 * What Word writes beside the text about how the document was made. None of it changes how the document looks.
 */

/** Who wrote what in which session, names of paragraphs for those who write at the same time, and copies for old programs. */
const ATTRIBUTES = /^w:rsid|^(?:w14:(?:paraId|textId)|wp14:(?:anchorId|editId)|w16du:dateUtc|xr:uid|o:gfxdata)$/u;

const ELEMENTS: ReadonlySet<string> = new Set([
  ...COMMENT_MARKS,
  'w:proofErr',
  'w:lastRenderedPageBreak',
  'w:rsid',
  // Who may edit what, by their addresses.
  'w:permStart',
  'w:permEnd',
  // What programs keep beside a field, such as the address that it once led to.
  'w:fldData',
  // What an old form says and runs while somebody fills it in: ISO/IEC 29500-1, 17.16.17.
  'w:helpText',
  'w:statusText',
  'w:entryMacro',
  'w:exitMacro',
  // Who was to sign, by name and address. The line to sign on is a picture, which stays.
  'o:signatureline',
]);
/** What an old form's field shows before somebody writes in it. What it shows now is text. */
const FORM_TEXT = 'w:textInput';
const FORM_DEFAULT = 'w:default';

/** Around text that a program once took for a name, a date or a value. Word ignores them. */
const WRAPPERS: ReadonlySet<string> = new Set(['w:smartTag', 'w:customXml']);
const WRAPPERS_PROPERTIES: ReadonlySet<string> = new Set(['w:smartTagPr', 'w:customXmlPr']);

/** The attributes in which Word writes the name of a file, of a picture or of a link, unless somebody has written a text. */
const FILE_NAMED: ReadonlySet<string> = new Set(['descr', 'title', 'name', 'alt', 'o:title', 'w:tooltip', 'tooltip']);
/** The attributes with the address that something leads to, or that it was once taken from. */
const ADDRESSES: ReadonlySet<string> = new Set(['href', 'o:href', 'o:althref', 'src']);

/** Handwriting, which old programs show as a picture of it. Its strokes are in a part of their own that is left out. */
const INK = /:contentPart$/u;
/** What has something for new programs, and the same for those that do not know it. */
const CHOICE = 'mc:AlternateContent';
const DRAWINGS: ReadonlySet<string> = new Set(['w:drawing', 'w:pict']);

/** What a drawing has for some programs: without what it is for, it would not be valid. */
const EXTENSION = 'a:ext';
/** A film on the web, as the page that plays it. Its picture stays. */
const FILM = /:webVideoPr$/u;

/** The bookmark in which Word keeps where somebody wrote last. */
const LAST_PLACE = '_GoBack';

/** @param cut the ids of the relationships of the part that were left out; what needs one goes with it */
export function withoutTraces(document: XmlElement, cut: ReadonlySet<string>): XmlElement {
  return cleaned(document, cut, { lastPlaces: new Set() });
}

interface Seen {
  /** The ids of bookmarks that were left out, whose ends follow. */
  readonly lastPlaces: Set<string>;
}

function cleaned(element: XmlElement, cut: ReadonlySet<string>, seen: Seen): XmlElement {
  const children = element.children.flatMap((child): XmlNodes => {
    if (!isElement(child)) return [child];
    if (ELEMENTS.has(child.name) || isLastPlace(child, seen)) return [];
    if (hasInk(child)) return cleaned(withoutInk(child), cut, seen).children;
    if (element.name === FORM_TEXT && child.name === FORM_DEFAULT) return [];
    if (needs(child, cut) || (child.name === EXTENSION && (hasFilm(child) || hasNeeding(child, cut)))) return [];
    const inner = cleaned(child, cut, seen);
    if (inner !== child && isEmptyRun(inner)) return [];
    return WRAPPERS.has(inner.name)
      ? inner.children.filter((each) => !isElement(each) || !WRAPPERS_PROPERTIES.has(each.name))
      : [inner];
  });
  return withoutAttributes(withChildren(element, children));
}

function withoutAttributes(element: XmlElement): XmlElement {
  const before = Object.entries(element.attributes);
  const after = before.filter(([name, value]) => !ATTRIBUTES.test(name) && !isPath(name, value));
  if (after.length === before.length) return element;
  // A picture must have a name.
  const named = before.some(([name, value]) => name === 'name' && isPath(name, value)) ? [['name', ''] as const] : [];
  return { ...element, attributes: Object.fromEntries([...after, ...named]) };
}

function isPath(name: string, value: string): boolean {
  return (FILE_NAMED.has(name) && isFilePath(value)) || (ADDRESSES.has(name) && leadsToFile(value));
}

/** Whether something is the innermost choice between ink and a picture of it, or a drawing of ink alone. */
function hasInk(element: XmlElement): boolean {
  return (element.name === CHOICE || DRAWINGS.has(element.name)) && hasInkInside(element);
}

function hasInkInside({ children }: XmlElement): boolean {
  return children.some(
    (child) => isElement(child) && (INK.test(child.name) || (child.name !== CHOICE && hasInkInside(child))),
  );
}

/** What stands there instead is in the element that is returned. */
function withoutInk(element: XmlElement): XmlElement {
  const picture = element.name === CHOICE ? childOf(element, 'mc:Fallback') : undefined;
  return picture ?? { ...element, children: [] };
}

function needs({ attributes }: XmlElement, cut: ReadonlySet<string>): boolean {
  return cut.size > 0 && Object.entries(attributes).some(([name, value]) => name.startsWith('r:') && cut.has(value));
}

function hasNeeding({ children }: XmlElement, cut: ReadonlySet<string>): boolean {
  return cut.size > 0 && children.some((child) => isElement(child) && (needs(child, cut) || hasNeeding(child, cut)));
}

function hasFilm({ children }: XmlElement): boolean {
  return children.some((child) => isElement(child) && FILM.test(child.name));
}

function isLastPlace(element: XmlElement, { lastPlaces }: Seen): boolean {
  if (element.name === 'w:bookmarkEnd') return lastPlaces.has(attribute(element, 'w:id'));
  if (element.name !== 'w:bookmarkStart' || attribute(element, 'w:name') !== LAST_PLACE) return false;
  lastPlaces.add(attribute(element, 'w:id'));
  return true;
}
