import type { Messages } from '../text/messages.js';
import type { Notice } from '../text/notice.js';
import { fieldsOf } from './button-fields.js';
import { textField } from './card-fields.js';
import type { Card, CardRenderer } from './render.js';

/** The inputs of our dialogs, in their order. */
const INPUTS = ['name', 'question', 'reply', 'reason'] as const;

/** The longest value of a button's own data, in characters. Our choice: an id has at most 64. */
const HELD_MAX = 100;

/** The longest value of a field in which something is chosen, in characters. Our choice: some 250 people. */
const CHOSEN_MAX = 10_000;

/** The fields of the form for a department, beside its name. They go along with the button that sends it again. */
const CHOSEN = ['heads', 'deputies', 'director', 'approval', 'language', 'channel', 'search'] as const;

/** The names of the data that the buttons of our dialogs hold. */
const HELD = [
  'verb',
  'roundId',
  'departmentId',
  'basedOn',
  'draftSeen',
  'proposalSeen',
  'ownSeen',
  'nonce',
  'cardId',
] as const satisfies readonly string[];

/** What came with a press in a dialog. */
export interface TypedInDialog {
  /** What was typed, by the input. */
  readonly texts: readonly { readonly input: (typeof INPUTS)[number]; readonly text: string }[];
  /** The button's own data, as far as it can be one of ours. */
  readonly held: Readonly<Record<string, string | number>>;
}

/** @returns undefined where nothing was typed */
export function typedIn(data: unknown): TypedInDialog | undefined {
  const fields = fieldsOf(data);
  const texts = INPUTS.map((input) => ({ input, text: textField(fields?.get(input)) }));
  if (fields === undefined || texts.every(({ text }) => text === '')) return undefined;
  const held = [...HELD, ...CHOSEN].flatMap((name) => {
    const value = fields.get(name);
    const max = HELD.some((each) => each === name) ? HELD_MAX : CHOSEN_MAX;
    const isOurs = typeof value === 'number' || (typeof value === 'string' && value.length <= max);
    return isOurs ? [[name, value] as const] : [];
  });
  // The form for a department has a name, and no reply.
  const isReply = !fields.has('name');
  const shown = texts.filter(({ input, text }) => (input === 'reply' && isReply) || text !== '');
  return { texts: shown, held: Object.fromEntries(held) };
}

/**
 * A dialog with words, the texts that were sent, and the button that was pressed. The texts are never cut, even where
 * the card becomes larger than a message may be: they may stand nowhere else.
 */
export function keptDialogCard(
  render: CardRenderer,
  messages: Messages,
  { heading, text }: Notice,
  { texts, held }: TypedInDialog,
): Card {
  const { dialog, question, request, departmentForm } = messages;
  const labels = {
    name: departmentForm.name,
    question: question.field,
    reply: dialog.field,
    reason: request.cprReason,
  };
  return render('kept-dialog', {
    lang: messages.lang,
    fallbackText: heading,
    heading,
    text,
    inputs: texts.map(({ input, text: typed }) => ({ input, label: labels[input], typed, isLong: input === 'reply' })),
    tryAgain: dialog.tryAgain,
    againData: held,
  });
}
