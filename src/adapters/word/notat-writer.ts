import type { NotatWriter } from '../../application/ports.js';
import { isTemplateWarning } from '../../domain/template-problem.js';
import { englishTemplateProblem } from '../../text/template-problem-words.js';
import { renderNotat } from './render-notat.js';
import { checkTemplate } from './template-check.js';

/**
 * Writes notats into the installation's Word template, or into a municipality's own, see `renderNotat`.
 *
 * @throws Error that says everything that is wrong with the template, so that it is known when the bot starts and not
 * when the notat is due; what it only warns of is let pass
 */
export function createWordNotatWriter({ template }: { readonly template: Uint8Array }): NotatWriter {
  const refusals = checkTemplate(template).filter((problem) => !isTemplateWarning(problem));
  if (refusals.length > 0) {
    throw new Error(`The notat template cannot be used. ${refusals.map(englishTemplateProblem).join(' ')}`);
  }
  return { write: async (notat, own) => renderNotat(own ?? template, notat) };
}
