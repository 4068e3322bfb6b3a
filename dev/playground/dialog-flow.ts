import { da } from '../../src/text/messages.js';
import { isObject } from '../local-teams/card-actions.js';
import { cardText } from '../local-teams/card-text.js';
import type { RecordedExchange } from './recorder.js';
import { isEdit, isPost } from './shown.js';
import type { Steps } from './steps.js';
import type { ShownCard, TeamsClient } from './teams-client.js';

/** Presses the button of a dialog as a client without dialogs does, which the Agents Playground is. */
export async function playNoDialog(client: TeamsClient, { expectCard }: Steps, request: ShownCard): Promise<void> {
  await expectCard(
    'a client without dialogs is told so',
    da.dialog.notHere().heading,
    () => client.press(request, { action: da.dialog.open, typed: {}, as: 'submit' }),
    isPost,
  );
}

/** Corrects an answer in a dialog: an empty one is a problem there, and another one is stored. */
export async function playDialog(
  { dialogs }: TeamsClient,
  { execute, expect, expectCard }: Steps,
  receipt: ShownCard,
): Promise<void> {
  if (dialogs === undefined) return;
  const correction = await execute(receipt, 'reply.edit', da.request.correctingHeading);
  await expect(
    'a dialog is opened',
    () => dialogs.open(correction, da.dialog.open, { reply: 'Vi har' }),
    answers('task/fetch', da.dialog.heading),
  );
  await expect(
    'what is wrong is told in the dialog',
    () => dialogs.submit(da.request.send, { reply: '' }),
    answers('task/submit', da.dialog.problem({ kind: 'empty' })),
  );
  await expectCard(
    'what is sent in the dialog is on the card for everyone',
    'Vi har lært endnu mere.',
    () => dialogs.submit(da.request.send, { reply: 'Vi har lært endnu mere.' }),
    isEdit,
  );
}

/** Whether the bot has answered this with a dialog that says the words. */
function answers(name: string, words: string) {
  return ({ request, response }: RecordedExchange): boolean => {
    const { value } = isObject(response['task']) ? response['task'] : {};
    const { content } = isObject(value) && isObject(value['card']) ? value['card'] : {};
    return request['name'] === name && isObject(content) && cardText(content).includes(words);
  };
}
