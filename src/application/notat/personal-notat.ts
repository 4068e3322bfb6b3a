import type { NotatId, RoundId } from '../../domain/ids.js';
import type { Clock, FileStore, NotatWriter, RoundIndex, RoundStore, TemplateStore } from '../ports.js';
import { type CompileNotatOutcome, type CompileNotatRequest, compileNotatNow } from './compile-notat.js';
import { findRecorded } from './fetch-notat.js';
import { notatFile } from './notat-file.js';

interface Dependencies {
  readonly index: RoundIndex;
  readonly rounds: RoundStore;
  readonly templates: TemplateStore;
  readonly files: FileStore;
  readonly writer: NotatWriter;
  readonly clock: Clock;
}

/** The Word file of a notat, for the person who asked for it. */
export interface PersonalNotat {
  readonly kind: 'file';
  readonly roundId: RoundId;
  readonly notatId: NotatId;
  readonly title: string;
  readonly file: Uint8Array;
}

/**
 * Compiles the newest round's notat from the present state, for one person in the personal chat.
 *
 * @param notatId the same each time the same request is repeated
 */
export async function compilePersonalNotat(
  deps: Dependencies,
  { tenantId, by, where, meant }: Omit<CompileNotatRequest, 'notatId' | 'trialMeant'>,
  notatId: NotatId,
): Promise<PersonalNotat | Exclude<CompileNotatOutcome, { kind: 'compiled' }>> {
  // Who asks for a file keeps it, and the file of a trial is no notat.
  const trialMeant = 'where there is no round';
  const compiled = await compileNotatNow(deps, { tenantId, by, where, notatId, meant, trialMeant });
  if (compiled.kind !== 'compiled') return compiled;
  return fetchPersonalNotat(deps, tenantId, { roundId: compiled.round.id, notatId: compiled.record.id });
}

/**
 * Fetches a notat that was compiled before. The ids come from a card, and a card can be edited, so the notat must be one
 * of the tenant's own.
 */
export async function fetchPersonalNotat(
  deps: Dependencies,
  tenantId: string,
  { roundId, notatId }: { readonly roundId: RoundId; readonly notatId: NotatId },
): Promise<PersonalNotat | { readonly kind: 'no round' }> {
  const found = await findRecorded(deps.rounds, { roundId, notatId, tenantId });
  if (found === undefined) return { kind: 'no round' };
  const { overview, record } = found;
  const file = await notatFile(deps, overview, record);
  return { kind: 'file', roundId, notatId, title: overview.round.plan.ask.title, file };
}
