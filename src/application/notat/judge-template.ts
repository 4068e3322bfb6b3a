import type { NotatModel } from '../../domain/notat/notat.js';
import type { TemplateChange } from '../../domain/notat/template-change.js';
import { isTemplateWarning, type TemplateProblem, type TemplateWarning } from '../../domain/notat/template-problem.js';
import type { TemplateUnderstanding } from '../../domain/notat/template-understanding.js';
import { NotatNotWritten, type NotatWriter, type TemplateCheck, UnfitTemplate } from '../ports.js';

export interface JudgingDependencies {
  readonly check: TemplateCheck;
  readonly writer: NotatWriter;
  /** A notat in which every part of a template is used, for the preview. */
  readonly example: NotatModel;
}

/** What is found in a template that may be taken into use. */
export interface JudgedTemplate {
  /** Weaknesses that do not prevent its use. */
  readonly warnings: readonly TemplateWarning[];
  readonly understood: TemplateUnderstanding | undefined;
  /** What notats do without, or have in another way than the template. */
  readonly changes: readonly TemplateChange[];
  /** The example notat, written with the template. */
  readonly preview: Uint8Array;
}

export type TemplateJudgement =
  /** Too many templates are being checked, and this one was not. */
  | { readonly kind: 'busy' }
  /** The template cannot be used. */
  | { readonly kind: 'refused'; readonly problems: readonly TemplateProblem[] }
  | ({ readonly kind: 'fit' } & JudgedTemplate);

/** Checks whether a template can be used, and writes the example in it. */
export async function judgeTemplate(
  { check, writer, example }: JudgingDependencies,
  template: Uint8Array,
): Promise<TemplateJudgement> {
  const verdict = await check.check(template);
  if (verdict === 'busy') return { kind: 'busy' };
  const { problems, understood, changes } = verdict;
  const warnings = problems.filter(isTemplateWarning);
  if (warnings.length < problems.length) return { kind: 'refused', problems };
  try {
    return { kind: 'fit', warnings, understood, changes, preview: await writer.write(example, template) };
  } catch (error) {
    // A template can be light enough to check, and too heavy to write notats in.
    if (error instanceof NotatNotWritten) {
      return error.why === 'busy' ? { kind: 'busy' } : { kind: 'refused', problems: [{ kind: 'too heavy' }] };
    }
    // The last look at a notat can find what the check of its template did not.
    if (!(error instanceof UnfitTemplate)) throw error;
    return { kind: 'refused', problems: [{ kind: 'not clean', left: error.left }] };
  }
}
