import { HEADS_MAX } from '../../domain/limits.js';
import { eachOnce, type Person } from '../../domain/person.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import type { ChannelRegistry, Clock } from '../ports.js';
import { type ChannelRequest, traceOf } from './registration-trace.js';

export type NameSecretariesOutcome =
  | { readonly kind: 'named'; readonly secretaries: readonly Person[] }
  | { readonly kind: 'too many'; readonly max: number };

/**
 * Names the secretaries in place of those before. With an empty list, everyone of the municipality in the secretariat's
 * team is one.
 */
export async function nameSecretaries(
  { channels, clock }: { readonly channels: ChannelRegistry; readonly clock: Clock },
  request: ChannelRequest,
  named: readonly Person[],
): Promise<NameSecretariesOutcome> {
  const secretaries = eachOnce(named);
  if (secretaries.length > HEADS_MAX) return { kind: 'too many', max: HEADS_MAX };
  const subject = secretaries.map(({ id }) => id).join(' ');
  return untilStored('name secretaries', async () => {
    const secretariat = await channels.secretariat(request.address.tenantId);
    if (secretariat === undefined) throw new Error('the right to name secretaries was judged without a secretariat');
    const line = { at: clock.now(), act: 'secretaries named', departmentId: undefined, subject } as const;
    const after = { ...secretariat, secretaries };
    const result = await channels.register(after, traceOf(request, line), { present: secretariat });
    // Otherwise the secretariat has moved, or others have been named, since it was read.
    return result.outcome === 'registered' ? { kind: 'named', secretaries } : CONFLICT;
  });
}
