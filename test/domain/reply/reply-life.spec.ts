import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { compileNotat } from '../../../src/domain/notat/notat.js';
import type { ReplyVersion } from '../../../src/domain/reply/reply.js';
import {
  AS_BEFORE,
  afterEvent,
  canHappen,
  isAsking,
  REPLY_LIFE,
  type ReplyEvent,
  type ReplyEventKind,
  type ReplyState,
  replyStateOf,
} from '../../../src/domain/reply/reply-life.js';
import { standingOf } from '../../../src/domain/reply/standing.js';
import type { RoundDepartment } from '../../../src/domain/round/round.js';
import {
  aDecline,
  aDraft,
  aNilReply,
  anAcceptedDecline,
  anOverview,
  aPerson,
  aPlan,
  aProposal,
  aProposedEdit,
  aRound,
  aRoundDepartment,
  aSentBack,
  aVersion,
  START,
} from '../../support/builders.js';

/** Where each event (across) leads from each state (down); `-` for what cannot happen. */
const TABLE = `
|                   | ask   | save draft        | propose           | answer   | decline  | accept decline | propose edit | dismiss edit | send back | lock   | unlock    |
| not asked         | asked | -                 | -                 | -        | -        | -              | -            | -            | -         | -      | -         |
| asked             | -     | draft             | awaiting approval | answered | declined | -              | -            | -            | -         | locked | -         |
| draft             | -     | draft             | awaiting approval | answered | declined | -              | -            | -            | -         | locked | -         |
| awaiting approval | -     | awaiting approval | awaiting approval | answered | -        | -              | -            | -            | -         | locked | -         |
| declined          | -     | declined          | -                 | answered | -        | excused        | -            | -            | returned  | locked | -         |
| excused           | -     | excused           | -                 | answered | -        | excused        | -            | -            | returned  | locked | -         |
| answered          | -     | answered          | awaiting approval | answered | -        | -              | answered     | answered     | returned  | locked | -         |
| returned          | -     | returned          | awaiting approval | answered | -        | -              | -            | -            | returned  | locked | -         |
| locked            | -     | -                 | -                 | -        | -        | -              | -            | -            | -         | -      | as before |
`;

interface Cell {
  readonly from: string;
  readonly event: string;
  readonly to: string;
}

const CELLS = cellsOf(TABLE);

const isAwaited = (department: RoundDepartment) => standingOf(department).kind === 'awaited';

type AskedState = Exclude<ReplyState, 'not asked' | 'locked'>;

/** Every way to be in a state, as far as what lies beside it goes. */
const UNLOCKED: Readonly<Record<AskedState, readonly RoundDepartment[]>> = {
  asked: [aRoundDepartment(), aRoundDepartment({ trouble: { fate: 'stopped', what: 'post request', word: '403' } })],
  draft: [aRoundDepartment({ draft: aDraft() })],
  'awaiting approval': withAndWithoutDraft(
    { proposal: aProposal() },
    { proposal: aProposal(), reply: aVersion() },
    { proposal: aProposal(), sentBack: aSentBack() },
    { proposal: aProposal(), sentBack: aSentBack(), reply: aVersion() },
  ),
  declined: withAndWithoutDraft({ decline: aDecline() }),
  excused: withAndWithoutDraft(
    { decline: aDecline({ accepted: anAcceptedDecline({ inNotat: true }) }) },
    { decline: aDecline({ accepted: anAcceptedDecline({ inNotat: false }) }) },
  ),
  answered: withAndWithoutDraft({ reply: aVersion() }, { reply: aVersion({ number: 7, content: aNilReply('Nej.') }) }),
  returned: withAndWithoutDraft({ sentBack: aSentBack(), reply: aVersion() }, { sentBack: aSentBack() }),
};

const ARRANGED: Readonly<Record<Exclude<ReplyState, 'not asked'>, readonly RoundDepartment[]>> = {
  ...UNLOCKED,
  locked: Object.values(UNLOCKED)
    .flat()
    .map((department) => ({ ...department, isLocked: true })),
};

function withAndWithoutDraft(...all: readonly Partial<RoundDepartment>[]): readonly RoundDepartment[] {
  return all.flatMap((changes) => [aRoundDepartment(changes), aRoundDepartment({ ...changes, draft: aDraft() })]);
}

