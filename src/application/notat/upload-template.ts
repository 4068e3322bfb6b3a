import { FILE_NAME_MAX, RAW_TEXT_MAX } from '../../domain/limits.js';
import type { TemplateRecord } from '../../domain/notat/template.js';
import type { TemplateProblem } from '../../domain/notat/template-problem.js';
import type { Person } from '../../domain/person.js';
import { cleanLine } from '../../domain/text/clean-text.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import type { Clock, FileStore, TemplateStore } from '../ports.js';
import { type JudgedTemplate, type JudgingDependencies, judgeTemplate } from './judge-template.js';

interface Dependencies extends JudgingDependencies {
  readonly templates: TemplateStore;
  readonly files: FileStore;
  readonly clock: Clock;
}

export interface UploadTemplateRequest {
  readonly tenantId: string;
  readonly by: Person;
  /** The name of the file. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type UploadTemplateOutcome =
  /** Too many templates are being checked. This one was not checked, and nothing has changed. */
  | { readonly kind: 'busy' }
  /** The template cannot be used. The bot goes on with the template that it used before. */
  | { readonly kind: 'refused'; readonly problems: readonly TemplateProblem[] }
  | ({ readonly kind: 'taken'; readonly template: TemplateRecord } & JudgedTemplate);

/** Checks a municipality's own template. If the template can be used, notats use it from now on. */
export async function uploadTemplate(
  deps: Dependencies,
  request: UploadTemplateRequest,
): Promise<UploadTemplateOutcome> {
  const { bytes, tenantId } = request;
  const judged = await judgeTemplate(deps, bytes);
  if (judged.kind !== 'fit') return judged;
  const sha256 = await deps.files.put(tenantId, bytes);
  // Another upload may get the number first; then this one gets the next number.
  const template = await untilStored('add template', () => tryAdding(deps, request, sha256));
  return { ...judged, kind: 'taken', template };
}

async function tryAdding(
  deps: Pick<Dependencies, 'templates' | 'clock'>,
  { tenantId, by, name }: Pick<UploadTemplateRequest, 'tenantId' | 'by' | 'name'>,
  sha256: string,
): Promise<TemplateRecord | typeof CONFLICT> {
  const template = {
    number: (await deps.templates.newestNumber(tenantId)) + 1,
    name: cleanLine(name.slice(0, RAW_TEXT_MAX)).slice(0, FILE_NAME_MAX),
    sha256,
    again: undefined,
    by,
    at: deps.clock.now(),
  };
  const result = await deps.templates.add(tenantId, template);
  return result === 'conflict' ? CONFLICT : template;
}
