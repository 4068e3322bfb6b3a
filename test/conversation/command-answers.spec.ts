import assert from 'node:assert/strict';
import { initialInputs } from '../../dev/local-teams/card-actions.js';
import { cardText } from '../../dev/local-teams/card-text.js';
import type { Members } from '../../src/application/ports.js';
import type { Card } from '../../src/cards/render.js';
import type { Mention } from '../../src/conversation/acts.js';
import type { Sent } from '../../src/conversation/answer.js';
import { createConversation } from '../../src/conversation/conversation.js';
import type { ChannelAddress } from '../../src/domain/channel/channel.js';
import { operationId } from '../../src/domain/ids.js';
import { HEADS_MAX } from '../../src/domain/limits.js';
import type { Person } from '../../src/domain/person.js';
import { accepted } from '../../src/domain/result.js';
import { da, en } from '../../src/text/messages.js';
import type { Notice } from '../../src/text/notice.js';
import { partsOfType } from '../cards/card-parts.js';
import {
  aDepartment,
  aDepartmentId,
  aMember,
  anAct,
  anAddress,
  aPosted,
  aRegisteredDepartment,
  aRoundForm,
  aRoundId,
  aSecretariat,
  aTrace,
} from '../support/builders.js';
import { createRecordingLog } from '../support/fakes.js';
import { createMemoryStores } from '../support/memory-stores.js';
import { AASE, type ABot, aBot, cardOf, readAnswer, SECRETARIAT, SECRETARY, ULLA } from './a-bot.js';
import { mentioning } from './written.js';

const MENTIONED = [AASE, ULLA].map(({ id, name }): Mention => ({ id: `29:${id}`, name }));
const [MENTIONS_AASE, MENTIONS_ULLA] = MENTIONED.map(({ name }) => `<at>${name}</at>`);
const STRANGER: Mention = { id: '29:fremmed', name: 'Kim Fremmed' };

/** Everyone in the channel, each under the id that begins with `29:`. */
const members: Members = {
  find: async (_, memberId) => {
    const person = [AASE, ULLA].find(({ id }) => memberId === `29:${id}`);
    return person && aMember(person);
  },
};
const nobodyAsked: Members = { find: () => Promise.reject(new Error('nobody was to be asked')) };

const cardIn = (sent: Sent): Card => {
  assert.ok(sent.kind === 'card');
  return sent.card;
};
const summaryOf = (sent: Sent) => sent.kind === 'card' && sent.summary;
const headingOf = (answer: Sent) => cardText(cardIn(answer)).split('\n')[0];

function assertNotice(answer: Sent, { heading, text }: Notice): void {
  assert.equal(cardText(cardIn(answer)), `${heading}\n${text}`);
  assert.equal(summaryOf(answer), heading);
}

interface Written {
  readonly mentions?: readonly Mention[];
  readonly by?: Person;
  readonly at?: ChannelAddress;
  /** The thread that it is written in, where that is told. */
  readonly thread?: string;
}

/** What the bot answers when this is written to it. */
function writer(bot: ABot) {
  let written = 0;
  return async (
    text: string,
    { mentions = MENTIONED, at = anAddress(), by = at === SECRETARIAT ? SECRETARY : AASE, thread }: Written = {},
  ): Promise<Sent> => {
    const message = mentioning(
      text,
      mentions.filter(({ name }) => text.includes(`<at>${name}</at>`)),
    );
    written += 1;
    const incoming = anAct({ by, address: at, thread, activityId: `17000000000${written}` });
    const talk = createConversation(bot.deps, createRecordingLog());
    const [answer] = talk.messagesOf(await talk.write(message, accepted(incoming)));
    assert.ok(answer);
    return answer;
  };
}

