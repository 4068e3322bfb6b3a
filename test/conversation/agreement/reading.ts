import { REOPENINGS_KEPT } from '../../../src/domain/limits.js';
import type { Known, KnownRound, OnCard, OnDesk, RoundOnDesk } from './told.js';

/* Cards as a person reads them, line by line. */

/** A department's card. */
export function readCard(shown: string, known: Known, { titles, question }: KnownRound): OnCard {
  const lines = shown.split('\n');
  const heading = lines[0];
  const isReceipt = heading === 'Svaret er modtaget';
  const has = (begins: string) => lines.some((line) => line.startsWith(begins));
  const final = lines.map((line) => /^Notatet er endeligt: notat (\d+)/u.exec(line)?.[1]).find(Boolean);
  return {
    heading,
    text: isReceipt ? lines.find((line) => line.startsWith('Svar nummer')) : undefined,
    isOnBehalf: isReceipt && lines.some((line) => line.includes('på fagområdets vegne')),
    hasTitle: lines.includes(titles.at(-1) ?? ''),
    hasQuestion: lines.includes(question),
    hasEdit: has('Sekretariatet foreslår en rettelse'),
    isChangedSince: has('Efter jeres svar har sekretariatet rettet'),
    isMarked: reopeningsIn(lines) >= Math.min(known.reopenings, REOPENINGS_KEPT),
    final: Number(final ?? 0),
  };
}

const GROUPS: ReadonlyMap<string, OnDesk['group']> = new Map([
  ['Mangler at svare', 'missing'],
  ['Har svaret', 'answered'],
  ['Skal ikke svare', 'excused'],
]);

/** A department on the secretariat's overview. @param names of all departments */
export function readDesk(shown: string, name: string, names: readonly string[]): OnDesk {
  const lines = shown.split('\n');
  let group: OnDesk['group'];
  for (const [at, line] of lines.entries()) {
    group = GROUPS.get(line) ?? group;
    // Above the groups it may be named as one that needs the secretariat.
    if (line !== name || group === undefined) continue;
    const after = lines.slice(at + 1);
    const end = after.findIndex((each) => names.includes(each) || GROUPS.has(each));
    const own = end < 0 ? after : after.slice(0, end);
    return { group, isReminded: own.some((each) => each.includes('Påmindet')) };
  }
  return { group: undefined, isReminded: false };
}

/** The round on the secretariat's overview. */
export function readRoundOnDesk(shown: string, { titles }: KnownRound): RoundOnDesk {
  const lines = shown.split('\n');
  return {
    heading: lines[0],
    hasTitle: lines.includes(titles.at(-1) ?? ''),
    isClosed: lines.some((line) => line.includes(' Afsluttet ')),
    reopenings: reopeningsIn(lines),
  };
}

function reopeningsIn(lines: readonly string[]): number {
  return lines.filter((line) => line.startsWith('Genåbnet ')).length;
}