describe('the life of a reply', () => {
  it('has a cell for every state and every event', () => {
    assert.deepEqual(new Set(CELLS.map(({ from }) => from)), new Set(Object.keys(REPLY_LIFE)));
    assert.equal(CELLS.length, Object.keys(REPLY_LIFE).length * (EVENT_KINDS.length + 1));
  });

  for (const [state, departments] of Object.entries(ARRANGED)) {
    it(`is told from the department: ${state}`, () => {
      for (const department of departments) assert.equal(replyStateOf(department), state);
    });
  }

  for (const { from, event, to } of CELLS) {
    if (from === 'not asked' || event === 'ask') describeAsking(from, event, to);
    else if (to === '-') describeImpossible(from, event);
    else describePossible(from, event, to);
  }
});

/** `ask` makes a department's row, so before it there is none for an event to happen to. */
function describeAsking(from: string, event: string, to: string): void {
  it(to === '-' ? `cannot be told "${event}" when ${from}` : `is ${to} after "${event}" when ${from}`, () => {
    const cells: Readonly<Partial<Record<string, string>>> = REPLY_LIFE[stateNamed(from)];
    assert.equal(cells[event] ?? '-', to);
    for (const department of departmentsIn(from)) assert.equal(canHappen(department, 'ask'), false);
  });
}

function describeImpossible(from: string, event: string): void {
  it(`cannot be told "${event}" when ${from}`, () => {
    const kind = eventNamed(event);
    for (const department of departmentsIn(from)) {
      assert.equal(canHappen(department, kind), false);
      assert.equal(afterEvent(department, eventOf({ kind }, department, 1)), undefined);
    }
  });
}

function describePossible(from: string, event: string, to: string): void {
  it(`is ${to} after "${event}" when ${from}`, () => {
    const kind = eventNamed(event);
    for (const department of departmentsIn(from)) {
      assert.equal(canHappen(department, kind), true);
      const after = afterEvent(department, eventOf({ kind }, department, 1));
      assert.ok(after !== undefined);
      const expected = to === AS_BEFORE ? replyStateOf({ ...department, isLocked: false }) : to;
      assert.equal(replyStateOf(after), expected);
    }
  });
}

describe('an event in the life of a reply', () => {
  const department = aRoundDepartment({
    reply: aVersion(),
    draft: aDraft(),
    proposal: aProposal(),
    sentBack: aSentBack(),
    presses: ['tryk-1'],
    trouble: { fate: 'stopped', what: 'post request', word: '403 BotNotInConversationRoster' },
  });

  it('puts an answer in the place of the last one, and ends all that stood in its way but the draft', () => {
    const version = aVersion({ number: 2 });
    assert.deepEqual(afterEvent(department, { kind: 'answer', version }), {
      ...department,
      reply: version,
      proposal: undefined,
      sentBack: undefined,
      trouble: undefined,
    });
  });

  it('ends a decline by an answer', () => {
    const declined = aRoundDepartment({ decline: aDecline() });
    assert.equal(afterEvent(declined, { kind: 'answer', version: aVersion() })?.decline, undefined);
  });

  it('puts a proposal or a draft beside what there is, and changes nothing else', () => {
    const [proposal, draft] = [aProposal({ at: new Date(0) }), aDraft({ text: 'Ny' })];
    assert.deepEqual(afterEvent(department, { kind: 'propose', proposal }), { ...department, proposal });
    assert.deepEqual(afterEvent(department, { kind: 'save draft', draft }), { ...department, draft });
  });

  it('ends a decline when it is sent back, accepted or not, and keeps the comment', () => {
    const sentBack = aSentBack();
    for (const declined of [...UNLOCKED.declined, ...UNLOCKED.excused]) {
      const after = afterEvent(declined, { kind: 'send back', sentBack });
      assert.deepEqual(after, { ...declined, sentBack, decline: undefined });
    }
  });

  it('keeps the reply that is sent back', () => {
    const answered = aRoundDepartment({ reply: aVersion(), draft: aDraft() });
    const sentBack = aSentBack();
    assert.deepEqual(afterEvent(answered, { kind: 'send back', sentBack }), { ...answered, sentBack });
  });

  it('lets the secretariat decide on a decline anew', () => {
    const [first] = UNLOCKED.excused;
    assert.ok(first !== undefined);
    const decline = { ...aDecline(), accepted: anAcceptedDecline({ inNotat: false }) };
    assert.deepEqual(afterEvent(first, { kind: 'accept decline', decline }), { ...first, decline });
  });
});

