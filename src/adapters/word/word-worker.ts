import { UnfitTemplate } from '../../application/ports.js';
import type { NotatModel } from '../../domain/notat/notat.js';
import type { TemplateVerdict } from '../../domain/notat/template-problem.js';
import { judgeTemplate } from './check/template-check.js';
import { createNotatRenderer } from './write/render-notat.js';

/*
 * The code that runs in the threads that word-thread.ts starts. It may take long, because it does not block the thread
 * that answers people.
 */

export interface WritingJob {
  readonly notat: NotatModel;
  readonly template: Uint8Array;
}

/** The file; or what would be left in it, because an error loses its class on its way to another thread. */
export type WritingOutcome = { readonly file: Uint8Array } | { readonly left: string };

const render = createNotatRenderer();

/** See `judgeTemplate`. */
export function check(template: Uint8Array): TemplateVerdict {
  return judgeTemplate(template);
}

/** See `RenderNotat`. */
export function write({ notat, template }: WritingJob): WritingOutcome {
  try {
    return { file: render(template, notat) };
  } catch (error) {
    if (error instanceof UnfitTemplate) return { left: error.left };
    throw error;
  }
}
