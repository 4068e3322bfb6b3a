import type { Overview, PlaceView, PressView } from '../page-view.js';
import { readAddress, writeAddress } from './address.js';
import { type Press, prepareCards } from './card-frame.js';
import { createCompose } from './compose.js';
import { createDeveloper } from './developer.js';
import { createDialogs } from './dialog.js';
import { byId, make } from './dom.js';
import { createDrafts, type Drafts } from './drafts.js';
import { createFeed } from './feed.js';
import type { Note } from './message.js';
import { createPersonSwitch } from './person-switch.js';
import { CHAT, createPlaces } from './places.js';
import { onChange, server } from './server.js';
import { createTheme } from './theme.js';
import { createThreads } from './threads.js';

const app = byId('app', HTMLElement);
const main = byId('main', HTMLElement);
const threadsBox = byId('threads', HTMLElement);
const menu = byId('menu', HTMLButtonElement);
const shade = byId('shade', HTMLElement);
const developerButton = byId('developer-button', HTMLButtonElement);
const developerPanel = byId('developer', HTMLElement);

const draftsByPerson = new Map<string, Drafts>();
let overview: Overview;
let person: string;
let place: string;
let threads: ReturnType<typeof createThreads> | undefined;
let dialogs: ReturnType<typeof createDialogs> | undefined;
let shownPlace: PlaceView | undefined;
/** The message that a line of the activity feed leads to, until it is shown. */
let sought: string | undefined;
let refreshing: Promise<void> | undefined;
let refreshingAgain: Promise<void> | undefined;

prepareCards();
const theme = createTheme(byId('theme', HTMLButtonElement), () => {
  showThreads();
  dialogs?.redraw();
});
dialogs = createDialogs(app, {
  botName: () => overview.botName,
  theme,
  closesByAccident: () => overview.hurts.dialogsClose,
  hasDeadActionSets: () => overview.hurts.deadActionSets || overview.hurts.phone,
  submit: (as, dialog, pressed) => server.submitDialog({ person: as, dialog, ...pressed }),
  closed: (as, dialog) => report(server.closeDialog({ person: as, dialog })),
});
const places = createPlaces(byId('places', HTMLElement), (chosen) => {
  openDrawer(false);
  open(person, chosen);
  main.focus({ preventScroll: true });
});
const feed = createFeed(byId('bell', HTMLButtonElement), ({ place: where, message }) => {
  open(person, where);
  sought = message;
});
const people = createPersonSwitch(byId('person', HTMLSelectElement), (chosen) => open(chosen, place));
const developer = createDeveloper(developerPanel, {
  close: () => openDeveloper(false),
  hurt: (switched) => report(server.hurts(switched)),
  block: (isBlocked) => report(server.block({ person, isBlocked })),
  install: (team, isInstalled) => report(server.install({ person, team, isInstalled })),
});

overview = await server.state(undefined);
const address = readAddress(overview);
person = address.person?.id ?? overview.people[0]?.id ?? '';
place = address.place ?? overview.teams[0]?.channels[1]?.id ?? CHAT;
open(person, place);

onChange(
  ({ version }) => {
    if (version === overview.version) return;
    const isOtherRun = version.split(' ')[0] !== overview.version.split(' ')[0];
    // The local Teams was restarted. The people and the places that are shown may not exist any more.
    report(isOtherRun ? refresh().catch(() => location.reload()) : refresh());
  },
  (isConnected) => showTrouble(isConnected ? '' : 'Forbindelsen er afbrudt. Siden prøver igen.'),
);
menu.addEventListener('click', () => openDrawer(menu.getAttribute('aria-expanded') !== 'true'));
shade.addEventListener('click', () => openDrawer(false));
developerButton.addEventListener('click', () => openDeveloper(developerPanel.hidden === true));
document.addEventListener('visibilitychange', () => report(refresh()));
document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return;
  if (menu.getAttribute('aria-expanded') === 'true') menu.focus();
  openDrawer(false);
  feed.close();
  if (developerPanel.contains(document.activeElement)) openDeveloper(false);
});

