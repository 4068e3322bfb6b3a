import { VERBS } from '../../src/cards/buttons.js';
import {
  type DepartmentForm,
  departmentFormCard,
  type FormPerson,
  NOBODY,
  USUAL_LANGUAGE,
} from '../../src/cards/channel/department-form.js';
import {
  FIRST_PLACE,
  type ShownChannel,
  type ShownDepartment,
  type ShownSetup,
  setupCard,
} from '../../src/cards/channel/setup-card.js';
import { keptDialogCard, typedIn } from '../../src/cards/kept-dialog-card.js';
import type { Card } from '../../src/cards/render.js';
import { retireQuestion } from '../../src/conversation/channel/retire-department.js';
import { question } from '../../src/conversation/channel/set-up-answer.js';
import type { DepartmentFormProblem } from '../../src/domain/channel/department-form.js';
import { REPLY_MAX } from '../../src/domain/limits.js';
import type { PlaceName, ShownProblem } from '../../src/text/channel/setting-up-words.js';
import type { Messages } from '../../src/text/messages.js';
import { aDepartment, aDepartmentId, anAddress, aPerson, aRegisteredDepartment } from '../support/builders.js';
import { render } from './card-parts.js';

const NONCE = 'kort-1';

/** Twelve departments of a municipality, in three teams. */
const TEAMS = ['Børn og Unge', 'Social og Sundhed', 'Teknik og Miljø'] as const;
const NAMES = [
  'Dagtilbud',
  'Skoler',
  'PPR',
  'Familie og Rådgivning',
  'Hjemmepleje',
  'Plejecentre',
  'Socialpsykiatri',
  'Misbrug',
  'Vej og Park',
  'Byggesag',
  'Miljø',
  'Affald og Genbrug',
] as const;

/** What people write: the names of departments, channels, teams and people. */
export interface SetupTexts {
  readonly name: (index: number) => string;
  readonly team: (index: number) => string;
  readonly person: (index: number) => string;
}

const PEOPLE = ['Karen Holm', 'Bo Friis', 'Åse Brøndum', 'Jonas Bech', 'Mette Lund', 'Ali Demir', 'Ida Møller'];

const USUAL: SetupTexts = {
  name: (index) => NAMES[index] ?? `Afdeling for opgave nummer ${index + 1}`,
  team: (index) => TEAMS[index] ?? `Team ${index + 1}`,
  person: (index) => PEOPLE[index] ?? `Medarbejder Nummer ${index + 1}`,
};

