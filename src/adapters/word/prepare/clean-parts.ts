import type PizZip from 'pizzip';
import type { TemplateChange } from '../../../domain/notat/template-change.js';
import type { TemplatePlace } from '../../../domain/notat/template-place.js';
import type { TemplateRefusal } from '../../../domain/notat/template-problem.js';
import { readStyles, type Styles } from '../file/style-chain.js';
import { type PartKind, readWordFile, type WordPart } from '../file/word-parts.js';
import { without } from '../file/xml-edit.js';
import { attribute, elementsOf, replaced, type XmlElement } from '../file/xml-tree.js';
import { xmlOf } from '../file/xml-writing.js';
import { withoutSourceFiles } from './chart-sources.js';
import { firstComment } from './comments.js';
import { withoutTraces } from './editing-traces.js';
import { withMarkedFields } from './fields.js';
import { HIDING, type HiddenStyles, hiddenStyles } from './hidden-styles.js';
import { withoutHidden } from './hidden-text.js';
import { type FileLinks, withoutLinkedTexts } from './left-out.js';
import { CHARTS } from './needed-parts.js';
import { notesReferredTo, withoutLostNotes } from './notes.js';
import { placesIn, quoted } from './places.js';
import { withoutPropertyControls } from './property-controls.js';
import { cleanedSettings } from './settings.js';
import { withSettledFields } from './settle-fields.js';
import { THEME_TYPE, withoutThemeNames } from './theme-names.js';
import { changedText, trackedChanges, withChangesAccepted } from './tracked-changes.js';

/**
 * The parts that are written anew, in this order. The others (pictures, diagrams) are copied byte for byte; of
 * charts and themes, only what they name goes. The document comes before the notes, because it decides which of them are
 * needed.
 */
const REWRITTEN = [
  'document',
  'header',
  'footer',
  'footnotes',
  'endnotes',
  'styles',
  'numbering',
  'settings',
  'fontTable',
] as const satisfies readonly PartKind[];

export interface CleanedParts {
  readonly changes: readonly TemplateChange[];
  readonly refusals: readonly TemplateRefusal[];
  /** Where the first comment is, if one is in the text. */
  readonly comment: TemplatePlace | undefined;
}

/** What is found while the parts are cleaned one after the other. */
interface Findings {
  readonly changes: TemplateChange[];
  /** One for each part that has tracked changes in its text. */
  readonly tracked: { readonly count: number; readonly text: string; readonly place: TemplatePlace }[];
  formatting: number;
  comment: TemplatePlace | undefined;
  readonly styles: Styles;
  readonly hiding: HiddenStyles;
  readonly fileLinks: FileLinks;
  /** The names of the bookmarks that were met, in small letters. */
  readonly bookmarks: Set<string>;
  /** The notes that are referred to, by the kind of part that they are in. */
  readonly notes: Map<PartKind, ReadonlySet<string>>;
}

/**
 * Takes the template's past out of the parts that tell how a document looks and what it says.
 *
 * @param zip its parts are rewritten
 * @param cut for each part, the ids of the relationships that were left out
 * @param fileLinks those of them that are links to files
 * @throws UnreadablePart, PartTooComplex
 */
