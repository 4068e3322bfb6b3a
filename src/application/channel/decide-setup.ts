import { departmentIn, departmentsIn } from '../../domain/channel/department.js';
import type { SetupDecision, SetupRequest } from '../../domain/channel/setup-request.js';
import { operationId } from '../../domain/ids.js';
import type { RegistryTrace } from '../ports.js';
import type { IsMeant } from './register-department.js';
import type { ChannelRequest } from './registration-trace.js';
import { type SetupDependencies, subjectOf } from './request-setup.js';
import { type SetUpOutcome, setUp } from './set-up.js';

/** Which request a card in the secretariat's channel is about. The data comes from the card, and is not trusted. */
export interface AboutSetup {
  readonly requestId: string;
  /** The channel that asked. */
  readonly channelId: string;
}

export type DecideSetupOutcome =
  | {
      readonly kind: 'granted' | 'declined';
      readonly request: SetupRequest;
      /** The name of the channel's department when it asked, where it had one. */
      readonly department: string | undefined;
      readonly decision: SetupDecision;
      /** Whether the channel that asked has been told. */
      readonly isTold: boolean;
    }
  /** Someone has decided it already, or the channel has asked for something else or is another department's since. */
  | { readonly kind: 'gone' }
  /** It cannot be done as things are now. The request stays. */
  | { readonly kind: 'not possible'; readonly outcome: SetUpOutcome };

const DONE: ReadonlySet<SetUpOutcome['kind']> = new Set(['registered', 'renamed', 'moved', 'named', 'unregistered']);

/** The secretariat grants what a channel has asked for. */
export async function grantSetup(
  deps: SetupDependencies,
  request: ChannelRequest,
  about: AboutSetup,
): Promise<DecideSetupOutcome> {
  const asked = await findAsked(deps, request, about);
  if (asked === undefined) return { kind: 'gone' };
  const { address, about: shown, wanted } = asked.value;
  // The card is about the department that the channel had then. Another one must not get what was meant for that one.
  const present = await deps.channels.find(address);
  const isStillThere = shown === undefined ? present === undefined : departmentIn(present, shown.departmentId);
  if (!isStillThere) return { kind: 'gone' };
  // The secretary has read on the card what is wanted, and so means it.
  const departmentId = shown?.departmentId;
  const isMeant: IsMeant = ({ department }) => departmentId === undefined || department.id === departmentId;
  const outcome = await setUp(deps, { ...request, address, departmentId }, wanted, isMeant);
  if (!DONE.has(outcome.kind)) return { kind: 'not possible', outcome };
  // A conflict means that the channel has asked anew, or that someone else has decided. It is done all the same.
  await deps.setupRequests.remove(address.tenantId, address.channelId, asked.etag);
  return decided(deps, request, asked.value, 'granted');
}

/** The secretariat declines what a channel has asked for. */
export async function declineSetup(
  deps: SetupDependencies,
  request: ChannelRequest,
  about: AboutSetup,
): Promise<DecideSetupOutcome> {
  const asked = await findAsked(deps, request, about);
  if (asked === undefined) return { kind: 'gone' };
  const { tenantId, channelId } = asked.value.address;
  const result = await deps.setupRequests.remove(tenantId, channelId, asked.etag);
  return result === 'conflict' ? { kind: 'gone' } : decided(deps, request, asked.value, 'declined');
}

async function findAsked(
  { setupRequests }: SetupDependencies,
  { address }: ChannelRequest,
  { requestId, channelId }: AboutSetup,
) {
  const asked = await setupRequests.find(address.tenantId, channelId);
  return asked?.value.id === requestId ? asked : undefined;
}

async function decided(
  deps: SetupDependencies,
  { address, by, activityId }: ChannelRequest,
  asked: SetupRequest,
  kind: 'granted' | 'declined',
): Promise<DecideSetupOutcome> {
  const { channels, clock, messenger, registryAudit } = deps;
  const act = kind === 'granted' ? 'setup granted' : 'setup declined';
  const subject = `in ${asked.address.channelId}: ${subjectOf(asked.wanted)}`;
  const [where, departmentId] = [address.channelId, asked.about?.departmentId];
  const line: RegistryTrace['line'] = { at: clock.now(), by, act, where, departmentId, subject };
  await registryAudit.add(address.tenantId, line, operationId(act, activityId));
  const decision = { isGranted: kind === 'granted', by };
  const channel = await channels.find(asked.address);
  const department = asked.about?.name;
  if (asked.posted !== undefined) {
    const shown = { kind: 'setup request', request: asked, department, channel: undefined } as const;
    await messenger.update(address, asked.posted, { ...shown, decision });
  }
  const [first] = channel === undefined ? [] : departmentsIn(channel);
  const { language } = ((departmentId && departmentIn(channel, departmentId)) ?? first)?.department ?? {};
  const told = await messenger.post(asked.address, { kind: 'setup answer', request: asked, decision, language });
  return { kind, request: asked, department, decision, isTold: told.kind === 'sent' };
}
