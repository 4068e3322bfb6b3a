import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cardBytes, fitsInTeams } from '../../src/cards/card-size.js';
import type { Card } from '../../src/cards/render.js';
import { closingCard } from '../../src/cards/round/closing-card.js';
import { dryRunCard, planCard } from '../../src/cards/round/plan-card.js';
import { statusCard } from '../../src/cards/round/status-card.js';
import {
  COMMENT_MAX,
  DEPARTMENT_NAME_MAX,
  PERSON_NAME_MAX,
  REPLY_MAX,
  ROUND_FORM_MAX,
} from '../../src/domain/limits.js';
import { progressOf } from '../../src/domain/round/progress.js';
import type { RoundDepartment, RoundOverview } from '../../src/domain/round/round.js';
import type { Trouble } from '../../src/domain/work/trouble.js';
import { da, en, type Messages } from '../../src/text/messages.js';
import {
  aDeadline,
  aDecline,
  aDepartment,
  aDepartmentId,
  aDraft,
  aLocalDate,
  anAcceptedDecline,
  anAsk,
  anOverview,
  aPerson,
  aProposal,
  aReminder,
  aRoundDepartment,
  aSentBack,
  aVersion,
  START,
} from '../support/builders.js';
import { render } from './card-parts.js';
import { everyCard, NONCE, REMOVED, UNANSWERED, type WrittenTexts } from './every-card.js';

/** What Teams guarantees to deliver, as UTF-16: learn.microsoft.com, "Format your bot messages". */
const TEAMS_MAX_BYTES = 80 * 1024;

/** A working hour after the deadline of the builders' round. */
const PAST_DEADLINE = new Date('2026-11-26T09:00:00Z');

/** The texts that cost most: each character escaped, each line a part of its own, each character two units. */
export const COSTLY = {
  quotes: (length: number) => '"'.repeat(length),
  'lines of two letters': (length: number) => 'ab\n'.repeat(length / 3 + 1).slice(0, length),
  'list items': (length: number) => '- a\n'.repeat(length / 4 + 1).slice(0, length),
  emoji: (length: number) => '👩🏽'.repeat(length / 4),
} as const;

/** Every text as long as it may be. */
export function longest(fill: (length: number) => string, departments: number): WrittenTexts {
  const line = (length: number) => fill(length).replaceAll('\n', ' ');
  return {
    title: line(ROUND_FORM_MAX.title),
    report: line(ROUND_FORM_MAX.report),
    reportLink: `https://kommune.example/${'a'.repeat(ROUND_FORM_MAX.reportLink - 24)}`,
    question: fill(ROUND_FORM_MAX.question),
    introduction: fill(ROUND_FORM_MAX.introduction),
    reply: fill(REPLY_MAX),
    author: line(PERSON_NAME_MAX),
    head: line(PERSON_NAME_MAX),
    line: line(COMMENT_MAX),
    departments: Array.from({ length: departments }, (_, index) => `${index} `.padEnd(DEPARTMENT_NAME_MAX, 'ø')),
  };
}

export function assertFits(card: Card, name: string): void {
  assert.ok(fitsInTeams(card), `${name}: ${cardBytes(card)} bytes`);
  // In the message that carries it.
  const message = cardBytes({
    type: 'message',
    summary: 'a'.repeat(300),
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
    conversation: { id: `19:${'a'.repeat(100)}@thread.tacv2;messageid=1700000000001` },
  });
  assert.ok(message <= TEAMS_MAX_BYTES, name);
}

/** Every card in every state, with one kind of costly text and so many departments. */
export function assertLongestFit(messages: Messages, kind: keyof typeof COSTLY, departments: number): void {
  for (const [name, card] of everyCard(messages, longest(COSTLY[kind], departments))) {
    assertFits(card, `${name}, ${kind}, ${departments} departments`);
  }
}

/**
 * The cards of rounds with up to 1,000 departments, in every state that a row can have, with every name as long as it
 * may be or short.
 */
