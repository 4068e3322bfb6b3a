import { addDays, danishDayOf } from '../../domain/deadline.js';
import { type Card, isObject } from '../../local-teams/card-actions.js';
import { cardText } from '../../local-teams/card-text.js';
import { da } from '../../text/da.js';
import type { RecordedExchange, Recorder } from './recorder.js';

export type Place = 'General' | 'other channel' | 'personal chat';

/** A card that the bot has posted, as it stands now. */
export interface ShownCard {
  readonly conversationId: string;
  readonly messageId: string;
  readonly card: Card;
}

export interface Press {
  readonly verb: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly as: 'execute' | 'submit';
}

/** A person in a Teams, whichever it is. */
export interface TeamsClient {
  install(): Promise<void>;
  /** A new message; in a channel it mentions the bot and begins a thread. */
  write(place: Place, text: string): Promise<void>;
  press(shown: ShownCard, press: Press): Promise<void>;
}

const DEPARTMENT = 'Teknik og Miljø';

/**
 * A round as small as one team with two channels allows.
 *
 * Rejects, naming what it waited for, when the bot does not answer as it should.
 */
export async function playFlow(client: TeamsClient, recorder: Recorder, say: (line: string) => void): Promise<void> {
  /** Waits for the card with these words that the bot has posted, edited or answered with since. */
  const arrives = (awaited: string, words: string, isIt: (exchange: RecordedExchange) => boolean, since: number) =>
    recorder.until(
      () =>
        recorder.exchanges
          .slice(since)
          .filter(isIt)
          .map(shownIn)
          .find((each) => each !== undefined && cardText(each.card).includes(words)),
      `${awaited}, which says “${words}”`,
    );
  async function expectCard(
    awaited: string,
    words: string,
    act: () => Promise<void>,
    isIt: (exchange: RecordedExchange) => boolean,
  ): Promise<ShownCard> {
    const before = recorder.exchanges.length;
    await act();
    const shown = await arrives(awaited, words, isIt, before);
    say(awaited);
    return shown;
  }
  const command = (place: Place, text: string, words: string) =>
    expectCard(`“${text}” in ${place} is answered`, words, () => client.write(place, text), isPost);
  const execute = (shown: ShownCard, verb: string, words: string, typed = {}) =>
    expectCard(
      `${verb} by Action.Execute is answered`,
      words,
      () => client.press(shown, { verb, typed, as: 'execute' }),
      ({ request }) => request['type'] === 'invoke',
    );

  await expectCard('the bot greets after its installation', '', () => client.install(), isPost);
  await command('General', 'tilknyt sekretariatet', da.registration.secretariat().heading);
  await command('other channel', `tilknyt ${DEPARTMENT}`, da.registration.department(DEPARTMENT).heading);

  const form = await command('General', 'ny runde', da.roundForm.heading);
  const values = { title: 'Prøve', report: 'En beretning', deadline: addDays(danishDayOf(new Date()), 14) };
  const preview = await execute(form, 'round.preview', da.roundPreview.heading, values);
  const atStart = recorder.exchanges.length;
  await execute(preview, 'round.start', da.roundStarted.heading);
  const request = await arrives('the request card in the other channel', da.request.heading, isNewThread, atStart);
  say('the request card is posted by createConversation');
  await arrives('the round’s own card for everyone', da.roundStarted.heading, isEdit, atStart);

  const atAnswer = recorder.exchanges.length;
  const receipt = await execute(request, 'reply.send', da.receipt.heading, { reply: 'Vi har lært meget.' });
  await arrives('the receipt for everyone', da.receipt.heading, isEdit, atAnswer);
  say('the answered card is updated for everyone');
  await arrives('the complete notat', da.notat.completeHeading, isNewThread, atAnswer);
  say('the complete notat is posted by createConversation');

  const correction = await execute(receipt, 'reply.edit', da.request.heading);
  await expectCard(
    'a correction by Action.Submit updates the card',
    'Vi har lært mere.',
    () => client.press(correction, { verb: 'reply.send', typed: { reply: 'Vi har lært mere.' }, as: 'submit' }),
    isEdit,
  );
  await command('General', 'status', da.status.progress(1, 1));
  await command('General', 'notat', da.notat.completeHeading);
  await command('personal chat', 'status', da.notices.onlyInChannels().heading);
}

function isPost({ direction, method, path }: RecordedExchange): boolean {
  return direction === 'from bot' && method === 'POST' && path[3] === 'activities';
}

function isNewThread({ direction, method, path }: RecordedExchange): boolean {
  return direction === 'from bot' && method === 'POST' && path.length === 2;
}

function isEdit({ method, status }: RecordedExchange): boolean {
  return method === 'PUT' && status === 200;
}

/** The card that an exchange put in a conversation, or in the place of another; undefined if it was refused. */
export function shownIn({ direction, path, request, status, response }: RecordedExchange): ShownCard | undefined {
  if (status >= 300) return undefined;
  if (direction === 'to bot') {
    const { value } = response;
    const { id } = objectIn(request['conversation']);
    return isObject(value)
      ? { conversationId: String(id), messageId: String(request['replyToId']), card: value }
      : undefined;
  }
  const activity = path.length === 2 ? objectIn(request['activity']) : request;
  const card = Array.isArray(activity['attachments']) ? objectIn(activity['attachments'][0])['content'] : undefined;
  if (!isObject(card)) return undefined;
  return path.length === 2
    ? { conversationId: String(response['id']), messageId: String(response['activityId']), card }
    : { conversationId: path[2] ?? '', messageId: String(response['id']), card };
}

function objectIn(value: unknown): Card {
  return isObject(value) ? value : {};
}
