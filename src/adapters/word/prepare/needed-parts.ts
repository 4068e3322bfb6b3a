import type { TemplateChange } from '../../../domain/notat/template-change.js';
import {
  type Relationship,
  ROOT_RELATIONSHIPS,
  relationshipsIn,
  relationshipsName,
  relationshipsOf,
} from '../file/relationships.js';
import { MACRO_PART, type PartKind, textOf, type WordFile } from '../file/word-parts.js';
import type { XmlElement } from '../file/xml-tree.js';
import { quoted } from './places.js';
import { shownHeaders } from './shown-headers.js';

/** The relationships of the file itself that a notat needs. Its properties are written anew. */
const ROOT_NEEDED: ReadonlySet<string> = new Set(['officeDocument']);

/**
 * The relationships of parts that a notat may need, by the last part of their types: what Word shows, and what tells
 * how. Everything else is left out, whatever programs come to put in a file: comments and who wrote them, custom XML
 * with the ids of SharePoint, the settings of a printer, the traces of assistants.
 */
const NEEDED: ReadonlySet<string> = new Set(
  (
    'styles numbering settings webSettings fontTable font theme themeOverride header footer footnotes endnotes image hdphoto ' +
    'hyperlink chart chartEx chartUserShapes chartStyle chartColorStyle diagramData diagramLayout diagramQuickStyle ' +
    'diagramColors diagramDrawing model3d'
  ).split(' '),
);

/** What makes the check refuse a template, and must be there for it to find. */
const REFUSED: ReadonlySet<string> = new Set(
  'oleObject package control activeXControlBinary aFChunk vbaProject wordVbaData subDocument frame'.split(' '),
);

/** What is left out also where it leads out of the file. All else that does so is left for the check. */
const NEVER: ReadonlySet<string> = new Set(
  (
    'attachedTemplate comments commentsExtended commentsIds commentsExtensible people customXml customXmlProps ' +
    'glossaryDocument thumbnail printerSettings stylesWithEffects keyMapCustomizations attachedToolbars ' +
    'mailMergeSource mailMergeHeaderSource recipientData'
  ).split(' '),
);

/** The kinds of part that are charts. */
export const CHARTS = ['chart', 'newChart'] as const satisfies readonly PartKind[];
/** What leads from a chart to the workbook that it was made of, with all that is in it. The chart itself has what it shows. */
const SOURCES: ReadonlySet<string> = new Set(['package', 'oleObject', 'externalLink']);

/** What Word reads a part as that a relationship leads to, by the last part of its type. */
const ROLES: Readonly<Record<string, PartKind>> = {
  styles: 'styles',
  numbering: 'numbering',
  settings: 'settings',
  fontTable: 'fontTable',
  header: 'header',
  footer: 'footer',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  chart: 'chart',
  chartEx: 'newChart',
  diagramData: 'diagram',
  diagramDrawing: 'drawnDiagram',
};

/** The parts of a file that a notat needs, and what leads to them. */
export interface NeededParts {
  readonly main: string;
  /** The relationships of the file itself, as they were sent. */
  readonly root: XmlElement;
  /** Without the parts that have relationships in them. */
  readonly names: ReadonlySet<string>;
  /**
   * The relationships of the parts that have some, without those that were left out. They are by the usual name of their
   * part (`relationshipsName`), whatever capitals it has in the file.
   */
  readonly relationships: ReadonlyMap<string, XmlElement>;
  /** What the parts are that relationships lead to, whatever content types the file gives them. */
  readonly roles: ReadonlyMap<string, PartKind>;
  /** For each part, the ids of the relationships that were left out. */
  readonly cut: ReadonlyMap<string, ReadonlySet<string>>;
  readonly changes: readonly TemplateChange[];
}

