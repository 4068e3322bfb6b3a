import type { Language } from '../../domain/language.js';
import type { PlanSaved } from '../../domain/round/plan-saved.js';
import type { RoundState } from '../../domain/round/round.js';
import type { RoundFormField } from '../../domain/round/round-form.js';
import { danishDateTime, englishDateTime } from '../date-words.js';
import { danishAllNames, englishAllNames } from '../joined-names.js';
import type { Notice } from '../notice.js';
import { shortened } from '../shortened.js';
import { DANISH_FORM_FIELDS, ENGLISH_FORM_FIELDS } from './round-form-fields.js';

/** A form whose plan has been changed since it was shown. */
interface OvertakenPlan {
  /** undefined where it is not known who has changed it. */
  readonly saved: PlanSaved | undefined;
  /** Whether the fields that were not changed on the form say what the plan says. */
  readonly isMerged: boolean;
  /** Where the form differs from the plan as it stands. */
  readonly differs: readonly RoundFormField[];
}

/** The longest text of a plan that stands beside the one in the form, in characters. Our choice: some three lines. */
const PLAN_SAYS_MAX = 300;

/** What has become of a form for a round when somebody saves it, and of a plan that others have before them too. */
export interface PlanSavedWords {
  /** The form is kept on its card, and not in its plan. */
  readonly besidePlan: string;
  /** @param startsAt when the round starts by itself */
  inPlan(startsAt: Date | undefined): string;
  /** The form cannot be a plan yet, and the round starts by itself. */
  startsWithout(startsAt: Date): Notice;
  /** @param isOwn whether whoever is told has saved the plan, from another card */
  overtaken(overtaken: OvertakenPlan, isOwn: boolean): Notice;
  /** What stands in the plan in a field in which the form says something else. */
  planSays(field: RoundFormField, says: string): string;
  /** Above a preview that somebody has wanted to start from an older one. */
  readonly changedSince: string;
  /** Above a preview whose round can no longer be started as it is. */
  readonly deadlinePassed: string;
  /** In the place of the card on which the start was decided of a round whose deadline has passed before it could start. */
  readonly notStarted: Notice;
  /** What has become of a round whose plan somebody has before them. */
  begun(state: RoundState): Notice;
  /** The same beside a form, which stays with what is typed in it. */
  notSaved(state: RoundState): Notice;
  /** The same where the plan was to be discarded. */
  notDiscarded(state: RoundState): Notice;
}

const DANISH: Omit<PlanSavedWords, 'notSaved' | 'notDiscarded'> = {
  besidePlan:
    'Kladden er gemt her på kortet, hvor alle sekretærer kan arbejde videre på den. Den er ikke færdig, og derfor er planen, som den var. Intet er sendt.',
  inPlan: (startsAt) =>
    `Kladden er gemt i planen. Alle sekretærer kan se den og arbejde videre på den. ${startsAt === undefined ? 'Intet er sendt.' : `Runden starter stadig af sig selv ${danishDateTime(startsAt)}.`}`,
  startsWithout: (startsAt) => ({
    heading: 'Kladden er ikke gemt',
    text: `Runden starter af sig selv ${danishDateTime(startsAt)} med den plan, der var gemt i forvejen. Ret det, der står herunder, og tryk igen, så bliver kladden gemt i planen. Kan det ikke nås, så tryk på Fortryd på det kort, hvor starten blev bestemt.`,
  }),
  overtaken: ({ saved, isMerged, differs }, isOwn) => {
    const fields = danishAllNames(namesIn(DANISH_FORM_FIELDS, differs));
    const who =
      saved === undefined
        ? 'Planen er rettet imens.'
        : isOwn
          ? `Du har selv gemt planen fra et andet kort imens (${danishDateTime(saved.at)}).`
          : `${saved.by.name} har rettet planen imens (${danishDateTime(saved.at)}).`;
    return { heading: 'Intet er gemt endnu', text: `${who} ${danishNow(isMerged, differs.length > 0, fields)}` };
  },
  planSays: (field, says) => {
    const [name] = namesIn(DANISH_FORM_FIELDS, [field]);
    return says === ''
      ? `I planen står der intet (${name}).`
      : `I planen står der (${name}): ”${shortened(says, PLAN_SAYS_MAX)}”`;
  },
  changedSince: 'Planen er rettet, siden kortet blev vist. Sådan er den nu. Se den igennem, før runden bliver startet.',
  deadlinePassed: 'Runden er ikke startet, for fristen er passeret. Tryk på Ret, og vælg en senere frist.',
  notStarted: {
    heading: 'Runden er ikke startet',
    text: 'Fristen var passeret, før runden kunne starte af sig selv. Ingen er spurgt, og planen er gemt. Tryk på Ret, og vælg en senere frist.',
  },
  begun: (state) => {
    switch (state) {
      case 'withdrawing':
      case 'withdrawn':
        return { heading: 'Runden er trukket tilbage', text: 'Skal der spørges igen, så begynd en ny runde.' };
      case 'closing':
        return {
          heading: 'Runden er ved at blive afsluttet',
          text: 'Når det endelige notat er kommet, kan runden åbnes igen på notatets kort.',
        };
      case 'closed':
        return { heading: 'Runden er afsluttet', text: 'Runden kan åbnes igen på notatets kort.' };
      case 'reopening':
        return {
          heading: 'Runden er ved at blive åbnet igen',
          text: 'Om et øjeblik rettes runden med Ret runden på oversigten.',
        };
      default:
        return { heading: 'Runden er startet', text: 'Runden rettes nu med Ret runden på oversigten.' };
    }
  },
};

