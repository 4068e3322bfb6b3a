import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import mammoth from 'mammoth';
import { createNotatRenderer } from '../../../src/adapters/word/write/render-notat.js';
import type { NotatModel } from '../../../src/domain/notat/notat.js';
import { aNotat, aRow, everyNotat } from './a-notat.js';
import { withLetterhead } from './letterhead.js';
import { convertedByLibreOffice, missingPrograms, PLAIN_TEXT } from './office.js';
import { findValidator } from './ooxml-validator.js';
import { pastIn } from './past-in.js';
import { TAKEN } from './real-letterheads.js';
import { CONDITION_TEMPLATES } from './template-conditions.js';
import { PAST_TEMPLATES, SECRET } from './template-past.js';
import { structureProblems } from './valid-word.js';
import { shippedTemplate, withPart } from './word-file.js';

/**
 * Writes notats in all templates of the specs, with every condition true and false, and reads them with other programs
 * than the bot: zip and XML, mammoth, LibreOffice, and Microsoft's Open XML SDK. The exit code is 1 if one of them finds
 * something of a template's past, a tag that is not filled, or a file that is not valid. What this machine does not
 * have is named, and not tried.
 */

interface Written {
  readonly name: string;
  readonly notat: NotatModel;
  readonly file: Uint8Array;
  readonly template: Uint8Array;
}

/** One run of LibreOffice ends without a word when it is given some hundred files. */
const AT_A_TIME = 50;

const notats: readonly (readonly [name: string, notat: NotatModel])[] = [
  ...everyNotat().map((notat, index) => [`notat ${index + 1}`, notat] as const),
  ['a notat with next to nothing', aNotat({ rows: [] })],
  ['an interim notat', aNotat({ rows: [aRow('Skole', { kind: 'unanswered' })], isTrial: true })],
];

const written = await writeAll();
const problems = [...written.flatMap(ownProblems), ...(await mammothProblems()), ...(await officeProblems())];
problems.push(...(await validatorProblems()));
for (const problem of problems) console.error(problem);
console.log(`${written.length} notats in ${written.length / notats.length} templates: ${problems.length} problems.`);
process.exitCode = problems.length === 0 ? 0 : 1;

async function writeAll(): Promise<readonly Written[]> {
  const shipped = await shippedTemplate();
  const templates = [
    { name: 'the shipped template', build: (file: Uint8Array) => file },
    { name: 'a letterhead', build: withLetterhead },
    ...PAST_TEMPLATES,
    ...CONDITION_TEMPLATES,
    ...TAKEN.map(({ what, template }) => ({ name: what, build: () => template })),
  ];
  return templates.flatMap(({ name: template, build }) => {
    const render = createNotatRenderer();
    const bytes = build(shipped);
    return notats.map(([name, notat]) => ({
      name: `${template}: ${name}`,
      notat,
      file: render(bytes, notat),
      template: bytes,
    }));
  });
}

function ownProblems({ name, file }: Written): readonly string[] {
  return [...pastIn(file), ...structureProblems(file)].map((problem) => `${name}: ${problem}`);
}

async function mammothProblems(): Promise<readonly string[]> {
  const found = await Promise.all(
    written.map(async ({ name, notat, file }) => {
      const { value } = await mammoth.extractRawText({ buffer: Buffer.from(file) });
      return textProblems(`${name}, in mammoth`, notat, value);
    }),
  );
  return found.flat();
}

async function officeProblems(): Promise<readonly string[]> {
  const [missing] = missingPrograms('soffice');
  if (missing !== undefined) {
    console.log(`NOT TRIED: LibreOffice, because this machine does not have ${missing}.`);
    return [];
  }
  const texts: string[] = [];
  for (let from = 0; from < written.length; from += AT_A_TIME) {
    const files = written.slice(from, from + AT_A_TIME).map(({ file }) => file);
    const read = (paths: readonly string[]) => Promise.all(paths.map((each) => readFile(each, 'utf8')));
    texts.push(...(await convertedByLibreOffice(files, PLAIN_TEXT, read)));
  }
  return written.flatMap(({ name, notat }, index) =>
    textProblems(`${name}, in LibreOffice`, notat, texts[index] ?? ''),
  );
}

/** What a reader shows must have the notat's title, and nothing of the template's past. */
function textProblems(name: string, notat: NotatModel, text: string): readonly string[] {
  return [
    ...(text.includes(notat.title) ? [] : [`${name}: its title is not shown`]),
    ...(text.includes(SECRET) ? [`${name}: shows ${SECRET}`] : []),
    ...(/[{}]/u.test(text) ? [`${name}: shows a brace`] : []),
  ];
}

async function validatorProblems(): Promise<readonly string[]> {
  const validator = await findValidator();
  if ('missing' in validator) {
    console.log(`NOT TRIED: Microsoft's Open XML SDK, because it could not be fetched: ${validator.missing}`);
    return [];
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'notat-valid-'));
  try {
    const problemsOf = async (file: Uint8Array) => {
      const document = path.join(folder, 'document.docx');
      await writeFile(document, file);
      return validator.problemsIn(document);
    };
    const found: string[] = [];
    for (const { name, file, template } of written) {
      const problems = await problemsOf(file);
      // A template can be wrong in a part that the bot copies. Nothing may be wrong that was not wrong in it.
      const before = problems.length === 0 ? [] : await problemsOf(template);
      found.push(...problems.filter((each) => !before.includes(each)).map((problem) => `${name}: ${problem}`));
    }
    // It must find what is wrong in a file, or its silence would say nothing.
    const broken = withPart(await shippedTemplate(), 'word/document.xml', (xml) =>
      xml.replace('<w:pPr>', '<w:pPr><w:t/>'),
    );
    if ((await problemsOf(broken)).length === 0) found.push('the validator finds nothing in a broken file');
    return found;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
