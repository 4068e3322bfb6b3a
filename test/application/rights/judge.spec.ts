import assert from 'node:assert/strict';
import { type Member, UnreadableRow } from '../../../src/application/ports.js';
import {
  type Asker,
  type Granted,
  type JudgeDependencies,
  judgeAct,
  judgeForDepartment,
} from '../../../src/application/rights/judge.js';
import { isNotAllowed, type NotAllowed, notAllowed } from '../../../src/application/rights/not-allowed.js';
import type { RegisteredSecretariat } from '../../../src/domain/channel/department.js';
import type { DepartmentRight } from '../../../src/domain/rights.js';
import {
  aDepartment,
  aMember,
  anAddress,
  aPerson,
  aRegisteredDepartment,
  aSecretariat,
  aSecretary,
  aTrace,
  TENANT,
} from '../../support/builders.js';
import { createMemoryStores, type SpoilableStores } from '../../support/memory-stores.js';

const DEPARTMENT = anAddress();
const SECRETARIAT = anAddress({}, 'sekretariatet');
const ELSEWHERE = anAddress({}, 'frokost');

const SOMEONE = aPerson({ id: 'nogen', name: 'Bo Lind' });
const HEAD = aPerson({ id: 'chef', name: 'Mette Holm' });
const DEPUTY = aPerson({ id: 'souschef', name: 'Nanna Vig' });
const SECRETARY = aSecretary();
const ADMINISTRATOR = aPerson({ id: 'administrator', name: 'Karen Lund' });

type Roster = Readonly<Record<string, Member>>;

interface Town extends JudgeDependencies {
  readonly stores: SpoilableStores;
  /** The channels in which someone has been looked up, in order. */
  readonly looked: readonly string[];
}

/**
 * A municipality with a department's channel, and a secretariat's unless it is `null`.
 *
 * @param rosters the members of the teams of channels, by channel and then by member id
 */
async function aTown(
  rosters: readonly (readonly [channelId: string, roster: Roster])[] = [],
  secretariat: Partial<RegisteredSecretariat> | null = {},
): Promise<Town> {
  const stores = createMemoryStores();
  await stores.channels.register(aRegisteredDepartment(), aTrace());
  if (secretariat !== null) await stores.channels.register(aSecretariat(secretariat), aTrace());
  const looked: string[] = [];
  return {
    stores,
    looked,
    channels: stores.channels,
    administrators: [ADMINISTRATOR.id],
    members: {
      async find({ channelId }, memberId) {
        looked.push(channelId);
        return rosters.find(([id]) => id === channelId)?.[1][memberId];
      },
    },
  };
}

/** Someone who acts in the department's channel, unless a test says otherwise. */
function anAsker(changes: Partial<Asker> = {}): Asker {
  const { by = SOMEONE } = changes;
  const memberId = `29:${by.id}`;
  return { by, memberId, home: 'not told', tenantId: TENANT, address: DEPARTMENT, registered: undefined, ...changes };
}

function inTeam(person = SOMEONE, changes: Partial<Member> = {}): Roster {
  return { [`29:${person.id}`]: aMember(person, changes) };
}

/** What is judged, in words: the verdict, or why not. */
function said(judged: string | Granted | NotAllowed): string {
  if (typeof judged === 'string') return judged;
  return isNotAllowed(judged) ? judged.why.reason : judged.verdict;
}

const GUEST = { isGuest: true } as const;
const FOREIGN = { isForeign: true } as const;

