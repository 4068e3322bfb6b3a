import { withoutTrailing } from '../../domain/text/without-trailing.js';
import { NOTAT_WORDS } from './notat-words.js';

/**
 * The most bytes (UTF-8) of a title that go in a file name: with what stands around it, well below the 255
 * that Linux and the 255 characters that Windows and SharePoint allow a name, and room left in a long path.
 */
const FILE_TITLE_BYTES = 150;
/** Controls, invisible formatting, halves of a character, noncharacters. */
const NOT_IN_FILE_NAMES = /[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/**
 * A name that the notat can be saved under on Windows, in SharePoint and elsewhere:
 * `Notat - Opfølgning på borgerrådgiverens beretning 2024.docx`. It always begins with "Notat", so it is never
 * one of the names that Windows keeps for devices.
 *
 * What systems forbid is dropped, but separators (`\ / : |`) become hyphens.
 * https://learn.microsoft.com/windows/win32/fileio/naming-a-file
 */
export function notatFileName(title: string, extension: 'docx' | 'md' = 'docx'): string {
  const allowed = title
    .replace(/\s+/gu, ' ')
    .replace(NOT_IN_FILE_NAMES, '')
    .replace(/["<>*?]/gu, '')
    .replace(/[ \\/:|]+/gu, (run) => (run.trim() === '' ? run : run.includes(' ') ? ' - ' : '-'))
    .replace(/^[ .-]+/u, '');
  const short = withoutTrailing(allowed.slice(0, lengthWithin(allowed, FILE_TITLE_BYTES)), ' .-');
  return `${short === '' ? NOTAT_WORDS.notat : `${NOTAT_WORDS.notat} - ${short}`}.${extension}`;
}

/** How many UTF-16 units of a text fit in so many bytes of UTF-8, never ending inside a surrogate pair. */
function lengthWithin(text: string, bytes: number): number {
  return new TextEncoder().encodeInto(text, new Uint8Array(bytes)).read;
}
