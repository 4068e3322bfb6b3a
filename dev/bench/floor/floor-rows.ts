import { randomUUID } from 'node:crypto';
import { TableClient, type TransactionAction } from '@azure/data-tables';

export interface FloorSettings {
  readonly connectionString: string;
  readonly tableName: string;
  /** How many rows are written for a reply, all in one transaction and each with the text of the reply. */
  readonly rows: number;
}

/** Stores a reply from a channel. */
export type StoreReply = (conversationId: string, text: string) => Promise<void>;

/** The least that can be written for a reply. The floor and the peers all write with it. */
export async function createFloorRows({ connectionString, tableName, rows }: FloorSettings): Promise<StoreReply> {
  const table = TableClient.fromConnectionString(connectionString, tableName, { allowInsecureConnection: true });
  await table.createTable();
  return async (conversationId, text) => {
    // One row for each channel is overwritten, as the row of a department is. The other rows are new.
    const present = { partitionKey: 'replies', rowKey: encodeURIComponent(conversationId), text };
    const news = Array.from({ length: rows - 1 }, () => ({ ...present, rowKey: randomUUID() }));
    await table.submitTransaction([
      ['upsert', present, 'Replace'],
      ...news.map((row): TransactionAction => ['create', row]),
    ]);
  };
}

/** The card that answers a reply: it shows the text. */
export function floorCard(text: string) {
  return {
    type: 'AdaptiveCard',
    version: '1.4',
    body: [
      { type: 'TextBlock', text: 'Modtaget' },
      { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text }] },
    ],
  };
}
