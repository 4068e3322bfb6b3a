import type { NotAllowed, WhyNot } from '../application/rights/not-allowed.js';
import { operationId } from '../domain/ids.js';
import type { Notice } from '../text/notice.js';
import type { Acted, Tried } from './acted.js';
import type { Stranger } from './acts.js';
import { type Answer, toOne } from './answer.js';
import type { Deps } from './dependencies.js';

/**
 * Answers a person who may not do what they tried to do. It leaves a line in the tenant's audit, and one without names
 * in the log.
 */
export async function refused(deps: Deps, { name }: Tried, acted: Acted, { why }: NotAllowed): Promise<Answer> {
  deps.log.warn('not allowed', { act: name, reason: why.reason });
  await auditRefusal(deps, acted, name, why.reason);
  return toOne(refusal(deps, acted, why));
}

/** @param what the name of the row, where it is known */
export async function auditRefusal(
  { registryAudit, clock, log }: Deps,
  { tenantId, by, conversationId: where, activityId }: Stranger,
  what: string | undefined,
  reason: string,
): Promise<void> {
  const line = { at: clock.now(), by, act: 'refused', where, departmentId: undefined, subject: what, reason } as const;
  try {
    await registryAudit.add(tenantId, line, operationId('refused', activityId));
  } catch (error) {
    // The person is refused all the same, and told so.
    log.error('refusal not audited', error);
  }
}

function refusal({ messages, messagesIn, channel }: Deps, { address }: Acted, why: WhyNot): Notice {
  const { rights, notices, refusals } = messages;
  switch (why.reason) {
    case 'of another tenant':
      return refusals.personOfAnotherTenant();
    case 'not in the team':
      return rights.notInTheTeam(address === undefined);
    case 'not head':
      return messagesIn(why.department.language).notices.onlyHeads(why.department.heads);
    case 'not secretary':
      return rights.notSecretary(why.isGuest);
    case 'not administrator':
      return rights.notAdministrator();
    case 'not asked here':
      return notices.notAsked();
    case 'not the secretariat’s channel':
      return rights.notSecretariatsChannel(why.channel, channel?.purpose === 'department');
    case 'no secretariat':
      return rights.noSecretariat();
  }
}
