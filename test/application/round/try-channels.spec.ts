import assert from 'node:assert/strict';
import { createRecentTeams, type RecentTeams } from '../../../src/application/channel/recent-teams.js';
import { startRound } from '../../../src/application/round/start-round.js';
import { tryChannels, tryChannelsAgain } from '../../../src/application/round/try-channels.js';
import type { Round } from '../../../src/domain/round/round.js';
import { anAddress, aPerson, aRoundId } from '../../support/builders.js';
import { createMunicipality, type Municipality, planned, SECRETARIAT } from '../municipality.js';

/** The team of every department of the municipality. */
const TEAM_ID = String(anAddress().teamId);

describe('the channels of a planned round', () => {
  let municipality: Municipality;
  let round: Round;
  let deps: Municipality & { readonly recentTeams: RecentTeams };

  beforeEach(async () => {
    municipality = await createMunicipality(2);
    round = await planned(municipality);
    const { teamDirectory, time } = municipality;
    deps = { ...municipality, recentTeams: createRecentTeams({ teamDirectory }, time) };
  });

  /** The bot is in the team, and the channels are there. */
  function addBot(): void {
    const channels = municipality.departments.map(({ address }) => {
      return { id: address.channelId, name: 'Kanal', kind: 'standard' } as const;
    });
    municipality.teamDirectory.teams.set(TEAM_ID, { name: 'Forvaltningen', groupId: undefined, channels });
  }

  it('are tried by asking about each team once', async () => {
    addBot();
    assert.deepEqual(await tryChannels(deps, round), { reached: 2, notReached: [], notTried: [] });
    assert.deepEqual(municipality.teamDirectory.asked, [TEAM_ID]);
  });

  it('are tried again where they could not be reached', async () => {
    assert.equal((await tryChannels(deps, round)).notReached.length, 2);
    addBot();
    const again = await tryChannelsAgain(deps, { roundId: round.id, address: SECRETARIAT });
    assert.equal(again.kind === 'tried' && again.tried.reached, 2);
    await tryChannelsAgain(deps, { roundId: round.id, address: SECRETARIAT });
    assert.deepEqual(municipality.teamDirectory.asked, [TEAM_ID, TEAM_ID]);
  });

  it('are not tried where nobody knows their team', async () => {
    const invitations = round.plan.invitations.map((each) => ({
      ...each,
      address: { ...each.address, teamId: undefined },
    }));
    const unknown = { ...round, plan: { ...round.plan, invitations } };
    assert.equal((await tryChannels(deps, unknown)).notTried.length, 2);
    assert.deepEqual(municipality.teamDirectory.asked, []);
  });

  it('are tried again only before the round is started', async () => {
    assert.equal(
      (await tryChannelsAgain(deps, { roundId: aRoundId('ingen'), address: SECRETARIAT })).kind,
      'unknown round',
    );
    await startRound(municipality, { roundId: round.id, address: SECRETARIAT, by: aPerson(), posted: undefined });
    const outcome = await tryChannelsAgain(deps, { roundId: round.id, address: SECRETARIAT });
    assert.equal(outcome.kind, 'already started');
  });
});
