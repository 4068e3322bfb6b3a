import { type AddressInfo, createServer } from 'node:net';
import { startEmbeddedAzurite } from '../demo/embedded-azurite.js';
import { type Comparison, compare } from './comparison.js';
import { startFileHost } from './file-host.js';
import { type Cast, castLocalTeams, playIn } from './play.js';
import { NoPlayground, startPlayground } from './playground.js';
import type { Recorder } from './recorder.js';

/**
 * Plays one small round in Microsoft's Agents Playground and in the local Teams, and prints how their HTTP traffic
 * differs. The exit code is 0 if both could be played, 1 if one could not, and 2 if the Playground could not be
 * fetched. Where they differ, Microsoft's documentation decides which of them is right.
 */
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

try {
  const azurite = await startEmbeddedAzurite({ port: await freePort() });
  try {
    const play = (name: string, tableName: string, cast: (recorder: Recorder) => Promise<Cast>) =>
      playIn(name, { connectionString: azurite.connectionString, tableName }, cast, console.log);
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

async function castPlayground(recorder: Recorder): Promise<Cast> {
  const files = await startFileHost();
  try {
    const playground = await startPlayground(recorder, files, await freePort());
    const stop = async () => {
      playground.stop();
      await files.stop();
    };
    return { ...playground, fileOrigin: files.origin, stop };
  } catch (error) {
    await files.stop();
    throw error;
  }
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