describe('a department', () => {
  for (const [state, awaited] of [
    ['asked', true],
    ['draft', true],
    ['declined', true],
    ['excused', false],
    ['answered', false],
    ['returned', true],
  ] as const) {
    it(`is ${awaited ? '' : 'not '}awaited when ${state}, locked or not`, () => {
      for (const department of UNLOCKED[state]) {
        assert.deepEqual([isAwaited(department), isAwaited({ ...department, isLocked: true })], [awaited, awaited]);
      }
    });
  }

  for (const [state, departments] of Object.entries(ARRANGED)) {
    const asking = state === 'asked' || state === 'draft' || state === 'returned';
    it(`is ${asking ? '' : 'not '}being asked when ${state}`, () => {
      for (const department of departments) assert.equal(isAsking(department), asking);
    });
  }

  it('is awaited while a proposal waits for a head, unless an earlier answer stands', () => {
    for (const department of UNLOCKED['awaiting approval']) {
      assert.equal(isAwaited(department), department.reply === undefined || department.sentBack !== undefined);
    }
  });
});

type Transition = typeof afterEvent;

/** An event before it is told what it carries. */
interface PlannedEvent {
  readonly kind: ReplyEvent['kind'];
  readonly isNil?: boolean;
  readonly inNotat?: boolean;
}

interface Step {
  readonly before: RoundDepartment;
  readonly event: ReplyEvent;
  /** What the event led to; `before` again if it could not happen. */
  readonly after: RoundDepartment;
  readonly hasHappened: boolean;
}

/** Words that only the one or only the other may bring with them. */
const DRAFT_WORDS = 'ord fra en kladde';
const PROPOSED_WORDS = 'ord fra et forslag';

/** An event with what it would carry in a department as it stands, and like no other of its path. */
function eventOf({ kind, isNil, inNotat }: PlannedEvent, department: RoundDepartment, number: number): ReplyEvent {
  const at = new Date(START.getTime() + number);
  switch (kind) {
    case 'save draft':
      return { kind, draft: aDraft({ text: `${DRAFT_WORDS} ${number}`, at }) };
    case 'propose': {
      const text = `${PROPOSED_WORDS} ${number}`;
      return { kind, proposal: aProposal({ content: isNil ? aNilReply(text) : { kind: 'text', text }, at }) };
    }
    case 'answer': {
      const text = `Svar ${number}`;
      const content = isNil ? aNilReply(text) : ({ kind: 'text', text } as const);
      return { kind, version: aVersion({ number: (department.reply?.number ?? 0) + 1, content, at }) };
    }
    case 'decline':
      return { kind, decline: aDecline({ at }) };
    case 'accept decline': {
      const accepted = anAcceptedDecline({ inNotat: inNotat ?? true, at });
      return { kind, decline: { ...(department.decline ?? aDecline()), accepted } };
    }
    case 'send back':
      return { kind, sentBack: aSentBack({ at }) };
    case 'propose edit':
      return { kind, edit: aProposedEdit({ version: department.reply?.number ?? 0, at }) };
    case 'dismiss edit': {
      const edit = department.proposedEdit ?? aProposedEdit();
      return { kind, edit: { ...edit, dismissed: { line: '', by: aPerson(), at } } };
    }
    case 'lock':
    case 'unlock':
      return { kind };
  }
}

const EVENT_KINDS: readonly ReplyEvent['kind'][] = [
  'save draft',
  'propose',
  'answer',
  'decline',
  'accept decline',
  'send back',
  'propose edit',
  'dismiss edit',
  'lock',
  'unlock',
];

/** Any path: what can happen and what cannot, in any order. */
const paths = fc.array(
  fc.record({ kind: fc.constantFrom(...EVENT_KINDS), isNil: fc.boolean(), inNotat: fc.boolean() }),
  { maxLength: 30 },
);

/** Takes a department that has just been asked along a path. */
function walk(path: readonly PlannedEvent[], transition: Transition): readonly Step[] {
  let before = aRoundDepartment();
  return path.map((planned, index) => {
    const event = eventOf(planned, before, index + 1);
    const after = transition(before, event);
    const step = { before, event, after: after ?? before, hasHappened: after !== undefined };
    before = step.after;
    return step;
  });
}

