import type { Language } from '../../domain/language.js';
import type { ChangeProblem, FollowingCounts } from '../../domain/round/changed-round.js';
import type { ChangedPart, PlanChange } from '../../domain/round/plan-change.js';
import type { Round } from '../../domain/round/round.js';
import { danishDateTime, englishDateTime } from '../date-words.js';
import { danishAllOf, englishAllOf } from '../joined-names.js';
import type { Notice } from '../notice.js';
import { capitalised, danishDepartments, englishDepartments } from '../number-words.js';
import { danishCommentProblem, englishCommentProblem } from '../text-problems.js';
import { roundFormWords } from './round-form-words.js';

/** The form in which the secretariat changes a round that has been sent, and the answers. */
export interface ChangeWords {
  readonly heading: string;
  readonly intro: string;
  readonly departments: string;
  /** Instead of the list, where there is no room for it. */
  tooMany(count: number): string;
  readonly inSetUpOrder: string;
  /** Shows the fields of the notat's header. */
  readonly header: string;
  readonly reason: string;
  readonly reasonPlaceholder: string;
  readonly save: string;
  /** The button on the card for calling the round off. */
  readonly instead: string;
  /** Below the fields, beside the button: nothing was changed, because fields have problems. */
  refused(fields: number): string;
  /** The same, where somebody else has changed the round meanwhile. */
  readonly seeAbove: string;
  problem(problem: ChangeProblem): string;
  /** What others have changed since the form was shown. */
  overtaken(since: readonly PlanChange[]): string;
  /** What stands now in a part that somebody else has changed. */
  now(part: ChangedPart, text: string): string;
  changed(counts: FollowingCounts): Notice;
  unchanged(): Notice;
  notOpen(round: Round): Notice;
}

const PARTS: Readonly<Record<Language, Readonly<Record<ChangedPart | 'departments', string>>>> = {
  da: {
    title: 'titlen',
    report: 'rapportens navn',
    reportLink: 'linket til rapporten',
    question: 'spørgsmålet',
    introduction: 'indledningen',
    header: 'felterne øverst i notatet',
    origins: 'notatets sidste side',
    order: 'rækkefølgen',
    departments: 'fagområderne',
  },
  en: {
    title: 'the title',
    report: 'the report’s name',
    reportLink: 'the link to the report',
    question: 'the question',
    introduction: 'the introduction',
    header: 'the fields at the notat’s top',
    origins: 'the notat’s last page',
    order: 'the order',
    departments: 'the departments',
  },
};

function partsOf({ parts, added, withdrawn }: PlanChange): readonly (ChangedPart | 'departments')[] {
  return added.length + withdrawn.length > 0 ? [...parts, 'departments'] : parts;
}

function namesIn(language: Language, change: PlanChange): string {
  const names = partsOf(change).map((part) => ({ name: PARTS[language][part] }));
  return language === 'da' ? danishAllOf(names) : englishAllOf(names);
}

