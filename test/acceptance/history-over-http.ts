import { ok } from 'node:assert/strict';
import { type Card, dataToSend, findAction, initialInputs, isObject } from '../../dev/local-teams/card-actions.js';
import type { Message } from '../../dev/local-teams/conversations.js';
import type { Channel, Person } from '../../dev/local-teams/directory.js';
import { addDays, danishDayOf } from '../../src/domain/round/deadline.js';
import { da } from '../../src/text/messages.js';
import { answered, type Known, type Told, unheard } from '../conversation/agreement/told.js';
import { read } from '../support/open-round.js';
import type { Stage } from '../support/stage.js';
import { say, shown } from './speaking.js';

/*
 * A round in which people press the buttons that they see, in any order, over HTTP, and what they were told. Many rounds
 * are in hand at once, each with its own desk, and with a card in each channel.
 */

export const DEPARTMENT_ACTS = [
  'answer',
  'propose',
  'approve',
  'decline',
  'accept in the notat',
  'send back',
  'answer on its behalf',
  'propose an edit',
  'accept the edit',
  'dismiss the edit',
  'remind',
  'take it out',
  'add it',
] as const;
export const ROUND_ACTS = [
  'change the title',
  'change the question',
  'remind all',
  'close',
  'reopen',
  'call off',
] as const;

export interface Step {
  readonly act: (typeof DEPARTMENT_ACTS)[number] | (typeof ROUND_ACTS)[number];
  readonly department: number;
}

interface Department {
  readonly name: string;
  readonly channel: Channel;
  readonly head: Person;
}

export interface Town {
  readonly stage: Stage;
  readonly secretariat: Channel;
  readonly secretary: Person;
  readonly departments: readonly Department[];
}

export interface RoundInTown {
  readonly town: Town;
  readonly roundId: string;
  /** The card that stays in the secretariat's channel. */
  readonly desk: Message;
  readonly asked: readonly (Department & { readonly id: string; readonly request: Message })[];
  told: Told;
}

/** Starts a round that asks every department. */
export async function startedRound(town: Town, number: number): Promise<RoundInTown> {
  const { stage, secretary, secretariat, departments } = town;
  const { teams } = stage;
  const title = `Opfølgning nr. ${number}`;
  const desk = await say(teams, secretary, secretariat, 'ny runde');
  const values = { title, report: 'Tilsynets rapport', deadline: addDays(danishDayOf(new Date()), 14) };
  await teams.press(secretary, desk, { verb: 'round.preview' }, values);
  await teams.press(secretary, desk, { verb: 'round.start' });
  const cardIn = (channel: Channel) => () =>
    teams
      .threads(channel)
      .map(({ messages }) => messages[0])
      .findLast((message) => read(message?.card).split('\n').includes(title));
  const asked = await Promise.all(
    departments.map(async (department) => {
      const request = await teams.until(cardIn(department.channel), `${title} in ${department.name}`);
      return { ...department, request, id: fieldIn(request.card, 'departmentId') };
    }),
  );
  const [first] = asked;
  ok(first);
  const told: Told = {
    round: { titles: [title], question: da.roundForm.defaultQuestion, state: 'open', finals: 0, reopenings: 0 },
    departments: asked.map(() => unheard(true)),
  };
  return { town, roundId: fieldIn(first.request.card, 'roundId'), desk, asked, told };
}

function fieldIn(card: Card | undefined, field: string): string {
  const found = new RegExp(`"${field}":"([^"]+)"`, 'u').exec(JSON.stringify(card))?.[1];
  ok(found, field);
  return found;
}

/** Does one thing, where somebody sees the button for it, and learns what they are told. */
export async function play(round: RoundInTown, { act, department }: Step, number: number): Promise<void> {
  const { told } = round;
  if (isOfRound(act)) {
    round.told = await ROUND[act](round, told, number);
    return;
  }
  const known = told.departments[department];
  ok(known);
  const after = await DEPARTMENT[act]({ round, index: department, text: `Svar nummer ${number}.` }, known);
  round.told = { ...told, departments: told.departments.with(department, after) };
}

function isOfRound(act: Step['act']): act is (typeof ROUND_ACTS)[number] {
  return ROUND_ACTS.some((each) => each === act);
}

interface There {
  readonly round: RoundInTown;
  readonly index: number;
  readonly text: string;
}

