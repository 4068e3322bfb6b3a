import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { PATIENT } from '../../../test/support/patience.js';
import { type LocalTeams, type LocalTeamsOptions, startLocalTeams } from '../../local-teams/local-teams.js';
import type { WireActivity } from '../../local-teams/traffic.js';

export const TENANT = '5f0ad7a5-8d5b-4f47-9df4-2b2d1a9f6a11';
const BOT = { id: '28:notatbot', name: 'Notatbot' };

export interface StandInBot {
  readonly endpoint: string;
  /** What it was sent, oldest first. */
  readonly heard: readonly { readonly activity: WireActivity; readonly headers: IncomingHttpHeaders }[];
  /** What it answers from now on; 200 without a body until set. */
  answer: (activity: WireActivity) => Reply | Promise<Reply>;
  stop(): Promise<void>;
}

interface Reply {
  readonly status: number;
  readonly body?: unknown;
}

/** An HTTP server that hears activities as a bot does, and answers as the test says. */
export async function startStandInBot(): Promise<StandInBot> {
  const heard: { activity: WireActivity; headers: IncomingHttpHeaders }[] = [];
  const server = createServer(async (request, response) => {
    const activity = (await json(request)) as WireActivity;
    heard.push({ activity, headers: request.headers });
    const { status, body } = await bot.answer(activity);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bot: StandInBot = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`,
    heard,
    answer: () => ({ status: 200 }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return bot;
}

export function startTeamsFor(
  bot: StandInBot,
  options: Pick<LocalTeamsOptions, 'token' | 'tellsTenant' | 'now'> = {},
): Promise<LocalTeams> {
  return startLocalTeams({ botEndpoint: bot.endpoint, port: 0, bot: BOT, tenantId: TENANT, ...PATIENT, ...options });
}

/** One town: a team with a channel beside General, a person, and the bot installed. */
export async function settle(teams: LocalTeams) {
  const anne = teams.addPerson('Anne Jensen');
  const team = teams.addTeam('Rådhuset');
  const channel = teams.addChannel(team, 'Socialområdet');
  await teams.installBot(team, anne);
  return { anne, team, channel };
}

export interface ConnectorAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** undefined when there was none. */
  // biome-ignore lint/suspicious/noExplicitAny: specs read the JSON they expect, and fail on any other.
  readonly body: any;
}

/** Calls the connector as a bot does; each part of the path is encoded. */
export async function callConnector(
  teams: LocalTeams,
  method: string,
  path: readonly string[],
  body?: unknown,
  query = '',
): Promise<ConnectorAnswer> {
  const response = await fetch(`${teams.serviceUrl}v3/${path.map(encodeURIComponent).join('/')}${query}`, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
}

export function message(text: string) {
  return { type: 'message', text };
}

export function cardMessage(content: unknown) {
  return { type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }] };
}

/** An answer that opens a dialog, or puts another card in the one that is open. */
export function continues(content: unknown, size: { readonly height?: unknown; readonly width?: unknown } = {}) {
  const card = { contentType: 'application/vnd.microsoft.card.adaptive', content };
  const value = { title: 'Skriv svar', height: 'medium', width: 600, ...size, card };
  return { status: 200, body: { task: { type: 'continue', value } } };
}

/** A message in which the bot asks leave to send a file, with what comes back to it when it may, or may not. */
export function consentMessage(name: string, sizeInBytes: number) {
  const content = {
    description: 'Notatet som Word-dokument',
    sizeInBytes,
    acceptContext: { notat: 7 },
    declineContext: { notat: 7, why: 'no' },
  };
  const contentType = 'application/vnd.microsoft.teams.card.file.consent';
  return { type: 'message', attachments: [{ contentType, name, content }] };
}

/** A message that points to a file in the person's drive. */
export function fileInfoMessage(file: {
  readonly name: string;
  readonly contentUrl: string;
  readonly uniqueId: string;
  readonly fileType: string;
}) {
  const { name, contentUrl, uniqueId, fileType } = file;
  const contentType = 'application/vnd.microsoft.teams.card.file.info';
  return { type: 'message', attachments: [{ contentType, contentUrl, name, content: { uniqueId, fileType } }] };
}

/** Sends a whole file to an upload session, as a bot does. */
export async function putFile(uploadUrl: string, bytes: Uint8Array): Promise<Response> {
  const headers = { 'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}` };
  return await fetch(uploadUrl, { method: 'PUT', headers, body: bytes });
}
