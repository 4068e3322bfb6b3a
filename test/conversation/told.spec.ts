import assert from 'node:assert/strict';
import type { Message } from '../../src/application/ports.js';
import type { MentionEntity } from '../../src/cards/mention.js';
import type { Card } from '../../src/cards/render.js';
import { presentMessage } from '../../src/conversation/present-message.js';
import type { Language } from '../../src/domain/language.js';
import { compileNotat, type NotatKind, recordNotat } from '../../src/domain/notat/notat.js';
import type { RoundDepartment } from '../../src/domain/round/round.js';
import type { DepartmentNotice } from '../../src/domain/work/delivery.js';
import { type MessageKind, TOLD, type Told } from '../../src/domain/work/told.js';
import { da, en } from '../../src/text/messages.js';
import { partsOfType, render, shownText } from '../cards/card-parts.js';
import {
  aDecline,
  aDepartment,
  aDraft,
  aNotatId,
  anAcceptedDecline,
  anAnswerToAll,
  anAsk,
  anOverview,
  aPerson,
  aProposal,
  aProposedEdit,
  aQuestion,
  aQuestionAnswer,
  aReminder,
  aRound,
  aRoundDepartment,
  aSecretary,
  aSentBack,
  aSetupRequest,
  aTimeRequest,
  aVersion,
  aWithdrawn,
} from '../support/builders.js';
import { createFixedClock, createReadableLinks, createSequentialIds } from '../support/fakes.js';

const METTE = aPerson({ id: 'mette', name: 'Mette Holm' });
const JONAS = aPerson({ id: 'jonas', name: 'Jonas Bech' });
const ULLA = aPerson({ id: 'ulla', name: 'Ulla Østergaard' });
const STARTER = aSecretary();

const PEOPLE: Readonly<Record<Told, readonly string[]>> = {
  nobody: [],
  heads: [METTE.id, JONAS.id],
  'heads and deputies': [METTE.id, JONAS.id, ULLA.id],
  starter: [STARTER.id],
  askers: [aQuestion().by.id],
};

const HEADED = aDepartment({ heads: [METTE, JONAS], deputies: [ULLA] });
const round = aRound({ state: 'open', createdBy: aPerson({ id: 'planner' }), startedBy: STARTER });

function asked(changes: Partial<RoundDepartment> = {}): RoundDepartment {
  return aRoundDepartment({ department: HEADED, ...changes });
}

function cardOf(changes: Partial<RoundDepartment> = {}): Message {
  return { kind: 'department card', department: asked(changes) };
}

function notice(named: DepartmentNotice, changes: Partial<RoundDepartment> = {}): Message {
  return { kind: 'department notice', department: asked(changes), notice: named };
}

function decision(changes: Partial<RoundDepartment>): Message {
  return { kind: 'follow-up', department: asked(changes), starter: STARTER };
}

function notat(kind: NotatKind): Message {
  const overview = anOverview({ round, departments: [asked({ reply: aVersion() })] });
  const compiledAt = round.createdAt;
  const record = recordNotat(aNotatId(), overview, compiledAt, 0, kind);
  const compiled = compileNotat(overview, compiledAt, kind);
  return { kind: 'notat', round, record, notat: compiled, changes: [], newer: undefined, part: 1 };
}