describe('saying who may answer for a department', () => {
  let bot: ABot;
  let write: ReturnType<typeof writer>;
  beforeEach(async () => {
    bot = await aBot({}, { members });
    const say = writer(bot);
    write = (text, written) => say(text, { by: SECRETARY, ...written });
  });

  const heads = async () => (await bot.department()).department.heads;

  it('appoints those who are mentioned, under their Entra ids', async () => {
    const answer = await write(`chef ${MENTIONS_AASE} og ${MENTIONS_ULLA}`);
    assertNotice(answer, da.registration.heads([AASE, ULLA]));
    assert.deepEqual(await heads(), [AASE, ULLA]);
  });

  it('appoints someone once, however often they are mentioned', async () => {
    const both: Mention = { id: `29:${AASE.id}`, name: 'Brøndum' };
    assertNotice(
      await write(`chef ${MENTIONS_AASE} <at>Brøndum</at>`, { mentions: [...MENTIONED, both] }),
      da.registration.heads([AASE]),
    );
  });

  it('lets anyone answer again', async () => {
    await write(`chef ${MENTIONS_AASE}`);
    assertNotice(await write('chef ingen'), da.registration.heads([]));
    assert.deepEqual(await heads(), []);
  });

  it('asks for a mention where there is none', async () => {
    for (const text of ['chef', 'chef Åse Brøndum']) assertNotice(await write(text), da.registration.headsWanted());
  });

  it('appoints nobody when one of them is not found, and says whom', async () => {
    const answer = await write(`chef ${MENTIONS_AASE} <at>Kim Fremmed</at>`, { mentions: [...MENTIONED, STRANGER] });
    assertNotice(answer, da.registration.personNotFound('Kim Fremmed'));
    assert.deepEqual(await heads(), []);
  });

  it('appoints no more than a card’s line holds, and asks for none of them', async () => {
    bot = await aBot({}, { members: nobodyAsked });
    const many = Array.from({ length: HEADS_MAX + 1 }, (_, number): Mention => {
      return { id: `29:${number}`, name: `Chef ${number}.` };
    });
    const answer = await writer(bot)(`chef ${many.map(({ name }) => `<at>${name}</at>`).join(' ')}`, {
      mentions: many,
      by: SECRETARY,
    });
    assertNotice(answer, da.registration.tooManyPeople(HEADS_MAX));
  });

  it('is for departments’ channels', async () => {
    for (const at of [SECRETARIAT, anAddress({}, 'ingens')]) {
      for (const text of ['chef', 'chef ingen', `chef ${MENTIONS_AASE}`]) {
        assertNotice(await write(text, { at }), da.registration.onlyInDepartments());
      }
    }
  });
});

describe('naming a head’s deputies', () => {
  let bot: ABot;
  let write: ReturnType<typeof writer>;
  beforeEach(async () => {
    bot = await aBot({}, { members });
    const say = writer(bot);
    write = (text, written) => say(text, { by: SECRETARY, ...written });
  });

  const deputies = async () => (await bot.department()).department.deputies;

  it('says that they do not count as long as there is no head', async () => {
    assertNotice(await write(`stedfortræder ${MENTIONS_ULLA}`), da.registration.deputies([ULLA], 0));
    await write(`chef ${MENTIONS_AASE}`);
    assertNotice(await write(`stedfortræder ${MENTIONS_ULLA}`), da.registration.deputies([ULLA], 1));
    assert.deepEqual(await deputies(), [ULLA]);
  });

  it('is undone by naming nobody', async () => {
    await write(`stedfortræder ${MENTIONS_ULLA}`);
    assertNotice(await write('stedfortræder ingen'), da.registration.deputies([], 0));
    assert.deepEqual(await deputies(), []);
  });

  it('asks for a mention where there is none', async () => {
    assertNotice(await write('stedfortræder'), da.registration.deputiesWanted());
  });

  it('is for departments’ channels', async () => {
    assertNotice(await write('stedfortræder ingen', { at: SECRETARIAT }), da.registration.onlyInDepartments());
  });
});

describe('naming a director', () => {
  let bot: ABot;
  let write: ReturnType<typeof writer>;
  beforeEach(async () => {
    bot = await aBot({}, { members });
    const say = writer(bot);
    write = (text, written) => say(text, { by: SECRETARY, ...written });
  });

  const director = async () => (await bot.department()).department.director;

  it('says whom late reminders name from now on, also in a round under way', async () => {
    assertNotice(await write(`direktør ${MENTIONS_ULLA}`), da.registration.director(ULLA));
    assert.deepEqual(await director(), ULLA);
  });

  it('is undone by naming nobody', async () => {
    await write(`direktør ${MENTIONS_ULLA}`);
    assertNotice(await write('direktør ingen'), da.registration.director(undefined));
    assert.equal(await director(), undefined);
  });

  it('names one person, and asks for a mention where there is none', async () => {
    assertNotice(await write(`direktør ${MENTIONS_ULLA} og ${MENTIONS_AASE}`), da.registration.tooManyPeople(1));
    assertNotice(await write('direktør'), da.registration.directorWanted());
    assert.equal(await director(), undefined);
  });

  it('is for departments’ channels, and is asked of the secretariat by those who may not', async () => {
    assertNotice(await write('direktør ingen', { at: SECRETARIAT }), da.registration.onlyInDepartments());
    assert.equal(headingOf(await write(`direktør ${MENTIONS_ULLA}`, { by: AASE })), da.setup.asked().heading);
    assert.equal(await director(), undefined);
  });
});

