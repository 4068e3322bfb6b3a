import {
  burstFor,
  LONGEST_WINDOW_MS,
  rateFor,
  type Share,
  type Tokens,
  tokensAt,
  waitForRoom,
  windowsFor,
} from '../../domain/work/pace.js';
import type { Time } from '../ports.js';

/** Keeps what one process sends within its share of Teams' limits. Nothing here waits for anything but time. */
export interface Pace {
  /** Takes leave to send one message to some conversation. @returns 0, or how long to wait first, in milliseconds */
  take(): number;
  /** Gives back what was taken and not used. */
  giveBack(): void;
  /** How long until the conversation has room for one more message, in milliseconds. */
  waitFor(conversation: string): number;
  /** Counts a message to the conversation. */
  count(conversation: string): void;
  /** Counts an answer to a person. It is never held back, and leaves the less for everything else. */
  countAnswer(conversation: string): void;
  /**
   * The service has refused a message because there were too many.
   *
   * @param waitMs how long it asked to wait
   */
  refused(conversation: string, waitMs: number): void;
}

/**
 * So many conversations must be refused within so short a time before it is taken for the limit of the whole app, and
 * not of one conversation. Teams does not tell which. Our choice.
 */
const APP_REFUSALS = 3;
const APP_REFUSALS_MS = 2_000;

interface Conversation {
  sentMs: number[];
  heldUntilMs: number;
}

/**
 * @param rate how many messages a second all processes together may send
 * @param share what this process may use now
 */
export function createPace(time: Time, rate: number, share: () => Share): Pace {
  const conversations = new Map<string, Conversation>();
  let tokens: Tokens = { count: 1, atMs: time.elapsed() };
  let heldUntilMs = 0;
  let refusals: { readonly conversation: string; readonly atMs: number }[] = [];

  function conversationOf(name: string): Conversation {
    const known = conversations.get(name);
    if (known !== undefined) return known;
    const made = { sentMs: [], heldUntilMs: 0 };
    conversations.set(name, made);
    return made;
  }

  function forgetOld(nowMs: number): void {
    for (const [name, { sentMs, heldUntilMs: held }] of conversations) {
      const last = sentMs.at(-1) ?? 0;
      if (last < nowMs - LONGEST_WINDOW_MS && held < nowMs) conversations.delete(name);
    }
  }

  function count(name: string): void {
    const nowMs = time.elapsed();
    if (!conversations.has(name)) forgetOld(nowMs);
    const conversation = conversationOf(name);
    const first = conversation.sentMs.findIndex((sentMs) => sentMs > nowMs - LONGEST_WINDOW_MS);
    conversation.sentMs = [...(first === -1 ? [] : conversation.sentMs.slice(first)), nowMs];
  }

  return {
    take() {
      const nowMs = time.elapsed();
      if (nowMs < heldUntilMs) return heldUntilMs - nowMs;
      const part = share();
      const present = rateFor(part, rate);
      tokens = tokensAt(tokens, nowMs, present, burstFor(part));
      if (tokens.count < 1) return ((1 - tokens.count) * 1_000) / present;
      tokens = { ...tokens, count: tokens.count - 1 };
      return 0;
    },
    giveBack() {
      tokens = { ...tokens, count: tokens.count + 1 };
    },
    waitFor(name) {
      const nowMs = time.elapsed();
      const conversation = conversations.get(name);
      if (conversation === undefined) return 0;
      const room = waitForRoom(conversation.sentMs, windowsFor(share()), nowMs);
      return Math.max(room, conversation.heldUntilMs - nowMs, 0);
    },
    count,
    countAnswer(name) {
      // However many people are answered, everything else waits no longer than a second for them.
      tokens = { ...tokens, count: Math.max(-rate, tokens.count - 1) };
      count(name);
    },
    refused(name, waitMs) {
      const nowMs = time.elapsed();
      const conversation = conversationOf(name);
      conversation.heldUntilMs = Math.max(conversation.heldUntilMs, nowMs + waitMs);
      const recent = refusals.filter(
        ({ atMs, conversation: other }) => atMs > nowMs - APP_REFUSALS_MS && other !== name,
      );
      refusals = [...recent, { conversation: name, atMs: nowMs }];
      if (refusals.length >= APP_REFUSALS) heldUntilMs = Math.max(heldUntilMs, nowMs + waitMs);
    },
  };
}
