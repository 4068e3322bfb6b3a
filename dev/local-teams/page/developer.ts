import type { ExchangeView, Hurts, Overview } from '../page-view.js';
import { createKeyedList, icon, type Keyed, make } from './dom.js';

export interface DeveloperContext {
  readonly close: () => void;
  readonly hurt: (switched: Partial<Hurts>) => void;
  readonly block: (isBlocked: boolean) => void;
  readonly install: (team: string, isInstalled: boolean) => void;
}

const HURTS: readonly (readonly [keyof Hurts, string, string])[] = [
  ['forgetsTyped', 'Indtastet tekst forsvinder', 'når kortet tegnes igen, eller kanalen skiftes'],
  ['noExecute', 'Action.Execute virker ikke', 'Action.Submit sendes i stedet'],
  ['lateAnswers', 'Svar kommer for sent', 'botten får trykket, men klienten viser en fejl'],
  ['twiceSameId', 'Tryk leveres to gange, samme id', 'som når Teams ikke får svar i tide'],
  ['twiceNewId', 'Tryk leveres to gange, nyt id', 'som når Teams prøver helt forfra'],
  ['noReplyToId', 'Beskedens id mangler', 'ved Action.Submit og i dialoger'],
  ['dialogsFail', 'Dialoger kan ikke åbnes', 'botten bliver spurgt, men klienten viser en fejl'],
  ['dialogsClose', 'Dialogen lukker ved et uheld', 'når man klikker ved siden af den'],
  ['noInputsToDialog', 'Tekst følger ikke med i dialogen', 'botten får ikke det, der står i kortets felter'],
  ['deadActionSets', 'Knapper midt i en dialog mangler', 'kun dem nederst tegnes, som på iOS'],
  ['targetedRefused', 'Beskeder til én person afvises', 'med 403, som Teams har gjort'],
  ['phone', 'Klienten er en telefon', 'smal visning; felter sendes altid med'],
];

/**
 * The panel for developers: the weaknesses of the client, whether the person has blocked the bot, the teams that have the
 * bot, and the HTTP traffic.
 */
export function createDeveloper(parent: HTMLElement, { close, hurt, block, install }: DeveloperContext) {
  const closing = make('button', { type: 'button', class: 'icon-button', 'aria-label': 'Luk udvikler', title: 'Luk' });
  closing.append(icon('close'));
  closing.addEventListener('click', close);
  const switches = new Map(
    HURTS.map(([name, label, hint]) => [name, createSwitch(label, hint, (isOn) => hurt({ [name]: isOn }))]),
  );
  const hurtSet = make('fieldset', {}, make('legend', {}, 'Det, der gør ondt'));
  for (const { element } of switches.values()) hurtSet.append(element);
  const blocked = createSwitch('Personen har blokeret botten', 'den kan ikke skrive i personens egen chat', block);
  const chatSet = make('fieldset', {}, make('legend', {}, 'Chatten'), blocked.element);
  const legend = make('legend');
  const teamSet = make('fieldset', {}, legend);
  const teamSwitches = new Map<string, ReturnType<typeof createSwitch>>();
  const list = make('ol', { class: 'traffic', 'aria-label': 'Trafik' });
  const exchanges = createKeyedList<ExchangeView>(list, ({ number }) => String(number), createExchange);

  parent.append(
    make('div', { class: 'developer-head' }, make('h2', {}, 'Udvikler'), closing),
    hurtSet,
    chatSet,
    teamSet,
    make('h3', {}, 'Trafik'),
    list,
  );

  return {
    show({ hurts, blocksBot, teams: shown, botName }: Overview): void {
      blocked.box.checked = blocksBot;
      for (const [name, { box }] of switches) box.checked = hurts[name];
      legend.textContent = `${botName} er føjet til`;
      for (const { id, name, hasBot } of shown) {
        const known = teamSwitches.get(id) ?? createSwitch(name, '', (isOn) => install(id, isOn));
        if (!teamSwitches.has(id)) teamSet.append(known.element);
        teamSwitches.set(id, known);
        known.box.checked = hasBot;
      }
    },
    showTraffic(traffic: readonly ExchangeView[]): void {
      exchanges.show([...traffic].reverse());
    },
  };
}

function createSwitch(label: string, hint: string, switched: (isOn: boolean) => void) {
  const box = make('input', { type: 'checkbox' });
  box.addEventListener('change', () => switched(box.checked));
  const words = make('span', {}, label);
  const element = make('label', { class: 'switch' }, box, words);
  if (hint !== '') words.append(make('small', {}, hint));
  return { element, box };
}

function createExchange(exchange: ExchangeView): Keyed<ExchangeView> {
  const { direction, at, method, path, status, activity, body, number } = exchange;
  const isToBot = direction === 'to bot';
  const isFine = status !== undefined && status < 300;
  const summary = make(
    'summary',
    {},
    make('span', { class: 'way', title: isToBot ? 'til botten' : 'fra botten' }, isToBot ? '→' : '←'),
    make('span', { class: 'what' }, `${method} ${kindOf(activity) ?? path}`),
    make('span', { class: isFine ? 'status' : 'status bad' }, status === undefined ? 'intet svar' : String(status)),
  );
  const details = make('details', {}, summary);
  details.addEventListener(
    'toggle',
    () =>
      details.append(
        make('p', {}, `${isToBot ? 'Til botten' : 'Fra botten'}, ${new Date(at).toLocaleTimeString('da-DK')}`),
        make('code', {}, `${method} ${path}`),
        ...partsOf('Aktivitet', activity),
        ...partsOf('Svar', body),
      ),
    { once: true },
  );
  return { element: make('li', { 'data-exchange': String(number) }, details), update: () => undefined };
}

function kindOf(activity: unknown): string | undefined {
  if (typeof activity !== 'object' || activity === null || !('type' in activity)) return undefined;
  const name = 'name' in activity ? ` ${String(activity.name)}` : '';
  return `${String(activity.type)}${name}`;
}

function partsOf(title: string, json: unknown): readonly HTMLElement[] {
  if (json === undefined) return [];
  return [make('h4', {}, title), make('pre', { tabindex: '0' }, JSON.stringify(json, null, 2))];
}
