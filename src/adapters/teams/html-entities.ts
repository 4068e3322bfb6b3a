/** The HTML entities that clients write in the plain text of messages. */
const NAMED: Readonly<Record<string, string>> = {
  nbsp: '\u00A0',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

const ENTITY = /&(?:(?<name>nbsp|amp|lt|gt|quot|apos)|#(?<decimal>\d{1,7})|#x(?<hex>[\da-f]{1,6}));/giu;

/** Decodes the HTML entities in a text, once: `&amp;lt;` becomes `&lt;`. Any other text after `&` stays as it is. */
export function decodeEntities(text: string): string {
  return text.replace(ENTITY, (whole, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
  });
}
