import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { access, constants, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import type { Readable } from 'node:stream';

/** A table service of one's own, for as long as this process lives. */
export interface EmbeddedAzurite {
  readonly connectionString: string;
  /** Ends it; what it holds is on disk afterwards if it has a data folder. Repeatable. */
  stop(): Promise<void>;
}

export interface EmbeddedAzuriteOptions {
  /** On 127.0.0.1. */
  readonly port: number;
  /** Where tables are kept from one run to the next; in memory only when left out. Made when it is missing. */
  readonly dataFolder?: string;
  /** What its account is called; as in every Azurite when left out, which a bot that serves people refuses. */
  readonly account?: string;
}

/** The account and key that every Azurite has; public, and good for nothing else. */
const ACCOUNT = 'devstoreaccount1';
const ACCOUNT_KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

const FLAGS = ['--skipApiVersionCheck', '--disableTelemetry', '--silent', '--tableHost', '127.0.0.1'];

/**
 * Run by the child before Azurite: it ends in good order when its parent has gone, however that went. Ctrl+C
 * does not reach it (it is detached), so that the bot can finish its last writes.
 */
const END_WITH_PARENT = `data:text/javascript,process.once('disconnect',()=>process.emit('SIGINT'))`;

/** After this a child that should be ending is killed; a failure guard only. */
const STOP_LIMIT_MS = 10_000;

/**
 * Starts the installed Azurite's table service in a process of its own, which does not keep this one alive.
 *
 * Rejects with an Error that has `code` 'EADDRINUSE' and `port` when the port is taken, and with a sentence
 * for whoever started it when the data folder cannot be written or the service does not start.
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
    // Nothing that is set for the parent (other accounts, coverage, debugging) is meant for the child.
    env: { NODE_V8_COVERAGE: undefined, AZURITE_ACCOUNTS: `${account}:${ACCOUNT_KEY}` },
    cwd: dataFolder ?? tmpdir(),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

/** Settles when the service says that it listens, or has ended instead. */
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

/** A child's pipes are sockets, which the types do not say. */
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