describe('judging an act for a department', () => {
  const judge = async (town: Town, right: DepartmentRight, changes: Partial<Asker>, heads = [HEAD]) =>
    judgeForDepartment(
      town,
      right,
      { ...anAsker(changes), address: DEPARTMENT },
      aDepartment({ heads, deputies: heads.length === 0 ? [] : [DEPUTY] }),
    );

  it('gives heads and deputies what they need, and looks nobody up for it', async () => {
    const town = await aTown();
    for (const by of [HEAD, DEPUTY]) {
      for (const right of ['answer', 'decide'] as const) assert.equal(await judge(town, right, { by }), 'may');
    }
    assert.deepEqual(town.looked, []);
  });

  it('lets others answer and decide where there are heads whose approval is not needed', async () => {
    const department = aDepartment({ heads: [HEAD], deputies: [DEPUTY], approval: false });
    const actor = { ...anAsker({ home: 'here' }), address: DEPARTMENT };
    for (const right of ['answer', 'decide'] as const) {
      assert.equal(await judgeForDepartment(await aTown(), right, actor, department), 'may');
    }
  });

  it('lets others answer for approval where there are heads, and decide nothing', async () => {
    const town = await aTown();
    assert.equal(await judge(town, 'answer', { home: 'here' }), 'for approval');
    const department = aDepartment({ heads: [HEAD], deputies: [DEPUTY] });
    const refused = notAllowed({ reason: 'not head', department });
    for (const home of ['here', 'not told'] as const) assert.deepEqual(await judge(town, 'decide', { home }), refused);
    assert.deepEqual(town.looked, []);
  });

  it('does not take a namesake of a head for the head', async () => {
    const by = { ...SOMEONE, name: HEAD.name };
    assert.equal(said(await judge(await aTown(), 'decide', { by, home: 'here' })), 'not head');
  });

  it('takes a head who has changed name for the head', async () => {
    assert.equal(await judge(await aTown(), 'decide', { by: { ...HEAD, name: 'Mette Lund' } }), 'may');
  });

  it('gives an administrator and a secretary no more there than others', async () => {
    const town = await aTown();
    for (const by of [ADMINISTRATOR, SECRETARY]) {
      assert.equal(await judge(town, 'answer', { by, home: 'here' }), 'for approval');
      assert.equal(said(await judge(town, 'decide', { by, home: 'here' })), 'not head');
    }
  });

  it('lets everyone of the municipality decide where there are no heads, and looks nobody up whose tenant is told', async () => {
    const town = await aTown();
    assert.equal(await judge(town, 'decide', { home: 'here' }, []), 'may');
    assert.deepEqual(town.looked, []);
  });

  it('looks someone up once whose tenant is not told, where there are no heads', async () => {
    for (const changes of [{}, GUEST]) {
      const town = await aTown([[DEPARTMENT.channelId, inTeam(SOMEONE, changes)]]);
      assert.equal(await judge(town, 'decide', {}, []), 'may');
      assert.deepEqual(town.looked, [DEPARTMENT.channelId]);
    }
  });

  it('refuses someone of another tenant, with a lookup only where the tenant is not told', async () => {
    const told = await aTown();
    assert.deepEqual(await judge(told, 'answer', { home: 'elsewhere' }), notAllowed({ reason: 'of another tenant' }));
    assert.deepEqual(told.looked, []);
    const found = await aTown([[DEPARTMENT.channelId, inTeam(SOMEONE, FOREIGN)]]);
    assert.deepEqual(await judge(found, 'answer', {}), notAllowed({ reason: 'of another tenant' }));
    assert.deepEqual(found.looked, [DEPARTMENT.channelId]);
  });

  it('refuses someone whom the roster does not know, or knows as another person', async () => {
    const refused = notAllowed({ reason: 'not in the team' });
    assert.deepEqual(await judge(await aTown(), 'answer', {}), refused);
    const another = { [`29:${SOMEONE.id}`]: aMember(HEAD) };
    assert.deepEqual(await judge(await aTown([[DEPARTMENT.channelId, another]]), 'answer', {}), refused);
  });

  it('rejects where the roster is needed and does not answer', async () => {
    const town = { ...(await aTown()), members: { find: () => Promise.reject(new Error('503')) } };
    await assert.rejects(judge(town, 'answer', {}), /503/u);
  });
});

