import { pageOf, type TemplateInUse, type TemplatesPage } from '../../domain/notat/kept-template.js';
import type { TemplateStore } from '../ports.js';
import { unlessUnreadable } from '../unless-unreadable.js';

interface Dependencies {
  readonly templates: TemplateStore;
}

export interface ShownTemplate extends TemplateInUse {
  readonly kind: 'template';
}

/** Shows which template notats use now. Rejects with `UnreadableRow` when the newest choice cannot be read. */
export async function showTemplate({ templates }: Dependencies, tenantId: string): Promise<ShownTemplate> {
  const chosen = await templates.newest(tenantId);
  if (chosen?.again === undefined) return { kind: 'template', chosen, sent: chosen };
  return { kind: 'template', chosen, sent: await unlessUnreadable(templates.find(tenantId, chosen.again)) };
}

/** Lists the templates that a tenant has sent. What cannot be read is left out. */
export async function listTemplates(
  { templates }: Dependencies,
  { tenantId, from }: { readonly tenantId: string; readonly from: number },
): Promise<TemplatesPage> {
  return pageOf(await templates.all(tenantId), from);
}