const ENGLISH: Omit<PlanSavedWords, 'notSaved' | 'notDiscarded'> = {
  besidePlan:
    'The draft is kept here on the card, where all secretaries can go on with it. It is not finished, so the plan is as it was. Nothing has been sent.',
  inPlan: (startsAt) =>
    `The draft is kept in the plan. All secretaries can see it and go on with it. ${startsAt === undefined ? 'Nothing has been sent.' : `The round still starts by itself on ${englishDateTime(startsAt)}.`}`,
  startsWithout: (startsAt) => ({
    heading: 'The draft has not been kept',
    text: `The round starts by itself on ${englishDateTime(startsAt)} from the plan that was saved before. Put right what stands below, and press again: then the draft is kept in the plan. If there is no time for that, press Cancel the start on the card on which the start was decided.`,
  }),
  overtaken: ({ saved, isMerged, differs }, isOwn) => {
    const fields = englishAllNames(namesIn(ENGLISH_FORM_FIELDS, differs));
    const who =
      saved === undefined
        ? 'The plan has been changed meanwhile.'
        : isOwn
          ? `You have saved the plan yourself from another card meanwhile (${englishDateTime(saved.at)}).`
          : `${saved.by.name} has changed the plan meanwhile (${englishDateTime(saved.at)}).`;
    return {
      heading: 'Nothing has been saved yet',
      text: `${who} ${englishNow(isMerged, differs.length > 0, fields)}`,
    };
  },
  planSays: (field, says) => {
    const [name] = namesIn(ENGLISH_FORM_FIELDS, [field]);
    return says === ''
      ? `The plan says nothing (${name}).`
      : `The plan says (${name}): “${shortened(says, PLAN_SAYS_MAX)}”`;
  },
  changedSince:
    'The plan has been changed since this card was shown. This is how it is now. Look through it before the round is started.',
  deadlinePassed:
    'The round has not been started, because the deadline has passed. Press Change, and choose a later deadline.',
  notStarted: {
    heading: 'The round has not been started',
    text: 'The deadline had passed before the round could start by itself. Nobody has been asked, and the plan is kept. Press Change, and choose a later deadline.',
  },
  begun: (state) => {
    switch (state) {
      case 'withdrawing':
      case 'withdrawn':
        return { heading: 'The round has been withdrawn', text: 'To ask again, begin a new round.' };
      case 'closing':
        return {
          heading: 'The round is being closed',
          text: 'Once the final notat has come, the round can be reopened on its card.',
        };
      case 'closed':
        return { heading: 'The round is closed', text: 'The round can be reopened on the notat’s card.' };
      case 'reopening':
        return {
          heading: 'The round is being reopened',
          text: 'In a moment the round is changed with Change the round on the overview.',
        };
      default:
        return {
          heading: 'The round has started',
          text: 'The round is now changed with Change the round on the overview.',
        };
    }
  },
};

export const planSavedWords: Readonly<Record<Language, PlanSavedWords>> = {
  da: {
    ...DANISH,
    notSaved: (state) => after(DANISH.begun(state), 'Det, du har skrevet, er ikke gemt, men det står her stadig.'),
    notDiscarded: (state) => after(DANISH.begun(state), 'Planen kan derfor ikke kasseres.'),
  },
  en: {
    ...ENGLISH,
    notSaved: (state) => after(ENGLISH.begun(state), 'What you have written has not been saved, but it is still here.'),
    notDiscarded: (state) => after(ENGLISH.begun(state), 'So the plan cannot be discarded.'),
  },
};

function danishNow(isMerged: boolean, isDiffering: boolean, fields: string): string {
  if (!isMerged) {
    return `Det, der stod på kortet, står her stadig. Det afviger fra planen i ${fields}. Trykker du igen, gælder det, der står her på kortet.`;
  }
  if (!isDiffering)
    return 'Du har ikke ændret andet på kortet. Det viser nu planen, som den er. Se den igennem, og tryk igen.';
  return `De felter, du ikke har ændret, viser nu planen, som den er. Det, du selv har skrevet, står her stadig. Det afviger fra planen i ${fields}. Trykker du igen, gælder det, der står her på kortet.`;
}

function englishNow(isMerged: boolean, isDiffering: boolean, fields: string): string {
  if (!isMerged) {
    return `What stood on the card is still here. It differs from the plan in ${fields}. If you press again, what stands here on the card counts.`;
  }
  if (!isDiffering)
    return 'You have changed nothing else on the card. It now shows the plan as it is. Look it through, and press again.';
  return `The fields that you have not changed now show the plan as it is. What you have written yourself is still here. It differs from the plan in ${fields}. If you press again, what stands here on the card counts.`;
}

function after({ heading, text }: Notice, first: string): Notice {
  return { heading, text: `${first} ${text}` };
}

/** Several fields may have one name. */
function namesIn(
  names: Readonly<Record<RoundFormField, string>>,
  fields: readonly RoundFormField[],
): readonly string[] {
  return [...new Set(fields.map((field) => names[field]))];
}
