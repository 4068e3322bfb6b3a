import { randomBytes, randomUUID } from 'node:crypto';
import type { Person } from './directory.js';

/** A file to put in a drive. */
export interface FileToKeep {
  /** With its ending, such as `notat.docx`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file in a person's drive, or the reserved place for a file that is being uploaded. */
export interface DriveItem {
  /** The drive item's id: a UUID in capitals. */
  readonly uniqueId: string;
  /** Where the owner already has a file with the name, a number is added, as OneDrive does: `notat 1.docx`. */
  readonly name: string;
  /** The ending of the name without the dot, in lower case; empty where it has none. */
  readonly fileType: string;
  readonly owner: Person;
}

export interface DriveFile extends DriveItem {
  readonly bytes: Uint8Array;
}

/** The position of a fragment in its file. Bytes are counted from 0, and `last` is the last byte of the fragment. */
export interface Fragment {
  readonly first: number;
  readonly last: number;
  /** The length of the whole file, in bytes. */
  readonly total: number;
}

/** A file that is being uploaded to an address that needs no login. */
export interface Upload {
  readonly token: string;
  readonly item: DriveItem;
  /** The time when the address expires, in milliseconds since 1970. */
  readonly expires: number;
  /** How many bytes have arrived. */
  readonly received: number;
  /** The length of the whole file, from the first fragment; undefined before that. */
  readonly total: number | undefined;
}

/**
 * The OneDrive of every person. It is in memory only: when the local Teams stops, the files are lost, even if it is
 * saved. It does not check rights: anyone who has a token may use it.
 */
export interface Drives {
  keep(owner: Person, file: FileToKeep): DriveFile;
  /** The files in the order in which they came, without those that are still being uploaded. */
  filesOf(person: Person): readonly DriveFile[];
  find(uniqueId: string): DriveFile | undefined;
  /** Makes a token with which the file can be fetched for `DOWNLOAD_MS`. */
  lend(file: DriveFile): string;
  /** @returns undefined for a token that is unknown or has expired */
  lent(token: string): DriveFile | undefined;
  openUpload(owner: Person, name: string): Upload;
  /** @returns undefined for a token that is unknown or has expired, or whose file is complete */
  upload(token: string): Upload | undefined;
  /**
   * Adds the next bytes. The caller must check that they are the next ones, and that their number is that of the
   * fragment.
   *
   * @returns the file when it is complete
   */
  receive(upload: Upload, fragment: Fragment, bytes: Uint8Array): DriveFile | undefined;
}

/**
 * In milliseconds. Microsoft promises "a few minutes" (https://devblogs.microsoft.com/microsoft365dev, "Working with
 * files").
 */
export const DOWNLOAD_MS = 5 * 60_000;

/** In milliseconds. An upload session of OneDrive lasts for days. An hour is longer than anyone waits here. */
export const UPLOAD_MS = 60 * 60_000;

/** @param now gives milliseconds since 1970 */
export function createDrives(now: () => number = Date.now): Drives {
  const files = new Map<string, DriveFile>();
  const loans = new Map<string, { readonly file: DriveFile; readonly expires: number }>();
  const uploads = new Map<string, Upload & { readonly chunks: readonly Uint8Array[] }>();
  const takenNames = new Set<string>();

  /** A name is reserved when an upload begins, so that two uploads at the same time do not get the same name. */
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

/** A token has 256 random bits, so nobody can guess it. */
function newToken(): string {
  return randomBytes(32).toString('base64url');
}
