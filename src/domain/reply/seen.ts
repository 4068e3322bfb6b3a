import type { RoundDepartment } from '../round/round.js';

/** What the person had before their eyes when they pressed: nothing they have not seen is written over. */
export interface Seen {
  /** The number of the reply's version; 0 for none. */
  readonly reply: number;
  /** When the draft was saved, in milliseconds since 1970; 0 for none. */
  readonly draft: number;
  /** When the proposal was sent for approval, in milliseconds since 1970; 0 for none. */
  readonly proposal: number;
}

/** What someone who sees the department as it stands has seen. */
export function seenNow({ reply, draft, proposal }: RoundDepartment): Seen {
  return {
    reply: reply?.number ?? 0,
    draft: draft?.at.getTime() ?? 0,
    proposal: proposal?.at.getTime() ?? 0,
  };
}

/** What has come since the person's card was made, and would be written over by their answer. */
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
