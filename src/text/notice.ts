/** A short answer from the bot: what happened, and what to do about it. */
export interface Notice {
  readonly heading: string;
  readonly text: string;
  /** Where to go next. Only a card shows it. */
  readonly link?: { readonly title: string; readonly url: string };
}
