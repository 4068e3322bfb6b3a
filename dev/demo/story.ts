import { addDays, danishDayOf } from '../../src/domain/round/deadline.js';
import { da } from '../../src/text/messages.js';
import { type Card, partsOf } from '../local-teams/card-actions.js';
import { cardText } from '../local-teams/card-text.js';
import type { Message } from '../local-teams/conversations.js';
import type { Channel, Person } from '../local-teams/directory.js';
import type { LocalTeams } from '../local-teams/local-teams.js';
import type { Pressed } from '../local-teams/pressing.js';
import type { DepartmentChannel, Municipality } from './municipality.js';
import type { PlayedRound } from './round-file.js';

/** One thing that happens in a round. */
export interface Step {
  readonly title: string;
  /** Rejects if the bot does not answer as it should. @param say tells the person who watches what happens */
  readonly play: (say: (line: string) => void) => Promise<void>;
}

export interface Story {
  /** The steps in order. Each ends when Teams shows what it should. */
  readonly steps: readonly Step[];
  /** The link to the final notat, after all steps have been played. */
  notatLink(): string;
}

/** How many days the departments have until the deadline. */
const DAYS_TO_ANSWER = 14;

/** The most closing cards that are answered. Each asks about as many findings as there is room for on a card. */
const CHECKS_MAX = 100;

type Reply = PlayedRound['replies'][number];

/**
 * A whole round. The secretary registers the channels, and starts the round. Each head answers: one first sends
 * an empty field, one corrects the answer, and one has a client without universal actions. Then the notat is posted,
 * and the secretariat closes the round, which makes the notat final.
 */
export function tellStory(teams: LocalTeams, town: Municipality, round: PlayedRound): Story {
  const { secretariat, secretary, departments } = town;
  const corrected = round.replies.find(({ paragraphs }) => paragraphs.length > 1);
  const early = departments.slice(0, Math.ceil(departments.length / 2));
  const late = departments.slice(early.length);
  const replyOf = ({ name }: DepartmentChannel) => round.replies.find(({ department }) => department === name);
  let preview: Message | undefined;

  const answer = (department: DepartmentChannel) => ({
    title: `${department.head.name} answers for ${department.name}`,
    play: async (say: (line: string) => void) => {
      const request = await requestIn(teams, department.channel);
      const reply = replyOf(department) ?? { department: department.name, paragraphs: [] };
      if (department === departments[0]) await sendNothing(teams, department, request, say);
      if (reply === corrected) await sendPart(teams, department, request, reply, say);
      await sendReply(teams, department, request, reply, department === departments[2] ? 'submit' : 'execute', say);
    },
  });

  const steps: Step[] = [
    {
      title: 'The bot is added to the team',
      play: async (say) => {
        await teams.installBot(town.team, secretary);
        const [welcome] = await teams.until(
          () => someOf(teams.threads(town.team.general).flatMap(({ messages }) => messages)),
          'the bot’s greeting in General',
        );
        say(`Notatbot: ${headingOf(welcome?.card)}`);
      },
    },
    {
      title: 'Each channel is registered',
      play: async (say) => {
        await command(
          teams,
          secretary,
          secretariat,
          'tilknyt sekretariatet',
          da.registration.secretariat([]).heading,
          say,
        );
        for (const { name, channel } of departments) {
          await command(
            teams,
            secretary,
            channel,
            `tilknyt ${name}`,
            da.registration.department(name, false).heading,
            say,
          );
        }
      },
    },
    {
      title: 'The secretariat plans a round',
      play: async (say) => {
        const form = await command(teams, secretary, secretariat, 'ny runde', da.roundForm.heading, say);
        const deadline = addDays(danishDayOf(new Date()), DAYS_TO_ANSWER);
        const values = { title: round.title, report: round.report, introduction: round.intro.join('\n\n'), deadline };
        const shown = await teams.press(secretary, form, { verb: 'round.preview' }, values);
        expectHeading(shown, da.roundPreview.heading);
        say(`${secretary.name} sees what goes out, and to whom`);
        preview = form;
      },
    },
    {
      title: 'The round starts, and every department gets its card',
      play: async (say) => {
        if (preview === undefined) throw new Error('the round has not been planned');
        expectHeading(await teams.press(secretary, preview, { verb: 'round.start' }), da.roundStarted.heading);
        for (const { channel, name } of departments) {
          const request = await requestIn(teams, channel);
          say(`#${name}: ${headingOf(request.card)}`);
        }
      },
    },
    ...early.map(answer),
    {
      title: 'The secretariat asks how far it is',
      play: async (say) => {
        const progress = da.status.progress(early.length, departments.length);
        await command(teams, secretary, secretariat, 'status', progress, say);
      },
    },
    ...(late.length === 0
      ? []
      : [
          {
            title: 'The secretariat fetches the notat as it stands',
            play: async (say: (line: string) => void) => {
              const progress = da.status.progress(early.length, departments.length);
              await command(teams, secretary, secretariat, 'notat', progress, say);
            },
          },
        ]),
    ...late.map(answer),
    {
      title: 'The last answer is in: the notat comes by itself',
      play: async (say) => {
        const notat = await completeNotat(teams, secretariat);
        say(`#${secretariat.name}: ${headingOf(notat.card)}`);
      },
    },
    {
      title: 'The secretariat closes the round, and the notat is final',
      play: async (say) => {
        await closeRound(teams, secretary, await completeNotat(teams, secretariat), say);
        const final = await teams.until(() => newestFinal(teams, secretariat), 'the final notat');
        say(`#${secretariat.name}: ${headingOf(final.card)}`);
      },
    },
  ];

  return { steps, notatLink: () => linkOf(newestFinal(teams, secretariat)?.card) };
}

