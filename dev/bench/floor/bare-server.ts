import type { AddressInfo } from 'node:net';
import { type ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import restify from 'restify';

export interface RunningBareBot {
  readonly port: number;
  stop(): Promise<void>;
}

/** restify and CloudAdapter with nothing around them. `/readyz` answers as soon as the server listens. */
export async function startBareServer(bot: ActivityHandler): Promise<RunningBareBot> {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({ MicrosoftAppId: '' }));
  const server = restify.createServer({ name: 'bare' });
  server.get('/readyz', (_req, res, next) => {
    res.send(200);
    next();
  });
  server.post('/api/messages', ...restify.plugins.jsonBodyParser({ mapParams: false }), async (req, res) => {
    await adapter.process({ method: 'POST', headers: req.headers, body: req.body }, res, (context) => bot.run(context));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.server.closeAllConnections();
      }),
  };
}
