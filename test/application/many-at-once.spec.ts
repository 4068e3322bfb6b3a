import assert from 'node:assert/strict';
import { approveReply } from '../../src/application/reply/approve-reply.js';
import { type SubmitReplyOutcome, submitReply } from '../../src/application/reply/submit-reply.js';
import type { Person } from '../../src/domain/person.js';
import type { ReplyVersion } from '../../src/domain/reply/reply.js';
import { type Seen, seenNow } from '../../src/domain/reply/seen.js';
import type { Round } from '../../src/domain/round/round.js';
import { AZURITE_START_MS, azurite, createFreshTable } from '../support/azurite.js';
import { aPerson } from '../support/builders.js';
import { partOfSweep } from '../support/sweep.js';
import {
  aPress,
  aReply,
  departmentOf,
  HEAD,
  type Municipality,
  NOTHING_SEEN,
  openRound,
  typing,
} from './municipality.js';
import { tableStores } from './table-stores.js';

const CROWD = partOfSweep(
  Array.from({ length: 50 }, (_, n) => aPerson({ id: `person-${n}`, name: `Person ${n}` })),
  20,
);
/** How often each of them presses before giving up. */
const TRIES = 3;

/** One press of *Send svar*, and what came of it. */
interface Sent {
  readonly by: Person;
  readonly text: string;
  readonly seen: Seen;
  readonly outcome: SubmitReplyOutcome;
}

/** Sends, and sends again from the card that was answered with, until it is taken or the person gives up. */
async function persist(municipality: Municipality, round: Round, by: Person): Promise<readonly Sent[]> {
  const text = `Svar fra ${by.name}`;
  const sent: Sent[] = [];
  let seen = NOTHING_SEEN;
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const request = aReply(round, 0, { by, seen, answer: typing(text), press: `${by.id}-${tries}` });
    const outcome = await submitReply(municipality, request);
    assert.ok(outcome.kind !== 'not allowed');
    sent.push({ by, text, seen, outcome });
    if (outcome.kind !== 'overtaken') break;
    seen = seenNow(outcome.department);
  }
  return sent;
}

/** A department that everyone is asked in, on a clock that goes on a millisecond each time it is looked at. */
async function openToAll(heads: readonly Person[] = []) {
  const { municipality, round } = await openRound(1, { stores: tableStores(await createFreshTable()), heads });
  const { clock } = municipality;
  const now = () => {
    clock.advance(1);
    return clock.now();
  };
  return { municipality: { ...municipality, clock: { ...clock, now } }, round };
}

async function versionsOf({ rounds }: Municipality, round: Round): Promise<readonly ReplyVersion[]> {
  return rounds.readVersions(round.id, aPress(round, 0).departmentId);
}

function textOf({ content }: Pick<ReplyVersion, 'content'>): string {
  assert.ok(content.kind === 'text');
  return content.text;
}

/** The acts on the department that are noted, each with its subject. */
async function notedOf({ rounds }: Municipality, round: Round, act: string): Promise<readonly (string | undefined)[]> {
  return (await rounds.readAudit(round.id)).filter((line) => line.act === act).map(({ subject }) => subject);
}

function numbered(versions: readonly ReplyVersion[]): readonly string[] {
  return versions.map(({ number }) => String(number));
}