describe('judging who may take part', () => {
  it('lets everyone of the municipality, whose tenant is told, without a lookup', async () => {
    const town = await aTown();
    assert.deepEqual(await judgeAct(town, 'take part', anAsker({ home: 'here' })), {
      verdict: 'may',
      secretariat: undefined,
    });
    assert.deepEqual(town.looked, []);
  });

  it('lets members and guests of the channel’s team, who are looked up once', async () => {
    for (const changes of [{}, GUEST]) {
      const town = await aTown([[ELSEWHERE.channelId, inTeam(SOMEONE, changes)]]);
      assert.equal(said(await judgeAct(town, 'take part', anAsker({ address: ELSEWHERE }))), 'may');
      assert.deepEqual(town.looked, [ELSEWHERE.channelId]);
    }
  });

  it('looks nobody up in a personal chat, which has no team', async () => {
    const town = await aTown();
    assert.equal(said(await judgeAct(town, 'take part', anAsker({ address: undefined }))), 'may');
    assert.deepEqual(town.looked, []);
  });

  it('refuses people of another tenant, and people whom the roster does not know', async () => {
    const foreign = await aTown([[DEPARTMENT.channelId, inTeam(SOMEONE, FOREIGN)]]);
    assert.equal(said(await judgeAct(foreign, 'take part', anAsker())), 'of another tenant');
    const town = await aTown();
    assert.equal(said(await judgeAct(town, 'take part', anAsker({ home: 'elsewhere' }))), 'of another tenant');
    assert.deepEqual(town.looked, []);
    assert.equal(said(await judgeAct(town, 'take part', anAsker())), 'not in the team');
  });
});

