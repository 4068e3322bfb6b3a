import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Conversation } from '../../dev/local-teams/conversations.js';
import { TARGETED_REFUSED } from '../../dev/local-teams/faults.js';
import { da } from '../../src/text/messages.js';
import { AZURITE_START_MS, azurite } from '../support/azurite.js';
import { read } from '../support/open-round.js';
import { aTown, SCHOOL, type Town } from './a-town.js';

/** What the bot has said in a thread, by the first line of each message. */
const saidIn = ({ messages }: Conversation) =>
  messages.filter(({ from }) => from === 'bot').map(({ card }) => read(card).split('\n')[0]);

describe('a person who writes to the bot in a department’s channel', () => {
  let town: Town;

  before(async function () {
    this.timeout(AZURITE_START_MS);
    await azurite();
    town = await aTown({ config: { targetedMessages: true } });
  });
  after(() => town.stop());

  async function write(text: string, person = town.people.member): Promise<Conversation> {
    const { message } = await town.teams.write(person, town.school, `@Notatbot ${text}`);
    await town.idle();
    return message.thread;
  }

  /** The first lines of what somebody sees of the bot in a thread. */
  const seenBy = (person: Town['people']['head'], thread: Conversation) =>
    town.teams
      .messagesSeenBy(person, thread)
      .filter(({ from }) => from === 'bot')
      .map(({ card }) => read(card).split('\n')[0]);

  it('is told nothing after thanks, and the facts of the round after a question', async () => {
    deepEqual(saidIn(await write('tak')), []);
    deepEqual(saidIn(await write('hvornår er fristen')), [da.roundFacts.heading.deadline]);
  });

  it('takes the short card away for everyone with one press', async () => {
    const thread = await write('Det er vist ikke os.');
    const card = thread.messages.find(({ from }) => from === 'bot');
    ok(card);
    deepEqual(saidIn(thread), [da.written.heading]);
    await town.teams.press(town.people.head, card, da.written.dismiss);
    await town.teams.until(() => (saidIn(thread).length === 0 ? true : undefined), 'the card to be gone');
  });

  it('asks the secretariat with a message and a press, and everyone sees that it is asked', async () => {
    const thread = await write('Gælder det også de selvejende institutioner?');
    const card = thread.messages.find(({ from }) => from === 'bot');
    ok(card);
    await town.teams.press(town.people.head, card, da.written.ask);
    const heading = da.written.asked().heading;
    await town.teams.until(() => (saidIn(thread)[0] === heading ? true : undefined), 'the receipt for everyone');
    const stored = await town.stores.rounds.readDepartment(town.roundId, SCHOOL);
    equal(stored?.value.questions.at(-1)?.text, 'Gælder det også de selvejende institutioner?');
  });

  it('is refused where only that person sees it', async () => {
    const { member, head } = town.people;
    const thread = await write('ny runde');
    deepEqual(seenBy(member, thread), [da.rights.notSecretariatsChannel(undefined, true).heading]);
    deepEqual(seenBy(head, thread), []);
  });

  it('is refused in front of everyone where Teams does not take targeted messages', async () => {
    const { member, head } = town.people;
    town.teams.faults.next({ isTargeted: true }, TARGETED_REFUSED);
    const thread = await write('ny runde');
    const { heading } = da.rights.notSecretariatsChannel(undefined, true);
    deepEqual([seenBy(member, thread), seenBy(head, thread)], [[heading], [heading]]);
    equal(town.teams.faults.pending, 0);
  });
});