/** One message of each kind. */
const MESSAGES: Readonly<Record<MessageKind, Message>> = {
  'card: asked': cardOf(),
  'card: draft': cardOf({ draft: aDraft() }),
  'card: returned': cardOf({ reply: aVersion(), sentBack: aSentBack() }),
  'card: approval': cardOf({ proposal: aProposal() }),
  'card: receipt': cardOf({ reply: aVersion() }),
  'card: declined': cardOf({ decline: aDecline() }),
  'card: excused': cardOf({ decline: aDecline({ accepted: anAcceptedDecline() }) }),
  'card: closed': cardOf({ isLocked: true }),
  'card: withdrawn': cardOf({ isLocked: true, withdrawn: aWithdrawn() }),
  'notice: nudged': notice('nudged', { reminders: [aReminder()] }),
  'notice: told again': notice('told again'),
  'notice: sent back': notice('sent back', { reply: aVersion(), sentBack: aSentBack() }),
  'notice: approval wanted': notice('approval wanted', { proposal: aProposal() }),
  'notice: answered on behalf': notice('answered on behalf', { reply: aVersion({ isOnBehalf: true }) }),
  'notice: reopened': notice('reopened'),
  'notice: deadline moved': notice('deadline moved'),
  'notice: time declined': notice('time declined'),
  'notice: question answered': notice('question answered', {
    questions: [aQuestion({ answer: aQuestionAnswer() })],
  }),
  'notice: answered to all': notice('answered to all', { answersToAll: [anAnswerToAll()] }),
  'notice: edit proposed': notice('edit proposed', { reply: aVersion(), proposedEdit: aProposedEdit() }),
  'decision: decline': decision({ decline: aDecline() }),
  'decision: time request': decision({ timeRequest: aTimeRequest() }),
  'decision: made': decision({ decline: aDecline({ accepted: anAcceptedDecline() }) }),
  'question: open': { kind: 'question', department: asked(), question: aQuestion(), starter: STARTER },
  'question: answered': {
    kind: 'question',
    department: asked(),
    question: aQuestion({ answer: aQuestionAnswer() }),
    starter: STARTER,
  },
  'digest: undecided': {
    kind: 'digest',
    overview: anOverview({ round, departments: [asked({ decline: aDecline() })] }),
  },
  'digest: news': { kind: 'digest', overview: anOverview({ round, departments: [asked({ reply: aVersion() })] }) },
  troubles: { kind: 'troubles', overview: anOverview({ round, departments: [asked()] }) },
  'round card': { kind: 'round card', round },
  'notat: interim': notat({ status: 'interim', number: undefined }),
  'notat: complete': notat({ status: 'complete', number: undefined }),
  'notat: final': notat({ status: 'final', number: 1 }),
  'setup request': {
    kind: 'setup request',
    request: aSetupRequest(),
    department: undefined,
    channel: undefined,
    decision: undefined,
  },
  'setup answer': {
    kind: 'setup answer',
    request: aSetupRequest(),
    decision: { isGranted: true, by: aSecretary() },
    language: undefined,
  },
  'secretariat moved': { kind: 'secretariat moved', to: undefined },
  'place news': { kind: 'place news', news: { kind: 'regained', departments: ['Skole'] } },
};

function presented(message: Message, language: Language = 'da') {
  const parts = {
    render,
    messagesIn: (chosen: Language = language) => ({ da, en })[chosen],
    links: createReadableLinks(),
    clock: createFixedClock(),
    ids: createSequentialIds(),
  };
  const [first] = presentMessage(parts, message);
  assert.ok(first?.kind === 'card');
  return first;
}

function entitiesOf(card: Card): readonly MentionEntity[] {
  const { msteams } = card as { readonly msteams?: { readonly entities: readonly MentionEntity[] } };
  return msteams?.entities ?? [];
}

function kinds(): readonly MessageKind[] {
  return Object.keys(TOLD) as MessageKind[]; // `Object.keys` does not tell which.
}

