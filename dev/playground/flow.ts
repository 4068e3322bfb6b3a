import { addDays, danishDayOf } from '../../src/domain/round/deadline.js';
import { da } from '../../src/text/messages.js';
import { playDialog, playNoDialog } from './dialog-flow.js';
import { playFiles } from './file-flow.js';
import type { Recorder } from './recorder.js';
import { isEdit, isNewThread, isPost } from './shown.js';
import { createSteps, type Steps } from './steps.js';
import type { SentFile, ShownCard, TeamsClient } from './teams-client.js';

const DEPARTMENT = 'Teknik og Miljø';
const DEADLINE = addDays(danishDayOf(new Date()), 14);

/**
 * Plays the smallest round that is possible in one team with two channels, with a head, a notat and a template.
 *
 * Rejects with an error that names what it waited for, if the bot does not answer as it should.
 */
export async function playFlow(
  client: TeamsClient,
  recorder: Recorder,
  template: SentFile,
  say: (line: string) => void,
): Promise<void> {
  const steps = createSteps(client, recorder, say);
  const { arrives, command, execute, expectCard } = steps;
  await expectCard('the bot greets after its installation', '', () => client.install(), isPost);
  await command('General', 'tilknyt sekretariatet', da.registration.secretariat([]).heading);
  await command('other channel', `tilknyt ${DEPARTMENT}`, da.registration.department(DEPARTMENT, false).heading);

  const form = await command('General', 'ny runde', da.roundForm.heading);
  const values = { title: 'Prøve', report: 'En beretning', deadline: DEADLINE };
  const preview = await execute(form, 'round.preview', da.roundPreview.heading, values);
  const atStart = recorder.exchanges.length;
  await execute(preview, 'round.start', da.roundStarted.heading);
  const request = await arrives('the request card in the other channel', da.request.heading, isNewThread, atStart);
  say('the request card is posted by createConversation');
  await arrives('the round’s overview for everyone', da.status.progress(0, 1), isEdit, atStart);

  await playNoDialog(client, steps, request);
  const atAnswer = recorder.exchanges.length;
  const receipt = await execute(request, 'reply.send', da.receipt.heading, { reply: 'Vi har lært meget.' });
  await arrives('the receipt for everyone', da.receipt.heading, isEdit, atAnswer);
  say('the answered card is updated for everyone');
  await arrives('the complete notat', da.notat.completeHeading, isNewThread, atAnswer);
  say('the complete notat is posted by createConversation');

  const correction = await execute(receipt, 'reply.edit', da.request.correctingHeading);
  const corrected = await expectCard(
    'a correction by Action.Submit updates the card',
    'Vi har lært mere.',
    () =>
      client.press(correction, { action: { verb: 'reply.send' }, typed: { reply: 'Vi har lært mere.' }, as: 'submit' }),
    isEdit,
  );
  await playDialog(client, steps, corrected);
  await playHead(client, recorder, steps, corrected);
  await command('General', 'status', da.status.progress(1, 1));
  await command('General', 'notat', da.notat.completeHeading);
  await command(
    'personal chat',
    'status',
    da.understanding.elsewhere({ where: 'secretariat', channel: undefined }, 'status').heading,
  );
  await playFiles(client, steps, template);
}

/** Plays a proposal: an answer of another person waits until the head of the department sends it. */
async function playHead(
  { headName }: TeamsClient,
  recorder: Recorder,
  { arrives, command, execute }: Steps,
  receipt: ShownCard,
): Promise<void> {
  const appointed = da.registration.heads([{ id: '', name: headName }]).text;
  await command('other channel', `chef @${headName}`, appointed);
  const correction = await execute(receipt, 'reply.edit', da.request.correctingHeading);
  const atAnswer = recorder.exchanges.length;
  await execute(correction, 'reply.send', da.approval.heading, { reply: 'Vi spørger chefen.' });
  const proposal = await arrives('the answer that awaits the head', da.approval.heading, isEdit, atAnswer);
  await arrives('the notice to the head', 'Et svar er skrevet og skal godkendes', isPost, atAnswer);
  await execute(proposal, 'reply.approve', 'Vi spørger chefen.', {}, 'head');
  await arrives('the receipt of what the head sent', headName, isEdit, atAnswer);
}
