import type { NotatModel } from '../../domain/notat/notat.js';
import type { TemplateVerdict } from '../../domain/notat/template-problem.js';
import { judgeTemplate } from './check/template-check.js';
import { renderNotat } from './write/render-notat.js';

/*
 * The code that runs in the threads that word-thread.ts starts. It may take long, because it does not block the thread
 * that answers people.
 */

export interface WritingJob {
  readonly notat: NotatModel;
  readonly template: Uint8Array;
}

/** See `judgeTemplate`. */
export function check(template: Uint8Array): TemplateVerdict {
  return judgeTemplate(template);
}

/** See `renderNotat`. */
export function write({ notat, template }: WritingJob): Uint8Array {
  return renderNotat(template, notat);
}