describe('the reminders of a round in writing', () => {
  let bot: ABot;
  let write: ReturnType<typeof writer>;
  const THERE = { at: SECRETARIAT, by: SECRETARY };
  beforeEach(async () => {
    bot = await aBot({}, { members });
    write = writer(bot);
  });

  const NEXT = 'Næste påmindelse: fredag den 20. november 2026 kl. 9.00 til to fagområder.';

  it('are shown with their plan, which can be changed there', async () => {
    const shown = cardIn(await write('vis plan', THERE));
    assert.equal(cardText(shown).split('\n')[0], da.reminderPlan.heading);
    assert.deepEqual(initialInputs(shown), { remindBefore: '3', remindOnDay: 'true', remindAfter: '2' });
    const typed = { remindBefore: '5,1', remindOnDay: 'false', remindAfter: 'never' };
    const answer = readAnswer(await bot.press(shown, 'round.save-plan', { ...THERE, typed }));
    assert.ok(answer.includes(da.reminderPlan.saved), answer);
    assert.ok(answer.includes('Påmindelse 5 og 1 arbejdsdage før; ingen rykkere.'), answer);
    const again = cardIn(await write('påmindelser', THERE));
    assert.deepEqual(initialInputs(again), typed);
  });

  it('keep their plan when what is chosen is none', async () => {
    const shown = cardIn(await write('vis plan', THERE));
    const typed = { remindBefore: '99', remindAfter: '0' };
    const answer = readAnswer(await bot.press(shown, 'round.save-plan', { ...THERE, typed }));
    for (const field of ['remindBefore', 'remindAfter'] as const) {
      assert.ok(answer.includes(da.reminderPlan.problem({ field, kind: 'out of bounds' })), answer);
    }
  });

  it('can be tried, which sends nothing and says when the next goes', async () => {
    const tried = cardText(cardIn(await write('ryk --prøv', THERE)));
    assert.ok(tried.startsWith(da.reminderPlan.nothingNow) && tried.includes(NEXT), tried);
    bot.clock.advance(16 * 24 * 3_600_000);
    const later = cardText(cardIn(await write('ryk --prøv', THERE)));
    assert.ok(later.startsWith(da.reminderPlan.dryRun), later);
    assert.ok(later.includes('Påmindelse nr. 1, planlagt til fristdagen'), later);
    assert.deepEqual((await bot.department()).reminders, []);
  });

  it('go out by themselves, as whoever writes ryk is told', async () => {
    assertNotice(await write('ryk', THERE), da.reminderPlan.byThemselves(NEXT));
  });

  it('cannot be shown where there is no round', async () => {
    const none = writer({ ...bot, deps: { ...bot.deps, ...createMemoryStores(), channels: bot.stores.channels } });
    for (const text of ['vis plan', 'ryk --prøv', 'ryk']) {
      assertNotice(await none(text, THERE), da.notices.noRound());
    }
  });
});

