import type { OpenDeskOutcome } from '../../application/round/open-desk.js';
import { statusCard } from '../../cards/round/status-card.js';
import type { RoundOverview } from '../../domain/round/round.js';
import { type Answer, card, words } from '../answer.js';
import type { Deps } from '../dependencies.js';

/** The overview of a round, in the place of the card that was pressed. @param said what the press has done */
export function deskAnswer(deps: Deps, outcome: OpenDeskOutcome, said?: string): Answer {
  const { render, messages, clock, ids } = deps;
  if (outcome.kind === 'unknown round') return words(messages.notices.unknownRound());
  const { overview, teams } = outcome;
  return card(statusCard(render, messages, overview, clock.now(), ids.next(), said, undefined, teams));
}

/** The same for a round that has just been read. */
export async function deskOfRead(deps: Deps, overview: RoundOverview, said?: string): Promise<Answer> {
  const teams = await deps.knownTeams.list(overview.round.secretariat.tenantId);
  return deskAnswer(deps, { kind: 'desk', overview, teams }, said);
}
