import { randomUUID } from 'node:crypto';
import { type Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { WireActivity } from '../local-teams/traffic.js';

/** A person who answers for one department again and again. Each reply corrects the one before it. */
export interface Replier {
  /** Sends the next reply, and resolves when the answer is a card that shows it. Rejects after any other answer. */
  reply(text: string): Promise<void>;
}

/** The data of a press of "Send svar". */
interface Press {
  readonly action: { readonly data: Readonly<Record<string, unknown>> };
}

const CARD = '"type":"application/vnd.microsoft.card.adaptive"';

/**
 * @param pressed the activity of the department's first answer, as Teams sent it. The later ones are copies with
 * another id, nonce, text and version
 */
export function createReplier(endpoint: string, agent: Agent, pressed: WireActivity): Replier {
  // The activity comes from a press in the local Teams, which always sends this shape.
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

/** A card shows the paragraphs of a reply in order, so a card with the last line shows the whole reply. */
function lastLine(text: string): string {
  return JSON.stringify(text.split('\n').at(-1)).slice(1, -1);
}

/** The times of a number of replies. */
export interface LoadResult {
  /** From the first request to the last answer, in milliseconds. */
  readonly wallMs: number;
  /** How long each reply waited for its answer, in milliseconds. */
  readonly waitsMs: readonly number[];
}

/**
 * Sends all replies. The repliers work at the same time, and each waits for the answer before it sends the next reply.
 */
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