describe('naming the secretaries', () => {
  let bot: ABot;
  let write: ReturnType<typeof writer>;
  beforeEach(async () => {
    bot = await aBot({}, { members });
    write = writer(bot);
  });

  const secretaries = async () => (await bot.stores.channels.secretariat(SECRETARIAT.tenantId))?.secretaries;
  const THERE = { at: SECRETARIAT, by: SECRETARY };

  it('names those who are mentioned, and no others', async () => {
    const answer = await write(`sekretær ${MENTIONS_ULLA} og ${MENTIONS_AASE}`, THERE);
    assertNotice(answer, da.setup.secretaries([ULLA, AASE]));
    assert.deepEqual(await secretaries(), [ULLA, AASE]);
  });

  it('gives it back to the team by naming nobody', async () => {
    assertNotice(await write('sekretær ingen', THERE), da.setup.secretaries([]));
    assert.deepEqual(await secretaries(), []);
  });

  it('can name a guest of the municipality', async () => {
    const asGuest: Members = { find: async () => aMember(ULLA, { isGuest: true }) };
    write = writer({ ...bot, deps: { ...bot.deps, members: asGuest } });
    assertNotice(await write(`sekretær ${MENTIONS_ULLA}`, THERE), da.setup.secretaries([ULLA]));
  });

  it('names nobody of another tenant', async () => {
    const asForeigner: Members = { find: async () => aMember(ULLA, { isForeign: true }) };
    write = writer({ ...bot, deps: { ...bot.deps, members: asForeigner } });
    assertNotice(await write(`sekretær ${MENTIONS_ULLA}`, THERE), da.registration.personNotFound(ULLA.name));
    assert.deepEqual(await secretaries(), [SECRETARY]);
  });

  it('names nobody when one of them is not found, and says whom', async () => {
    const answer = await write(`sekretær ${MENTIONS_ULLA} <at>Kim Fremmed</at>`, {
      ...THERE,
      mentions: [...MENTIONED, STRANGER],
    });
    assertNotice(answer, da.registration.personNotFound('Kim Fremmed'));
  });

  it('asks for a mention where there is none', async () => {
    for (const text of ['sekretær', 'sekretær Åse Brøndum']) {
      assertNotice(await write(text, THERE), da.setup.secretariesWanted());
    }
  });

  it('names no more than there is room for', async () => {
    const many = Array.from({ length: HEADS_MAX + 1 }, (_, number): Mention => {
      return { id: `29:${number}`, name: `Sekretær ${number}.` };
    });
    const text = `sekretær ${many.map(({ name }) => `<at>${name}</at>`).join(' ')}`;
    assertNotice(await write(text, { ...THERE, mentions: many }), da.registration.tooManyPeople(HEADS_MAX));
  });

  it('is for secretaries and administrators, in the secretariat’s channel', async () => {
    const text = `sekretær ${MENTIONS_ULLA}`;
    assertNotice(await write(text, { at: SECRETARIAT, by: ULLA }), da.rights.notSecretary(false));
    assertNotice(await write(text, { by: SECRETARY }), da.rights.notSecretariatsChannel(undefined, true));
    assert.deepEqual(await secretaries(), [SECRETARY]);
  });
});

describe('asking for help', () => {
  let bot: ABot;
  let write: ReturnType<typeof writer>;
  beforeEach(async () => {
    bot = await aBot({}, { members });
    write = writer(bot);
  });

  /** What can be written, by the words it begins with. */
  const offered = async (at: ChannelAddress, by = AASE) =>
    cardText(cardIn(await write('hjælp', { at, by })))
      .split('\n')
      .flatMap((line) => (/ – /u.test(line) ? [line.split(' – ')[0]] : []));

  it('tells a department what it can write in its channel', async () => {
    assert.deepEqual(await offered(anAddress()), [
      'tilknyt Børn og Unge',
      'versioner',
      'chef @navn',
      'chef ingen',
      'stedfortræder @navn',
      'direktør @navn',
      'direktør ingen',
      'sprog engelsk',
      'sprog dansk',
      'frakobl',
      'hjælp',
    ]);
  });

  it('tells the secretariat what it can write in its own', async () => {
    assert.deepEqual(await offered(SECRETARIAT, SECRETARY), [
      'ny runde',
      'status',
      'runder',
      'frist 1.12.2026',
      'ret runden',
      'vis plan',
      'ryk --prøv',
      'ryk',
      'notat',
      'afslut',
      'træk tilbage',
      'opsætning',
      'sekretær @navn',
      'sekretær ingen',
      'frakobl',
      'hjælp',
    ]);
  });

  it('tells a secretary who is no administrator nothing of what only administrators may do', async () => {
    await bot.stores.channels.register(aSecretariat({ secretaries: [ULLA] }), aTrace());
    assert.deepEqual(await offered(SECRETARIAT, ULLA), [
      'ny runde',
      'status',
      'runder',
      'frist 1.12.2026',
      'ret runden',
      'vis plan',
      'ryk --prøv',
      'ryk',
      'notat',
      'afslut',
      'træk tilbage',
      'opsætning',
      'sekretær @navn',
      'sekretær ingen',
      'hjælp',
    ]);
  });

  it('tells an administrator who is no secretary nothing of rounds', async () => {
    await bot.stores.channels.register(aSecretariat({ secretaries: [ULLA] }), aTrace());
    assert.deepEqual(await offered(SECRETARIAT, SECRETARY), [
      'opsætning',
      'sekretær @navn',
      'sekretær ingen',
      'frakobl',
      'hjælp',
    ]);
  });

  it('tells someone who is neither only of help', async () => {
    assert.deepEqual(await offered(SECRETARIAT, ULLA), ['hjælp']);
  });

  it('tells everyone in the secretariat’s channel how rounds are run as long as no secretary is named', async () => {
    await bot.stores.channels.register(aSecretariat({ secretaries: [] }), aTrace());
    assert.ok((await offered(SECRETARIAT, ULLA)).includes('ny runde'));
  });

  it('tells how a channel is registered where it is nobody’s yet', async () => {
    const nobodys = anAddress({}, 'ingens');
    assert.deepEqual(await offered(nobodys), ['opsætning', 'tilknyt Socialområdet', 'hjælp']);
    assert.deepEqual(await offered(nobodys, SECRETARY), [
      'opsætning',
      'tilknyt Socialområdet',
      'tilknyt sekretariatet',
      'hjælp',
    ]);
  });
});

