import type { TemplatePart } from './template-place.js';

/**
 * What the bot has found in a template. It is told to whoever sent the template, so that they can see that it is theirs
 * and that nothing was overlooked.
 */
export interface TemplateUnderstanding {
  /** Each tag once, in the order in which they are found, with the parts that it is in. Loops and conditions too. */
  readonly tags: readonly { readonly tag: string; readonly parts: readonly TemplatePart[] }[];
  /** Whether each department is a row of a table. */
  readonly hasDepartmentRows: boolean;
  readonly counts: TemplateCounts;
}

/** How many a template has of what letterheads have. */
export interface TemplateCounts {
  readonly sections: number;
  readonly headers: number;
  readonly footers: number;
  readonly textBoxes: number;
  readonly pictures: number;
  /** Footnotes and endnotes. */
  readonly notes: number;
}
