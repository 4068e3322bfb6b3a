import type { Language } from '../../domain/language.js';
import type { CommentProblem } from '../../domain/reply/comment.js';
import type { Deadline } from '../../domain/round/deadline.js';
import type { RoundState } from '../../domain/round/round.js';
import type { FindingKind } from '../../domain/text/text-findings.js';
import { danishDeadline, englishDeadline } from '../date-words.js';
import type { Notice } from '../notice.js';
import { capitalised, danishCount, danishDepartments, englishCount, englishDepartments } from '../number-words.js';
import { danishCommentProblem, englishCommentProblem } from '../text-problems.js';

/** The check before a round is closed, and the answers when it is closed or reopened. */
export interface ClosingWords {
  readonly heading: string;
  missing(departments: number): string;
  /** Why a department that has declined is missing. */
  readonly declined: string;
  /** Why a department whose row cannot be read is missing. */
  readonly unreadable: string;
  readonly missingExplained: string;
  /** What the notat says of a missing department if the round is closed now. @param words the notat's own */
  says(words: string): string;
  /** A missing department whose deadline has not passed. @param isOwn whether it has a later deadline than its round */
  waits(deadline: Deadline, isOwn: boolean): string;
  /** Heads the departments that have not replied to an edit that the secretariat proposed. */
  edits(departments: number): string;
  readonly editsExplained: string;
  moreEdits(departments: number): string;
  /** The button that proposes all edits which need no decision. */
  readonly mendAll: string;
  /** Stands above the button that opens the form for changing the round. */
  readonly mendOwn: string;
  /** @param departments how many get a proposal. @param isOwnMended whether the notat's own words were corrected */
  mending(departments: number, isOwnMended: boolean): string;
  moreMissing(departments: number): string;
  readonly nothing: string;
  readonly findings: string;
  readonly findingsExplained: string;
  /** Names the place of a finding that is not in a department's reply. */
  readonly ownText: string;
  readonly finding: Readonly<Record<FindingKind, string>>;
  /** The text that was found, corrected. */
  proposal(mended: string): string;
  readonly keep: string;
  readonly mend: string;
  moreFindings(findings: number): string;
  /** Why the round was not closed: something is not decided, or a department is missing that the card did not name. */
  readonly undecided: string;
  readonly unseen: string;
  readonly howToMend: string;
  readonly close: string;
  readonly cancel: string;
  underWay(): Notice;
  /** The template that the secretariat has chosen for the final notat cannot be read. */
  templateUnreadable(): Notice;
  notOpen(state: RoundState): Notice;
  /** The departments have not followed a change of the round yet. */
  changing(): Notice;
  reopening(): Notice;
  notClosed(state: RoundState): Notice;
  reasonRefused(problem: CommentProblem): Notice;
}

