import { toBlocks } from '../domain/blocks.js';
import type { LocalDate } from '../domain/deadline.js';
import type { RegisteredDepartment } from '../domain/department.js';
import type { RoundId } from '../domain/ids.js';
import type { Round } from '../domain/round.js';
import { ROUND_FORM_MAX, type RoundFormProblem, type RoundFormValues } from '../domain/round-form.js';
import type { Messages } from '../text/messages.js';
import { VERBS } from './card-actions.js';
import { CARD_MAX_BYTES, cardBytes } from './card-size.js';
import { nameParagraphs } from './name-paragraphs.js';
import { type CardParagraph, cardParagraphs, MANY_PARAGRAPHS } from './paragraphs.js';
import type { Card, CardRenderer } from './render.js';

export interface RoundForm {
  /** The planned round that is being changed, if it is not a new one. */
  readonly roundId: RoundId | undefined;
  readonly values: RoundFormValues;
  readonly problems: readonly RoundFormProblem[];
  readonly departments: readonly RegisteredDepartment[];
  readonly today: LocalDate;
}

/** The form as it is first shown: every department chosen, the usual question asked. */
export function newRoundForm(
  messages: Messages,
  departments: readonly RegisteredDepartment[],
  today: LocalDate,
): RoundForm {
  return {
    roundId: undefined,
    values: {
      title: '',
      report: '',
      reportLink: '',
      question: messages.roundForm.defaultQuestion,
      introduction: '',
      deadline: '',
      departments: departments.map(({ department }) => department.id),
    },
    problems: [],
    departments,
    today,
  };
}

export function roundFormCard(render: CardRenderer, messages: Messages, form: RoundForm): Card {
  const { roundForm } = messages;
  const { values } = form;
  const atLeast = (field: keyof typeof ROUND_FORM_MAX) => Math.max(ROUND_FORM_MAX[field], values[field].length);
  return render('round-form', {
    lang: messages.lang,
    fallbackText: roundForm.heading,
    labels: {
      heading: roundForm.heading,
      intro: roundForm.intro,
      title: roundForm.title,
      titlePlaceholder: roundForm.titlePlaceholder,
      report: roundForm.report,
      reportPlaceholder: roundForm.reportPlaceholder,
      reportLink: roundForm.reportLink,
      question: roundForm.question,
      introduction: roundForm.introduction,
      introductionPlaceholder: roundForm.introductionPlaceholder,
      deadline: roundForm.deadline,
      departments: roundForm.departments,
      preview: roundForm.preview,
    },
    hasProblems: form.problems.length > 0,
    problems: form.problems.map((problem) => ({ text: roundForm.problem(problem) })),
    values: { ...values, departments: values.departments.join(',') },
    // A client may cut a value that is longer than its field allows, and what was typed must not be lost.
    max: {
      title: atLeast('title'),
      report: atLeast('report'),
      reportLink: atLeast('reportLink'),
      question: atLeast('question'),
      introduction: atLeast('introduction'),
    },
    today: form.today,
    departments: form.departments.map(({ department }) => ({ id: department.id, name: department.name })),
    previewData: { verb: VERBS.previewRound, ...(form.roundId === undefined ? {} : { roundId: form.roundId }) },
  });
}

/** What will go out, and to whom, once the round is started. */
export function roundPreviewCard(render: CardRenderer, messages: Messages, round: Round): Card {
  const { roundPreview, request } = messages;
  const { ask, introduction, invitations } = round.plan;
  const paragraphs = cardParagraphs(toBlocks(introduction), MANY_PARAGRAPHS);
  const withDepartments = (departments: readonly CardParagraph[]) =>
    render('round-preview', {
      lang: messages.lang,
      fallbackText: roundPreview.heading,
      labels: {
        heading: roundPreview.heading,
        nothingSent: roundPreview.nothingSent,
        recipients: roundPreview.recipients(invitations.length),
        card: roundPreview.card,
        report: request.report,
        question: request.question,
        deadline: request.deadline(ask.deadline),
        introduction: roundPreview.introduction,
        noIntroduction: roundPreview.noIntroduction,
        start: roundPreview.start,
        edit: roundPreview.edit,
        readReport: request.readReport,
      },
      departments,
      title: ask.title,
      report: ask.report,
      question: cardParagraphs(toBlocks(ask.question), MANY_PARAGRAPHS),
      hasLink: ask.reportLink !== undefined,
      reportLink: ask.reportLink ?? '',
      hasIntroduction: paragraphs.length > 0,
      hasNoIntroduction: paragraphs.length === 0,
      introduction: paragraphs,
      startData: { verb: VERBS.startRound, roundId: round.id },
      editData: { verb: VERBS.editRound, roundId: round.id },
    });
  const names = invitations.map(({ department }) => department.name);
  return withDepartments(nameParagraphs(names, (shown) => cardBytes(withDepartments(shown)) <= CARD_MAX_BYTES));
}

export function roundStartedCard(render: CardRenderer, messages: Messages, { plan }: Round): Card {
  const { roundStarted } = messages;
  return render('round-started', {
    lang: messages.lang,
    fallbackText: roundStarted.heading,
    labels: { heading: roundStarted.heading, next: roundStarted.next },
    title: plan.ask.title,
    text: roundStarted.text(plan.invitations.length, plan.ask.deadline),
  });
}
