import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { inBody } from '../../dev/bench/hostile-templates.js';
import type { Message } from '../../dev/local-teams/conversations.js';
import type { Person } from '../../dev/local-teams/directory.js';
import { withLetterhead } from '../adapters/word/letterhead.js';
import { shippedTemplate, withPart, wordParts } from '../adapters/word/word-file.js';
import { AZURITE_START_MS, azurite } from '../support/azurite.js';
import { type OpenRound, openRound, read } from '../support/open-round.js';
import { readNotat } from '../support/read-notat.js';
import { type Stage, setStage } from '../support/stage.js';

const MAIN_PART = 'word/document.xml';

/** The letterhead of a Word file, without the declaration of XML, which is written anew. */
const headerOf = (file: Uint8Array) =>
  wordParts(file)
    .get('word/header1.xml')
    ?.replace(/^<\?xml.*?\?>\s*/u, '');

describe('the municipality’s own template', () => {
  let stage: Stage;
  let open: OpenRound;
  let karen: Person;
  let shipped: Uint8Array;

  before(async function () {
    this.timeout(AZURITE_START_MS);
    await azurite();
    shipped = await shippedTemplate();
  });
  beforeEach(async () => {
    stage = await setStage();
    open = await openRound(stage.teams, ['Børn og Unge', 'Teknik og Miljø']);
    karen = open.town.secretary;
  });
  afterEach(async () => stage.stop());

  const chat = (person = karen) => stage.teams.personalChat(person).messages;
  const fromBot = (person = karen) => chat(person).filter(({ from }) => from === 'bot');

  /** What the bot answers a message or a file with, in one person's chat. */
  async function answersTo(act: () => Promise<unknown>, person = karen): Promise<readonly Message[]> {
    const before = fromBot(person).length;
    await act();
    return fromBot(person).slice(before);
  }
  const say = (text: string, person = karen) =>
    answersTo(() => stage.teams.write(person, stage.teams.personalChat(person), text), person);
  const send = (bytes: Uint8Array, name = 'Brevpapir.docx', person = karen) =>
    answersTo(() => stage.teams.sendFile(person, { name, bytes }), person);
  const pressed = (message: Message | undefined, title: string) =>
    answersTo(async () => {
      ok(message);
      await stage.teams.press(karen, message, title);
    });
  const newestFile = (person = karen): Uint8Array => stage.teams.filesOf(person).at(-1)?.bytes ?? new Uint8Array();

  /** The address behind the button of a card that opens one. */
  function addressIn(message: Message | undefined): string {
    const [, address] = /"url":"(http[^"]*)"/u.exec(JSON.stringify(message?.card)) ?? [];
    ok(address);
    return address;
  }

  async function accept(message: Message | undefined): Promise<Uint8Array> {
    ok(message);
    const { status } = await stage.teams.answerConsent(karen, message, 'accept');
    equal(status, 200);
    return newestFile();
  }

  it('is taken, shown with an example in it, and used for notats from then on', async () => {
    const letterhead = withLetterhead(shipped);
    const [card, offer] = await send(letterhead);
    match(read(card?.card), /Skabelonen er taget i brug[\s\S]*Brevpapir\.docx[\s\S]*nummer 1/u);
    deepEqual(
      offer?.files.map(({ kind, name }) => [kind, name]),
      [['consent', 'Eksempel på notat i skabelon 1.docx']],
    );
    const preview = await accept(offer);
    const example = await readNotat(preview);
    ok(example.rows.some(({ department }) => department === 'Digitalisering'));
    equal(headerOf(preview), headerOf(letterhead));

    const [notatOffer] = await say('notat');
    const notat = await accept(notatOffer);
    deepEqual(
      (await readNotat(notat)).rows.map(({ department }) => department),
      ['Børn og Unge', 'Teknik og Miljø'],
    );
    equal(headerOf(notat), headerOf(letterhead));
  });

  it('is refused with everything that is wrong with it, and the one before is still used', async () => {
    await send(withLetterhead(shipped), 'Gammelt brevpapir.docx');
    const faulty = withPart(shipped, MAIN_PART, (xml) =>
      xml
        .replace('{fagområde}', '{fagomrade}')
        .replace('{dokumenttype}', '{dokumenttype} {opfundet}')
        .replace('{dato}', '{@dato}'),
    );
    const answers = await send(faulty, 'Nyt brevpapir.docx');
    equal(answers.length, 1);
    const told = read(answers[0]?.card);
    match(told, /Skabelonen kan ikke bruges[\s\S]*Nyt brevpapir\.docx/u);
    for (const problem of [/\{fagomrade\} findes ikke.*\{fagområde\}/u, /\{opfundet\} findes ikke/u, /\{@dato\}/u]) {
      match(told, problem);
    }
    const [now] = await say('skabelon');
    match(read(now?.card), /Gammelt brevpapir\.docx[\s\S]*Karen Lund[\s\S]*nummer 1/u);
  });

  it('is told to who asks, with how to change it and how to go back', async () => {
    match(read((await say('skabelon'))[0]?.card), /Standardskabelonen[\s\S]*tuborgklammer/u);
    await send(withLetterhead(shipped));
    match(read((await say('skabelon'))[0]?.card), /Brevpapir\.docx/u);
    match(read((await say('skabelon standard'))[0]?.card), /Standardskabelonen er taget i brug/u);
    match(read((await say('Skabelon?'))[0]?.card), /Standardskabelonen[\s\S]*Valgt af Karen Lund/u);
    const notat = await accept((await say('notat'))[0]);
    equal(wordParts(notat).has('word/header1.xml'), false);
  });

  it('is handed over to who asks: the one in use, or the one that is shipped', async () => {
    const [, shippedOffer] = await say('skabelon');
    deepEqual(Buffer.from(await accept(shippedOffer)), Buffer.from(shipped));
    const letterhead = withLetterhead(shipped);
    await send(letterhead, 'Brevpapir 2026.docx');
    const [card, offer] = await say('skabelon');
    deepEqual(
      offer?.files.map(({ kind, name }) => [kind, name]),
      [['consent', 'Brevpapir 2026.docx']],
    );
    deepEqual(Buffer.from(await accept(offer)), Buffer.from(letterhead));
    const [standard] = await pressed(card, 'Hent standardskabelonen');
    deepEqual(Buffer.from(await accept(standard)), Buffer.from(shipped));
    const [example] = await pressed(card, 'Se et eksempel');
    ok((await readNotat(await accept(example))).rows.some(({ department }) => department === 'Digitalisering'));
  });

  it('comes with a link to who has no OneDrive, as long as they are of the secretariat', async () => {
    const letterhead = withLetterhead(shipped);
    await send(letterhead);
    const [card, offer] = await say('skabelon');
    ok(offer);
    await stage.teams.answerConsent(karen, offer, 'decline');
    const declined = fromBot().at(-1);
    const [asked] = await pressed(card, 'Hent med et link');
    const links = [declined, asked].map(addressIn);
    for (const link of links) deepEqual(Buffer.from(await (await fetch(link)).arrayBuffer()), Buffer.from(letterhead));
    await stage.teams.removeMember(open.town.team, karen, karen);
    for (const link of links) equal((await fetch(link)).status, 403);
    const log = stage.log.join('');
    for (const secret of links.flatMap((link) => [link, link.split('/').at(-1) ?? link])) ok(!log.includes(secret));
  });

  it('can be gone back from to an earlier one; of two secretaries, one sees what the other has chosen', async () => {
    const first = withLetterhead(shipped);
    await send(first, 'Brevpapir 2025.docx');
    await send(shipped, 'Brevpapir 2026.docx');
    const [asked] = await say('skabelon');
    ok(asked);
    const listed = await stage.teams.press(karen, asked, 'Tidligere skabeloner');
    match(
      read(listed.card),
      /Jeres skabeloner[\s\S]*Nummer 2: Brevpapir 2026\.docx\s+Bruges nu[\s\S]*Nummer 1: Brevpapir 2025\.docx/u,
    );
    const [stale] = await say('skabelon');
    ok(stale);
    await stage.teams.press(karen, stale, 'Tidligere skabeloner');

    const { card } = await stage.teams.press(karen, asked, 'Tag nummer 1 i brug');
    match(
      read(card),
      /taget i brug igen[\s\S]*Brevpapir 2025\.docx[\s\S]*Sendt af Karen Lund[\s\S]*igen af Karen Lund/u,
    );
    await stage.teams.until(() => /taget i brug igen/u.test(read(asked.card)), 'the card to show it for good');
    const notat = await accept((await say('notat'))[0]);
    equal(headerOf(notat), headerOf(first));

    const refused = await stage.teams.press(karen, stale, 'Gå tilbage til standardskabelonen');
    match(read(refused.card), /En anden skabelon er taget i brug, siden du så kortet/u);
    match(read((await say('skabelon'))[0]?.card), /Brevpapir 2025\.docx[\s\S]*nummer 1/u);
  });

  it('is for the secretariat alone', async () => {
    await stage.teams.removeMember(open.town.team, karen, karen);
    match(read((await send(withLetterhead(shipped)))[0]?.card), /sekretariatets team/u);
    equal(
      stage.teams.traffic.some(({ path }) => path.startsWith('/drive/download/')),
      false,
    );
    match(read((await say('skabelon standard'))[0]?.card), /sekretariatets team/u);
  });

  it('is one Word document, whatever else is sent', async () => {
    const [pdf] = await send(Buffer.from('%PDF-1.7'), 'Brevpapir.pdf');
    match(read(pdf?.card), /ikke et Word-dokument/u);
    const [broken] = await send(Buffer.from('ikke en zip'), 'Brevpapir.docx');
    match(read(broken?.card), /Skabelonen kan ikke bruges[\s\S]*ikke et Word-dokument, der kan læses/u);
    const [large] = await send(new Uint8Array(2 * 1024 * 1024 + 1), 'Brevpapir.docx');
    match(read(large?.card), /for stor[\s\S]*højst fylde 2 MB/u);
    match(read((await say('skabelon'))[0]?.card), /Standardskabelonen/u);
  });

  it('keeps nobody waiting while the worst that may be judged is judged', async () => {
    const worst = inBody('<w:p><w:r><w:t>a</w:t></w:r></w:p>'.repeat(16_000));
    const events: string[] = [];
    const verdict = send(worst).then((messages) => {
      events.push('verdict');
      return messages;
    });
    await stage.teams.until(
      () => stage.teams.traffic.some(({ path }) => path.startsWith('/drive/download/')),
      'the template to be fetched',
    );
    const [asked] = open.asked;
    ok(asked);
    const answer = await stage.teams.press(asked.head, asked.request, 'Send svar', { reply: 'Vi svarer nu.' });
    match(read(answer.card), /Vi svarer nu\./u);
    events.push('answer');
    equal((await fetch(new URL('/healthz', stage.endpoint))).status, 200);
    events.push('health');
    ok((await verdict)[0]?.card);
    deepEqual(events, ['answer', 'health', 'verdict']);
  }).timeout(60_000);

  it('is refused in plain words when there is too much in it', async () => {
    const [card] = await send(inBody('<w:p><w:r><w:t>a</w:t></w:r></w:p>'.repeat(280_000)));
    match(
      read(card?.card),
      /Skabelonen kan ikke bruges[\s\S]*Filen har 841\.\d{3} elementer .* må højst have 50\.000/u,
    );
  });

  it('is asked for again when it could not be fetched', async () => {
    stage.teams.faults.next({ method: 'GET', path: /^\/drive\/download\// }, { status: 503 });
    match(read((await send(withLetterhead(shipped)))[0]?.card), /kunne ikke hentes/u);
  });

  it('leaves nothing of its address, its name or its sender in the log', async () => {
    const [, offer] = await send(withLetterhead(shipped), 'Hemmeligt brevpapir.docx');
    await accept(offer);
    stage.teams.faults.next({ method: 'GET', path: /^\/drive\/download\// }, { status: 503 });
    await send(withLetterhead(shipped), 'Hemmeligt brevpapir.docx');
    const log = stage.log.join('');
    for (const secret of ['/drive/', 'Hemmeligt', 'Karen']) equal(log.includes(secret), false, secret);
  });
});