const DEPARTMENT: Readonly<Record<(typeof DEPARTMENT_ACTS)[number], (there: There, known: Known) => Promise<Known>>> = {
  async answer(there, known) {
    const said = await sent(there, there.text, headOf(there));
    return said.startsWith(da.receipt.heading) && said.includes(there.text)
      ? answered(known, { text: there.text, isOnBehalf: false })
      : known;
  },
  async propose(there, known) {
    const said = await sent(there, there.text, headOf({ ...there, index: (there.index + 1) % 3 }));
    return said.startsWith(da.approval.heading) ? { ...known, proposal: there.text } : known;
  },
  async approve(there, known) {
    const said = await pressed(there, 'reply.approve');
    const text = known.proposal;
    return text !== undefined && said.startsWith(da.receipt.heading)
      ? answered(known, { text, isOnBehalf: false })
      : known;
  },
  async decline(there, known) {
    await pressed(there, 'reply.open-decline');
    const said = await pressed(there, 'reply.decline', { reason: 'Ikke os.' });
    return said.startsWith(da.decline.declinedHeading) ? { ...known, isDeclined: true } : known;
  },
  async 'accept in the notat'(there, known) {
    const said = words(await onCard(there, await opened(there), 'department.accept-decline', {}, { inNotat: true }));
    return said.includes('Skal ikke svare') ? { ...known, isDeclined: true, excused: 'in notat' } : known;
  },
  async 'send back'(there, known) {
    const form = await onCard(there, await opened(there), 'department.open-send-back');
    const said = words(await onCard(there, form, 'department.send-back', { comment: 'Skriv mere.' }));
    return said.includes('Sendt tilbage, afventer nyt svar')
      ? { ...known, isReturned: true, isDeclined: false, excused: undefined, edit: undefined }
      : known;
  },
  async 'answer on its behalf'(there, known) {
    const form = await onCard(there, await opened(there), 'department.open-answer');
    const said = words(await onCard(there, form, 'department.answer', { reply: there.text }));
    return said.includes(there.text) ? answered(known, { text: there.text, isOnBehalf: true }) : known;
  },
  async 'propose an edit'(there, known) {
    const edit = `${there.text} Og mere til.`;
    const form = await onCard(there, await opened(there), 'department.open-edit');
    const said = words(await onCard(there, form, 'department.propose-edit', { reply: edit }));
    return said.includes('Fagområdet har ikke svaret på den') ? { ...known, edit } : known;
  },
  async 'accept the edit'(there, known) {
    const said = await pressed(there, 'reply.accept-edit');
    const text = known.edit;
    return text !== undefined && said.startsWith(da.receipt.heading) && !said.includes(da.edit.heading)
      ? answered(known, { text, isOnBehalf: false })
      : known;
  },
  async 'dismiss the edit'(there, known) {
    const said = await pressed(there, 'reply.dismiss-edit', { line: 'Det er vores egne ord.' });
    return said.startsWith(da.receipt.heading) && !said.includes(da.edit.heading)
      ? { ...known, edit: undefined }
      : known;
  },
  async remind(there, known) {
    const said = words(await onCard(there, await opened(there), 'department.nudge'));
    return said.includes(da.followUp.nudged) ? { ...known, isReminded: true } : known;
  },
  async 'take it out'(there, known) {
    const id = askedOf(there).id;
    const said = await changed(there.round, ({ departments = '' }) => ({
      departments: departments
        .split(',')
        .filter((each) => each !== id)
        .join(','),
      reason: 'Opgaven er flyttet.',
    }));
    return isChanged(said) ? { ...known, isAsked: false } : known;
  },
  async 'add it'(there, known) {
    const id = askedOf(there).id;
    const said = await changed(there.round, ({ departments = '' }) => ({
      departments: [...new Set([...departments.split(','), id])].join(','),
    }));
    return isChanged(said) ? { ...known, isAsked: true } : known;
  },
};

const ROUND: Readonly<
  Record<(typeof ROUND_ACTS)[number], (round: RoundInTown, told: Told, number: number) => Promise<Told>>
> = {
  async 'change the title'(round, told, number) {
    const title = `${told.round.titles[0]}, rettet ${number}`;
    const said = await changed(round, () => ({ title }));
    return isChanged(said) ? withWords(told, { titles: [...told.round.titles, title] }) : told;
  },
  async 'change the question'(round, told, number) {
    const question = `Hvad har I lært, spurgt ${number}?`;
    const said = await changed(round, () => ({ question }));
    return isChanged(said) ? withWords(told, { question }) : told;
  },
  async 'remind all'(round, told) {
    const card = await onDesk(round, 'round.prepare-reminding-all');
    await secretaryPresses(round, card, 'round.remind-all');
    return told;
  },
  async close(round, told) {
    const check = await onDesk(round, 'round.prepare-closing');
    const said = words(await secretaryPresses(round, check, 'round.close'));
    if (!said.startsWith(da.closing.underWay().heading)) return told;
    return { ...told, round: { ...told.round, state: 'closed', finals: told.round.finals + 1 } };
  },
  async reopen(round, told) {
    const notat = await onDesk(round, 'round.show-notat');
    const said = words(await secretaryPresses(round, notat, 'round.reopen', { reason: 'En fejl.' }));
    if (!said.startsWith(da.closing.reopening().heading)) return told;
    const reopenings = told.round.reopenings + 1;
    return {
      round: { ...told.round, state: 'open', reopenings },
      departments: told.departments.map((known) => (known.isAsked ? { ...known, reopenings } : known)),
    };
  },
  async 'call off'(round, told) {
    const form = await onDesk(round, 'round.prepare-withdrawal');
    const said = words(await secretaryPresses(round, form, 'round.withdraw', { reason: 'Rapporten er væk.' }));
    return said.startsWith(da.withdrawal.underWay().heading)
      ? { ...told, round: { ...told.round, state: 'called off' } }
      : told;
  },
};

