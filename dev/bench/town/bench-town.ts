import type { ChannelAddress } from '../../../src/domain/channel/channel.js';
import type { Department } from '../../../src/domain/channel/department.js';
import { type DepartmentId, parseDepartmentId, parseRoundId, type RoundId } from '../../../src/domain/ids.js';
import type { Person } from '../../../src/domain/person.js';
import { departmentName } from '../reply-texts.js';

export interface TownSettings {
  readonly tenantId: string;
  readonly serviceUrl: string;
  readonly departments: number;
}

/** The municipality of the benches, as rows and activities name it. */
export interface BenchTown {
  readonly tenantId: string;
  readonly serviceUrl: string;
  readonly teamId: string;
  readonly secretariat: ChannelAddress;
  readonly secretary: Person;
  readonly departments: readonly TownDepartment[];
  /** The round that is planned, where there is one. */
  readonly roundId: RoundId;
}

export interface TownDepartment {
  readonly department: Department;
  readonly address: ChannelAddress;
  readonly head: Person;
}

const TEAM = '19:raadhuset@thread.tacv2';

/** Names everything in a town. The same settings always give the same names. */
export function nameTown({ tenantId, serviceUrl, departments }: TownSettings): BenchTown {
  const addressOf = (channel: string): ChannelAddress => ({
    tenantId,
    teamId: TEAM,
    channelId: `19:${channel}@thread.tacv2`,
    serviceUrl,
  });
  return {
    tenantId,
    serviceUrl,
    teamId: TEAM,
    secretariat: addressOf('sekretariatet'),
    secretary: personNumber(0),
    departments: Array.from({ length: departments }, (_, index) => {
      const head = personNumber(index + 1);
      const department = {
        id: departmentId(index),
        name: departmentName(index),
        heads: [head],
        deputies: [],
        director: undefined,
        language: undefined,
        approval: true,
      };
      return { department, address: addressOf(department.id), head };
    }),
    roundId: roundId(),
  };
}

/** The id has the form of an Entra object id. */
function personNumber(number: number): Person {
  return { id: `b0000000-0000-4000-8000-${String(number).padStart(12, '0')}`, name: `Chef ${number}` };
}

function departmentId(index: number): DepartmentId {
  return valid(parseDepartmentId(`fagomraade-${index}`));
}

function roundId(): RoundId {
  return valid(parseRoundId('runde-planlagt'));
}

/** The domain must accept every name. Otherwise there is a mistake in this file. */
function valid<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the domain does not accept a name');
  return value;
}
