import type { SetupWish } from '../../domain/channel/setup-request.js';
import { type NameLeadersOutcome, nameLeaders } from './department-settings.js';
import {
  type IsMeant,
  type RegisterDepartmentOutcome,
  type RegistrationDependencies,
  registerDepartment,
} from './register-department.js';
import type { ChannelRequest } from './registration-trace.js';
import { type UnregisterOutcome, unregisterChannel } from './unregister-channel.js';

export type SetUpOutcome = RegisterDepartmentOutcome | NameLeadersOutcome | UnregisterOutcome;

/**
 * Carries out what a secretary wants done with a department's channel.
 *
 * @param isMeant whether the person has said, of this very department, that it is to be renamed or moved
 */
export async function setUp(
  deps: RegistrationDependencies,
  request: ChannelRequest,
  wish: SetupWish,
  isMeant: IsMeant,
): Promise<SetUpOutcome> {
  switch (wish.kind) {
    case 'name':
      return registerDepartment(deps, request, wish.name, isMeant);
    case 'unregister':
      return unregisterChannel(deps, request, 'department');
    case 'heads':
    case 'deputies':
    case 'director':
      return nameLeaders(deps, request, wish.kind, wish.people);
  }
}
