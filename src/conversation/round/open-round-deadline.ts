import { openDesk } from '../../application/round/open-desk.js';
import { aboutRound } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { words } from '../answer.js';
import { shownTo } from '../own-message.js';
import { button } from '../row.js';
import { deadlineForm } from './deadline-form.js';

/** *Flyt fristen* on the overview opens the form for moving the deadline of the round, or of one department. */
export const openRoundDeadlineButton = button({
  name: VERBS.openRoundDeadline,
  where: ['secretariat'],
  right: 'run rounds',
  parse: aboutRound,
  run: (deps, { roundId }, { address }) => openDesk(deps, { roundId, address }),
  present(deps, outcome, about, press) {
    const { deadline: said, notices } = deps.messages;
    if (outcome.kind === 'unknown round') return words(notices.unknownRound());
    const { round, departments } = outcome.overview;
    if (round.state !== 'open') return words(said.notOpen(round.state));
    const { title, deadline: present } = round.plan.ask;
    const values = { deadline: '', deadlineTime: '', reason: '' };
    const form = { roundId: round.id, title, present, departments, chosen: undefined, values, problems: [] };
    return deadlineForm(deps, form, shownTo(press, about));
  },
});