/** Each law says of every path what must hold; it takes the transition, so that it can be shown a broken one. */
const LAWS = {
  'goes where the table says, and nowhere else': (path: readonly PlannedEvent[], transition: Transition) => {
    let expected: ReplyState = 'asked';
    let beforeLock: ReplyState = 'asked';
    for (const { event, after, hasHappened } of walk(path, transition)) {
      const cell: ReplyState | typeof AS_BEFORE | undefined = REPLY_LIFE[expected][event.kind];
      assert.equal(hasHappened, cell !== undefined);
      if (event.kind === 'lock' && hasHappened) beforeLock = expected;
      if (cell !== undefined) expected = cell === AS_BEFORE ? beforeLock : cell;
      assert.equal(replyStateOf(after), expected);
    }
  },

  'loses no version': (path: readonly PlannedEvent[], transition: Transition) => {
    const answers: ReplyVersion[] = [];
    for (const { event, after, hasHappened } of walk(path, transition)) {
      if (event.kind === 'answer' && hasHappened) answers.push(event.version);
      assert.deepEqual(after.reply, answers.at(-1));
    }
    assert.deepEqual(
      answers.map(({ number }) => number),
      answers.map((_, index) => index + 1),
    );
  },

  'changes nothing that is locked, and unlocks what was locked as it was': (
    path: readonly PlannedEvent[],
    transition: Transition,
  ) => {
    for (const { before, event, hasHappened } of walk(path, transition)) {
      if (before.isLocked) assert.equal(hasHappened, event.kind === 'unlock');
      else {
        const locked = transition(before, { kind: 'lock' });
        assert.ok(locked?.isLocked === true);
        assert.deepEqual(transition(locked, { kind: 'unlock' }), before);
      }
    }
  },

  'puts no draft and no proposal in the notat': (path: readonly PlannedEvent[], transition: Transition) => {
    const round = aRound({ state: 'open', plan: aPlan({ showOrigins: true }) });
    for (const { after } of walk(path, transition)) {
      const notat = JSON.stringify(compileNotat(anOverview({ round, departments: [after] }), START));
      assert.ok(!notat.includes(DRAFT_WORDS) && !notat.includes(PROPOSED_WORDS));
    }
  },
} as const;

type Law = keyof typeof LAWS;

const LAW_NAMES = Object.keys(LAWS) as Law[];

/** Transitions that each break a law, and are otherwise what they should be. */
const BROKEN: readonly (readonly [Law, string, Transition])[] = [
  [
    'goes where the table says, and nowhere else',
    'a proposal is taken for an answer',
    (department, event) => {
      const after = afterEvent(department, event);
      return event.kind === 'propose' && after !== undefined
        ? { ...after, reply: aVersion(), proposal: undefined }
        : after;
    },
  ],
  [
    'goes where the table says, and nowhere else',
    'a department may decline after it has answered',
    (department, event) =>
      event.kind === 'decline' && replyStateOf(department) === 'answered'
        ? { ...department, decline: event.decline }
        : afterEvent(department, event),
  ],
  [
    'goes where the table says, and nowhere else',
    'nothing that was sent back can be sent back again',
    (department, event) =>
      event.kind === 'send back' && department.sentBack !== undefined ? undefined : afterEvent(department, event),
  ],
  [
    'loses no version',
    'the reply is dropped when it is sent back',
    (department, event) => {
      const after = afterEvent(department, event);
      return event.kind === 'send back' && after !== undefined ? { ...after, reply: undefined } : after;
    },
  ],
  [
    'loses no version',
    'the first answer stays',
    (department, event) => {
      const after = afterEvent(department, event);
      return after === undefined ? undefined : { ...after, reply: department.reply ?? after.reply };
    },
  ],
  [
    'changes nothing that is locked, and unlocks what was locked as it was',
    'an answer gets through when it is locked',
    (department, event) =>
      event.kind === 'answer' && department.isLocked
        ? { ...department, reply: event.version }
        : afterEvent(department, event),
  ],
  [
    'changes nothing that is locked, and unlocks what was locked as it was',
    'the draft is thrown away when it is locked',
    (department, event) => {
      const after = afterEvent(department, event);
      return event.kind === 'lock' && after !== undefined ? { ...after, draft: undefined } : after;
    },
  ],
  [
    'puts no draft and no proposal in the notat',
    'a draft becomes the reply',
    (department, event) => {
      if (event.kind !== 'save draft') return afterEvent(department, event);
      const content = { kind: 'text', text: event.draft.text } as const;
      return { ...department, draft: event.draft, reply: aVersion({ content }) };
    },
  ],
  [
    'puts no draft and no proposal in the notat',
    'a proposal becomes the reply when the round is locked',
    (department, event) => {
      const { proposal } = department;
      const after = afterEvent(department, event);
      if (event.kind !== 'lock' || after === undefined || proposal === undefined) return after;
      return { ...after, reply: aVersion({ content: proposal.content }) };
    },
  ],
];