/** Shows a place as a person sees it. */
function open(as: string, where: string): void {
  if (overview.hurts.forgetsTyped && threads !== undefined) drafts().forgetCards();
  person = as;
  place = where;
  threads = undefined;
  shownPlace = undefined;
  sought = undefined;
  threadsBox.replaceChildren();
  showFoot();
  report(refresh());
}

function drafts(): Drafts {
  const known = draftsByPerson.get(person) ?? createDrafts();
  draftsByPerson.set(person, known);
  return known;
}

/** Fetches the state and shows it. If it is called while it runs, it runs once more afterwards. */
function refresh(): Promise<void> {
  if (refreshing === undefined) {
    refreshing = fetchAndShow().finally(() => {
      refreshing = undefined;
    });
    return refreshing;
  }
  refreshingAgain ??= refreshing
    .catch(() => undefined)
    .then(() => {
      refreshingAgain = undefined;
      return refresh();
    });
  return refreshingAgain;
}

async function fetchAndShow(): Promise<void> {
  const [as, where] = [person, place];
  const [state, seen] = await Promise.all([server.state(as), server.place(as, where)]);
  if (!developerPanel.hidden) developer.showTraffic(await server.traffic());
  if (as !== person || where !== place) return;
  overview = state;
  app.dataset['client'] = state.hurts.phone ? 'phone' : 'web';
  people.show(state.people, person);
  places.show(state, place);
  feed.show(state);
  developer.show(state);
  showHead();
  announce(seen);
  const isAtEnd = threadsBox.scrollHeight - threadsBox.scrollTop - threadsBox.clientHeight < 80;
  const isNew = shownPlace === undefined || countOf(shownPlace) !== countOf(seen);
  shownPlace = seen;
  showThreads();
  if (isNew && (isAtEnd || threadsBox.scrollTop === 0)) threadsBox.scrollTop = threadsBox.scrollHeight;
  if (sought !== undefined) showMessage(sought);
  sought = undefined;
  writeAddress(state, person, place);
  if (unreadHere() > 0 && document.visibilityState === 'visible') report(server.read({ person, place }));
}

function showThreads(): void {
  if (shownPlace === undefined) return;
  const [as, where] = [person, place];
  threads ??= createThreads(threadsBox, {
    isChat: place === CHAT,
    botName: overview.botName,
    drafts: drafts(),
    theme: () => theme(),
    forgetsTyped: () => overview.hurts.forgetsTyped,
    press: (message, pressed) =>
      noteOf(() =>
        pressed.opensDialog ? openDialog(as, message, pressed) : server.press({ person: as, message, ...pressed }),
      ),
    answerConsent: (message, answer) => noteOf(() => server.answerConsent({ person: as, message, answer })),
    reply: async (thread, text) => {
      await server.write({ person: as, place: where, thread, text });
    },
  });
  threadsBox.querySelector('.nothing')?.remove();
  threads.show(shownPlace.threads.filter(({ messages }) => messages.length > 0));
  if (countOf(shownPlace) === 0) threadsBox.append(make('p', { class: 'nothing' }, nothingHere()));
}

/** Goes to a message in the place that is shown. Nothing happens if the message is deleted. */
function showMessage(id: string): void {
  const message = elementOf(id);
  if (message === null) return;
  message.tabIndex = -1;
  message.scrollIntoView({ block: 'center' });
  message.focus({ preventScroll: true });
}

/** A message in the place that is shown. */
function elementOf(message: string): HTMLElement | null {
  return threadsBox.querySelector<HTMLElement>(`[data-message="${CSS.escape(message)}"]`);
}

/** Asks the bot for a dialog, and shows it. */
async function openDialog(as: string, message: string, pressed: Press): Promise<PressView> {
  const shown = await server.openDialog({ person: as, message, ...pressed });
  const opener = () => elementOf(message)?.querySelector<HTMLElement>('.card > *') ?? null;
  if (shown.dialog !== undefined) dialogs?.show(as, shown.dialog, opener);
  return shown;
}

