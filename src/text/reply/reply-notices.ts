import type { Language } from '../../domain/language.js';
import type { Person } from '../../domain/person.js';
import type { Withdrawn } from '../../domain/round/plan-change.js';
import { danishAnyOf, englishAnyOf } from '../joined-names.js';
import type { Notice } from '../notice.js';
import { danishTooLong, englishTooLong } from '../text-problems.js';
import { changedWords } from './changed-words.js';

/** Why an answer from a card, or from a message in the thread, was not carried out. */
export interface ReplyNotices {
  notAsked(): Notice;
  /** The round is closed, so nothing can be changed; or the department was withdrawn from it. */
  locked(withdrawn: Withdrawn | undefined): Notice;
  /** Only the heads may send, approve or decline. */
  onlyHeads(heads: readonly Person[]): Notice;
  /** The department has said that the report is outside its area, and only a head may now answer. */
  declinedAlready(): Notice;
  /** *Ikke vores område* was pressed after the department had answered or its reply had been sent back. */
  declineTooLate(): Notice;
  /** No answer waits for approval any more. */
  nothingToApprove(): Notice;
  /** There is nothing that can be sent back or decided. */
  followUpTooLate(): Notice;
  /** The card cannot hold the text of its own field. `problem` says how long the text is, if that is known. */
  tooLongToShow(problem: string): Notice;
  tooLongInThread(length: number, max: number): Notice;
  cprInReply(): Notice;
}

export const replyNotices: Readonly<Record<Language, ReplyNotices>> = {
  da: {
    notAsked: () => ({
      heading: 'Kortet hører ikke til her',
      text: 'Et svar kan kun sendes fra fagområdets egen kanal. Intet er gemt. Brug kortet i fagområdets kanal.',
    }),
    locked: (withdrawn) => ({
      heading: withdrawn === undefined ? 'Runden er afsluttet' : changedWords.da.withdrawnHeading(withdrawn.scope),
      text: 'Der kan ikke ændres mere i den. Intet er gemt. Er der brug for en rettelse, så skriv til sekretariatet.',
    }),
    onlyHeads: (heads) => ({
      heading: 'Det kan kun fagområdets chef',
      text: `Intet er sendt. Bed ${danishAnyOf(heads)} om at gøre det.`,
    }),
    declinedAlready: () => ({
      heading: 'Fagområdet har allerede meldt fra',
      text: 'Kun fagområdets chef kan svare alligevel. Intet er sendt. Gem teksten som kladde, så chefen kan se den.',
    }),
    declineTooLate: () => ({
      heading: 'Det er for sent at melde fra',
      text: 'Fagområdet har allerede svaret, eller sekretariatet har bedt om svar alligevel. Skriv det i svaret i stedet.',
    }),
    nothingToApprove: () => ({
      heading: 'Der er ikke noget at godkende',
      text: 'Svaret er allerede sendt, eller det er ændret. Kortet viser, hvordan det står nu.',
    }),
    followUpTooLate: () => ({
      heading: 'Det kan ikke lade sig gøre nu',
      text: 'Fagområdets svar har ændret sig i mellemtiden. Skriv @Notatbot status for at se, hvordan det står nu.',
    }),
    tooLongToShow: (problem) => ({
      heading: 'Teksten er for lang',
      text: [problem, 'Teksten står stadig i feltet.'].filter((sentence) => sentence !== '').join(' '),
    }),
    tooLongInThread: (length, max) => ({
      heading: 'Beskeden er for lang',
      text: `${danishTooLong('Beskeden', { length, max })} Intet er gemt. Skriv svaret i feltet på kortet.`,
    }),
    cprInReply: () => ({
      heading: 'Der står vist et CPR-nummer i feltet',
      text: 'Det, der blev skrevet, rummer et CPR-nummer eller et tal, der ligner et. Intet er gemt. Slet tallet i feltet, og send igen.',
    }),
  },

  en: {
    notAsked: () => ({
      heading: 'The card does not belong here',
      text: 'A reply can only be sent from the department’s own channel. Nothing has been stored. Use the card in the department’s channel.',
    }),
    locked: (withdrawn) => ({
      heading: withdrawn === undefined ? 'The round is closed' : changedWords.en.withdrawnHeading(withdrawn.scope),
      text: 'Nothing in it can be changed any more. Nothing has been stored. If something must be corrected, write to the secretariat.',
    }),
    onlyHeads: (heads) => ({
      heading: 'Only the department’s head can do that',
      text: `Nothing has been sent. Ask ${englishAnyOf(heads)} to do it.`,
    }),
    declinedAlready: () => ({
      heading: 'The department has said that it is not its area',
      text: 'Only the department’s head may reply anyway. Nothing has been sent. Save the text as a draft, so that the head can see it.',
    }),
    declineTooLate: () => ({
      heading: 'It is too late to say that',
      text: 'The department has already replied, or the secretariat has asked for a reply anyway. Say it in the reply instead.',
    }),
    nothingToApprove: () => ({
      heading: 'There is nothing to approve',
      text: 'The reply has already been sent, or has been changed. The card shows how it stands now.',
    }),
    followUpTooLate: () => ({
      heading: 'That cannot be done now',
      text: 'The department’s reply has changed in the meantime. Write @Notatbot status to see how it stands now.',
    }),
    tooLongToShow: (problem) => ({
      heading: 'The text is too long',
      text: [problem, 'The text is still in the field.'].filter((sentence) => sentence !== '').join(' '),
    }),
    tooLongInThread: (length, max) => ({
      heading: 'The message is too long',
      text: `${englishTooLong('The message', { length, max })} Nothing has been stored. Write the reply in the field on the card.`,
    }),
    cprInReply: () => ({
      heading: 'There seems to be a CPR number in the field',
      text: 'What was written holds a CPR number, or a number like one. Nothing has been stored. Delete the number in the field and send again.',
    }),
  },
};
