import type { Person } from '../person.js';

/** A municipality's own Word template, as it was uploaded. None is ever changed; another one is the next. */
export interface TemplateRecord {
  /** 1 for a municipality's first. */
  readonly number: number;
  /** The file's name. */
  readonly name: string;
  /** Of its content, in hexadecimal digits; undefined for the decision to use the installation's template again. */
  readonly sha256: string | undefined;
  readonly by: Person;
  readonly at: Date;
}
