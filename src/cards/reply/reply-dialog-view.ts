import type { Person } from '../../domain/person.js';
import type { OwnDraft } from '../../domain/reply/own-draft.js';
import type { ReplyContent, ReplyProblem } from '../../domain/reply/reply.js';
import { isDraftUnseen, type Seen, seenNow, unseenAnswer } from '../../domain/reply/seen.js';
import { replyThatCounts } from '../../domain/reply/standing.js';
import { isStoredText } from '../../domain/reply/stored-text.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import { cprCertainty, type FieldText, requestView } from './request-view.js';

/** Why the dialog is drawn, and the text that was sent. */
export type DialogReason = { readonly typed: string } & (
  | { readonly kind: 'opened' | 'kept' | 'own overtaken' | 'overtaken'; readonly own: OwnDraft | undefined }
  | { readonly kind: 'refused'; readonly problem: ReplyProblem; readonly cprReason?: string }
  /** `back`: from the form for a question. `asked`: the question has been sent. */
  | { readonly kind: 'preview' | 'back' | 'asked' }
);

/** What the person has in front of them: on the card, or in the dialog before this one. */
export interface SeenInDialog {
  readonly seen: Seen;
  /** When the draft of one's own that the dialog shows was kept, in milliseconds since 1970; 0 for none. */
  readonly ownSeen: number;
}

/** What the dialog shows besides the question, without a language. */
export interface ReplyDialogView extends SeenInDialog {
  readonly problem: ReplyProblem | undefined;
  /** What the press has done, where the dialog stays open. */
  readonly done: 'kept' | 'asked' | undefined;
  readonly isCorrecting: boolean;
  /** Another text than the one in the field. It stands in full above the field. */
  readonly other: OtherText | undefined;
  readonly field: DialogField;
  /** The text in the field for the reason why a CPR number must stay; undefined where there is no such field. */
  readonly cprReason: string | undefined;
  /** Whether the text can be sent as it is, with a CPR number in it. */
  readonly isCprFound: boolean;
}

export type OtherText = { readonly at: Date; readonly content: ReplyContent } & (
  | {
      readonly says: 'overtaken' | 'proposalOvertaken' | 'answeredSince' | 'proposedSince';
      readonly author: Person;
    }
  | { readonly says: 'otherOwn' | 'ownOvertaken' }
);

/** The text in the field, and where it comes from; `origin` is undefined for what the person has just sent. */
export interface DialogField {
  readonly text: string;
  readonly origin: FieldText['origin'] | { readonly is: 'own'; readonly at: Date } | { readonly is: 'card' };
}

/** @param before what the person had in front of them when they pressed */
export function replyDialogView(
  reason: DialogReason,
  department: RoundDepartment,
  before: SeenInDialog,
): ReplyDialogView {
  const begun = reason.kind === 'opened' ? opened(reason, department, before) : pressed(reason, before);
  const { field, ownSeen, seen, own } = begun;
  const by = unseenAnswer(department, seen);
  const other = by === undefined ? own && ownText(own, reason) : answerOf(department, by, reason);
  const problem = reason.kind === 'refused' ? reason.problem : undefined;
  const certainty = problem && cprCertainty(problem);
  const now = seenNow(department);
  return {
    problem,
    done: reason.kind === 'kept' || reason.kind === 'asked' ? reason.kind : undefined,
    isCorrecting: by === undefined && replyThatCounts(department) !== undefined,
    other,
    field,
    cprReason: certainty === 'certain' ? ((reason.kind === 'refused' ? reason.cprReason : undefined) ?? '') : undefined,
    isCprFound: certainty !== undefined,
    // The other text stands above the field, so it counts as seen. A draft of the department that is not in the field
    // does not: it would be deleted when the text is sent.
    seen: { ...now, draft: isDraftUnseen(department, seen) ? 0 : now.draft },
    ownSeen: other === undefined || 'author' in other ? ownSeen : other.at.getTime(),
  };
}

interface Begun extends SeenInDialog {
  readonly field: DialogField;
  /** A draft of the person's own beside the text in the field. */
  readonly own: OwnDraft | undefined;
}

/** What came along from the card's field goes before what is stored, unless it is stored itself. */
function opened(
  { typed, own }: Extract<DialogReason, { own: OwnDraft | undefined }>,
  department: RoundDepartment,
  { seen }: SeenInDialog,
): Begun {
  if (own?.text !== typed && !isStoredText(department, typed)) {
    return { field: { text: typed, origin: { is: 'card' } }, seen, own, ownSeen: 0 };
  }
  if (own !== undefined) {
    const field = { text: own.text, origin: { is: 'own', at: own.at } } as const;
    return { field, seen: seenAt(own.at, department), own: undefined, ownSeen: own.at.getTime() };
  }
  const { field, seen: shown } = requestView({ kind: 'correcting' }, department);
  return { field, seen: seenNow(shown), own: undefined, ownSeen: 0 };
}

function pressed(reason: Exclude<DialogReason, { kind: 'opened' }>, { seen, ownSeen }: SeenInDialog): Begun {
  const { typed } = reason;
  const own = 'own' in reason ? reason.own : undefined;
  if (own === undefined || reason.kind === 'own overtaken') {
    return { field: { text: typed, origin: undefined }, seen, own, ownSeen };
  }
  const field = { text: typed, origin: { is: 'own', at: own.at } } as const;
  return { field, seen, own: undefined, ownSeen: own.at.getTime() };
}

function ownText(own: OwnDraft, { kind }: DialogReason): OtherText {
  const says = kind === 'opened' ? 'otherOwn' : 'ownOvertaken';
  return { says, at: own.at, content: { kind: 'text', text: own.text } };
}

/** The answer that somebody has given since the person's text was begun. */
function answerOf(
  { reply, proposal }: RoundDepartment,
  by: 'reply' | 'proposal',
  { kind }: DialogReason,
): OtherText | undefined {
  const answer = by === 'reply' ? reply : proposal;
  if (answer === undefined) return undefined;
  const { author, at, content } = answer;
  const isRefused = kind === 'overtaken';
  const says =
    by === 'reply' ? (isRefused ? 'overtaken' : 'answeredSince') : isRefused ? 'proposalOvertaken' : 'proposedSince';
  return { says, author, at, content };
}

/** What a person had seen who kept a text at that time. No draft of the department is in the field. */
function seenAt(at: Date, department: RoundDepartment): Seen {
  const now = seenNow(department);
  const { reply, proposal } = department;
  const before = (answer: { readonly at: Date } | undefined) => answer !== undefined && answer.at <= at;
  return {
    reply: reply === undefined || before(reply) ? now.reply : 0,
    draft: 0,
    proposal: before(proposal) ? now.proposal : 0,
  };
}
