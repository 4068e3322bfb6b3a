/** Something that the bot mends in its own copy of a template before it uses it. The file as it was sent is kept. */
export type TemplateChange =
  /**
   * A tag that was written in another way, such as `{ Titel }`. `from` and `to` are with the braces. The two can look
   * the same: then `from` had hidden characters, or letters that only look like ours.
   */
  | { readonly kind: 'tag respelt'; readonly from: string; readonly to: string }
  /** Content controls with tags in them, and those that show data from elsewhere, became ordinary text. */
  | { readonly kind: 'controls made text'; readonly count: number };
