import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { access, constants, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import type { Readable } from 'node:stream';

/** A table service for this process alone. It ends with the process. */
export interface EmbeddedAzurite {
  readonly connectionString: string;
  /** Stops the service. If it has a data folder, its data is on disk afterwards. A second call does nothing. */
  stop(): Promise<void>;
}

export interface EmbeddedAzuriteOptions {
  /** The port on 127.0.0.1. */
  readonly port: number;
  /**
   * The folder that keeps the tables from one run to the next. It is made if needed. Without it, they are in memory
   * only.
   */
  readonly dataFolder?: string;
  /** The name of the account. The default is the one of every Azurite, which a bot with real settings refuses. */
  readonly account?: string;
}

/** The account and the key of every Azurite. They are public, and are not secrets. */
const ACCOUNT = 'devstoreaccount1';
const ACCOUNT_KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

const FLAGS = ['--skipApiVersionCheck', '--disableTelemetry', '--silent', '--tableHost', '127.0.0.1'];

/**
 * The child runs this before Azurite, so that it stops properly when its parent ends for any reason. Ctrl+C does not
 * reach the child, because it is detached. So the bot can finish its last writes.
 */
const END_WITH_PARENT = `data:text/javascript,process.once('disconnect',()=>process.emit('SIGINT'))`;

/** In milliseconds. A child that has not ended after this time is killed. Normally it ends much sooner. */
const STOP_LIMIT_MS = 10_000;

/**
 * Starts the table service of the installed Azurite in a separate process, which does not keep this process alive.
 *
 * Rejects with an Error that has the `code` 'EADDRINUSE' and the `port` if the port is in use. If the data folder
 * cannot be written or the service does not start, the message of the Error is a sentence for the user.
 */
export async function startEmbeddedAzurite(options: EmbeddedAzuriteOptions): Promise<EmbeddedAzurite> {
  const { port, dataFolder, account = ACCOUNT } = options;
  if (dataFolder !== undefined) await prepareFolder(dataFolder);
  const child = launch(port, account, dataFolder);
  await readiness(child, port);
  letGo(child);
  return {
    connectionString: connectionStringFor(port, account),
    stop: () => stop(child),
  };
}

function connectionStringFor(port: number, account: string): string {
  const endpoint = `http://127.0.0.1:${port}/${account}`;
  return `DefaultEndpointsProtocol=http;AccountName=${account};AccountKey=${ACCOUNT_KEY};TableEndpoint=${endpoint};`;
}

async function prepareFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (cause) {
    throw new Error(`The data folder ${folder} cannot be written. Choose another, or make it writable.`, { cause });
  }
}

function launch(port: number, account: string, dataFolder: string | undefined): ChildProcess {
  const service = createRequire(import.meta.url).resolve('azurite/dist/src/table/main.js');
  const persistence = dataFolder === undefined ? ['--inMemoryPersistence'] : ['--location', dataFolder];
  return fork(service, [...FLAGS, '--tablePort', String(port), ...persistence], {
    execArgv: ['--import', END_WITH_PARENT],
    // The child must not get the environment of the parent (other accounts, coverage, debugging).
    env: { NODE_V8_COVERAGE: undefined, AZURITE_ACCOUNTS: `${account}:${ACCOUNT_KEY}` },
    cwd: dataFolder ?? tmpdir(),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

/** Resolves when the service says that it listens. Rejects if it ends instead. */
async function readiness(child: ChildProcess, port: number): Promise<void> {
  const { promise, resolve, reject } = pending();
  let complaints = '';
  child.stderr?.on('data', (chunk) => {
    complaints += String(chunk);
  });
  child.stdout?.on('data', (chunk) => {
    if (String(chunk).includes('successfully started')) resolve();
  });
  child.once('error', reject);
  child.once('close', () => reject(whyItEnded(complaints, port)));
  await promise;
}

function pending(): { promise: Promise<void>; resolve: () => void; reject: (reason: Error) => void } {
  let resolve: () => void = () => undefined;
  let reject: (reason: Error) => void = () => undefined;
  const promise = new Promise<void>((settle, refuse) => {
    resolve = settle;
    reject = refuse;
  });
  return { promise, resolve, reject };
}

function whyItEnded(complaints: string, port: number): Error {
  if (complaints.includes('EADDRINUSE')) {
    return Object.assign(new Error(`Port ${port} is in use.`), { code: 'EADDRINUSE', port });
  }
  return new Error(`Azurite did not start: ${complaints.trim() || 'it gave no reason'}`);
}

function letGo(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
  for (const output of [child.stdout, child.stderr]) unrefPipe(output);
}

/** The pipes of a child are sockets with `unref`, although their type does not say so. */
function unrefPipe(pipe: Readable | null): void {
  if (pipe !== null && 'unref' in pipe && typeof pipe.unref === 'function') pipe.unref();
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.ref();
  const ended = once(child, 'exit');
  const guard = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
  if (child.connected) child.disconnect();
  await ended;
  clearTimeout(guard);
}
