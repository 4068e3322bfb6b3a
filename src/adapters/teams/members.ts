import { z } from 'zod';
import type { Members } from '../../application/ports.js';
import { comparableId } from '../../domain/guid.js';
import { ConnectorRefusal } from './connector-http-client.js';
import { toPerson } from './incoming.js';
import type { Connector } from './teams-adapter.js';

/** Ids of channels begin with `19:`, and ids of bots with `28:`. In Teams, ids of people begin with `29:`. */
const NOBODYS_ID = /^(?:19|28):/u;

/** The statuses of an answer about an id that is not a person's: it is unknown, or of another kind, such as a tag. */
const UNKNOWN: ReadonlySet<number> = new Set([400, 404]);

/** Teams calls the Entra object id `objectId` in a roster and `aadObjectId` elsewhere. Often both are there. */
const Member = z.object({
  aadObjectId: z.string().min(1).optional(),
  objectId: z.string().min(1).optional(),
  name: z.string().optional(),
  tenantId: z.string().min(1).optional(),
  userRole: z.string().optional(),
});

/** Asks the Bot Connector, with one HTTP request for each person. */
export function createMembers(connector: (serviceUrl: string) => Promise<Connector>): Members {
  return {
    async find({ tenantId, serviceUrl, channelId }, memberId) {
      if (NOBODYS_ID.test(memberId)) return undefined;
      const conversations = await connector(serviceUrl);
      try {
        const member = Member.parse(await conversations.getConversationMember(channelId, memberId));
        const id = member.aadObjectId ?? member.objectId;
        if (id === undefined) return undefined;
        const isGuest = member.userRole === 'guest';
        const isForeign = !isGuest && comparableId(member.tenantId ?? tenantId) !== tenantId;
        return { person: toPerson(id, member.name), isGuest, isForeign };
      } catch (error) {
        if (error instanceof ConnectorRefusal && UNKNOWN.has(error.status)) return undefined;
        throw error;
      }
    },
  };
}
