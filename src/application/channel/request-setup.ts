import { isPostedIn } from '../../domain/channel/channel.js';
import {
  departmentsIn,
  type PlacedDepartment,
  type RegisteredChannel,
  type RegisteredDepartment,
  type RegisteredSecretariat,
} from '../../domain/channel/department.js';
import { departmentNameKey, parseDepartmentName } from '../../domain/channel/department-name.js';
import { isSameWish, type SetupRequest, type SetupWish } from '../../domain/channel/setup-request.js';
import { operationId } from '../../domain/ids.js';
import { fateOf } from '../../domain/work/trouble.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import type { ChannelNames, Messenger, RegistryAudit, SetupRequests, Stored } from '../ports.js';
import { mostOf } from './department-settings.js';
import type { RegistrationDependencies } from './register-department.js';
import type { ChannelRequest } from './registration-trace.js';
import type { SetUpOutcome } from './set-up.js';
import { departmentMeant } from './which-department.js';

export interface SetupDependencies extends RegistrationDependencies {
  readonly channelNames: ChannelNames;
  readonly messenger: Messenger;
  readonly registryAudit: RegistryAudit;
  readonly setupRequests: SetupRequests;
}

/** `asked`: the secretariat has the request in its channel. `not delivered`: it is stored, but was not shown there. */
export type RequestSetupOutcome =
  | { readonly kind: 'asked' | 'not delivered' }
  | { readonly kind: 'registered'; readonly department: PlacedDepartment }
  | Extract<
      SetUpOutcome,
      {
        kind: 'bad name' | 'in use' | 'taken' | 'not department' | 'not registered' | 'too many' | 'which department?';
      }
    >;

/**
 * Asks the secretariat to do what the person may not do. A channel has one request at a time: a new one takes the place
 * of the one before, on the same card, so that nobody can fill the secretariat's channel with requests.
 */
export async function requestSetup(
  deps: SetupDependencies,
  request: ChannelRequest,
  wanted: SetupWish,
  secretariat: RegisteredSecretariat,
): Promise<RequestSetupOutcome> {
  const { address, by, activityId } = request;
  const present = await deps.channels.find(address);
  const hopeless = hopelessness(present, wanted);
  if (hopeless !== undefined) return hopeless;
  const meant = present?.purpose === 'department' ? aboutIn(present, request, wanted) : undefined;
  if (meant?.kind === 'which department?') return meant;
  const useless = meant && (await uselessness(deps, meant.placed, wanted));
  if (useless !== undefined) return useless;
  const about = meant && { departmentId: meant.placed.department.id, name: meant.placed.department.name };
  const asked = await untilStored('request setup', () => tryAsking(deps, request, wanted, about));
  const departmentId = about?.departmentId;
  const line = { at: deps.clock.now(), by, act: 'setup requested', where: address.channelId, departmentId } as const;
  const operation = operationId('setup requested', activityId);
  await deps.registryAudit.add(address.tenantId, { ...line, subject: subjectOf(wanted) }, operation);
  return { kind: (await showRequest(deps, secretariat, asked)) ? 'asked' : 'not delivered' };
}

/** What is wrong with a wish that nobody could grant. */
function hopelessness(
  present: RegisteredChannel | undefined,
  wanted: SetupWish,
): Exclude<RequestSetupOutcome, { kind: 'asked' | 'not delivered' }> | undefined {
  if (wanted.kind === 'name') {
    const name = parseDepartmentName(wanted.name);
    if (!name.ok) return { kind: 'bad name', problem: name.problem };
  }
  if (present?.purpose === 'secretariat') return { kind: 'in use', by: present };
  if (wanted.kind === 'unregister') return present === undefined ? { kind: 'not registered' } : undefined;
  if (wanted.kind === 'name') return undefined;
  if (present === undefined) return { kind: 'not department' };
  const max = mostOf(wanted.kind);
  return wanted.people.length > max ? { kind: 'too many', max } : undefined;
}

/** The department that a wish is about: a wish for the name that one of the channel's has is about that one. */
function aboutIn(present: RegisteredDepartment, { departmentId }: ChannelRequest, wanted: SetupWish) {
  const named = wanted.kind === 'name' ? departmentsIn(present).find((each) => hasName(each, wanted.name)) : undefined;
  return departmentMeant(present, departmentId ?? named?.department.id);
}

function hasName({ department }: PlacedDepartment, name: string): boolean {
  return departmentNameKey(department.name) === departmentNameKey(name);
}

/** What there is to say of a wish for a department's new name that changes nothing, or cannot be granted. */
async function uselessness(
  { channels }: SetupDependencies,
  present: PlacedDepartment,
  wanted: SetupWish,
): Promise<Extract<RequestSetupOutcome, { kind: 'registered' | 'taken' }> | undefined> {
  if (wanted.kind !== 'name') return undefined;
  const name = parseDepartmentName(wanted.name);
  if (name.ok && name.value === present.department.name) return { kind: 'registered', department: present };
  const all = (await channels.list(present.address.tenantId)).flatMap(departmentsIn);
  const by = all.find((other) => other.department.id !== present.department.id && hasName(other, wanted.name));
  return by && { kind: 'taken', by };
}

async function tryAsking(
  { setupRequests, clock, ids }: SetupDependencies,
  { address, by }: ChannelRequest,
  wanted: SetupWish,
  about: SetupRequest['about'],
): Promise<Stored<SetupRequest> | typeof CONFLICT> {
  const before = await setupRequests.find(address.tenantId, address.channelId);
  if (
    before !== undefined &&
    isSameWish(before.value.wanted, wanted) &&
    before.value.about?.departmentId === about?.departmentId
  )
    return before;
  const posted = before?.value.posted;
  const request = { id: ids.next(), address, by, at: clock.now(), about, wanted, posted };
  if ((await setupRequests.put(request, before?.etag)) === 'conflict') return CONFLICT;
  return (await setupRequests.find(address.tenantId, address.channelId)) ?? CONFLICT;
}

/**
 * Shows the request in the secretariat's channel: on the card that is there, or on a new one. The card may be in the
 * channel that was the secretariat's before, where nobody can press it.
 */
async function showRequest(
  { messenger, setupRequests, channelNames }: SetupDependencies,
  { address }: RegisteredSecretariat,
  { value: request, etag }: Stored<SetupRequest>,
): Promise<boolean> {
  const channel = await channelNames.nameOf(request.address);
  const message = {
    kind: 'setup request',
    request,
    department: request.about?.name,
    channel,
    decision: undefined,
  } as const;
  const { posted } = request;
  if (posted !== undefined && isPostedIn(posted, address)) {
    const updated = await messenger.update(address, posted, message);
    if (updated.kind === 'sent') return true;
    // Where no try can succeed, the card is not there any more.
    if (fateOf(updated.failure, 'edit') !== 'stopped') return false;
  }
  const outcome = await messenger.post(address, message);
  if (outcome.kind !== 'sent') return false;
  // A conflict means that the request has been decided, or replaced, in the meantime. Then the place is not needed.
  await setupRequests.put({ ...request, posted: outcome.posted }, etag);
  return true;
}

/** What an audit line says about a wish: a department's name, or the ids of people. */
export function subjectOf(wanted: SetupWish): string {
  switch (wanted.kind) {
    case 'name':
      return wanted.name;
    case 'unregister':
      return 'unregister';
    case 'heads':
    case 'deputies':
    case 'director':
      return [wanted.kind, ...wanted.people.map(({ id }) => id)].join(' ');
  }
}
