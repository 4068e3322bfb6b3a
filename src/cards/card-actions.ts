import {
  type DepartmentId,
  type NotatId,
  parseDepartmentId,
  parseNotatId,
  parseRoundId,
  type RoundId,
} from '../domain/ids.js';
import type { RoundFormValues } from '../domain/round/round-form.js';
import { choicesField, textField, toggleField } from './card-fields.js';

export const VERBS = {
  sendReply: 'reply.send',
  saveDraft: 'reply.save-draft',
  keepCpr: 'reply.keep-cpr',
  sendNil: 'reply.nil',
  editReply: 'reply.edit',
  showReply: 'reply.show',
  approveReply: 'reply.approve',
  openDecline: 'reply.open-decline',
  decline: 'reply.decline',
  showDepartment: 'department.show',
  openSendBack: 'department.open-send-back',
  sendBack: 'department.send-back',
  openAnswer: 'department.open-answer',
  answerFor: 'department.answer',
  answerNilFor: 'department.answer-nil',
  keepCprFor: 'department.keep-cpr',
  nudge: 'department.nudge',
  acceptDecline: 'department.accept-decline',
  previewRound: 'round.preview',
  editRound: 'round.edit',
  startRound: 'round.start',
  prepareClosing: 'round.prepare-closing',
  closeRound: 'round.close',
  reopenRound: 'round.reopen',
  renewLink: 'notat.renew',
} as const;

/** Which department a card is about. */
interface AboutDepartment {
  readonly roundId: RoundId;
  readonly departmentId: DepartmentId;
  /** Made with the card, so that what one press sent can be told from the next; undefined for cards from before it was. */
  readonly nonce: string | undefined;
}

/** What the person had before their eyes: the reply's version, and when draft and proposal were saved (ms); 0 for none. */
export interface SeenOnCard {
  readonly basedOn: number;
  readonly draftSeen: number;
  readonly proposalSeen: number;
}

/** What stood in a card's field when one of its buttons was pressed. */
interface TypedReply extends AboutDepartment, SeenOnCard {
  readonly typed: string;
}

/** A pressed button, with what a client sent along. Everything in it is untrusted until a use case has judged it. */
export type CardAction =
  | (TypedReply & { readonly verb: 'reply.send' | 'reply.nil' | 'reply.save-draft' | 'reply.approve' })
  /** As `reply.send`, by someone who has been told of CPR numbers in the text. */
  | (TypedReply & { readonly verb: 'reply.keep-cpr'; readonly reason: string })
  /** `typed` is text that stood in the field before another card took its place; empty for none. */
  | (AboutDepartment & { readonly verb: 'reply.edit' | 'reply.show' | 'reply.open-decline'; readonly typed: string })
  | (AboutDepartment & {
      readonly verb: 'reply.decline';
      readonly reason: string;
      /** A department's name, or empty. */
      readonly instead: string;
      readonly typed: string;
    })
  | (AboutDepartment & {
      readonly verb: 'department.show' | 'department.open-send-back' | 'department.open-answer' | 'department.nudge';
    })
  | (AboutDepartment & SeenOnCard & { readonly verb: 'department.send-back'; readonly comment: string })
  | (TypedReply & { readonly verb: 'department.answer' | 'department.answer-nil' })
  | (TypedReply & { readonly verb: 'department.keep-cpr'; readonly reason: string })
  | (AboutDepartment & { readonly verb: 'department.accept-decline'; readonly inNotat: boolean })
  | { readonly verb: 'round.preview'; readonly roundId: RoundId | undefined; readonly values: RoundFormValues }
  | { readonly verb: 'round.edit' | 'round.start' | 'round.prepare-closing'; readonly roundId: RoundId }
  | {
      readonly verb: 'round.close';
      readonly roundId: RoundId;
      readonly nonce: string | undefined;
      /** The departments that the card named as missing. */
      readonly missing: readonly DepartmentId[];
      /** The keys of the findings that are to stand. */
      readonly keep: readonly string[];
    }
  | {
      readonly verb: 'round.reopen';
      readonly roundId: RoundId;
      readonly nonce: string | undefined;
      readonly reason: string;
    }
  | { readonly verb: 'notat.renew'; readonly roundId: RoundId; readonly notatId: NotatId };

/**
 * Reads what a card sent back, from Action.Execute and its Action.Submit fallback alike.
 *
 * @param data the action's data with the card's inputs, as the client merged them
 * @returns undefined for what none of our cards can have sent
 */
