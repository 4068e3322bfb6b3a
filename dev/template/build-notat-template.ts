import { writeFile } from 'node:fs/promises';
import { buildNotatTemplate } from './notat-template.js';

await writeFile('templates/notat.docx', await buildNotatTemplate());
