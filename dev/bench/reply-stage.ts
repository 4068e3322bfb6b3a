import { Agent } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { startEmbeddedAzurite } from '../demo/embedded-azurite.js';
import { buildMunicipality } from '../demo/municipality.js';
import { LOCAL_BOT, localConfig, newTenantId } from '../demo/stage.js';
import { tellStory } from '../demo/story.js';
import { type LocalTeams, startLocalTeams } from '../local-teams/local-teams.js';
import type { WireActivity } from '../local-teams/traffic.js';
import { createReplier, type Replier } from './reply-load.js';
import { departmentName } from './reply-texts.js';
import { type Served, startServed } from './served.js';

/** A process under test, and the repliers that send replies to it. */
export interface Subject {
  readonly served: Served;
  readonly repliers: readonly Replier[];
}

/** The bot with an open round, and a floor for each number of rows, all on one table service. */
export interface ReplyStage {
  readonly bot: Subject;
  /** In the order of `rows`. */
  readonly floors: readonly Subject[];
  /** Lets the bot's updates of cards through. Until this call, the local Teams delays them. */
  letDeliver(): void;
}

/** What has been started so far. It must be stopped in the reverse order. */
export type Started = { stop(): Promise<void> | void }[];

/**
 * Starts everything, and plays a round until each department has answered once.
 *
 * @param clients how many departments answer. There is one more that never answers, so that the round gets no notat
 * @param started filled with what the caller must stop, also if this rejects
 */
export async function setReplyStage(clients: number, rows: readonly number[], started: Started): Promise<ReplyStage> {
  const keep = <Running extends { stop(): Promise<void> | void }>(running: Running): Running => {
    started.push(running);
    return running;
  };
  const { connectionString } = keep(await startEmbeddedAzurite({ port: await freePort() }));
  const tenantId = newTenantId();
  const teams = keep(await startLocalTeams({ botEndpoint: 'http://127.0.0.1:1/', port: 0, bot: LOCAL_BOT, tenantId }));
  const config = {
    ...localConfig({ port: await freePort(), serviceUrl: teams.serviceUrl, tenantId, connectionString }),
    // Each replier sends as much as many people, so there is no limit for a person.
    personActsAMinute: Number.MAX_SAFE_INTEGER,
  };
  const bot = keep(await startServed({ kind: 'notatbot', config }));
  teams.pointAt(endpointOf(bot));
  const presses = await firstReplies(teams, clients);

  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  keep({ stop: () => agent.destroy() });
  const subject = (served: Served): Subject => ({
    served,
    repliers: presses.map((pressed) => createReplier(endpointOf(served), agent, pressed)),
  });
  const floors: Subject[] = [];
  for (const [index, count] of rows.entries()) {
    const settings = { kind: 'floor', connectionString, tableName: `floor${index}`, rows: count } as const;
    floors.push(subject(keep(await startServed(settings))));
  }
  return { bot: subject(bot), floors, letDeliver: holdUpdates(teams) };
}

/** Plays a round until every department has its card, and sends the first answer of each. */
async function firstReplies(teams: LocalTeams, clients: number): Promise<readonly WireActivity[]> {
  const names = Array.from({ length: clients + 1 }, (_, position) => departmentName(position));
  const town = buildMunicipality(teams, names);
  const story = tellStory(teams, town, {
    title: 'Opfølgning på tilsynets årsrapport 2026',
    report: 'Tilsynets årsrapport 2026',
    intro: ['Byrådet har bedt fagområderne om at følge op på rapporten.'],
    replies: names.map((department) => ({ department, paragraphs: [] })),
  });
  for (const step of story.steps.slice(0, 4)) await step.play(() => undefined);
  const presses: WireActivity[] = [];
  for (const { head, channel, name } of town.departments.slice(0, clients)) {
    const request = teams.threads(channel).at(-1)?.messages[0];
    if (request === undefined) throw new Error(`${name} has no card`);
    await teams.press(head, request, { verb: 'reply.send' }, { reply: 'Vi er i gang.' });
    await teams.until(() => request.edits > 0, `the receipt in ${name}`);
    const pressed = teams.traffic.findLast(({ activity }) => activity?.type === 'invoke')?.activity;
    if (pressed === undefined) throw new Error(`${name} has sent nothing`);
    presses.push(pressed);
  }
  return presses;
}

/** @returns a function that lets the updates through again */
function holdUpdates(teams: LocalTeams): () => void {
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  teams.faults.next({ method: 'PUT', times: Number.POSITIVE_INFINITY }, { delayUntil: held });
  return letGo;
}

function endpointOf({ port }: Served): string {
  return `http://127.0.0.1:${port}/api/messages`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
