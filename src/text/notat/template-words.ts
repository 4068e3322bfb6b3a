import type { Language } from '../../domain/language.js';
import { INSTALLATIONS_TEMPLATE } from '../../domain/notat/template.js';
import type { TemplateChange } from '../../domain/notat/template-change.js';
import type { TemplateProblem } from '../../domain/notat/template-problem.js';
import type { TemplateUnderstanding } from '../../domain/notat/template-understanding.js';
import { danishDateTime, englishDateTime } from '../date-words.js';
import type { Notice } from '../notice.js';
import { danishCount, danishNumber, englishCount, englishNumber } from '../number-words.js';
import { templateChangeWords } from './template-change-words.js';
import { templateFoundWords } from './template-found-words.js';
import { templateProblemWords } from './template-problem-words.js';

/** The municipality's own Word template, in the personal chat. */
export interface TemplateWords {
  readonly heading: string;
  /** The name of the installation's own template. */
  readonly installations: string;
  readonly usesInstallations: string;
  uses(number: number): string;
  /** The file of the template in use cannot be read, so there are no Word files of notats. */
  fileUnreadable(number: number): string;
  /** What to do about that. */
  readonly chooseAnother: string;
  /** Who chose the installation's own template. */
  chosenBy(name: string, at: Date): string;
  /** Who sent a template. */
  sentBy(name: string, at: Date): string;
  /** Who took an earlier template into use again. */
  againBy(name: string, at: Date): string;
  readonly howToChange: string;
  readonly takenHeading: string;
  readonly seePreview: string;
  /** An earlier template has been taken into use again. */
  readonly againHeading: string;
  /** The installation's own template has been taken into use again. */
  readonly installationsHeading: string;
  readonly keepTheirs: string;
  readonly refusedHeading: string;
  /** Says that the bot goes on with the template that it used before. */
  readonly refused: string;
  readonly sendAgain: string;
  /** Says what to do about an earlier template that cannot be used any more. */
  readonly sendAnother: string;
  /** The heading over what was found in a template. */
  readonly found: string;
  /** The headings over the problems that prevent its use, and over what could be better. */
  readonly problems: string;
  readonly warnings: string;
  problem(problem: TemplateProblem): string;
  /** What was found in a template, a line for each thing. */
  understood(found: TemplateUnderstanding): readonly string[];
  /** The heading over what the bot takes out of the template, or mends in it. */
  readonly changes: string;
  change(change: TemplateChange): string;
  /** Says how many problems, or changes, the card does not show. */
  more(problems: number): string;
  moreChanges(changes: number): string;
  /** The buttons. */
  readonly fetchUsed: string;
  readonly fetchInstallations: string;
  readonly seeExample: string;
  readonly fetchByLink: string;
  readonly earlier: string;
  readonly useInstallations: string;
  readonly list: TemplateListWords;
  /** The name of the file with the example notat. @param number `INSTALLATIONS_TEMPLATE` for that one */
  previewName(number: number): string;
  /** What a file is: a template, or the example notat in it. No sentence, and without a full stop. */
  fileIs(of: 'template' | 'example', number: number): string;
  /** What to do where Teams cannot put a file in the person's OneDrive. */
  readonly ifNotSaved: string;
  /** In bytes. */
  tooLarge(max: number): Notice;
  /** Too many templates are being checked. */
  busy(): Notice;
  /** The template that was asked for is not there. */
  unknown(): Notice;
}

/** The list of the templates that were sent. */
export interface TemplateListWords {
  readonly heading: string;
  readonly intro: string;
  readonly none: string;
  /** The name of a template in the list. */
  template(number: number, name: string): string;
  readonly inUse: string;
  /** A choice of which only the number is known, the mark of the newest choice, and why. */
  unreadableTemplate(number: number): string;
  readonly chosenLast: string;
  readonly unreadableBecause: string;
  /** The newest choice cannot be read. */
  readonly unreadable: string;
  /** Somebody has chosen another template since the list was shown. */
  readonly changed: string;
  /** Each button says which template it is for. */
  fetch(number: number): string;
  use(number: number): string;
  readonly older: string;
  readonly newest: string;
}

