import type { NotatModel } from '../../domain/notat/notat.js';
import { templateProblemWords } from '../../text/notat/template-problem-words.js';
import { openTemplate } from './open-template.js';
import { renderTemplate } from './render-template.js';
import { templateData } from './template-data.js';

/**
 * The first moment a zip entry can bear, on whatever clock the machine has: entries dated by the clock would
 * make two files of the same notat differ.
 */
const ZIP_EPOCH = new Date(1980, 0, 1);

/**
 * Writes a notat into a Word document with tags, as the secretariat has made it in Word. The same model and
 * template give the same bytes.
 *
 * @param template one that `checkTemplate` has found nothing against
 * @returns the .docx file
 * @throws Error if the template cannot be filled
 */
export function renderNotat(template: Uint8Array, notat: NotatModel): Uint8Array {
  const opened = openTemplate(template);
  if (!opened.ok) throw new Error(templateProblemWords.en(opened.problem));
  const zip = renderTemplate(opened.value, templateData(notat)).getZip();
  for (const entry of Object.values(zip.files)) entry.date = ZIP_EPOCH;
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
}
