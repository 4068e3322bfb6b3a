import type { Language } from '../../domain/language.js';
import type { TemplatePart, TemplatePlace } from '../../domain/notat/template-place.js';
import { danishCount, danishNumber, englishCount, englishNumber } from '../number-words.js';

const PARTS: Readonly<Record<Language, Readonly<Record<TemplatePart, string>>>> = {
  da: {
    text: 'i teksten',
    header: 'i et sidehoved',
    footer: 'i en sidefod',
    footnote: 'i en fodnote',
    endnote: 'i en slutnote',
    comment: 'i en kommentar',
    diagram: 'i en SmartArt-figur',
    chart: 'i et diagram',
    properties: 'i filens egenskaber',
    'building block': 'i en byggeblok eller en pladsholder',
    'alternative text': 'i en alternativ tekst',
    'field code': 'i koden til et af Words felter',
    link: 'i adressen på et link',
    'drawn text': 'i WordArt eller et vandmærke',
    setting: 'i en indstilling, som ikke ses på siden',
  },
  en: {
    text: 'in the text',
    header: 'in a page header',
    footer: 'in a page footer',
    footnote: 'in a footnote',
    endnote: 'in an endnote',
    comment: 'in a comment',
    diagram: 'in a SmartArt drawing',
    chart: 'in a chart',
    properties: 'in the properties of the file',
    'building block': 'in a building block or a placeholder',
    'alternative text': 'in an alternative text',
    'field code': 'in the code of a Word field',
    link: 'in the address of a link',
    'drawn text': 'in WordArt or a watermark',
    setting: 'in a setting that is not seen on the page',
  },
};

/**
 * Says where in a template something is, from the inside out, so that it is found in Word: a part of a sentence, without a
 * full stop. The words in quotation marks are the template's own.
 */
export const templatePlaceWords: Readonly<Record<Language, (place: TemplatePlace) => string>> = {
  da: (place) => {
    const { row, near, others } = place;
    const inside = insideOut(place, row && `i række ${danishNumber(row)} i en tabel`, 'i en tekstboks', PARTS.da);
    const words = near === '' ? '' : `, ved ”${near}”`;
    if (others === 0) return `${inside}${words}`;
    return `${inside}${words} og ${others === 1 ? 'ét andet sted' : `${danishCount(others)} andre steder`}`;
  },
  en: (place) => {
    const { row, near, others } = place;
    const inside = insideOut(place, row && `in row ${englishNumber(row)} of a table`, 'in a text box', PARTS.en);
    const words = near === '' ? '' : `, near “${near}”`;
    if (others === 0) return `${inside}${words}`;
    return `${inside}${words} and in ${others === 1 ? 'one other place' : `${englishCount(others)} other places`}`;
  },
};

/** The text of a document is only named where there is nothing inside it to name. */
function insideOut(
  { part, isInTextBox }: TemplatePlace,
  row: string | number | undefined,
  box: string,
  parts: Readonly<Record<TemplatePart, string>>,
): string {
  const inner = [...(typeof row === 'string' ? [row] : []), ...(isInTextBox ? [box] : [])];
  return (part === 'text' && inner.length > 0 ? inner : [...inner, parts[part]]).join(' ');
}
