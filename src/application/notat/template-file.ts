import type { NotatModel } from '../../domain/notat/notat.js';
import { INSTALLATIONS_TEMPLATE, type TemplateRecord } from '../../domain/notat/template.js';
import type { FileStore, NotatWriter, TemplateStore } from '../ports.js';
import { storedFile } from './notat-file.js';

/*
 * Hands out the files of templates. The number of a template comes from a card, and a card can be edited: it counts only
 * among the tenant's own templates. `INSTALLATIONS_TEMPLATE` is the installation's own.
 */

interface Dependencies {
  readonly templates: TemplateStore;
  readonly files: FileStore;
}

/** `no template`: the tenant has none with that number, or its row cannot be a template of the tenant's own. */
export type TemplateFileOutcome = { readonly kind: 'no template' } | TemplateFile;

export interface TemplateFile {
  readonly kind: 'file';
  /** The name with which the template was sent; undefined for the installation's own. */
  readonly name: string | undefined;
  readonly file: Uint8Array;
}

/** The file of a template as it was sent. Rejects with `UnreadableRow` when it cannot be read. */
export async function fetchTemplate(
  deps: Dependencies & { readonly installationsTemplate: Uint8Array },
  tenantId: string,
  number: number,
): Promise<TemplateFileOutcome> {
  if (number === INSTALLATIONS_TEMPLATE) return { kind: 'file', name: undefined, file: deps.installationsTemplate };
  return (await sentFile(deps, tenantId, number)) ?? { kind: 'no template' };
}

/** The example notat in a template, with the same bytes as when that template was uploaded. Rejects as `fetchTemplate`. */
export async function previewTemplate(
  deps: Dependencies & {
    readonly writer: NotatWriter;
    /** A notat in which every part of a template is used. */
    readonly example: NotatModel;
  },
  tenantId: string,
  number: number,
): Promise<TemplateFileOutcome> {
  if (number === INSTALLATIONS_TEMPLATE) {
    return { kind: 'file', name: undefined, file: await deps.writer.write(deps.example) };
  }
  const sent = await sentFile(deps, tenantId, number);
  return sent === undefined
    ? { kind: 'no template' }
    : { ...sent, file: await deps.writer.write(deps.example, sent.file) };
}

async function sentFile(
  { templates, files }: Dependencies,
  tenantId: string,
  number: number,
): Promise<TemplateFile | undefined> {
  const found: TemplateRecord | undefined = await templates.find(tenantId, number);
  if (found?.sha256 === undefined) return undefined;
  return { kind: 'file', name: found.name, file: await storedFile(files, tenantId, found.sha256) };
}