export function parseCardAction(data: unknown): CardAction | undefined {
  if (data === null || typeof data !== 'object') return undefined;
  const fields = new Map<string, unknown>(Object.entries(data));
  const verb = fields.get('verb');
  const roundId = parseRoundId(fields.get('roundId'));
  const departmentId = parseDepartmentId(fields.get('departmentId'));
  const notatId = parseNotatId(fields.get('notatId'));
  const about = roundId && departmentId && { roundId, departmentId, nonce: parseNonce(fields.get('nonce')) };
  switch (verb) {
    case VERBS.sendReply:
    case VERBS.sendNil:
    case VERBS.saveDraft:
    case VERBS.approveReply:
    case VERBS.answerFor:
    case VERBS.answerNilFor:
    case VERBS.keepCpr:
    case VERBS.keepCprFor: {
      const seen = seenOnCard(fields);
      if (about === undefined || seen === undefined) return undefined;
      const reply = { ...about, ...seen, typed: textField(fields.get('reply')) };
      return verb === VERBS.keepCpr || verb === VERBS.keepCprFor
        ? { verb, ...reply, reason: textField(fields.get('reason')) }
        : { verb, ...reply };
    }
    case VERBS.editReply:
    case VERBS.showReply:
    case VERBS.openDecline:
      return about && { verb, ...about, typed: textField(fields.get('reply')) };
    case VERBS.decline: {
      const said = {
        reason: textField(fields.get('reason')),
        instead: textField(fields.get('instead')),
        typed: textField(fields.get('reply')),
      };
      return about && { verb, ...about, ...said };
    }
    case VERBS.showDepartment:
    case VERBS.openSendBack:
    case VERBS.openAnswer:
    case VERBS.nudge:
      return about && { verb, ...about };
    case VERBS.sendBack: {
      const seen = seenOnCard(fields);
      return about && seen && { verb, ...about, ...seen, comment: textField(fields.get('comment')) };
    }
    case VERBS.acceptDecline: {
      const inNotat = fields.get('inNotat');
      return about && typeof inNotat === 'boolean' ? { verb, ...about, inNotat } : undefined;
    }
    case VERBS.previewRound:
      return { verb, roundId, values: roundFormValues(fields) };
    case VERBS.editRound:
    case VERBS.startRound:
    case VERBS.prepareClosing:
      return roundId && { verb, roundId };
    case VERBS.closeRound:
      return roundId && { verb, roundId, nonce: parseNonce(fields.get('nonce')), ...closingIn(fields) };
    case VERBS.reopenRound:
      return (
        roundId && { verb, roundId, nonce: parseNonce(fields.get('nonce')), reason: textField(fields.get('reason')) }
      );
    case VERBS.renewLink:
      return roundId && notatId && { verb, roundId, notatId };
    default:
      return undefined;
  }
}

/** A value that each field of a card's data can have. */
const READABLE: Readonly<Record<string, unknown>> = {
  roundId: 'x',
  departmentId: 'x',
  notatId: 'x',
  basedOn: 0,
  draftSeen: 0,
  proposalSeen: 0,
  inNotat: true,
};

/**
 * Which field it is for which `parseCardAction` could not read a card's data: its name alone, for the log.
 *
 * @param data what `parseCardAction` gave undefined for
 */
export function unreadField(data: unknown): string {
  if (data === null || typeof data !== 'object') return 'data';
  const fields = new Map<string, unknown>(Object.entries(data));
  const verb = fields.get('verb');
  const isUnread = (field: string) => parseCardAction({ verb, ...READABLE, [field]: fields.get(field) }) === undefined;
  return isUnread('verb') ? 'data.verb' : `data.${Object.keys(READABLE).find(isUnread) ?? 'verb'}`;
}

function roundFormValues(fields: ReadonlyMap<string, unknown>): RoundFormValues {
  const text = (name: string) => textField(fields.get(name));
  return {
    title: text('title'),
    report: text('report'),
    reportLink: text('reportLink'),
    question: text('question'),
    introduction: text('introduction'),
    deadline: text('deadline'),
    deadlineTime: text('deadlineTime'),
    caseNumber: text('caseNumber'),
    to: text('to'),
    from: text('from'),
    regarding: text('regarding'),
    kle: text('kle'),
    showOrigins: String(toggleField(fields.get('showOrigins'))),
    departments: choicesField(fields.get('departments')),
  };
}

/** The input of a card's finding of that number holds `keep` when it is to stand. */
export function findingInput(index: number): string {
  return `finding-${index}`;
}

function closingIn(fields: ReadonlyMap<string, unknown>): {
  readonly missing: readonly DepartmentId[];
  readonly keep: readonly string[];
} {
  const missing = choicesField(fields.get('missing')).flatMap((id) => parseDepartmentId(id) ?? []);
  const keep = choicesField(fields.get('findings')).filter((_, i) => textField(fields.get(findingInput(i))) === 'keep');
  return { missing, keep };
}

/** What a card says that its reader saw; what it leaves out, it does not show. */
function seenOnCard(fields: ReadonlyMap<string, unknown>): SeenOnCard | undefined {
  const [basedOn, draftSeen, proposalSeen] = ['basedOn', 'draftSeen', 'proposalSeen'].map(
    (name) => fields.get(name) ?? 0,
  );
  if (!isCount(basedOn) || !isCount(draftSeen) || !isCount(proposalSeen)) return undefined;
  return { basedOn, draftSeen, proposalSeen };
}

/** Our nonces are ids; anything else was not made by us, and names nothing. */
function parseNonce(value: unknown): string | undefined {
  return typeof value === 'string' && /^[A-Za-z0-9_-]{1,64}$/u.test(value) ? value : undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
