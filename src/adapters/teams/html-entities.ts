/** The entities that clients write in a message's plain text. */
const NAMED: Readonly<Record<string, string>> = {
  nbsp: '\u00A0',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

const ENTITY = /&(?:(?<name>nbsp|amp|lt|gt|quot|apos)|#(?<decimal>\d{1,7})|#x(?<hex>[\da-f]{1,6}));/giu;

/** Reads the entities in a text, once: what `&amp;lt;` says is `&lt;`. Whatever else begins with `&` stays. */
export function decodeEntities(text: string): string {
  return text.replace(ENTITY, (whole, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
  });
}
