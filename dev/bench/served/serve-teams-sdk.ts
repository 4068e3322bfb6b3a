import { createFloorRows, floorCard } from '../floor/floor-rows.js';
import { freePort } from '../free-port.js';
import { loadPeer, type PeerSettings } from '../peers/peer-settings.js';
import { answerParent } from '../processes/answer-parent.js';

/** The part of `@microsoft/teams.apps` that is used here. */
interface TeamsApps {
  readonly App: new (
    options: object,
  ) => {
    on(route: 'card.action', handler: (context: { readonly activity: CardAction }) => Promise<unknown>): void;
    /** What it gets is passed on to `listen` of node:http. */
    start(where: { readonly port: number; readonly host: string }): Promise<void>;
    stop(): Promise<void>;
  };
}

interface CardAction {
  readonly conversation: { readonly id: string };
  readonly value: { readonly action: { readonly data: Readonly<Record<string, unknown>> } };
}

/** A program that serves what the floor does, with the Teams SDK and its own server. */
await answerParent(async (settings) => {
  // `startServed` gives these settings.
  const peer = settings as PeerSettings;
  const { App } = await loadPeer<TeamsApps>(peer, '@microsoft/teams.apps');
  const store = await createFloorRows(peer);
  const nothing = () => undefined;
  const logger = { debug: nothing, info: nothing, warn: nothing, error: nothing, log: nothing, child: () => logger };
  const app = new App({ logger, skipAuth: true, dangerouslyAllowUnauthenticatedRequests: true });
  app.on('card.action', async ({ activity }) => {
    const text = String(activity.value.action.data['reply']);
    await store(activity.conversation.id, text);
    return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: floorCard(text) };
  });
  const port = await freePort();
  await app.start({ port, host: '127.0.0.1' });
  return { told: { port }, stop: () => app.stop() };
});
