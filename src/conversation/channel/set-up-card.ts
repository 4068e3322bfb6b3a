import { refreshTeams } from '../../application/channel/refresh-teams.js';
import { type SetUpOverview, setUpOverview } from '../../application/channel/set-up-overview.js';
import { type SetupPress, setupCard } from '../../cards/channel/setup-card.js';
import type { Messages } from '../../text/messages.js';
import type { Notice } from '../../text/notice.js';
import type { ChannelAct } from '../acts.js';
import { type Answer, type CardAnswer, card } from '../answer.js';
import type { Deps } from '../dependencies.js';
import { shownSetup } from './shown-setup.js';

/** How everything is set up now. */
export interface SetUpNow {
  readonly kind: 'set up so';
  readonly overview: SetUpOverview;
  /** How many teams Teams did not tell of when it was asked. */
  readonly notTold: number;
}

/** @param asks `teams`: Teams is asked about every team first, so that what is found is how it is now */
export async function setUpNow(
  deps: Deps,
  { address: { tenantId } }: Pick<ChannelAct, 'address'>,
  asks?: 'teams',
): Promise<SetUpNow> {
  const notTold = asks === 'teams' ? (await refreshTeams(deps, tenantId)).notTold.length : 0;
  return { kind: 'set up so', overview: await setUpOverview(deps, tenantId), notTold };
}

/** The card *Opsætning*. */
export function setUpCard(
  { render, messages, ids }: Deps,
  { overview, notTold }: SetUpNow,
  press?: SetupPress,
): CardAnswer {
  const said = [...(press?.said ?? []), ...(notTold > 0 ? [messages.settingUp.notTold(notTold)] : [])];
  const shown = said.length > 0 ? { isDone: false, ...press, said } : press;
  const drawn = setupCard(render, messages, shownSetup(overview), ids.next(), shown);
  return { ...card(drawn), summary: messages.settingUp.heading };
}

/** The same in answer to a button of the card: everyone in the channel sees it in the pressed card's place. */
export async function setUpCardForAll(deps: Deps, act: ChannelAct, press: SetupPress): Promise<Answer> {
  return { ...setUpCard(deps, await setUpNow(deps, act), press), forAll: 'shown' };
}

/**
 * What a button of the form has done: the card again, in the place of the form or of the card from which the dialog was
 * opened.
 */
export async function setUpCardAfterForm(
  deps: Deps,
  act: ChannelAct,
  said: string,
  cardId: string | undefined,
): Promise<Answer> {
  const answer = setUpCard(deps, await setUpNow(deps, act), { said: [said], isDone: true });
  if (act.surface === 'card') return { ...answer, forAll: 'shown' };
  return { ...answer, closing: inWords(deps.messages, said), ...(cardId === undefined ? {} : { openedFrom: cardId }) };
}

/** A sentence of the card where there is no card. */
export function inWords({ settingUp }: Messages, said: string): Notice {
  return { heading: settingUp.heading, text: said };
}
