import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileRecorded } from '../../src/application/notat/recorded-notat.js';
import { departmentCard } from '../../src/cards/reply/department-card.js';
import { closingCard } from '../../src/cards/round/closing-card.js';
import { statusCard } from '../../src/cards/round/status-card.js';
import { compileNotat, type NotatAnswer, type NotatKind, recordNotat } from '../../src/domain/notat/notat.js';
import { changesBetween } from '../../src/domain/notat/notat-changes.js';
import { checkBeforeIssue } from '../../src/domain/notat/pre-issue-check.js';
import { progressOf } from '../../src/domain/round/progress.js';
import type { RoundDepartment, RoundOverview } from '../../src/domain/round/round.js';
import { da } from '../../src/text/messages.js';
import {
  aDecline,
  aDepartment,
  aDepartmentId,
  aDraft,
  aNilReply,
  aNotatId,
  anAcceptedDecline,
  anOverview,
  aPlan,
  aProposal,
  aRound,
  aRoundDepartment,
  aSecretary,
  aSentBack,
  aVersion,
  START,
} from '../support/builders.js';
import { createMemoryStores } from '../support/memory-stores.js';
import { render, shownText } from './card-parts.js';
import { NONCE, REMOVED } from './every-card.js';

const AFTER = new Date('2026-11-26T09:00:00.000Z');

/** Every combination of what can lie on a department's row, those that its life never leads to among them. */
const states: fc.Arbitrary<Partial<RoundDepartment>> = fc.record({
  reply: fc.constantFrom(
    undefined,
    aVersion(),
    aVersion({ number: 2, content: aNilReply('Se sidste år.') }),
    aVersion({ at: AFTER }),
    aVersion({ author: aSecretary(), isOnBehalf: true }),
  ),
  sentBack: fc.constantFrom(undefined, aSentBack()),
  decline: fc.constantFrom(
    undefined,
    aDecline(),
    aDecline({ accepted: anAcceptedDecline({ inNotat: true }) }),
    aDecline({ accepted: anAcceptedDecline({ inNotat: false }) }),
  ),
  proposal: fc.constantFrom(undefined, aProposal()),
  draft: fc.constantFrom(undefined, aDraft()),
  trouble: fc.constantFrom(undefined, REMOVED),
});

const overviews = fc.array(states, { minLength: 1, maxLength: 8 }).map(
  (all): RoundOverview =>
    anOverview({
      round: aRound({ state: 'open', plan: aPlan({ showOrigins: true }) }),
      departments: all.map((changes, position) =>
        aRoundDepartment({
          department: aDepartment({ id: aDepartmentId(`d${position}`), name: `Fagområde ${position}` }),
          position,
          ...changes,
        }),
      ),
    }),
);

const moments = fc.constantFrom(START, AFTER);
const kinds = fc.constantFrom<NotatKind | undefined>(undefined, { status: 'final', number: 1 });

const namesOf = (departments: readonly RoundDepartment[]) => departments.map(({ department }) => department.name);

/** What a card says under a heading: the names of the departments, until the next heading. */
function namesUnder(text: string, heading: string, headings: readonly string[]): readonly string[] {
  const lines = text.split('\n');
  const from = lines.indexOf(heading);
  if (from === -1) return [];
  const rest = lines.slice(from + 1);
  const to = rest.findIndex((line) => headings.includes(line));
  return rest.slice(0, to === -1 ? undefined : to).filter((line) => /^Fagområde \d+$/u.test(line));
}