export const closingWords: Readonly<Record<Language, ClosingWords>> = {
  da: {
    heading: 'Før runden afsluttes',
    missing: (departments) => `${capitalised(danishDepartments(departments))} mangler`,
    declined: 'Har meldt fra: ikke vores område. I har ikke taget stilling endnu.',
    unreadable: 'Svaret kan ikke læses. Bed den it-ansvarlige om at se på det, før I afslutter runden.',
    missingExplained: 'Sådan kommer de til at stå i notatet, hvis I afslutter runden nu.',
    says: (words) => `Notatet skriver: ”${words}”`,
    waits: (deadline, isOwn) =>
      isOwn ? `Har sin egen frist, ${danishDeadline(deadline)}, som ikke er udløbet.` : 'Fristen er ikke udløbet.',
    edits: (departments) =>
      departments === 1
        ? 'Ét fagområde har ikke svaret på en foreslået rettelse'
        : `${capitalised(danishDepartments(departments))} har ikke svaret på foreslåede rettelser`,
    editsExplained: 'Afslutter I nu, er det fagområdets egen tekst, der står i notatet.',
    moreEdits: (departments) => `og ${danishDepartments(departments)} til`,
    mendAll: 'Foreslå tegn og mellemrum rettet',
    mendOwn: 'Notatets egen tekst, også titlen, retter du her. Det, du har valgt ovenfor, bliver stående.',
    mending: (departments, isOwnMended) =>
      [
        ...(isOwnMended ? ['Notatets egen tekst er rettet.'] : []),
        ...(departments > 0
          ? [
              `${departments === 1 ? 'Et forslag er' : 'Forslag er'} på vej til ${danishDepartments(departments)}, som kan godkende med ét tryk.`,
            ]
          : []),
        ...(departments === 0 && !isOwnMended
          ? ['Der er ikke mere at foreslå. Se, hvem der endnu ikke har svaret.']
          : []),
      ].join(' '),
    moreMissing: (departments) =>
      `Der mangler ${danishDepartments(departments)} til, som der ikke er plads til her. Runden kan først afsluttes, når I har set dem alle.`,
    nothing: 'Ingen mangler, og der er ikke fundet noget i notatet, I skal tage stilling til.',
    findings: 'Tag stilling, før notatet bliver endeligt',
    findingsExplained: 'Vælg Behold, hvis det skal blive stående, og Ret, hvis det skal rettes først.',
    ownText: 'Notatets egen tekst',
    finding: {
      'leftover field': 'Ligner et felt, der ikke er udfyldt',
      blank: 'En linje, der skulle være udfyldt',
      'cpr number': 'Et CPR-nummer',
      'ten digits': 'Et tal, som kan være et CPR-nummer',
      'e-mail address': 'En e-mailadresse',
      'phone number': 'Ligner et telefonnummer',
      'street address': 'Ligner en adresse',
      'short reply': 'Svaret er kortere end en sætning',
      'double space': 'Flere mellemrum i træk',
      'space before mark': 'Et mellemrum før et tegn',
      'straight quote': 'Et lodret anførselstegn (") i stedet for ”',
    },
    proposal: (mended) => `Forslag: ${mended}`,
    keep: 'Behold',
    mend: 'Ret',
    moreFindings: (findings) =>
      findings === 1
        ? 'Der er ét til. Det vises, når I har taget stilling her.'
        : `Der er ${danishCount(findings)} til. De vises, når I har taget stilling her.`,
    undecided: 'Runden er ikke afsluttet: Vælg Behold eller Ret ved hvert punkt.',
    unseen: 'Runden er ikke afsluttet: Se først, hvem der mangler.',
    howToMend:
      'Skal et svar rettes, så tryk på Vis fagområde, og foreslå en rettelse, send det tilbage, eller svar på fagområdets vegne. Notatets titel og indledning retter du med Ret runden.',
    close: 'Afslut runden',
    cancel: 'Fortryd',
    underWay: () => ({
      heading: 'Runden bliver afsluttet',
      text: 'Der kan ikke gives flere svar. Det endelige notat kommer her i kanalen om et øjeblik.',
    }),
    templateUnreadable: () => ({
      heading: 'Runden er ikke afsluttet',
      text: 'Den skabelon, I bruger, kan ikke læses, så det endelige notat kan ikke skrives. Skriv skabelon til mig i en personlig chat, tag en anden skabelon i brug, eller send den igen, og afslut så runden.',
    }),
    notOpen: (state) => {
      switch (state) {
        case 'closed':
          return {
            heading: 'Runden er afsluttet',
            text: 'Det endelige notat er her i kanalen. På dets kort kan runden åbnes igen.',
          };
        case 'closing':
          return {
            heading: 'Runden er ved at blive afsluttet',
            text: 'Det endelige notat kommer her i kanalen om et øjeblik.',
          };
        case 'reopening':
          return { heading: 'Runden er ved at blive åbnet igen', text: 'Prøv igen om et øjeblik.' };
        case 'withdrawing':
        case 'withdrawn':
          return { heading: 'Runden er trukket tilbage', text: 'Derfor er der intet notat. Svarene er gemt.' };
        default:
          return { heading: 'Runden er ikke i gang endnu', text: 'Prøv igen, når den er startet.' };
      }
    },
    reopening: () => ({
      heading: 'Runden bliver åbnet igen',
      text: 'Fagområderne får besked om et øjeblik og kan så svare og rette. Det endelige notat bliver liggende.',
    }),
    notClosed: (state) => {
      switch (state) {
        case 'closing':
          return {
            heading: 'Runden er ved at blive afsluttet',
            text: 'Den kan åbnes igen, når det endelige notat er kommet.',
          };
        case 'withdrawing':
        case 'withdrawn':
          return { heading: 'Runden er trukket tilbage', text: 'Den kan ikke åbnes igen. Svarene er gemt.' };
        case 'reopening':
          return {
            heading: 'Runden er ved at blive åbnet igen',
            text: 'Fagområderne kan svare og rette om et øjeblik.',
          };
        default:
          return { heading: 'Runden er åben', text: 'Fagområderne kan allerede svare og rette.' };
      }
    },
    changing: () => ({
      heading: 'Runden er ved at blive rettet',
      text: 'Fagområderne følger med om et øjeblik. Afslut så runden.',
    }),
    reasonRefused: (problem) => ({
      heading: 'Runden er ikke åbnet igen',
      text: danishCommentProblem(problem, 'Begrundelsen'),
    }),
  },

  en: {
    heading: 'Before the round is closed',
    missing: (count) => `${capitalised(englishDepartments(count))} ${count === 1 ? 'is' : 'are'} missing`,
    declined: 'Says it is not their area. You have not decided yet.',
    unreadable: 'The reply cannot be read. Ask whoever runs the bot to look into it before you close the round.',
    missingExplained: 'This is what the notat says of them if you close the round now.',
    says: (words) => `The notat says: “${words}”`,
    waits: (deadline, isOwn) =>
      isOwn
        ? `Has a deadline of its own, ${englishDeadline(deadline)}, which has not passed.`
        : 'The deadline has not passed.',
    edits: (count) =>
      `${capitalised(englishDepartments(count))} ${count === 1 ? 'has' : 'have'} not replied to a suggested correction`,
    editsExplained: 'If you close now, the department’s own text is what the notat has.',
    moreEdits: (count) => `and ${englishDepartments(count)} more`,
    mendAll: 'Suggest marks and spaces corrected',
    mendOwn: 'You correct the notat’s own text here, its title too. What you have chosen above stays.',
    mending: (count, isOwnMended) =>
      [
        ...(isOwnMended ? ['The notat’s own text has been corrected.'] : []),
        ...(count > 0
          ? [
              `${count === 1 ? 'A suggestion is' : 'Suggestions are'} on the way to ${englishDepartments(count)}, who can accept with one press.`,
            ]
          : []),
        ...(count === 0 && !isOwnMended ? ['There is nothing more to suggest. See who has not replied yet.'] : []),
      ].join(' '),
    moreMissing: (count) =>
      `There is no room here for the ${englishDepartments(count)} missing besides. The round can be closed once you have seen them all.`,
    nothing: 'Nobody is missing, and nothing was found in the notat for you to decide on.',
    findings: 'Decide before the notat is final',
    findingsExplained: 'Choose Keep if it is to stand, and Correct if it must be corrected first.',
    ownText: 'The notat’s own text',
    finding: {
      'leftover field': 'Looks like a field that is not filled in',
      blank: 'A line that was to be filled in',
      'cpr number': 'A CPR number',
      'ten digits': 'A number that may be a CPR number',
      'e-mail address': 'An e-mail address',
      'phone number': 'Looks like a phone number',
      'street address': 'Looks like an address',
      'short reply': 'The reply is shorter than a sentence',
      'double space': 'Several spaces in a row',
      'space before mark': 'A space before a mark',
      'straight quote': 'A straight quotation mark (") instead of ”',
    },
    proposal: (mended) => `Suggestion: ${mended}`,
    keep: 'Keep',
    mend: 'Correct',
    moreFindings: (findings) =>
      findings === 1
        ? 'There is one more. It is shown once you have decided here.'
        : `There are ${englishCount(findings)} more. They are shown once you have decided here.`,
    undecided: 'The round is not closed: choose Keep or Correct for each of these.',
    unseen: 'The round is not closed: first see who is missing.',
    howToMend:
      'If a reply must be corrected, press Show department and suggest a correction, send it back, or answer on the department’s behalf. You correct the notat’s title and introduction with Change the round.',
    close: 'Close the round',
    cancel: 'Cancel',
    underWay: () => ({
      heading: 'The round is being closed',
      text: 'No more replies can be given. The final notat comes here in the channel in a moment.',
    }),
    templateUnreadable: () => ({
      heading: 'The round is not closed',
      text: 'The template you use cannot be read, so the final notat cannot be written. Write template to me in a personal chat, take another template into use or send it again, and then close the round.',
    }),
    notOpen: (state) => {
      switch (state) {
        case 'closed':
          return {
            heading: 'The round is closed',
            text: 'The final notat is here in the channel. The round can be reopened on its card.',
          };
        case 'closing':
          return {
            heading: 'The round is being closed',
            text: 'The final notat comes here in the channel in a moment.',
          };
        case 'reopening':
          return { heading: 'The round is being reopened', text: 'Try again in a moment.' };
        case 'withdrawing':
        case 'withdrawn':
          return { heading: 'The round has been withdrawn', text: 'So there is no notat. The replies are kept.' };
        default:
          return { heading: 'The round is not under way yet', text: 'Try again when it has been started.' };
      }
    },
    reopening: () => ({
      heading: 'The round will be open again',
      text: 'The departments are told in a moment, and can then reply and correct. The final notat stays as it is.',
    }),
    notClosed: (state) => {
      switch (state) {
        case 'closing':
          return { heading: 'The round is being closed', text: 'It can be reopened once the final notat has come.' };
        case 'withdrawing':
        case 'withdrawn':
          return { heading: 'The round has been withdrawn', text: 'It cannot be reopened. The replies are kept.' };
        case 'reopening':
          return {
            heading: 'The round is being reopened',
            text: 'The departments can reply and correct in a moment.',
          };
        default:
          return { heading: 'The round is open', text: 'The departments can already reply and correct.' };
      }
    },
    changing: () => ({
      heading: 'The round is being changed',
      text: 'The departments follow in a moment. Close the round then.',
    }),
    reasonRefused: (problem) => ({
      heading: 'The round has not been reopened',
      text: englishCommentProblem(problem, 'reason'),
    }),
  },
};
