import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { z } from 'zod';
import { type Card, dataToSend, findAction, initialInputs, isObject, submitOf } from '../local-teams/card-actions.js';
import type { FileHost } from './file-host.js';
import type { Recorder } from './recorder.js';
import type { Place, TeamsClient } from './teams-client.js';

/**
 * Microsoft's Agents Playground: a pre-release, licensed for evaluation. It is fetched when used, and not a dependency.
 */
const PACKAGE = '@microsoft/m365agentsplayground@0.2.28';

/** The time limit for fetching and starting it with npx, in milliseconds. */
const START_LIMIT_MS = 180_000;

/** The Playground could not be fetched or started, so nothing was checked. */
export class NoPlayground extends Error {}

/** What people cannot do in the Playground, in the words of the report. */
const LACKS = [
  'Only one person presses in the Playground: the head’s press was posted to the bot in the form of that person’s.',
  'No file can be sent in its personal chat: the template was posted to the bot as Teams sends a file.',
  'It draws no file consent cards, so that files were accepted in the local Teams alone.',
  'It has no dialogs: it refuses task/fetch and task/submit, and sends the data of their buttons in a message.',
  'It shows targeted messages to everyone.',
] as const;

export interface Playground {
  /** The address of its page. */
  readonly address: string;
  readonly botName: string;
  readonly tenantId: string;
  readonly botId: string;
  readonly client: TeamsClient;
  /** The Entra object id of the person who uses it. */
  readonly administratorId: string;
  /** Kills the Playground and all processes that it started. A second call does nothing. */
  stop(): void;
}

const Config = z.object({
  config: z.object({
    tenantId: z.string(),
    bot: z.object({ id: z.string(), name: z.string() }),
    currentUser: z.object({ id: z.string(), aadObjectId: z.string() }),
    users: z.tuple([z.object({ id: z.string(), name: z.string(), aadObjectId: z.string() })], z.unknown()),
    personalChat: z.object({ id: z.string() }),
    teams: z.tuple([z.object({ channels: z.tuple([z.object({ id: z.string() }), z.object({ id: z.string() })]) })]),
  }),
});

/**
 * Fetches the Playground with npx and starts it, without a browser and without its telemetry.
 *
 * Rejects with `NoPlayground` if npx cannot fetch it.
 *
 * @param recorder the Playground sends activities to it; so does this file, for what the Playground cannot do
 * @param files the bot fetches files from it
 */
export async function startPlayground(recorder: Recorder, files: FileHost, port: number): Promise<Playground> {
  const child = spawn(
    'npx',
    ['--yes', PACKAGE, 'start', '-e', recorder.endpoint, '-c', 'msteams', '--dt', '-p', String(port)],
    {
      // The Playground makes a folder for its log in the working directory.
      cwd: tmpdir(),
      env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none', npm_config_fetch_retries: '0' },
      // npx starts a shell, which starts the Playground. They get a process group of their own, to kill all together.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const stop = () => killGroup(child);
  process.once('exit', stop);
  try {
    const base = `http://127.0.0.1:${await portOf(child)}`;
    const { config } = Config.parse(await call(base, 'GET', '/_internal/v1/config'));
    return {
      address: base,
      botName: config.bot.name,
      tenantId: config.tenantId,
      botId: config.bot.id,
      client: createClient(base, config, recorder, files),
      administratorId: config.currentUser.aadObjectId,
      stop,
    };
  } catch (error) {
    stop();
    throw error;
  }
}

/** The port that the Playground says it listens on. It is another one than wanted if that was in use. */
function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    const guard = setTimeout(
      () => reject(new NoPlayground(`npx took more than ${START_LIMIT_MS} ms to fetch the Agents Playground`)),
      START_LIMIT_MS,
    );
    let complaints = '';
    child.stderr?.on('data', (chunk) => {
      complaints += String(chunk);
    });
    child.stdout?.on('data', (chunk) => {
      const port = /Listening on (?<port>\d+)/u.exec(String(chunk))?.groups?.['port'];
      if (port === undefined) return;
      clearTimeout(guard);
      resolve(Number(port));
    });
    const giveUp = (why: string) => {
      clearTimeout(guard);
      reject(new NoPlayground(`npx could not fetch and start the Agents Playground (${why})`));
    };
    child.once('error', ({ message }) => giveUp(message));
    child.once('close', (code) => {
      const reason = /npm error (?<reason>(?:code|network|request) .*)/u.exec(complaints)?.groups?.['reason'];
      giveUp(reason ?? complaints.trim().split('\n').at(-1) ?? `npx ended with ${code}`);
    });
  });
}