/** The card *Opsætning* and the form for a department, in every state. */
export function everySetupCard(messages: Messages, texts: SetupTexts = USUAL): readonly (readonly [string, Card])[] {
  const shown = (changes: Partial<ShownSetup>): ShownSetup => ({
    departments: [],
    unbound: [],
    wrong: [],
    knowsTeams: true,
    ...changes,
  });
  const twelve = many(12, (index) => departmentOf(texts, index, Math.floor(index / 4)));
  const twelveFree = many(12, (index) => channelOf(texts, index, Math.floor(index / 4)));
  const few = twelve.slice(0, 3);
  const set = (setup: ShownSetup, press?: Parameters<typeof setupCard>[4]) =>
    setupCard(render, messages, setup, NONCE, press);
  const { settingUp } = messages;
  const others: readonly ShownChannel[] = [
    { channelId: '19:frokost@thread.tacv2', place: placeOf(texts, 0, 'Frokost'), proposal: undefined, isOpen: true },
    { channelId: '19:ledelse@thread.tacv2', place: placeOf(texts, 1, 'Ledelse'), proposal: undefined, isOpen: false },
  ];
  const wrong: readonly ShownProblem[] = [
    { kind: 'secretariat not reached', why: 'archived', team: texts.team(1) },
    { kind: 'not reached', name: texts.name(0), why: 'bot removed', team: texts.team(0) },
    { kind: 'not reached', name: texts.name(1), why: 'archived', team: texts.team(0) },
    { kind: 'not reached', name: texts.name(2), why: 'deleted', team: undefined },
    { kind: 'not reached', name: texts.name(3), why: 'channel deleted', team: texts.team(0) },
    { kind: 'left', name: texts.name(1), people: [aPerson({ name: texts.person(0) })] },
    { kind: 'look alike', names: [texts.name(0), texts.name(2)] },
    { kind: 'no head', names: [texts.name(4), texts.name(5)] },
  ];
  return [
    ['setup before any team', set(shown({ knowsTeams: false }))],
    ['setup of nothing yet', set(shown({}))],
    ['setup with twelve proposals', set(shown({ unbound: [...twelveFree, ...others] }))],
    [
      'setup of twelve departments',
      set(
        shown({
          departments: twelve,
          wrong: [{ kind: 'no head', names: NAMES.slice(0, 8).map((_, i) => texts.name(i)) }],
        }),
      ),
    ],
    [
      'setup after binding some',
      set(shown({ departments: few, unbound: twelveFree.slice(3, 6) }), {
        said: [settingUp.bound(3), settingUp.notBound(texts.name(4), 'taken')],
        isDone: true,
      }),
    ],
    ['setup with all that can be wrong', set(shown({ departments: twelve, wrong, unbound: others }))],
    [
      'setup with a place in the order',
      set(shown({ departments: few }), {
        said: [settingUp.chooseDepartment],
        isDone: false,
        values: { bind: undefined, department: undefined, after: FIRST_PLACE },
      }),
    ],
    ['setup with proposals in 98 teams', set(shown({ unbound: many(98, (index) => channelOf(texts, index, index)) }))],
    [
      'setup of 98 departments in 98 teams',
      set(
        shown({
          departments: many(98, (index) => departmentOf(texts, index, index)),
          wrong: [...wrong, { kind: 'no head', names: many(98, texts.name) }],
        }),
      ),
    ],
    [
      'setup of much more than there is room for',
      set(
        shown({
          departments: many(600, (index) => departmentOf(texts, index, index)),
          unbound: many(400, (index) => channelOf(texts, 1000 + index, index)),
          wrong: many(60, (index) => ({
            kind: 'not reached',
            name: texts.name(index),
            why: 'bot removed',
            team: undefined,
          })),
        }),
      ),
    ],
    ['question before the channel becomes the secretariat’s', placeQuestion(messages)],
    ...forms(messages, texts),
    ...formQuestions(messages, texts),
  ];
}

function placeQuestion(messages: Messages): Card {
  const { placeQuestion: asked, placeHere } = messages.settingUp;
  const answer = question({ render, messages, ids: { next: () => NONCE } }, asked(), placeHere, VERBS.placeHere, {});
  if (answer.kind !== 'card') throw new Error(`no card: ${answer.kind}`);
  return answer.card;
}

/** What is asked before a department is retired, and what is kept of a form that could not be stored. */
function formQuestions(messages: Messages, texts: SetupTexts): readonly (readonly [string, Card])[] {
  const toAnswer = { render, messages, ids: { next: () => NONCE } };
  const typed = {
    name: texts.name(0),
    heads: ['person-0', 'person-1'],
    deputies: [],
    director: NOBODY,
    approval: true,
    language: USUAL_LANGUAGE,
    channel: '19:kanal-0@thread.tacv2',
    search: '',
  };
  const retiring = (surface: 'card' | 'dialog') => {
    const sent = { departmentId: aDepartmentId('dagtilbud'), values: typed, cardId: '1700000000000', isSure: false };
    const answer = retireQuestion(toAnswer, texts.name(0), sent, surface);
    if (answer.kind !== 'card' && answer.kind !== 'dialog') throw new Error(`no card: ${answer.kind}`);
    return answer.card;
  };
  const kept = typedIn({
    verb: VERBS.saveDepartment,
    nonce: NONCE,
    ...typed,
    heads: 'person-0,person-1',
    deputies: '',
  });
  if (kept === undefined) throw new Error('nothing was typed');
  return [
    ['question before a department is retired', retiring('card')],
    ['question before a department is retired, in a dialog', retiring('dialog')],
    ['kept-dialog of a department', keptDialogCard(render, messages, messages.notices.notStored(), kept)],
  ];
}

