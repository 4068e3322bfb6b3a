/**
 * What a tag stands for: a text to show, a condition (shown or not), or a loop with tags of its own. Conditions and
 * loops are opened with `#` (or `^` for their opposite) and closed with `/`.
 */
export type TagMeaning = 'text' | 'condition' | TagGroup;

export interface TagGroup {
  readonly [tag: string]: TagMeaning;
}

const LINE: TagGroup = {
  afsnit: 'condition',
  punkt: 'condition',
  nummereret: 'condition',
  bemærkning: 'condition',
  nummer: 'text',
  tekst: 'text',
};

/**
 * Every tag that a notat template can use. They are Danish: those who make templates in Word read and write them.
 * docs/skabelon.md explains each. `templateData` fills them.
 */
export const TEMPLATE_TAGS = {
  titel: 'text',
  dokumenttype: 'text',
  notatnummer: 'text',
  dato: 'text',
  sagsnummer: 'text',
  til: 'text',
  fra: 'text',
  vedrørende: 'text',
  kle: 'text',
  status: 'text',
  foreløbigt: 'condition',
  endeligt: 'condition',
  indledning: LINE,
  fagområder: { fagområde: 'text', svar: LINE },
  oprindelsesside: 'condition',
  oprindelser: {
    fagområde: 'text',
    svaretaf: 'text',
    godkendtaf: 'text',
    modtaget: 'text',
    version: 'text',
  },
} as const satisfies TagGroup;
