import type { NotatModel } from '../../../domain/notat/notat.js';
import { templateProblemWords } from '../../../text/notat/template-problem-words.js';
import { openTemplate } from '../file/open-template.js';
import { prepareTemplate } from '../prepare/prepare-template.js';
import { renderTemplate } from './render-template.js';
import { templateData } from './template-data.js';

/**
 * The earliest time that a zip entry can have, in local time. All entries get it, because with the present time two
 * files of the same notat would differ.
 */
const ZIP_EPOCH = new Date(1980, 0, 1);

/**
 * Fills a Word template with a notat. The same notat and the same template give the same bytes.
 *
 * @param template a template that `checkTemplate` does not refuse
 * @returns the .docx file
 * @throws Error if the template cannot be filled
 */
export function renderNotat(template: Uint8Array, notat: NotatModel): Uint8Array {
  const opened = openTemplate(template);
  if (!opened.ok) throw new Error(templateProblemWords.en(opened.problem));
  const { zip: prepared } = prepareTemplate(opened.value);
  const zip = renderTemplate(prepared, templateData(notat)).getZip();
  for (const entry of Object.values(zip.files)) entry.date = ZIP_EPOCH;
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
}
