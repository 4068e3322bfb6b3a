import type { ChangeForm, NotToChange, OpenChangeOutcome } from '../../application/round/change-round.js';
import { changeFormCard, type ShownChange } from '../../cards/round/change-card.js';
import { type Answer, card, cardWithText, words } from '../answer.js';
import type { Deps } from '../dependencies.js';

/** The form for changing a round, filled in with what stands. */
export function openedChangeForm(deps: Deps, outcome: OpenChangeOutcome): Answer {
  return outcome.kind === 'form'
    ? card(formCard(deps, outcome, { problems: [], since: [] }))
    : notToChange(deps, outcome);
}

/** The form with what the person has sent, which was not stored. */
export function changeFormAgain(
  deps: Deps,
  form: ChangeForm,
  why: Pick<ShownChange, 'problems' | 'since'>,
  said: string,
): Answer {
  return cardWithText(deps.messages, formCard(deps, form, why), said, textsIn(form));
}

function formCard({ render, messages, ids }: Deps, form: ChangeForm, why: Pick<ShownChange, 'problems' | 'since'>) {
  return changeFormCard(render, messages, { ...form, ...why }, ids.next());
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
