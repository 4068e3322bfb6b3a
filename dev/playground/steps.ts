import { cardText } from '../local-teams/card-text.js';
import type { RecordedExchange, Recorder } from './recorder.js';
import { isPost, shownIn } from './shown.js';
import type { Place, ShownCard, TeamsClient, Who } from './teams-client.js';

type IsIt = (exchange: RecordedExchange) => boolean;

/** The steps of a flow. Each waits for the reaction of the bot. If it does not come, the step rejects and names it. */
export interface Steps {
  /** Waits for a card with these words in an exchange. @param since how many of the first exchanges are skipped */
  arrives(awaited: string, words: string, isIt: IsIt, since: number): Promise<ShownCard>;
  expectCard(awaited: string, words: string, act: () => Promise<void>, isIt: IsIt): Promise<ShownCard>;
  /** Waits for an exchange without a card. */
  expect(awaited: string, act: () => Promise<void>, isIt: IsIt): Promise<void>;
  command(place: Place, text: string, words: string): Promise<ShownCard>;
  execute(shown: ShownCard, verb: string, words: string, typed?: Typed, who?: Who): Promise<ShownCard>;
}

type Typed = Readonly<Record<string, string>>;

export function createSteps(client: TeamsClient, recorder: Recorder, say: (line: string) => void): Steps {
  const arrives: Steps['arrives'] = (awaited, words, isIt, since) =>
    recorder.until(
      () =>
        recorder.exchanges
          .slice(since)
          .filter(isIt)
          .map(shownIn)
          .find((each) => each !== undefined && cardText(each.card).includes(words)),
      `${awaited}, which says “${words}”`,
    );
  const expectCard: Steps['expectCard'] = async (awaited, words, act, isIt) => {
    const before = recorder.exchanges.length;
    await act();
    const shown = await arrives(awaited, words, isIt, before);
    say(awaited);
    return shown;
  };
  return {
    arrives,
    expectCard,
    async expect(awaited, act, isIt) {
      const before = recorder.exchanges.length;
      await act();
      await recorder.until(() => recorder.exchanges.slice(before).some(isIt), awaited);
      say(awaited);
    },
    command: (place, text, words) =>
      expectCard(`“${text}” in ${place} is answered`, words, () => client.write(place, text), isPost),
    execute: (shown, verb, words, typed = {}, who = 'secretary') =>
      expectCard(
        `${verb} by Action.Execute is answered${who === 'head' ? ' to the head' : ''}`,
        words,
        () => client.press(shown, { action: { verb }, typed, as: 'execute' }, who),
        ({ request }) => request['type'] === 'invoke',
      ),
  };
}
