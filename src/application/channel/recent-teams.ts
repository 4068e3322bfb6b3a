import type { KnownTeam } from '../../domain/channel/known-team.js';
import {
  ASK_TEAMS_LIMIT_MS,
  RECENT_TEAMS_MAX,
  TEAM_TOLD_MAX_AGE_MS,
  TEAMS_ASKED_AT_ONCE,
} from '../../domain/limits.js';
import type { ToldOfTeam } from '../../domain/round/tried-channels.js';
import type { TeamDirectory, Time } from '../ports.js';

export type TeamToAsk = Pick<KnownTeam, 'tenantId' | 'teamId' | 'serviceUrl'>;

/** What Teams has told this process of teams lately. */
export interface RecentTeams {
  /**
   * Asks Teams about every team of which it has told nothing lately, each once. Never rejects.
   *
   * @returns by their ids, what Teams has told of the teams. After `ASK_TEAMS_LIMIT_MS` those are left out of which it has
   * told nothing yet; it is waited for in the background, so that the next call knows more
   */
  ask(teams: readonly TeamToAsk[]): Promise<ReadonlyMap<string, ToldOfTeam>>;
  /** What Teams has told of the teams lately, without asking. */
  remembered(teams: readonly TeamToAsk[]): ReadonlyMap<string, ToldOfTeam>;
  /** The next call asks about the team again. */
  forget(teamId: string): void;
}

/** A refusal with one of these says that the bot is not in the team now (`TeamDirectory.describe`). */
const REFUSALS: ReadonlySet<number> = new Set([403, 404]);

export function createRecentTeams(
  { teamDirectory }: { readonly teamDirectory: Pick<TeamDirectory, 'describe'> },
  time: Time,
): RecentTeams {
  const recent = new Map<string, { readonly told: ToldOfTeam; readonly atMs: number }>();
  const asking = new Map<string, Promise<void>>();
  const queue: (() => void)[] = [];
  let busy = 0;

  /** Does it when fewer than `TEAMS_ASKED_AT_ONCE` are being asked about. */
  async function inTurn(doing: () => Promise<void>): Promise<void> {
    if (busy >= TEAMS_ASKED_AT_ONCE) await new Promise<void>((resolve) => queue.push(resolve));
    else busy += 1;
    await doing();
    const next = queue.shift();
    if (next === undefined) busy -= 1;
    else next();
  }

  function begin(team: TeamToAsk): Promise<void> {
    const asked = inTurn(async () => {
      const told = await tellingOf(teamDirectory, team);
      if (told !== undefined) remember(team.teamId, told);
      asking.delete(team.teamId);
    });
    asking.set(team.teamId, asked);
    return asked;
  }

  function remember(teamId: string, told: ToldOfTeam): void {
    recent.delete(teamId);
    recent.set(teamId, { told, atMs: time.elapsed() });
    const [oldest] = recent.keys();
    if (recent.size > RECENT_TEAMS_MAX && oldest !== undefined) recent.delete(oldest);
  }

  function lately(teamId: string): ToldOfTeam | undefined {
    const found = recent.get(teamId);
    return found !== undefined && time.elapsed() - found.atMs <= TEAM_TOLD_MAX_AGE_MS ? found.told : undefined;
  }

  function remembered(teams: readonly TeamToAsk[]): ReadonlyMap<string, ToldOfTeam> {
    return new Map(
      teams.flatMap(({ teamId }) => {
        const told = lately(teamId);
        return told === undefined ? [] : [[teamId, told] as const];
      }),
    );
  }

  return {
    async ask(teams) {
      const each = new Map(teams.map((team) => [team.teamId, team]));
      const unknown = [...each.values()].filter(({ teamId }) => lately(teamId) === undefined);
      const answered = Promise.all(unknown.map((team) => asking.get(team.teamId) ?? begin(team)));
      const limit = new AbortController();
      await Promise.race([answered, time.wait(ASK_TEAMS_LIMIT_MS, limit.signal)]);
      limit.abort();
      return remembered(teams);
    },
    remembered,
    forget: (teamId) => void recent.delete(teamId),
  };
}

/** @returns undefined where Teams has told nothing: it did not answer, or refused for another reason */
async function tellingOf(
  teamDirectory: Pick<TeamDirectory, 'describe'>,
  team: TeamToAsk,
): Promise<ToldOfTeam | undefined> {
  const described = await teamDirectory.describe(team);
  if (described.kind === 'team') return described.team;
  const { failure } = described;
  return failure.kind === 'status' && REFUSALS.has(failure.status) ? 'bot removed' : undefined;
}
