import { readFile, writeFile } from 'node:fs/promises';
import { envExample, withSettingsTable } from './settings-documents.js';

/** The program behind `npm run settings`: it writes the documents about the settings from their schema. */
const root = new URL('../../../', import.meta.url);
const readme = new URL('README.md', root);

await writeFile(new URL('.env.example', root), envExample());
await writeFile(readme, withSettingsTable(await readFile(readme, 'utf8')));
