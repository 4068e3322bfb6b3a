import { setMaxListeners } from 'node:events';
import type {
  Clock,
  DownloadLinks,
  IdSource,
  LinkedTemplate,
  Log,
  Message,
  Messenger,
  NotatWriter,
  RoundChange,
  RoundStore,
  SendResult,
  Time,
} from '../../src/application/ports.js';
import type { ChannelAddress, PostedMessage } from '../../src/domain/channel/channel.js';
import { type OperationId, parseNotatId, parseRoundId, type RoundId } from '../../src/domain/ids.js';
import { START } from './builders.js';

export interface FixedClock extends Clock {
  /** Moves it on, in milliseconds. */
  advance(ms: number): void;
}

/** A clock that stands still until it is moved. */
export function createFixedClock(start: Date = START): FixedClock {
  let now = start.getTime();
  return {
    now: () => new Date(now),
    advance(ms) {
      now += ms;
    },
  };
}

/** The longest wait that passes by itself in a spec, in milliseconds. Nothing that is paced waits for longer. */
const PASSES_MS = 2_000;

export interface SteppedTime extends Time {
  /** Lets so many milliseconds pass. */
  pass(ms: number): void;
}

/** Time in which short waits pass at once, and long ones only when a spec lets time pass. */
export function createSteppedTime(): SteppedTime {
  let elapsed = 0;
  let waiting: { readonly untilMs: number; readonly done: () => void }[] = [];

  function pass(ms: number): void {
    elapsed += ms;
    for (const { untilMs, done } of waiting) if (untilMs <= elapsed) done();
  }

  return {
    elapsed: () => elapsed,
    pass,
    wait: (ms, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve();
        const entry = {
          untilMs: elapsed + ms,
          done() {
            waiting = waiting.filter((each) => each !== entry);
            signal.removeEventListener('abort', entry.done);
            resolve();
          },
        };
        waiting = [...waiting, entry];
        setMaxListeners(0, signal);
        signal.addEventListener('abort', entry.done);
        if (ms <= PASSES_MS) setImmediate(() => waiting.includes(entry) && pass(Math.max(0, entry.untilMs - elapsed)));
      }),
  };
}

/** `id-1`, `id-2` and so on. */
export function createSequentialIds(): IdSource {
  let count = 0;
  return {
    next() {
      count += 1;
      return `id-${count}`;
    },
  };
}

/** What a messenger has been asked to send. */
export interface Sending {
  readonly address: ChannelAddress;
  /** The message to replace; undefined for a new one. */
  readonly replaced: PostedMessage | undefined;
  readonly message: Message;
  /** A message in the thread that it was added to; undefined for one that begins a thread. */
  readonly thread?: PostedMessage;
}

/** What a messenger has been asked to write to a person. */
export interface ChatSending {
  readonly conversationId: string;
  readonly message: Message;
}

export interface ScriptedMessenger extends Messenger {
  /** Everything it was asked to send, in order, whatever it answered. */
  readonly asked: readonly Sending[];
  /** The messages that it was asked to delete, in order. */
  readonly removed: readonly PostedMessage[];
  /** The people with whom it was asked to open a chat, in order. */
  readonly opened: readonly string[];
  /** What it was asked to write in chats, in order, whatever it answered. */
  readonly chats: readonly ChatSending[];
}

/** What a messenger answers when it is told nothing: sent, as the message of that number in its channel. */
export function sentAs({ address, replaced }: Sending, number: number): SendResult {
  const conversationId = `${address.channelId};messageid=${number}`;
  return { kind: 'sent', posted: replaced ?? { conversationId, activityId: String(number) } };
}

/** What a messenger answers when Teams refuses a message. */
export function refusedWith(status: number, code = '', waitMs?: number): SendResult {
  return { kind: 'failed', failure: { kind: 'status', status, code, waitMs } };
}

/**
 * A messenger that records what it is asked to send, and answers as told.
 *
 * @param answer gets the number of the sending too, 1 for the first; may throw
 * @param parts how many messages each notat takes
 * @param answerRemoval what it answers when it is asked to delete a message; undefined for what it has deleted
 * @param answerChat what it answers when it is asked to write in a chat; undefined for what it has written
 */