describe('closing the round in writing', () => {
  let bot: ABot;
  let write: ReturnType<typeof writer>;
  beforeEach(async () => {
    bot = await aBot();
    write = writer(bot);
  });

  it('shows what stands between it and its final notat, and closes nothing yet', async () => {
    const card = cardIn(await write('afslut', { at: SECRETARIAT }));
    assert.ok(cardText(card).includes(da.closing.missing(2)));
    assert.equal((await bot.stores.rounds.readRound(aRoundId()))?.value.state, 'open');
  });

  it('can be left for the newest notat', async () => {
    let notat: Sent | undefined;
    for (const minutes of [0, 1]) {
      bot.clock.advance(minutes * 60_000);
      notat = await write('notat', { at: SECRETARIAT });
    }
    assert.ok(notat);
    const notats = await bot.stores.rounds.readNotats(aRoundId());
    const check = await bot.press(cardIn(notat), 'round.prepare-closing', { by: SECRETARY, at: SECRETARIAT });
    const card = JSON.stringify(cardOf(check));
    assert.deepEqual(
      notats.map(({ id, compiledAt }) => [compiledAt, card.includes(id)]),
      notats.map(({ compiledAt }) => [compiledAt, compiledAt.getTime() === bot.clock.now().getTime()]),
    );
    assert.equal(notats.length, 2);
  });

  it('says so when it is closed already', async () => {
    const present = await bot.stores.rounds.readRound(aRoundId());
    assert.ok(present);
    const round = { ...present.value, state: 'closed' } as const;
    const changes = [{ change: 'replace round', round, etag: present.etag }] as const;
    await bot.stores.rounds.commit(aRoundId(), operationId('luk'), changes);
    const answer = await write('afslut', { at: SECRETARIAT });
    assert.equal(headingOf(answer), da.closing.notOpen('closed').heading);
  });
});

describe('running rounds in writing', () => {
  it('is told where the secretariat’s channel is, anywhere else', async () => {
    const bot = await aBot();
    await bot.stores.channels.register(aSecretariat({ name: 'Notater' }), aTrace());
    const write = writer(bot);
    for (const text of ['ny runde', 'frist 4. december', 'notat', 'afslut']) {
      assertNotice(await write(text), da.rights.notSecretariatsChannel('Notater', true));
      assertNotice(
        await write(text, { at: anAddress({}, 'ingens') }),
        da.rights.notSecretariatsChannel('Notater', false),
      );
    }
  });
});

describe('asking for the versions of a reply', () => {
  it('shows a department those that it has', async () => {
    const write = writer(await aBot());
    assert.equal(headingOf(await write('versioner')), da.versions.heading);
  });

  it('is for departments', async () => {
    const write = writer(await aBot());
    assertNotice(await write('versioner', { at: SECRETARIAT }), da.notices.onlyDepartments());
  });
});

describe('asking for what there is no round for', () => {
  it('is told so', async () => {
    const write = writer(await aBot({}, { index: createMemoryStores().index }));
    assertNotice(await write('versioner'), da.notices.notAskedYet());
    for (const text of ['status', 'notat']) assertNotice(await write(text, { at: SECRETARIAT }), da.notices.noRound());
  });
});

