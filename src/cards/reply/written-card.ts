import { isAsking } from '../../domain/reply/reply-life.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';
import { VERBS, type Verb } from '../buttons.js';
import type { Card, CardRenderer } from '../render.js';

/** What was written, and whether it may be a wish for more time. */
export interface Written {
  readonly text: string;
  readonly isWishForTime: boolean;
}

/**
 * The short card below a message that could be an answer. It asks what to do with the message. It carries the text once,
 * in a field that nobody sees: as data of the buttons, the text would be there eight times.
 */
export function writtenCard(
  render: CardRenderer,
  { lang, written, time }: Messages,
  department: RoundDepartment,
  { text, isWishForTime }: Written,
  nonce: string,
): Card {
  const { roundId, ask, department: about } = department;
  const isTimeOffered = isWishForTime && isAsking(department);
  const button = (title: string, verb: Verb, mode: 'primary' | 'secondary' = 'primary') => ({
    title,
    verb,
    mode,
    data: { verb, roundId, departmentId: about.id, nonce },
  });
  return render('written', {
    lang,
    fallbackText: written.heading,
    heading: written.heading,
    title: ask.title,
    explain: written.explain,
    field: written.field,
    written: text,
    buttons: [
      ...(isTimeOffered ? [button(time.open, VERBS.openTime)] : []),
      button(written.use, VERBS.useWritten),
      button(written.ask, VERBS.askWritten),
      // Phones draw three.
      button(written.dismiss, VERBS.dismissWritten, isTimeOffered ? 'secondary' : 'primary'),
    ],
  });
}
