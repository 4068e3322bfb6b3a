import type { KnownTeam } from '../../domain/channel/known-team.js';
import type { Round } from '../../domain/round/round.js';
import { type TriedChannels, teamOf, triedChannels } from '../../domain/round/tried-channels.js';
import type { RecentTeams, TeamToAsk } from '../channel/recent-teams.js';
import type { KnownTeams, RoundStore } from '../ports.js';
import { findOwnRound, type RoundAction } from './which-round.js';

interface Dependencies {
  readonly knownTeams: Pick<KnownTeams, 'list'>;
  readonly recentTeams: RecentTeams;
}

/**
 * Tries whether the departments of a planned round can be reached, without writing to any of them. Nothing is refused
 * because of what it finds.
 */
export async function tryChannels({ knownTeams, recentTeams }: Dependencies, round: Round): Promise<TriedChannels> {
  const known = await knownTeams.list(round.secretariat.tenantId);
  const told = await recentTeams.ask(teamsOf(round, known).map(({ team }) => team));
  return triedChannels(round.plan.invitations, known, told);
}

export type TryAgainOutcome =
  | { readonly kind: 'tried'; readonly round: Round; readonly tried: TriedChannels }
  | { readonly kind: 'already started'; readonly round: Round }
  | { readonly kind: 'unknown round' };

/** The same, in which Teams is asked again about the departments that could not be reached. */
export async function tryChannelsAgain(
  deps: Dependencies & { readonly rounds: RoundStore },
  action: RoundAction,
): Promise<TryAgainOutcome> {
  const round = (await findOwnRound(deps.rounds, action))?.value;
  if (round === undefined) return { kind: 'unknown round' };
  if (round.state !== 'planned') return { kind: 'already started', round };
  const { knownTeams, recentTeams } = deps;
  const known = await knownTeams.list(round.secretariat.tenantId);
  for (const { team, invitations } of teamsOf(round, known)) {
    const before = triedChannels(invitations, known, recentTeams.remembered([team]));
    if (before.reached < invitations.length) recentTeams.forget(team.teamId);
  }
  return { kind: 'tried', round, tried: await tryChannels(deps, round) };
}

/** The teams of the invited channels, each with the departments that answer there. */
function teamsOf({ plan }: Round, known: readonly KnownTeam[]) {
  const teams = new Map<string, { readonly team: TeamToAsk; invitations: (typeof plan.invitations)[number][] }>();
  for (const invitation of plan.invitations) {
    const { address } = invitation;
    const { id: teamId } = teamOf(address, known);
    if (teamId === undefined) continue;
    const { tenantId, serviceUrl } = address;
    const present = teams.get(teamId) ?? { team: { tenantId, teamId, serviceUrl }, invitations: [] };
    present.invitations.push(invitation);
    teams.set(teamId, present);
  }
  return [...teams.values()];
}