/** @returns undefined for a file that does not say which part is the document */
export function neededParts(file: WordFile): NeededParts | undefined {
  const actual = new Map(file.names.map((name) => [name.toLowerCase(), name]));
  const rootName = actual.get(ROOT_RELATIONSHIPS);
  if (rootName === undefined) return undefined;
  const root = file.read(rootName);
  const main = relationshipsIn(root, '', actual).find(({ type }) => ROOT_NEEDED.has(type))?.part;
  if (main === undefined) return undefined;
  // A part with macros makes the check refuse the template, also where nothing leads to it.
  const names = new Set([main, ...file.names.filter((name) => MACRO_PART.test(name))]);
  const relationships = new Map<string, XmlElement>();
  const cut = new Map<string, ReadonlySet<string>>();
  const roles = new Map<string, PartKind>([[main, 'document']]);
  const changes: TemplateChange[] = [];
  let sources = 0;
  // A set that grows while it is gone through: each part is visited once.
  for (const part of names) {
    const name = actual.get(relationshipsName(part).toLowerCase());
    if (name === undefined) continue;
    const lines = relationshipsIn(file.read(name), part, actual);
    const unseen = part === main ? unseenHeaders(file, main, lines) : NONE;
    const isChart = CHARTS.some((kind) => kind === (roles.get(part) ?? file.kindOf(part)));
    const isSource = (line: Relationship) => isChart && SOURCES.has(line.type);
    const isNeeded = (line: Relationship) => isKept(line) && !unseen.has(line) && !isSource(line);
    const kept = lines.filter(isNeeded);
    const left = lines.filter((line) => !isNeeded(line));
    relationships.set(relationshipsName(part), relationshipsOf(kept));
    cut.set(part, new Set(left.map(({ id }) => id)));
    if (left.some(isSource)) sources += 1;
    changes.push(...left.flatMap((line) => (unseen.has(line) ? toldUnseen(file, line) : told(line))));
    for (const { part: target, type } of kept) {
      if (target === undefined || /\.rels$/iu.test(target)) continue;
      names.add(target);
      const role = Object.hasOwn(ROLES, type) ? ROLES[type] : undefined;
      if (role !== undefined && isWeightier(role, roles.get(target))) roles.set(target, role);
    }
  }
  if (sources > 0) changes.push({ kind: 'chart sources', count: sources });
  return { main, root, names, relationships, roles, cut, changes };
}

const TEXTS: ReadonlySet<PartKind> = new Set(['document', 'header', 'footer', 'footnotes', 'endnotes']);

/** Of a part that is two things, all that is asked of a text is asked. */
function isWeightier(role: PartKind, before: PartKind | undefined): boolean {
  return before === undefined || (TEXTS.has(role) && !TEXTS.has(before));
}

function isKept({ type, isExternal }: Relationship): boolean {
  return !NEVER.has(type) && (isExternal || NEEDED.has(type) || REFUSED.has(type));
}

const NONE: ReadonlySet<Relationship> = new Set();

/** The relationships to headers and footers that no page shows. */
function unseenHeaders(file: WordFile, main: string, lines: readonly Relationship[]): ReadonlySet<Relationship> {
  const headers = lines.filter(({ type, part }) => (type === 'header' || type === 'footer') && part !== undefined);
  if (headers.length === 0) return NONE;
  const settings = lines.find(({ type }) => type === 'settings')?.part;
  const shown = shownHeaders(file.read(main), settings === undefined ? undefined : file.read(settings));
  return new Set(headers.filter(({ id }) => !shown.has(id)));
}

function toldUnseen(file: WordFile, { type, part = '' }: Relationship): readonly TemplateChange[] {
  const text = quoted(textOf(file.read(part)));
  return text === '' ? [] : [{ kind: 'unseen header', part: type === 'header' ? 'header' : 'footer', text }];
}

function told({ type, target }: Relationship): readonly TemplateChange[] {
  if (type === 'glossaryDocument') return [{ kind: 'building blocks' }];
  return type === 'attachedTemplate' ? [{ kind: 'attached template', name: fileName(target) }] : [];
}

/** The name of a file without the folders, which can name a person. */
function fileName(target: string): string {
  const name = target.split(/[\\/]/u).at(-1) ?? '';
  try {
    return quoted(decodeURIComponent(name));
  } catch {
    return quoted(name);
  }
}