export const templateWords: Readonly<Record<Language, TemplateWords>> = {
  da: {
    heading: 'Notatets skabelon',
    installations: 'Standardskabelonen',
    usesInstallations: 'Nye notater skrives i standardskabelonen.',
    uses: (number) => `Nye notater skrives i denne skabelon, nummer ${number}.`,
    fileUnreadable: (number) =>
      `Filen med den skabelon, I bruger, nummer ${number}, kan ikke læses. Derfor kan notater ikke laves som Word-filer nu.`,
    chooseAnother:
      'Send skabelonen her i chatten igen, eller tag en anden i brug. Bliver det ved, så kontakt den it-ansvarlige.',
    chosenBy: (name, at) => `Valgt af ${name} ${danishDateTime(at)}`,
    sentBy: (name, at) => `Sendt af ${name} ${danishDateTime(at)}`,
    againBy: (name, at) => `Taget i brug igen af ${name} ${danishDateTime(at)}`,
    howToChange:
      'Vil I ændre den, så hent filen, og lav den om i Word. Lad det, der står i tuborgklammer, blive stående: Det udfylder Notatbot. Gem den som Word-dokument (.docx), og send den her i chatten. Den bliver prøvet, før den tages i brug.',
    takenHeading: 'Skabelonen er taget i brug',
    seePreview:
      'Gem filen herunder for at se et opdigtet notat i skabelonen. Notater, der allerede er lavet, beholder den skabelon, de har.',
    againHeading: 'Skabelonen er taget i brug igen',
    installationsHeading: 'Standardskabelonen er taget i brug',
    keepTheirs: 'Notater, der allerede er lavet, beholder den skabelon, de har.',
    refusedHeading: 'Skabelonen kan ikke bruges',
    refused: 'Intet er ændret: Den skabelon, I har brugt indtil nu, bruges stadig.',
    sendAgain: 'Ret skabelonen i Word, gem den, og send den her i chatten igen.',
    sendAnother:
      'Notatbot prøver skabeloner grundigere nu, end da den blev sendt. Hent den, ret den i Word, og send den her i chatten.',
    found: 'Det fandt Notatbot i skabelonen:',
    problems: 'Det skal rettes:',
    warnings: 'Det kunne være bedre:',
    problem: templateProblemWords.da,
    changes: 'Jeres fil er ikke ændret. Dette er rettet i notaterne:',
    change: templateChangeWords.da,
    understood: templateFoundWords.da,
    more: (count) =>
      `Der er ${danishCount(count, 'common')} fejl mere. ${count === 1 ? 'Den' : 'De'} bliver vist, når de første er rettet.`,
    moreChanges: (count) => `… og ${danishCount(count, 'common')} ting mere`,
    fetchUsed: 'Hent den skabelon, I bruger',
    fetchInstallations: 'Hent standardskabelonen',
    seeExample: 'Se et eksempel',
    fetchByLink: 'Hent med et link',
    earlier: 'Tidligere skabeloner',
    useInstallations: 'Gå tilbage til standardskabelonen',
    list: {
      heading: 'Jeres skabeloner',
      intro:
        'Den nyeste står øverst. Tager I en tidligere skabelon i brug, bliver den prøvet igen. Notater, der allerede er lavet, beholder den skabelon, de har.',
      none: 'I har ikke sendt nogen skabelon endnu.',
      template: (number, name) => `Nummer ${number}: ${name}`,
      inUse: 'Bruges nu',
      unreadableTemplate: (number) => `Nummer ${number} kan ikke læses`,
      chosenLast: 'Valgt sidst',
      unreadableBecause: 'Den it-ansvarlige kan se hvorfor.',
      unreadable:
        'Den skabelon, der blev valgt sidst, kan ikke læses. Derfor kan notater ikke laves som Word-filer nu. Tag en anden skabelon i brug, eller send den igen her i chatten.',
      changed:
        'En anden skabelon er taget i brug, siden du så kortet. Intet er ændret nu. Vælg igen, hvis du stadig vil skifte.',
      fetch: (number) => `Hent nummer ${number}`,
      use: (number) => `Tag nummer ${number} i brug`,
      older: 'Vis ældre',
      newest: 'Vis de nyeste',
    },
    previewName: (number) => `Eksempel på notat i ${danishTemplate(number)}.docx`,
    fileIs: (of, number) => {
      if (of === 'example') return `Et opdigtet notat i ${danishTemplate(number)}`;
      return number === INSTALLATIONS_TEMPLATE
        ? 'Standardskabelonen, som I kan lave om i Word'
        : `Skabelon ${number}, som den blev sendt`;
    },
    ifNotSaved: 'Kan du ikke gemme filen, så afvis den. Så får du et link i stedet.',
    tooLarge: (max) => ({
      heading: 'Skabelonen er for stor',
      text: `Filen må højst fylde ${danishNumber(max / 1024 / 1024)} MB, fordi alle notater kommer til at fylde lige så meget. Gør billederne mindre, og send den igen. Den skabelon, I har brugt indtil nu, bruges stadig.`,
    }),
    busy: () => ({
      heading: 'Skabelonen er ikke prøvet endnu',
      text: 'Der bliver prøvet andre skabeloner lige nu. Intet er ændret. Prøv igen om et øjeblik.',
    }),
    unknown: () => ({
      heading: 'Skabelonen findes ikke',
      text: 'Intet er ændret. Skriv skabelon for at se, hvilke skabeloner der er.',
    }),
  },

  en: {
    heading: 'The notat’s template',
    installations: 'The standard template',
    usesInstallations: 'New notats are written in the standard template.',
    uses: (number) => `New notats are written in this template, number ${number}.`,
    fileUnreadable: (number) =>
      `The file of the template in use, number ${number}, cannot be read. So notats cannot be made as Word files now.`,
    chooseAnother:
      'Send the template in this chat again, or take another one into use. If it keeps happening, contact whoever runs the bot.',
    chosenBy: (name, at) => `Chosen by ${name}, ${englishDateTime(at)}`,
    sentBy: (name, at) => `Sent by ${name}, ${englishDateTime(at)}`,
    againBy: (name, at) => `Taken into use again by ${name}, ${englishDateTime(at)}`,
    howToChange:
      'To change it, get the file, and edit it in Word. Leave what is in braces: Notatbot fills that in. Save it as a Word document (.docx), and send it in this chat. It is checked before it is taken into use.',
    takenHeading: 'The template is in use',
    seePreview:
      'Save the file below to see an invented notat in the template. Notats that are already made keep the template they have.',
    againHeading: 'The template is in use again',
    installationsHeading: 'The standard template is in use',
    keepTheirs: 'Notats that are already made keep the template they have.',
    refusedHeading: 'The template cannot be used',
    refused: 'Nothing has changed: the template you have used until now is still used.',
    sendAgain: 'Correct the template in Word, save it, and send it in this chat again.',
    sendAnother:
      'Notatbot checks templates more closely now than when it was sent. Get it, correct it in Word, and send it in this chat.',
    found: 'Notatbot found this in the template:',
    problems: 'This must be corrected:',
    warnings: 'This could be better:',
    problem: templateProblemWords.en,
    changes: 'Your file has not been changed. This is mended in the notats:',
    change: templateChangeWords.en,
    understood: templateFoundWords.en,
    more: (count) =>
      count === 1
        ? 'There is one more. It is shown when the others are corrected.'
        : `There are ${englishCount(count)} more. They are shown when the first ones are corrected.`,
    moreChanges: (count) => `… and ${englishCount(count)} more`,
    fetchUsed: 'Get the template in use',
    fetchInstallations: 'Get the standard template',
    seeExample: 'See an example',
    fetchByLink: 'Get it with a link',
    earlier: 'Earlier templates',
    useInstallations: 'Go back to the standard template',
    list: {
      heading: 'Your templates',
      intro:
        'The newest is at the top. An earlier template is checked again before it is taken into use. Notats that are already made keep the template they have.',
      none: 'You have not sent a template yet.',
      template: (number, name) => `Number ${number}: ${name}`,
      inUse: 'In use now',
      unreadableTemplate: (number) => `Number ${number} cannot be read`,
      chosenLast: 'Chosen last',
      unreadableBecause: 'Whoever runs the bot can see why.',
      unreadable:
        'The template that was chosen last cannot be read. So notats cannot be made as Word files now. Take another template into use, or send it in this chat again.',
      changed:
        'Another template has been taken into use since you saw the card. Nothing has changed now. Choose again if you still want to change it.',
      fetch: (number) => `Get number ${number}`,
      use: (number) => `Use number ${number}`,
      older: 'Show older ones',
      newest: 'Show the newest',
    },
    previewName: (number) => `Example of a notat in ${englishTemplate(number)}.docx`,
    fileIs: (of, number) => {
      if (of === 'example') return `An invented notat in ${englishTemplate(number)}`;
      return number === INSTALLATIONS_TEMPLATE
        ? 'The standard template, which you can change in Word'
        : `Template ${number}, as it was sent`;
    },
    ifNotSaved: 'If you cannot save the file, decline it, and you get a link instead.',
    tooLarge: (max) => ({
      heading: 'The template is too large',
      text: `The file may be at most ${englishNumber(max / 1024 / 1024)} MB, because every notat will be as large. Make its pictures smaller, and send it again. The template you have used until now is still used.`,
    }),
    busy: () => ({
      heading: 'The template has not been checked yet',
      text: 'Other templates are being checked right now. Nothing has changed. Try again in a moment.',
    }),
    unknown: () => ({
      heading: 'There is no such template',
      text: 'Nothing has changed. Write template to see which templates there are.',
    }),
  },
};

function danishTemplate(number: number): string {
  return number === INSTALLATIONS_TEMPLATE ? 'standardskabelonen' : `skabelon ${number}`;
}

function englishTemplate(number: number): string {
  return number === INSTALLATIONS_TEMPLATE ? 'the standard template' : `template ${number}`;
}
