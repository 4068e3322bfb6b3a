import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { listenHere } from './listen.js';

/** Serves files that the bot can fetch, in place of a person's drive. */
export interface FileHost {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** @returns the file's address */
  lend(bytes: Uint8Array): string;
  stop(): Promise<void>;
}

export async function startFileHost(): Promise<FileHost> {
  const files = new Map<string, Uint8Array>();
  const server = createServer(({ url = '' }, response) => {
    const bytes = files.get(url);
    response.writeHead(bytes === undefined ? 404 : 200);
    response.end(bytes);
  });
  const origin = await listenHere(server);
  return {
    origin,
    lend(bytes) {
      const path = `/${randomUUID()}`;
      files.set(path, bytes);
      return `${origin}${path}`;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
