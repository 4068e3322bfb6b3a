import { writeFile } from 'node:fs/promises';
import { listedFiles } from './listed-files.js';

for (const { path, present, listed } of await listedFiles()) {
  if (present === listed) continue;
  await writeFile(path, listed);
  console.log(`written: ${path.pathname}`);
}
