import assert from 'node:assert/strict';
import type { KnownTeam } from '../../../src/domain/channel/known-team.js';
import { TEAM_CHANNELS_MAX } from '../../../src/domain/limits.js';
import { type ToldOfTeam, triedChannels } from '../../../src/domain/round/tried-channels.js';
import { aDepartment, aKnownTeam, anAddress } from '../../support/builders.js';

const TEAM_ID = '19:kulturforvaltningen@thread.tacv2';
const CULTURE = anAddress({ teamId: TEAM_ID }, 'kultur');

/** What becomes of a department of the round, with what is known of its team and what Teams has told of it. */
function tried(known: Partial<KnownTeam> | undefined, told: ToldOfTeam | undefined, address = CULTURE) {
  return triedChannels(
    [{ department: aDepartment({ name: 'Kultur' }), address }],
    known === undefined ? [] : [aKnownTeam({ teamId: TEAM_ID, name: 'Kultur og Fritid', channels: [], ...known })],
    new Map(told === undefined ? [] : [[TEAM_ID, told]]),
  );
}

const listing = (...ids: readonly string[]) => ({
  name: 'Kultur, Fritid og Idræt',
  channels: ids.map((id) => ({ id })),
});

const NOT_DELETED = { name: 'Kultur', isDeleted: false } as const;

const reached = { reached: 1, notReached: [], notTried: [] };

function failing(why: string, team: string | undefined = 'Kultur og Fritid') {
  return { reached: 0, notReached: [{ department: 'Kultur', why, team }], notTried: [] };
}

describe('a department whose channel is tried', () => {
  it('is reached where Teams lists its channel, whatever was known before', () => {
    assert.deepEqual(tried(undefined, listing(CULTURE.channelId)), reached);
    assert.deepEqual(tried({ state: 'bot removed' }, listing(CULTURE.channelId)), reached);
    const deleted = { id: CULTURE.channelId, kind: 'standard', name: 'Kultur', isDeleted: true } as const;
    assert.deepEqual(tried({ channels: [deleted] }, listing(CULTURE.channelId)), reached);
  });

  it('is not reached where the team does not have the bot', () => {
    assert.deepEqual(tried({}, 'bot removed'), failing('bot removed'));
    assert.deepEqual(tried(undefined, 'bot removed').notReached[0]?.team, undefined);
  });

  it('is not reached where its team is known to be deleted, which is why Teams refuses to tell', () => {
    assert.deepEqual(tried({ state: 'deleted' }, 'bot removed'), failing('deleted'));
  });

  it('is not reached in an archived team, which Teams describes as any other', () => {
    assert.deepEqual(
      tried({ state: 'archived' }, listing(CULTURE.channelId)),
      failing('archived', 'Kultur, Fritid og Idræt'),
    );
  });

  it('is not reached where its channel is not in the team’s list', () => {
    assert.deepEqual(
      tried({}, listing('19:andet@thread.tacv2')),
      failing('channel deleted', 'Kultur, Fritid og Idræt'),
    );
  });

  it('is reached where the list need not have its channel', () => {
    const cut = Array.from({ length: TEAM_CHANNELS_MAX }, (_, index) => `19:${index}@thread.tacv2`);
    assert.deepEqual(tried({}, listing(...cut)), reached);
    const first = anAddress({ teamId: TEAM_ID, channelId: TEAM_ID });
    assert.deepEqual(tried({}, listing(), first), reached);
    const own = { ...NOT_DELETED, id: CULTURE.channelId, kind: 'private' } as const;
    assert.deepEqual(tried({ channels: [own] }, listing()), reached);
  });

  it('is not tried where Teams has told nothing, and nothing is known against it', () => {
    assert.deepEqual(tried({}, undefined), { reached: 0, notReached: [], notTried: ['Kultur'] });
    assert.deepEqual(tried({ state: 'bot removed' }, undefined), failing('bot removed'));
  });

  it('is found by its channel where its address does not name its team', () => {
    const unnamed = { ...CULTURE, teamId: undefined };
    const channel = { ...NOT_DELETED, id: CULTURE.channelId, kind: 'standard' } as const;
    assert.deepEqual(tried({ channels: [channel] }, 'bot removed', unnamed), failing('bot removed'));
    assert.deepEqual(tried({}, 'bot removed', unnamed).notTried, ['Kultur']);
  });
});
