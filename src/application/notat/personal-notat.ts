import type { NotatId, RoundId } from '../../domain/ids.js';
import { type PersonalSender, secretariatOf } from '../channel/secretariat-member.js';
import type {
  ChannelRegistry,
  Clock,
  FileStore,
  Members,
  NotatWriter,
  RoundIndex,
  RoundStore,
  TemplateStore,
} from '../ports.js';
import { type CompileNotatOutcome, compileNotatNow } from './compile-notat.js';
import { findRecorded } from './fetch-notat.js';
import { notatFile } from './notat-file.js';

interface Dependencies {
  readonly channels: ChannelRegistry;
  readonly members: Members;
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
  sender: PersonalSender,
  notatId: NotatId,
): Promise<PersonalNotat | Exclude<CompileNotatOutcome, { kind: 'compiled' }>> {
  const secretariat = await secretariatOf(deps, sender);
  if (secretariat === undefined) return { kind: 'not secretariat' };
  const compiled = await compileNotatNow(deps, { address: secretariat, by: sender.by, notatId });
  if (compiled.kind !== 'compiled') return compiled;
  return fetchPersonalNotat(deps, sender, { roundId: compiled.round.id, notatId: compiled.record.id });
}

/**
 * Fetches a notat that was compiled before. The ids come from a card, and a card can be edited, so this checks again
 * whether the person may have the notat.
 */
export async function fetchPersonalNotat(
  deps: Dependencies,
  sender: PersonalSender,
  { roundId, notatId }: { readonly roundId: RoundId; readonly notatId: NotatId },
): Promise<PersonalNotat | { readonly kind: 'not secretariat' | 'no round' }> {
  if ((await secretariatOf(deps, sender)) === undefined) return { kind: 'not secretariat' };
  const found = await findRecorded(deps.rounds, { roundId, notatId, tenantId: sender.tenantId });
  if (found === undefined) return { kind: 'no round' };
  const { overview, record } = found;
  const file = await notatFile(deps, overview, record);
  return { kind: 'file', roundId, notatId, title: overview.round.plan.ask.title, file };
}
