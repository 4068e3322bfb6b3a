import { deepEqual, equal, ok } from 'node:assert/strict';
import type { DepartmentChannel } from '../../dev/demo/municipality.js';
import type { Message } from '../../dev/local-teams/conversations.js';
import { da } from '../../src/text/messages.js';
import { AZURITE_START_MS, azurite } from '../support/azurite.js';
import { type OpenRound, openRound, read } from '../support/open-round.js';
import { type Stage, setStage } from '../support/stage.js';
import { shown } from './speaking.js';

const NAMES = ['Børn og Familie', 'Kultur', 'Teknik'];
const ASKED = 'Skal sagen fra Solgården med?';
const ANSWER = 'Nej, kun de sager, rapporten nævner.';
const FOR_ALL = 'Skal enkelte sager med?';

describe('questions over HTTP', () => {
  let stage: Stage;
  let round: OpenRound;

  before(async function () {
    this.timeout(AZURITE_START_MS);
    await azurite();
    stage = await setStage();
    round = await openRound(stage.teams, NAMES);
  });
  after(async () => stage.stop());

  type Asked = OpenRound['asked'][number];

  const [first, second, third] = [0, 1, 2].map((index) => (): Asked => {
    const asked = round.asked[index];
    ok(asked);
    return asked;
  }) as [() => Asked, () => Asked, () => Asked];

  /** The bot's messages in the secretariat's channel, the newest last. */
  const inSecretariat = () =>
    stage.teams
      .threads(round.town.secretariat)
      .flatMap(({ messages }) => messages.filter(({ from }) => from === 'bot'));

  const cardThatSays = (messages: () => readonly Message[], ...sentences: readonly string[]) =>
    stage.teams.until(
      () => messages().findLast(({ card }) => sentences.every((sentence) => read(card).includes(sentence))),
      sentences.join(', '),
    );

  const threadOf = ({ request }: Asked) => request.thread.messages;

  async function ask({ head, request }: Asked, question: string, typed: { reply?: string } = {}) {
    await stage.teams.press(head, request, { verb: 'question.open' }, typed);
    return stage.teams.press(head, request, { verb: 'question.ask' }, { question });
  }

  const questionCard = ({ name }: DepartmentChannel, question: string) =>
    cardThatSays(inSecretariat, da.question.openHeading, name, question);

  /** What somebody has been notified of by a mention, the newest first. */
  const mentionsOf = (person: Asked['head']) =>
    stage.teams.feedOf(person).flatMap(({ why, summary }) => (why === 'mention' ? [summary] : []));

  it('a department asks, the secretariat answers on its card, and the asker is mentioned in the thread', async () => {
    const { secretary } = round.town;
    const asked = shown(await ask(first(), ASKED, { reply: 'Vi er i gang' }));
    ok(asked.includes(ASKED) && asked.includes(da.question.waits), asked);
    const card = await questionCard(first(), ASKED);
    await stage.teams.until(
      () => mentionsOf(secretary).some((said) => said.includes('har et spørgsmål om')),
      'a mention',
    );
    const answered = shown(await stage.teams.press(secretary, card, da.question.answer, { answer: ANSWER }));
    ok(answered.includes(da.question.answeredHeading) && answered.includes(ANSWER), answered);
    await cardThatSays(() => threadOf(first()), 'Sekretariatet har svaret på jeres spørgsmål', ANSWER);
    await cardThatSays(() => [first().request], 'Sekretariatet har svaret (', ANSWER);
    ok(mentionsOf(first().head).some((said) => said.startsWith('Sekretariatet har svaret på jeres spørgsmål')));
    // Everyone in the secretariat's channel sees it.
    await stage.teams.until(() => read(card.card).includes(da.question.answeredHeading), 'the answer');
    // What was in the answer's field is kept, and the notice goes when the answer is sent.
    await stage.teams.press(first().head, first().request, da.request.send, { reply: 'Vi har lært meget.' });
    await stage.teams.until(() => threadOf(first()).every((each) => !read(each.card).includes('I spurgte')), 'its end');
  });

  it('another asks after it has answered, and the answer goes to all, as all may see it', async () => {
    const { secretary } = round.town;
    const { head, channel } = third();
    await stage.teams.write(secretary, channel, `@Notatbot chef @${head.name}`);
    await stage.teams.press(second().head, second().request, da.request.nil);
    await ask(second(), ASKED);
    const card = await questionCard(second(), ASKED);
    const values = { answer: ANSWER, asAllSeeIt: FOR_ALL };
    shown(await stage.teams.press(secretary, card, da.question.answerAll, values));
    await cardThatSays(() => threadOf(second()), 'Sekretariatet har svaret på jeres spørgsmål', ASKED, ANSWER);
    await cardThatSays(() => threadOf(third()), 'et spørgsmål, som også kan være jeres', FOR_ALL, ANSWER);
    for (const asked of [first(), third()]) await cardThatSays(() => [asked.request], FOR_ALL, ANSWER);
    const others = [first(), third()].flatMap((each) => threadOf(each).map(({ card: said }) => read(said)));
    deepEqual(
      others.filter((said) => said.includes('Solgården') && !said.includes('I har spurgt')),
      [],
    );
    // Whoever has answered is not disturbed.
    equal(mentionsOf(first().head).filter((said) => said.includes('svaret alle')).length, 0);
    ok(mentionsOf(third().head).some((said) => said.includes('svaret alle')));
  });
});
