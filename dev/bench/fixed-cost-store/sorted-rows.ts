/** How many keys a block may hold. A change moves at most this many, however large the partition is. */
const BLOCK_MAX = 512;

/** Rows in the order of their keys. What a read or a change costs does not grow with the number of rows. */
export class SortedRows<Row> {
  readonly #rows = new Map<string, Row>();
  /** The keys in their order. No block is empty. */
  readonly #blocks: string[][] = [];

  get(key: string): Row | undefined {
    return this.#rows.get(key);
  }

  set(key: string, row: Row): void {
    if (!this.#rows.has(key)) this.#insert(key);
    this.#rows.set(key, row);
  }

  delete(key: string): void {
    if (!this.#rows.delete(key)) return;
    const at = this.#blockOf(key);
    const block = this.#blocks[at] ?? [];
    block.splice(firstAtLeast(block, key), 1);
    if (block.length === 0) this.#blocks.splice(at, 1);
  }

  /** Every row whose key is `key` or comes after it. The rows must not be changed before the last one has been read. */
  *from(key: string): Generator<readonly [string, Row]> {
    for (let at = this.#blockOf(key); at < this.#blocks.length; at += 1) {
      const block = this.#blocks[at] ?? [];
      for (let index = firstAtLeast(block, key); index < block.length; index += 1) {
        const next = block[index] ?? '';
        yield [next, this.#rows.get(next) as Row];
      }
    }
  }

  #insert(key: string): void {
    const at = Math.min(this.#blockOf(key), Math.max(0, this.#blocks.length - 1));
    const block = this.#blocks[at];
    if (block === undefined) {
      this.#blocks.push([key]);
      return;
    }
    block.splice(firstAtLeast(block, key), 0, key);
    if (block.length > BLOCK_MAX) this.#blocks.splice(at + 1, 0, block.splice(BLOCK_MAX / 2));
  }

  /** The first block that may hold the key or a key after it; the number of blocks if there is none. */
  #blockOf(key: string): number {
    let [low, high] = [0, this.#blocks.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#blocks[middle]?.at(-1) ?? '') < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The place of the first key that is not before `key`. Keys are compared by UTF-16 units, as the service does. */
function firstAtLeast(keys: readonly string[], key: string): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