describe('where the departments stand', () => {
  it('is the same in the notat’s rows, its counts, its last page, the status, the closing card and the record', async () => {
    await fc.assert(
      fc.asyncProperty(overviews, moments, kinds, async (overview, now, kind) => {
        const { rows, counts, origins, status } = compileNotat(overview, now, kind);
        const rowsThat = (...which: readonly NotatAnswer['kind'][]) =>
          rows.filter(({ answer }) => which.includes(answer.kind)).map(({ department }) => department);
        const [answered, missing] = [rowsThat('reply', 'nil'), rowsThat('awaited', 'unanswered')];
        const progress = progressOf(overview);

        assert.deepEqual(counts, {
          asked: answered.length + missing.length,
          answered: answered.length,
          nil: rowsThat('nil').length,
          late: rows.filter(({ receivedLate }) => receivedLate !== undefined).length,
          notTheirs: rowsThat('not theirs').length,
        });
        assert.deepEqual(
          origins.map(({ department }) => department),
          answered,
        );
        assert.ok(
          rows.every(
            ({ answer, isOnBehalf, receivedLate }) =>
              ['reply', 'nil'].includes(answer.kind) || (!isOnBehalf && receivedLate === undefined),
          ),
        );
        assert.deepEqual([namesOf(progress.answered), namesOf(progress.outstanding)], [answered, missing]);
        if (kind === undefined) assert.equal(status === 'complete', missing.length === 0);

        const shown = shownText(statusCard(render, da, overview, now, NONCE));
        const groups = [da.status.outstanding, da.status.answered, da.status.excused];
        assert.equal(shown.split('\n')[0], da.status.progress(counts.answered, counts.asked));
        assert.deepEqual(namesUnder(shown, da.status.answered, groups), answered);
        assert.deepEqual(namesUnder(shown, da.status.outstanding, groups), missing);
        assert.deepEqual(namesUnder(shown, da.status.excused, groups), namesOf(progress.excused));

        const before = { overview, missing: progress.outstanding, findings: [...checkBeforeIssue(overview)].flat() };
        const closing = shownText(
          closingCard(
            render,
            da,
            { ...before, findings: [], newest: undefined, isUndecided: false, now, said: undefined },
            NONCE,
          ),
        );
        assert.deepEqual(namesUnder(closing, da.closing.missing(missing.length), []), missing);
        for (const { departmentId } of before.findings) {
          const found = overview.departments.find(({ department }) => department.id === departmentId);
          assert.ok(found === undefined || answered.includes(found.department.name));
        }

        const record = recordNotat(aNotatId(), overview, now, 0, kind);
        const { rounds } = createMemoryStores();
        assert.deepEqual(await compileRecorded(rounds, overview, record), compileNotat(overview, now, kind));
        assert.deepEqual(changesBetween(record, recordNotat(aNotatId('to'), overview, AFTER, 0)), []);
      }),
      { numRuns: 300 },
    );
  });

  it('is on the department’s own card once the round is closed', () => {
    fc.assert(
      fc.property(states, (changes) => {
        const department = aRoundDepartment({ ...changes, isLocked: true });
        const { rows } = compileNotat(anOverview({ departments: [department] }), AFTER);
        const kind = rows[0]?.answer.kind;
        const shown = shownText(departmentCard(render, da, department, NONCE));
        assert.equal(shown.startsWith(da.receipt.heading), kind === 'reply' || kind === 'nil');
        assert.equal(/I notatet står, at fagområdet ikke har svaret/u.test(shown), kind === 'unanswered');
      }),
    );
  });
});

describe('a notat recorded while a reply that was sent back still stood in its row', () => {
  it('is the same document when it is made again', async () => {
    const departments = [aRoundDepartment({ reply: aVersion(), sentBack: aSentBack() })];
    const overview = anOverview({ departments });
    const record = recordNotat(aNotatId(), overview, AFTER, 0);
    const versions = record.versions.map((answer) => ({ ...answer, version: 1 }));
    const notat = await compileRecorded(createMemoryStores().rounds, overview, { ...record, versions });
    assert.deepEqual([notat.rows[0]?.answer.kind, notat.counts.answered], ['reply', 0]);
  });

  it('differs from the next, where it does not stand any more', () => {
    const overview = anOverview({ departments: [aRoundDepartment({ reply: aVersion(), sentBack: aSentBack() })] });
    const now = recordNotat(aNotatId(), overview, AFTER, 0);
    const old = { ...now, versions: now.versions.map((answer) => ({ ...answer, version: 1 })) };
    assert.deepEqual(changesBetween(old, now), [{ departmentId: 'boern', kind: 'missing' }]);
  });
});
