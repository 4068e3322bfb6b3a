import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import type { SendResult } from '../../../src/application/ports.js';
import { approveReply } from '../../../src/application/reply/approve-reply.js';
import { decideTime } from '../../../src/application/reply/decide-time.js';
import { declineReply } from '../../../src/application/reply/decline-reply.js';
import { acceptDecline, nudge, sendBack } from '../../../src/application/reply/follow-up.js';
import { moveDeadline } from '../../../src/application/reply/move-deadline.js';
import { requestTime } from '../../../src/application/reply/request-time.js';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import { closeRound } from '../../../src/application/round/close-round.js';
import { moveRoundDeadline } from '../../../src/application/round/move-round-deadline.js';
import { reopenRound } from '../../../src/application/round/reopen-round.js';
import { startWork, type Work } from '../../../src/application/work/start-work.js';
import { danishInstant } from '../../../src/domain/round/danish-time.js';
import { addDays, danishDayOf, dayOf, type LocalDate } from '../../../src/domain/round/deadline.js';
import type { Round, RoundDepartment } from '../../../src/domain/round/round.js';
import { DEFAULT_CALENDAR, isWorkingDay } from '../../../src/domain/round/working-days.js';
import { isWorkingHour } from '../../../src/domain/round/working-hours.js';
import { aLocalDate, aSecretary } from '../../support/builders.js';
import { createScriptedMessenger, interceptCommits, refusedWith, type Sending, sentAs } from '../../support/fakes.js';
import {
  aFollowUp,
  aPress,
  aReply,
  COLLEAGUE,
  createMunicipality,
  HEAD,
  type Municipality,
  opened,
  SECRETARIAT,
  seenIn,
  typing,
} from '../municipality.js';
import { passes } from '../work/processes.js';
import { createChance } from './chance.js';
import { type Known, latestStep } from './expected-reminders.js';

/*
 * Rounds of a municipality over years of a virtual clock. People answer, decline, propose, ask for time and say nothing;
 * the secretariat decides, moves deadlines, closes and opens again; Teams and the store fail now and then; two processes
 * end, are started again, and sometimes are both away for days. Whatever the bot does by itself is judged at once,
 * against what a person with a calendar would expect.
 */

export interface Years {
  readonly seed: number;
  readonly days: number;
  readonly rounds: number;
}

/** What has happened, and what was found to be wrong. */
export interface Report {
  readonly counts: Readonly<Record<string, number>>;
  readonly problems: readonly string[];
}

type State = 'silent' | 'proposed' | 'answered' | 'declined' | 'asks for time' | 'excused';

/** A department in a round, as the people know it. */
interface Played {
  readonly round: Round;
  readonly index: number;
  readonly name: string;
  state: State;
  known: Known;
  /** The last day on which anything happened to it. */
  touchedOn: LocalDate;
  /** How many of its reminders have been judged. */
  judged: number;
}

/** The Danish hour of the secretariat's message. A deadline before it is its news on the same day. */
const MORNING_MESSAGE_HOUR = 9;

interface PlayedRound {
  readonly departments: readonly Played[];
  readonly closesOn: LocalDate;
  deadlineDay: LocalDate;
  round: Round;
  isClosed: boolean;
  hasNews: boolean;
  /** undefined where the whole day counts. */
  deadlineHour: number | undefined;
  lastDigestOn: LocalDate | undefined;
}

interface Process {
  readonly name: string;
  readonly work: Work;
  isDead: boolean;
}

const FIRST_DAY = aLocalDate('2026-01-05');

/** Hours of a working day at which the bot is looked at. */
const HOURS = [7, 8, 9, 10, 12, 15, 20] as const;
/** Those at which people act. */
const BUSY_HOURS: ReadonlySet<number> = new Set([8, 10, 12]);

