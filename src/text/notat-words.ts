import type { NotatAnswer, NotatModel } from '../domain/notat.js';
import { danishDate } from './danish-dates.js';

/** What the notat says of itself. Danish whatever language the bot speaks: the council reads it. */
export const NOTAT_WORDS = {
  notat: 'Notat',
  departmentColumn: 'Fagområde',
  answerColumn: 'Eksempler på læring og opfølgning',
} as const;

/** What stands in the place of a reply: one sentence without a full stop. */
export function noReplyWords(
  answer: Exclude<NotatAnswer, { kind: 'reply' }>,
  deadline: NotatModel['deadline'],
): string {
  switch (answer.kind) {
    case 'nil':
      return 'Ingen bemærkninger';
    case 'unanswered':
      return 'Har ikke svaret inden fristen';
    case 'awaited':
      return `Har endnu ikke svaret (fristen er den ${danishDate(deadline)})`;
  }
}

/** What an interim notat says below its title; undefined for a complete one. */
export function interimWords({ status, answered, rows }: NotatModel): string | undefined {
  if (status === 'complete') return undefined;
  return `Foreløbigt notat: ${answered} af ${rows.length} ${rows.length === 1 ? 'fagområde' : 'fagområder'} har svaret.`;
}

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
    .replace(/ +[\\/:|]+ *|[\\/:|]+ +/gu, ' - ')
    .replace(/[\\/:|]+/gu, '-')
    .replace(/^[ .-]+/u, '');
  const short = allowed.slice(0, lengthWithin(allowed, FILE_TITLE_BYTES)).replace(/[ .-]+$/u, '');
  return `${short === '' ? NOTAT_WORDS.notat : `${NOTAT_WORDS.notat} - ${short}`}.${extension}`;
}

/** How many UTF-16 units of a text fit in so many bytes of UTF-8, never ending inside a surrogate pair. */
function lengthWithin(text: string, bytes: number): number {
  return new TextEncoder().encodeInto(text, new Uint8Array(bytes)).read;
}