describe('choosing a department’s language', () => {
  let bot: ABot;
  let write: ReturnType<typeof writer>;
  beforeEach(async () => {
    bot = await aBot();
    write = writer(bot);
  });

  it('is answered in that language, and so is everything after', async () => {
    assertNotice(await write('sprog engelsk'), en.registration.language());
    assert.equal((await bot.department()).department.language, 'en');
    assert.equal(headingOf(await write('hjælp')), en.help.department.heading);
    assert.equal(headingOf(await write('ny runde')), en.rights.notSecretariatsChannel(undefined, true).heading);
    assertNotice(await write('language danish'), da.registration.language());
    assert.equal(headingOf(await write('help')), da.help.department.heading);
  });

  it('asks which when it is none that the bot speaks', async () => {
    for (const text of ['sprog', 'sprog tysk']) assertNotice(await write(text), da.registration.languageWanted());
  });

  it('is for departments’ channels', async () => {
    for (const at of [SECRETARIAT, anAddress({}, 'ingens')]) {
      assertNotice(await write('sprog engelsk', { at }), da.registration.onlyInDepartments());
    }
  });

  it('changes nothing for the secretariat', async () => {
    await write('sprog engelsk');
    assert.equal(headingOf(await write('help', { at: SECRETARIAT, by: SECRETARY })), da.help.secretariat.heading);
  });
});

const PREVIEW = { verb: 'round.preview', title: 'Opfølgning' };

describe('a new round', () => {
  it('is for departments, of which there must be one', async () => {
    const bot = await aBot();
    const channels = { ...bot.deps.channels, list: async () => [aSecretariat()] };
    const answer = await writer({ ...bot, deps: { ...bot.deps, channels } })('ny runde', { at: SECRETARIAT });
    assertNotice(answer, da.notices.noDepartments());
  });
});

describe('a new round with very many departments', () => {
  it('asks for whole teams where the form has no room for the departments', async () => {
    const bot = await aBot();
    const listed = Array.from({ length: 1_000 }, (_, n) =>
      aRegisteredDepartment({
        address: anAddress({ teamId: `team-${n % 12}` }, `d${n}`),
        department: aDepartment({ id: aDepartmentId(String(n).padStart(36, '0')), name: `Fagområdet nummer ${n}` }),
      }),
    );
    const channels = { ...bot.deps.channels, list: async () => [aSecretariat(), ...listed] };
    const deps = { ...bot.deps, channels };
    const form = cardIn(await writer({ ...bot, deps })('ny runde', { at: SECRETARIAT }));
    const teams = partsOfType(form, 'Input.ChoiceSet').find(({ id }) => id === 'teams');
    assert.equal(String(teams?.['value']).split(',').length, 12);
    const press = anAct({ by: SECRETARY, address: SECRETARIAT, activityId: 'f:1', posted: aPosted() });
    const filled = {
      ...aRoundForm({ deadline: '2026-12-01' }),
      verb: 'round.preview',
      asksTeams: true,
      teams: 'team-3',
    };
    const answer = await createConversation(deps, createRecordingLog()).press(filled, accepted(press));
    assert.match(readAnswer(answer), /Sendes til 84 fagområder/u);
  });

  it('is told how many the form has room for where their teams are too many too, by the command and by the form that was open already', async () => {
    const bot = await aBot();
    const listed = Array.from({ length: 450 }, (_, n) =>
      aRegisteredDepartment({
        address: anAddress({ teamId: `19:${String(n).padStart(32, '0')}@thread.tacv2` }, `d${n}`),
        department: aDepartment({ id: aDepartmentId(String(n).padStart(36, '0')), name: `Fagområdet nummer ${n}` }),
      }),
    );
    const channels = { ...bot.deps.channels, list: async () => [aSecretariat(), ...listed] };
    const deps = { ...bot.deps, channels };
    const { text, heading } = noticeIn(await writer({ ...bot, deps })('ny runde', { at: SECRETARIAT }));
    assert.equal(heading, 'Der er for mange fagområder');
    const most = Number(/450 fagområder er tilknyttet, og formularen har plads til (?<most>\d+)\./u.exec(text)?.[1]);
    assert.ok(most > 100 && most < 450, text);
    const press = anAct({ by: SECRETARY, address: SECRETARIAT, activityId: 'f:1', posted: aPosted() });
    assert.deepEqual(await createConversation(deps, createRecordingLog()).press(PREVIEW, accepted(press)), {
      kind: 'notice',
      notice: da.notices.tooManyDepartments(450, most),
    });
  });
});

function noticeIn(answer: Sent): Notice {
  const [heading = '', text = ''] = cardText(cardIn(answer)).split('\n');
  return { heading, text };
}
