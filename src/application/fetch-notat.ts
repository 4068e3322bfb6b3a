import { type ChannelAddress, isSameChannel } from '../domain/channel.js';
import type { NotatId, RoundId } from '../domain/ids.js';
import type { NotatModel, NotatRecord } from '../domain/notat.js';
import type { Round } from '../domain/round.js';
import type { Clock, DownloadLinks, NotatWriter, RoundStore } from './ports.js';
import { compileRecorded } from './recorded-notat.js';

/** Word, and Markdown for whoever would rather read or compare plain text. */
export type NotatFormat = 'docx' | 'md';

export type DownloadNotatOutcome =
  | { readonly kind: 'document'; readonly title: string; readonly file: Uint8Array }
  | { readonly kind: 'expired' }
  /** Not a link that this bot has made, or of a notat that is no more. */
  | { readonly kind: 'invalid' };

/** The document behind a download link, in the form that is asked for. */
export async function downloadNotat(
  deps: {
    readonly rounds: RoundStore;
    readonly links: DownloadLinks;
    readonly writers: Readonly<Record<NotatFormat, NotatWriter>>;
    readonly clock: Clock;
  },
  token: string,
  format: NotatFormat,
): Promise<DownloadNotatOutcome> {
  const link = deps.links.open(token, deps.clock.now());
  if (link.kind !== 'valid') return link;
  const recorded = await readRecorded(deps.rounds, link.roundId, link.notatId);
  if (recorded === undefined) return { kind: 'invalid' };
  return { kind: 'document', title: recorded.notat.title, file: await deps.writers[format].write(recorded.notat) };
}

export interface RecordedNotat {
  readonly round: Round;
  readonly record: NotatRecord;
  readonly notat: NotatModel;
}

/** A notat compiled earlier, for showing it again with a new link; only to the secretariat that had it made. */
export async function showNotatAgain(
  { rounds }: { readonly rounds: RoundStore },
  request: { readonly address: ChannelAddress; readonly roundId: RoundId; readonly notatId: NotatId },
): Promise<RecordedNotat | undefined> {
  const recorded = await readRecorded(rounds, request.roundId, request.notatId);
  if (recorded === undefined) return undefined;
  return isSameChannel(recorded.round.secretariat, request.address) ? recorded : undefined;
}

async function readRecorded(
  rounds: RoundStore,
  roundId: RoundId,
  notatId: NotatId,
): Promise<RecordedNotat | undefined> {
  const [overview, record] = await Promise.all([rounds.readOverview(roundId), rounds.readNotat(roundId, notatId)]);
  if (overview === undefined || record === undefined) return undefined;
  return { round: overview.round, record, notat: await compileRecorded(rounds, overview, record) };
}
