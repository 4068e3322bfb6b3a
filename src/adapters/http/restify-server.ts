import { createRequire } from 'node:module';
import type { Server, ServerOptions } from 'restify';

/**
 * Loads two parts of restify. All of restify would load its plugins too, with more than a hundred files for signatures,
 * static files and forms. The bot uses no plugin.
 */
const require = createRequire(import.meta.url);

type ConstructorOf<Made> = new (options: object) => Made;

/** Makes a server as `restify.createServer` does, except that restify itself logs nothing. */
export function createRestifyServer(options: ServerOptions): Server {
  const RestifyServer = require('restify/lib/server.js') as ConstructorOf<Server>;
  const RestifyRouter = require('restify/lib/router.js') as ConstructorOf<object>;
  // restify only logs traces. It first asks whether they are wanted, by calling `trace` without arguments.
  const settings = { ...options, log: { trace: () => false } };
  return new RestifyServer({ ...settings, router: new RestifyRouter(settings) });
}
