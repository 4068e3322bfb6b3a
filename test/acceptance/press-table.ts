import type { AuditAct } from '../../src/domain/audit.js';
import { standingOf } from '../../src/domain/reply/standing.js';
import type { Messages } from '../../src/text/messages.js';
import { aDecline, anAcceptedDecline, aRoundDepartment, aVersion } from '../support/builders.js';

/** The buttons that change something, or show a text to change. */
export type Button =
  | 'send'
  | 'nothing to say'
  | 'save draft'
  | 'approve'
  | 'edit'
  | 'decline'
  | 'send back'
  | 'answer on behalf'
  | 'nudge'
  | 'accept decline';

/** Where, when and by whom a button is pressed. Unless it says otherwise: by a head, or by the secretariat. */
export type Situation =
  | 'pressed twice'
  | 'after the deadline'
  | 'on a stale card'
  | 'by someone who is no head'
  | 'on a copy in another department’s channel'
  | 'in the secretariat’s channel'
  | 'in an unregistered channel'
  | 'with the ids of another department'
  | 'with a forged payload'
  | 'after the round is closed';

/** What the person then has in front of them. */
export type Told =
  | 'receipt'
  | 'late receipt'
  | 'closed receipt'
  | 'approval'
  | 'draft kept'
  | 'correcting'
  | 'answer overtaken'
  | 'draft overtaken'
  | 'declined'
  | 'round closed'
  | 'follow-up: answered'
  | 'follow-up: sent back'
  | 'follow-up: nudged'
  | 'follow-up: excused'
  | 'follow-up: overtaken'
  | 'follow-up: locked'
  | 'notice: not here'
  | 'notice: locked'
  | 'notice: only heads'
  | 'notice: too late to decline'
  | 'notice: too late to follow up'
  | 'notice: unknown round'
  | 'notice: press not read';

/** What the audit says of it; nothing where nothing at all is written. */
export type Written = readonly Exclude<AuditAct, 'planned'>[];

export interface PressRow {
  readonly button: Button;
  readonly situation: Situation;
  readonly told: Told;
  readonly written: Written;
}

const NOTHING: Written = [];