describe(`${CROWD.length} people at once on one department, over Table Storage`, function () {
  this.timeout(AZURITE_START_MS);

  before(async () => {
    await azurite();
  });

  it('leaves every text as a version, as the draft, or with the person it came from', async () => {
    const { municipality, round } = await openToAll();
    const all = await Promise.all(CROWD.map((by) => persist(municipality, round, by)));
    const texts = new Set((await versionsOf(municipality, round)).map(textOf));
    const { draft } = await departmentOf(municipality, round);
    for (const last of all.flatMap((sent) => sent.at(-1) ?? [])) {
      const { text, outcome } = last;
      const isHandedBack = outcome.kind === 'overtaken' && textOf({ content: outcome.answer }) === text;
      assert.ok(texts.has(text) || draft?.text === text || isHandedBack, `${text}: ${outcome.kind}`);
      assert.equal(texts.has(text), outcome.kind === 'stored', text);
    }
    assert.equal(all.length, CROWD.length);
  });

  it('lets each version follow the one that its sender had seen, and notes each once', async () => {
    const { municipality, round } = await openToAll();
    const sent = (await Promise.all(CROWD.map((by) => persist(municipality, round, by)))).flat();
    const versions = await versionsOf(municipality, round);
    assert.ok(versions.length > 1, `${versions.length} versions`);
    for (const version of versions) {
      const press = sent.find(({ by, outcome }) => by.id === version.author.id && outcome.kind === 'stored');
      assert.equal(press?.seen.reply, version.number - 1);
      assert.equal(press.text, textOf(version));
    }
    assert.deepEqual(
      numbered(versions),
      versions.map((_, n) => String(n + 1)),
    );
    assert.deepEqual([...(await notedOf(municipality, round, 'replied'))].sort(), [...numbered(versions)].sort());
  });

  it('never takes away a draft that was not seen', async () => {
    const { municipality, round } = await openToAll();
    const sent = (await Promise.all(CROWD.map((by) => persist(municipality, round, by)))).flat();
    const versions = new Set((await versionsOf(municipality, round)).map(textOf));
    const { draft } = await departmentOf(municipality, round);
    const shown = sent.flatMap(({ outcome }) =>
      outcome.kind === 'overtaken' || outcome.kind === 'stored' ? (outcome.department.draft ?? []) : [],
    );
    const seenDrafts = new Set(sent.map(({ seen }) => seen.draft));
    assert.ok(shown.length > 0, 'someone was shown a draft');
    for (const { text, at } of shown) {
      // It is there still, or was sent by its author, or taken the place of by someone whose card showed it.
      assert.ok(draft?.text === text || versions.has(text) || seenDrafts.has(at.getTime()), text);
    }
  });

  it('lets a head send only what the head has read, while everyone else proposes', async () => {
    const { municipality, round } = await openToAll([HEAD]);
    const read: { readonly press: string; readonly content: unknown }[] = [];
    const approve = async (n: number) => {
      const department = await departmentOf(municipality, round);
      const press = `godkend-${n}`;
      const request = aPress(round, 0, { by: HEAD, seen: seenNow(department), press });
      const outcome = await approveReply(municipality, request);
      if (outcome.kind === 'stored') read.push({ press, content: department.proposal?.content });
      return outcome.kind;
    };
    const heads = async () => {
      for (let n = 0; n < CROWD.length; n += 1) if ((await approve(n)) === 'stored') return;
    };
    const [sent] = await Promise.all([
      Promise.all(CROWD.map((by) => persist(municipality, round, by))),
      Promise.all([heads()]),
    ]);
    await approve(CROWD.length);
    const versions = await versionsOf(municipality, round);
    assert.ok(versions.length > 0);
    for (const { operationId, content, approvedBy } of versions) {
      assert.deepEqual(content, read.find(({ press }) => operationId === `approve ${press}`)?.content);
      assert.deepEqual(approvedBy, HEAD);
    }
    assert.deepEqual([...(await notedOf(municipality, round, 'approved'))].sort(), [...numbered(versions)].sort());
    const proposals = sent.flat().filter(({ outcome }) => outcome.kind === 'proposed');
    assert.equal((await notedOf(municipality, round, 'proposed')).length, proposals.length);
  });

  it('leaves every proposal as an answer, as what waits, as the draft, or with someone who had seen it', async () => {
    const { municipality, round } = await openToAll([HEAD]);
    const all = await Promise.all(CROWD.map((by) => persist(municipality, round, by)));
    const { proposal, draft } = await departmentOf(municipality, round);
    assert.ok(proposal);
    const waiting = textOf(proposal);
    const seenProposals = new Set(all.flat().map(({ seen }) => seen.proposal));
    for (const { text, outcome } of all.flatMap((sent) => sent.at(-1) ?? [])) {
      if (outcome.kind === 'proposed') {
        const at = outcome.department.proposal?.at.getTime() ?? 0;
        assert.ok(waiting === text || seenProposals.has(at), `${text} was taken the place of unseen`);
      } else {
        assert.ok(outcome.kind === 'overtaken', outcome.kind);
        assert.ok(draft?.text === text || textOf({ content: outcome.answer }) === text, text);
      }
    }
  });
});
