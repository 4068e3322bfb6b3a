import {
  chooseTemplateData,
  type FetchedOfTemplate,
  type FileWay,
  fetchTemplateData,
  PERSONAL_VERBS,
} from '../buttons.js';
import { type CardButton, cardButton } from '../card-buttons.js';

/** Teams shows so many buttons beside each other; the others are in a menu. */
const BUTTONS_SHOWN = 3;

/** Fetches a template, or an example of a notat in it. @param number of the template */
export function fetchButton(of: FetchedOfTemplate, number: number, title: string, way?: FileWay): CardButton {
  return { title, verb: PERSONAL_VERBS.fetchTemplate, data: fetchTemplateData(of, number, way) };
}

/** Takes a template into use. @param seen the number of the newest choice that the card shows */
export function chooseButton(number: number, seen: number, title: string): CardButton {
  return { title, verb: PERSONAL_VERBS.chooseTemplate, data: chooseTemplateData(number, seen) };
}

/** Lists the templates that were sent. @param from how many are passed over */
export function listButton(title: string, from = 0): CardButton {
  return { title, verb: PERSONAL_VERBS.listTemplates, data: { from } };
}

/** The actions of a card. The first of the buttons are shown, and the others are in a menu. */
export function buttonsOf(buttons: readonly CardButton[]): readonly object[] {
  return buttons.map((button, index) => cardButton(index < BUTTONS_SHOWN ? button : { ...button, mode: 'secondary' }));
}