/** Who presses what where, what they are told, and what is written. docs/presses.md shows it. */
export const PRESS_TABLE: readonly PressRow[] = [
  row('send', 'pressed twice', 'receipt', ['replied']),
  row('send', 'after the deadline', 'late receipt', ['replied']),
  row('send', 'on a stale card', 'answer overtaken', ['draft saved']),
  row('send', 'by someone who is no head', 'approval', ['proposed']),
  row('send', 'on a copy in another department’s channel', 'notice: not here', NOTHING),
  row('send', 'in the secretariat’s channel', 'notice: not here', NOTHING),
  row('send', 'in an unregistered channel', 'notice: not here', NOTHING),
  row('send', 'with the ids of another department', 'notice: not here', NOTHING),
  row('send', 'with a forged payload', 'notice: press not read', NOTHING),
  row('send', 'after the round is closed', 'notice: locked', NOTHING),

  row('nothing to say', 'pressed twice', 'receipt', ['replied']),
  row('nothing to say', 'after the deadline', 'late receipt', ['replied']),
  row('nothing to say', 'on a stale card', 'answer overtaken', NOTHING),
  row('nothing to say', 'by someone who is no head', 'approval', ['proposed']),
  row('nothing to say', 'on a copy in another department’s channel', 'notice: not here', NOTHING),
  row('nothing to say', 'in the secretariat’s channel', 'notice: not here', NOTHING),
  row('nothing to say', 'in an unregistered channel', 'notice: not here', NOTHING),
  row('nothing to say', 'with the ids of another department', 'notice: not here', NOTHING),
  row('nothing to say', 'with a forged payload', 'notice: press not read', NOTHING),
  row('nothing to say', 'after the round is closed', 'round closed', NOTHING),

  row('save draft', 'pressed twice', 'draft kept', ['draft saved']),
  row('save draft', 'after the deadline', 'draft kept', ['draft saved']),
  row('save draft', 'on a stale card', 'draft overtaken', NOTHING),
  row('save draft', 'by someone who is no head', 'draft kept', ['draft saved']),
  row('save draft', 'on a copy in another department’s channel', 'notice: not here', NOTHING),
  row('save draft', 'in the secretariat’s channel', 'notice: not here', NOTHING),
  row('save draft', 'in an unregistered channel', 'notice: not here', NOTHING),
  row('save draft', 'with the ids of another department', 'notice: not here', NOTHING),
  row('save draft', 'with a forged payload', 'notice: press not read', NOTHING),
  row('save draft', 'after the round is closed', 'notice: locked', NOTHING),

  row('approve', 'pressed twice', 'receipt', ['approved']),
  row('approve', 'after the deadline', 'late receipt', ['approved']),
  row('approve', 'on a stale card', 'approval', NOTHING),
  row('approve', 'by someone who is no head', 'notice: only heads', NOTHING),
  row('approve', 'on a copy in another department’s channel', 'notice: not here', NOTHING),
  row('approve', 'in the secretariat’s channel', 'notice: not here', NOTHING),
  row('approve', 'in an unregistered channel', 'notice: not here', NOTHING),
  row('approve', 'with the ids of another department', 'notice: not here', NOTHING),
  row('approve', 'with a forged payload', 'notice: press not read', NOTHING),
  row('approve', 'after the round is closed', 'round closed', NOTHING),

  row('edit', 'pressed twice', 'correcting', NOTHING),
  row('edit', 'after the deadline', 'correcting', NOTHING),
  row('edit', 'on a stale card', 'correcting', NOTHING),
  row('edit', 'by someone who is no head', 'correcting', NOTHING),
  row('edit', 'on a copy in another department’s channel', 'notice: not here', NOTHING),
  row('edit', 'in the secretariat’s channel', 'notice: not here', NOTHING),
  row('edit', 'in an unregistered channel', 'notice: not here', NOTHING),
  row('edit', 'with the ids of another department', 'notice: not here', NOTHING),
  row('edit', 'with a forged payload', 'notice: press not read', NOTHING),
  row('edit', 'after the round is closed', 'closed receipt', NOTHING),

  row('decline', 'pressed twice', 'declined', ['declined']),
  row('decline', 'after the deadline', 'declined', ['declined']),
  row('decline', 'on a stale card', 'notice: too late to decline', NOTHING),
  row('decline', 'by someone who is no head', 'notice: only heads', NOTHING),
  row('decline', 'on a copy in another department’s channel', 'notice: not here', NOTHING),
  row('decline', 'in the secretariat’s channel', 'notice: not here', NOTHING),
  row('decline', 'in an unregistered channel', 'notice: not here', NOTHING),
  row('decline', 'with the ids of another department', 'notice: not here', NOTHING),
  row('decline', 'with a forged payload', 'notice: press not read', NOTHING),
  row('decline', 'after the round is closed', 'notice: locked', NOTHING),

  row('send back', 'pressed twice', 'follow-up: sent back', ['sent back']),
  row('send back', 'after the deadline', 'follow-up: sent back', ['sent back']),
  row('send back', 'on a stale card', 'follow-up: overtaken', NOTHING),
  row('send back', 'by someone who is no head', 'follow-up: sent back', ['sent back']),
  row('send back', 'on a copy in another department’s channel', 'notice: unknown round', NOTHING),
  row('send back', 'in the secretariat’s channel', 'follow-up: sent back', ['sent back']),
  row('send back', 'in an unregistered channel', 'notice: unknown round', NOTHING),
  row('send back', 'with the ids of another department', 'follow-up: sent back', ['sent back']),
  row('send back', 'with a forged payload', 'notice: press not read', NOTHING),
  row('send back', 'after the round is closed', 'notice: locked', NOTHING),

  row('answer on behalf', 'pressed twice', 'follow-up: answered', ['replied on behalf']),
  row('answer on behalf', 'after the deadline', 'follow-up: answered', ['replied on behalf']),
  row('answer on behalf', 'on a stale card', 'follow-up: overtaken', NOTHING),
  row('answer on behalf', 'by someone who is no head', 'follow-up: answered', ['replied on behalf']),
  row('answer on behalf', 'on a copy in another department’s channel', 'notice: unknown round', NOTHING),
  row('answer on behalf', 'in the secretariat’s channel', 'follow-up: answered', ['replied on behalf']),
  row('answer on behalf', 'in an unregistered channel', 'notice: unknown round', NOTHING),
  row('answer on behalf', 'with the ids of another department', 'follow-up: answered', ['replied on behalf']),
  row('answer on behalf', 'with a forged payload', 'notice: press not read', NOTHING),
  row('answer on behalf', 'after the round is closed', 'notice: locked', NOTHING),

  row('nudge', 'pressed twice', 'follow-up: nudged', ['nudged']),
  row('nudge', 'after the deadline', 'follow-up: nudged', ['nudged']),
  row('nudge', 'on a stale card', 'notice: too late to follow up', NOTHING),
  row('nudge', 'by someone who is no head', 'follow-up: nudged', ['nudged']),
  row('nudge', 'on a copy in another department’s channel', 'notice: unknown round', NOTHING),
  row('nudge', 'in the secretariat’s channel', 'follow-up: nudged', ['nudged']),
  row('nudge', 'in an unregistered channel', 'notice: unknown round', NOTHING),
  row('nudge', 'with the ids of another department', 'follow-up: nudged', ['nudged']),
  row('nudge', 'with a forged payload', 'notice: press not read', NOTHING),
  row('nudge', 'after the round is closed', 'follow-up: locked', NOTHING),

  row('accept decline', 'pressed twice', 'follow-up: excused', ['decline accepted']),
  row('accept decline', 'after the deadline', 'follow-up: excused', ['decline accepted']),
  row('accept decline', 'on a stale card', 'notice: too late to follow up', NOTHING),
  row('accept decline', 'by someone who is no head', 'follow-up: excused', ['decline accepted']),
  row('accept decline', 'on a copy in another department’s channel', 'notice: unknown round', NOTHING),
  row('accept decline', 'in the secretariat’s channel', 'follow-up: excused', ['decline accepted']),
  row('accept decline', 'in an unregistered channel', 'notice: unknown round', NOTHING),
  row('accept decline', 'with the ids of another department', 'follow-up: excused', ['decline accepted']),
  row('accept decline', 'with a forged payload', 'notice: press not read', NOTHING),
  row('accept decline', 'after the round is closed', 'follow-up: locked', NOTHING),
];

