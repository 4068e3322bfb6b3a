import type { NotatModel } from '../../domain/notat/notat.js';
import type { TemplateRecord } from '../../domain/notat/template.js';
import { type PersonalSender, secretariatOf } from '../channel/secretariat-member.js';
import {
  type ChannelRegistry,
  type FileStore,
  type Members,
  type NotatWriter,
  type TemplateStore,
  UnreadableRow,
} from '../ports.js';

interface Dependencies {
  readonly channels: ChannelRegistry;
  readonly members: Members;
  readonly templates: TemplateStore;
}

export type ShowTemplateOutcome =
  | { readonly kind: 'not secretariat' }
  /** `template` is undefined until the first template is uploaded; until then the installation's own is used. */
  | { readonly kind: 'template'; readonly template: TemplateRecord | undefined };

/** Shows which template notats use now. */
export async function showTemplate(deps: Dependencies, sender: PersonalSender): Promise<ShowTemplateOutcome> {
  if ((await secretariatOf(deps, sender)) === undefined) return { kind: 'not secretariat' };
  return { kind: 'template', template: await deps.templates.newest(sender.tenantId) };
}

export type PreviewTemplateOutcome =
  | { readonly kind: 'not secretariat' | 'no template' }
  | { readonly kind: 'file'; readonly file: Uint8Array };

/**
 * Writes the example notat in one of the tenant's templates, with the same bytes as when that template was uploaded.
 * The number comes from a card, and a card can be edited, so this checks again whether the person may have it.
 */
export async function previewTemplate(
  deps: Dependencies & {
    readonly files: FileStore;
    readonly writer: NotatWriter;
    /** A notat in which every part of a template is used. */
    readonly example: NotatModel;
  },
  sender: PersonalSender,
  number: number,
): Promise<PreviewTemplateOutcome> {
  if ((await secretariatOf(deps, sender)) === undefined) return { kind: 'not secretariat' };
  const { tenantId } = sender;
  const sha256 = (await deps.templates.find(tenantId, number))?.sha256;
  if (sha256 === undefined) return { kind: 'no template' };
  const bytes = await deps.files.get(tenantId, sha256);
  if (bytes === undefined) throw new UnreadableRow('file part', `file ${sha256}`, 'it is missing');
  return { kind: 'file', file: await deps.writer.write(deps.example, bytes) };
}
