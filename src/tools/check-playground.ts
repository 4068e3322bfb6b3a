import { type AddressInfo, createServer } from 'node:net';
import { Writable } from 'node:stream';
import { createJsonLog } from '../adapters/system/json-log.js';
import { startEmbeddedAzurite } from '../demo/embedded-azurite.js';
import { LOCAL_BOT, localConfig, newTenantId } from '../demo/stage.js';
import { startLocalTeams } from '../local-teams/local-teams.js';
import { startNotatbot } from '../main.js';
import { type Comparison, compare } from './playground/comparison.js';
import { playFlow, type TeamsClient } from './playground/flow.js';
import { createLocalClient } from './playground/local-client.js';
import { NoPlayground, startPlayground } from './playground/playground.js';
import { type RecordedExchange, type Recorder, startRecorder } from './playground/recorder.js';

/**
 * Plays one small round in Microsoft's Agents Playground and in the local Teams, and prints where the two differ
 * on the wire. Ends with 0 when both could be played, 1 when one could not, and 2 when the Playground could not
 * be fetched. Which of the two is right is for Microsoft's documentation to say.
 */
interface Cast {
  readonly tenantId: string;
  readonly botId: string;
  readonly client: TeamsClient;
  readonly stop: () => Promise<void> | void;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

try {
  const azurite = await startEmbeddedAzurite({ port: await freePort() });
  try {
    const play = (name: string, tableName: string, cast: (recorder: Recorder) => Promise<Cast>) =>
      playIn(name, { connectionString: azurite.connectionString, tableName }, cast);
    const theirs = await play('Agents Playground', 'playground', castPlayground);
    const ours = await play('local Teams', 'local', castLocalTeams);
    report(compare(theirs, ours));
  } finally {
    await azurite.stop();
  }
} catch (error) {
  if (error instanceof NoPlayground) {
    console.error(`Nothing was checked: npx could not fetch and start the Agents Playground (${error.message}).`);
    process.exitCode = 2;
  } else {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

async function playIn(
  name: string,
  storage: { readonly connectionString: string; readonly tableName: string },
  castFor: (recorder: Recorder) => Promise<Cast>,
): Promise<readonly RecordedExchange[]> {
  const recorder = await startRecorder();
  const log: string[] = [];
  try {
    const cast = await castFor(recorder);
    try {
      const { tenantId, botId } = cast;
      const settings = localConfig({ ...storage, port: 0, serviceUrl: recorder.origin, tenantId });
      const identity = { kind: 'unauthenticated' as const, botId };
      const bot = await startNotatbot(
        { ...settings, identity, tableName: storage.tableName },
        createJsonLog(new Writable({ write: (chunk, _, done) => done(void log.push(String(chunk))) })),
      );
      recorder.pointAt(`http://127.0.0.1:${bot.port}/api/messages`);
      try {
        console.log(`\nIn the ${name}:`);
        await playFlow(cast.client, recorder, (line) => console.log(`  ${line}`));
      } finally {
        await bot.stop();
      }
    } finally {
      await cast.stop();
    }
  } catch (error) {
    if (!(error instanceof NoPlayground)) console.error(`In the ${name} the bot logged:\n${log.join('')}`);
    throw error;
  } finally {
    await recorder.stop();
  }
  return recorder.exchanges;
}

async function castPlayground({ origin }: Recorder): Promise<Cast> {
  return startPlayground(`${origin}/api/messages`, await freePort());
}

async function castLocalTeams({ origin }: Recorder): Promise<Cast> {
  const tenantId = newTenantId();
  const teams = await startLocalTeams({ botEndpoint: `${origin}/api/messages`, port: 0, bot: LOCAL_BOT, tenantId });
  return {
    tenantId,
    botId: LOCAL_BOT.id,
    client: createLocalClient(teams, LOCAL_BOT.name),
    stop: () => teams.stop(),
  };
}

function report({ same, differences }: Comparison): void {
  console.log(`\nThe two look the same in ${same} fields and answers, and differ in ${differences.length} ways:\n`);
  console.log('| where | what | Playground | local Teams |\n|---|---|---|---|');
  for (const { where, what, playground, local } of differences) {
    const cells = [where, what, playground, local].map((cell) => cell.replaceAll('|', '\\|'));
    console.log(`| ${cells.join(' | ')} |`);
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