function row(button: Button, situation: Situation, told: Told, written: Written): PressRow {
  return { button, situation, told, written };
}

/** How an answer is recognised, in any language. */
export interface Answer {
  /** A card takes the place of the one that was used; a notice leaves it, with what is typed in it. */
  readonly as: 'card' | 'notice';
  readonly heading: (messages: Messages) => string;
  /** What else the card says, as far as it does not depend on who and when. */
  readonly says?: (messages: Messages) => string;
}

/** Stands for whatever a sentence is about. */
const SOMEONE = '\u0000';
const SOME_TIME = new Date(0);

/** What a sentence says before it names anyone. */
function beginning(sentence: string): string {
  return sentence.split(SOMEONE)[0] ?? '';
}

export const ANSWERS: Readonly<Record<Told, Answer>> = {
  receipt: { as: 'card', heading: (m) => m.receipt.heading },
  'late receipt': { as: 'card', heading: (m) => m.receipt.heading, says: (m) => m.receipt.late },
  'closed receipt': { as: 'card', heading: (m) => m.receipt.heading, says: (m) => m.receipt.locked },
  approval: { as: 'card', heading: (m) => m.approval.heading },
  'draft kept': {
    as: 'card',
    heading: (m) => m.request.heading,
    says: (m) => beginning(m.request.draft(SOMEONE, SOME_TIME)),
  },
  correcting: { as: 'card', heading: (m) => m.request.correctingHeading, says: (m) => m.request.correcting },
  'answer overtaken': {
    as: 'card',
    heading: (m) => m.request.heading,
    says: (m) => beginning(m.request.overtaken(SOMEONE, SOME_TIME)),
  },
  'draft overtaken': {
    as: 'card',
    heading: (m) => m.request.heading,
    says: (m) => beginning(m.request.draftOvertaken(SOMEONE, SOME_TIME)),
  },
  declined: { as: 'card', heading: (m) => m.decline.declinedHeading },
  'round closed': { as: 'card', heading: (m) => m.receipt.lockedHeading },
  'follow-up: answered': followUp((m) => m.followUp.state(standingOf(aRoundDepartment({ reply: aVersion() })))),
  'follow-up: sent back': followUp((m) => m.followUp.state({ kind: 'awaited', why: 'returned' })),
  'follow-up: nudged': followUp((m) => m.followUp.nudged),
  'follow-up: excused': followUp((m) =>
    m.followUp.state(standingOf(aRoundDepartment({ decline: aDecline({ accepted: anAcceptedDecline() }) }))),
  ),
  'follow-up: overtaken': followUp((m) => beginning(m.followUp.overtaken(SOMEONE, SOME_TIME))),
  'follow-up: locked': followUp((m) => m.receipt.lockedHeading),
  'notice: not here': { as: 'notice', heading: (m) => m.notices.notAsked().heading },
  'notice: locked': { as: 'notice', heading: (m) => m.notices.locked().heading },
  'notice: only heads': { as: 'notice', heading: (m) => m.notices.onlyHeads([]).heading },
  'notice: too late to decline': { as: 'notice', heading: (m) => m.notices.declineTooLate().heading },
  'notice: too late to follow up': { as: 'notice', heading: (m) => m.notices.followUpTooLate().heading },
  'notice: unknown round': { as: 'notice', heading: (m) => m.notices.unknownRound().heading },
  'notice: press not read': { as: 'notice', heading: (m) => m.refusals.pressNotRead().heading },
};

function followUp(says: NonNullable<Answer['says']>): Answer {
  return { as: 'card', heading: (m) => m.followUp.heading, says };
}

/** A row as docs/presses.md has it. */
export function toMarkdown({ button, situation, told, written }: PressRow, messages: Messages): string {
  const { as, heading, says } = ANSWERS[told];
  const said = says === undefined ? '' : ` ${says(messages).trim()}`;
  return `| ${button} | ${situation} | ${as}: **${heading(messages)}**${said} | ${written.join(', ') || '–'} |`;
}
