import type { KnownTeam } from '../../domain/channel/known-team.js';
import type { RoundOverview } from '../../domain/round/round.js';
import type { KnownTeams, RoundStore } from '../ports.js';
import type { RoundAction } from './which-round.js';

export type OpenDeskOutcome =
  | { readonly kind: 'desk'; readonly overview: RoundOverview; readonly teams: readonly KnownTeam[] }
  | { readonly kind: 'unknown round' };

/** Everything that the overview of a round shows. Only its own tenant's secretariat sees it, once it has been started. */
export async function openDesk(
  { rounds, knownTeams }: { readonly rounds: RoundStore; readonly knownTeams: Pick<KnownTeams, 'list'> },
  { roundId, address: { tenantId } }: RoundAction,
): Promise<OpenDeskOutcome> {
  const [overview, teams] = await Promise.all([rounds.readOverview(roundId), knownTeams.list(tenantId)]);
  const isOwn = overview?.round.secretariat.tenantId === tenantId && overview.round.state !== 'planned';
  return isOwn ? { kind: 'desk', overview, teams } : { kind: 'unknown round' };
}
