import { isElement, withChildren } from '../file/xml-edit.js';
import { attribute, elementsOf, type XmlElement } from '../file/xml-tree.js';

/** The ids of the footnotes, or of the endnotes, that a document refers to. */
export function notesReferredTo(
  document: XmlElement,
  reference: 'w:footnoteReference' | 'w:endnoteReference',
): ReadonlySet<string> {
  return new Set(elementsOf(document, reference).map((element) => attribute(element, 'w:id')));
}

/**
 * Leaves out the notes whose reference was taken out: Word shows them nowhere, but they would be in the file. Those with
 * a type are not notes but the lines between the text and the notes.
 */
export function withoutLostNotes(notes: XmlElement, referredTo: ReadonlySet<string>): XmlElement {
  return withChildren(
    notes,
    notes.children.map((root) => {
      if (!isElement(root)) return root;
      const kept = root.children.filter(
        (note) => !isElement(note) || attribute(note, 'w:type') !== '' || referredTo.has(attribute(note, 'w:id')),
      );
      return withChildren(root, kept);
    }),
  );
}
