import { doneCard } from '../../cards/round/done-card.js';
import type { RoundId } from '../../domain/ids.js';
import type { Notice } from '../../text/notice.js';
import { type Answer, card } from '../answer.js';
import type { Deps } from '../dependencies.js';
import { isOpener, placed, type Shown } from '../own-message.js';

/** What a press on a form has done to a round, in the form's place. */
export function done(deps: Deps, said: Notice, roundId: RoundId, shown: Shown): Answer {
  const { render, messages, ids } = deps;
  return placed(deps, shown, false, (spot) => {
    // Where a colleague of the person who opened the message has pressed, that person may still be writing in it.
    const isWrittenIn = spot?.kind === 'own message' && !isOpener(spot, shown.by);
    return card(doneCard(render, messages, said, roundId, ids.next(), spot, isWrittenIn));
  });
}