async function command(
  teams: LocalTeams,
  person: Person,
  channel: Channel,
  text: string,
  expected: string,
  say: (line: string) => void,
): Promise<Message> {
  const { message } = await teams.write(person, channel, `@Notatbot ${text}`);
  const answer = await teams.until(
    () => message.thread.messages.find(({ from }) => from === 'bot'),
    `an answer to “${text}” in ${channel.name}`,
  );
  const heading = headingOf(answer.card);
  if (!cardText(answer.card ?? {}).includes(expected)) {
    throw new Error(`“@Notatbot ${text}” was answered with “${heading}”, which does not say “${expected}”`);
  }
  say(`#${channel.name}: @Notatbot ${text} → ${heading}`);
  return answer;
}

/** The newest request card of the channel, answered or not. */
async function requestIn(teams: LocalTeams, channel: Channel): Promise<Message> {
  return teams.until(
    () =>
      teams
        .threads(channel)
        .map(({ messages }) => messages[0])
        .findLast((message) => message?.from === 'bot'),
    `a request card in ${channel.name}`,
  );
}

async function sendNothing(
  teams: LocalTeams,
  { head }: DepartmentChannel,
  request: Message,
  say: (line: string) => void,
): Promise<void> {
  const shown = await teams.press(head, request, { verb: 'reply.send' }, { reply: '  ' });
  say(`an empty field → ${lineWith(shown.card, da.request.problem({ kind: 'empty' }))}`);
}

async function sendPart(
  teams: LocalTeams,
  department: DepartmentChannel,
  request: Message,
  reply: Reply,
  say: (line: string) => void,
): Promise<void> {
  const part = { ...reply, paragraphs: reply.paragraphs.slice(0, 1) };
  await sendReply(teams, department, request, part, 'execute', say);
  await teams.press(department.head, request, { verb: 'reply.edit' });
  say('Ret svar');
}

