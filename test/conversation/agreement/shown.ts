import assert from 'node:assert/strict';
import type { Message } from '../../../src/application/ports.js';
import { statusCard } from '../../../src/cards/round/status-card.js';
import { presentMessage } from '../../../src/conversation/present-message.js';
import type { AuditLine } from '../../../src/domain/audit.js';
import type { DepartmentId } from '../../../src/domain/ids.js';
import { compileNotat } from '../../../src/domain/notat/notat.js';
import type { RoundOverview } from '../../../src/domain/round/round.js';
import { da } from '../../../src/text/messages.js';
import { render, shownText } from '../../cards/card-parts.js';
import { createReadableLinks, createSequentialIds, type ScriptedMessenger } from '../../support/fakes.js';
import type { Known, Played } from './history.js';

/*
 * What each place says of each department, read as a person reads it, and what it should say. Nothing here asks the
 * function by which the bot itself decides where a department stands.
 */

/** Of a department, in one place. `text`: the answer, where the place has room for it. */
export interface Said {
  readonly stand: 'answered' | 'answered on its behalf' | 'excused' | 'left out' | 'missing';
  readonly text: string | undefined;
}

/** What is wrong: a line for each place that says something else than what people were told. */
export async function disagreements(played: Played): Promise<readonly string[]> {
  const { municipality, messenger, roundId, known, isClosed } = played;
  const overview = await municipality.rounds.readOverview(roundId);
  assert.ok(overview);
  const audit = await municipality.rounds.readAudit(roundId);
  const versions = new Map<DepartmentId, ReadonlyMap<string, string>>();
  for (const { department } of overview.departments) {
    const all = await municipality.rounds.readVersions(roundId, department.id);
    const texts = all.map(
      ({ number, content }) => [String(number), content.kind === 'text' ? content.text : ''] as const,
    );
    versions.set(department.id, new Map(texts));
  }
  const desk = shownText(statusCard(render, da, overview, municipality.clock.now(), 'nonce'));
  return overview.departments.flatMap(({ department: { id, name } }, index) => {
    const knows = known[index];
    assert.ok(knows);
    const should = saidOf(knows);
    const differs = (place: string, is: unknown, wanted: unknown) => {
      const [one, other] = [JSON.stringify(is), JSON.stringify(wanted)];
      return one === other ? [] : [`${name}: ${place} says ${one}, and people were told ${other}`];
    };
    const cards = cardsIn(messenger, id).map((message) => onCard(message, played));
    return [
      ...differs('its channel', cards.length > 0, true),
      ...cards.flatMap((card) => differs('its card', card, cardOf(knows, isClosed))),
      ...differs('the desk', onDesk(desk, name), onDeskOf(should)),
      ...differs('the notat', inNotat(overview, municipality.clock.now(), name), should),
      ...differs('the audit', inAudit(audit, id, versions.get(id) ?? new Map()), should),
      ...differs('the audit of the round', isClosedIn(audit), isClosed),
    ];
  });
}

function saidOf({ answer, isReturned, excused }: Known): Said {
  if (answer !== undefined && !isReturned) {
    return { stand: answer.isOnBehalf ? 'answered on its behalf' : 'answered', text: answer.text };
  }
  if (excused !== undefined && !isReturned)
    return { stand: excused === 'left out' ? 'left out' : 'excused', text: undefined };
  return { stand: 'missing', text: undefined };
}

/** The heading of a department's card, with the answer that it shows. */
interface OnCard {
  readonly heading: string | undefined;
  readonly text: string | undefined;
  readonly isOnBehalf: boolean;
}

