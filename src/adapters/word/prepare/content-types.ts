import type PizZip from 'pizzip';
import type { TemplateChange } from '../../../domain/notat/template-change.js';
import { isOf, type PartKind, typeOf } from '../file/word-parts.js';
import { isElement } from '../file/xml-edit.js';
import { attribute, type XmlElement } from '../file/xml-tree.js';
import { xmlOf } from '../file/xml-writing.js';

export const CONTENT_TYPES = '[Content_Types].xml';

const NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/content-types';
const DOCUMENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const WORD_TEMPLATE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml';

/**
 * Lists each part of Word's own by its name (ISO/IEC 29500-2, 7.2.3). A file may also give the type of all parts with
 * one extension at once (`Default`), and may write the names in capitals. Then one program reads what another does not.
 * The type of a Word template (.dotx) becomes that of a document, because a file with it does not open as .docx.
 *
 * @param list `[Content_Types].xml`
 * @param names the parts of the file
 * @param main the part that the file's relationships name as the document
 * @param roles what its relationships say that parts are. Word goes by them, so that a header is one whatever its type says
 * @returns the list, and what was mended in it
 */
export function mendedTypes(
  list: XmlElement,
  names: readonly string[],
  main: string,
  roles: ReadonlyMap<string, PartKind>,
): { readonly list: XmlElement; readonly changes: readonly TemplateChange[] } {
  const root = list.children.find(isElement);
  if (root === undefined) return { list, changes: [] };
  const actual = new Map(names.map((name) => [name.toLowerCase(), name]));
  const entries = root.children.filter(isElement);
  const overrides = entries
    .filter(({ name }) => name === 'Override')
    .map((entry) => {
      const name = attribute(entry, 'PartName').replace(/^\//u, '');
      return override(actual.get(name.toLowerCase()) ?? name, attribute(entry, 'ContentType'));
    });
  const listed = new Set(overrides.map((entry) => attribute(entry, 'PartName').slice(1)));
  const defaults = entries.filter(({ name }) => name === 'Default');
  const byExtension = new Map(
    defaults.map((entry) => [attribute(entry, 'Extension').toLowerCase(), attribute(entry, 'ContentType')]),
  );
  const added = names.flatMap((name) => {
    const type = byExtension.get(extensionOf(name)) ?? '';
    // A file has one document, also where the type of all its parts says document.
    const isRight = isWords(type) && (name === main || !/\.main\+xml$/u.test(type));
    return !listed.has(name) && isRight ? [override(name, type)] : [];
  });
  const kept = defaults.map((entry) =>
    isWords(attribute(entry, 'ContentType'))
      ? { ...entry, attributes: { ...entry.attributes, ContentType: XML } }
      : entry,
  );
  const typed = [...overrides, ...added];
  const typeBy = new Map(
    typed.map((entry) => [attribute(entry, 'PartName').slice(1), attribute(entry, 'ContentType')]),
  );
  const wrong = new Map(
    [...roles].filter(([name, role]) => role !== 'document' && !isOf(typeBy.get(name) ?? '', role)),
  );
  const all = [
    ...typed.filter((entry) => !wrong.has(attribute(entry, 'PartName').slice(1))),
    ...[...wrong].map(([name, role]) => override(name, typeOf(role))),
  ];
  const isTemplate = all.some((entry) => attribute(entry, 'ContentType') === WORD_TEMPLATE);
  const types = all.map((entry) =>
    attribute(entry, 'ContentType') === WORD_TEMPLATE
      ? override(attribute(entry, 'PartName').slice(1), DOCUMENT)
      : entry,
  );
  return {
    list: { ...list, children: [{ name: 'Types', attributes: { xmlns: NAMESPACE }, children: [...kept, ...types] }] },
    changes: [
      ...(isTemplate ? [{ kind: 'word template' } as const] : []),
      ...(added.length + wrong.size > 0 ? [{ kind: 'part types' } as const] : []),
    ],
  };
}

const XML = 'application/xml';

/** Whether a type is that of one kind of part, of which a file has its own. Those of pictures and of relationships are not. */
function isWords(type: string): boolean {
  return /^application\/vnd\.(?:openxmlformats-officedocument|ms-(?:word|office))\..*\+xml$/iu.test(type);
}

function override(name: string, type: string): XmlElement {
  return { name: 'Override', attributes: { PartName: `/${name}`, ContentType: type }, children: [] };
}

function extensionOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}

/** Writes the list with the parts that the file has, and no others. */
export function writeTypes(zip: PizZip, list: XmlElement, more: Readonly<Record<string, string>>): void {
  const root = list.children.find(isElement);
  if (root === undefined) return;
  const isThere = (entry: XmlElement) => {
    const name = attribute(entry, 'PartName').slice(1);
    return zip.file(name) !== null && !Object.hasOwn(more, name);
  };
  const entries = root.children.filter(isElement).filter((entry) => entry.name === 'Default' || isThere(entry));
  const added = Object.entries(more).map(([name, type]) => override(name, type));
  zip.file(CONTENT_TYPES, xmlOf({ ...list, children: [{ ...root, children: [...entries, ...added] }] }), {
    createFolders: false,
  });
}
