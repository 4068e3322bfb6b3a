import type { Language } from '../../domain/language.js';
import type { Notice } from '../notice.js';
import { capitalised, danishDepartments, englishDepartments } from '../number-words.js';
import { withTitle } from '../shortened.js';

/** A trial: a round that reaches the secretariat alone. Every title in it says so. */
export interface TrialWords {
  /** The title of a trial of the round with that title. */
  title(title: string): string;
  /** Says whose card it is, as nobody else is in the channel where the cards of a trial are. */
  whoseCard(department: string): string;
  /** What the preview says when a trial has been started from it. */
  readonly started: string;
  readonly openHeading: string;
  openText(departments: number): string;
  readonly openNext: string;
  readonly endedHeading: string;
  readonly endedText: string;
  readonly endedNext: string;
  readonly end: string;
  /** Of the trial's own card: what a phone shows. @param title the trial's */
  summary(title: string, isOpen: boolean): string;
  /** The heading of a notat in a trial. */
  notatHeading(heading: string): string;
  notatSummary(title: string): string;
  /** It cannot be ended yet. */
  stillStarting(): Notice;
}

export const trialWords: Readonly<Record<Language, TrialWords>> = {
  da: {
    title: (title) => `Prøverunde: ${title}`,
    whoseCard: (department) => `Prøverunde: Sådan ser ${department} kortet. Intet er sendt til fagområdet.`,
    started: 'Prøverunden er startet. Kortene kommer her i kanalen om lidt. Intet er sendt til fagområderne.',
    openHeading: 'Prøverunden er i gang',
    openText: (departments) =>
      `${capitalised(danishDepartments(departments))} får i prøverunden ${departments === 1 ? 'sit kort' : 'deres kort'} her i kanalen. Svar på dem, som fagområderne ville gøre: Alle her kan svare. Når alle har svaret, kommer en prøve af notatet.`,
    openNext: 'Intet sendes til fagområderne, og ingen bliver påmindet. Prøven starter ikke selve runden.',
    endedHeading: 'Prøverunden er slut',
    endedText: 'Intet er sendt til fagområderne. Svarene i prøverunden kommer ikke med i noget andet notat.',
    endedNext: 'Selve runden startes på kortet ”Sådan ser runden ud”.',
    end: 'Slut prøverunden',
    summary: (title, isOpen) => withTitle(title, (short) => `”${short}” er ${isOpen ? 'i gang' : 'slut'}`),
    notatHeading: (heading) => `Prøve: ${heading}`,
    notatSummary: (title) => withTitle(title, (short) => `Prøve af notatet: ”${short}”`),
    stillStarting: () => ({
      heading: 'Prøverunden er ved at starte',
      text: 'Tryk igen om lidt, når kortene er kommet.',
    }),
  },

  en: {
    title: (title) => `Trial round: ${title}`,
    whoseCard: (department) =>
      `Trial round: This is how ${department} sees the card. Nothing is sent to the department.`,
    started:
      'The trial round has started. The cards come here in the channel soon. Nothing is sent to the departments.',
    openHeading: 'The trial round is under way',
    openText: (count) =>
      `In the trial, ${englishDepartments(count)} ${count === 1 ? 'gets its card' : 'get their cards'} here in the channel. Answer them as the departments would: everyone here can. When all have been answered, a trial of the notat comes.`,
    openNext: 'Nothing is sent to the departments, and nobody is reminded. The trial does not start the round itself.',
    endedHeading: 'The trial round is over',
    endedText: 'Nothing was sent to the departments. The replies of the trial are in no other notat.',
    endedNext: 'The round itself is started on the card “This is the round”.',
    end: 'End the trial round',
    summary: (title, isOpen) => withTitle(title, (short) => `“${short}” is ${isOpen ? 'under way' : 'over'}`),
    notatHeading: (heading) => `Trial: ${heading}`,
    notatSummary: (title) => withTitle(title, (short) => `Trial of the notat: “${short}”`),
    stillStarting: () => ({
      heading: 'The trial round is starting',
      text: 'Press again in a moment, when the cards have come.',
    }),
  },
};
