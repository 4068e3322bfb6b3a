import {
  type DepartmentId,
  type NotatId,
  parseDepartmentId,
  parseNotatId,
  parseRoundId,
  type RoundId,
} from '../domain/ids.js';
import type { RoundFormValues } from '../domain/round-form.js';

export const VERBS = {
  sendReply: 'reply.send',
  saveDraft: 'reply.save-draft',
  keepCpr: 'reply.keep-cpr',
  sendNil: 'reply.nil',
  editReply: 'reply.edit',
  showReply: 'reply.show',
  previewRound: 'round.preview',
  editRound: 'round.edit',
  startRound: 'round.start',
  renewLink: 'notat.renew',
} as const;

/** What stood in a department's card when one of its buttons was pressed. */
interface TypedReply {
  readonly roundId: RoundId;
  readonly departmentId: DepartmentId;
  readonly basedOn: number;
  readonly draftSeen: number;
  /** Whatever stood in the field; not always a string. */
  readonly typed: unknown;
}

/** A pressed button, with what a client sent along. Everything in it is untrusted until a use case has judged it. */
export type CardAction =
  | (TypedReply & { readonly verb: 'reply.send' | 'reply.nil' })
  | (TypedReply & { readonly verb: 'reply.save-draft' })
  /** As `reply.send`, by someone who has been told of CPR numbers in the text. */
  | (TypedReply & { readonly verb: 'reply.keep-cpr'; readonly reason: unknown })
  | { readonly verb: 'reply.edit' | 'reply.show'; readonly roundId: RoundId; readonly departmentId: DepartmentId }
  | { readonly verb: 'round.preview'; readonly roundId: RoundId | undefined; readonly values: RoundFormValues }
  | { readonly verb: 'round.edit' | 'round.start'; readonly roundId: RoundId }
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
  switch (verb) {
    case VERBS.sendReply:
    case VERBS.sendNil:
    case VERBS.saveDraft:
    case VERBS.keepCpr: {
      const basedOn = fields.get('basedOn');
      // Left out, the card shows no draft.
      const draftSeen = fields.get('draftSeen') ?? 0;
      if (roundId === undefined || departmentId === undefined) return undefined;
      if (!isCount(basedOn) || !isCount(draftSeen)) return undefined;
      const reply = { roundId, departmentId, basedOn, draftSeen, typed: fields.get('reply') };
      return verb === VERBS.keepCpr ? { verb, ...reply, reason: fields.get('reason') } : { verb, ...reply };
    }
    case VERBS.editReply:
    case VERBS.showReply:
      return roundId && departmentId && { verb, roundId, departmentId };
    case VERBS.previewRound:
      return { verb, roundId, values: roundFormValues(fields) };
    case VERBS.editRound:
    case VERBS.startRound:
      return roundId && { verb, roundId };
    case VERBS.renewLink:
      return roundId && notatId && { verb, roundId, notatId };
    default:
      return undefined;
  }
}

function roundFormValues(fields: ReadonlyMap<string, unknown>): RoundFormValues {
  const text = (name: string) => {
    const value = fields.get(name);
    return typeof value === 'string' ? value : '';
  };
  return {
    title: text('title'),
    report: text('report'),
    reportLink: text('reportLink'),
    question: text('question'),
    introduction: text('introduction'),
    deadline: text('deadline'),
    // Input.ChoiceSet sends the chosen values joined by commas.
    departments: text('departments').split(',').filter(Boolean),
  };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
