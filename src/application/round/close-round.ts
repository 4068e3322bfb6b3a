import { type DepartmentId, operationId } from '../../domain/ids.js';
import { FINDINGS_AT_A_TIME } from '../../domain/limits.js';
import { type BeforeClosing, checkBeforeIssue, type Finding, findingKey } from '../../domain/notat/pre-issue-check.js';
import type { Person } from '../../domain/person.js';
import { progressOf } from '../../domain/round/progress.js';
import type { Round, RoundOverview } from '../../domain/round/round.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import { templateOfRecord } from '../notat/notat-file.js';
import type { Clock, FileStore, RoundStore, Stored, TemplateStore } from '../ports.js';
import { continueLater } from './continue-later.js';
import { oweDesk } from './owe-desk.js';
import type { RoundAction } from './which-round.js';

interface Dependencies {
  readonly rounds: RoundStore;
  readonly templates: TemplateStore;
  readonly files: FileStore;
  readonly clock: Clock;
}

export type ClosingOutcome =
  /** The round is not open: it is closed, or is being closed. */
  | { readonly kind: 'closed already'; readonly round: Round }
  /** Its departments have not followed a change of the round yet. That takes seconds. */
  | { readonly kind: 'changing'; readonly round: Round }
  /** A trial is ended in another way (`endTrial`): nothing of it is checked, and it gets no final notat. */
  | { readonly kind: 'trial'; readonly round: Round }
  | { readonly kind: 'unknown round' };

export type PrepareClosingOutcome = ClosingOutcome | ({ readonly kind: 'check' } & BeforeClosing);

/** Finds everything that the secretariat must see before *Afslut*. */
export async function prepareClosing(
  { rounds }: Pick<Dependencies, 'rounds'>,
  { roundId, address }: RoundAction,
): Promise<PrepareClosingOutcome> {
  const overview = await rounds.readOverview(roundId);
  if (overview?.round.secretariat.tenantId !== address.tenantId) return { kind: 'unknown round' };
  const { round } = overview;
  if (round.plan.ask.isTrial) return { kind: 'trial', round };
  if (round.state !== 'open') return { kind: 'closed already', round };
  if (round.isFollowing) return { kind: 'changing', round };
  const kept = new Set(round.keptFindings);
  const findings = (await findingsOf(overview)).filter((finding) => !kept.has(findingKey(finding)));
  return { kind: 'check', overview, missing: progressOf(overview).outstanding, findings };
}

/** Checks one reply at a time, so that other requests are served in between. */
async function findingsOf(overview: RoundOverview): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const found of checkBeforeIssue(overview)) {
    findings.push(...found);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return findings;
}

export interface CloseRoundRequest extends RoundAction {
  readonly by: Person;
  readonly press: string;
  /** The keys of the findings that the secretariat has decided to let stand. */
  readonly keep: readonly string[];
  /**
   * The departments that the card showed as missing or unreadable. A round must not be closed without a department that
   * the card did not name.
   */
  readonly missing: readonly DepartmentId[];
}

export type CloseRoundOutcome =
  | ClosingOutcome
  | { readonly kind: 'closing'; readonly round: Round }
  /** The template for the final notat cannot be read, so the round stays open. */
  | { readonly kind: 'template unreadable' }
  /** There is something that the secretariat has not seen or not decided. The decisions that it has made are stored. */
  | ({ readonly kind: 'undecided' } & BeforeClosing);

/**
 * *Afslut*: once this is stored the round will close, whatever happens to this process. The next process that delivers
 * locks the departments and makes the final notat.
 */
export async function closeRound(deps: Dependencies, request: CloseRoundRequest): Promise<CloseRoundOutcome> {
  return untilStored('close round', () => tryClosing(deps, request));
}

async function tryClosing(
  deps: Dependencies,
  request: CloseRoundRequest,
): Promise<CloseRoundOutcome | typeof CONFLICT> {
  // The round is read before it is checked, so that a decision of someone else in the meantime is a conflict.
  const present = await deps.rounds.readRound(request.roundId);
  if (present === undefined) return { kind: 'unknown round' };
  const prepared = await prepareClosing(deps, request);
  if (prepared.kind !== 'check') return prepared;
  const asked = prepared.findings.slice(0, FINDINGS_AT_A_TIME);
  const decided = asked.filter((finding) => request.keep.includes(findingKey(finding)));
  const keptFindings = [...new Set([...present.value.keptFindings, ...decided.map(findingKey)])];
  const findings = prepared.findings.filter((finding) => !keptFindings.includes(findingKey(finding)));
  const closedWithout = prepared.overview.unreadable.map(({ departmentId }) => departmentId);
  const without = [...prepared.missing.map(({ department }) => department.id), ...closedWithout];
  const isNamed = without.every((id) => request.missing.includes(id));
  const isReady = findings.length === 0 && isNamed;
  const { tenantId } = present.value.secretariat;
  if (isReady && (await templateOfRecord(deps, tenantId)).isTemplateUnreadable) {
    return { kind: 'template unreadable' };
  }
  const at = deps.clock.now();
  const round: Round = {
    ...present.value,
    keptFindings,
    ...(isReady ? { state: 'closing', closedBy: request.by, closedAt: at, closedWithout } : {}),
  };
  const stored = await storeDecision(deps.rounds, request, present, { round, decided, isReady, at });
  if (!stored) return CONFLICT;
  return isReady ? { kind: 'closing', round } : { ...prepared, kind: 'undecided', findings };
}

interface Decision {
  readonly round: Round;
  readonly decided: readonly Finding[];
  readonly isReady: boolean;
  readonly at: Date;
}

async function storeDecision(
  rounds: RoundStore,
  { by, press, address }: CloseRoundRequest,
  { value, etag }: Stored<Round>,
  { round, decided, isReady, at }: Decision,
): Promise<boolean> {
  if (decided.length === 0 && !isReady) return true;
  const where = address.channelId;
  const kinds = new Map<string, Finding>(
    decided.map((finding) => [`${finding.departmentId} ${finding.kind}`, finding]),
  );
  const result = await rounds.commit(value.id, operationId('close', press, isReady ? 'ready' : decided.length), [
    { change: 'replace round', round, etag },
    ...[...kinds.values()].map(
      ({ departmentId, version, kind }) =>
        ({
          change: 'insert audit line',
          line: { at, by, where, act: 'finding kept', departmentId, subject: `${version} ${kind}` },
        }) as const,
    ),
    ...(isReady
      ? [
          {
            change: 'insert audit line',
            line: { at, by, where, act: 'closed', departmentId: undefined, subject: withoutWhom(round) },
          } as const,
          continueLater(operationId('close', press), at),
          oweDesk(at),
        ]
      : []),
  ]);
  return result === 'committed';
}

/** The departments without whose answers the round was closed, because nobody could read them. */
function withoutWhom({ closedWithout }: Round): string | undefined {
  return closedWithout.length === 0 ? undefined : `without ${closedWithout.join(' ')}, unreadable`;
}
