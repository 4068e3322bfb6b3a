import type { RoundDepartment } from '../round/round.js';

/** What the person's card showed when they pressed. An answer never overwrites what the person has not seen. */
export interface Seen {
  /** The number of the reply's version; 0 for none. */
  readonly reply: number;
  /** When the draft was saved, in milliseconds since 1970; 0 for none. */
  readonly draft: number;
  /** When the proposal was sent for approval, in milliseconds since 1970; 0 for none. */
  readonly proposal: number;
}

/** The `Seen` of a person whose card shows the department's present state. */
export function seenNow({ reply, draft, proposal }: RoundDepartment): Seen {
  return {
    reply: reply?.number ?? 0,
    draft: draft?.at.getTime() ?? 0,
    proposal: proposal?.at.getTime() ?? 0,
  };
}

/** What has come since the person's card was made, and would be overwritten by their answer. */
export function unseenAnswer(department: RoundDepartment, seen: Seen): 'reply' | 'proposal' | undefined {
  const now = seenNow(department);
  if (now.reply !== seen.reply) return 'reply';
  return now.proposal === 0 || now.proposal === seen.proposal ? undefined : 'proposal';
}

/** Whether there is a draft that the person has not seen. */
export function isDraftUnseen(department: RoundDepartment, seen: Seen): boolean {
  const { draft } = seenNow(department);
  return draft !== 0 && draft !== seen.draft;
}
