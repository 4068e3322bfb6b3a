import { replyThatCounts } from '../../domain/reply/standing.js';
import type { PreviousReply, Round } from '../../domain/round/round.js';
import type { TriedChannels } from '../../domain/round/tried-channels.js';
import type { RecentTeams } from '../channel/recent-teams.js';
import type { KnownTeams, RoundStore } from '../ports.js';
import { unlessUnreadable } from '../unless-unreadable.js';
import { tryChannels } from './try-channels.js';

interface Dependencies {
  readonly rounds: Pick<RoundStore, 'readRound' | 'readDepartment'>;
  readonly knownTeams: Pick<KnownTeams, 'list'>;
  readonly recentTeams: RecentTeams;
}

/** The earlier round that is last year's, as the preview shows it. */
export interface PreviousShown {
  readonly title: string;
  /** The reply that the plan's first department gave then; undefined where it gave none. */
  readonly reply: PreviousReply | undefined;
}

/** What the preview of a planned round shows besides its plan. */
export interface PreviewFacts {
  readonly tried: TriedChannels;
  /** undefined where the departments see no earlier replies. */
  readonly previous: PreviousShown | undefined;
}

/** Tries the channels of a planned round (`tryChannels`), and looks its earlier round up. */
export async function previewFacts(deps: Dependencies, round: Round): Promise<PreviewFacts> {
  const [tried, previous] = await Promise.all([tryChannels(deps, round), previousShown(deps.rounds, round)]);
  return { tried, previous };
}

/** An earlier round that cannot be read is shown to nobody. */
export async function previousShown(
  rounds: Dependencies['rounds'],
  { plan: { previousRound, invitations } }: Round,
): Promise<PreviousShown | undefined> {
  if (previousRound === undefined) return undefined;
  const [first] = invitations;
  const [round, department] = await Promise.all([
    unlessUnreadable(rounds.readRound(previousRound)),
    first && unlessUnreadable(rounds.readDepartment(previousRound, first.department.id)),
  ]);
  if (round === undefined) return undefined;
  const { title } = round.value.plan.ask;
  const reply = department && replyThatCounts(department.value);
  return { title, reply: reply && { title, content: reply.content } };
}
