import { FILE_NAME_MAX, RAW_TEXT_MAX } from '../../domain/limits.js';
import type { NotatModel } from '../../domain/notat/notat.js';
import type { TemplateRecord } from '../../domain/notat/template.js';
import type { TemplateChange } from '../../domain/notat/template-change.js';
import { isTemplateWarning, type TemplateProblem, type TemplateWarning } from '../../domain/notat/template-problem.js';
import type { TemplateUnderstanding } from '../../domain/notat/template-understanding.js';
import type { Person } from '../../domain/person.js';
import { cleanLine } from '../../domain/text/clean-text.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import {
  type Clock,
  type FileStore,
  type NotatWriter,
  type TemplateCheck,
  type TemplateStore,
  UnfitTemplate,
} from '../ports.js';

interface Dependencies {
  readonly templates: TemplateStore;
  readonly files: FileStore;
  readonly writer: NotatWriter;
  readonly check: TemplateCheck;
  /** A notat in which every part of a template is used, for the preview. */
  readonly example: NotatModel;
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
  | {
      readonly kind: 'taken';
      readonly template: TemplateRecord;
      /** Weaknesses that do not prevent its use. */
      readonly warnings: readonly TemplateWarning[];
      readonly understood: TemplateUnderstanding | undefined;
      /** What notats do without, or have in another way than the template. */
      readonly changes: readonly TemplateChange[];
      /** The example notat, written with the template. */
      readonly preview: Uint8Array;
    };

/** Checks a municipality's own template. If the template can be used, notats use it from now on. */
export async function uploadTemplate(
  deps: Dependencies,
  request: UploadTemplateRequest,
): Promise<UploadTemplateOutcome> {
  const { bytes, tenantId } = request;
  const verdict = await deps.check.check(bytes);
  if (verdict === 'busy') return { kind: 'busy' };
  const { problems, understood, changes } = verdict;
  const warnings = problems.filter(isTemplateWarning);
  if (warnings.length < problems.length) return { kind: 'refused', problems };
  const preview = await exampleIn(deps, bytes);
  if (preview instanceof UnfitTemplate)
    return { kind: 'refused', problems: [{ kind: 'not clean', left: preview.left }] };
  const sha256 = await deps.files.put(tenantId, bytes);
  // Another upload may get the number first; then this one gets the next number.
  const template = await untilStored('add template', () => tryAdding(deps, request, sha256));
  return { kind: 'taken', template, warnings, understood, changes, preview };
}

/** The last look at a notat can find what the check of its template did not. */
export async function exampleIn(
  { writer, example }: Pick<Dependencies, 'writer' | 'example'>,
  template: Uint8Array,
): Promise<Uint8Array | UnfitTemplate> {
  try {
    return await writer.write(example, template);
  } catch (error) {
    if (error instanceof UnfitTemplate) return error;
    throw error;
  }
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
