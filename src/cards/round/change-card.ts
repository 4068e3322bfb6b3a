import { CHOICES_MAX } from '../../domain/limits.js';
import { HEADER_FIELD_NAMES } from '../../domain/notat/notat-header.js';
import type { ChangeProblem, ChangeValues } from '../../domain/round/changed-round.js';
import type { ChangedPart, PlanChange } from '../../domain/round/plan-change.js';
import type { Invitation, Round, RoundPlan } from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';
import { VERBS } from '../buttons.js';
import { literalText } from '../literal-text.js';
import { cardThatFits } from '../order-of-loss.js';
import type { CardParagraph } from '../paragraphs.js';
import type { Card, CardRenderer } from '../render.js';
import { type Spot, spotData } from '../spot.js';
import { leaveButton } from './desk-actions.js';

/** The card offers all departments or none. In a shortened list, one that is left out would be withdrawn. */
const ORDER_OF_LOSS = [[{ part: 'choices', to: 0 }]] as const;

/** The content of the form for changing a round. */
export interface ShownChange {
  readonly round: Round;
  readonly values: ChangeValues;
  readonly choices: readonly Invitation[];
  readonly problems: readonly ChangeProblem[];
  /** What others have changed since the form was shown. */
  readonly since: readonly PlanChange[];
  readonly spot?: Spot | undefined;
}

/**
 * The form with which the secretariat changes a round that has been sent. What is wrong with a field stands above the
 * field, and beside the button stands that something is.
 */
export function changeFormCard(render: CardRenderer, messages: Messages, shown: ShownChange, nonce: string): Card {
  const { change: words, roundForm } = messages;
  const { round, values, choices, problems, since, spot } = shown;
  const errors = errorsOf(words, problems);
  const isOffered = choices.length <= CHOICES_MAX && values.departments !== undefined;
  return cardThatFits(ORDER_OF_LOSS, { choices: isOffered ? 1 : 0 }, ({ choices: offered }) => {
    const isListed = offered === 1;
    return render('change-form', {
      lang: messages.lang,
      fallbackText: words.heading,
      labels: {
        heading: words.heading,
        intro: words.intro,
        title: roundForm.title,
        report: roundForm.report,
        reportLink: roundForm.reportLink,
        question: roundForm.question,
        introduction: roundForm.introduction,
        introductionPlaceholder: roundForm.introductionPlaceholder,
        departments: words.departments,
        tooMany: words.tooMany(round.plan.invitations.length),
        reason: words.reason,
        reasonPlaceholder: words.reasonPlaceholder,
        inSetUpOrder: words.inSetUpOrder,
        header: words.header,
        showOrigins: roundForm.showOrigins,
        refused: since.length > 0 ? words.seeAbove : words.refused(new Set(problems.map(({ field }) => field)).size),
        save: words.save,
        withdraw: messages.withdrawal.open,
      },
      isOvertaken: since.length > 0,
      overtaken: since.length === 0 ? [] : overtakenLines(words, round.plan, since).map((text) => ({ text })),
      isRefused: problems.length > 0 || since.length > 0,
      errors,
      values: { ...values, departments: values.departments?.join(',') ?? '' },
      isListed,
      isUnlisted: !isListed,
      choices: isListed ? choices.map(({ department: { id, name } }) => ({ id, title: literalText(name) })) : [],
      headerFields: HEADER_FIELD_NAMES.map((id) => ({
        id,
        label: roundForm[id],
        value: values[id],
        errors: problemsOf(words, problems, id),
      })),
      isHeaderShown: HEADER_FIELD_NAMES.some((field) => values[field] !== '') || values.showOrigins === 'true',
      withdrawData: { verb: VERBS.prepareWithdrawal, roundId: round.id, isListed, nonce, ...spotData(spot) },
      leave: leaveButton(messages, round.id, nonce, spot, true),
      saveData: {
        verb: VERBS.changeRound,
        roundId: round.id,
        changeSeen: round.changes.at(-1)?.at.getTime() ?? 0,
        isListed,
        nonce,
        ...spotData(spot),
      },
    });
  }).card;
}

const WITH_ERRORS = ['title', 'report', 'reportLink', 'question', 'introduction', 'departments', 'reason'] as const;

/** What is wrong with each field, in words. */
function errorsOf(words: Messages['change'], problems: readonly ChangeProblem[]): object {
  return Object.fromEntries(WITH_ERRORS.map((field) => [field, problemsOf(words, problems, field)]));
}

function problemsOf(
  words: Messages['change'],
  problems: readonly ChangeProblem[],
  field: ChangeProblem['field'],
): readonly CardParagraph[] {
  return problems.filter((problem) => problem.field === field).map((problem) => ({ text: words.problem(problem) }));
}

/** Who has changed what, and what stands now in the parts that are texts. */
function overtakenLines(
  words: Messages['change'],
  { ask, introduction }: RoundPlan,
  since: readonly PlanChange[],
): readonly string[] {
  const now: Partial<Record<ChangedPart, string>> = {
    title: ask.title,
    report: ask.report,
    reportLink: ask.reportLink ?? '',
    question: ask.question,
    introduction,
  };
  const parts = [...new Set(since.flatMap((change) => change.parts))];
  return [
    words.overtaken(since),
    ...parts.flatMap((part) => (now[part] === undefined ? [] : [words.now(part, now[part])])),
  ];
}
