import type { Agent } from 'node:http';
import { sendActivity } from '../send-activity.js';
import type { TownDepartment } from './bench-town.js';
import { pressActivity } from './presses.js';

/** The head of a department, who answers again and again. Each reply corrects the one before it. */
export interface Replier {
  /** Sends the next reply, and resolves when the answer is a card that shows it. Rejects after any other answer. */
  reply(text: string): Promise<void>;
}

/** A department's request card. */
export interface RequestCard {
  readonly department: TownDepartment;
  readonly roundId: string;
  /** The id of the message. */
  readonly card: string;
}

const CARD = '"type":"application/vnd.microsoft.card.adaptive"';

/** @param version the number of the department's present version; 0 before its first answer */
export function createReplier(
  endpoint: string,
  agent: Agent,
  { department, roundId, card }: RequestCard,
  version = 0,
): Replier {
  let basedOn = version;
  return {
    async reply(text) {
      const activity = pressActivity({
        by: department.head,
        address: department.address,
        card,
        verb: 'reply.send',
        data: { roundId, departmentId: department.department.id, basedOn, draftSeen: 0, proposalSeen: 0, reply: text },
      });
      const { status, body } = await sendActivity(endpoint, agent, activity);
      const isShown = body.includes(CARD) && body.includes(lastLine(text));
      if (status !== 200 || !isShown) throw new Error(`a reply was answered with ${status}: ${body.slice(0, 300)}`);
      basedOn += 1;
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
 * Each replier in turn sends one of the replies, until all have been sent. A replier waits for its own answer.
 *
 * @param clients how many replies are under way at the same time, which is less than there are repliers
 */
export async function load(
  repliers: readonly Replier[],
  replies: readonly string[],
  clients: number,
): Promise<LoadResult> {
  const waitsMs: number[] = [];
  const left = [...replies];
  const free = [...repliers];
  const begin = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let text = left.pop(); text !== undefined; text = left.pop()) {
        const replier = free.shift();
        if (replier === undefined) throw new Error('there are more clients than repliers');
        const sent = performance.now();
        await replier.reply(text);
        waitsMs.push(performance.now() - sent);
        free.push(replier);
      }
    }),
  );
  return { wallMs: performance.now() - begin, waitsMs };
}
