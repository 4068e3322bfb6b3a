import { type MoveDeadlineOutcome, moveDeadline } from '../../application/reply/move-deadline.js';
import { type MoveRoundDeadlineOutcome, moveRoundDeadline } from '../../application/round/move-round-deadline.js';
import { type MoveFields, moveFields } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { deadlineFormOf } from '../../cards/round/deadline-card.js';
import { moveWithRound } from '../../domain/round/moved-deadline.js';
import type { RoundOverview } from '../../domain/round/round.js';
import { type Answer, words } from '../answer.js';
import { cardOf } from '../department-press.js';
import type { Deps } from '../dependencies.js';
import { showDone, unknown } from '../follow-up/follow-up-answers.js';
import { type Shown, shownTo } from '../own-message.js';
import { nameOfPress } from '../press-name.js';
import { button } from '../row.js';
import { deadlineForm } from './deadline-form.js';
import { done } from './done.js';

type Outcome =
  | { readonly kind: 'of the round'; readonly came: MoveRoundDeadlineOutcome }
  | { readonly kind: 'of a department'; readonly came: MoveDeadlineOutcome };

/** *Flyt fristen*, for the whole round or for one department. */
export const moveDeadlineButton = button({
  name: VERBS.moveDeadline,
  where: ['secretariat'],
  right: 'run rounds',
  keepsText: true,
  parse: moveFields,
  async run(deps, { roundId, nonce, departmentId, values }, act): Promise<Outcome> {
    const { deadline, deadlineTime, reason } = values;
    const typed = [departmentId, deadline, deadlineTime, reason];
    const press = nameOfPress({ verb: VERBS.moveDeadline, nonce }, act, typed);
    if (departmentId === undefined) {
      const request = { roundId, address: act.address, by: act.by, press, values };
      return { kind: 'of the round', came: await moveRoundDeadline(deps, request) };
    }
    const about = cardOf({ roundId, departmentId, nonce }, act);
    return { kind: 'of a department', came: await moveDeadline(deps, { ...about, press, values }) };
  },
  present(deps, outcome, sent, act) {
    const shown = shownTo(act, sent);
    return outcome.kind === 'of the round'
      ? ofRound(deps, outcome.came, sent, shown)
      : ofDepartment(deps, outcome.came, sent, shown);
  },
});

function ofRound(deps: Deps, came: MoveRoundDeadlineOutcome, { values }: MoveFields, shown: Shown): Answer {
  switch (came.kind) {
    case 'moved':
      return moved(deps, came.overview, shown);
    case 'refused': {
      const { round, departments } = came.overview;
      const { title, deadline: present } = round.plan.ask;
      const about = { roundId: round.id, title, present, departments, chosen: undefined };
      return deadlineForm(deps, { ...about, values, problems: came.problems }, shown);
    }
    case 'not open':
      return words(deps.messages.deadline.notOpen(came.round.state));
    case 'unknown round':
      return unknown(deps);
  }
}

function moved(deps: Deps, { round, departments }: RoundOverview, shown: Shown): Answer {
  const { deadline } = round.plan.ask;
  const from = round.deadlineMoves.at(-1)?.from ?? deadline;
  const open = departments.filter(({ isLocked }) => !isLocked);
  const following = open.filter((each) => (moveWithRound(round, each)?.to ?? each.ask.deadline) === deadline);
  const keeping = open.length - following.length;
  return done(deps, deps.messages.deadline.moved(from, deadline, following.length, keeping), round.id, shown);
}

function ofDepartment(deps: Deps, came: MoveDeadlineOutcome, { values }: MoveFields, shown: Shown): Answer {
  const { deadline: said, followUp } = deps.messages;
  switch (came.kind) {
    case 'moved':
    case 'unchanged': {
      const { department } = came;
      const { from = department.ask.deadline, to = department.ask.deadline } = department.deadlineMoves.at(-1) ?? {};
      return showDone(deps, department, shown, said.movedForOne(from, to));
    }
    case 'refused':
      return deadlineForm(deps, { ...deadlineFormOf(came.department), values, problems: came.problems }, shown);
    case 'locked':
      return words(followUp.locked(came.department.withdrawn));
    case 'unknown':
      return unknown(deps);
  }
}
