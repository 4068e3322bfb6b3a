import { TEMPLATES_LISTED } from '../../domain/limits.js';
import {
  type KeptTemplate,
  keptTemplates,
  newestChoice,
  type TemplateChoices,
  type TemplateInUse,
  usesInstallations,
} from '../../domain/notat/kept-template.js';
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

/** A page of the templates that a tenant has sent. */
export interface ListedTemplates {
  /** At most `TEMPLATES_LISTED`, the last sent first. */
  readonly templates: readonly KeptTemplate[];
  /** How many are passed over, from the last sent. */
  readonly from: number;
  /** Where the older ones begin; undefined where there are none. */
  readonly next: number | undefined;
  readonly isInstallationsInUse: boolean;
  /** Whether the newest choice can be read. Where it cannot, nobody knows which template is in use. */
  readonly isReadable: boolean;
  /** The number of the newest choice. A card brings it back, so that nobody undoes what they have not seen. */
  readonly seen: number;
}

/** Lists the templates that a tenant has sent. What cannot be read is left out. */
export async function listTemplates(
  { templates }: Dependencies,
  { tenantId, from }: { readonly tenantId: string; readonly from: number },
): Promise<ListedTemplates> {
  return pageOf(await templates.all(tenantId), from);
}

/** @param from how many templates are passed over, from the last sent */
export function pageOf(all: TemplateChoices, from: number): ListedTemplates {
  const kept = keptTemplates(all);
  const next = from + TEMPLATES_LISTED;
  return {
    templates: kept.slice(from, next),
    from,
    next: kept.length > next ? next : undefined,
    isInstallationsInUse: usesInstallations(all),
    isReadable: all.newestNumber === 0 || newestChoice(all) !== undefined,
    seen: all.newestNumber,
  };
}
