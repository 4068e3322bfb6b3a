import { z } from 'zod';
import type { Members } from '../../application/ports.js';
import { ConnectorRefusal } from './connector-http-client.js';
import { toPerson } from './incoming.js';
import type { Connector } from './teams-adapter.js';

/** What the ids of channels and of bots begin with. Teams' ids of people begin with `29:`, other clients' with anything. */
const NOBODYS_ID = /^(?:19|28):/u;

/** What is answered for an id that is nobody's: one it does not know, or one of another kind, such as a tag's. */
const UNKNOWN: ReadonlySet<number> = new Set([400, 404]);

/** Teams names the Entra object id `objectId` in a roster and `aadObjectId` elsewhere, and often both ways. */
const Member = z.object({
  aadObjectId: z.string().min(1).optional(),
  objectId: z.string().min(1).optional(),
  name: z.string().optional(),
});

/** Asks the Bot Connector, one HTTP request a person. */
export function createMembers(connector: (serviceUrl: string) => Promise<Connector>): Members {
  return {
    async find({ serviceUrl, channelId }, memberId) {
      if (NOBODYS_ID.test(memberId)) return undefined;
      const conversations = await connector(serviceUrl);
      try {
        const member = Member.parse(await conversations.getConversationMember(channelId, memberId));
        const id = member.aadObjectId ?? member.objectId;
        return id === undefined ? undefined : toPerson(id, member.name);
      } catch (error) {
        if (error instanceof ConnectorRefusal && UNKNOWN.has(error.status)) return undefined;
        throw error;
      }
    },
  };
}
