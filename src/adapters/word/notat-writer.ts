import type { NotatWriter } from '../../application/ports.js';
import { renderTemplate } from './render-template.js';
import { checkTemplate } from './template-check.js';
import { templateData } from './template-data.js';

/**
 * The first moment a zip entry can bear, on whatever clock the machine has: entries dated by the clock would
 * make two files of the same notat differ.
 */
const ZIP_EPOCH = new Date(1980, 0, 1);

/**
 * Writes the notat into a Word document with tags, as the secretariat has made it in Word. The same model and
 * template give the same bytes.
 *
 * @throws Error that says what is wrong with the template
 */
export function createWordNotatWriter({ template }: { readonly template: Uint8Array }): NotatWriter {
  checkTemplate(template);
  return {
    async write(notat) {
      const zip = renderTemplate(template, templateData(notat)).getZip();
      for (const entry of Object.values(zip.files)) entry.date = ZIP_EPOCH;
      return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
    },
  };
}
