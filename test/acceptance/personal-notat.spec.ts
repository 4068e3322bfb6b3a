import { deepEqual, equal, match, ok } from 'node:assert/strict';
import type { Message } from '../../dev/local-teams/conversations.js';
import type { Person } from '../../dev/local-teams/directory.js';
import { AZURITE_START_MS, azurite } from '../support/azurite.js';
import { type OpenRound, openRound, read } from '../support/open-round.js';
import { type Stage, setStage } from '../support/stage.js';

describe('the notat in a personal chat', () => {
  let stage: Stage;
  let open: OpenRound;
  let karen: Person;

  before(async function () {
    this.timeout(AZURITE_START_MS);
    await azurite();
  });
  beforeEach(async () => {
    stage = await setStage();
    open = await openRound(stage.teams, ['Børn og Unge']);
    karen = open.town.secretary;
  });
  afterEach(async () => stage.stop());

  const fromBot = (person = karen) => stage.teams.personalChat(person).messages.filter(({ from }) => from === 'bot');

  async function say(text: string, person = karen): Promise<Message> {
    const before = fromBot(person).length;
    await stage.teams.write(person, stage.teams.personalChat(person), text);
    const answer = fromBot(person)[before];
    ok(answer, `no answer to ${text}`);
    return answer;
  }

  /** The same notat over the link in the secretariat's channel. */
  async function downloaded(): Promise<Uint8Array> {
    await stage.teams.write(karen, open.town.secretariat, '@Notatbot notat');
    const link = await stage.teams.until(() => {
      const messages = stage.teams.threads(open.town.secretariat).flatMap((thread) => thread.messages);
      return /http:\/\/[^"]*\/notat\/[^"]*/u.exec(JSON.stringify(messages.map(({ card }) => card)))?.[0];
    }, 'a link to the notat');
    const response = await fetch(link);
    equal(response.status, 200);
    return new Uint8Array(await response.arrayBuffer());
  }

  it('is offered as a file, and put among the person’s own byte for byte', async () => {
    const offer = await say('notat');
    const [file] = offer.files;
    ok(file?.kind === 'consent');
    equal(file.name, 'Notat - Opfølgning på tilsynets rapport.docx');
    const { status, toast } = await stage.teams.answerConsent(karen, offer, 'accept');
    deepEqual([status, toast], [200, undefined]);
    const [kept, ...others] = stage.teams.filesOf(karen);
    equal(others.length, 0);
    equal(kept?.bytes.length, file.sizeInBytes);
    deepEqual(Buffer.from(kept.bytes), Buffer.from(await downloaded()));
  });

  it('is shown where it is, in the place of the question', async () => {
    const offer = await say('notat');
    await stage.teams.answerConsent(karen, offer, 'accept');
    const [kept] = stage.teams.filesOf(karen);
    ok(!fromBot().includes(offer));
    deepEqual(fromBot().at(-1)?.files, [
      { kind: 'info', name: kept?.name, contentUrl: kept?.contentUrl, uniqueId: kept?.uniqueId, fileType: 'docx' },
    ]);
  });

  it('is put there once, however often the same answer comes', async () => {
    const offer = await say('notat');
    const { redelivered } = await stage.teams.answerConsent(karen, offer, 'accept', {
      redeliveries: { sameId: 1, newId: 1 },
    });
    deepEqual(
      redelivered.map(({ status }) => status),
      [200, 200],
    );
    equal(stage.teams.filesOf(karen).length, 1);
    deepEqual(
      fromBot().flatMap(({ card }) => (card === undefined ? [] : [read(card)])),
      [],
    );
  });

  it('is not put there when it is declined, which is said once', async () => {
    const offer = await say('notat');
    await stage.teams.answerConsent(karen, offer, 'decline', { redeliveries: 1 });
    deepEqual(stage.teams.filesOf(karen), []);
    ok(!fromBot().includes(offer));
    const notices = fromBot().filter(({ card }) => /ikke gemt/u.test(read(card)));
    equal(notices.length, 1);
  });

  it('can be taken at the next press when the first one failed', async () => {
    const offer = await say('notat');
    stage.teams.faults.next({ method: 'PUT', path: /^\/drive\/upload\// }, { status: 503 });
    const { status } = await stage.teams.answerConsent(karen, offer, 'accept');
    equal(status, 200);
    match(read(fromBot().at(-1)?.card), /ikke gemt[\s\S]*Intet er gået tabt/u);
    await stage.teams.answerConsent(karen, offer, 'accept');
    equal(stage.teams.filesOf(karen).length, 1);
  });

  it('is not given to who has left the secretariat’s team since', async () => {
    const offer = await say('notat');
    await stage.teams.removeMember(open.town.team, karen, karen);
    await stage.teams.answerConsent(karen, offer, 'accept');
    deepEqual(stage.teams.filesOf(karen), []);
    match(read(fromBot().at(-1)?.card), /sekretariatets team/u);
  });

  it('is for the secretariat alone', async () => {
    await stage.teams.removeMember(open.town.team, karen, karen);
    match(read((await say('notat')).card), /sekretariatets team/u);
  });

  it('is explained to who asks for help, and to who writes something else', async () => {
    match(read((await say('hjælp')).card), /skabelon standard/u);
    match(read((await say('hvad koster en fisk?')).card), /Det forstod jeg ikke/u);
    match(read((await say('ny runde')).card), /Det hører til i sekretariatets kanal/u);
  });
});
