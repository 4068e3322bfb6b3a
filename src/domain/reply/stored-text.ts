import type { RoundDepartment } from '../round/round.js';
import { cleanText } from '../text/clean-text.js';
import { cleanedIfShort } from '../text/raw-text.js';
import { wordsOf } from './reply.js';

/** Whether the text of a field can be removed without loss: it is empty, or it is stored for the department. */
export function isStoredText({ reply, draft, proposal }: RoundDepartment, typed: string): boolean {
  const text = cleanedIfShort(typed, cleanText);
  const stored = [reply?.content, proposal?.content].flatMap((content) => (content ? [wordsOf(content)] : []));
  return ['', draft?.text, ...stored].includes(text);
}
