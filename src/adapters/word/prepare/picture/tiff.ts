/** How many directories are read, one for each page. Our choice: a letterhead's picture has one. */
const DIRECTORIES_MAX = 50;
/** The size of one value of each type, in bytes: TIFF 6.0, section 2. */
const SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4] as const;
/** The size of an entry of a directory. */
const ENTRY = 12;

/** The tags that make the picture: TIFF 6.0, part 1 to 3, and the colour profile. */
const SHOWN: readonly (readonly [from: number, to: number])[] = [
  [254, 266],
  [273, 284],
  [290, 297],
  [301, 301],
  [317, 325],
  [332, 347],
  [512, 521],
  [529, 532],
  [34_675, 34_675],
];
/** The tags whose values are the places of the picture's own bytes: strips, tiles, and a JPEG in it. */
const PLACES: ReadonlySet<number> = new Set([273, 324, 513, 519, 520, 521]);
/** Directories of their own: Exif, the place where a picture was taken, and what programs keep. */
const INNER: ReadonlySet<number> = new Set([34_665, 34_853, 40_965]);

/**
 * Takes out of a TIFF the tags that do not make the picture: Exif, who took it, when, where and with what. What they led to
 * is made zeros, so that nothing else moves. Where the length of it is wrong, that is all up to what is kept.
 *
 * @returns undefined for what is no TIFF
 */
export function withoutTiffPast(bytes: Buffer): Buffer | undefined {
  const beginning = bytes.toString('latin1', 0, 4);
  if ((beginning !== 'II*\0' && beginning !== 'MM\0*') || bytes.length < 8) return undefined;
  const tiff = reading(Buffer.from(bytes), beginning === 'II*\0');
  const directories = directoriesOf(tiff);
  const places = new Set<number>();
  for (const at of directories) addKeptPlaces(tiff, at, places);
  tiff.kept = [...places].toSorted((one, other) => one - other);
  for (const at of directories) {
    const count = tiff.entriesAt(at);
    // Programs show the pages before it. Without any, nothing of the picture can be shown.
    if (count === undefined) return at === directories[0] ? tiff.bytes.fill(0, 8) : tiff.bytes;
    const end = at + 2 + count * ENTRY;
    const kept: Buffer[] = [];
    for (let entry = at + 2; entry < end; entry += ENTRY) {
      if (isShown(tiff.short(entry))) kept.push(Buffer.from(tiff.bytes.subarray(entry, entry + ENTRY)));
      else wipe(tiff, entry, 0);
    }
    const table = Buffer.concat([...kept, tiff.bytes.subarray(end, end + 4)]);
    tiff.bytes.fill(0, at + 2, end + 4);
    table.copy(tiff.bytes, at + 2);
    tiff.write(kept.length, at);
  }
  return tiff.bytes;
}

/** The places of the directories. The last can be one that is not whole. */
function directoriesOf(tiff: Tiff): readonly number[] {
  const found = new Set<number>();
  for (let at = tiff.long(4); at >= 8 && at < tiff.bytes.length && found.size < DIRECTORIES_MAX && !found.has(at); ) {
    found.add(at);
    const count = tiff.entriesAt(at);
    at = count === undefined ? 0 : tiff.long(at + 2 + count * ENTRY);
  }
  return [...found];
}

/** Adds the place of a directory, and of what the entries that stay in it lead to. */
function addKeptPlaces(tiff: Tiff, directory: number, places: Set<number>): void {
  places.add(directory);
  for (let index = 0; index < (tiff.entriesAt(directory) ?? 0); index += 1) {
    const entry = directory + 2 + index * ENTRY;
    const [tag, type, count] = [tiff.short(entry), tiff.short(entry + 2), tiff.long(entry + 4)];
    if (!isShown(tag)) continue;
    const size = SIZES[type] ?? 0;
    const isBeside = size * count > 4;
    const at = isBeside ? tiff.long(entry + 8) : entry + 8;
    if (isBeside) places.add(at);
    if (!PLACES.has(tag) || (size !== 2 && size !== 4)) continue;
    for (let value = at; value < at + size * count && value + size <= tiff.bytes.length; value += size) {
      tiff.unread -= size;
      if (tiff.unread < 0) return;
      places.add(size === 2 ? tiff.short(value) : tiff.long(value));
    }
  }
}

function isShown(tag: number): boolean {
  return SHOWN.some(([from, to]) => tag >= from && tag <= to);
}

interface Tiff {
  readonly bytes: Buffer;
  /** Where something begins that stays, in order. */
  kept: readonly number[];
  /** How many bytes with places may still be read. In a sound file, no byte belongs to two tags. */
  unread: number;
  /** How many bytes may still be made zeros. */
  left: number;
  short(at: number): number;
  long(at: number): number;
  write(value: number, at: number): void;
  /** How many entries a directory has; undefined where it is not whole. */
  entriesAt(at: number): number | undefined;
}

function reading(bytes: Buffer, isLittle: boolean): Tiff {
  const short = (at: number) => (isLittle ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  return {
    bytes,
    kept: [],
    unread: bytes.length,
    left: bytes.length,
    short,
    long: (at) => (isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)),
    write: (value, at) => void (isLittle ? bytes.writeUInt16LE(value, at) : bytes.writeUInt16BE(value, at)),
    entriesAt(at) {
      const count = at + 2 > bytes.length ? undefined : short(at);
      return count === undefined || at + 2 + count * ENTRY + 4 > bytes.length ? undefined : count;
    },
  };
}

/** Makes zeros of what an entry leads to. A directory in a directory can have one more in it. */
function wipe(tiff: Tiff, entry: number, depth: number): void {
  const [tag, type] = [tiff.short(entry), tiff.short(entry + 2)];
  const size = (SIZES[type] ?? 0) * tiff.long(entry + 4);
  const at = tiff.long(entry + 8);
  if (INNER.has(tag)) {
    const count = tiff.entriesAt(at);
    if (count === undefined || depth > 1 || at < 8) return;
    for (let inner = 0; inner < count; inner += 1) wipe(tiff, at + 2 + inner * ENTRY, depth + 1);
    wipeBytes(tiff, at, at + 2 + count * ENTRY);
  } else if (size > 4 && at >= 8 && at < tiff.bytes.length) {
    wipeBytes(tiff, at, at + size <= tiff.bytes.length ? at + size : keptAfter(tiff, at));
  }
}

function wipeBytes(tiff: Tiff, from: number, to: number): void {
  tiff.left -= to - from;
  if (tiff.left >= 0) tiff.bytes.fill(0, from, to);
}

/** Where the next thing begins that stays; the end of the file where there is none. */
function keptAfter({ kept, bytes }: Tiff, from: number): number {
  let [low, high] = [0, kept.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((kept[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return Math.min(kept[low] ?? bytes.length, bytes.length);
}