describe('who is mentioned', () => {
  for (const kind of kinds()) {
    it(`in “${kind}” is ${TOLD[kind]}`, () => {
      for (const language of ['da', 'en'] as const) {
        const { card } = presented(MESSAGES[kind], language);
        const entities = entitiesOf(card);
        assert.deepEqual(
          entities.map(({ mentioned }) => mentioned.id),
          PEOPLE[TOLD[kind]],
        );
        const lines = partsOfType(card, 'TextBlock').filter(({ text }) => String(text).includes('<at>'));
        assert.equal(lines.length, entities.length === 0 ? 0 : 1);
        for (const { text } of entities) assert.ok(String(lines[0]?.['text']).includes(text), text);
      }
    });
  }

  it('is nobody in a department without heads', () => {
    for (const message of Object.values(MESSAGES)) {
      if (message.kind !== 'department card' && message.kind !== 'department notice') continue;
      // Whoever has asked is told of the answer, with or without heads.
      if (message.kind === 'department notice' && message.notice === 'question answered') continue;
      const department = { ...message.department, department: aDepartment({ deputies: [ULLA] }) };
      assert.deepEqual(entitiesOf(presented({ ...message, department }).card), []);
    }
  });

  it('is not whoever is told personally: the card only names them', () => {
    for (const message of [MESSAGES['card: asked'], MESSAGES['card: approval'], MESSAGES['notice: nudged']]) {
      assert.ok(message.kind === 'department card' || message.kind === 'department notice');
      const [told, ...others] = message.department.department.heads;
      assert.ok(told);
      const personally = [told.id];
      const department = { ...message.department, personally };
      const { card } = presented({ ...message, department, mentions: { personally, only: undefined } } as Message);
      const ids = entitiesOf(card).map(({ mentioned }) => mentioned.id);
      assert.ok(!ids.includes(told.id));
      assert.ok(others.every(({ id }) => ids.includes(id)));
      const line = String(partsOfType(card, 'TextBlock').find(({ text }) => String(text).includes('<at>'))?.['text']);
      assert.ok(line.includes(told.name) && !line.includes(`<at>${told.name}`), line);
    }
  });

  it('is only those whom a message is for, where it is for some', () => {
    const message = MESSAGES['notice: told again'];
    assert.ok(message.kind === 'department notice');
    const { card } = presented({ ...message, mentions: { personally: [], only: [ULLA.id] } });
    assert.deepEqual(
      entitiesOf(card).map(({ mentioned }) => mentioned.id),
      [ULLA.id],
    );
    assert.match(shownText(card), /^Til Ulla Østergaard$/mu);
  });

  it('is told as one sentence of the card, and not once more below it', () => {
    const request = shownText(presented(MESSAGES['card: asked']).card);
    assert.match(request, /Mette Holm eller Jonas Bech svarer for fagområdet\./u);
    assert.equal(request.match(/svarer for fagområdet/gu)?.length, 1);
    const approval = shownText(presented(MESSAGES['card: approval']).card);
    assert.match(approval, /Mette Holm eller Jonas Bech kan godkende og sende det\./u);
    assert.equal(approval.match(/kan godkende og sende det/gu)?.length, 1);
    assert.match(
      shownText(presented(MESSAGES['notice: nudged']).card),
      /^Til Mette Holm, Jonas Bech og Ulla Østergaard$/mu,
    );
  });
});

/** What the titles of rounds and the names of departments may be. */
const LONG = 'Opfølgning på Borgerrådgiverens beretning om sagsbehandlingstider og klager i alle forvaltninger 2026';

