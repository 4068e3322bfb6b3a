import type { RoundDepartment } from '../domain/round/round.js';
import type { Messages } from '../text/messages.js';

/** A line on a card that stays there for as long as the round lives. */
export interface RoundMark {
  readonly text: string;
}

/** When the round was opened again, by whom and why: the same words in the secretariat's channel and the departments'. */
export function reopeningMarks(
  { notat }: Messages,
  { reopenings }: Pick<RoundDepartment, 'reopenings'>,
): readonly RoundMark[] {
  return reopenings.map((reopening) => ({ text: notat.reopened(reopening) }));
}

/** The same on a department's card, and before it that the notat is final, once the round is closed. */
export function roundMarks(
  messages: Messages,
  department: Pick<RoundDepartment, 'reopenings' | 'final' | 'isLocked'>,
): readonly RoundMark[] {
  const { final, isLocked } = department;
  const isFinal = isLocked && final !== undefined;
  return [
    ...(isFinal ? [{ text: messages.receipt.final(final.number, final.at) }] : []),
    ...reopeningMarks(messages, department),
  ];
}
