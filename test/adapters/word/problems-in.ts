import { checkTemplate } from '../../../src/adapters/word/check/template-check.js';
import type { TemplateProblem } from '../../../src/domain/notat/template-problem.js';

/** A problem without the place where it is, for specs that do not ask where. */
export type ProblemAnywhere = TemplateProblem extends infer Each
  ? Each extends TemplateProblem
    ? Omit<Each, 'place'>
    : never
  : never;

/** What is wrong with a template, wherever it is. */
export function problemsIn(template: Uint8Array): readonly ProblemAnywhere[] {
  return checkTemplate(template).map((problem) => {
    const { place: _, ...anywhere } = { place: undefined, ...problem };
    return anywhere;
  });
}
