import type { ConnectorClient } from 'botframework-connector';
import { z } from 'zod';
import type { Members } from '../../application/ports.js';
import { ConnectorRefusal } from './connector-http-client.js';
import { toPerson } from './incoming.js';

/** What Teams' ids of people begin with; a bot's begin with `28:`, and a channel's with `19:`. */
const PERSON = '29:';

/** Teams names the Entra object id `objectId` in a roster and `aadObjectId` elsewhere, and often both ways. */
const Member = z.object({
  aadObjectId: z.string().min(1).optional(),
  objectId: z.string().min(1).optional(),
  name: z.string().optional(),
});

/** Asks the Bot Connector, one HTTP request a person. */
export function createMembers(connector: (serviceUrl: string) => Promise<ConnectorClient>): Members {
  return {
    async find({ serviceUrl, channelId }, memberId) {
      if (!memberId.startsWith(PERSON)) return undefined;
      const { conversations } = await connector(serviceUrl);
      try {
        const member = Member.parse(await conversations.getConversationMember(channelId, memberId));
        const id = member.aadObjectId ?? member.objectId;
        return id === undefined ? undefined : toPerson(id, member.name);
      } catch (error) {
        if (error instanceof ConnectorRefusal && error.status === 404) return undefined;
        throw error;
      }
    },
  };
}