for (const right of ['run rounds', 'manage the set-up'] as const) {
  describe(`judging who may ${right}`, () => {
    const there = { address: SECRETARIAT };
    const judge = (town: Town, changes: Partial<Asker> = {}) =>
      judgeAct(town, right, anAsker({ ...there, ...changes }));
    const mayAdministrator = right === 'manage the set-up';

    it('lets a named secretary in the secretariat’s channel, without a lookup, and gives the registration', async () => {
      const town = await aTown();
      const secretariat = aSecretariat();
      assert.deepEqual(await judge(town, { by: SECRETARY }), { verdict: 'may', secretariat });
      assert.deepEqual(town.looked, []);
    });

    it('uses the registration that has been read already', async () => {
      const town = await aTown();
      const channels = { ...town.channels, find: () => assert.fail('the channel was read again') };
      const registered = aSecretariat({ name: 'Notater' });
      assert.deepEqual(await judge({ ...town, channels }, { by: SECRETARY, registered }), {
        verdict: 'may',
        secretariat: registered,
      });
    });

    it('tells a member of the team who is not named so, and a guest that guests must be named', async () => {
      for (const isGuest of [false, true]) {
        const town = await aTown([[SECRETARIAT.channelId, inTeam(SOMEONE, { isGuest })]]);
        assert.deepEqual(await judge(town), notAllowed({ reason: 'not secretary', isGuest }));
        assert.deepEqual(town.looked, [SECRETARIAT.channelId]);
      }
    });

    it('lets a guest who is named', async () => {
      const town = await aTown([[SECRETARIAT.channelId, inTeam(SOMEONE, GUEST)]], { secretaries: [SOMEONE] });
      for (const address of [SECRETARIAT, undefined]) assert.equal(said(await judge(town, { address })), 'may');
    });

    it('lets each member of the team as long as nobody is named, who is looked up once; guests not', async () => {
      const town = await aTown([[SECRETARIAT.channelId, inTeam()]], { secretaries: [] });
      assert.equal(said(await judge(town)), 'may');
      assert.deepEqual(town.looked, [SECRETARIAT.channelId]);
      const guests = await aTown([[SECRETARIAT.channelId, inTeam(SOMEONE, GUEST)]], { secretaries: [] });
      assert.deepEqual(await judge(guests), notAllowed({ reason: 'not secretary', isGuest: true }));
    });

    it(`${mayAdministrator ? 'lets' : 'does not let'} an administrator who is no secretary`, async () => {
      const town = await aTown([[SECRETARIAT.channelId, inTeam(ADMINISTRATOR)]]);
      assert.equal(said(await judge(town, { by: ADMINISTRATOR })), mayAdministrator ? 'may' : 'not secretary');
    });

    it('refuses people of another tenant, people whom the roster does not know, and who it knows as others', async () => {
      const town = await aTown([[SECRETARIAT.channelId, inTeam(SOMEONE, FOREIGN)]]);
      assert.equal(said(await judge(town)), 'of another tenant');
      assert.equal(said(await judge(await aTown(), { home: 'elsewhere' })), 'of another tenant');
      assert.equal(said(await judge(await aTown())), 'not in the team');
      const another = { [`29:${SOMEONE.id}`]: aMember(SECRETARY) };
      const secretaries: RegisteredSecretariat['secretaries'] = [];
      const taken = await aTown([[SECRETARIAT.channelId, another]], { secretaries });
      assert.equal(said(await judge(taken)), 'not in the team');
    });

    it('lets a named secretary in a personal chat only while the secretariat’s team has them', async () => {
      const personal = { by: SECRETARY, address: undefined };
      const town = await aTown([[SECRETARIAT.channelId, inTeam(SECRETARY)]]);
      assert.equal(said(await judge(town, personal)), 'may');
      assert.deepEqual(town.looked, [SECRETARIAT.channelId]);
      assert.equal(said(await judge(await aTown(), personal)), 'not in the team');
    });

    it('tells a secretary in another channel the name of the secretariat’s, and looks nobody up', async () => {
      const town = await aTown([], { name: 'Notater' });
      const refused = notAllowed({ reason: 'not the secretariat’s channel', channel: 'Notater' });
      for (const address of [DEPARTMENT, ELSEWHERE]) {
        assert.deepEqual(await judge(town, { by: SECRETARY, address }), refused);
      }
      assert.deepEqual(town.looked, []);
    });

    it('follows the secretariat when it moves: its old channel is told where it is now', async () => {
      const town = await aTown();
      await town.stores.channels.remove(SECRETARIAT, aTrace());
      const moved = anAddress({}, 'nyt-sted');
      await town.stores.channels.register(aSecretariat({ address: moved, name: 'Nyt sted' }), aTrace());
      assert.equal(said(await judge(town, { by: SECRETARY, address: moved })), 'may');
      assert.deepEqual(
        await judge(town, { by: SECRETARY }),
        notAllowed({ reason: 'not the secretariat’s channel', channel: 'Nyt sted' }),
      );
    });

    it('says that there is no secretariat where none is registered, in channels and in personal chats', async () => {
      const town = await aTown([], null);
      for (const address of [DEPARTMENT, SECRETARIAT, undefined]) {
        assert.deepEqual(await judge(town, { by: SECRETARY, address }), notAllowed({ reason: 'no secretariat' }));
      }
    });

    it('is another tenant’s secretariat’s nowhere here', async () => {
      const town = await aTown([], null);
      const neighbour = anAddress({ tenantId: 'nabokommunen' }, 'sekretariatet');
      await town.stores.channels.register(aSecretariat({ address: neighbour }), aTrace());
      assert.equal(said(await judge(town, { by: SECRETARY })), 'no secretariat');
    });

    it('rejects where the registration cannot be read: nobody is told that they are no secretary', async () => {
      const town = await aTown();
      await town.stores.spoil({ kind: 'channel', address: SECRETARIAT });
      for (const address of [SECRETARIAT, ELSEWHERE, undefined]) {
        await assert.rejects(judge(town, { by: SECRETARY, address }), UnreadableRow);
      }
    });
  });
}

