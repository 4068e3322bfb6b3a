import type { Clock, Member, Members } from '../../application/ports.js';
import { ROSTER_FACT_MAX_AGE_MS, ROSTER_FACTS_MAX } from '../../domain/limits.js';

/** Members who are remembered for a while after the service has been asked about them. */
export interface RememberedMembers extends Members {
  /** Forgets everybody, because the members of some team have changed. */
  forget(): void;
}

/** A question to the service; it stays in the memory while it is open, and then if it found somebody. */
interface Question {
  readonly askedAt: number;
  readonly found: Promise<Member | undefined>;
}

/**
 * Remembers each person who was found, for at most `ROSTER_FACT_MAX_AGE_MS`. Questions about the same person at the same
 * time become one request. That somebody was not found, or that the service did not answer, is not remembered: the
 * person may have been added a moment ago.
 *
 * Every process remembers for itself, and Teams tells only one of them that a team has changed. So in the others,
 * someone who has left a team may count as its member for as long as a person is remembered.
 */
export function rememberMembers(members: Members, clock: Clock): RememberedMembers {
  const questions = new Map<string, Question>();

  function ask(name: string, question: Question): Promise<Member | undefined> {
    // A question that is asked again becomes the newest.
    questions.delete(name);
    questions.set(name, question);
    const [oldest] = questions.keys();
    if (questions.size > ROSTER_FACTS_MAX && oldest !== undefined) questions.delete(oldest);
    const drop = () => {
      // After `forget`, a newer question may have taken the place.
      if (questions.get(name) === question) questions.delete(name);
    };
    void question.found.then((member) => member ?? drop(), drop);
    return question.found;
  }

  return {
    find(address, memberId) {
      const name = JSON.stringify([address.tenantId, address.channelId, memberId]);
      const now = clock.now().getTime();
      const known = questions.get(name);
      if (known !== undefined && isFresh(known, now)) return known.found;
      return ask(name, { askedAt: now, found: members.find(address, memberId) });
    },
    forget: () => questions.clear(),
  };
}

/** Nobody knows how old an answer is that was asked for later than now, because then the clock was set back. */
function isFresh({ askedAt }: Question, now: number): boolean {
  return askedAt <= now && now - askedAt < ROSTER_FACT_MAX_AGE_MS;
}
