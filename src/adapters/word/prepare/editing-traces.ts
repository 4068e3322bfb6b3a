import { isElement, withChildren, type XmlNodes } from '../file/xml-edit.js';
import { attribute, type XmlElement } from '../file/xml-tree.js';
import { COMMENT_MARKS } from './comments.js';

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
]);

/** Around text that a program once took for a name, a date or a value. Word ignores them. */
const WRAPPERS: ReadonlySet<string> = new Set(['w:smartTag', 'w:customXml']);
const WRAPPERS_PROPERTIES: ReadonlySet<string> = new Set(['w:smartTagPr', 'w:customXmlPr']);

/** The attributes in which Word writes the name of a picture's file, unless somebody has written a description. */
const FILE_NAMED: ReadonlySet<string> = new Set(['descr', 'title', 'name', 'alt', 'o:title', 'o:href']);
/** A file on somebody's disk, or on a server. */
const PATH = /^(?:file:|[a-z]:[\\/]|\\\\|\/(?:Users|home)\/)/iu;

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
    if (ELEMENTS.has(child.name) || needs(child, cut) || isLastPlace(child, seen)) return [];
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
  return FILE_NAMED.has(name) && PATH.test(value);
}

function needs({ attributes }: XmlElement, cut: ReadonlySet<string>): boolean {
  return cut.size > 0 && Object.entries(attributes).some(([name, value]) => name.startsWith('r:') && cut.has(value));
}

function isLastPlace(element: XmlElement, { lastPlaces }: Seen): boolean {
  if (element.name === 'w:bookmarkEnd') return lastPlaces.has(attribute(element, 'w:id'));
  if (element.name !== 'w:bookmarkStart' || attribute(element, 'w:name') !== LAST_PLACE) return false;
  lastPlaces.add(attribute(element, 'w:id'));
  return true;
}

function isEmptyRun({ name, children }: XmlElement): boolean {
  return name === 'w:r' && children.every((child) => isElement(child) && child.name === 'w:rPr');
}
