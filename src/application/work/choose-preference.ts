import type { Person } from '../../domain/person.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import type { Clock, Preferences } from '../ports.js';

export interface PreferenceChoice {
  readonly tenantId: string;
  readonly by: Person;
  /** The person's own chat with the bot, where the person has chosen. */
  readonly conversationId: string;
  readonly isPersonal: boolean;
}

/** Stores how a person wants to be told. It may be repeated. */
export async function choosePreference(
  { preferences, clock }: { readonly preferences: Preferences; readonly clock: Clock },
  { tenantId, by, conversationId, isPersonal }: PreferenceChoice,
): Promise<{ readonly kind: 'chosen' }> {
  return untilStored('choose preference', async () => {
    const present = await preferences.find(tenantId, by.id);
    const chosen = { personId: by.id, isPersonal, conversationId, isReachable: true, at: clock.now() };
    const result = await preferences.put(tenantId, { ...present?.value, ...chosen }, present?.etag);
    return result === 'conflict' ? CONFLICT : { kind: 'chosen' };
  });
}
