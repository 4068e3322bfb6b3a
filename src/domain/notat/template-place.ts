/** The kinds of place in a Word file where a text can stand. */
export type TemplatePart =
  | 'text'
  | 'header'
  | 'footer'
  | 'footnote'
  | 'endnote'
  | 'comment'
  /** A SmartArt drawing. */
  | 'diagram'
  | 'chart'
  /** The properties of the file, such as its title. */
  | 'properties'
  /** A building block, or the text that an empty content control shows. */
  | 'building block'
  /** What a screen reader says instead of a picture, a drawing or a table. */
  | 'alternative text'
  /** The code of a Word field, and not what the field shows. */
  | 'field code'
  /** The address of a link. */
  | 'link'
  /** A text that is drawn as a picture: WordArt, or a watermark. */
  | 'drawn text'
  /** Any other setting of the document, such as the name of a style or of a content control. */
  | 'setting';

/** Says where in a template something is, so that a person finds it in Word. */
export interface TemplatePlace {
  readonly part: TemplatePart;
  /** The row of the innermost table around it, counted from 1; undefined outside tables. */
  readonly row: number | undefined;
  readonly isInTextBox: boolean;
  /** Words beside it, at most `TEMPLATE_NEAR_MAX` characters; empty if there are none. */
  readonly near: string;
  /** In how many other places the same problem occurs. */
  readonly others: number;
}