describe('judging who may set up departments', () => {
  const judge = (town: Town, changes: Partial<Asker> = {}) => judgeAct(town, 'set up departments', anAsker(changes));

  it('lets administrators and named secretaries in any channel, without a lookup', async () => {
    const town = await aTown();
    for (const by of [ADMINISTRATOR, SECRETARY]) {
      for (const address of [DEPARTMENT, SECRETARIAT, ELSEWHERE]) {
        assert.deepEqual(await judge(town, { by, address }), { verdict: 'may', secretariat: aSecretariat() });
      }
    }
    assert.deepEqual(town.looked, []);
  });

  it('lets an administrator before there is a secretariat', async () => {
    const town = await aTown([], null);
    assert.deepEqual(await judge(town, { by: ADMINISTRATOR }), { verdict: 'may', secretariat: undefined });
  });

  it('takes it as a request of everyone else in the channel’s team, who is looked up only where the tenant is not told', async () => {
    const request = { verdict: 'as a request', secretariat: aSecretariat() };
    const told = await aTown();
    assert.deepEqual(await judge(told, { home: 'here' }), request);
    assert.deepEqual(told.looked, []);
    for (const changes of [{}, GUEST]) {
      const town = await aTown([[DEPARTMENT.channelId, inTeam(SOMEONE, changes)]]);
      assert.deepEqual(await judge(town), request);
      assert.deepEqual(town.looked, [DEPARTMENT.channelId]);
    }
  });

  it('lets each member of the secretariat’s team as long as nobody is named, looked up once, there', async () => {
    const town = await aTown([[SECRETARIAT.channelId, inTeam()]], { secretaries: [] });
    assert.equal(said(await judge(town)), 'may');
    assert.deepEqual(town.looked, [SECRETARIAT.channelId]);
  });

  it('takes it as a request of a guest of the secretariat’s team, and of others, as long as nobody is named', async () => {
    const guest = await aTown([[SECRETARIAT.channelId, inTeam(SOMEONE, GUEST)]], { secretaries: [] });
    assert.equal(said(await judge(guest, { home: 'here' })), 'as a request');
    const town = await aTown([[DEPARTMENT.channelId, inTeam()]], { secretaries: [] });
    assert.equal(said(await judge(town)), 'as a request');
    assert.deepEqual(town.looked, [SECRETARIAT.channelId, DEPARTMENT.channelId]);
  });

  it('takes no request where there is no secretariat to grant it', async () => {
    const town = await aTown([], null);
    assert.deepEqual(await judge(town, { home: 'here' }), notAllowed({ reason: 'no secretariat' }));
  });

  it('refuses people of another tenant, and people whom the roster does not know', async () => {
    for (const secretaries of [[SECRETARY], []]) {
      const town = await aTown([], { secretaries });
      assert.equal(said(await judge(town, { home: 'elsewhere' })), 'of another tenant');
      assert.deepEqual(town.looked, []);
      assert.equal(said(await judge(town)), 'not in the team');
      const foreign = await aTown([[DEPARTMENT.channelId, inTeam(SOMEONE, FOREIGN)]], { secretaries });
      assert.equal(said(await judge(foreign)), 'of another tenant');
    }
  });

  it('rejects where the secretariat’s registration cannot be read', async () => {
    const town = await aTown();
    await town.stores.spoil({ kind: 'channel', address: SECRETARIAT });
    await assert.rejects(judge(town), UnreadableRow);
  });
});

describe('judging who may place the secretariat', () => {
  it('lets administrators, and tells everyone else that it is for them, without a lookup or a read', async () => {
    const unread = () => assert.fail('nothing was to be read');
    const town = { ...(await aTown()), channels: { find: unread, secretariat: unread } };
    const judge = (by = SOMEONE) => judgeAct(town, 'place the secretariat', anAsker({ by }));
    assert.deepEqual(await judge(ADMINISTRATOR), { verdict: 'may', secretariat: undefined });
    for (const by of [SECRETARY, HEAD, SOMEONE]) {
      assert.deepEqual(await judge(by), notAllowed({ reason: 'not administrator' }));
    }
    assert.deepEqual(town.looked, []);
  });
});

describe('an outcome', () => {
  it('is told from “not allowed” by its kind, whatever it is', () => {
    assert.ok(isNotAllowed(notAllowed({ reason: 'not asked here' })));
    for (const outcome of [undefined, null, 'may', 7, {}, { kind: 'shown' }]) assert.ok(!isNotAllowed(outcome));
  });
});
