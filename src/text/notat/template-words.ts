import type { Language } from '../../domain/language.js';
import type { TemplateChange } from '../../domain/notat/template-change.js';
import type { TemplateProblem } from '../../domain/notat/template-problem.js';
import { danishDateTime, englishDateTime } from '../date-words.js';
import type { Notice } from '../notice.js';
import { danishCount, danishNumber, englishCount, englishNumber } from '../number-words.js';
import { templateChangeWords } from './template-change-words.js';
import { templateProblemWords } from './template-problem-words.js';

/** The municipality's own Word template, in the personal chat. */
export interface TemplateWords {
  readonly heading: string;
  /** The name of the installation's own template. */
  readonly installations: string;
  readonly usesInstallations: string;
  uses(number: number): string;
  sentBy(name: string, at: Date): string;
  readonly howToChange: string;
  readonly takenHeading: string;
  readonly seePreview: string;
  readonly refusedHeading: string;
  /** Says that the bot goes on with the template that it used before. */
  readonly refused: string;
  readonly sendAgain: string;
  /** The headings over the problems that prevent its use, and over what could be better. */
  readonly problems: string;
  readonly warnings: string;
  problem(problem: TemplateProblem): string;
  /** The heading over what the bot takes out of the template, or mends in it. */
  readonly changes: string;
  change(change: TemplateChange): string;
  /** Says how many problems the card has no room for. */
  more(problems: number): string;
  /** The name of the file with the example notat. */
  previewName(number: number): string;
  readonly previewDescription: string;
  /** In bytes. */
  tooLarge(max: number): Notice;
  /** Too many templates are being checked. */
  busy(): Notice;
  installationsAgain(): Notice;
}

export const templateWords: Readonly<Record<Language, TemplateWords>> = {
  da: {
    heading: 'Notatets skabelon',
    installations: 'Standardskabelonen',
    usesInstallations: 'Notater skrives i standardskabelonen.',
    uses: (count) => `Nye notater skrives i denne skabelon, nummer ${count}.`,
    sentBy: (name, at) => `Valgt af ${name}, ${danishDateTime(at)}`,
    howToChange:
      'Lav skabelonen om i Word, så den ligner jeres brevpapir, men lad det, der står i tuborgklammer, blive stående: Det fylder Notatbot ud. Gem den som Word-dokument (.docx), og send den her i chatten. Vil I tilbage til standardskabelonen, så skriv skabelon standard.',
    takenHeading: 'Skabelonen er taget i brug',
    seePreview:
      'Gem filen herunder for at se et opdigtet notat i skabelonen. Notater, der allerede er lavet, beholder den skabelon, de har.',
    refusedHeading: 'Skabelonen kan ikke bruges',
    refused: 'Intet er ændret: Den skabelon, I har brugt indtil nu, bruges stadig.',
    sendAgain: 'Ret skabelonen i Word, gem den, og send den her i chatten igen.',
    problems: 'Det skal rettes:',
    warnings: 'Det kunne være bedre:',
    problem: templateProblemWords.da,
    changes: 'Det er rettet i notaterne. Jeres fil er ikke ændret:',
    change: templateChangeWords.da,
    more: (count) =>
      `Der er ${danishCount(count, 'common')} fejl mere. ${count === 1 ? 'Den' : 'De'} bliver vist, når de første er rettet.`,
    previewName: (count) => `Eksempel på notat i skabelon ${count}.docx`,
    previewDescription: 'Et opdigtet notat i jeres skabelon',
    tooLarge: (max) => ({
      heading: 'Skabelonen er for stor',
      text: `Filen må højst fylde ${danishNumber(max / 1024 / 1024)} MB, fordi alle notater kommer til at fylde lige så meget. Gør billederne mindre, og send den igen. Den skabelon, I har brugt indtil nu, bruges stadig.`,
    }),
    busy: () => ({
      heading: 'Skabelonen er ikke prøvet endnu',
      text: 'Der bliver prøvet andre skabeloner lige nu. Intet er ændret. Send filen igen om et øjeblik.',
    }),
    installationsAgain: () => ({
      heading: 'Standardskabelonen er taget i brug',
      text: 'Nye notater skrives i standardskabelonen. Notater, der allerede er lavet, beholder den skabelon, de har.',
    }),
  },

  en: {
    heading: 'The notat’s template',
    installations: 'The standard template',
    usesInstallations: 'Notats are written in the standard template.',
    uses: (count) => `New notats are written in this template, number ${count}.`,
    sentBy: (name, at) => `Chosen by ${name}, ${englishDateTime(at)}`,
    howToChange:
      'Change the template in Word until it looks like your letterhead, but leave what is in braces: Notatbot fills that in. Save it as a Word document (.docx), and send it in this chat. To go back to the standard template, write template default.',
    takenHeading: 'The template is in use',
    seePreview:
      'Save the file below to see an invented notat in the template. Notats that are already made keep the template they have.',
    refusedHeading: 'The template cannot be used',
    refused: 'Nothing has changed: the template you have used until now is still used.',
    sendAgain: 'Correct the template in Word, save it, and send it in this chat again.',
    problems: 'This must be corrected:',
    warnings: 'This could be better:',
    problem: templateProblemWords.en,
    changes: 'This is mended in the notats. Your file has not been changed:',
    change: templateChangeWords.en,
    more: (count) =>
      count === 1
        ? 'There is one more. It is shown when the others are corrected.'
        : `There are ${englishCount(count)} more. They are shown when the first ones are corrected.`,
    previewName: (count) => `Example of a notat in template ${count}.docx`,
    previewDescription: 'An invented notat in your template',
    tooLarge: (max) => ({
      heading: 'The template is too large',
      text: `The file may be at most ${englishNumber(max / 1024 / 1024)} MB, because every notat will be as large. Make its pictures smaller, and send it again. The template you have used until now is still used.`,
    }),
    busy: () => ({
      heading: 'The template has not been checked yet',
      text: 'Other templates are being checked right now. Nothing has changed. Send the file again in a moment.',
    }),
    installationsAgain: () => ({
      heading: 'The standard template is in use',
      text: 'New notats are written in the standard template. Notats that are already made keep the template they have.',
    }),
  },
};