export const changeWords: Readonly<Record<Language, ChangeWords>> = {
  da: {
    heading: 'Ret runden',
    intro:
      'Her står det, der gælder nu. Når du gemmer, følger fagområdernes kort med og siger, hvad der er rettet. Fristen flytter du med Flyt fristen på oversigten, eller ved at skrive @Notatbot frist.',
    departments: 'Fagområder, der skal svare',
    tooMany: (count) =>
      `Runden har ${danishDepartments(count)}, og det er flere, end der er plads til at vise her. De bliver i runden, som de er.`,
    inSetUpOrder: 'Brug opsætningens rækkefølge i notatet',
    header: 'Flere felter: sagsnummer, modtager m.m.',
    reason: 'Begrundelse, hvis et fagområde tages ud',
    reasonPlaceholder: 'Står på fagområdets kort.',
    save: 'Gem rettelsen',
    instead: 'Ret runden i stedet',
    refused: (fields) =>
      fields === 1
        ? 'Intet er rettet endnu. Se bemærkningen ved feltet ovenfor.'
        : 'Intet er rettet endnu. Se bemærkningerne ved felterne ovenfor.',
    seeAbove: 'Intet er rettet endnu. Se øverst, hvad der er rettet imens.',
    problem: (problem) =>
      problem.kind === 'reason'
        ? danishCommentProblem(problem.problem, 'Begrundelsen')
        : roundFormWords.da.problem(problem),
    overtaken: (since) => {
      const told = since.map(
        (change) => `${change.by.name} har rettet ${namesIn('da', change)} (${danishDateTime(change.at)}).`,
      );
      return `Intet er gemt endnu. ${told.join(' ')} Gemmer du nu, gælder det, der står i felterne her.`;
    },
    now: (part, text) => `${capitalised(PARTS.da[part])} er nu: ”${text}”`,
    changed: ({ changed, answered, added, withdrawn }) => ({
      heading: 'Runden er rettet',
      text: sentences([
        changed > 0 &&
          `${capitalised(danishDepartments(changed))} får rettelsen på ${changed === 1 ? 'sit' : 'deres'} kort om et øjeblik.`,
        answered > 0 &&
          `${capitalised(danishDepartments(answered))} har allerede svaret. Svarene gælder stadig, og kortet siger, at de kan rettes.`,
        added > 0 && `${capitalised(danishDepartments(added))} mere bliver spurgt.`,
        withdrawn > 0 && `${capitalised(danishDepartments(withdrawn))} skal ikke svare mere, og kortet siger hvorfor.`,
        changed + added + withdrawn === 0 && 'Fagområdernes kort er, som de var. Rettelsen kommer med i notatet.',
      ]),
    }),
    unchanged: () => ({ heading: 'Runden er, som den var', text: 'Der var intet at rette.' }),
    notOpen: ({ state, plan }) => {
      if (plan.ask.isTrial) {
        return { heading: 'Det er en prøverunde', text: 'Afslut prøven, ret runden, og prøv den så igen.' };
      }
      switch (state) {
        case 'withdrawing':
        case 'withdrawn':
          return { heading: 'Runden er trukket tilbage', text: 'Der kan ikke ændres mere i den. Svarene er gemt.' };
        case 'closing':
        case 'closed':
          return { heading: 'Runden er afsluttet', text: 'Åbn den igen på notatets kort, før du retter noget.' };
        case 'reopening':
          return { heading: 'Runden er ved at blive åbnet igen', text: 'Prøv igen om et øjeblik.' };
        default:
          return { heading: 'Runden er ikke i gang endnu', text: 'Ret den på det kort, hvor den bliver startet.' };
      }
    },
  },

  en: {
    heading: 'Change the round',
    intro:
      'This is what stands now. When you save, the departments’ cards follow and say what was changed. You move the deadline with Move the deadline on the overview, or by writing @Notatbot deadline.',
    departments: 'Departments that must reply',
    tooMany: (count) =>
      `The round has ${englishDepartments(count)}, more than there is room to show here. They stay in the round as they are.`,
    inSetUpOrder: 'Use the set-up’s order in the notat',
    header: 'More fields: case number, recipient etc.',
    reason: 'Reason, if a department is taken out',
    reasonPlaceholder: 'Stands on the department’s card.',
    save: 'Save the change',
    instead: 'Change the round instead',
    refused: (fields) =>
      fields === 1
        ? 'Nothing has been changed yet. See the remark at the field above.'
        : 'Nothing has been changed yet. See the remarks at the fields above.',
    seeAbove: 'Nothing has been changed yet. See at the top what was changed meanwhile.',
    problem: (problem) =>
      problem.kind === 'reason' ? englishCommentProblem(problem.problem, 'reason') : roundFormWords.en.problem(problem),
    overtaken: (since) => {
      const told = since.map(
        (change) => `${change.by.name} has changed ${namesIn('en', change)} (${englishDateTime(change.at)}).`,
      );
      return `Nothing has been stored yet. ${told.join(' ')} If you save now, what stands in the fields here counts.`;
    },
    now: (part, text) => `${capitalised(PARTS.en[part])} is now: “${text}”`,
    changed: ({ changed, answered, added, withdrawn }) => ({
      heading: 'The round has been changed',
      text: sentences([
        changed > 0 && `${capitalised(englishDepartments(changed))} will see the change on their cards in a moment.`,
        answered > 0 &&
          `${capitalised(englishDepartments(answered))} already replied. The replies still count, and the card says that they can be corrected.`,
        added > 0 && `${capitalised(englishDepartments(added))} more will be asked.`,
        withdrawn > 0 &&
          `${capitalised(englishDepartments(withdrawn))} need not reply any more, and the card says why.`,
        changed + added + withdrawn === 0 &&
          'The departments’ cards are as they were. The change will be in the notat.',
      ]),
    }),
    unchanged: () => ({ heading: 'The round is as it was', text: 'There was nothing to change.' }),
    notOpen: ({ state, plan }) => {
      if (plan.ask.isTrial) {
        return { heading: 'This is a trial round', text: 'End the trial, change the round, and try it again.' };
      }
      switch (state) {
        case 'withdrawing':
        case 'withdrawn':
          return {
            heading: 'The round has been withdrawn',
            text: 'Nothing in it can be changed any more. The replies are kept.',
          };
        case 'closing':
        case 'closed':
          return { heading: 'The round is closed', text: 'Reopen it on the notat’s card before you change anything.' };
        case 'reopening':
          return { heading: 'The round is being reopened', text: 'Try again in a moment.' };
        default:
          return { heading: 'The round is not under way yet', text: 'Change it on the card from which it is started.' };
      }
    },
  },
};

function sentences(each: readonly (string | false)[]): string {
  return each.filter((sentence) => sentence !== false).join(' ');
}