/** Sends the same requests as the web page of the Playground. */
function createClient(
  base: string,
  config: z.infer<typeof Config>['config'],
  recorder: Recorder,
  files: FileHost,
): TeamsClient {
  const [{ channels }] = config.teams;
  const [general, other] = channels;
  const ids: Readonly<Record<Place, string>> = {
    General: general.id,
    'other channel': other.id,
    'personal chat': config.personalChat.id,
  };
  const from = { id: config.currentUser.id };
  const [head] = config.users;
  /** Sends the bot an activity that the Playground cannot send: a changed copy of its last activity of this type. */
  async function postLike(type: string, change: (activity: Card) => Card): Promise<void> {
    const last = recorder.exchanges.findLast(
      ({ direction, request }) => direction === 'to bot' && request['type'] === type,
    );
    if (last === undefined) throw new Error(`the Playground has sent no ${type} yet`);
    const activity = { ...last.request, id: randomUUID() };
    await call(recorder.endpoint, 'POST', '', { ...activity, ...change(activity) });
  }
  return {
    headName: head.name,
    lacks: LACKS,
    acceptFile: undefined,
    dialogs: undefined,
    async install() {
      for (const type of ['botAdded', 'install']) {
        const query = new URLSearchParams({ conversationId: general.id, type });
        const activity = await call(base, 'GET', `/_internal/v1/customActivities/template?${query}`);
        await call(base, 'POST', '/_internal/v1/customActivities', activity);
      }
    },
    async write(place, text) {
      const mention = { mentioned: { id: config.bot.id }, text: `<at>${config.bot.name}</at>` };
      const isMention = place !== 'personal chat';
      const headsTag = `<at>${head.name}</at>`;
      const namesHead = text.includes(`@${head.name}`);
      const tagged = text.replace(`@${head.name}`, headsTag);
      await call(base, 'POST', `/_conversation/v1/conversations/${encodeURIComponent(ids[place])}/messages`, {
        from,
        text: isMention ? `${mention.text} ${tagged}` : text,
        textFormat: 'plain',
        mentions: isMention ? [mention, ...(namesHead ? [{ mentioned: { id: head.id }, text: headsTag }] : [])] : [],
      });
    },
    async press({ conversationId, messageId, card }, { action: chosen, typed, as }, who = 'secretary') {
      const action = findAction(card, chosen);
      const pressed = as === 'submit' ? submitOf(action) : action;
      const data = dataToSend(pressed, { ...initialInputs(card), ...typed });
      const { id, title, verb } = action;
      const press = { conversation: { id: conversationId }, replyToId: messageId };
      const value = { action: { type: 'Action.Execute', id, title, verb, data }, trigger: 'manual' };
      if (who === 'head') {
        await postLike('invoke', ({ conversation }) => ({
          ...press,
          from: head,
          conversation: { ...(isObject(conversation) ? conversation : {}), ...press.conversation },
          value,
        }));
      } else if (as === 'submit') {
        await call(base, 'POST', '/_conversation/v1/submit', { ...press, from, value: data });
      } else {
        await call(base, 'POST', '/_conversation/v1/invoke', { ...press, from, name: 'adaptiveCard/action', value });
      }
    },
    async sendFile({ name, bytes }) {
      const downloadUrl = files.lend(bytes);
      const content = { downloadUrl, uniqueId: randomUUID().toUpperCase(), fileType: 'docx' };
      const contentType = 'application/vnd.microsoft.teams.file.download.info';
      // The last message was also in the personal chat. A file that is sent alone has no text.
      await postLike('message', () => ({
        text: undefined,
        textFormat: undefined,
        attachments: [{ contentType, contentUrl: downloadUrl, name, content }],
      }));
    },
  };
}

async function call(base: string, method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(new URL(path, base), {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`the Playground answered ${method} ${path} with ${response.status}: ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

function killGroup({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && error.code === 'ESRCH';
    if (!isGone) throw error;
  }
}
