import { pageOf, type TemplateInUse, type TemplatesPage } from '../../domain/notat/kept-template.js';
import type { TemplateStore } from '../ports.js';
import { unlessUnreadable } from '../unless-unreadable.js';

interface Dependencies {
  readonly templates: TemplateStore;
}

export interface ShownTemplate extends TemplateInUse {
  readonly kind: 'template';
}

export type ShowTemplateOutcome =
  | ShownTemplate
  /** The newest choice cannot be read, so nobody knows which template is in use. The page has those that can be chosen. */
  | { readonly kind: 'unreadable'; readonly page: TemplatesPage };

/** Shows which template notats use now. */
export async function showTemplate({ templates }: Dependencies, tenantId: string): Promise<ShowTemplateOutcome> {
  const newest = await unlessUnreadable(templates.newest(tenantId).then((chosen) => ({ chosen })));
  if (newest === undefined)
    return { kind: 'unreadable', page: await listTemplates({ templates }, { tenantId, from: 0 }) };
  const { chosen } = newest;
  if (chosen?.again === undefined) return { kind: 'template', chosen, sent: chosen };
  return { kind: 'template', chosen, sent: await unlessUnreadable(templates.find(tenantId, chosen.again)) };
}

/** Lists the templates that a tenant has sent. Of what cannot be read, the numbers are listed. */
export async function listTemplates(
  { templates }: Dependencies,
  { tenantId, from }: { readonly tenantId: string; readonly from: number },
): Promise<TemplatesPage> {
  return pageOf(await templates.all(tenantId), from);
}
