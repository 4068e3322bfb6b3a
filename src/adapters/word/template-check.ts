import type Docxtemplater from 'docxtemplater';
import type PizZip from 'pizzip';
import { renderTemplate } from './render-template.js';
import type { TemplateData, TemplateLine } from './template-data.js';

const LINE: TemplateLine = { afsnit: false, punkt: false, nummereret: false, bemærkning: false, nummer: '', tekst: '' };

/** Every tag in use, each with a text that is found nowhere else. */
const PROBE: TemplateData = {
  titel: '«titel»',
  foreløbigt: true,
  status: '«status»',
  indledning: [
    { ...LINE, afsnit: true, tekst: '«afsnit i indledning»' },
    { ...LINE, punkt: true, tekst: '«punkt i indledning»' },
    { ...LINE, nummereret: true, nummer: '«nummer i indledning»', tekst: '«nummereret i indledning»' },
  ],
  fagområder: [
    {
      fagområde: '«fagområde»',
      svar: [
        { ...LINE, afsnit: true, tekst: '«afsnit i svar»' },
        { ...LINE, punkt: true, tekst: '«punkt i svar»' },
        { ...LINE, nummereret: true, nummer: '«nummer i svar»', tekst: '«nummereret i svar»' },
        { ...LINE, bemærkning: true, tekst: '«bemærkning i svar»' },
      ],
    },
  ],
};

/**
 * Tries a template on a notat that has everything, so that a municipality's own is refused when the bot starts
 * and not when the notat is due, and none can leave out what a department has written.
 *
 * @throws Error that names what is wrong or missing
 */
export function checkTemplate(template: Uint8Array): void {
  const shown = visibleText(renderTemplate(template, PROBE));
  const missing = [...new Set(JSON.stringify(PROBE).match(/«[^»]+»/gu))].filter((text) => !shown.includes(text));
  if (missing.length > 0) throw new Error(`The notat template cannot be used: it leaves out ${missing.join(', ')}`);
}

function visibleText(document: Docxtemplater<PizZip>): string {
  const parts = document.getZip().file(/^word\/(?:document|header\d*|footer\d*)\.xml$/u);
  return parts.map(({ name }) => document.getFullText(name)).join('\n');
}
