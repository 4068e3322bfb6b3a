import { da } from '../../src/text/messages.js';
import type { Municipality } from '../demo/municipality.js';
import { type Card, isObject, partsOf } from '../local-teams/card-actions.js';
import { cardText } from '../local-teams/card-text.js';
import type { Message } from '../local-teams/conversations.js';
import type { Channel } from '../local-teams/directory.js';
import type { Post } from './calls.js';
import type { World } from './world.js';

/** The secretary, who looks after what the bot does not know whether it was delivered. */
export interface Secretary {
  /** Asks for the status if something went wrong lately, and decides about what stands there as uncertain. */
  look(): Promise<void>;
  /** How many uncertain posts the bot has shown so far. */
  readonly shown: number;
}

/** The buttons beside an uncertain post: *Den kom frem* and *Send igen*. */
const ARRIVED = 'delivery.arrived';
const SEND_AGAIN = 'delivery.send-again';

/**
 * How many times the secretary looks after something went wrong, and after the bot has told that something may not have
 * arrived. What a killed process left is found only later.
 */
const LOOKS = 3;

/** @param departmentIds the ids of the departments by their names. It grows while the round is played */
export function createSecretary(
  world: World,
  town: Municipality,
  departmentIds: ReadonlyMap<string, string>,
): Secretary {
  const { teams, calls } = world;
  const { secretary, secretariat } = town;
  const shown = new Set<string>();
  let known = 0;
  let told = 0;
  let looksLeft = 0;

  /** How often the bot has told by itself that something has not arrived, or may not have. */
  function troublesTold(): number {
    const isTold = (first: Message | undefined) =>
      first?.from === 'bot' && first.card !== undefined && cardText(first.card).includes(da.trouble.heading);
    return teams.threads(secretariat).filter(({ messages: [first] }) => isTold(first)).length;
  }

  async function look(): Promise<void> {
    const toldNow = troublesTold();
    if (world.disturbances > known || toldNow > told) looksLeft = LOOKS;
    known = world.disturbances;
    told = toldNow;
    if (looksLeft === 0) return;
    looksLeft -= 1;
    const { message } = await teams.write(secretary, secretariat, '@Notatbot status');
    await world.bustle.quiet();
    const answer = message.thread.messages.find(({ from }) => from === 'bot');
    if (answer === undefined) return;
    for (const data of buttonsOn(answer.card, ARRIVED)) await decide(answer, data);
  }

  /**
   * A notat or a notice is sent again if it is not there. A request card is left to the bot, which sends it again at the
   * next working hour.
   */
  async function decide(status: Message, data: Card): Promise<void> {
    const { nonce: _, verb: _verb, ...about } = data;
    const name = JSON.stringify(about);
    shown.add(name);
    if (/request/u.test(name)) return;
    const verb = arrived(about) ? ARRIVED : SEND_AGAIN;
    if (buttonsOn(teams.cardSeenBy(secretary, status), verb).length === 0) return;
    await teams.press(secretary, status, { verb, data: about }).catch(() => undefined);
  }

  /** Whether a post lies in the channel that the bot does not know of. */
  function arrived(about: Card): boolean {
    const { departmentId } = about;
    const department = town.departments.find(
      ({ name: each }) => departmentId !== undefined && departmentIds.get(each) === departmentId,
    );
    const channel = department?.channel ?? secretariat;
    return calls.posts.some(
      (post) =>
        // What answers a person is never recorded, so in the secretariat's channel only a notat counts.
        post.recordedAt === undefined && isIn(post, channel) && (channel !== secretariat || isNotat(post)),
    );
  }

  return {
    look,
    get shown() {
      return shown.size;
    },
  };
}

/** Whether the post went to a channel, or to a thread in it. */
function isIn({ call: { path, body } }: Post, { id }: Channel): boolean {
  return decodeURIComponent(path).includes(id) || (isRoot(path) && body.includes(id));
}

/** Whether the call begins a thread. */
export function isRoot(path: string): boolean {
  return path.endsWith('/v3/conversations');
}

function isNotat({ call: { body } }: Post): boolean {
  return [da.notat.completeHeading, da.notat.finalHeading(1)].some((heading) => body.includes(heading));
}

function buttonsOn(card: Card | undefined, verb: string): readonly Card[] {
  return [...partsOf(card)].flatMap((part) => {
    const { data } = part;
    return part['verb'] === verb && isObject(data) ? [data] : [];
  });
}
