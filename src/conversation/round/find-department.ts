import { findDepartment } from '../../application/round/find-department.js';
import { departmentSearch } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { findDepartmentCard } from '../../cards/round/find-department-card.js';
import { whileFinding } from '../../cards/spot.js';
import { cardWithText, words } from '../answer.js';
import { show } from '../follow-up/follow-up-answers.js';
import { placed, shownTo } from '../own-message.js';
import { button } from '../row.js';

/**
 * *Find fagområde*: on the overview of a round with more departments than its list has room for, it opens a field for a part
 * of the name. There, it shows the only department that is called so, or those to choose among.
 */
export const findDepartmentButton = button({
  name: VERBS.findDepartment,
  where: ['secretariat'],
  right: 'run rounds',
  parse: departmentSearch,
  run: (deps, { roundId, search }, { address }) => findDepartment(deps, { roundId, address, search }),
  present(deps, outcome, { search, spot }, press) {
    const { render, messages, clock, ids } = deps;
    if (outcome.kind === 'unknown round') return words(messages.notices.unknownRound());
    const { overview, found, unreadable } = outcome;
    const shown = shownTo(press, { spot });
    const [only, ...others] = found;
    if (only !== undefined && others.length === 0 && unreadable.length === 0) {
      return show(deps, only, shownTo(press, { spot: whileFinding(spot) }));
    }
    return placed(deps, shown, true, (at) => {
      const drawn = findDepartmentCard(
        render,
        messages,
        { overview, search, found, unreadable, spot: at },
        clock.now(),
        ids.next(),
      );
      return cardWithText(messages, drawn, '', [search]);
    });
  },
});