function cardOf(known: Known, isClosed: boolean): OnCard {
  const { stand, text } = saidOf(known);
  const saying = (heading: string): OnCard => ({ heading, text: undefined, isOnBehalf: false });
  if (known.proposal !== undefined && !isClosed) return saying('Afventer godkendelse');
  switch (stand) {
    case 'answered':
    case 'answered on its behalf':
      return { heading: 'Svaret er modtaget', text, isOnBehalf: stand !== 'answered' };
    case 'excused':
    case 'left out':
      return saying('Fagområdet skal ikke svare');
    case 'missing':
      if (known.isDeclined && known.proposal === undefined)
        return saying('I har meldt, at rapporten ikke vedrører jer');
      return saying(isClosed ? 'Runden er afsluttet' : 'Sekretariatet beder om svar');
  }
}

/** The newest content of each card of a department. */
function cardsIn({ asked }: ScriptedMessenger, departmentId: DepartmentId): readonly Message[] {
  const newest = new Map<string, Message>();
  for (const [at, { replaced, message }] of asked.entries()) {
    if (message.kind !== 'department card' || message.department.department.id !== departmentId) continue;
    newest.set(replaced?.activityId ?? String(at + 1), message);
  }
  return [...newest.values()];
}

function onCard(message: Message, { municipality: { clock } }: Played): OnCard {
  const parts = { render, drawn: undefined, messagesIn: () => da, links: createReadableLinks(), clock };
  const [sent] = presentMessage({ ...parts, ids: createSequentialIds() }, message);
  assert.ok(sent?.kind === 'card');
  const lines = shownText(sent.card).split('\n');
  const heading = lines[0];
  const isReceipt = heading === 'Svaret er modtaget';
  return {
    heading,
    text: isReceipt ? lines.find((line) => line.startsWith('Svar nummer')) : undefined,
    isOnBehalf: isReceipt && lines.some((line) => line.includes('på fagområdets vegne')),
  };
}

type OnDesk = 'answered' | 'excused' | 'missing' | undefined;

function onDesk(shown: string, name: string): OnDesk {
  const { status } = da;
  const groups = new Map<string, OnDesk>([
    [status.outstanding, 'missing'],
    [status.answered, 'answered'],
    [status.excused, 'excused'],
  ]);
  let group: OnDesk;
  for (const line of shown.split('\n')) {
    group = groups.get(line) ?? group;
    // Above the groups it may be named as one whose card has not arrived.
    if (line === name && group !== undefined) return group;
  }
  return undefined;
}

function onDeskOf({ stand }: Said): OnDesk {
  if (stand === 'missing') return 'missing';
  return stand === 'excused' || stand === 'left out' ? 'excused' : 'answered';
}

function inNotat(overview: RoundOverview, now: Date, name: string): Said {
  const row = compileNotat(overview, now).rows.find(({ department }) => department === name);
  switch (row?.answer.kind) {
    case undefined:
      return { stand: 'left out', text: undefined };
    case 'reply': {
      const [block] = row.answer.blocks;
      const text = block?.kind === 'paragraph' ? block.text : undefined;
      return { stand: row.isOnBehalf ? 'answered on its behalf' : 'answered', text };
    }
    case 'not theirs':
      return { stand: 'excused', text: undefined };
    default:
      return { stand: 'missing', text: undefined };
  }
}

/** What somebody concludes who reads the audit from its beginning. */
function inAudit(audit: readonly AuditLine[], id: DepartmentId, versions: ReadonlyMap<string, string>): Said {
  let said: Said = { stand: 'missing', text: undefined };
  for (const { departmentId, act, subject } of audit) {
    if (departmentId !== id) continue;
    const text = versions.get(subject ?? '');
    if (act === 'replied' || act === 'approved') said = { stand: 'answered', text };
    if (act === 'replied on behalf') said = { stand: 'answered on its behalf', text };
    if (act === 'sent back') said = { stand: 'missing', text: undefined };
    if (act === 'decline accepted') {
      said = { stand: subject === 'left out' ? 'left out' : 'excused', text: undefined };
    }
  }
  return said;
}

function isClosedIn(audit: readonly AuditLine[]): boolean {
  return audit.findLast(({ act }) => act === 'closed' || act === 'reopened')?.act === 'closed';
}
