import type { Language } from '../../domain/language.js';
import type { PlanSaved } from '../../domain/round/plan-saved.js';
import { isCalledOff, isOver, type RoundState } from '../../domain/round/round.js';
import type { RoundFormField } from '../../domain/round/round-form.js';
import { danishDateTime, englishDateTime } from '../date-words.js';
import { danishAllNames, englishAllNames } from '../joined-names.js';
import type { Notice } from '../notice.js';
import { DANISH_FORM_FIELDS, ENGLISH_FORM_FIELDS } from './round-form-fields.js';

/** What has become of a form for a round when somebody saves it, and of a plan that others have before them too. */
export interface PlanSavedWords {
  /** The form is kept on its card, and not in its plan. */
  readonly besidePlan: string;
  /** @param startsAt when the round starts by itself */
  inPlan(startsAt: Date | undefined): string;
  /** The form cannot be a plan yet, and the round starts by itself. */
  startsWithout(startsAt: Date): Notice;
  /** @param differs where the form differs from the plan as it stands */
  overtaken(saved: PlanSaved, differs: readonly RoundFormField[]): Notice;
  /** Above a preview that somebody has wanted to start from an older one. */
  readonly changedSince: string;
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
  overtaken: ({ by, at }, differs) => ({
    heading: 'Intet er gemt endnu',
    text: `${by.name} har rettet planen imens (${danishDateTime(at)}). Det, du har skrevet, står her stadig. Det afviger fra planen i ${danishAllNames(namesIn(DANISH_FORM_FIELDS, differs))}. Trykker du igen, gælder det, der står her på kortet.`,
  }),
  changedSince: 'Planen er rettet, siden kortet blev vist. Sådan er den nu. Se den igennem, før runden bliver startet.',
  begun: (state) => {
    if (isCalledOff(state)) {
      return { heading: 'Runden er trukket tilbage', text: 'Skal der spørges igen, så begynd en ny runde.' };
    }
    return isOver(state) || state === 'closing'
      ? { heading: 'Runden er afsluttet', text: 'Den kan åbnes igen på notatets kort.' }
      : { heading: 'Runden er startet', text: 'Den rettes nu med Ret runden på oversigten.' };
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
  overtaken: ({ by, at }, differs) => ({
    heading: 'Nothing has been saved yet',
    text: `${by.name} has changed the plan meanwhile (${englishDateTime(at)}). What you have written is still here. It differs from the plan in ${englishAllNames(namesIn(ENGLISH_FORM_FIELDS, differs))}. If you press again, what stands here on the card counts.`,
  }),
  changedSince:
    'The plan has been changed since this card was shown. This is how it is now. Look through it before the round is started.',
  begun: (state) => {
    if (isCalledOff(state)) {
      return { heading: 'The round has been withdrawn', text: 'To ask again, begin a new round.' };
    }
    return isOver(state) || state === 'closing'
      ? { heading: 'The round is closed', text: 'It can be reopened on the notat’s card.' }
      : { heading: 'The round has started', text: 'It is now changed with Change the round on the overview.' };
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
