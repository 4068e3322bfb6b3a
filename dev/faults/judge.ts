import { da } from '../../src/text/messages.js';
import type { DepartmentChannel } from '../demo/municipality.js';
import type { Post } from './calls.js';
import { linesOfCard, linesOfWordFile } from './notat-words.js';
import { type Confirmed, type Played, requestCards, textOf } from './player.js';
import { readTable, type TableRow } from './table-rows.js';
import type { World } from './world.js';

/** What a run came to. All but the first three numbers, and `uncertainShown`, must be 0. */
export interface Verdict {
  readonly confirmed: number;
  readonly stored: number;
  readonly inNotat: number;
  readonly duplicateRows: number;
  readonly duplicateCards: number;
  readonly missingCards: number;
  readonly staleCards: number;
  readonly uncertainShown: number;
  /** Everything that is wrong, in words. */
  readonly problems: readonly string[];
}

/** Compares what was confirmed to people with the table, the notat and the channels. It uses no code of the bot but its words. */
export async function judge(world: World, played: Played): Promise<Verdict> {
  const { confirmed, town } = played;
  const rows = await readTable(world.connectionString, world.tableName);
  const file = played.file === undefined ? [] : await linesOfWordFile(played.file);
  const found = {
    stored: judgeStored(played, rows),
    notat: judgeNotat(world, played, file),
    cards: town.departments.map((department) => judgeCards(world, department, lastOf(confirmed, department.name))),
    secretariat: judgeSecretariat(world, played),
  };
  const { stored, notat, cards, secretariat } = found;
  const problems = [...stored.problems, ...notat.problems, ...[...cards, secretariat].flatMap((each) => each.problems)];
  const sum = (of: (each: Found) => number) => [...cards, secretariat].reduce((total, each) => total + of(each), 0);
  return {
    confirmed: confirmed.length,
    stored: stored.count,
    inNotat: notat.count,
    duplicateRows: stored.duplicates,
    duplicateCards: sum(({ duplicate }) => duplicate),
    missingCards: sum(({ missing }) => missing),
    staleCards: sum(({ stale }) => stale),
    uncertainShown: played.secretary.shown,
    problems: [...problems, ...world.stopProblems],
  };
}

interface Found {
  readonly duplicate: number;
  readonly missing: number;
  readonly stale: number;
  readonly problems: readonly string[];
}

/** Each confirmed answer has exactly one row. A confirmed answer is told apart by its department and its text. */
function judgeStored({ confirmed, departmentIds }: Played, rows: readonly TableRow[]) {
  const problems: string[] = [];
  let count = 0;
  let duplicates = 0;
  for (const [name, departmentId] of departmentIds) {
    const versions = versionsOf(rows, departmentId);
    const answers = confirmed.filter(({ department }) => department === name);
    for (const { text } of answers) {
      const holding = versions.filter((row) => row.text.includes(text ?? '"kind":"nil"')).length;
      count += holding === 0 ? 0 : 1;
      duplicates += Math.max(0, holding - 1);
      if (holding !== 1) problems.push(`an answer of ${name} has ${holding} rows`);
    }
    const others = versions.length - answers.length;
    if (others > 0 && duplicates === 0) {
      duplicates += others;
      problems.push(`${name} has ${versions.length} rows, and was told of ${answers.length} answers`);
    }
  }
  return { count, duplicates, problems };
}

/** The versions are the only rows whose key the judge must know: `version|<department>|<number>`. */
function versionsOf(rows: readonly TableRow[], departmentId: string): readonly TableRow[] {
  return rows.filter(
    ({ partitionKey, rowKey }) => partitionKey.startsWith('round|') && rowKey.startsWith(`version|${departmentId}|`),
  );
}

/** An answer is in the notat if its words stand there once, or if those of the answer that has replaced it do. */
function judgeNotat(world: World, { confirmed, town }: Played, file: readonly string[]) {
  const problems: string[] = [];
  const card = linesOfCard(finalNotats(world, town.secretariat).at(-1)?.card);
  let count = 0;
  for (const answer of confirmed) {
    const last = lastOf(confirmed, answer.department);
    const isThere = last !== undefined && standsIn(file, last) && standsIn(card, last);
    const isReplaced = last === answer || (!has(file, answer) && !has(card, answer));
    if (isThere && isReplaced) count += 1;
    else problems.push(`an answer of ${answer.department} is not as it should be in the final notat`);
  }
  return { count, problems };
}

function has(lines: readonly string[], { text }: Confirmed): boolean {
  return lines.includes(text ?? da.receipt.nil);
}

