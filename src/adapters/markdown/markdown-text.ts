const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * Text on one line of Markdown that a reader sees exactly as it was typed: nothing in it is a heading, a list,
 * emphasis, a link, code, a table's edge, HTML, mathematics or a mention. Line breaks become spaces.
 *
 * @see https://spec.commonmark.org/0.31.2/#backslash-escapes and https://github.github.com/gfm/#autolinks-extension-
 */
export function markdownText(text: string): string {
  return (
    text
      .replace(/\s+/gu, ' ')
      .trim()
      .replace(/[\\`*_~[\]{}|#$^@]/gu, '\\$&')
      // These make a link or an emoji without any other mark: ://, mailto:, www. and :name:
      .replace(/:(?=\/\/|[\w+-]+:)|(?<=\b(?:mailto|xmpp)):|(?<=\bwww)\./giu, '\\$&')
      .replace(/[&<>]/gu, (character) => ENTITIES[character] ?? '')
      // At the beginning of a line, these make a list, a rule, a heading, a definition or a title block.
      .replace(/^[-+=:%]/u, '\\$&')
      .replace(/^(\d+)([.)])/u, '$1\\$2')
  );
}