async function sendReply(
  teams: LocalTeams,
  { head, name }: DepartmentChannel,
  request: Message,
  { paragraphs }: Reply,
  as: 'execute' | 'submit',
  say: (line: string) => void,
): Promise<void> {
  const before = request.edits;
  const isNil = paragraphs.length === 0;
  await teams.press(
    head,
    request,
    { verb: isNil ? 'reply.nil' : 'reply.send' },
    isNil ? {} : { reply: paragraphs.join('\n\n') },
    { as },
  );
  // The person sees the receipt at once. Everyone else sees it when the card has been updated.
  await teams.until(
    () => request.edits > before && headingOf(request.card) === da.receipt.heading,
    `a receipt in ${name}`,
  );
  say(`${isNil ? 'Ingen bemærkninger' : counted(paragraphs.length)} → ${headingOf(request.card)}`);
}

async function completeNotat(teams: LocalTeams, channel: Channel): Promise<Message> {
  return teams.until(() => newestComplete(teams, channel), 'the complete notat in the secretariat’s channel');
}

/** *Afslut*. All findings in the replies are kept as they are, as many at a time as the card asks about. */
async function closeRound(
  teams: LocalTeams,
  secretary: Person,
  notat: Message,
  say: (line: string) => void,
): Promise<void> {
  let shown = await teams.press(secretary, notat, { verb: 'round.prepare-closing' });
  expectHeading(shown, da.closing.heading);
  for (let check = 0; check < CHECKS_MAX && headingOf(shown.card) === da.closing.heading; check += 1) {
    const asked = findingsOn(shown.card);
    say(asked.length === 0 ? 'nothing to decide' : `${asked.length} to decide → ${da.closing.keep}`);
    const decisions = Object.fromEntries(asked.map((id) => [id, 'keep']));
    shown = await teams.press(secretary, notat, { verb: 'round.close' }, decisions);
  }
  expectHeading(shown, da.closing.underWay().heading);
}

/** The ids of the fields in which a closing card asks what to do about a finding. */
function findingsOn(card: Card | undefined): readonly string[] {
  return [...partsOf(card)]
    .map(({ id }) => id)
    .filter((id): id is string => typeof id === 'string' && id.startsWith('finding-'));
}

function newestComplete(teams: LocalTeams, channel: Channel): Message | undefined {
  return newestNamed(teams, channel, da.notat.completeHeading);
}

function newestFinal(teams: LocalTeams, channel: Channel): Message | undefined {
  return newestNamed(teams, channel, da.notat.finalHeading(1));
}

function newestNamed(teams: LocalTeams, channel: Channel, heading: string): Message | undefined {
  return teams
    .threads(channel)
    .flatMap(({ messages }) => messages)
    .findLast(({ card }) => headingOf(card) === heading);
}

/** The first line of a card. Every card of the bot begins with its heading. */
function headingOf(card: Card | undefined): string {
  return card === undefined ? '(no card)' : (cardText(card).split('\n')[0] ?? '');
}

function expectHeading({ card, toast }: Pressed, expected: string): void {
  const heading = headingOf(card);
  if (toast !== undefined || heading !== expected) {
    throw new Error(`the card shows “${heading}”${toast === undefined ? '' : ` and “${toast}”`}, not “${expected}”`);
  }
}

function lineWith(card: Card | undefined, part: string): string {
  const line = cardText(card ?? {})
    .split('\n')
    .find((each) => each.includes(part));
  if (line === undefined) throw new Error(`the card “${headingOf(card)}” does not say “${part}”`);
  return line;
}

function linkOf(card: Card | undefined): string {
  const actions = (card?.['actions'] ?? []) as readonly Card[];
  const link = actions.find(({ type }) => type === 'Action.OpenUrl')?.['url'];
  if (typeof link !== 'string') throw new Error('there is no final notat with a link');
  return link;
}

function someOf<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length > 0 ? items : undefined;
}

function counted(paragraphs: number): string {
  return paragraphs === 1 ? '1 paragraph' : `${paragraphs} paragraphs`;
}
