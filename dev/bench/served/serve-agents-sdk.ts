import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFloorRows, floorCard } from '../floor/floor-rows.js';
import { loadPeer, type PeerSettings } from '../peers/peer-settings.js';
import { answerParent } from '../processes/answer-parent.js';

/** The part of `@microsoft/agents-hosting` that is used here. */
interface AgentsHosting {
  readonly CloudAdapter: new () => {
    process(request: unknown, response: unknown, logic: (context: Turn) => Promise<void>): Promise<void>;
  };
  readonly AgentApplication: new () => {
    readonly adaptiveCards: {
      actionExecute(verb: string, handler: (context: Turn, state: unknown, action: Pressed) => Promise<unknown>): void;
    };
    run(context: Turn): Promise<void>;
  };
}

interface Pressed {
  readonly data: Readonly<Record<string, unknown>>;
}

interface Turn {
  readonly activity: { readonly conversation: { readonly id: string } };
}

/** The part of `express` that is used here. */
interface Express {
  readonly default: (() => {
    use(handler: unknown): void;
    post(route: string, handler: (request: unknown, response: unknown) => Promise<void>): void;
    listen(port: number, host: string, listening: () => void): Server;
  }) & { json(): unknown };
}

/** A program that serves what the floor does, with the Microsoft 365 Agents SDK and express. */
await answerParent(async (settings) => {
  // `startServed` gives these settings.
  const peer = settings as PeerSettings;
  const { AgentApplication, CloudAdapter } = await loadPeer<AgentsHosting>(peer, '@microsoft/agents-hosting');
  const { default: express } = await loadPeer<Express>(peer, 'express');
  const store = await createFloorRows(peer);
  const agent = new AgentApplication();
  agent.adaptiveCards.actionExecute('reply.send', async ({ activity }, _state, { data }) => {
    const text = String(data['reply']);
    await store(activity.conversation.id, text);
    return floorCard(text);
  });
  const adapter = new CloudAdapter();
  const app = express();
  app.use(express.json());
  app.post('/api/messages', (request, response) => adapter.process(request, response, (context) => agent.run(context)));
  const server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  const { port } = server.address() as AddressInfo;
  return { told: { port }, stop: () => void server.close() };
});
