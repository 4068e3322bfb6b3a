import { safeFileTitle } from './notat-file-name.js';

/** A template that was sent may be called .docm or .dotx. Its content is a document, which is what the check requires. */
const WORD_EXTENSION = /\.do[ct][xm]$/iu;

/**
 * A file name for a template that is handed over: the name with which it was sent, as far as a file can have it.
 *
 * @param name the name of the file that was sent, or of the installation's own template
 */
export function templateFileName(name: string): string {
  const title = safeFileTitle(name.replace(WORD_EXTENSION, ''));
  return `${title === '' ? 'Skabelon' : title}.docx`;
}