/** Whether the words stand there once, after the name of their department. */
function standsIn(lines: readonly string[], { department, text }: Confirmed): boolean {
  const words = text ?? da.receipt.nil;
  const places = lines.flatMap((line, index) => (line === words ? [index] : []));
  const [place] = places;
  return places.length === 1 && place !== undefined && lines[place - 1] === department;
}

function lastOf(confirmed: readonly Confirmed[], name: string): Confirmed | undefined {
  return confirmed.findLast(({ department }) => department === name);
}

/**
 * A department has one card. Another is right only if the bot could not know of the one before, and has waited for the
 * next working hour.
 */
function judgeCards(world: World, { name, channel }: DepartmentChannel, last: Confirmed | undefined): Found {
  const cards = requestCards(world, channel);
  const problems: string[] = [];
  let duplicate = 0;
  let stale = 0;
  for (const [index, { id, card }] of cards.entries()) {
    const post = postOf(world, id);
    const before = cards[index - 1];
    const first = before === undefined ? undefined : postOf(world, before.id);
    const tooSoon = first === undefined || post === undefined ? undefined : whyTooSoon(first, post);
    if (tooSoon !== undefined) {
      duplicate += 1;
      problems.push(`${name} got a second request card ${tooSoon}`);
    }
    // The bot cannot know a card whose id it has never stored.
    if (post?.recordedAt === undefined) continue;
    const seen = textOf(card);
    if (seen.includes(da.receipt.locked) && (last === undefined || seen.includes(last.text ?? da.receipt.nil)))
      continue;
    stale += 1;
    problems.push(`a card of ${name} shows “${seen.split('\n')[0]}” and not that the round is closed`);
  }
  if (cards.length === 0) problems.push(`${name} has no request card`);
  const notices = duplicateNotices(world, channel);
  if (notices > 0) problems.push(`${name} got ${notices} notices twice`);
  return { duplicate: duplicate + notices, missing: cards.length === 0 ? 1 : 0, stale, problems };
}

const HOUR_MS = 3_600_000;

/** Why the second of two request cards should not have been posted then; undefined where it was right. */
function whyTooSoon(first: Post, second: Post): string | undefined {
  if (first.recordedAt !== undefined && first.recordedAt <= second.call.at)
    return 'although the bot knew of the one before';
  // What may not have arrived is sent again at a full hour at the earliest.
  const isSameHour = Math.floor(first.call.at / HOUR_MS) === Math.floor(second.call.at / HOUR_MS);
  return isSameHour ? 'without waiting for the next working hour' : undefined;
}

/** How many of the bot's messages below the cards say what another says. In this round each notice is sent once. */
function duplicateNotices(world: World, channel: DepartmentChannel['channel']): number {
  const notices = world.teams
    .threads(channel)
    .flatMap(({ messages }) => messages.slice(1).filter(({ from }) => from === 'bot'))
    .map(({ card, text }) => textOf(card) || text);
  return notices.length - new Set(notices).size;
}

function postOf({ calls }: World, messageId: string) {
  return calls.posts.find((post) => post.messageId === messageId);
}

/** How the overview of a round begins in which nobody is missing. */
const ALL_ANSWERED = /^(?<all>\d{1,4}) af \k<all> fagområde/u;

/** The secretariat has one final notat, no complete notat twice, and an overview that says that all have answered. */
function judgeSecretariat(world: World, { town, roundCard }: Played): Found {
  const finals = finalNotats(world, town.secretariat).length;
  const complete = rootsOf(world, town.secretariat)
    .map(({ card }) => textOf(card))
    .filter((text) => text.startsWith(da.notat.completeHeading));
  const twice = complete.length - new Set(complete).size;
  const duplicate = Math.max(0, finals - 1) + twice;
  const isRoundCardStale = roundCard !== undefined && !ALL_ANSWERED.test(textOf(roundCard.card));
  const problems = [
    ...(finals === 0 ? ['there is no final notat'] : []),
    ...(finals > 1 ? [`there are ${finals} final notats`] : []),
    ...(twice > 0 ? [`${twice} complete notats came twice`] : []),
    ...(isRoundCardStale ? ['the card from which the round was started does not say that all have answered'] : []),
  ];
  return { duplicate, missing: finals === 0 ? 1 : 0, stale: isRoundCardStale ? 1 : 0, problems };
}

function finalNotats(world: World, channel: DepartmentChannel['channel']) {
  return rootsOf(world, channel).filter(({ card }) => textOf(card).startsWith(da.notat.finalHeading(1)));
}

function rootsOf({ teams }: World, channel: DepartmentChannel['channel']) {
  return teams.threads(channel).flatMap(({ messages: [first] }) => (first?.from === 'bot' ? [first] : []));
}
