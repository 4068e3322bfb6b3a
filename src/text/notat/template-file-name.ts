import type { Messages } from '../messages.js';
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

/** The name of a file of a template: the template itself, or an example of a notat in it. */
export function fileNameOf(
  { template: words }: Messages,
  of: 'template' | 'example',
  { number, name }: { readonly number: number; readonly name: string | undefined },
): string {
  return of === 'example' ? words.previewName(number) : templateFileName(name ?? words.installations);
}