export function createScriptedMessenger(
  answer: (sending: Sending, number: number) => SendResult | Promise<SendResult> = sentAs,
  parts = 1,
  answerRemoval: (posted: PostedMessage) => SendResult | undefined = () => undefined,
  answerChat: (sending: ChatSending) => SendResult | undefined = () => undefined,
): ScriptedMessenger {
  const opened: string[] = [];
  const chats: ChatSending[] = [];
  const asked: Sending[] = [];
  const removed: PostedMessage[] = [];
  return {
    asked,
    partsOf: () => parts,
    async post(address, message, thread) {
      const sending = { address, replaced: undefined, message, ...(thread === undefined ? {} : { thread }) };
      return answer(sending, asked.push(sending));
    },
    opened,
    chats,
    async openChat(_place, personId) {
      opened.push(personId);
      return { kind: 'opened', conversationId: `a:${personId}` };
    },
    async postInChat(_place, conversationId, message) {
      const sending = { conversationId, message };
      const activityId = String(chats.push(sending));
      return answerChat(sending) ?? { kind: 'sent', posted: { conversationId, activityId } };
    },
    removed,
    async remove(_address, posted) {
      removed.push(posted);
      return answerRemoval(posted) ?? { kind: 'sent', posted: undefined };
    },
    async update(address, replaced, message) {
      const sending = { address, replaced, message };
      return answer(sending, asked.push(sending));
    },
  };
}

export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly fields: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly cause?: unknown;
}

export interface RecordingLog extends Log {
  readonly entries: readonly LogEntry[];
}

export function createRecordingLog(): RecordingLog {
  const entries: LogEntry[] = [];
  return {
    entries,
    info: (event, fields = {}) => void entries.push({ level: 'info', event, fields }),
    warn: (event, fields = {}) => void entries.push({ level: 'warn', event, fields }),
    error: (event, cause, fields = {}) => void entries.push({ level: 'error', event, fields, cause }),
  };
}

const TEMPLATE_LINK = 'https://bot.example/';

/** How long links of `createReadableLinks` hold, in milliseconds. */
export const READABLE_LINK_MS = 60_000;

/**
 * Links whose tokens can be read: `<tenant>.<round>.<notat>.<when it expires>`, or for a template, an address with
 * its fields as encoded JSON, which never expires. Anyone can make one: for tests only.
 */
export function createReadableLinks(): DownloadLinks {
  return {
    create(document, now) {
      if ('template' in document) return `${TEMPLATE_LINK}${encodeURIComponent(JSON.stringify(document))}`;
      const { tenantId, roundId, notatId } = document;
      return `${tenantId}.${roundId}.${notatId}.${now.getTime() + READABLE_LINK_MS}`;
    },
    open(token, now) {
      if (token.startsWith(TEMPLATE_LINK)) {
        const document: LinkedTemplate = JSON.parse(decodeURIComponent(token.slice(TEMPLATE_LINK.length)));
        return { kind: 'valid', ...document };
      }
      const [tenantId = '', round, notat, expires] = token.split('.');
      const roundId = parseRoundId(round);
      const notatId = parseNotatId(notat);
      if (roundId === undefined || notatId === undefined) return { kind: 'invalid' };
      return Number(expires) < now.getTime() ? { kind: 'expired' } : { kind: 'valid', tenantId, roundId, notatId };
    },
  };
}

/** Writes the model itself, as JSON, and after it the template, if there is one. */
export function createJsonWriter(): NotatWriter {
  return {
    write: async (notat, template = new Uint8Array()) =>
      Buffer.concat([new TextEncoder().encode(JSON.stringify(notat)), template]),
  };
}

export type CommitResult = Awaited<ReturnType<RoundStore['commit']>>;

/** A commit on its way to a store. */
export interface Commit {
  /** 1 for the first. */
  readonly number: number;
  readonly roundId: RoundId;
  readonly operation: OperationId;
  readonly changes: readonly RoundChange[];
  /** Lets it through. */
  proceed(): Promise<CommitResult>;
}

/** The same store, with something standing between it and whoever commits: to watch, delay, break or repeat. */
export function interceptCommits(rounds: RoundStore, intercept: (commit: Commit) => Promise<CommitResult>): RoundStore {
  let number = 0;
  return {
    ...rounds,
    commit(roundId, operation, changes, onTags) {
      number += 1;
      return intercept({
        number,
        roundId,
        operation,
        changes,
        proceed: () => rounds.commit(roundId, operation, changes, onTags),
      });
    },
  };
}
