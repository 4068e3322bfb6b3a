import { z } from 'zod';
import type { Member, Members } from '../../application/ports.js';
import { comparableId } from '../../domain/guid.js';
import { ConnectorRefusal } from './connector-http-client.js';
import { toPerson } from './incoming.js';
import type { Connector } from './teams-adapter.js';

/** Ids of channels begin with `19:`, and ids of bots with `28:`. In Teams, ids of people begin with `29:`. */
const NOBODYS_ID = /^(?:19|28):/u;

/** The statuses of an answer about an id that is not a person's: it is unknown, or of another kind, such as a tag. */
const UNKNOWN: ReadonlySet<number> = new Set([400, 404]);

/** The user name of a guest contains this in the directory of the tenant that has invited the guest. */
const INVITED = '#ext#';

/** A roster may leave a field out, or give null for it. */
const text = z.string().min(1).optional().catch(undefined);

/** Teams calls the Entra object id `objectId` in a roster and `aadObjectId` elsewhere. Often both are there. */
export const Listed = z.object({
  id: text,
  aadObjectId: text,
  objectId: text,
  name: text,
  tenantId: text,
  userRole: text,
  userPrincipalName: text,
});

/** Asks the Bot Connector, with one HTTP request for each person. */
export function createMembers(connector: (serviceUrl: string) => Promise<Connector>): Members {
  return {
    async find({ tenantId, serviceUrl, channelId }, memberId) {
      if (NOBODYS_ID.test(memberId)) return undefined;
      const conversations = await connector(serviceUrl);
      try {
        return memberFrom(Listed.parse(await conversations.getConversationMember(channelId, memberId)), tenantId);
      } catch (error) {
        if (error instanceof ConnectorRefusal && UNKNOWN.has(error.status)) return undefined;
        throw error;
      }
    },
  };
}

/**
 * Teams and Microsoft's Agents Playground tell the tenant of everybody. Somebody who is no guest and whose tenant is not
 * told counts as a person of another tenant, because nothing shows that they are one of ours.
 *
 * @param tenantId the tenant of the team
 * @returns undefined for someone without an Entra id, and for someone who has joined without an account
 */
export function memberFrom(listed: z.infer<typeof Listed>, tenantId: string): Member | undefined {
  const { aadObjectId, objectId, name, userPrincipalName = '' } = listed;
  const id = aadObjectId ?? objectId;
  const role = listed.userRole?.toLowerCase();
  if (id === undefined || role === 'anonymous') return undefined;
  const isGuest = role === 'guest' || userPrincipalName.toLowerCase().includes(INVITED);
  const isOurs = listed.tenantId !== undefined && comparableId(listed.tenantId) === tenantId;
  return { person: toPerson(id, name), isGuest, isForeign: !isGuest && !isOurs };
}
