import {
  type KeptTemplate,
  keptTemplates,
  newestChoice,
  pageOf,
  type TemplateInUse,
  type TemplatesPage,
  usesInstallations,
} from '../../domain/notat/kept-template.js';
import { INSTALLATIONS_TEMPLATE, type TemplateRecord } from '../../domain/notat/template.js';
import type { TemplateProblem } from '../../domain/notat/template-problem.js';
import type { Person } from '../../domain/person.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import type { Clock, FileStore, TemplateStore } from '../ports.js';
import { type JudgingDependencies, judgeTemplate } from './judge-template.js';
import { storedFile } from './notat-file.js';

interface Dependencies extends JudgingDependencies {
  readonly templates: TemplateStore;
  readonly files: FileStore;
  readonly clock: Clock;
}

export interface ChooseTemplateRequest {
  readonly tenantId: string;
  readonly by: Person;
  /** The number of an upload, or `INSTALLATIONS_TEMPLATE`. */
  readonly number: number;
  /** The number of the newest choice that the card showed; undefined where nothing was shown: then the newest counts. */
  readonly seen: number | undefined;
}

export type ChooseTemplateOutcome =
  /** The template is in use now. `isNew` is false where it was already, and then nothing was written. */
  | { readonly kind: 'in use'; readonly isNew: boolean; readonly shown: TemplateInUse }
  /** Another one has been chosen since the card was shown. Nothing was written. */
  | { readonly kind: 'changed'; readonly now: TemplatesPage }
  /** The tenant has no such template. */
  | { readonly kind: 'no template' }
  /** Too many templates are being checked. This one was not checked, and nothing has changed. */
  | { readonly kind: 'busy' }
  /** The template was taken once, and cannot be used any more. Nothing was written. */
  | { readonly kind: 'refused'; readonly name: string; readonly problems: readonly TemplateProblem[] };

/**
 * Takes a template that was used before into use again, or the installation's own. An upload is checked again, because the
 * bot may refuse today what it took then. May be repeated: what is in use already is not chosen once more. Of two people
 * who choose at the same time, one is told what the other has chosen.
 */
export async function chooseTemplate(
  deps: Dependencies,
  request: ChooseTemplateRequest,
): Promise<ChooseTemplateOutcome> {
  return untilStored('choose template', () => tryChoosing(deps, request));
}

async function tryChoosing(
  deps: Dependencies,
  { tenantId, by, number, seen }: ChooseTemplateRequest,
): Promise<ChooseTemplateOutcome | typeof CONFLICT> {
  const all = await deps.templates.all(tenantId);
  const isReturn = number === INSTALLATIONS_TEMPLATE;
  const wanted = keptTemplates(all).find((kept) => kept.number === number);
  if (wanted === undefined && !isReturn) return { kind: 'no template' };
  if (wanted?.isInUse ?? usesInstallations(all)) {
    return { kind: 'in use', isNew: false, shown: shownOf(wanted, newestChoice(all)) };
  }
  if (seen !== undefined && seen !== all.newestNumber) return { kind: 'changed', now: pageOf(all, 0) };
  if (wanted !== undefined) {
    const judged = await judgeTemplate(deps, await storedFile(deps.files, tenantId, wanted.sha256));
    if (judged.kind === 'busy') return judged;
    if (judged.kind === 'refused') return { ...judged, name: wanted.name };
  }
  const chosen: TemplateRecord = {
    number: all.newestNumber + 1,
    name: wanted?.name ?? '',
    sha256: wanted?.sha256,
    again: wanted?.number,
    by,
    at: deps.clock.now(),
  };
  const result = await deps.templates.add(tenantId, chosen);
  if (result === 'conflict') return CONFLICT;
  return { kind: 'in use', isNew: true, shown: shownOf(wanted, chosen) };
}

/** @param wanted undefined for the installation's own template */
function shownOf(wanted: KeptTemplate | undefined, chosen: TemplateRecord | undefined): TemplateInUse {
  return { chosen, sent: wanted === undefined ? chosen : wanted.sent };
}
