import assert from 'node:assert/strict';
import { initialInputs } from '../../dev/local-teams/card-actions.js';
import type { Card } from '../../src/cards/render.js';
import { da } from '../../src/text/messages.js';
import { partsOfType, shownText } from './card-parts.js';
import { everySetupCard } from './every-setup-card.js';

const CARDS = new Map(everySetupCard(da));

function cardOf(name: string): Card {
  const card = CARDS.get(name);
  assert.ok(card, name);
  return card;
}

function choices(card: Card, field: string): readonly unknown[] {
  const input = partsOfType(card, 'Input.ChoiceSet').find(({ id }) => id === field);
  return Array.isArray(input?.['choices']) ? input['choices'] : [];
}

const chosen = (card: Card, field: string) => initialInputs(card)[field]?.split(',').length ?? 0;

describe('the card for setting up', () => {
  it('chooses all that it proposes, in 12 channels and in 98', () => {
    for (const [name, count] of [
      ['setup with twelve proposals', 12],
      ['setup with proposals in 98 teams', 98],
    ] as const) {
      assert.equal(choices(cardOf(name), 'bind').length, count);
      assert.equal(chosen(cardOf(name), 'bind'), count);
    }
  });

  it('says of channels that are no choices why they are none', () => {
    const said = shownText(cardOf('setup with twelve proposals'));
    for (const text of [da.settingUp.withoutProposal(1), da.settingUp.notOpen(1)]) assert.ok(said.includes(text), text);
  });

  it('says what to do where there is nothing to choose yet', () => {
    for (const [name, text] of [
      ['setup before any team', da.settingUp.noTeams],
      ['setup of nothing yet', da.settingUp.noChannels],
    ] as const) {
      assert.ok(shownText(cardOf(name)).includes(text), name);
    }
  });

  it('has a line for each of 98 departments, and lets each be chosen', () => {
    const card = cardOf('setup of 98 departments in 98 teams');
    assert.equal(choices(card, 'department').length, 98);
    assert.equal(choices(card, 'after').length, 99);
    assert.ok(shownText(card).includes('98. '));
  });

  it('says what there is no room for, and how to come to it', () => {
    const card = cardOf('setup of much more than there is room for');
    const said = shownText(card);
    const shown = choices(card, 'bind').length;
    assert.ok(shown > 0);
    for (const text of [
      da.settingUp.tooManyToList(600),
      da.settingUp.moreUnbound(400 - shown),
      da.settingUp.moreWrong(57),
    ]) {
      assert.ok(said.includes(text), text);
    }
  });
});

describe('the form for a department', () => {
  it('offers the whole team where there is room, and whoever the department has besides', () => {
    const card = cardOf('department-form');
    assert.equal(choices(card, 'heads').length, 13);
    assert.equal(initialInputs(card)['search'], undefined);
  });

  it('offers those who are chosen and those who are searched for in a large team, and keeps what is chosen', () => {
    const before = cardOf('department-form of a large team');
    const found = cardOf('department-form of a large team, searched');
    assert.equal(chosen(before, 'heads'), 1);
    assert.equal(chosen(found, 'heads'), 1);
    assert.equal(choices(found, 'heads').length, choices(before, 'heads').length + 1);
  });

  it('keeps a name that is too long', () => {
    const { length } = initialInputs(cardOf('department-form with a name that is too long'))['name'] ?? '';
    assert.equal(length, 10_000);
  });
});
