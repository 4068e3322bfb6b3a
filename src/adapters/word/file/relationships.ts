import path from 'node:path/posix';
import { isElement, withChildren } from './xml-edit.js';
import { attribute, type XmlElement } from './xml-tree.js';

/** One line of a part's relationships, whatever part it is: ISO/IEC 29500-2, 6.5.3.4. */
export interface RelationshipLine {
  readonly id: string;
  /** The last part of its type, such as `header`. */
  readonly type: string;
  /** As it stands in the file. */
  readonly target: string;
  readonly isExternal: boolean;
  readonly element: XmlElement;
}

export interface Relationship extends RelationshipLine {
  /** The part that it leads to; undefined where that is not in the file. */
  readonly part: string | undefined;
}

/** The relationships of the file itself. */
export const ROOT_RELATIONSHIPS = '_rels/.rels';

const NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships';
/** All that a relationship can say. */
const KNOWN: ReadonlySet<string> = new Set(['Id', 'Type', 'Target', 'TargetMode']);

/** An address outside the file, also where the relationship does not say that it is external. */
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|[\\/]{2})/iu;

/** The name of the part with the relationships of a part. */
export function relationshipsName(part: string): string {
  return path.join(path.dirname(part), '_rels', `${path.basename(part)}.rels`);
}

/**
 * @param source the part whose relationships they are; empty for those of the file
 * @param actual the name of each part, by its name in small letters: names of parts do not differ by capitals alone
 */
export function relationshipsIn(
  xml: XmlElement,
  source: string,
  actual: ReadonlyMap<string, string>,
): readonly Relationship[] {
  const lines = xml.children.find(isElement)?.children ?? [];
  return lines.filter(isRelationship).map((element) => {
    const line = relationshipLine(element);
    const { target, isExternal } = line;
    return { ...line, part: isExternal ? undefined : actual.get(partName(source, target).toLowerCase()) };
  });
}

function isRelationship(node: XmlElement | string): node is XmlElement {
  return isElement(node) && node.name === 'Relationship';
}

/** A part with these relationships, and with nothing else. What leads out of the file says so. */
export function relationshipsOf(lines: readonly RelationshipLine[]): XmlElement {
  const children = lines.map((line) => ({ name: line.element.name, attributes: knownOf(line), children: [] }));
  return {
    name: '',
    attributes: {},
    children: [{ name: 'Relationships', attributes: { xmlns: NAMESPACE }, children }],
  };
}

function knownOf({ element, isExternal }: RelationshipLine): XmlElement['attributes'] {
  const known = Object.entries(element.attributes).filter(([name]) => KNOWN.has(name));
  return { ...Object.fromEntries(known), ...(isExternal ? { TargetMode: 'External' } : {}) };
}

export function relationshipLine(element: XmlElement): RelationshipLine {
  const target = attribute(element, 'Target').trim();
  return {
    id: attribute(element, 'Id'),
    type: attribute(element, 'Type').split('/').at(-1) ?? '',
    target,
    isExternal: /^\s*external\s*$/iu.test(attribute(element, 'TargetMode')) || ELSEWHERE.test(target),
    element,
  };
}

function partName(source: string, target: string): string {
  const [file = ''] = target.split(/[?#]/u, 1);
  const name = file.startsWith('/') ? path.normalize(file) : path.join('/', path.dirname(source), file);
  return decoded(name).replace(/^\/+/u, '');
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The part with relationships, without those whose ids are cut. */
export function withoutRelationships(document: XmlElement, isCut: (id: string) => boolean): XmlElement {
  const isLeft = (line: XmlElement | string) => !isElement(line) || !isCut(attribute(line, 'Id'));
  return withChildren(
    document,
    document.children.map((root) => (isElement(root) ? withChildren(root, root.children.filter(isLeft)) : root)),
  );
}
