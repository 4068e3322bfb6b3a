import type { DialogShownView, ExchangeView, Hurts, Overview, PageEvent, PlaceView, PressView } from '../page-view.js';

interface Pressed {
  readonly action: string | { readonly verb: string };
  readonly inputs: Readonly<Record<string, string>>;
}

/** The requests of the page to the local Teams. Each rejects with the message of the server. */
export const server = {
  state: (person: string | undefined) => get<Overview>('state', person === undefined ? {} : { person }),
  place: (person: string, place: string) => get<PlaceView>('place', { person, place }),
  traffic: () => get<readonly ExchangeView[]>('traffic', {}),
  sendFile: async (body: { person: string; text: string }, file: File) =>
    post('file', { ...body, name: file.name, content: await base64Of(file) }),
  answerConsent: (body: { person: string; message: string; answer: 'accept' | 'decline' }) =>
    post('consent', body) as Promise<PressView>,
  write: (body: { person: string; place: string; thread?: string | undefined; text: string }) => post('write', body),
  press: (body: { person: string; message: string } & Pressed) => post('press', body) as Promise<PressView>,
  openDialog: (body: { person: string; message: string } & Pressed) =>
    post('dialog/open', body) as Promise<DialogShownView>,
  submitDialog: (body: { person: string; dialog: string } & Pressed) =>
    post('dialog/submit', body) as Promise<DialogShownView>,
  closeDialog: (body: { person: string; dialog: string }) => post('dialog/close', body),
  read: (body: { person: string; place: string }) => post('read', body),
  block: (body: { person: string; isBlocked: boolean }) => post('block', body),
  install: (body: { person: string; team: string; isInstalled: boolean }) => post('install', body),
  hurts: (body: Partial<Hurts>) => post('hurts', body),
};

/** Listens as long as the page is open. The browser reconnects by itself. */
export function onChange(changed: (event: PageEvent) => void, connected: (isConnected: boolean) => void): void {
  const events = new EventSource('/local/events');
  events.onopen = () => connected(true);
  events.onerror = () => connected(false);
  events.onmessage = ({ data }) => changed(JSON.parse(data) as PageEvent);
}

async function get<Value>(path: string, query: Readonly<Record<string, string>>): Promise<Value> {
  return (await answerOf(await fetch(`/local/${path}?${new URLSearchParams(query)}`))) as Value;
}

async function post(path: string, body: unknown): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  return answerOf(await fetch(`/local/${path}`, { method: 'POST', headers, body: JSON.stringify(body) }));
}

/** Rejects with the browser's own error if the file cannot be read any more. */
function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/u, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

async function answerOf(response: Response): Promise<unknown> {
  const answer = (await response.json()) as { readonly error?: string };
  if (!response.ok) throw new Error(answer.error ?? `HTTP ${response.status}`);
  return answer;
}
