import assert from 'node:assert/strict';
import { showIfAllowed } from '../../../src/application/reply/asked-department.js';
import { keepOwnDraft, type OwnText } from '../../../src/application/reply/keep-own-draft.js';
import { openReplyDialog } from '../../../src/application/reply/open-reply-dialog.js';
import { submitFromDialog } from '../../../src/application/reply/submit-from-dialog.js';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import { isNotAllowed } from '../../../src/application/rights/not-allowed.js';
import type { Person } from '../../../src/domain/person.js';
import type { OwnDraft } from '../../../src/domain/reply/own-draft.js';
import type { Round } from '../../../src/domain/round/round.js';
import { anAddress, aPerson } from '../../support/builders.js';
import { createRecordingLog } from '../../support/fakes.js';
import { createMemoryStores, type SpoilableStores } from '../../support/memory-stores.js';
import {
  aPress,
  aReply,
  COLLEAGUE,
  departmentOf,
  FIRST_SEEN,
  HEAD,
  locked,
  type Municipality,
  NOT_ASKED_HERE,
  openRound,
  typing,
} from '../municipality.js';

const TEXT = 'Vi er i gang med at se på det.';

describe('what a person keeps for themselves', () => {
  let municipality: Municipality;
  let round: Round;
  let stores: SpoilableStores;
  beforeEach(async () => {
    stores = createMemoryStores();
    ({ municipality, round } = await openRound(3, { stores }));
  });

  const pressOf = (by: Person) => ({ ...aPress(round, 0, { by }), right: 'answer' as const });
  const keep = (typed: unknown = TEXT, changes: Partial<OwnText> = {}) =>
    keepOwnDraft(municipality, { ...pressOf(changes.by ?? aPerson()), typed, ownSeen: 0, ...changes });
  const open = (by = aPerson(), deps: Partial<Municipality> = {}) =>
    openReplyDialog({ ...municipality, ...deps }, pressOf(by));
  const send = (text: string, ownSeen: number, deps: Partial<Municipality> = {}, changes = {}) =>
    submitFromDialog(
      { ...municipality, ...deps },
      { ...aReply(round, 0, { answer: typing(text), ...changes }), ownSeen },
    );

  async function offered(by = aPerson()): Promise<OwnDraft | undefined> {
    const opened = await open(by);
    assert.ok(opened.kind === 'opened');
    return opened.own;
  }

  async function stored(by = aPerson()): Promise<string | undefined> {
    const { department } = await departmentOf(municipality, round);
    return (await municipality.ownDrafts.find(round.id, department.id, by.id))?.value.text;
  }

  it('is offered to that person when they open the dialog again, and to nobody else', async () => {
    const outcome = await keep();
    assert.equal(outcome.kind, 'kept');
    assert.deepEqual(await offered(), { text: TEXT, author: aPerson(), at: municipality.clock.now() });
    assert.equal(await offered(COLLEAGUE), undefined);
  });

  it('is no draft of the department, owes nothing, and is in no audit', async () => {
    const before = await municipality.rounds.readDeliveries(round.id);
    const audit = await municipality.rounds.readAudit(round.id);
    await keep();
    assert.equal((await departmentOf(municipality, round)).draft, undefined);
    assert.deepEqual(await municipality.rounds.readDeliveries(round.id), before);
    assert.deepEqual(await municipality.rounds.readAudit(round.id), audit);
  });

  it('replaces the draft that the dialog shows', async () => {
    await keep();
    const seen = municipality.clock.now().getTime();
    municipality.clock.advance(1_000);
    assert.equal((await keep('Nu er vi færdige.', { ownSeen: seen })).kind, 'kept');
    assert.equal(await stored(), 'Nu er vi færdige.');
  });

  it('takes nothing away that the same person has kept elsewhere in the meantime', async () => {
    await keep('Skrevet på telefonen.');
    const outcome = await keep('Skrevet ved skrivebordet.');
    assert.ok(outcome.kind === 'overtaken');
    assert.equal(outcome.own.text, 'Skrevet på telefonen.');
    assert.equal(await stored(), 'Skrevet på telefonen.');
  });

  it('is kept once, however often the press is delivered', async () => {
    await keep();
    const first = await offered();
    municipality.clock.advance(1_000);
    assert.equal((await keep()).kind, 'kept');
    assert.deepEqual(await offered(), first);
  });

  it('is judged again when it changes in between', async () => {
    await keep('Det første.');
    const seen = municipality.clock.now().getTime();
    let reads = 0;
    const ownDrafts: Municipality['ownDrafts'] = {
      ...municipality.ownDrafts,
      async find(...row) {
        const found = await municipality.ownDrafts.find(...row);
        reads += 1;
        municipality.clock.advance(1_000);
        if (reads === 1) await keep('Det andet.', { ownSeen: seen });
        return found;
      },
    };
    const request = { ...pressOf(aPerson()), typed: 'Det tredje.', ownSeen: seen };
    const outcome = await keepOwnDraft({ ...municipality, ownDrafts }, request);
    assert.ok(outcome.kind === 'overtaken');
    assert.equal(outcome.own.text, 'Det andet.');
  });

  const REFUSED: readonly (readonly [what: string, typed: unknown, kind: string])[] = [
    ['nothing', '  ', 'empty'],
    ['too much', 'x'.repeat(10_001), 'too long'],
    ['a CPR number', 'Borgeren 311299-4321', 'cpr number'],
  ];
  for (const [what, typed, kind] of REFUSED) {
    it(`cannot be ${what}`, async () => {
      const outcome = await keep(typed);
      assert.ok(outcome.kind === 'refused');
      assert.equal(outcome.problem.kind, kind);
      assert.equal(await stored(), undefined);
    });
  }

  it('is for people who may answer in the department’s own channel, while the round is open', async () => {
    const elsewhere = { ...pressOf(aPerson()), address: anAddress({}, 'd1') };
    assert.deepEqual(await openReplyDialog(municipality, elsewhere), NOT_ASKED_HERE);
    const text = { typed: TEXT, ownSeen: 0 };
    assert.deepEqual(await keepOwnDraft(municipality, { ...elsewhere, ...text }), NOT_ASKED_HERE);
    const allowed = await showIfAllowed(municipality, pressOf(COLLEAGUE));
    assert.deepEqual([allowed.kind, await showIfAllowed(municipality, elsewhere)], ['shown', NOT_ASKED_HERE]);
    await locked(municipality, round);
    assert.equal((await keep()).kind, 'locked');
  });

  it('does not stop the dialog where it cannot be read', async () => {
    await keep();
    const { department } = await departmentOf(municipality, round);
    await stores.spoil({ kind: 'own draft', roundId: round.id, departmentId: department.id, personId: aPerson().id });
    assert.equal(await offered(), undefined);
  });

  describe('when the person answers from the dialog', () => {
    it('is removed with what it became', async () => {
      await keep();
      const outcome = await send(TEXT, municipality.clock.now().getTime());
      assert.equal(outcome.kind, 'stored');
      assert.equal(await stored(), undefined);
    });

    it('stays where the dialog did not show it, and is not offered any more', async () => {
      await keep();
      assert.equal((await send('Noget andet.', 0)).kind, 'stored');
      assert.equal(await stored(), TEXT);
      assert.equal(await offered(), undefined);
    });

    it('is left as it is by others', async () => {
      await keep(TEXT, { by: COLLEAGUE });
      municipality.clock.advance(1_000);
      await send('Vores svar.', 0, {}, { by: HEAD });
      assert.equal((await offered(COLLEAGUE))?.text, TEXT);
    });

    it('may fail to be removed: the answer is given all the same, and the log says so', async () => {
      await keep();
      const log = createRecordingLog();
      const remove = () => Promise.reject(new Error('the store does not answer'));
      const ownDrafts = { ...municipality.ownDrafts, remove };
      const outcome = await send(TEXT, municipality.clock.now().getTime(), { ownDrafts, log });
      assert.equal(outcome.kind, 'stored');
      assert.deepEqual(
        log.entries.map(({ event }) => event),
        ['own draft not removed'],
      );
    });

    it('is what a text becomes that is overtaken, and the department’s draft is not touched', async () => {
      await submitReply(municipality, aReply(round, 0, { by: HEAD, press: 'chefens' }));
      const outcome = await send(TEXT, 0);
      assert.ok(!isNotAllowed(outcome) && outcome.kind === 'overtaken');
      assert.equal(outcome.own?.text, TEXT);
      assert.equal(await stored(), TEXT);
      assert.equal((await departmentOf(municipality, round)).draft, undefined);
      const again = await send(TEXT, outcome.own.at.getTime(), {}, { seen: FIRST_SEEN, press: 'igen' });
      assert.equal(again.kind, 'stored');
      assert.equal(await stored(), undefined);
    });

    it('may fail to be kept where the text is overtaken: the log says so', async () => {
      await submitReply(municipality, aReply(round, 0, { by: HEAD, press: 'chefens' }));
      const log = createRecordingLog();
      const put = () => Promise.reject(new Error('the store does not answer'));
      const outcome = await send(TEXT, 0, { ownDrafts: { ...municipality.ownDrafts, put }, log });
      assert.ok(!isNotAllowed(outcome) && outcome.kind === 'overtaken');
      assert.equal(outcome.own, undefined);
      assert.deepEqual(
        log.entries.map(({ event }) => event),
        ['own draft not kept'],
      );
    });

    it('is not made of what holds a CPR number, or of nothing', async () => {
      await submitReply(municipality, aReply(round, 0, { by: HEAD, press: 'chefens' }));
      const keepCpr = { reason: 'Borgeren ønsker det.' };
      await send('Borgeren 311299-4321', 0, {}, { keepCpr });
      await send('Ingen bemærkninger', 0, {}, { press: 'nil' });
      assert.equal(await stored(), undefined);
    });

    it('is untouched by an answer that is refused', async () => {
      await keep();
      assert.equal((await send('', municipality.clock.now().getTime())).kind, 'refused');
      assert.equal(await stored(), TEXT);
    });
  });
});