/** Performs a press and shows the result. @returns what the client shows beside the message */
async function noteOf(act: () => Promise<PressView>): Promise<Note | undefined> {
  try {
    const { toast, isError } = await act();
    await refresh();
    return toast === undefined ? undefined : { text: toast, isError };
  } catch (error) {
    return { text: error instanceof Error ? error.message : String(error), isError: true };
  }
}

function showHead(): void {
  const team = overview.teams.find(({ channels }) => channels.some(({ id }) => id === place));
  const channel = team?.channels.find(({ id }) => id === place);
  const name = channel?.name ?? overview.botName;
  byId('place-name', HTMLElement).textContent = name;
  byId('place-team', HTMLElement).textContent = team?.name ?? 'Personlig chat';
  document.title = `${name} – Lokalt Teams`;
}

function showFoot(): void {
  const isChat = place === CHAT;
  const box = `foot ${place}`;
  const [as, where] = [person, place];
  const foot = byId('foot', HTMLElement);
  foot.replaceChildren(
    createCompose({
      label: isChat ? 'Skriv til botten' : 'Nyt indlæg',
      placeholder: isChat ? `Skriv til ${overview.botName}` : 'Start et nyt indlæg',
      botName: isChat ? undefined : overview.botName,
      draft: drafts().text(box),
      onTyped: (text) => drafts().typeText(box, text),
      takesFile: isChat,
      onSend: async (text, file) => {
        if (file === undefined) await server.write({ person: as, place: where, text });
        else await server.sendFile({ person: as, text }, file);
      },
    }),
  );
}

function nothingHere(): string {
  return place === CHAT
    ? `Her er du alene med ${overview.botName}. Skriv hjælp for at se, hvad den kan.`
    : `Her er ikke skrevet noget endnu. ${overview.botName} hører kun det, der nævner den.`;
}

function announce(seen: PlaceView): void {
  if (shownPlace === undefined) return;
  const known = new Set(shownPlace.threads.flatMap(({ messages }) => messages.map(({ id }) => id)));
  const added = seen.threads.flatMap(({ messages }) => messages).filter(({ id, from }) => !known.has(id) && !from.isMe);
  if (added.length > 0) byId('announcer', HTMLElement).textContent = `Nyt fra ${added.at(-1)?.from.name}`;
}

/** The number of unread messages and lines of the activity feed. The feed can have a line for a deleted message. */
function unreadHere(): number {
  const inFeed = overview.feed.filter((item) => item.place === place && !item.isRead).length;
  if (place === CHAT) return overview.chatUnread + inFeed;
  const channel = overview.teams.flatMap(({ channels }) => channels).find(({ id }) => id === place);
  return (channel?.unread ?? 0) + inFeed;
}

function countOf({ threads: all }: PlaceView): number {
  return all.reduce((sum, { messages }) => sum + messages.length, 0);
}

function openDrawer(isOpen: boolean): void {
  app.classList.toggle('drawer-open', isOpen);
  shade.hidden = !isOpen;
  menu.setAttribute('aria-expanded', String(isOpen));
  if (isOpen) byId('places', HTMLElement).querySelector<HTMLElement>('[aria-current]')?.focus();
}

function openDeveloper(isOpen: boolean): void {
  developerPanel.hidden = !isOpen;
  developerButton.setAttribute('aria-expanded', String(isOpen));
  (isOpen ? developerPanel.querySelector('button') : developerButton)?.focus();
  report(refresh());
}

/** An error of the local Teams itself is not a part of what is simulated, so it is shown above the page. */
function report(done: Promise<unknown>): void {
  done.then(
    () => showTrouble(''),
    (error: unknown) => showTrouble(error instanceof Error ? error.message : String(error)),
  );
}

function showTrouble(text: string): void {
  const trouble = byId('trouble', HTMLElement);
  trouble.hidden = text === '';
  if (trouble.textContent !== text) trouble.textContent = text;
}
