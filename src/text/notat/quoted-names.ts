/** Names in a row, with a word before the last one. */
export function list(names: readonly string[], and: string): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`;
}

/** Names in quotation marks, and whether there are more than are named. */
export function named(names: readonly string[], count: number, and: string, more: string): string {
  const quotation = names.map((name) => (and === 'og' ? `”${name}”` : `“${name}”`));
  return count > names.length ? `${quotation.join(', ')} ${and} ${more}` : list(quotation, and);
}