export function cleanParts(
  zip: PizZip,
  cut: ReadonlyMap<string, ReadonlySet<string>>,
  fileLinks: FileLinks,
): CleanedParts {
  const file = readWordFile(zip);
  const sheet = file.partsOf('styles')[0]?.xml;
  const styles = readStyles(sheet);
  const found: Findings = {
    changes: [],
    tracked: [],
    formatting: 0,
    comment: undefined,
    styles,
    hiding: hiddenStyles(styles, sheet),
    fileLinks,
    bookmarks: new Set(),
    notes: new Map(),
  };
  for (const kind of REWRITTEN) {
    for (const part of file.partsOf(kind)) {
      const cleaned = withoutTraces(cleanPart(part, found), cut.get(part.name) ?? new Set());
      zip.file(part.name, xmlOf(cleaned), { createFolders: false });
    }
  }
  // In the others, nothing may need what was left out.
  for (const [name, ids] of cut) {
    const kind = file.kindOf(name);
    if (ids.size === 0 || !file.isXml(name) || isRewritten(kind) || isChart(kind)) continue;
    zip.file(name, xmlOf(withoutTraces(file.read(name), ids)), { createFolders: false });
  }
  for (const { name, xml } of file.partsOf(...CHARTS)) {
    const cleaned = withoutSourceFiles(withoutTraces(xml, cut.get(name) ?? new Set()));
    if (cleaned !== xml) zip.file(name, xmlOf(cleaned), { createFolders: false });
  }
  for (const [name, type] of file.contentTypes()) {
    if (!type.endsWith(THEME_TYPE) || !file.names.includes(name)) continue;
    const theme = file.read(name);
    const cleaned = withoutThemeNames(theme);
    if (cleaned !== theme) zip.file(name, xmlOf(cleaned), { createFolders: false });
  }
  const { changes, tracked, formatting, comment } = found;
  return {
    changes: formatting === 0 ? changes : [...changes, { kind: 'tracked formatting', count: formatting }],
    refusals: refusalOf(tracked),
    comment,
  };
}

function isRewritten(kind: PartKind | undefined): boolean {
  return REWRITTEN.some((each) => each === kind);
}

function isChart(kind: PartKind | undefined): boolean {
  return CHARTS.some((each) => each === kind);
}

function refusalOf(tracked: Findings['tracked']): readonly TemplateRefusal[] {
  const [first, ...others] = tracked;
  if (first === undefined) return [];
  const count = tracked.reduce((sum, each) => sum + each.count, 0);
  const place = { ...first.place, others: others.length };
  return [{ kind: 'tracked changes', count, text: first.text, place }];
}

function cleanPart({ name, kind, xml }: WordPart, found: Findings): XmlElement {
  const links = found.fileLinks.get(name) ?? new Set();
  switch (kind) {
    case 'document':
    case 'header':
    case 'footer':
      return cleanText(xml, kind, links, found);
    case 'footnotes':
    case 'endnotes':
      return cleanText(withoutLostNotes(xml, found.notes.get(kind) ?? new Set()), kind, links, found);
    case 'styles':
      return replaced(withChangesAccepted(xml), (element) =>
        element.name === 'w:rPr' ? [without(element, HIDING)] : undefined,
      );
    case 'settings': {
      const { document, changes } = cleanedSettings(xml);
      found.changes.push(...changes);
      return document;
    }
    default:
      return withChangesAccepted(xml);
  }
}

function cleanText(xml: XmlElement, kind: PartKind, links: ReadonlySet<string>, found: Findings): XmlElement {
  const places = placesIn(xml, kind);
  found.comment ??= firstComment(xml, places);
  const { ofText, ofFormatting } = trackedChanges(xml);
  found.formatting += ofFormatting;
  const first = ofText.find((change) => changedText(change).trim() !== '') ?? ofText[0];
  if (first !== undefined) {
    found.tracked.push({ count: ofText.length, text: quoted(changedText(first)), place: places.of(first) });
  }
  const accepted = withChangesAccepted(xml);
  const shown = withoutHidden(accepted, found.hiding, placesIn(accepted, kind));
  const unlinked = withoutLinkedTexts(shown.document, links, found.styles, placesIn(shown.document, kind));
  const marked = withMarkedFields(unlinked.document);
  for (const bookmark of elementsOf(marked, 'w:bookmarkStart')) {
    const name = attribute(bookmark, 'w:name').toLowerCase();
    if (name !== '') found.bookmarks.add(name);
  }
  const settled = withSettledFields(marked, found, placesIn(marked, kind));
  const own = withoutPropertyControls(settled.document, placesIn(settled.document, kind));
  found.changes.push(...shown.changes, ...unlinked.changes, ...settled.changes, ...own.changes);
  if (kind === 'document') {
    found.notes.set('footnotes', notesReferredTo(own.document, 'w:footnoteReference'));
    found.notes.set('endnotes', notesReferredTo(own.document, 'w:endnoteReference'));
  }
  return own.document;
}
