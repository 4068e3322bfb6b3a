import type { NotatModel } from '../../domain/notat/notat.js';
import type { TemplateProblem } from '../../domain/notat/template-problem.js';
import { renderNotat } from './render-notat.js';
import { checkTemplate } from './template-check.js';

/*
 * What a thread of its own does: see word-thread.ts, which starts this file. Everything here takes as long as it takes, and
 * whoever asked waits elsewhere.
 */

export interface WritingJob {
  readonly notat: NotatModel;
  readonly template: Uint8Array;
}

/** See `checkTemplate`. */
export function check(template: Uint8Array): readonly TemplateProblem[] {
  return checkTemplate(template);
}

/** See `renderNotat`. */
export function write({ notat, template }: WritingJob): Uint8Array {
  return renderNotat(template, notat);
}
