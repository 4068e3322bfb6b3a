import { randomUUID } from 'node:crypto';
import type { ChannelAddress } from '../../../src/domain/channel/channel.js';
import type { Person } from '../../../src/domain/person.js';
import { LOCAL_BOT } from '../../demo/stage.js';

/** Somebody presses a button of a card. */
export interface Press {
  readonly by: Person;
  readonly address: ChannelAddress;
  /** The id of the card, and of the thread that it began. */
  readonly card: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The activity that Teams sends for a press, as JSON. dev/local-teams/activities.ts says where its shape is documented. */
export function pressActivity({ by, address, card, verb, data }: Press): string {
  const { tenantId, teamId, channelId, serviceUrl } = address;
  const nonce = randomUUID();
  return JSON.stringify({
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: `f:${randomUUID()}`,
    timestamp: new Date().toISOString(),
    localTimezone: 'Europe/Copenhagen',
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:${by.id}`, name: by.name, aadObjectId: by.id, tenantId },
    recipient: LOCAL_BOT,
    locale: 'da-DK',
    entities: [{ type: 'clientInfo', locale: 'da-DK', country: 'DK', platform: 'Web', timezone: 'Europe/Copenhagen' }],
    conversation: {
      id: `${channelId};messageid=${card}`,
      conversationType: 'channel',
      isGroup: true,
      tenantId,
    },
    channelData: {
      teamsChannelId: channelId,
      teamsTeamId: teamId,
      channel: { id: channelId },
      team: { id: teamId },
      tenant: { id: tenantId },
    },
    replyToId: card,
    value: { action: { type: 'Action.Execute', verb, data: { verb, nonce, ...data } }, trigger: 'manual' },
  });
}
