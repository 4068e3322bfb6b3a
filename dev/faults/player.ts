import { da } from '../../src/text/messages.js';
import type { DepartmentChannel, Municipality } from '../demo/municipality.js';
import { buildMunicipality } from '../demo/municipality.js';
import { type ActionChoice, type Card, type InputValues, isObject, partsOf } from '../local-teams/card-actions.js';
import { cardText } from '../local-teams/card-text.js';
import type { Message } from '../local-teams/conversations.js';
import type { Channel, Person } from '../local-teams/directory.js';
import { passTime } from './passing-time.js';
import { type AnswerText, ROUND_SCRIPT, ROUND_TITLE, type ScriptedDepartment } from './round-script.js';
import { createSecretary, type Secretary } from './uncertain-posts.js';
import type { World } from './world.js';

/** An answer that the bot has confirmed to the person who gave it. */
export interface Confirmed {
  readonly department: string;
  readonly text: AnswerText;
}

/** What the people of a round have done and seen. It grows while the round is played. */
export interface Played {
  readonly town: Municipality;
  readonly confirmed: Confirmed[];
  /** The ids of the departments by their names, as the buttons of their cards have them. */
  readonly departmentIds: Map<string, string>;
  /** The secretariat's card from which the round was started. */
  roundCard: Message | undefined;
  /** The final notat's file. */
  file: Uint8Array | undefined;
  readonly secretary: Secretary;
}

/** The bot has not done what it must do, although everything was tried, and enough time passed. */
class Stuck extends Error {
  override readonly name = 'Stuck';
}

/** How often a person tries the same again. */
const TRIES = 16;

/** Makes the municipality of a round. The bot is installed and its channels are registered, without faults. */
export async function settle(world: World): Promise<Played> {
  const { teams } = world;
  const town = buildMunicipality(
    teams,
    ROUND_SCRIPT.map(({ name }) => name),
  );
  await teams.installBot(town.team, town.secretary);
  const departmentIds = new Map<string, string>();
  const played: Played = {
    town,
    confirmed: [],
    departmentIds,
    roundCard: undefined,
    file: undefined,
    secretary: createSecretary(world, town, departmentIds),
  };
  const people = playersIn(world, played);
  await people.say(town.secretariat, 'tilknyt sekretariatet', da.registration.secretariat([]).heading);
  for (const { name, channel } of town.departments) {
    await people.say(channel, `tilknyt ${name}`, da.registration.department(name, false).heading);
  }
  return played;
}

/**
 * Plays a whole round, from its plan to its final notat. Whoever is not answered as they should be tries again, and time
 * passes before.
 *
 * @throws Stuck when that does not help
 */
export async function play(world: World, played: Played): Promise<void> {
  const people = playersIn(world, played);
  await people.start();
  for (const [index, scripted] of ROUND_SCRIPT.entries()) {
    const department = played.town.departments[index] as DepartmentChannel;
    const [first, ...later] = scripted.answers;
    await people.answer(department, first);
    if (scripted.comment !== undefined) await people.sendBack(department, scripted.comment);
    for (const text of later) await people.answer(department, text, scripted.comment);
  }
  const complete = await people.come(
    () => people.newest(da.notat.completeHeading, lastAnswers(ROUND_SCRIPT)),
    'the complete notat in the secretariat’s channel',
  );
  await people.close(complete);
  const final = await people.come(() => people.newest(da.notat.finalHeading(1), []), 'the final notat');
  played.file = await people.fetchFile(final);
  await people.come(() => people.areLocked(), 'the closed cards in the departments’ channels');
}

/** The texts that the notat of the round holds. */
function lastAnswers(script: readonly ScriptedDepartment[]): readonly string[] {
  return script.flatMap(({ answers }) => answers.at(-1) ?? []);
}

/** The cards in a department's channel that ask for its answer, answered or not, in the order in which they came. */
export function requestCards(world: World, channel: Channel): readonly Message[] {
  return world.teams.threads(channel).flatMap(({ messages: [first] }) => (first?.from === 'bot' ? [first] : []));
}

