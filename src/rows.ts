import { openTable } from './adapters/table/open-table.js';
import {
  type ExaminedRow,
  examine,
  examineAll,
  type MoveOutcome,
  restore,
  setAside,
} from './adapters/table/row-care.js';
import type { Table } from './adapters/table/table.js';
import { accountOf, parseStorage } from './config.js';

/*
 * The program behind `npm run rows`. It shows an administrator what the bot's table contains, and moves a row that
 * cannot be read to a place where the bot does not see it. It is not a part of the bot, and may run while the bot runs.
 * docs/unreadable-rows.md says when to use it.
 */

const USAGE = `Usage: npm run rows -- <command>

  check                              reads every row, counts them by kind, and lists those that cannot be read
  show <partition> <row> [--content] what a row is of, why it cannot be read, and the names and sizes of its
                                     properties; with --content what they hold, which may be what people wrote
  set-aside <partition> <row>        takes a row out of the bot's sight; nothing of it is lost
  restore <partition> <row>          puts it back where it was

Partition and row are the keys as the log and check give them; put them in single quotes. The table is the one that
npm start uses: AZURE_STORAGE_TABLE_ENDPOINT or AZURE_STORAGE_CONNECTION_STRING, and NOTATBOT_TABLE.

Ends with 0 when all is well or done; 1 when check finds a row that cannot be read, or a row is not there or not moved;
2 when the command or the settings are wrong; 3 when the table does not answer.`;

const FOUND = 1;
const WRONG = 2;
const UNANSWERED = 3;

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}

async function run(args: readonly string[]): Promise<number> {
  const act = parseCommand(args);
  if (act === undefined) {
    complain(USAGE);
    return WRONG;
  }
  const storage = parseStorage(process.env);
  if (!storage.ok) {
    for (const { setting, problem } of storage.problems) complain(`${setting} ${problem}`);
    return WRONG;
  }
  try {
    return await act(openTable(accountOf(storage.storage), { tableName: storage.tableName }));
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    return UNANSWERED;
  }
}

function parseCommand([command, ...rest]: readonly string[]): ((table: Table) => Promise<number>) | undefined {
  const options = rest.filter((argument) => argument.startsWith('--'));
  const [partitionKey, rowKey, ...more] = rest.filter((argument) => !argument.startsWith('--'));
  const withContent = options.length === 1 && options[0] === '--content';
  if (more.length > 0 || (options.length > 0 && !(withContent && command === 'show'))) return undefined;
  if (command === 'check') return partitionKey === undefined ? check : undefined;
  if (partitionKey === undefined || rowKey === undefined) return undefined;
  const key = { partitionKey, rowKey };
  switch (command) {
    case 'show':
      return async (table) => show(await table.read(key), withContent);
    case 'set-aside':
      return async (table) => tellMove(await setAside(table, key));
    case 'restore':
      return async (table) => tellMove(await restore(table, key));
    default:
      return undefined;
  }
}

async function check(table: Table): Promise<number> {
  const counts = new Map<string, number>();
  let unreadable = 0;
  for await (const checked of examineAll(table)) {
    counts.set(checked.kind, (counts.get(checked.kind) ?? 0) + 1);
    if (checked.why === undefined) continue;
    unreadable += 1;
    const { partitionKey, rowKey } = checked.row.key;
    tell(`cannot be read: '${partitionKey}' '${rowKey}' (${checked.kind}): ${checked.why}`);
  }
  for (const [kind, count] of [...counts].sort()) tell(`${kind}: ${count}`);
  tell(`cannot be read: ${unreadable}`);
  return unreadable === 0 ? 0 : FOUND;
}

function show(row: Parameters<typeof examine>[0] | undefined, withContent: boolean): number {
  if (row === undefined) return tellMove('absent');
  const { kind, why }: ExaminedRow = examine(row);
  const { partitionKey, rowKey } = row.key;
  tell(
    `partition: ${partitionKey}\nrow: ${rowKey}\nkind: ${kind}\n${why === undefined ? 'can be read' : `cannot be read: ${why}`}`,
  );
  for (const [name, value] of Object.entries(row.properties)) {
    const size = typeof value === 'string' ? ` of ${value.length} characters` : '';
    tell(`${name}: ${typeof value}${size}${withContent ? ` ${String(value)}` : ''}`);
  }
  return 0;
}

const MOVED: Readonly<Record<MoveOutcome, string>> = {
  moved: 'done',
  absent: 'there is no such row',
  occupied: 'there is a row already where it would go; nothing has been changed',
  changed: 'the row has been written meanwhile; nothing has been changed',
};

function tellMove(outcome: MoveOutcome): number {
  tell(MOVED[outcome]);
  return outcome === 'moved' ? 0 : FOUND;
}

process.exitCode = await run(process.argv.slice(2));
