import type { IsMeant } from '../../application/channel/register-department.js';
import { requestSetup } from '../../application/channel/request-setup.js';
import { setUp } from '../../application/channel/set-up.js';
import type { Granted } from '../../application/rights/judge.js';
import type { SetupWish } from '../../domain/channel/setup-request.js';
import type { ChannelAct } from '../acts.js';
import type { Deps } from '../dependencies.js';

/** Does what a secretary wants, and asks the secretariat for what anyone else wants. */
export async function setUpOrAsk(
  deps: Deps,
  act: ChannelAct,
  wish: SetupWish,
  granted: Granted | undefined,
  isMeant: IsMeant = () => false,
) {
  const { verdict, secretariat } = granted ?? {};
  if (verdict === 'as a request' && secretariat !== undefined) return requestSetup(deps, act, wish, secretariat);
  if (verdict !== 'may') throw new Error('the right to set up a channel was not judged');
  return setUp(deps, act, wish, isMeant);
}