function withWords({ round, departments }: Told, words: Partial<Told['round']>): Told {
  return {
    round: { ...round, ...words },
    departments: departments.map((known) => (known.isAsked ? { ...known, isChangedSince: true } : known)),
  };
}

function askedOf({ round, index }: Pick<There, 'round' | 'index'>) {
  const asked = round.asked[index];
  ok(asked);
  return asked;
}

function headOf(there: Pick<There, 'round' | 'index'>): Person {
  return askedOf(there).head;
}

/** A press on the department's own card. @returns what is told; empty where the card has no such button */
async function pressed(
  there: There,
  verb: string,
  typed: Readonly<Record<string, string>> = {},
  by: Person = headOf(there),
): Promise<string> {
  const { teams } = there.round.town.stage;
  const { request } = askedOf(there);
  const card = teams.cardSeenBy(by, request);
  if (card === undefined || actionOn(card, verb) === undefined) return '';
  return shown(await teams.press(by, request, { verb }, typed));
}

/** A text is sent from the card's field, which a receipt shows once somebody wants to correct it. */
async function sent(there: There, reply: string, by: Person): Promise<string> {
  const card = there.round.town.stage.teams.cardSeenBy(by, askedOf(there).request);
  if (card !== undefined && actionOn(card, 'reply.send') === undefined) await pressed(there, 'reply.edit', {}, by);
  return pressed(there, 'reply.send', { reply }, by);
}

/** *Ret runden*, from the desk. */
async function changed(
  round: RoundInTown,
  typed: (values: Readonly<Record<string, string>>) => Readonly<Record<string, string>>,
): Promise<string> {
  const form = await onDesk(round, 'round.open-change');
  if (!isObject(form)) return '';
  return words(await secretaryPresses(round, form, 'round.change', typed(initialInputs(form))));
}

function isChanged(said: string): boolean {
  return said.startsWith('Runden er rettet');
}

/** The secretariat's card about a department, as it is opened from the desk. */
async function opened(there: There): Promise<Given> {
  const data = { roundId: there.round.roundId, departmentId: askedOf(there).id };
  return invoke(there.round.town, { verb: 'department.show', ...data });
}

async function onCard(
  { round }: There,
  card: Given,
  verb: string,
  typed: Readonly<Record<string, string>> = {},
  data: Readonly<Record<string, unknown>> = {},
): Promise<Given> {
  return secretaryPresses(round, card, verb, typed, data);
}

/** The status of the round as it is now. */
export async function statusOf({ town, roundId }: RoundInTown): Promise<Card> {
  const card = await invoke(town, { verb: 'round.show-desk', roundId });
  ok(isObject(card));
  return card;
}

async function onDesk(round: RoundInTown, verb: string): Promise<Given> {
  return secretaryPresses(round, await statusOf(round), verb);
}

/** A press on a card that was given to the secretary alone, so that the desk stays what the bot has made of it. */
async function secretaryPresses(
  { town }: RoundInTown,
  card: Given,
  verb: string,
  typed: Readonly<Record<string, string>> = {},
  data: Readonly<Record<string, unknown>> = {},
): Promise<Given> {
  const action = isObject(card) ? actionOn(card, verb, data) : undefined;
  if (!isObject(card) || action === undefined) return undefined;
  // As from a card of an older version: whatever is opened is given to the secretary alone, and no message of its own.
  const { spot: _, ...sent } = dataToSend(action, { ...initialInputs(card), ...typed });
  return invoke(town, sent);
}

/** undefined where the card has no such button: then nobody can press it. */
function actionOn(card: Card, verb: string, data: Readonly<Record<string, unknown>> = {}): Card | undefined {
  try {
    return findAction(card, { verb, data });
  } catch {
    return undefined;
  }
}

/** What answers a press: a card, or words beside it; undefined where there was nothing to press. */
type Given = Card | string | undefined;

function words(given: Given): string {
  return typeof given === 'string' ? given : read(given);
}

let invoked = 0;

async function invoke(
  { stage, secretary, secretariat }: Town,
  data: Readonly<Record<string, unknown>>,
): Promise<Given> {
  invoked += 1;
  const { tenantId, id, name, aadObjectId } = secretary;
  const response = await fetch(stage.endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'invoke',
      name: 'adaptiveCard/action',
      id: `h:${invoked}`,
      channelId: 'msteams',
      serviceUrl: stage.teams.serviceUrl,
      from: { id, name, aadObjectId, tenantId },
      recipient: { id: '28:notatbot', name: 'Notatbot' },
      conversation: { id: `${secretariat.id};messageid=1`, conversationType: 'channel', tenantId },
      channelData: { tenant: { id: tenantId }, team: { id: secretariat.teamId } },
      replyToId: '1',
      value: { action: { type: 'Action.Execute', verb: data['verb'], data }, trigger: 'manual' },
    }),
  });
  const answer: unknown = JSON.parse(await response.text());
  const value = isObject(answer) ? answer['value'] : undefined;
  return isObject(value) || typeof value === 'string' ? value : undefined;
}
