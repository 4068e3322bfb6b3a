import assert from 'node:assert/strict';
import { cardText } from '../../dev/local-teams/card-text.js';
import { departmentCard } from '../../src/cards/reply/department-card.js';
import type { RoundDepartment } from '../../src/domain/round/round.js';
import { da } from '../../src/text/messages.js';
import { aDecline, aProposal, aRoundDepartment, aVersion, START } from '../support/builders.js';
import { render } from './card-parts.js';

const LATER = new Date(START.getTime() + 60_000);
const changed = { at: LATER, parts: ['question', 'title'] } as const;

const shown = (changes: Partial<RoundDepartment>) =>
  cardText(departmentCard(render, da, aRoundDepartment(changes), 'kort-1'));

describe('what a department’s card says of a change in its round', () => {
  const { line, newQuestion } = da.changed;

  for (const [state, changes] of Object.entries({
    'is asked': {},
    'waits for approval': { proposal: aProposal() },
    'has declined': { decline: aDecline() },
  })) {
    it(`is the same line while it ${state}`, () => {
      assert.ok(shown({ ...changes, changed }).includes(line(changed)));
      assert.equal(shown({ ...changes, changed: undefined }).includes(line(changed)), false);
    });
  }

  it('has the new words of the question, where the card does not show them', () => {
    for (const changes of [{ proposal: aProposal() }, { decline: aDecline() }]) {
      const { question } = aRoundDepartment().ask;
      assert.ok(shown({ ...changes, changed }).includes(`${newQuestion}\n${question}`));
      const title = { at: LATER, parts: ['title'] } as const;
      assert.equal(shown({ ...changes, changed: title }).includes(newQuestion), false);
    }
  });

  it('is nothing where nobody can act on it: in a closed round, and after a newer answer', () => {
    const before = { at: new Date(START.getTime() - 60_000), parts: ['title'] } as const;
    assert.equal(shown({ decline: aDecline(), isLocked: true, changed }).includes(line(changed)), false);
    assert.equal(shown({ reply: aVersion(), proposal: aProposal(), changed: before }).includes(line(before)), false);
  });
});
