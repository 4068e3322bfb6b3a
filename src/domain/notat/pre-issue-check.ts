import type { DepartmentId } from '../ids.js';
import { wordsOf } from '../reply/reply.js';
import { replyThatCounts } from '../reply/standing.js';
import type { RoundDepartment, RoundOverview } from '../round/round.js';
import { findingsIn, type TextFinding } from '../text/text-findings.js';
import { HEADER_FIELD_NAMES, holdsWords } from './notat-header.js';

/** A place in the notat's words that a person should look at before the notat is final. */
export interface Finding extends TextFinding {
  /** The department whose reply it is in; undefined for the notat's own title, introduction and header. */
  readonly departmentId: DepartmentId | undefined;
  /** The version of that reply; 0 for the notat's own words. */
  readonly version: number;
  /** Its number among the findings of the same kind in those words; 1 for the first. */
  readonly ordinal: number;
}

/** What the secretariat must look at before a round gets its final notat. */
export interface BeforeClosing {
  readonly overview: RoundOverview;
  /** Those who have not answered as they should. They are listed before anything else. */
  readonly missing: readonly RoundDepartment[];
  /** The findings that the secretariat has not yet let stand. */
  readonly findings: readonly Finding[];
}

/** The fewest words of a reply that may be a sentence. Our choice. */
const SENTENCE_WORDS = 3;

/**
 * Finds everything in a round's notat that a person should look at: first in its own words (title, introduction,
 * header), then in the replies in the notat's order. Each text is checked only when the caller asks for the next
 * result, so that other requests can be served in between: the worst reply takes some 30 ms, and a round may have a
 * thousand.
 */
export function* checkBeforeIssue({ round, departments }: RoundOverview): Generator<readonly Finding[]> {
  const { ask, introduction, header } = round.plan;
  const own = HEADER_FIELD_NAMES.filter(holdsWords).map((field) => header[field]);
  const words = [ask.title, introduction, ...own];
  yield numbered(words.flatMap(findingsIn)).map((found) => ({ ...OWN, ...found }));
  for (const present of departments) yield findingsInReply(present);
}

function findingsInReply(present: RoundDepartment): readonly Finding[] {
  const reply = replyThatCounts(present);
  if (reply === undefined) return [];
  const text = wordsOf(reply.content);
  const isTooShort = reply.content.kind === 'text' && isShort(text);
  const short: readonly TextFinding[] = isTooShort ? [{ kind: 'short reply', excerpt: text }] : [];
  const where = { departmentId: present.department.id, version: reply.number };
  return numbered([...short, ...findingsIn(text)]).map((found) => ({ ...where, ...found }));
}

/**
 * A key for a finding that does not reveal what was found. It is the same whenever the same words are checked, because
 * the words of a version never change.
 */
export function findingKey({ departmentId, version, kind, ordinal }: Finding): string {
  return [departmentId ?? '', version, kind.replaceAll(' ', '-'), ordinal].join(' ').trim();
}

/** Numbers the findings of each kind, in their order. */
function numbered(found: readonly TextFinding[]): readonly (TextFinding & Pick<Finding, 'ordinal'>)[] {
  const counts = new Map<TextFinding['kind'], number>();
  return found.map((each) => {
    const ordinal = (counts.get(each.kind) ?? 0) + 1;
    counts.set(each.kind, ordinal);
    return { ...each, ordinal };
  });
}

const OWN = { departmentId: undefined, version: 0 } as const;

function isShort(text: string): boolean {
  return text.split(/\s+/u).filter((word) => /\p{L}/u.test(word)).length < SENTENCE_WORDS;
}