export function assertCrowdedFit(rounds: number, seed: number): void {
  fc.assert(
    fc.property(fc.constantFrom(da, en), overviews, (messages, overview) => {
      assertFits(statusCard(render, messages, overview, START, NONCE), 'status');
      const missing = progressOf(overview).outstanding;
      const nothing = { newest: undefined, said: undefined, isUndecided: false } as const;
      const shown = { overview, missing, findings: [], now: START, ...nothing };
      assertFits(closingCard(render, messages, shown, NONCE), 'closing');
      assertFits(planCard(render, messages, overview, START, NONCE), 'plan');
      assertFits(dryRunCard(render, messages, overview, PAST_DEADLINE), 'dry run');
    }),
    // Shrinking a round of 1,000 departments takes minutes; the seed gives the same round again.
    { numRuns: rounds, seed, endOnFailure: true },
  );
}

const people = fc
  .constantFrom('Åse', 'x'.repeat(PERSON_NAME_MAX), '"'.repeat(PERSON_NAME_MAX))
  .map((name) => aPerson({ name }));

/** Some that are shown together, and some that nothing else is shown with. */
const TROUBLES: readonly Trouble[] = [
  REMOVED,
  UNANSWERED,
  { fate: 'stopped', what: 'refresh cards', word: '404 ConversationNotFound' },
  ...Array.from({ length: 9 }, (_, index) => ({
    fate: 'stopped' as const,
    what: 'post department notice',
    word: `40${index} ${'X'.repeat(60)}`,
  })),
];

/** What can lie on a department's row, beside its name. */
const states: fc.Arbitrary<Partial<RoundDepartment>> = people.chain((by) =>
  fc.record({
    reply: fc.constantFrom(undefined, aVersion({ author: by })),
    sentBack: fc.constantFrom(undefined, undefined, aSentBack({ by })),
    decline: fc.constantFrom(
      undefined,
      undefined,
      aDecline({ by }),
      aDecline({ by, accepted: anAcceptedDecline({ by }) }),
    ),
    proposal: fc.constantFrom(undefined, aProposal({ author: by })),
    draft: fc.constantFrom(undefined, aDraft({ author: by })),
    trouble: fc.constantFrom(undefined, ...TROUBLES),
    reminders: fc.constantFrom([], [aReminder()], [aReminder(), aReminder({ number: 2, step: 'on the day' })]),
  }),
);

const director = fc.option(people, { nil: undefined });
const deadline = fc.constantFrom(undefined, undefined, aLocalDate('2026-12-04'), aDeadline('2026-11-23T12:00'));

const NOTHING_OWN = { director: undefined, deadline: undefined };

/** As many departments as wanted, a few states and name lengths among them. */
const overviews: fc.Arbitrary<RoundOverview> = fc
  .record({
    count: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 60, max: 1000 })),
    some: fc.array(
      fc.record({ state: states, length: fc.integer({ min: 5, max: DEPARTMENT_NAME_MAX }), director, deadline }),
      {
        minLength: 1,
        maxLength: 12,
      },
    ),
    unreadable: fc.nat(30),
  })
  .map(({ count, some, unreadable }) =>
    anOverview({
      departments: Array.from({ length: count }, (_, position) => {
        const { state, length, ...own } = some[position % some.length] ?? { state: {}, length: 5, ...NOTHING_OWN };
        const id = aDepartmentId(`${position}`.padStart(36, '0'));
        const name = `${position}`.padEnd(length, 'ø');
        // Each director is another person, with a name of their own.
        const director = own.director && { ...own.director, name: `${position}${own.director.name}` };
        const department = aDepartment({ id, name, director });
        return aRoundDepartment({
          ...state,
          position,
          department,
          ask: anAsk({ deadline: own.deadline ?? aLocalDate() }),
        });
      }),
      unreadable: Array.from({ length: unreadable }, (_, index) => ({
        departmentId: aDepartmentId(`${index}`.padStart(36, 'u')),
        name: undefined,
        position: count + index,
      })),
    }),
  );
