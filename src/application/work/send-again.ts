import type { ChannelAddress } from '../../domain/channel/channel.js';
import { operationId } from '../../domain/ids.js';
import type { Person } from '../../domain/person.js';
import { wasCarriedOut } from '../../domain/press.js';
import type { RoundDepartment, RoundOverview } from '../../domain/round/round.js';
import { arrived, type Delivery, isStalled, owedAnew } from '../../domain/work/delivery.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import {
  type Decision,
  decide,
  findKeeper,
  type Keeper,
  type KeeperId,
  type OnTroubleDependencies,
} from './on-trouble.js';

/** A press of the secretariat about what has not been delivered to a department, or to the secretariat itself. */
export interface TroublePress extends KeeperId {
  /** The secretariat's channel, where the press came from. */
  readonly address: ChannelAddress;
  readonly by: Person;
  /** Identifies the press. It is the same each time the press is delivered again, even with another activity id. */
  readonly press: string;
}

/** What the press was about, as it is now. */
export type NowOf =
  | { readonly of: 'department'; readonly department: RoundDepartment }
  | { readonly of: 'round'; readonly overview: RoundOverview };

/** `unchanged`: the press had already been carried out. `unknown`: there is no such round or department in the tenant. */
export type TroubleOutcome<Kind extends string> =
  | { readonly kind: 'unknown' }
  | { readonly kind: Kind | 'done' | 'unchanged'; readonly now: NowOf };

export type SendAgainOutcome = TroubleOutcome<'nothing to send'>;

/** *Send igen*: everything in the lane that has been tried without success is owed as before its first try. */
export async function sendAgain(deps: OnTroubleDependencies, request: TroublePress): Promise<SendAgainOutcome> {
  return pressOn(deps, 'send again', 'nothing to send', request, {
    act: 'sent again',
    of: (delivery, at) => (isStalled(delivery) && !isUntriedAnew(delivery) ? owedAnew(delivery, at) : undefined),
  });
}

/** Whether somebody has had it sent again, and it has not been tried since. It still tells its last failure. */
function isUntriedAnew({ state, attempts }: Delivery): boolean {
  return state === 'pending' && attempts === 0;
}

export type MarkArrivedOutcome = TroubleOutcome<'nothing in doubt'>;

/** *Den kom frem*: somebody has seen in the channel that what may not have arrived is there. It is not sent again. */
export async function markArrived(deps: OnTroubleDependencies, request: TroublePress): Promise<MarkArrivedOutcome> {
  return pressOn(deps, 'mark arrived', 'nothing in doubt', request, {
    act: 'arrived',
    of: (delivery) => (delivery.state === 'uncertain' ? arrived(delivery) : undefined),
  });
}

async function pressOn<Nothing extends string>(
  deps: OnTroubleDependencies,
  operation: string,
  nothing: Nothing,
  request: TroublePress,
  what: Pick<Decision, 'act' | 'of'>,
): Promise<TroubleOutcome<Nothing>> {
  const { press, by, address } = request;
  const decision = { ...what, operation: operationId(operation, press), by, where: address.channelId, press };
  const outcome = await untilStored(operation, async () => {
    const keeper = await findKeeper(deps.rounds, request);
    if (keeper === undefined) return undefined;
    if (wasCarriedOut(keeper.present.value, press)) return { did: 'unchanged', keeper } as const;
    const decided = await decide(deps, keeper, decision);
    if (decided === CONFLICT) return CONFLICT;
    return decided === 'nothing' ? { did: nothing, keeper } : ({ did: 'done', keeper: decided } as const);
  });
  if (outcome === undefined) return { kind: 'unknown' };
  const now = await nowOf(deps, outcome.keeper);
  return now === undefined ? { kind: 'unknown' } : { kind: outcome.did, now };
}

async function nowOf({ rounds }: OnTroubleDependencies, keeper: Keeper): Promise<NowOf | undefined> {
  if (keeper.of === 'department') return { of: 'department', department: keeper.present.value };
  const overview = await rounds.readOverview(keeper.present.value.id);
  return overview && { of: 'round', overview };
}
