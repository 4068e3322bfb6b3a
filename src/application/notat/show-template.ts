import type { NotatModel } from '../../domain/notat/notat.js';
import type { TemplateRecord } from '../../domain/notat/template.js';
import { type FileStore, type NotatWriter, type TemplateStore, UnreadableRow } from '../ports.js';

interface Dependencies {
  readonly templates: TemplateStore;
}

/** `template` is undefined until the first template is uploaded; until then the installation's own is used. */
export interface ShownTemplate {
  readonly kind: 'template';
  readonly template: TemplateRecord | undefined;
}

/** Shows which template notats use now. */
export async function showTemplate({ templates }: Dependencies, tenantId: string): Promise<ShownTemplate> {
  return { kind: 'template', template: await templates.newest(tenantId) };
}

export type PreviewTemplateOutcome =
  | { readonly kind: 'no template' }
  | { readonly kind: 'file'; readonly file: Uint8Array };

/**
 * Writes the example notat in one of the tenant's templates, with the same bytes as when that template was uploaded.
 * The number comes from a card, and a card can be edited: it counts only among the tenant's own templates.
 */
export async function previewTemplate(
  deps: Dependencies & {
    readonly files: FileStore;
    readonly writer: NotatWriter;
    /** A notat in which every part of a template is used. */
    readonly example: NotatModel;
  },
  tenantId: string,
  number: number,
): Promise<PreviewTemplateOutcome> {
  const sha256 = (await deps.templates.find(tenantId, number))?.sha256;
  if (sha256 === undefined) return { kind: 'no template' };
  const bytes = await deps.files.get(tenantId, sha256);
  if (bytes === undefined) throw new UnreadableRow('file part', `file ${sha256}`, 'it is missing');
  return { kind: 'file', file: await deps.writer.write(deps.example, bytes) };
}
