import type { Person } from '../person.js';

/**
 * One choice of a template by a municipality: a Word file that was uploaded, as it was sent; an earlier one that is taken
 * into use again; or a return to the installation's own. It is never changed; a new choice gets the next number.
 */
export interface TemplateRecord {
  /** 1 for a municipality's first choice. */
  readonly number: number;
  /** The file's name. */
  readonly name: string;
  /** The SHA-256 of the file, in hexadecimal digits; undefined for a return to the installation's template. */
  readonly sha256: string | undefined;
  /** The number of the upload that is taken into use again; undefined for an upload and for a return. */
  readonly again: number | undefined;
  readonly by: Person;
  readonly at: Date;
}

/** Stands for the installation's own template where a template is named by its number. */
export const INSTALLATIONS_TEMPLATE = 0;
