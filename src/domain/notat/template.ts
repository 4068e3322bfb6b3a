import type { Person } from '../person.js';

/** A municipality's own Word template, as it was uploaded. It is never changed; a new upload gets the next number. */
export interface TemplateRecord {
  /** 1 for a municipality's first template. */
  readonly number: number;
  /** The file's name. */
  readonly name: string;
  /** The SHA-256 of the file, in hexadecimal digits; undefined for a return to the installation's template. */
  readonly sha256: string | undefined;
  readonly by: Person;
  readonly at: Date;
}
