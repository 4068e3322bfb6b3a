import { operationId, parseDepartmentId, parseRoundId } from '../../src/domain/ids.js';
import { EMPTY_HEADER } from '../../src/domain/notat/notat-header.js';
import type { ReplyContent, ReplyVersion } from '../../src/domain/reply/reply.js';
import { parseDeadline } from '../../src/domain/round/deadline.js';
import { DEFAULT_REMINDER_PLAN } from '../../src/domain/round/reminder-plan.js';
import {
  type Ask,
  askedDepartment,
  type Round,
  type RoundDepartment,
  type RoundOverview,
} from '../../src/domain/round/round.js';
import { DEFAULT_CALENDAR } from '../../src/domain/round/working-days.js';
import { type Chance, createChance } from './chance.js';
import { departmentName, replyText } from './reply-texts.js';

/**
 * When the notat of a generated round is compiled. It is after the deadline, so departments without a reply are late.
 */
export const COMPILED_AT = new Date('2026-12-01T09:00:00.000Z');

const ANSWERED_AT = new Date('2026-11-20T09:00:00.000Z');
const ANSWERED_LATE_AT = new Date('2026-11-27T09:00:00.000Z');

const ASK: Ask = {
  title: 'Opfølgning på tilsynets årsrapport 2026',
  report: 'Tilsynets årsrapport 2026',
  reportLink: undefined,
  question: 'Hvad har I lært af rapporten, og hvad gør I nu?',
  deadline: valid(parseDeadline('2026-11-25')),
  calendar: DEFAULT_CALENDAR,
  isTrial: false,
};

const INTRODUCTION = [
  'Byrådet fik tilsynets årsrapport for 2026 forelagt i oktober og har bedt fagområderne om at følge op på den.',
  'Notatet samler fagområdernes svar. Hvert fagområde svarer for sig selv.',
].join('\n\n');

/**
 * A round with realistic replies. Of ten departments, seven or eight write a reply in time, one gives a nil reply, and
 * one answers late or not at all. The same number of departments always gives the same round.
 */
export function generatedRound(departments: number): RoundOverview {
  const chance = createChance(departments);
  const roundId = valid(parseRoundId('runde-1'));
  const secretariat = addressOf('sekretariatet');
  const asked = Array.from({ length: departments }, (_, position): RoundDepartment => {
    const id = valid(parseDepartmentId(`fagomraade-${position}`));
    const department = {
      id,
      name: departmentName(position),
      heads: [],
      deputies: [],
      director: undefined,
      language: undefined,
      approval: true,
    };
    const askedAt = new Date('2026-11-09T09:00:00.000Z');
    const given = { roundId, department, position, address: addressOf(id), ask: ASK, askedAt, previous: undefined };
    return { ...askedDepartment(given), reply: generatedReply(chance, position) };
  });
  const round: Round = {
    id: roundId,
    state: 'open',
    plan: {
      ask: ASK,
      introduction: INTRODUCTION,
      header: { ...EMPTY_HEADER, caseNumber: '00.16.00-A00-7-26', to: 'Byrådet', from: 'Sekretariatet' },
      showOrigins: false,
      reminders: DEFAULT_REMINDER_PLAN,
      startAt: undefined,
      countsSentence: undefined,
      previousRound: undefined,
      invitations: asked.map(({ department, address }) => ({ department, address })),
    },
    secretariat,
    createdBy: personNumber(0),
    createdAt: new Date('2026-11-09T08:00:00.000Z'),
    planSaved: undefined,
    startedBy: personNumber(0),
    startedAt: new Date('2026-11-09T09:00:00.000Z'),
    closedBy: undefined,
    closedAt: undefined,
    finals: 0,
    reopenings: [],
    keptFindings: [],
    closedWithout: [],
    trouble: undefined,
    presses: [],
    deadlineMoves: [],
    hasDuties: true,
    digest: undefined,
    desk: undefined,
    answersToAll: [],
    changes: [],
    isFollowing: false,
    withdrawn: undefined,
  };
  return { round, departments: asked, unreadable: [], withdrawn: [] };
}

function generatedReply(chance: Chance, position: number): ReplyVersion | undefined {
  const kind = chance.below(20);
  if (kind === 0) return undefined;
  const content: ReplyContent =
    kind <= 2 ? { kind: 'nil', remark: undefined } : { kind: 'text', text: replyText(chance) };
  return {
    number: 1,
    content,
    author: personNumber(position + 1),
    approvedBy: undefined,
    isOnBehalf: false,
    at: kind === 3 ? ANSWERED_LATE_AT : ANSWERED_AT,
    operationId: operationId('reply', position),
  };
}

function personNumber(number: number) {
  return { id: `person-${number}`, name: `Chef ${number}` };
}

function addressOf(channel: string) {
  return {
    tenantId: 'kommunen',
    teamId: '19:raadhuset@thread.tacv2',
    channelId: `19:${channel}@thread.tacv2`,
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
  };
}

/** The domain must accept every generated value. Otherwise there is a mistake in this file. */
function valid<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the domain does not accept a generated value');
  return value;
}
