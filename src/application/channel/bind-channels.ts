import type { ChannelAddress } from '../../domain/channel/channel.js';
import type { PlacedDepartment } from '../../domain/channel/department.js';
import type { DepartmentNameProblem } from '../../domain/channel/department-name.js';
import { BIND_MAX } from '../../domain/limits.js';
import { type RegistrationDependencies, registerDepartment } from './register-department.js';
import type { ChannelRequest } from './registration-trace.js';

/** A channel, and the name of the department that is to answer there. */
export interface ChannelToBind {
  readonly address: ChannelAddress;
  readonly name: string;
}

/** Why a channel was not bound. Nothing of it was written. */
export type WhyNotBound =
  | { readonly why: 'bad name'; readonly problem: DepartmentNameProblem }
  /** A department in another channel has the name. */
  | { readonly why: 'taken'; readonly by: PlacedDepartment }
  /** The channel is the secretariat's, or another department answers there. */
  | { readonly why: 'in use' };

export type BindChannelsOutcome =
  | {
      readonly kind: 'bound';
      readonly bound: readonly PlacedDepartment[];
      readonly not: readonly (ChannelToBind & WhyNotBound)[];
    }
  | { readonly kind: 'too many'; readonly max: number };

/**
 * Makes channels those of departments, each by itself: one that cannot be bound does not stop the others. It may be
 * repeated. A channel that had a department of the name before gets that one back.
 */
export async function bindChannels(
  deps: RegistrationDependencies,
  request: ChannelRequest & { readonly channels: readonly ChannelToBind[] },
): Promise<BindChannelsOutcome> {
  const { channels, by, activityId } = request;
  if (channels.length > BIND_MAX) return { kind: 'too many', max: BIND_MAX };
  const bound: PlacedDepartment[] = [];
  const not: (ChannelToBind & WhyNotBound)[] = [];
  // One after the other, so that of two with the same name the first one gets it.
  for (const channel of channels) {
    const { address, name } = channel;
    // Each has a line of its own in the audit, and so an operation of its own.
    const one = { address, by, activityId: `${activityId} ${address.channelId}` };
    const outcome = await registerDepartment(deps, one, name, () => false);
    switch (outcome.kind) {
      case 'registered':
      case 'renamed':
      case 'moved':
        bound.push(outcome.department);
        break;
      case 'bad name':
        not.push({ ...channel, why: 'bad name', problem: outcome.problem });
        break;
      case 'taken':
      case 'move?':
        not.push({ ...channel, why: 'taken', by: outcome.kind === 'taken' ? outcome.by : outcome.present });
        break;
      case 'rename?':
      case 'which department?':
      case 'in use':
        not.push({ ...channel, why: 'in use' });
        break;
    }
  }
  return { kind: 'bound', bound, not };
}
