import type { AuditLine } from '../../domain/audit.js';
import { type NotatId, operationId, type RoundId } from '../../domain/ids.js';
import type { NotatKind, NotatModel, NotatRecord } from '../../domain/notat/notat.js';
import {
  changesBetween,
  comparedWith,
  finalBefore,
  type NotatChange,
  newerThan,
} from '../../domain/notat/notat-changes.js';
import type { Round, RoundOverview } from '../../domain/round/round.js';
import type {
  Clock,
  DownloadLinks,
  FileStore,
  IdSource,
  Log,
  NotatWriter,
  RoundStore,
  TemplateStore,
} from '../ports.js';
import { notatFile } from './notat-file.js';
import { compileRecorded } from './recorded-notat.js';

/** Word; or Markdown, for people who prefer to read or compare plain text. */
export type NotatFormat = 'docx' | 'md';

export type DownloadNotatOutcome =
  | { readonly kind: 'document'; readonly title: string; readonly file: Uint8Array }
  | { readonly kind: 'expired' }
  /** The link was not made by this bot, or leads to no notat of its tenant. */
  | { readonly kind: 'invalid' };

export interface DownloadDependencies {
  readonly rounds: RoundStore;
  readonly templates: TemplateStore;
  readonly files: FileStore;
  readonly links: DownloadLinks;
  /** `writer` writes the Word file, and `markdown` writes the Markdown. */
  readonly writer: NotatWriter;
  readonly markdown: NotatWriter;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly log: Log;
}

/** Writes the document that a download link points to, in the requested format. */
export async function downloadNotat(
  deps: DownloadDependencies,
  token: string,
  format: NotatFormat,
): Promise<DownloadNotatOutcome> {
  const link = deps.links.open(token, deps.clock.now());
  if (link.kind !== 'valid') return link;
  if ('template' in link) return { kind: 'invalid' };
  const found = await findRecorded(deps.rounds, link);
  if (found === undefined) return { kind: 'invalid' };
  const { overview, record } = found;
  const { title } = overview.round.plan.ask;
  const file =
    format === 'docx'
      ? await notatFile(deps, overview, record)
      : await deps.markdown.write(
          (await recordedIn(deps.rounds, overview, record, await earlierOf(deps, record, link))).notat,
        );
  await auditDownload(deps, link, { by: undefined, where: `a link, as ${format}` });
  return { kind: 'document', title, file };
}

/** The notats that a recorded one may be compared with; none where it is compared with none. */
async function earlierOf(
  { rounds }: Pick<DownloadDependencies, 'rounds'>,
  { number = 1 }: NotatRecord,
  { roundId }: { readonly roundId: RoundId },
): Promise<readonly NotatRecord[]> {
  return number > 1 ? rounds.readNotats(roundId) : [];
}

/**
 * Writes down that a notat has been handed out. A notat that cannot be written down is not handed out.
 *
 * @param who `by` is undefined for a link: whoever has a link may follow it
 */
export async function auditDownload(
  { rounds, clock, ids, log }: Pick<DownloadDependencies, 'rounds' | 'clock' | 'ids' | 'log'>,
  { roundId, notatId }: { readonly roundId: RoundId; readonly notatId: NotatId },
  who: Pick<AuditLine, 'by' | 'where'>,
): Promise<void> {
  const line = { at: clock.now(), ...who, act: 'downloaded', departmentId: undefined, subject: notatId } as const;
  // Each download is one of its own, and so has a name of its own.
  await rounds.commit(roundId, operationId('download', ids.next()), [{ change: 'insert audit line', line }]);
  log.info('notat downloaded', { roundId, notatId, where: who.where });
}

/** A recorded notat, ready to be shown. */
export interface RecordedNotat {
  readonly round: Round;
  readonly record: NotatRecord;
  readonly notat: NotatModel;
  /** The differences from the notat that the secretariat was given before it; empty for the first. */
  readonly changes: readonly NotatChange[];
  /** A newer one, which the secretariat was given as complete or final; undefined where this is the newest. */
  readonly newer: NotatKind | undefined;
}

/** Finds a notat that was compiled earlier, to show it with a new link. Only its own tenant's secretariat gets it. */
export async function showNotatAgain(
  { rounds }: { readonly rounds: RoundStore },
  request: { readonly tenantId: string; readonly roundId: RoundId; readonly notatId: NotatId },
): Promise<RecordedNotat | undefined> {
  const recorded = await readRecorded(rounds, request.roundId, request.notatId);
  if (recorded === undefined) return undefined;
  return recorded.round.secretariat.tenantId === request.tenantId ? recorded : undefined;
}

/**
 * The newest notat of a round, to show it with a new link: the newest final one, or where there is none, the newest of
 * all. Only its own tenant's secretariat gets it.
 */
export async function newestNotat(
  { rounds }: { readonly rounds: RoundStore },
  { roundId, tenantId }: { readonly roundId: RoundId; readonly tenantId: string },
): Promise<RecordedNotat | undefined> {
  const all = await rounds.readNotats(roundId);
  const finals = all.filter(({ status }) => status === 'final');
  const [newest] = (finals.length > 0 ? finals : all).toSorted(
    (one, other) => other.compiledAt.getTime() - one.compiledAt.getTime(),
  );
  return newest && showNotatAgain({ rounds }, { tenantId, roundId, notatId: newest.id });
}

/** Reads a recorded notat and its differences from the one before. */
export async function readRecorded(
  rounds: RoundStore,
  roundId: RoundId,
  notatId: NotatId,
): Promise<RecordedNotat | undefined> {
  const found = await findRecorded(rounds, { roundId, notatId });
  if (found === undefined) return undefined;
  const { overview, record } = found;
  return recordedIn(rounds, overview, record, await rounds.readNotats(roundId));
}

/** A recorded notat, beside the others of its round. */
export async function recordedIn(
  rounds: RoundStore,
  overview: RoundOverview,
  record: NotatRecord,
  others: readonly NotatRecord[],
): Promise<RecordedNotat> {
  const notat = await compileRecorded(rounds, overview, record, finalBefore(record, others));
  const earlier = comparedWith(record, others);
  const changes = earlier === undefined ? [] : changesBetween(earlier, record);
  return { round: overview.round, record, notat, changes, newer: newerThan(record, others) };
}

/**
 * Finds a recorded notat and its round in the present state.
 *
 * @returns undefined when it does not exist, or belongs to another tenant than `tenantId`
 */
export async function findRecorded(
  rounds: RoundStore,
  { roundId, notatId, tenantId }: { readonly roundId: RoundId; readonly notatId: NotatId; readonly tenantId?: string },
): Promise<{ readonly overview: RoundOverview; readonly record: NotatRecord } | undefined> {
  const [overview, record] = await Promise.all([rounds.readOverview(roundId), rounds.readNotat(roundId, notatId)]);
  if (overview === undefined || record === undefined) return undefined;
  const isTheirs = tenantId === undefined || overview.round.secretariat.tenantId === tenantId;
  return isTheirs ? { overview, record } : undefined;
}
