import { randomUUID } from 'node:crypto';
import { type Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { WireActivity } from '../local-teams/traffic.js';

/** Someone who answers for one department, over and over, each time correcting the reply before. */
export interface Replier {
  /** Sends the next reply, and resolves when a card that shows it has come back. Rejects on anything else. */
  reply(text: string): Promise<void>;
}

/** What a press of "Send svar" carries. */
interface Press {
  readonly action: { readonly data: Readonly<Record<string, unknown>> };
}

const CARD = '"type":"application/vnd.microsoft.card.adaptive"';

/**
 * @param pressed the activity by which the department answered for the first time, as Teams sent it; the later ones
 * are like it, with an id, a nonce, a text and a version seen of their own
 */
export function createReplier(endpoint: string, agent: Agent, pressed: WireActivity): Replier {
  // Taken from a press in the local Teams, which sends this shape and no other.
  const value = pressed.value as Press;
  let version = 1;
  return {
    async reply(text) {
      const data = { ...value.action.data, reply: text, basedOn: version, nonce: randomUUID() };
      const activity = {
        ...pressed,
        id: `f:${randomUUID()}`,
        timestamp: new Date().toISOString(),
        value: { ...value, action: { ...value.action, data } },
      };
      const { status, body } = await post(endpoint, agent, JSON.stringify(activity));
      const isShown = body.includes(CARD) && body.includes(lastLine(text));
      if (status !== 200 || !isShown) throw new Error(`a reply was answered with ${status}: ${body.slice(0, 300)}`);
      version += 1;
    },
  };
}

/** A card has a reply paragraph by paragraph, so one that shows the last line shows it all. */
function lastLine(text: string): string {
  return JSON.stringify(text.split('\n').at(-1)).slice(1, -1);
}

/** How a number of replies went. */
export interface LoadResult {
  /** From the first request to the last answer, in milliseconds. */
  readonly wallMs: number;
  /** How long each reply waited for its answer, in milliseconds. */
  readonly waitsMs: readonly number[];
}

/** Has all of them answer at once, each waiting for one answer before the next, until so many replies are given. */
export async function load(repliers: readonly Replier[], replies: readonly string[]): Promise<LoadResult> {
  const waitsMs: number[] = [];
  const left = [...replies];
  const begin = performance.now();
  await Promise.all(
    repliers.map(async ({ reply }) => {
      for (let text = left.pop(); text !== undefined; text = left.pop()) {
        const sent = performance.now();
        await reply(text);
        waitsMs.push(performance.now() - sent);
      }
    }),
  );
  return { wallMs: performance.now() - begin, waitsMs };
}

function post(
  endpoint: string,
  agent: Agent,
  body: string,
): Promise<{ readonly status: number | undefined; readonly body: string }> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) };
    const sent = request(endpoint, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode, body: Buffer.concat(chunks).toString() }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
