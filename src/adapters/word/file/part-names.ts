import type { TemplatePart } from '../../../domain/notat/template-place.js';
import type { PartKind } from './word-parts.js';

const PARTS: Readonly<Partial<Record<PartKind, TemplatePart>>> = {
  document: 'text',
  header: 'header',
  footer: 'footer',
  footnotes: 'footnote',
  endnotes: 'endnote',
  comments: 'comment',
  glossary: 'building block',
  diagram: 'diagram',
  drawnDiagram: 'diagram',
  chart: 'chart',
  newChart: 'chart',
  properties: 'properties',
  moreProperties: 'properties',
  ownProperties: 'properties',
};

/** What people are told a part of the file is. All that is not shown is a setting. */
export function partOfKind(kind: PartKind | undefined): TemplatePart {
  return (kind && PARTS[kind]) ?? 'setting';
}
