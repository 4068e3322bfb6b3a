import type { NowOf, TroublePress } from '../../application/work/send-again.js';
import type { AboutTrouble } from '../../cards/button-fields.js';
import type { Verb } from '../../cards/buttons.js';
import { statusCard } from '../../cards/round/status-card.js';
import type { ChannelAct } from '../acts.js';
import { type Answer, card } from '../answer.js';
import type { Deps } from '../dependencies.js';
import { showDone } from '../follow-up/follow-up-answers.js';
import type { Shown } from '../own-message.js';
import { nameOfPress } from '../press-name.js';

/** A press about what has not been delivered. A press about the round is named apart from those about departments. */
export function troublePressOf(verb: Verb, about: AboutTrouble, act: ChannelAct): TroublePress {
  const { roundId, departmentId, nonce } = about;
  const { address, by } = act;
  return { roundId, departmentId, address, by, press: nameOfPress({ verb, nonce }, act, [roundId, departmentId]) };
}

/** The card that was pressed as it is now, with what the press has done. */
export function presentTrouble(deps: Deps, now: NowOf, said: string, shown: Shown): Answer {
  if (now.of === 'department') return showDone(deps, now.department, shown, said);
  const { render, messages, clock, ids } = deps;
  return card(statusCard(render, messages, now.overview, clock.now(), ids.next(), said));
}
