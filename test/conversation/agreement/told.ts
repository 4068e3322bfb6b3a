import { REOPENINGS_KEPT } from '../../../src/domain/limits.js';

/*
 * What people were told, and what each place should therefore say. Nothing here asks the functions by which the bot
 * itself decides where a department stands.
 */

/** What a person would know of a department who has heard every answer that the bot gave. */
export interface Known {
  readonly answer: { readonly text: string; readonly isOnBehalf: boolean } | undefined;
  readonly proposal: string | undefined;
  readonly isReturned: boolean;
  readonly isDeclined: boolean;
  readonly excused: 'in notat' | 'left out' | undefined;
  /** The text that the secretariat has proposed for the answer, until somebody decides about it. */
  readonly edit: string | undefined;
  /** Whether the round asks it now. */
  readonly isAsked: boolean;
  /** Whether it has had the time to get a card. */
  readonly hasCard: boolean;
  /** Whether words on its card were changed since it answered. */
  readonly isChangedSince: boolean;
  /** Whether somebody has reminded it. */
  readonly isReminded: boolean;
  /** How many times the round was opened again while it was asked, and before. */
  readonly reopenings: number;
}

/** What a person would know of the round. */
export interface KnownRound {
  /** All that it has had, the newest last. */
  readonly titles: readonly string[];
  readonly question: string;
  readonly state: 'open' | 'closed' | 'called off';
  readonly finals: number;
  readonly reopenings: number;
}

export interface Told {
  readonly round: KnownRound;
  readonly departments: readonly Known[];
}

const UNHEARD = {
  answer: undefined,
  proposal: undefined,
  isReturned: false,
  isDeclined: false,
  excused: undefined,
  edit: undefined,
  isChangedSince: false,
} as const satisfies Partial<Known>;

export function unheard(isAsked: boolean): Known {
  return { ...UNHEARD, isAsked, hasCard: isAsked, isReminded: false, reopenings: 0 };
}

/** A department that has answered: nothing that stood in the way of that is left. */
export function answered(known: Known, answer: Known['answer']): Known {
  return { ...known, ...UNHEARD, answer };
}

/** What somebody knows who has seen that everything has arrived. */
export function arrived({ round, departments }: Told): Told {
  const isComing = round.state !== 'called off';
  return {
    round,
    departments: departments.map((each) => ({ ...each, hasCard: each.hasCard || (each.isAsked && isComing) })),
  };
}

/** Where a department stands in one place. `text`: the answer, where the place has room for it. */
export interface Said {
  readonly stand: 'answered' | 'answered on its behalf' | 'excused' | 'left out' | 'missing';
  readonly text: string | undefined;
}

export function saidOf({ answer, isReturned, excused }: Known): Said {
  if (answer !== undefined && !isReturned) {
    return { stand: answer.isOnBehalf ? 'answered on its behalf' : 'answered', text: answer.text };
  }
  if (excused !== undefined && !isReturned)
    return { stand: excused === 'left out' ? 'left out' : 'excused', text: undefined };
  return { stand: 'missing', text: undefined };
}

/** A department's card, as it is read. */
export interface OnCard {
  readonly heading: string | undefined;
  /** The answer that it shows. */
  readonly text: string | undefined;
  readonly isOnBehalf: boolean;
  /** Whether it shows the newest of these. */
  readonly hasTitle: boolean;
  readonly hasQuestion: boolean;
  readonly hasEdit: boolean;
  readonly isChangedSince: boolean;
  /** Whether it says that the round was opened again as many times as it was. */
  readonly isMarked: boolean;
  /** The final notat that it tells of; 0 for none. */
  readonly final: number;
}

/** What a department's card should say; nothing of what may be either way. */
export function cardOf(known: Known, { state, finals }: KnownRound): Partial<OnCard> {
  // Whoever was taken out just before the round was called off may have heard of either.
  if (!known.isAsked) return state === 'called off' ? {} : { heading: 'I skal ikke svare' };
  if (state === 'called off') return { heading: 'Runden er trukket tilbage' };
  const isClosed = state === 'closed';
  const { stand, text } = saidOf(known);
  const whole = { hasTitle: true, isMarked: true, final: isClosed ? finals : 0 };
  const saying = (heading: string) => ({ ...whole, heading, text: undefined, isOnBehalf: false, hasEdit: false });
  if (known.proposal !== undefined && !isClosed) return saying('Afventer godkendelse');
  switch (stand) {
    case 'answered':
    case 'answered on its behalf':
      return {
        ...saying('Svaret er modtaget'),
        text,
        isOnBehalf: stand !== 'answered',
        hasEdit: known.edit !== undefined && !isClosed,
        ...(known.isChangedSince && !isClosed ? { isChangedSince: true } : {}),
      };
    case 'excused':
    case 'left out':
      return saying('Fagområdet skal ikke svare');
    case 'missing':
      if (known.isDeclined && known.proposal === undefined)
        return saying('I har meldt, at rapporten ikke vedrører jer');
      return isClosed ? saying('Runden er afsluttet') : { ...saying('Sekretariatet beder om svar'), hasQuestion: true };
  }
}

/** A department on the secretariat's overview of the round. */
export interface OnDesk {
  readonly group: 'answered' | 'excused' | 'missing' | undefined;
  /** Whether it says that it was reminded. */
  readonly isReminded: boolean;
}

export function onDeskOf(known: Known, { state }: KnownRound): Partial<OnDesk> {
  if (!known.isAsked || state === 'called off') return { group: undefined };
  const { stand } = saidOf(known);
  if (stand !== 'missing') return { group: stand === 'excused' || stand === 'left out' ? 'excused' : 'answered' };
  return { group: 'missing', ...(known.isReminded ? { isReminded: true } : {}) };
}

/** The round on the secretariat's overview. */
export interface RoundOnDesk {
  readonly heading: string | undefined;
  readonly hasTitle: boolean;
  /** Whether it says that the round is closed. */
  readonly isClosed: boolean;
  /** How many times it says that the round was opened again. */
  readonly reopenings: number;
}

export function roundOnDeskOf({ round, departments }: Told): RoundOnDesk {
  if (round.state === 'called off')
    return { heading: 'Runden er trukket tilbage', hasTitle: true, isClosed: false, reopenings: 0 };
  const groups = departments.map((known) => onDeskOf(known, round).group);
  const has = groups.filter((group) => group === 'answered').length;
  const asked = has + groups.filter((group) => group === 'missing').length;
  const many = asked === 1 ? 'fagområde' : 'fagområder';
  return {
    heading: asked === 0 ? 'Ingen fagområder skal svare' : `${has} af ${asked} ${many} har svaret`,
    hasTitle: true,
    isClosed: round.state === 'closed',
    reopenings: Math.min(round.reopenings, REOPENINGS_KEPT),
  };
}

/** What a notat says of a department. One that is not asked has no row, as one that is left out. */
export function inNotatOf(known: Known): Said {
  return known.isAsked ? saidOf(known) : { stand: 'left out', text: undefined };
}

/** What the audit tells of the round. */
export interface RoundInAudit {
  readonly state: KnownRound['state'];
  readonly reopenings: number;
  /** The title that it was changed to last; undefined where it was not. */
  readonly title: string | undefined;
}

export function roundInAuditOf({ state, reopenings, titles }: KnownRound): RoundInAudit {
  return { state, reopenings, title: titles.length > 1 ? titles.at(-1) : undefined };
}
