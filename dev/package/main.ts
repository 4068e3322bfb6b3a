import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeAppPackage } from './app-package.js';
import { readOptions } from './options.js';
import { PackageRefused } from './package-refused.js';

/** The program behind `npm run package`. */
try {
  const options = readOptions(process.argv.slice(2));
  const { version, zip, files } = await makeAppPackage(new URL('../../../manifest/', import.meta.url), options);
  const file = path.join(options.outFolder, `notatbot-app-${version}.zip`);
  await mkdir(options.outFolder, { recursive: true });
  await writeFile(file, zip);
  console.log(
    [
      file,
      `  holds          ${files.join(', ')}`,
      `  app, bot       ${options.appId}, ${options.botId}`,
      `  publisher      ${options.publisher}`,
      `  website        ${options.website}`,
      `  privacy        ${options.privacy}`,
      `  terms of use   ${options.terms}`,
    ].join('\n'),
  );
} catch (error) {
  if (!(error instanceof PackageRefused)) throw error;
  console.error(['The app package is not made:', ...error.problems.map((problem) => `  ${problem}`)].join('\n'));
  process.exitCode = 1;
}
