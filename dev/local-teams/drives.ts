import { randomBytes, randomUUID } from 'node:crypto';
import type { Person } from './directory.js';

/** A file to be kept. */
export interface FileToKeep {
  /** With its ending, such as `notat.docx`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file in a person's drive, or the place that is kept for one. */
export interface DriveItem {
  /** The drive item's id: a UUID in capitals. */
  readonly uniqueId: string;
  /** A number is added when the owner has one of that name, as OneDrive does: `notat 1.docx`. */
  readonly name: string;
  /** The name's ending without its dot, in lower case; empty when it has none. */
  readonly fileType: string;
  readonly owner: Person;
}

export interface DriveFile extends DriveItem {
  readonly bytes: Uint8Array;
}

/** The place of a fragment in its file: counted from 0, `last` included. */
export interface Fragment {
  readonly first: number;
  readonly last: number;
  /** The whole file's length in bytes. */
  readonly total: number;
}

/** A file that is on its way in, under an address that needs no login. */
export interface Upload {
  readonly token: string;
  readonly item: DriveItem;
  /** When the address is of no use any more, in milliseconds since 1970. */
  readonly expires: number;
  /** How many bytes have arrived. */
  readonly received: number;
  /** The whole length that the first fragment named; undefined before it. */
  readonly total: number | undefined;
}

/**
 * Everyone's OneDrive, in memory alone: files are gone when the local Teams stops, also from one that is saved.
 * It knows nothing of rights: whoever has a token may use it.
 */
export interface Drives {
  keep(owner: Person, file: FileToKeep): DriveFile;
  /** In the order they came; what is on its way in is not among them. */
  filesOf(person: Person): readonly DriveFile[];
  find(uniqueId: string): DriveFile | undefined;
  /** Makes a token with which the file can be fetched for `DOWNLOAD_MS`. */
  lend(file: DriveFile): string;
  /** @returns undefined for a token that is unknown or too old */
  lent(token: string): DriveFile | undefined;
  openUpload(owner: Person, name: string): Upload;
  /** @returns undefined for a token that is unknown, too old, or whose file has come */
  upload(token: string): Upload | undefined;
  /**
   * Adds the bytes that come next. Whoever calls has seen that they do, and that there are as many as the fragment says.
   *
   * @returns the file when it is whole
   */
  receive(upload: Upload, fragment: Fragment, bytes: Uint8Array): DriveFile | undefined;
}

/** Microsoft promises "a few minutes" (https://devblogs.microsoft.com/microsoft365dev, "Working with files"). */
export const DOWNLOAD_MS = 5 * 60_000;

/** An upload session of OneDrive lives for days; an hour is longer than anyone here waits. */
export const UPLOAD_MS = 60 * 60_000;

/** @param now milliseconds since 1970 */
export function createDrives(now: () => number = Date.now): Drives {
  const files = new Map<string, DriveFile>();
  const loans = new Map<string, { readonly file: DriveFile; readonly expires: number }>();
  const uploads = new Map<string, Upload & { readonly chunks: readonly Uint8Array[] }>();
  const takenNames = new Set<string>();

  /** Names are taken from when a place is kept, so that two files on their way in do not get the same. */
  function newItem(owner: Person, wanted: string): DriveItem {
    const { stem, ending } = partsOf(wanted);
    let name = wanted;
    for (let count = 1; takenNames.has(`${owner.id} ${name}`); count += 1) name = `${stem} ${count}${ending}`;
    takenNames.add(`${owner.id} ${name}`);
    return { uniqueId: randomUUID().toUpperCase(), name, fileType: ending.slice(1).toLowerCase(), owner };
  }

  function insert(file: DriveFile): DriveFile {
    files.set(file.uniqueId, file);
    return file;
  }

  function current<Value extends { readonly expires: number }>(value: Value | undefined): Value | undefined {
    return value !== undefined && value.expires > now() ? value : undefined;
  }

  return {
    keep: (owner, { name, bytes }) => insert({ ...newItem(owner, name), bytes }),
    filesOf: (person) => [...files.values()].filter(({ owner }) => owner === person),
    find: (uniqueId) => files.get(uniqueId),
    lend(file) {
      const token = newToken();
      loans.set(token, { file, expires: now() + DOWNLOAD_MS });
      return token;
    },
    lent: (token) => current(loans.get(token))?.file,
    openUpload(owner, name) {
      const item = newItem(owner, name);
      const upload = {
        token: newToken(),
        item,
        expires: now() + UPLOAD_MS,
        received: 0,
        total: undefined,
        chunks: [],
      };
      uploads.set(upload.token, upload);
      return upload;
    },
    upload: (token) => current(uploads.get(token)),
    receive({ token, item }, { last, total }, bytes) {
      const known = uploads.get(token);
      if (known === undefined) throw new Error(`nothing is awaited for ${item.name}`);
      const chunks = [...known.chunks, bytes];
      if (last + 1 < total) {
        uploads.set(token, { ...known, received: last + 1, total, chunks });
        return undefined;
      }
      uploads.delete(token);
      return insert({ ...item, bytes: Buffer.concat(chunks) });
    },
  };
}

function partsOf(name: string): { readonly stem: string; readonly ending: string } {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? { stem: name.slice(0, dot), ending: name.slice(dot) } : { stem: name, ending: '' };
}

/** Nobody guesses 256 bits. */
function newToken(): string {
  return randomBytes(32).toString('base64url');
}