describe('a reply, whatever happens to it,', () => {
  for (const law of LAW_NAMES) {
    it(law, () => {
      fc.assert(
        fc.property(paths, (path) => LAWS[law](path, afterEvent)),
        { numRuns: 500 },
      );
    });
  }
});

describe('the law that a reply', () => {
  for (const [law, breakage, transition] of BROKEN) {
    it(`${law}: is broken where ${breakage}`, () => {
      const found = fc.check(
        fc.property(paths, (path) => LAWS[law](path, transition)),
        { numRuns: 2_000, seed: 1 },
      );
      assert.ok(found.failed);
      assert.ok(found.errorInstance instanceof assert.AssertionError);
    });
  }

  it('is each shown a transition that breaks it', () => {
    assert.deepEqual(new Set(BROKEN.map(([law]) => law)), new Set(LAW_NAMES));
  });
});

describe('docs/reply-life.md', () => {
  it('draws every cell of the table as an arrow, and no other', async () => {
    const page = await readFile(new URL('../../../../docs/reply-life.md', import.meta.url), 'utf8');
    const cells = Object.entries(REPLY_LIFE).flatMap(([from, leads]) =>
      Object.entries(leads).map(([event, to]) => `${from} | ${event} | ${to}`),
    );
    assert.deepEqual(arrowsOf(page).sort(), cells.sort());
  });

  it('says of every event who causes it', async () => {
    const page = await readFile(new URL('../../../../docs/reply-life.md', import.meta.url), 'utf8');
    const rows = [...page.matchAll(/^\| (?<events>[a-z, ]+) \| /gmu)].flatMap(
      ({ groups }) => groups?.['events']?.split(', ') ?? [],
    );
    assert.deepEqual(rows.filter((name) => name !== 'event').sort(), ['ask', ...EVENT_KINDS].sort());
  });
});

/**
 * The arrows of the page's diagram, as `from | event | to`. An arrow from the box stands for one from each state in
 * it, and a label for each event that it names.
 */
function arrowsOf(page: string): string[] {
  const diagram = /```mermaid\n(?<lines>[\s\S]*?)```/u.exec(page)?.groups?.['lines'] ?? '';
  const names = new Map(
    [...diagram.matchAll(/state "(?<name>[^"]+)" as (?<alias>\w+)/gu)].map(({ groups }) => [
      groups?.['alias'] ?? '',
      groups?.['name'] ?? '',
    ]),
  );
  const nameOf = (alias = '') => names.get(alias) ?? alias;
  const arrow = /^ *(?<from>\w+) --> (?<to>\w+): (?<label>.+)$/gmu;
  const box = /state (?<name>\w+) \{(?<inside>[^}]*)\}/u.exec(diagram)?.groups ?? {};
  const inBox = new Set([...(box['inside'] ?? '').matchAll(arrow)].map(({ groups }) => nameOf(groups?.['from'])));
  return [...diagram.matchAll(arrow)].flatMap(({ groups }) => {
    const [from, to] = [nameOf(groups?.['from']), nameOf(groups?.['to'])];
    const sources = from === box['name'] ? [...inBox] : [from];
    const events = groups?.['label']?.split(', ') ?? [];
    return sources.flatMap((source) => events.map((event) => `${source} | ${event} | ${to}`));
  });
}

function cellsOf(table: string): readonly Cell[] {
  const [head = [], ...rows] = table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return rows.flatMap((row) =>
    row.slice(2, -1).map((to, column) => ({ from: row[1] ?? '', event: head[column + 2] ?? '', to })),
  );
}

function stateNamed(name: string): ReplyState {
  const state = (Object.keys(REPLY_LIFE) as ReplyState[]).find((each) => each === name);
  if (state === undefined) throw new Error(`The table names no state: ${name}`);
  return state;
}

function eventNamed(name: string): ReplyEvent['kind'] {
  const kind = EVENT_KINDS.find((each: ReplyEventKind) => each === name);
  if (kind === undefined) throw new Error(`The table names no event: ${name}`);
  return kind;
}

function departmentsIn(name: string): readonly RoundDepartment[] {
  const state = stateNamed(name);
  return state === 'not asked' ? [] : ARRANGED[state];
}