export function textOf(card: Card | undefined): string {
  return card === undefined ? '' : cardText(card);
}

function playersIn(world: World, played: Played) {
  const { teams } = world;
  const { town, confirmed, secretary: clerk } = played;
  const { secretary, secretariat } = town;

  /** Looks until it sees what it looks for, or until nothing more happens. */
  async function eventually<Value>(look: () => Value | undefined | false): Promise<Value | undefined> {
    for (;;) {
      const seen = look();
      if (seen !== undefined && seen !== false) return seen;
      let stop: () => void = () => undefined;
      const changed = new Promise<false>((resolve) => {
        stop = teams.onChange(() => resolve(false));
      });
      const isQuiet = await Promise.race([world.bustle.quiet(), changed]);
      stop();
      if (isQuiet) return look() || undefined;
    }
  }

  async function again(tries: number, awaited: string): Promise<void> {
    if (tries >= TRIES) throw new Stuck(`${TRIES} tries did not bring: ${awaited}`);
    await passTime(world, clerk, tries);
  }

  async function come<Value>(look: () => Value | undefined | false, awaited: string): Promise<Value> {
    for (let tries = 1; ; tries += 1) {
      const seen = await eventually(look);
      if (seen !== undefined) return seen;
      await again(tries, awaited);
    }
  }

  /** Writes a command until the bot answers it. */
  async function say(channel: Channel, text: string, expected: string): Promise<Message> {
    for (let tries = 1; ; tries += 1) {
      const { message } = await teams.write(secretary, channel, `@Notatbot ${text}`);
      const answer = await eventually(() =>
        message.thread.messages.find(({ from, card }) => from === 'bot' && textOf(card).includes(expected)),
      );
      if (answer !== undefined) return answer;
      await again(tries, `answer to “${text}”`);
    }
  }

  /**
   * Presses a button until the person sees what the button is for, on the card or in words beside it. Whether it is there
   * is looked at each time.
   */
  async function press(
    person: Person,
    message: Message,
    action: ActionChoice & { readonly verb: string },
    typed: InputValues,
    isDone: (seen: string) => boolean,
  ): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      const seen = teams.cardSeenBy(person, message);
      if (isDone(textOf(seen))) return;
      if (hasVerb(seen, action.verb)) {
        const { card, toast } = await teams.press(person, message, action, typed);
        if (isDone(toast ?? textOf(card))) return;
      }
      await again(tries, `answer to ${action.verb}`);
    }
  }

  async function start(): Promise<void> {
    const form = await say(secretariat, 'ny runde', da.roundForm.heading);
    const plan = {
      title: ROUND_TITLE,
      report: 'Tilsynets rapport',
      introduction: 'Rapporten blev forelagt i oktober.',
    };
    const values = { ...plan, deadline: '2027-04-15' };
    await press(secretary, form, { verb: 'round.preview' }, values, (seen) => seen.startsWith(da.roundPreview.heading));
    await press(secretary, form, { verb: 'round.start' }, {}, (seen) => seen.startsWith(da.roundStarted.heading));
    played.roundCard = form;
  }

  /** @param comment what the secretariat has written, if it has sent the answer back; the department has to see it */
  async function answer({ name, head, channel }: DepartmentChannel, text: AnswerText, comment = ''): Promise<void> {
    const request = await come(() => requestCards(world, channel)[0], `request card in ${name}`);
    noteId(name, request.card);
    for (let tries = 1; ; tries += 1) {
      const card = await come(
        () =>
          requestCards(world, channel).findLast((each) => {
            const shown = textOf(teams.cardSeenBy(head, each));
            // After a lost answer, the card may show by now that the text has arrived.
            return shown.includes(comment) || isReceiptOf(shown, text);
          }),
        `comment on the card of ${name}`,
      );
      const seen = teams.cardSeenBy(head, card);
      if (isReceiptOf(textOf(seen), text)) break;
      if (hasVerb(seen, 'reply.send')) {
        const isNil = text === undefined;
        const pressed = await teams.press(
          head,
          card,
          { verb: isNil ? 'reply.nil' : 'reply.send' },
          isNil ? {} : { reply: text },
        );
        if (pressed.toast === undefined && isReceiptOf(textOf(pressed.card), text)) break;
      } else if (hasVerb(seen, 'reply.edit')) {
        const { toast } = await teams.press(head, card, { verb: 'reply.edit' });
        if (toast === undefined) continue;
      }
      await again(tries, `receipt in ${name}`);
    }
    confirmed.push({ department: name, text });
  }

  function noteId(name: string, card: Card | undefined): void {
    for (const { data } of partsOf(card)) {
      if (isObject(data) && typeof data['departmentId'] === 'string') {
        played.departmentIds.set(name, data['departmentId']);
      }
    }
  }

  async function sendBack({ name }: DepartmentChannel, comment: string): Promise<void> {
    const status = await say(secretariat, 'status', name);
    const departmentId = played.departmentIds.get(name) ?? '';
    const seesIt = (seen: string) => seen.startsWith(da.followUp.heading);
    await press(secretary, status, { verb: 'department.show' }, { departmentId }, seesIt);
    // The form is a message below the status.
    const isSentBelow = (seen: string) => seen.startsWith(da.notices.sentBelow(false).heading);
    await press(secretary, status, { verb: 'department.open-send-back' }, {}, isSentBelow);
    const field = da.followUp.comment;
    const form = await come(() => newest(da.followUp.heading, [name, field]), `form about ${name}`);
    const isSentBack = (seen: string) => seen.includes(comment) && !seen.includes(field);
    await press(secretary, form, { verb: 'department.send-back' }, { comment }, isSentBack);
  }

  function newest(heading: string, texts: readonly string[]): Message | undefined {
    return messagesOf(secretariat).findLast(({ card }) => {
      const text = textOf(card);
      return text.startsWith(heading) && texts.every((each) => text.includes(each));
    });
  }

  function messagesOf(channel: Channel): readonly Message[] {
    return teams.threads(channel).flatMap(({ messages }) => messages);
  }

  async function close(notat: Message): Promise<void> {
    const isAsked = (seen: string) => seen.startsWith(da.closing.heading);
    // Whoever presses again after a lost answer is told how far the closing has come.
    const answers = [da.closing.underWay(), da.closing.notOpen('closing'), da.closing.notOpen('closed')];
    const isUnderWay = (seen: string) => answers.some(({ heading }) => seen.startsWith(heading));
    await press(secretary, notat, { verb: 'round.prepare-closing' }, {}, (seen) => isAsked(seen) || isUnderWay(seen));
    await press(secretary, notat, { verb: 'round.close' }, {}, isUnderWay);
  }

  /** Fetches the file through the link on the final notat's card. It asks for a new link when the old one has expired. */
  async function fetchFile(final: Message): Promise<Uint8Array> {
    for (let tries = 1; ; tries += 1) {
      const seen = teams.cardSeenBy(secretary, final);
      const link = [...partsOf(seen)].find(({ type }) => type === 'Action.OpenUrl')?.['url'];
      const response = typeof link === 'string' ? await fetch(link) : undefined;
      if (response?.ok) return new Uint8Array(await response.arrayBuffer());
      await again(tries, 'file of the final notat');
      if (hasVerb(seen, 'notat.renew')) await teams.press(secretary, final, { verb: 'notat.renew' });
    }
  }

  /** Whether one card in each department shows that the round is closed. Whether all do is for the judge. */
  function areLocked(): boolean {
    return town.departments.every(({ channel }) =>
      requestCards(world, channel).some(({ card }) => textOf(card).includes(da.receipt.locked)),
    );
  }

  return { say, start, answer, sendBack, come, newest, close, fetchFile, areLocked };
}

/** Whether the card is the receipt of this answer. */
function isReceiptOf(seen: string, text: AnswerText): boolean {
  return seen.startsWith(da.receipt.heading) && seen.includes(text ?? da.receipt.nil);
}

function hasVerb(card: Card | undefined, verb: string): boolean {
  return [...partsOf(card)].some((part) => part['verb'] === verb && part['isEnabled'] !== false);
}