function forms(messages: Messages, texts: SetupTexts): readonly (readonly [string, Card])[] {
  const members = many(
    12,
    (index): FormPerson => ({
      person: aPerson({ id: `person-${index}`, name: texts.person(index) }),
      isGuest: index === 3,
      hasLeft: false,
    }),
  );
  const crowd = many(
    900,
    (index): FormPerson => ({
      person: aPerson({
        id: `0aa00000-0000-4000-8000-00000000${String(index).padStart(4, '0')}`,
        name: texts.person(index),
      }),
      isGuest: false,
      hasLeft: false,
    }),
  );
  const gone: FormPerson = {
    person: aPerson({ id: 'ikke-mere', name: texts.person(6) }),
    isGuest: false,
    hasLeft: true,
  };
  const channels = many(12, (index) => ({
    channelId: `19:kanal-${index}@thread.tacv2`,
    place: placeOf(texts, Math.floor(index / 4), texts.name(index)),
  }));
  const values: DepartmentForm['values'] = {
    name: texts.name(0),
    heads: ['person-0', 'ikke-mere'],
    deputies: ['person-1', 'person-2'],
    director: 'person-4',
    approval: true,
    language: USUAL_LANGUAGE,
    channel: channels[0]?.channelId ?? '',
    search: '',
  };
  const about = { id: aDepartmentId('dagtilbud'), name: texts.name(0) };
  const roster = { members, isWhole: true, hasForeigners: false };
  const form: DepartmentForm = { about, values, roster, present: [gone], channels, problems: [] };
  const drawn = (changes: Partial<DepartmentForm>, surface: 'card' | 'dialog' = 'dialog') =>
    departmentFormCard(render, messages, { ...form, ...changes }, { surface, cardId: '1700000000000', nonce: NONCE });
  const problems: readonly DepartmentFormProblem[] = [
    { kind: 'bad name', problem: { kind: 'mixed scripts', character: 'о' } },
    { kind: 'too many heads' },
    { kind: 'not in the team' },
  ];
  const noPeople = { ...values, heads: [], deputies: [], director: '', name: '' };
  const large = { members: crowd, isWhole: false, hasForeigners: true };
  return [
    ['department-form', drawn({})],
    ['department-form on a card', drawn({}, 'card')],
    ['department-form with problems', drawn({ problems, values: { ...values, name: 'Dagtilbud о' } })],
    ['department-form with a name that is too long', drawn({ values: { ...values, name: 'x'.repeat(REPLY_MAX) } })],
    ['department-form of a large team', drawn({ roster: large })],
    ['department-form of a large team, searched', drawn({ roster: large, values: { ...values, search: 'karen' } })],
    [
      'department-form of a large team, searched for what many are called',
      drawn({ roster: large, values: { ...values, search: 'medarbejder' } }),
    ],
    [
      'department-form of a large team, searched in vain',
      drawn({ roster: large, values: { ...values, search: 'xyz' } }),
    ],
    ['department-form without the roster', drawn({ roster: undefined })],
    ['department-form to add one', drawn({ about: undefined, values: noPeople })],
    [
      'department-form to add one, with a problem',
      drawn(
        {
          about: undefined,
          values: noPeople,
          problems: [{ kind: 'no channel' }, { kind: 'name taken', name: texts.name(1) }],
        },
        'card',
      ),
    ],
  ];
}

function departmentOf(texts: SetupTexts, index: number, team: number): ShownDepartment {
  const person = (of: number) => aPerson({ id: `person-${of}`, name: texts.person(of) });
  const {
    purpose: _,
    others: __,
    retired: ___,
    ...placed
  } = aRegisteredDepartment({
    address: anAddress({}, `kanal-${index}`),
    department: aDepartment({
      id: aDepartmentId(`afdeling-${index}`),
      name: texts.name(index),
      heads: index % 3 === 2 ? [] : [person(index % 7)],
      deputies: index % 4 === 0 ? [person((index + 1) % 7)] : [],
      director: index % 2 === 0 ? person(4) : undefined,
    }),
  });
  return {
    ...placed,
    place: placeOf(texts, team, index === 2 ? undefined : texts.name(index)),
    whyNotReached: index === 1 ? 'archived' : undefined,
  };
}

function channelOf(texts: SetupTexts, index: number, team: number): ShownChannel {
  return {
    channelId: `19:${String(index).padStart(32, 'a1b2c3d4')}@thread.tacv2`,
    place: placeOf(texts, team, `Beretninger ${texts.name(index)}`),
    proposal: texts.name(index),
    isOpen: true,
  };
}

function placeOf(texts: SetupTexts, team: number, channel: string | undefined): PlaceName {
  return { channel, team: texts.team(team), isFirst: channel === undefined };
}

function many<Each>(count: number, each: (index: number) => Each): readonly Each[] {
  return Array.from({ length: count }, (_, index) => each(index));
}
