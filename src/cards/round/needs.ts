import type { Desk, Need } from '../../domain/round/desk.js';
import type { RoundDepartment, RoundOverview } from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';
import { capitalised } from '../../text/number-words.js';
import { pressData, VERBS } from '../buttons.js';
import { cardButton } from '../card-buttons.js';
import { nameParagraphs } from '../name-paragraphs.js';
import { ON_OVERVIEW, spotData } from '../spot.js';
import type { StatusLine } from './status-lines.js';
import { troubleLines } from './status-lines.js';

/** How many things may have a button of their own. Our choice: with more, the card is longer than a list to choose from. */
const BUTTONS_MAX = 5;

/** Something that waits for the secretariat, with its button where it has one. */
export interface NeedLine extends StatusLine {
  /** At most one set of buttons. */
  readonly buttons: readonly { readonly actions: readonly object[] }[];
}

/** What the overview shows first: what needs the secretariat, apart from what cannot be read, which has no buttons. */
export interface NeedLines {
  /** What waits for a decision, or for somebody to act. */
  readonly decisions: readonly NeedLine[];
  /** What has not arrived, or may not have. */
  readonly troubles: readonly NeedLine[];
  /** Whether some of it has no button of its own. */
  readonly isChosenBelow: boolean;
}

/** @param names how many names of departments are shown */
export function needLines(
  messages: Messages,
  overview: RoundOverview,
  { needs }: Desk,
  nonce: string,
  names = Number.POSITIVE_INFINITY,
): NeedLines {
  const waiting = needs.filter(isDecision);
  const hasButtons = needs.length <= BUTTONS_MAX;
  const opens = (department: RoundDepartment, title: string) =>
    hasButtons ? [openButton(department, title, nonce)] : [];
  const { decide, open } = messages.desk;
  const each = waiting.map((need) =>
    withButton(
      { name: need.department.department.name, details: [{ text: capitalised(phraseOf(messages, need)) }] },
      opens(need.department, need.kind === 'decline' || need.kind === 'time request' ? decide : open),
    ),
  );
  const decisions = hasButtons ? each : grouped(each, names);
  const troubled = overview.departments.filter(({ trouble }) => trouble !== undefined);
  const troubles = troubleLines(messages, overview).map((line) => {
    const [only] = troubled.filter(({ department }) => department.name === line.name);
    return withButton(line, only === undefined ? [] : opens(only, open));
  });
  return {
    decisions,
    troubles,
    isChosenBelow: decisions.some(({ buttons }) => buttons.length === 0),
  };
}

type Decision = Exclude<Need, { kind: 'unreadable' }>;

function isDecision(need: Need): need is Decision {
  return need.kind !== 'unreadable' && need.kind !== 'undelivered' && need.kind !== 'uncertain';
}

function phraseOf({ digest, desk }: Messages, need: Decision): string {
  switch (need.kind) {
    case 'decline':
      return digest.declined;
    case 'time request': {
      const until = need.department.timeRequest?.until;
      return until === undefined ? digest.asksForTime : desk.asksForTime(until);
    }
    case 'question':
      return digest.asksQuestion;
    case 'approval':
      return desk.approvalWaits(need.department.proposal?.author.name ?? '', need.workingDays);
    default:
      return '';
  }
}

/** A line for each thing that is asked, with the names of those who ask it. */
function grouped(lines: readonly NeedLine[], names: number): readonly NeedLine[] {
  const groups = new Map<string, readonly string[]>();
  for (const { name, details } of lines) {
    const what = details.map(({ text }) => text).join(' ');
    groups.set(what, [...(groups.get(what) ?? []), name]);
  }
  let left = names;
  return [...groups].map(([what, of]) => {
    const shown = Math.min(left, of.length);
    left -= shown;
    const text = nameParagraphs(of, shown)
      .map((each) => each.text)
      .join(' · ');
    return withButton({ name: text, details: [{ text: what }] }, []);
  });
}

function withButton(line: StatusLine, actions: readonly object[]): NeedLine {
  return { ...line, buttons: actions.length > 0 ? [{ actions }] : [] };
}

/** Opens the card about one department. What is chosen in the list is not sent with it. */
function openButton(department: RoundDepartment, title: string, nonce: string): object {
  const data = {
    ...pressData(VERBS.showDepartment, { ...department, draft: undefined }, nonce),
    ...spotData(ON_OVERVIEW),
  };
  return cardButton({ title, verb: VERBS.showDepartment, data, associatedInputs: 'none' });
}
