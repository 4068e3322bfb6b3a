/** A channel of a team that has the bot, as Teams told of it last. */
export interface KnownChannel {
  /** `19:…@thread.tacv2` */
  readonly id: string;
  /**
   * Cleaned, and at most `CHANNEL_NAME_MAX` characters. undefined for the first channel of a team, which clients name in
   * the reader's language, and where Teams does not tell the name.
   */
  readonly name: string | undefined;
  /** Private and shared channels have members of their own. `standard` where Teams does not tell the kind. */
  readonly kind: 'standard' | 'private' | 'shared';
  /** Whether it has been deleted. A deleted channel can be restored for some weeks, so it is remembered. */
  readonly isDeleted: boolean;
}

/** Why the bot cannot write in any channel of a team. */
export type TeamState = 'present' | 'bot removed' | 'archived' | 'deleted';

/** A team that has the bot, or has had it. */
export interface KnownTeam {
  readonly tenantId: string;
  /** The id of the team, which is also the id of its first channel: `19:…@thread.tacv2`. */
  readonly teamId: string;
  readonly serviceUrl: string;
  /** Cleaned, and at most `CHANNEL_NAME_MAX` characters; undefined where Teams has not told it. */
  readonly name: string | undefined;
  /** The Entra object id of the team's group, which links to its channels need; undefined where Teams has not told it. */
  readonly groupId: string | undefined;
  readonly state: TeamState;
  /** Since when the team is in this state, as far as the bot knows. */
  readonly since: Date;
  /** At most `TEAM_CHANNELS_MAX`, in the order in which Teams tells them. */
  readonly channels: readonly KnownChannel[];
}

/** Whether the same is known of a team. Since when it is in its state does not count. */
export function isSameTeam(one: KnownTeam, other: KnownTeam): boolean {
  return (
    one.serviceUrl === other.serviceUrl &&
    one.name === other.name &&
    one.groupId === other.groupId &&
    one.state === other.state &&
    one.channels.length === other.channels.length &&
    one.channels.every((channel, index) => isSameKnown(channel, other.channels[index]))
  );
}

function isSameKnown(one: KnownChannel, other: KnownChannel | undefined): boolean {
  return (
    one.id === other?.id && one.name === other.name && one.kind === other.kind && one.isDeleted === other.isDeleted
  );
}

/** A team of which nothing is known but that it has the bot. */
export function newTeam(
  { tenantId, teamId, serviceUrl }: Pick<KnownTeam, 'tenantId' | 'teamId' | 'serviceUrl'>,
  now: Date,
): KnownTeam {
  return {
    tenantId,
    teamId,
    serviceUrl,
    name: undefined,
    groupId: undefined,
    state: 'present',
    since: now,
    channels: [],
  };
}