describe('what a phone shows of a message', () => {
  const ABOUT_NO_ROUND = ['setup request', 'setup answer', 'secretariat moved', 'place news', 'decision: made'];

  it('is one short line, which says what it is about, also in a round with a long title', () => {
    for (const kind of kinds()) {
      for (const language of ['da', 'en'] as const) {
        const { summary } = presented(titled(MESSAGES[kind], LONG), language);
        assert.ok(summary !== undefined && summary.length <= 120, `${kind}: ${summary}`);
        assert.doesNotMatch(summary, /\n|undefined/u);
        if (!ABOUT_NO_ROUND.includes(kind)) assert.match(summary, /Opfølgning på/u, kind);
      }
    }
  });

  it('says by when, as long as somebody must act on a deadline', () => {
    for (const kind of kinds()) {
      const isAsked = /^(?:card|notice|decision): /u.test(kind) && TOLD[kind] !== 'nobody';
      // These are about an answer that is there.
      const isAnswered = /: (?:answered on behalf|question answered|edit proposed)$/u.test(kind);
      if (!isAsked || isAnswered) continue;
      assert.match(presented(titled(MESSAGES[kind], LONG)).summary ?? '', /den 25\. november 2026/u, kind);
      assert.match(presented(titled(MESSAGES[kind], LONG), 'en').summary ?? '', /25 November 2026/u, kind);
    }
  });

  it('says of the overview of a round that it has been called off', () => {
    const overview = anOverview({ round: { ...round, state: 'withdrawn', withdrawn: aWithdrawn() } });
    const { summary } = presented({ kind: 'desk', overview, teams: [] });
    assert.equal(summary, da.withdrawal.summary(round.plan.ask.title));
  });

  it('says who wants what', () => {
    const summaries = kinds().map((kind) => `${kind} | ${presented(titled(MESSAGES[kind], 'Tilsynet')).summary}`);
    assert.deepEqual(summaries, [
      'card: asked | Sekretariatet beder om jeres svar på ”Tilsynet” senest den 25. november 2026',
      'card: draft | Sekretariatet beder om jeres svar på ”Tilsynet” senest den 25. november 2026',
      'card: returned | Sekretariatet beder om et nyt svar på ”Tilsynet” senest den 25. november 2026',
      'card: approval | Godkend svaret på ”Tilsynet” senest den 25. november 2026',
      'card: receipt | Svaret på ”Tilsynet” er modtaget',
      'card: declined | I har meldt, at ”Tilsynet” ikke vedrører jer',
      'card: excused | I skal ikke svare på ”Tilsynet”',
      'card: closed | Runden ”Tilsynet” er afsluttet',
      'card: withdrawn | I skal ikke svare på ”Tilsynet”',
      'notice: nudged | Påmindelse nr. 1: Svar på ”Tilsynet” senest den 25. november 2026',
      'notice: told again | Sekretariatet venter på jer: Svar på ”Tilsynet” senest den 25. november 2026',
      'notice: sent back | Sekretariatet beder om et nyt svar på ”Tilsynet” senest den 25. november 2026',
      'notice: approval wanted | Godkend svaret på ”Tilsynet” senest den 25. november 2026',
      'notice: answered on behalf | Læs svaret på ”Tilsynet”, som sekretariatet har givet på jeres vegne',
      'notice: reopened | Runden er åbnet igen: Svar på ”Tilsynet” senest den 25. november 2026',
      'notice: deadline moved | Ny frist: Svar på ”Tilsynet” senest den 25. november 2026',
      'notice: time declined | I får ikke mere tid: Svar på ”Tilsynet” senest den 25. november 2026',
      'notice: question answered | Sekretariatet har svaret på jeres spørgsmål om ”Tilsynet”',
      'notice: answered to all | Sekretariatet har svaret alle: Svar på ”Tilsynet” senest den 25. november 2026',
      'notice: edit proposed | Sekretariatet foreslår en rettelse i svaret på ”Tilsynet”',
      'decision: decline | Afgør, om Børn og Familie skal svare på ”Tilsynet” (frist den 25. november 2026)',
      'decision: time request | Afgør, om Børn og Familie skal have mere tid til ”Tilsynet” (frist den 25. november 2026)',
      'decision: made | Fagområdets svar: Børn og Familie',
      'question: open | Børn og Familie har et spørgsmål om ”Tilsynet”',
      'question: answered | Spørgsmål fra Børn og Familie om ”Tilsynet” er besvaret',
      'digest: undecided | Nyt i runden ”Tilsynet”: 0 af 1 har svaret, ét venter på jer',
      'digest: news | Nyt i runden ”Tilsynet”: 1 af 1 har svaret',
      'troubles | Noget i runden ”Tilsynet” er ikke nået frem',
      'round card | Runden ”Tilsynet” er startet. Fristen er den 25. november 2026',
      'notat: interim | Foreløbigt notat: ”Tilsynet”',
      'notat: complete | Notatet er klar: Læs det, og afslut runden ”Tilsynet”',
      'notat: final | Notat 1 er endeligt: ”Tilsynet”',
      `setup request | ${da.setup.requestHeading(undefined)}`,
      'setup answer | Sekretariatet har godkendt ønsket',
      'secretariat moved | Sekretariatet er flyttet',
      'place news | Et fagområde kan nås igen',
    ]);
  });
});

/** The same message about a round with another title. */
function titled(message: Message, title: string): Message {
  const about = (department: RoundDepartment) => ({ ...department, ask: anAsk({ title }) });
  const of = (known: typeof round) => ({ ...known, plan: { ...known.plan, ask: anAsk({ title }) } });
  switch (message.kind) {
    case 'department card':
    case 'department notice':
    case 'follow-up':
    case 'question':
      return { ...message, department: about(message.department) };
    case 'troubles':
    case 'digest': {
      const { overview } = message;
      const departments = overview.departments.map(about);
      return { ...message, overview: { ...overview, round: of(overview.round), departments } };
    }
    case 'round card':
      return { ...message, round: of(message.round) };
    case 'notat':
      return { ...message, notat: { ...message.notat, title } };
    default:
      return message;
  }
}
