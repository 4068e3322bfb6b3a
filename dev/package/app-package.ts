import { readFile } from 'node:fs/promises';
import { zipSync } from 'fflate';
import { filledIn, type Json, placeholderProblems } from './filled-in.js';
import { iconProblems } from './icon-problems.js';
import type { Installation } from './options.js';
import { PackageRefused } from './package-refused.js';
import { schemaProblems } from './schema-problems.js';
import { type TranslatedManifest, translate } from './translation.js';

/** A Teams app, as it is uploaded in the Teams admin center. */
export interface AppPackage {
  readonly version: string;
  /** The zip. The same manifest, icons and installation give the same bytes, on every machine and at every time. */
  readonly zip: Uint8Array;
  /** The names of the files in it. */
  readonly files: readonly string[];
}

const MANIFEST = 'manifest.json';

/** The properties of a valid manifest that are used here. */
interface Manifest extends TranslatedManifest {
  readonly version: string;
  readonly icons: { readonly color: string; readonly outline: string };
  readonly localizationInfo: { readonly additionalLanguages: readonly { readonly file: string }[] };
}

/**
 * Makes the package of one installation, with everything filled in and checked.
 *
 * @param folder with the manifest, its icons and its languages; its address ends with a slash
 * @throws PackageRefused with all that is wrong
 */
export async function makeAppPackage(folder: URL, installation: Installation): Promise<AppPackage> {
  const read = (name: string) => readFile(new URL(name, folder));
  const filled = filledIn(parse(MANIFEST, await read(MANIFEST)), installation);
  const text = toJson(filled);
  refuse([...placeholderProblems(MANIFEST, filled), ...(await schemaProblems(MANIFEST, text))]);

  const manifest: Manifest = JSON.parse(text);
  const { color, outline } = manifest.icons;
  const icons = { [color]: await read(color), [outline]: await read(outline) };
  const languages: Record<string, Buffer> = {};
  const problems = [
    ...iconProblems('color', color, await read(color)),
    ...iconProblems('outline', outline, await read(outline)),
  ];
  for (const { file } of manifest.localizationInfo.additionalLanguages) {
    const language = filledIn(parse(file, await read(file)), installation);
    const json = toJson(language);
    const { translated, problems: wrong } = translate(manifest, file, JSON.parse(json));
    problems.push(...placeholderProblems(file, language), ...wrong);
    problems.push(...(await schemaProblems(file, JSON.stringify(translated))));
    languages[file] = Buffer.from(json);
  }
  refuse(problems);

  const files = { [MANIFEST]: Buffer.from(text), ...languages, ...icons };
  // The first moment that a zip can hold. The format has no time zones, so it is by the machine's own clock.
  const zip = zipSync(files, { mtime: new Date(1980, 0, 1), level: 9 });
  return { version: manifest.version, zip, files: Object.keys(files) };
}

function parse(name: string, file: Buffer): Json {
  try {
    return JSON.parse(file.toString('utf8'));
  } catch (error) {
    throw new PackageRefused([`${name} is not valid JSON.`], { cause: error });
  }
}

function toJson(value: Json): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new PackageRefused(problems);
}