export async function playYears({ seed, days, rounds: wanted }: Years): Promise<Report> {
  const chance = createChance(seed);
  const counts: Record<string, number> = {};
  const problems: string[] = [];
  const count = (what: string) => {
    counts[what] = (counts[what] ?? 0) + 1;
  };
  const base = await createMunicipality(8, { heads: [HEAD] });
  const playing: PlayedRound[] = [];
  let areFailuresOn = true;
  let presses = 0;

  const messenger = createScriptedMessenger(async (sending, number): Promise<SendResult> => {
    judgeSending(sending);
    if (areFailuresOn && chance.happens(0.02)) {
      count('refusals of Teams');
      return refusedWith(chance.happens(0.5) ? 503 : 500);
    }
    if (areFailuresOn && sending.message.kind === 'department notice' && chance.happens(0.01)) {
      count('lost answers of Teams');
      return { kind: 'failed', failure: { kind: 'no answer', reason: 'ECONNRESET' } };
    }
    noteSent(sending);
    return sentAs(sending, number);
  });
  const municipality: Municipality = { ...base, messenger };
  const { clock } = municipality;
  const today = () => danishDayOf(clock.now());
  clock.advance(danishInstant(FIRST_DAY, 7).getTime() - clock.now().getTime());

  function problem(what: string): void {
    problems.push(`${clock.now().toISOString()} ${what}`);
  }

  function judgeSending({ message, replaced }: Sending): void {
    const isOfPlan = replaced === undefined && message.kind === 'department notice' && message.notice === 'nudged';
    if (isOfPlan) {
      const { department } = message;
      const played = playing.flatMap(({ departments }) => departments).find((each) => isOf(each, department));
      const isAskedFor = department.reminders.at(-1)?.step === 'asked for';
      if (played?.state !== 'silent' && played?.state !== 'proposed')
        problem(`${played?.name} was reminded although it is ${played?.state}`);
      if (!isAskedFor && !isWorkingHour(clock.now(), DEFAULT_CALENDAR))
        problem(`${played?.name} was reminded outside working hours`);
    }
    if (message.kind === 'digest') {
      const round = playing.find((each) => each.round.id === message.overview.round.id);
      assert.ok(round);
      if (!isWorkingHour(clock.now(), DEFAULT_CALENDAR)) problem('a morning message outside working hours');
      const hasJustPassed = round.deadlineDay === today() && (round.deadlineHour ?? 24) < MORNING_MESSAGE_HOUR;
      if (!round.hasNews && !hasJustPassed) problem('a morning message without news');
    }
  }

  function noteSent({ message, replaced }: Sending): void {
    if (replaced === undefined && message.kind === 'department notice') {
      const isOfPlan = message.notice === 'nudged' && message.department.reminders.at(-1)?.step !== 'asked for';
      count(isOfPlan ? 'reminders sent' : 'other notices sent');
    }
    if (message.kind !== 'digest') return;
    count('morning messages');
    const round = playing.find((each) => each.round.id === message.overview.round.id);
    if (round?.lastDigestOn === today()) problem('a second morning message');
    if (round) Object.assign(round, { lastDigestOn: today(), hasNews: false });
  }

  function started(name: string): Process {
    const process: { isDead: boolean } = { isDead: false };
    const rounds = interceptCommits(municipality.rounds, async ({ proceed }) => {
      if (process.isDead) throw new Error('The process has ended.');
      if (areFailuresOn && chance.happens(0.004)) {
        count('failures of the store');
        if (chance.happens(0.5)) await proceed();
        throw new Error('The store did not answer.');
      }
      if (areFailuresOn && chance.happens(0.001)) {
        count('processes killed');
        process.isDead = true;
        if (chance.happens(0.5)) await proceed();
        throw new Error('The process has ended.');
      }
      return proceed();
    });
    const work = startWork({ ...municipality, rounds, worker: name, jitter: () => chance.next() });
    return Object.assign(process, { name, work });
  }

  let processes: Process[] = [];
  let processNumber = 0;
  const start = () => {
    processNumber += 1;
    count('processes started');
    processes.push(started(`worker-${processNumber}`));
  };

  async function settle(): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      const alive = processes.filter(({ isDead }) => !isDead);
      for (const dead of processes.filter(({ isDead }) => isDead)) await dead.work.stop(0);
      const gone = processes.length - alive.length;
      processes = alive;
      for (let each = 0; each < gone; each += 1) start();
      let isIdle = false;
      const idle = Promise.all(processes.map(({ work }) => work.idle())).then(() => {
        isIdle = true;
      });
      for (let turn = 0; turn < 3_000 && !isIdle && !processes.some(({ isDead }) => isDead); turn += 1) {
        if (turn % 100 === 99) passes(municipality, 2_000);
        await setImmediate();
      }
      if (isIdle) {
        await idle;
        return;
      }
    }
    throw new Error('The processes did not come to rest.');
  }

  /** Everything that is due is done, also what waits for the claim of a process that has ended. */
  async function settleFor(seconds: number): Promise<void> {
    await settle();
    for (let passed = 0; passed < seconds; passed += 60) {
      passes(municipality, 60_000);
      await settle();
    }
  }

  /** Lets so much time pass, and all that is due then be done, with what is tried again soon after. */
  async function goOnTo(at: Date): Promise<void> {
    const ms = at.getTime() - clock.now().getTime();
    if (ms > 0) passes(municipality, ms);
    if (processes.length === 0) return;
    await settleFor(240);
    await judgeReminders();
  }

  async function judgeReminders(): Promise<void> {
    for (const { departments, round, isClosed } of playing) {
      if (isClosed) continue;
      for (const played of departments) {
        const present = (await municipality.rounds.readDepartment(round.id, idOf(played)))?.value;
        assert.ok(present);
        judgeNew(played, present);
      }
    }
  }

  function judgeNew(played: Played, { reminders, ask }: RoundDepartment): void {
    for (const { step, number, at, deadlineDay } of reminders.filter(({ number: each }) => each > played.judged)) {
      played.judged = number;
      if (step === 'asked for') continue;
      count('reminders owed');
      markNews(played);
      const same = reminders.filter((each) => each.step === step && each.deadlineDay === deadlineDay);
      if (same.length !== 1) problem(`${played.name} has ${same.length} reminders "${step}"`);
      if (danishDayOf(at) !== today()) problem(`${played.name} got "${step}" on another day`);
      if (deadlineDay !== dayOf(ask.deadline)) problem(`${played.name} was reminded of an earlier deadline`);
      const expected = latestStep(today(), played.known);
      if (step !== expected) problem(`${played.name} got "${step}" where "${expected}" is due`);
    }
  }

  /** On a day on which nothing else happened, the step of that day must have been owed. */
  async function judgeDay(): Promise<void> {
    for (const { departments, round, isClosed } of playing) {
      if (isClosed) continue;
      for (const played of departments) {
        if (played.touchedOn === today() || (played.state !== 'silent' && played.state !== 'proposed')) continue;
        const expected = latestStep(today(), played.known);
        if (expected === undefined) continue;
        count('days on which a reminder was due or had been sent');
        const present = (await municipality.rounds.readDepartment(round.id, idOf(played)))?.value;
        const isDone = present?.reminders.some(
          ({ step, deadlineDay }) => step === expected && deadlineDay === played.known.deadlineDay,
        );
        if (!isDone) problem(`${played.name} did not get "${expected}"`);
      }
    }
  }

  function markNews(played: Played): void {
    const round = playing.find(({ departments }) => departments.includes(played));
    if (round) round.hasNews = true;
  }

  function touch(played: Played, state: State = played.state): void {
    played.state = state;
    played.touchedOn = today();
    markNews(played);
  }

  function told(played: Played): void {
    played.known = { ...played.known, toldOn: today() };
  }

  function press(): string {
    presses += 1;
    // No two people press at the same moment.
    clock.advance(1_000);
    return `tryk-${presses}`;
  }

  async function act(deps: Municipality, played: Played, { isClosed }: PlayedRound): Promise<void> {
    if (isClosed) return;
    const { round, index } = played;
    const there = { posted: undefined, press: press() };
    switch (played.state) {
      case 'silent':
        return actWhileSilent(deps, played);
      case 'proposed': {
        if (!chance.happens(0.1)) return;
        const seen = await seenIn(municipality, round, index);
        const outcome = await approveReply(deps, { ...aPress(round, index, { ...there, by: HEAD, seen }) });
        assert.equal(outcome.kind, 'stored');
        count('approvals');
        return touch(played, 'answered');
      }
      case 'declined': {
        if (!chance.happens(0.15)) return;
        if (chance.happens(0.5)) {
          await acceptDecline(deps, { ...aFollowUp(round, index, { press: there.press }), inNotat: true });
          count('declines accepted');
          return touch(played, 'excused');
        }
        await back(deps, played);
        return;
      }
      case 'asks for time': {
        if (!chance.happens(0.3)) return;
        const present = (await municipality.rounds.readDepartment(round.id, idOf(played)))?.value;
        const request = present?.timeRequest;
        assert.ok(request);
        const isGranted = chance.happens(0.6);
        const deciding = { isGranted, requestSeen: request.at.getTime(), line: '' };
        const outcome = await decideTime(deps, { ...aFollowUp(round, index, { press: there.press }), ...deciding });
        if (outcome.kind !== 'done') return;
        count(isGranted ? 'requests granted' : 'requests declined');
        touch(played, 'silent');
        told(played);
        if (isGranted) played.known = { ...played.known, deadlineDay: request.until, deadlineHour: undefined };
        return;
      }
      case 'answered': {
        if (chance.happens(0.01)) await back(deps, played);
        return;
      }
      case 'excused':
        return;
    }
  }

  /** What somebody does about a department that must answer: mostly nothing. */
  async function actWhileSilent(deps: Municipality, played: Played): Promise<void> {
    const acts: readonly (readonly [weight: number, act: () => Promise<void>])[] = [
      [0.02, () => answer(deps, played)],
      [0.01, () => propose(deps, played)],
      [0.006, () => declineIt(deps, played)],
      [0.01, () => askForTime(deps, played)],
      [0.01, () => remind(deps, played)],
      [0.01, () => moveOne(deps, played)],
    ];
    let roll = chance.next();
    for (const [weight, act] of acts) {
      if (roll < weight) return act();
      roll -= weight;
    }
  }

  async function answer(deps: Municipality, played: Played): Promise<void> {
    const { round, index } = played;
    const seen = await seenIn(municipality, round, index);
    const given = {
      posted: undefined,
      press: press(),
      by: HEAD,
      answer: typing('Vi har lært at ringe tilbage.'),
      seen,
    };
    assert.equal((await submitReply(deps, aReply(round, index, given))).kind, 'stored');
    count('answers');
    touch(played, 'answered');
  }

  async function propose(deps: Municipality, played: Played): Promise<void> {
    const { round, index } = played;
    const seen = await seenIn(municipality, round, index);
    const given = { posted: undefined, press: press(), by: COLLEAGUE, answer: typing('Vi foreslår det.'), seen };
    assert.equal((await submitReply(deps, aReply(round, index, given))).kind, 'proposed');
    count('proposals');
    touch(played, 'proposed');
    told(played);
  }

  async function declineIt(deps: Municipality, played: Played): Promise<void> {
    const declining = aPress(played.round, played.index, { posted: undefined, press: press(), by: HEAD });
    const outcome = await declineReply(deps, { ...declining, reason: 'Ikke os.', instead: '' });
    // Somebody who has been sent back cannot decline.
    if (outcome.kind !== 'declined') return;
    count('declines');
    touch(played, 'declined');
  }

  async function askForTime(deps: Municipality, played: Played): Promise<void> {
    const until = addDays(later(played.known.deadlineDay, today()), chance.between(1, 14));
    const asking = aReply(played.round, played.index, { posted: undefined, press: press(), by: HEAD });
    const outcome = await requestTime(deps, { ...asking, until, reason: 'Vi venter på tal.', typed: '' });
    assert.equal(outcome.kind, 'asked');
    count('requests for time');
    touch(played, 'asks for time');
  }

  async function remind(deps: Municipality, played: Played): Promise<void> {
    const outcome = await nudge(deps, aFollowUp(played.round, played.index, { press: press() }));
    assert.ok(outcome.kind === 'done' || outcome.kind === 'request again');
    count('reminders asked for');
    touch(played);
    told(played);
  }

  async function back(deps: Municipality, played: Played): Promise<void> {
    const { round, index } = played;
    const seen = await seenIn(municipality, round, index);
    const returning = { ...aFollowUp(round, index, { press: press() }), seen, comment: 'Skriv et eksempel.' };
    assert.equal((await sendBack(deps, returning)).kind, 'done');
    count('replies sent back');
    touch(played, 'silent');
    told(played);
  }

  async function moveOne(deps: Municipality, played: Played): Promise<void> {
    const to = addDays(later(played.known.deadlineDay, today()), chance.between(1, 20));
    const values = { deadline: to, deadlineTime: '', reason: 'Sygdom.' };
    const moving = { ...aFollowUp(played.round, played.index, { press: press() }), values };
    assert.equal((await moveDeadline(deps, moving)).kind, 'moved');
    count('deadlines of one department moved');
    touch(played);
    told(played);
    played.known = { ...played.known, deadlineDay: to, deadlineHour: undefined };
  }

  async function moveAll(deps: Municipality, playedRound: PlayedRound): Promise<void> {
    const present = (await municipality.rounds.readRound(playedRound.round.id))?.value;
    assert.ok(present);
    const from = dayOf(present.plan.ask.deadline);
    const to = addDays(later(from, today()), chance.between(1, 20));
    const values = { deadline: to, deadlineTime: '', reason: 'Mødet er flyttet.' };
    const action = { roundId: playedRound.round.id, address: SECRETARIAT, by: aSecretary(), press: press() };
    assert.equal((await moveRoundDeadline(deps, { ...action, values })).kind, 'moved');
    count('deadlines of a round moved');
    Object.assign(playedRound, { deadlineDay: to, deadlineHour: undefined });
    await settleFor(180);
    for (const played of playedRound.departments) {
      const row = (await municipality.rounds.readDepartment(playedRound.round.id, idOf(played)))?.value;
      assert.ok(row);
      const day = dayOf(row.ask.deadline);
      // A department keeps a later day of its own.
      if (day < to) problem(`${played.name} did not follow the round to ${to}`);
      const isMoved = row.deadlineMoves.at(-1)?.at.getTime() !== undefined && day !== played.known.deadlineDay;
      const hadTime = played.known.deadlineHour !== undefined;
      if (isMoved || hadTime) told(played);
      played.touchedOn = today();
      const stillTimed = row.ask.deadline.includes('T') ? played.known.deadlineHour : undefined;
      played.known = { ...played.known, deadlineDay: day, deadlineHour: stillTimed };
      if (played.state === 'asks for time' && row.timeRequest?.decision !== undefined) played.state = 'silent';
    }
    markNews(playedRound.departments[0] as Played);
  }

  async function close(deps: Municipality, playedRound: PlayedRound): Promise<void> {
    const request = { roundId: playedRound.round.id, address: SECRETARIAT, by: aSecretary(), press: press() };
    const missing = playedRound.round.plan.invitations.map(({ department }) => department.id);
    if ((await closeRound(deps, { ...request, keep: [], missing })).kind !== 'closing') return;
    await settle();
    count('rounds closed');
    playedRound.isClosed = true;
  }

  async function reopen(deps: Municipality, playedRound: PlayedRound): Promise<void> {
    const request = { roundId: playedRound.round.id, address: SECRETARIAT, by: aSecretary(), press: press() };
    if ((await reopenRound(deps, { ...request, reason: 'En fejl.' })).kind !== 'reopening') return;
    await settle();
    count('rounds opened again');
    playedRound.isClosed = false;
    for (const played of playedRound.departments) {
      told(played);
      touch(played);
    }
  }

  async function open(deps: Municipality): Promise<void> {
    const size = chance.between(1, 5);
    const first = chance.between(0, deps.departments.length - size);
    const asked = deps.departments.slice(first, first + size);
    const hour = chance.happens(0.3) ? chance.between(8, 17) : undefined;
    const deadlineDay = addDays(today(), chance.between(1, 40));
    const form = {
      departments: asked.map(({ department }) => department.id),
      deadline: deadlineDay,
      deadlineTime: hour === undefined ? '' : `${String(hour).padStart(2, '0')}:00`,
    };
    const round = await opened(deps, form);
    count('rounds started');
    const known = { plan: round.plan.reminders, deadlineDay, deadlineHour: hour, toldOn: today() };
    const departments = asked.map(({ department: { name } }, index): Played => {
      count('departments asked');
      return { round, index, name: `${round.id} ${name}`, state: 'silent', known, touchedOn: today(), judged: 0 };
    });
    const closesOn = addDays(deadlineDay, chance.between(0, 35));
    playing.push({
      round,
      departments,
      closesOn,
      deadlineDay,
      deadlineHour: hour,
      isClosed: false,
      hasNews: true,
      lastDigestOn: undefined,
    });
    await settle();
  }

  start();
  start();
  let sleepUntil = FIRST_DAY;
  for (let number = 0; number < days; number += 1) {
    const day = addDays(FIRST_DAY, number);
    const isWorking = isWorkingDay(day, DEFAULT_CALENDAR);
    const sleeps = day < sleepUntil;
    if (!sleeps && processes.length === 0) {
      start();
      start();
    }
    const hasBeenUp = !sleeps;
    for (const hour of isWorking ? HOURS : [12]) {
      await goOnTo(danishInstant(day, hour));
      if (processes.length === 0 || !isWorking || !BUSY_HOURS.has(hour)) continue;
      const [one] = processes;
      assert.ok(one);
      areFailuresOn = false;
      const deps = { ...municipality, rounds: one.work.rounds };
      const left = wanted - (counts['rounds started'] ?? 0);
      if (left > 0 && chance.happens((left / (days - number)) * 0.6)) await open(deps);
      for (const round of playing) {
        for (const played of round.departments) await act(deps, played, round);
        if (!round.isClosed && chance.happens(0.004)) await moveAll(deps, round);
        const isOver = day > round.closesOn;
        if (!round.isClosed && isOver && chance.happens(0.3)) await close(deps, round);
        else if (round.isClosed && day < addDays(round.closesOn, 20) && chance.happens(0.002))
          await reopen(deps, round);
      }
      await settle();
      areFailuresOn = true;
    }
    if (isWorking && hasBeenUp && processes.length > 0) await judgeDay();
    for (const round of playing) {
      if (!round.isClosed && (round.deadlineDay === day || hasUndecided(round))) round.hasNews = true;
    }
    if (chance.happens(0.03)) {
      count('restarts');
      await processes.pop()?.work.stop(0);
      start();
    }
    if (chance.happens(0.01)) {
      count('times when both processes were away');
      for (const { work } of processes) await work.stop(0);
      processes = [];
      sleepUntil = addDays(day, chance.between(2, 4));
    }
  }
  for (const { work } of processes) await work.stop(0);
  return { counts, problems };
}

function hasUndecided({ departments }: PlayedRound): boolean {
  return departments.some(({ state }) => state === 'declined' || state === 'asks for time');
}

function isOf({ round, index }: Played, { roundId, department }: RoundDepartment): boolean {
  return round.id === roundId && round.plan.invitations[index]?.department.id === department.id;
}

function idOf({ round, index }: Played) {
  const invitation = round.plan.invitations[index];
  assert.ok(invitation);
  return invitation.department.id;
}

function later(one: LocalDate, other: LocalDate): LocalDate {
  return one > other ? one : other;
}
