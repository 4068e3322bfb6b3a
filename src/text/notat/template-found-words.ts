import type { Language } from '../../domain/language.js';
import type { TemplatePart } from '../../domain/notat/template-place.js';
import type { TemplateCounts, TemplateUnderstanding } from '../../domain/notat/template-understanding.js';
import { danishCount, englishCount } from '../number-words.js';

/* Sentences that say what the bot has found in a municipality's Word template. The tags are Danish in both languages. */

/** The bot writes the properties itself, in every template, so a tag there tells nothing. */
type PartOfTheirs = Exclude<TemplatePart, 'properties'>;

/** Where the tags are: the beginning of a line that names them. */
const TAGS_IN: Readonly<Record<Language, Readonly<Record<PartOfTheirs, string>>>> = {
  da: {
    text: 'Felter i teksten',
    header: 'Felter i sidehovedet',
    footer: 'Felter i sidefoden',
    footnote: 'Felter i fodnoter',
    endnote: 'Felter i slutnoter',
    comment: 'Felter i kommentarer',
    diagram: 'Felter i SmartArt',
    chart: 'Felter i diagrammer',
    'building block': 'Felter i byggeblokke',
    'alternative text': 'Felter i alternative tekster',
    'field code': 'Felter i Words egne felter',
    link: 'Felter i links',
    'drawn text': 'Felter i tekst, der er tegnet',
    setting: 'Felter i indstillinger',
  },
  en: {
    text: 'Tags in the text',
    header: 'Tags in the page header',
    footer: 'Tags in the page footer',
    footnote: 'Tags in footnotes',
    endnote: 'Tags in endnotes',
    comment: 'Tags in comments',
    diagram: 'Tags in SmartArt',
    chart: 'Tags in charts',
    'building block': 'Tags in building blocks',
    'alternative text': 'Tags in alternative texts',
    'field code': 'Tags in Word’s own fields',
    link: 'Tags in links',
    'drawn text': 'Tags in drawn text',
    setting: 'Tags in settings',
  },
};

interface CountedWords {
  readonly one: string;
  readonly many: string;
}

const COUNTED: Readonly<Record<Language, Readonly<Record<keyof TemplateCounts, CountedWords>>>> = {
  da: {
    sections: { one: 'én sektion', many: 'sektioner' },
    headers: { one: 'ét sidehoved', many: 'sidehoveder' },
    footers: { one: 'én sidefod', many: 'sidefødder' },
    textBoxes: { one: 'én tekstboks', many: 'tekstbokse' },
    pictures: { one: 'ét billede', many: 'billeder' },
    notes: { one: 'én note', many: 'noter' },
  },
  en: {
    sections: { one: 'one section', many: 'sections' },
    headers: { one: 'one page header', many: 'page headers' },
    footers: { one: 'one page footer', many: 'page footers' },
    textBoxes: { one: 'one text box', many: 'text boxes' },
    pictures: { one: 'one picture', many: 'pictures' },
    notes: { one: 'one note', many: 'notes' },
  },
};

const COUNTED_ORDER = [
  'sections',
  'headers',
  'footers',
  'textBoxes',
  'pictures',
  'notes',
] as const satisfies readonly (keyof TemplateCounts)[];

/** For people who make templates in Word; a line for each part of the file that has tags, and one for what else it has. */
export const templateFoundWords: Readonly<Record<Language, (found: TemplateUnderstanding) => readonly string[]>> = {
  da: (found) => [
    ...linesOfTags('da', found),
    ...(found.hasDepartmentRows ? ['Hvert fagområde får sin egen række i tabellen.'] : []),
    ...countedLine(found, 'da', danishCount, 'og').map((counted) => `Den har ${counted}.`),
  ],
  en: (found) => [
    ...linesOfTags('en', found),
    ...(found.hasDepartmentRows ? ['Each department gets its own row in the table.'] : []),
    ...countedLine(found, 'en', englishCount, 'and').map((counted) => `It has ${counted}.`),
  ],
};

function linesOfTags(language: Language, { tags }: TemplateUnderstanding): readonly string[] {
  const byPart = new Map<PartOfTheirs, string[]>();
  for (const { tag, parts } of tags) {
    for (const part of parts) if (part !== 'properties') byPart.set(part, [...(byPart.get(part) ?? []), tag]);
  }
  return [...byPart].map(([part, names]) => `${TAGS_IN[language][part]}: ${names.join(', ')}.`);
}

/** A list of what the template has; none where it has nothing. A letterhead always has one section, so that one tells nothing. */
function countedLine(
  { counts }: TemplateUnderstanding,
  language: Language,
  inWords: (count: number) => string,
  and: string,
): readonly string[] {
  const counted = COUNTED_ORDER.filter((what) => counts[what] > (what === 'sections' ? 1 : 0)).map((what) => {
    const { one, many } = COUNTED[language][what];
    return counts[what] === 1 ? one : `${inWords(counts[what])} ${many}`;
  });
  const last = counted.pop();
  if (last === undefined) return [];
  return [counted.length === 0 ? last : `${counted.join(', ')} ${and} ${last}`];
}
