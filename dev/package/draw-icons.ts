import { writeFile } from 'node:fs/promises';
import { iconFiles } from './icon-files.js';

/** The program behind `npm run icons`: it draws the PNG files in manifest/ from the SVG files beside them. */
for (const { path, drawn } of await iconFiles()) await writeFile(path, drawn);
