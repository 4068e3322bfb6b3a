import assert from 'node:assert/strict';
import { compileNotatNow } from '../../../src/application/notat/compile-notat.js';
import type { Message } from '../../../src/application/ports.js';
import { statusCard } from '../../../src/cards/round/status-card.js';
import { presentMessage } from '../../../src/conversation/present-message.js';
import type { DepartmentId, NotatId } from '../../../src/domain/ids.js';
import type { NotatModel } from '../../../src/domain/notat/notat.js';
import { da } from '../../../src/text/messages.js';
import { SECRETARIAT } from '../../application/municipality.js';
import { render, shownText } from '../../cards/card-parts.js';
import { aSecretary } from '../../support/builders.js';
import { createReadableLinks, createSequentialIds } from '../../support/fakes.js';
import { differs } from './differs.js';
import type { Played, Standing } from './history.js';
import { readCard, readDesk, readRoundOnDesk } from './reading.js';
import { inAudit, isAskedIn, roundInAudit } from './reading-audit.js';
import { cardOf, inNotatOf, onDeskOf, roundInAuditOf, roundOnDeskOf, type Said, saidOf } from './told.js';

/*
 * What each place says of each department, read as a person reads it, where it differs from what it should say. Nothing
 * here asks the function by which the bot itself decides where a department stands.
 */

/** What is wrong: a line for each place that says something else than what people were told. */
export async function disagreements(played: Played): Promise<readonly string[]> {
  const { municipality, standing, roundId, told } = played;
  const { round } = told;
  const overview = await municipality.rounds.readOverview(roundId);
  assert.ok(overview);
  const audit = await municipality.rounds.readAudit(roundId);
  const status = shownText(statusCard(render, da, overview, municipality.clock.now(), 'nonce'));
  const desks = standing.filter(isDesk).map(({ message }) => shownOf(message, played));
  const finals = finalsIn(standing);
  const notat = await compiled(played);
  const names = municipality.departments.map(({ department }) => department.name);
  const overviews = [['the status', status] as const, ...desks.map((desk) => ['the desk', desk] as const)];
  const ofRound = [
    ...differs('the secretariat’s channel', desks.length, 1),
    ...overviews.flatMap(([place, shown]) => differs(place, readRoundOnDesk(shown, round), { ...roundOnDeskOf(told) })),
    ...differs('the audit', roundInAudit(audit), { ...roundInAuditOf(round) }),
    ...differs('the notats in the channel', finals.length, round.finals),
    ...differs('the notat', notat === undefined, round.state === 'called off'),
  ];
  const each = await Promise.all(
    municipality.departments.map(async ({ department: { id, name } }, index) => {
      const knows = told.departments[index];
      assert.ok(knows);
      const cards = cardsIn(standing, id).map((message) => readCard(shownOf(message, played), knows, round));
      const versions = await versionsOf(played, id);
      const mustAct = knows.isAsked && round.state === 'open';
      const last = round.state === 'closed' ? finals.at(-1) : undefined;
      return [
        // What was taken out before its card could be posted gets none.
        ...(knows.hasCard && knows.isAsked ? differs('its channel', cards.length > 0, true) : []),
        ...cards.flatMap((card) => differs('its card', card, cardOf(knows, round))),
        // A message below its card is there for as long as somebody must act.
        ...(mustAct ? [] : differs('its thread', noticesIn(standing, id), [])),
        ...overviews.flatMap(([place, shown]) => differs(place, readDesk(shown, name, names), onDeskOf(knows, round))),
        ...[notat, last].flatMap((model) =>
          model === undefined ? [] : differs('the notat', inNotat(model, name), { ...inNotatOf(knows) }),
        ),
        ...differs('the audit', inAudit(audit, id, versions), { ...saidOf(knows) }),
        // Of who was taken out just before the round was called off, its cards and the audit tell that.
        ...(round.state === 'called off'
          ? []
          : differs('the audit', isAskedIn(audit, id, isAskedFirst(played, id)), knows.isAsked)),
      ].map((line) => `${name}: ${line}`);
    }),
  );
  return [...ofRound, ...each.flat()];
}

function isDesk({ message, channelId }: Standing): boolean {
  return (message.kind === 'desk' || message.kind === 'round card') && channelId === SECRETARIAT.channelId;
}

/** The cards of a department as they stand. */
function cardsIn(standing: readonly Standing[], departmentId: DepartmentId): readonly Message[] {
  return standing.flatMap(({ message }) =>
    message.kind === 'department card' && message.department.department.id === departmentId ? [message] : [],
  );
}

/** The messages below a department's card that stand. */
function noticesIn(standing: readonly Standing[], departmentId: DepartmentId): readonly string[] {
  return standing.flatMap(({ message }) =>
    message.kind === 'department notice' && message.department.department.id === departmentId ? [message.notice] : [],
  );
}

/** The final notats that stand in the secretariat's channel, by their numbers. */
function finalsIn(standing: readonly Standing[]): readonly NotatModel[] {
  return standing
    .flatMap(({ message }) => (message.kind === 'notat' && message.record.status === 'final' ? [message.notat] : []))
    .toSorted((one, other) => (one.number ?? 0) - (other.number ?? 0));
}

function shownOf(message: Message, { municipality: { clock } }: Played): string {
  const parts = { render, drawn: undefined, messagesIn: () => da, links: createReadableLinks(), clock };
  const [sent] = presentMessage({ ...parts, ids: createSequentialIds() }, message);
  assert.ok(sent?.kind === 'card');
  return shownText(sent.card);
}

/** The notat that somebody gets who asks for it now; undefined where they are told that there is none. */
async function compiled({ municipality, roundId }: Played): Promise<NotatModel | undefined> {
  const outcome = await compileNotatNow(municipality, {
    tenantId: SECRETARIAT.tenantId,
    by: aSecretary(),
    where: SECRETARIAT.channelId,
    notatId: 'lov' as NotatId,
    meant: roundId,
  });
  assert.ok(outcome.kind === 'compiled' || outcome.kind === 'called off', outcome.kind);
  return outcome.kind === 'compiled' ? outcome.notat : undefined;
}

function inNotat({ rows }: NotatModel, name: string): Said {
  const row = rows.find(({ department }) => department === name);
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

async function versionsOf({ municipality, roundId }: Played, id: DepartmentId): Promise<ReadonlyMap<string, string>> {
  const all = await municipality.rounds.readVersions(roundId, id);
  return new Map(all.map(({ number, content }) => [String(number), content.kind === 'text' ? content.text : '']));
}

function isAskedFirst({ municipality }: Played, id: DepartmentId): boolean {
  return municipality.departments.at(-1)?.department.id !== id;
}
