import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { TableClient, type TransactionAction } from '@azure/data-tables';
import {
  ActivityHandler,
  type AdaptiveCardInvokeResponse,
  type AdaptiveCardInvokeValue,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type TurnContext,
} from 'botbuilder';
import restify from 'restify';

export interface FloorSettings {
  readonly connectionString: string;
  readonly tableName: string;
  /** How many rows are written for a reply, all in one transaction and each with the text of the reply. */
  readonly rows: number;
}

export interface RunningFloor {
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * The least work that the same libraries can do for a pressed button. restify passes the request to the SDK's adapter,
 * one transaction stores the typed text, and the answer is a card that shows the text. Nothing is checked or read, and
 * there are no deliveries.
 */
export async function startFloor({ connectionString, tableName, rows }: FloorSettings): Promise<RunningFloor> {
  const table = TableClient.fromConnectionString(connectionString, tableName, { allowInsecureConnection: true });
  await table.createTable();
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({ MicrosoftAppId: '' }));
  const bot = new FloorBot(table, rows);
  const server = restify.createServer({ name: 'floor' });
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

class FloorBot extends ActivityHandler {
  readonly #table: TableClient;
  readonly #rows: number;

  constructor(table: TableClient, rows: number) {
    super();
    this.#table = table;
    this.#rows = rows;
  }

  protected override async onAdaptiveCardInvoke(
    { activity }: TurnContext,
    { action }: AdaptiveCardInvokeValue,
  ): Promise<AdaptiveCardInvokeResponse> {
    const text = String(action.data['reply']);
    // One row for each channel is overwritten, as the row of a department is. The other rows are new.
    const present = { partitionKey: 'replies', rowKey: encodeURIComponent(activity.conversation.id), text };
    const news = Array.from({ length: this.#rows - 1 }, () => ({ ...present, rowKey: randomUUID() }));
    await this.#table.submitTransaction([
      ['upsert', present, 'Replace'],
      ...news.map((row): TransactionAction => ['create', row]),
    ]);
    const body = [
      { type: 'TextBlock', text: 'Modtaget' },
      { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text }] },
    ];
    return {
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
      value: { type: 'AdaptiveCard', version: '1.4', body },
    };
  }
}
