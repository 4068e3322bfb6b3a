import type { ChangeForm, NotToChange, OpenChangeOutcome } from '../../application/round/change-round.js';
import { changeFormCard, type ShownChange } from '../../cards/round/change-card.js';
import { type Answer, cardWithText, words } from '../answer.js';
import type { Deps } from '../dependencies.js';
import { placed, type Shown } from '../own-message.js';

/** The form for changing a round, filled in with what stands. */
export function openedChangeForm(deps: Deps, outcome: OpenChangeOutcome, shown: Shown): Answer {
  return outcome.kind === 'form'
    ? changeFormAgain(deps, outcome, { problems: [], since: [] }, '', shown)
    : notToChange(deps, outcome);
}

/** The form with what the person has sent, which was not stored. */
export function changeFormAgain(
  deps: Deps,
  form: ChangeForm,
  why: Pick<ShownChange, 'problems' | 'since'>,
  said: string,
  shown: Shown,
): Answer {
  const { render, messages, ids } = deps;
  return placed(deps, shown, true, (spot) =>
    cardWithText(
      messages,
      changeFormCard(render, messages, { ...form, ...why, spot }, ids.next()),
      said,
      textsIn(form),
    ),
  );
}

/** What the person has typed, apart from what stands already. */
function textsIn({ values, round: { plan } }: ChangeForm): readonly string[] {
  const { title, report, reportLink, question, introduction, reason, caseNumber, to, from, regarding, kle } = values;
  const { ask, header } = plan;
  const standing = new Set([ask.title, ask.report, ask.reportLink, ask.question, plan.introduction]);
  const fields = new Set<string>(Object.values(header));
  return [
    ...[title, report, reportLink, question, introduction, reason].filter((text) => !standing.has(text)),
    ...[caseNumber, to, from, regarding, kle].filter((text) => !fields.has(text)),
  ];
}

export function notToChange({ messages }: Deps, outcome: NotToChange): Answer {
  return words(
    outcome.kind === 'unknown round' ? messages.notices.unknownRound() : messages.change.notOpen(outcome.round),
  );
}
