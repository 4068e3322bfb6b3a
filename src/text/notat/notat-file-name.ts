import { withoutTrailing } from '../../domain/text/without-trailing.js';
import { NOTAT_WORDS } from './notat-words.js';

/**
 * The most bytes (UTF-8) of a title in a file name. With the words around it, the name stays well below 255 bytes, the
 * limit of Linux, and 255 characters, the limit of Windows and SharePoint, and leaves room in a long path.
 */
const FILE_TITLE_BYTES = 150;
/** Control characters, invisible formatting characters, lone surrogates and noncharacters. */
const NOT_IN_FILE_NAMES = /[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/**
 * A file name for the notat that is valid on Windows, in SharePoint and elsewhere: `Notat - Opfølgning på
 * borgerrådgiverens beretning 2024.docx`. It always begins with "Notat", so it is never one of the names that Windows
 * reserves for devices.
 *
 * Forbidden characters are removed; the separators (`\ / : |`) become hyphens.
 * https://learn.microsoft.com/windows/win32/fileio/naming-a-file
 */
export function notatFileName(title: string, extension: 'docx' | 'md' = 'docx'): string {
  const short = safeFileTitle(title);
  return `${short === '' ? NOTAT_WORDS.notat : `${NOTAT_WORDS.notat} - ${short}`}.${extension}`;
}

/** As much of a title as a file name can have; empty if that is nothing. It may be a name that Windows reserves. */
export function safeFileTitle(title: string): string {
  const allowed = title
    .replace(/\s+/gu, ' ')
    .replace(NOT_IN_FILE_NAMES, '')
    .replace(/["<>*?]/gu, '')
    .replace(/[ \\/:|]+/gu, (run) => (run.trim() === '' ? run : run.includes(' ') ? ' - ' : '-'))
    .replace(/^[ .-]+/u, '');
  return withoutTrailing(allowed.slice(0, lengthWithin(allowed, FILE_TITLE_BYTES)), ' .-');
}

/** How many UTF-16 units of a text fit in a number of UTF-8 bytes. The cut is never inside a surrogate pair. */
function lengthWithin(text: string, bytes: number): number {
  return new TextEncoder().encodeInto(text, new Uint8Array(bytes)).read;
}
