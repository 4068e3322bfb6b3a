import type { WhyNotReached } from '../../domain/channel/reach.js';
import type { Language } from '../../domain/language.js';
import type { Person } from '../../domain/person.js';
import { danishAllOf, englishAllOf } from '../joined-names.js';
import type { Notice } from '../notice.js';
import { capitalised, danishCount, danishDepartments, englishCount, englishDepartments } from '../number-words.js';

/** A channel as people find it. Both names are undefined where Teams has not told them. */
export interface PlaceName {
  /** undefined also for the first channel of a team, which clients name in the reader's language. */
  readonly channel: string | undefined;
  readonly team: string | undefined;
  /** Whether it is the first channel of its team. */
  readonly isFirst: boolean;
}

/** Something that is wrong with the set-up now. */
export type ShownProblem =
  /** The bot cannot write in the channel where the card is, except in answer to what is done there. */
  | { readonly kind: 'secretariat not reached'; readonly why: WhyNotReached; readonly team: string | undefined }
  /** @param team its name, where it is known */
  | {
      readonly kind: 'not reached';
      readonly name: string;
      readonly why: WhyNotReached;
      readonly team: string | undefined;
    }
  /** Heads or deputies have left the channel's team. */
  | { readonly kind: 'left'; readonly name: string; readonly people: readonly Person[] }
  | { readonly kind: 'look alike'; readonly names: readonly [string, string] }
  /** @param names the departments; anyone in their channels may answer */
  | { readonly kind: 'no head'; readonly names: readonly string[] };

/** Why a channel was not bound that was chosen. */
export type WhyNotBound = 'taken' | 'in use' | 'bad name';

/** How many departments without a head are named; more are counted. Our choice: a line or two on a phone. */
const NAMED_WITHOUT_HEAD = 4;

/** The card on which the secretariat sets everything up, and the answers to its buttons. */
export interface SettingUpWords {
  readonly heading: string;
  /** @param departments how many departments have a channel */
  intro(departments: number): string;
  /** Said where the bot knows of no team. */
  readonly noTeams: string;
  /** Said where there is neither a department nor a channel that could be one’s. */
  readonly noChannels: string;
  readonly wrong: string;
  problem(problem: ShownProblem): string;
  /** @param count the problems that there is no room for */
  moreWrong(count: number): string;
  readonly unbound: string;
  readonly bindExplain: string;
  readonly bindField: string;
  /** The title of a choice: what the department would be called, and in which channel. */
  proposal(name: string, place: PlaceName): string;
  readonly bind: string;
  /** @param count the channels that there is no room for */
  moreUnbound(count: number): string;
  /** Where they are no choices, because nothing tells what a department in them would be called. */
  withoutProposal(count: number): string;
  /** Private and shared channels. */
  notOpen(count: number): string;
  readonly departments: string;
  /** Where a department answers: `Beretninger i Børn og Unge` */
  place(place: PlaceName): string;
  heads(people: readonly Person[]): string;
  deputies(people: readonly Person[]): string;
  director(person: Person): string;
  readonly notReached: string;
  /** @param count the departments that there is no room for; they are in the list below all the same */
  moreDepartments(count: number): string;
  readonly department: string;
  readonly chooseOne: string;
  readonly choosePlace: string;
  /** So many departments that not even their list has room. */
  tooManyToList(count: number): string;
  readonly edit: string;
  readonly add: string;
  readonly reorder: string;
  readonly after: string;
  readonly first: string;
  readonly move: string;
  readonly sort: string;
  readonly newRound: string;
  readonly refresh: string;
  readonly back: string;
  readonly chooseDepartment: string;
  readonly choosePlaceFirst: string;
  readonly chooseChannels: string;
  /** Some teams did not answer, so what the card shows of them may be old. */
  notTold(teams: number): string;
  bound(count: number): string;
  /** @param name what the department would be called */
  notBound(name: string, why: WhyNotBound): string;
  tooManyAtOnce(max: number): string;
  /** Channels that were chosen, and that are no longer to be bound. */
  boundMeanwhile(count: number): string;
  saved(name: string): string;
  added(name: string): string;
  retired(name: string): string;
  readonly moved: string;
  readonly sorted: string;
  /** The department is no longer there: somebody has retired it. */
  readonly gone: string;
  /** An administrator is asked whether the channel is to be the secretariat's. */
  placeQuestion(): Notice;
  readonly placeHere: string;
  /** In a personal chat. @param channel the name of the secretariat's channel, where it is known */
  where(channel: string | undefined): Notice;
  /** In a personal chat, where there is no secretariat. */
  noSecretariat(): Notice;
}

const DANISH_WHY_NOT: Readonly<Record<WhyNotBound, string>> = {
  taken: 'et fagområde i en anden kanal har navnet',
  'in use': 'kanalen er blevet tilknyttet i mellemtiden',
  'bad name': 'navnet ikke kan bruges. Tilføj fagområdet med et andet navn',
};

const ENGLISH_WHY_NOT: Readonly<Record<WhyNotBound, string>> = {
  taken: 'a department in another channel has the name',
  'in use': 'the channel has been registered in the meantime',
  'bad name': 'the name cannot be used. Add the department with another name',
};

export const settingUpWords: Readonly<Record<Language, SettingUpWords>> = {
  da: {
    heading: 'Opsætning',
    intro: (count) =>
      count === 0 ? 'Ingen fagområder er tilknyttet endnu.' : `${capitalised(danishDepartments(count))} er tilknyttet.`,
    noTeams:
      'Jeg kender ingen teams endnu. Bed ejerne af fagområdernes teams om at tilføje Notatbot, og tryk så på Opdatér.',
    noChannels:
      'Ingen fagområder er tilknyttet endnu, og jeg kender ingen kanaler, de kan svare i. Bed ejerne af fagområdernes teams om at tilføje Notatbot, eller opret kanalerne, og tryk så på Opdatér.',
    wrong: 'Se på dette',
    problem: (problem) => {
      switch (problem.kind) {
        case 'secretariat not reached':
          return `Sekretariatets kanal kan ikke nås: ${danishWhy(problem, 'skriv @Notatbot opsætning i en anden kanal.')}`;
        case 'not reached':
          return `”${problem.name}” kan ikke nås: ${danishWhy(problem, 'vælg en anden kanal med Ret fagområde.')}`;
        case 'left':
          return `${danishAllOf(problem.people)} er ikke længere i teamet, men skal svare for ”${problem.name}”. Vælg ${problem.people.length === 1 ? 'en anden' : 'andre'} med Ret fagområde.`;
        case 'look alike':
          return `”${problem.names[0]}” og ”${problem.names[1]}” ligner hinanden. Giv det ene et tydeligere navn, så ingen svarer det forkerte sted.`;
        case 'no head':
          return `${problem.names.length > NAMED_WITHOUT_HEAD ? capitalised(danishDepartments(problem.names.length)) : danishAllNames(problem.names)} har ingen chef, så alle i ${problem.names.length === 1 ? 'kanalen' : 'deres kanaler'} kan svare. Vælg chefer med Ret fagområde, hvis svar skal godkendes.`;
      }
    },
    moreWrong: (count) =>
      `${capitalised(danishCount(count))} mere vises ikke her. Ret det, der står ovenfor, så kommer resten.`,
    unbound: 'Kanaler, der ikke er tilknyttet',
    bindExplain:
      'Mit forslag til fagområdets navn står først. Fjern fluebenet ved de kanaler, der ikke skal med. Navnet kan rettes bagefter.',
    bindField: 'Kanaler, der skal tilknyttes',
    proposal: (name, place) => `${name} – ${danishPlace(place)}`,
    bind: 'Tilknyt de valgte',
    moreUnbound: (count) =>
      `Yderligere ${danishChannels(count)} er der ikke plads til. Tilknyt dem, der vises, så kommer resten.`,
    withoutProposal: (count) =>
      `${capitalised(danishChannels(count))} har jeg intet navn til. ${count === 1 ? 'Den' : 'De'} kan vælges med Tilføj fagområde.`,
    notOpen: (count) =>
      `${capitalised(danishChannels(count))} er ${count === 1 ? 'privat eller delt' : 'private eller delte'}. Jeg kan kun skrive i et teams almindelige kanaler.`,
    departments: 'Fagområder i notatets rækkefølge',
    place: danishPlace,
    heads: (people) =>
      people.length === 0 ? 'ingen chef' : `${people.length === 1 ? 'chef' : 'chefer'}: ${danishAllOf(people)}`,
    deputies: (people) => `${people.length === 1 ? 'stedfortræder' : 'stedfortrædere'}: ${danishAllOf(people)}`,
    director: ({ name }) => `direktør: ${name}`,
    notReached: 'kan ikke nås',
    moreDepartments: (count) =>
      `${capitalised(danishDepartments(count))} mere er der ikke plads til her. Du kan vælge dem på listen nedenfor.`,
    department: 'Fagområde',
    chooseOne: 'Vælg et fagområde',
    choosePlace: 'Vælg en plads',
    tooManyToList: (count) =>
      `${capitalised(danishDepartments(count))} er der ikke plads til på ét kort. Ret dem i deres egne kanaler; skriv @Notatbot hjælp dér.`,
    edit: 'Ret fagområde …',
    add: 'Tilføj fagområde …',
    reorder: 'Flyt i rækkefølgen',
    after: 'Flyt det valgte fagområde, så det står efter',
    first: 'Øverst i notatet',
    move: 'Flyt',
    sort: 'Sortér efter navn',
    newRound: 'Ny runde',
    refresh: 'Opdatér',
    back: 'Tilbage til opsætningen',
    chooseDepartment: 'Vælg et fagområde på listen først.',
    choosePlaceFirst: 'Vælg først, hvor fagområdet skal stå.',
    chooseChannels: 'Sæt flueben ved mindst én kanal først.',
    notTold: (teams) =>
      `${capitalised(danishCount(teams))} ${teams === 1 ? 'team svarede' : 'teams svarede'} ikke, så det, der vises om ${teams === 1 ? 'det' : 'dem'}, kan være gammelt.`,
    bound: (count) => `${capitalised(danishChannels(count))} er tilknyttet.`,
    notBound: (name, why) => `”${name}” blev ikke tilknyttet, fordi ${DANISH_WHY_NOT[why]}.`,
    tooManyAtOnce: (max) => `Vælg højst ${danishChannels(max)} ad gangen. Intet er ændret.`,
    boundMeanwhile: (count) =>
      `${capitalised(danishChannels(count))} var tilknyttet i mellemtiden eller findes ikke længere.`,
    saved: (name) => `”${name}” er gemt.`,
    added: (name) => `”${name}” er tilføjet.`,
    retired: (name) => `”${name}” er nedlagt og bliver ikke spurgt i nye runder.`,
    moved: 'Rækkefølgen er ændret. Den gælder fra næste runde.',
    sorted: 'Fagområderne er sorteret efter navn. Det gælder fra næste runde.',
    gone: 'Fagområdet findes ikke længere. Intet er ændret.',
    placeQuestion: () => ({
      heading: 'Skal denne kanal være sekretariatets?',
      text: 'Her startes runder, og her kommer notatet. Alle i teamet undtagen gæster kan starte runder, indtil nogen er valgt som sekretær. Bagefter vises opsætningen, hvor fagområderne tilknyttes.',
    }),
    placeHere: 'Gør denne kanal til sekretariatets',
    where: (channel) => ({
      heading: 'Opsætningen er i sekretariatets kanal',
      text:
        channel === undefined
          ? 'Skriv @Notatbot opsætning i sekretariatets kanal.'
          : `Sekretariatets kanal er ${channel}. Skriv @Notatbot opsætning dér.`,
    }),
    noSecretariat: () => ({
      heading: 'Der er ikke noget sekretariat endnu',
      text: 'En administrator begynder med at skrive @Notatbot opsætning i den kanal, der skal være sekretariatets.',
    }),
  },

  en: {
    heading: 'Set-up',
    intro: (count) =>
      count === 0
        ? 'No departments are registered yet.'
        : `${capitalised(englishDepartments(count))} ${count === 1 ? 'is' : 'are'} registered.`,
    noTeams:
      'I know of no teams yet. Ask the owners of the departments’ teams to add Notatbot, and then press Refresh.',
    noChannels:
      'No departments are registered yet, and I know of no channels in which they can reply. Ask the owners of the departments’ teams to add Notatbot, or create the channels, and then press Refresh.',
    wrong: 'Look at this',
    problem: (problem) => {
      switch (problem.kind) {
        case 'secretariat not reached':
          return `The secretariat’s channel cannot be reached: ${englishWhy(problem, 'write @Notatbot setup in another channel.')}`;
        case 'not reached':
          return `“${problem.name}” cannot be reached: ${englishWhy(problem, 'choose another channel with Change department.')}`;
        case 'left':
          return `${englishAllOf(problem.people)} ${problem.people.length === 1 ? 'is' : 'are'} no longer in the team, but ${problem.people.length === 1 ? 'is' : 'are'} to reply for “${problem.name}”. Choose someone else with Change department.`;
        case 'look alike':
          return `“${problem.names[0]}” and “${problem.names[1]}” look alike. Give one of them a clearer name, so that nobody answers in the wrong place.`;
        case 'no head':
          return `${problem.names.length > NAMED_WITHOUT_HEAD ? capitalised(englishDepartments(problem.names.length)) : englishAllNames(problem.names)} ${problem.names.length === 1 ? 'has' : 'have'} no head, so anyone in ${problem.names.length === 1 ? 'the channel' : 'their channels'} may reply. Choose heads with Change department if replies are to be approved.`;
      }
    },
    moreWrong: (count) =>
      `${capitalised(englishCount(count))} more ${count === 1 ? 'is' : 'are'} not shown here. Put the above right to see the rest.`,
    unbound: 'Channels that are not registered',
    bindExplain:
      'My suggestion for the department’s name comes first. Untick the channels that are not to be registered. Names can be changed afterwards.',
    bindField: 'Channels to register',
    proposal: (name, place) => `${name} – ${englishPlace(place)}`,
    bind: 'Register those chosen',
    moreUnbound: (count) =>
      `There is no room for ${englishCount(count)} more ${count === 1 ? 'channel' : 'channels'}. Register those shown to see the rest.`,
    withoutProposal: (count) =>
      `I have no name for ${englishChannels(count)}. Choose ${count === 1 ? 'it' : 'them'} with Add department.`,
    notOpen: (count) =>
      `${capitalised(englishChannels(count))} ${count === 1 ? 'is' : 'are'} private or shared. I can write only in a team’s standard channels.`,
    departments: 'Departments in the order of the notat',
    place: englishPlace,
    heads: (people) =>
      people.length === 0 ? 'no head' : `${people.length === 1 ? 'head' : 'heads'}: ${englishAllOf(people)}`,
    deputies: (people) => `${people.length === 1 ? 'deputy' : 'deputies'}: ${englishAllOf(people)}`,
    director: ({ name }) => `director: ${name}`,
    notReached: 'cannot be reached',
    moreDepartments: (count) =>
      `There is no room here for ${englishCount(count)} more ${count === 1 ? 'department' : 'departments'}. You can choose them in the list below.`,
    department: 'Department',
    chooseOne: 'Choose a department',
    choosePlace: 'Choose a place',
    tooManyToList: (count) =>
      `There is no room for ${englishDepartments(count)} on one card. Change them in their own channels; write @Notatbot help there.`,
    edit: 'Change department …',
    add: 'Add department …',
    reorder: 'Move in the order',
    after: 'Move the chosen department so that it comes after',
    first: 'First in the notat',
    move: 'Move',
    sort: 'Sort by name',
    newRound: 'New round',
    refresh: 'Refresh',
    back: 'Back to the set-up',
    chooseDepartment: 'Choose a department in the list first.',
    choosePlaceFirst: 'Choose first where the department is to stand.',
    chooseChannels: 'Tick at least one channel first.',
    notTold: (teams) =>
      `${capitalised(englishCount(teams))} ${teams === 1 ? 'team' : 'teams'} did not answer, so what is shown of ${teams === 1 ? 'it' : 'them'} may be old.`,
    bound: (count) => `${capitalised(englishChannels(count))} ${count === 1 ? 'is' : 'are'} registered.`,
    notBound: (name, why) => `“${name}” was not registered, because ${ENGLISH_WHY_NOT[why]}.`,
    tooManyAtOnce: (max) => `Choose at most ${englishChannels(max)} at a time. Nothing has changed.`,
    boundMeanwhile: (count) =>
      `${capitalised(englishChannels(count))} had been registered in the meantime or ${count === 1 ? 'is' : 'are'} no longer there.`,
    saved: (name) => `“${name}” is saved.`,
    added: (name) => `“${name}” is added.`,
    retired: (name) => `“${name}” is retired and will not be asked in new rounds.`,
    moved: 'The order is changed, from the next round on.',
    sorted: 'The departments are sorted by name, from the next round on.',
    gone: 'The department is no longer there. Nothing has changed.',
    placeQuestion: () => ({
      heading: 'Is this channel to be the secretariat’s?',
      text: 'Rounds are started here, and the notat comes here. Everyone in the team except guests can start rounds until someone is named as secretary. The set-up comes next, where the departments are registered.',
    }),
    placeHere: 'Make this the secretariat’s channel',
    where: (channel) => ({
      heading: 'The set-up is in the secretariat’s channel',
      text:
        channel === undefined
          ? 'Write @Notatbot setup in the secretariat’s channel.'
          : `The secretariat’s channel is ${channel}. Write @Notatbot setup there.`,
    }),
    noSecretariat: () => ({
      heading: 'There is no secretariat yet',
      text: 'An administrator begins by writing @Notatbot setup in the channel that is to be the secretariat’s.',
    }),
  },
};

function danishPlace({ channel, team, isFirst }: PlaceName): string {
  const name = channel ?? (isFirst ? 'Generelt' : 'en kanal uden kendt navn');
  return team === undefined ? name : `${name} i ${team}`;
}

function englishPlace({ channel, team, isFirst }: PlaceName): string {
  const name = channel ?? (isFirst ? 'General' : 'a channel whose name is not known');
  return team === undefined ? name : `${name} in ${team}`;
}

/** `én kanal`, `12 kanaler` */
function danishChannels(count: number): string {
  return `${danishCount(count, 'common')} ${count === 1 ? 'kanal' : 'kanaler'}`;
}

/** `one channel`, `12 channels` */
function englishChannels(count: number): string {
  return `${englishCount(count)} ${count === 1 ? 'channel' : 'channels'}`;
}

interface NotReached {
  readonly why: WhyNotReached;
  readonly team: string | undefined;
}

/** @param another what to do instead */
function danishWhy({ why, team }: NotReached, another: string): string {
  const theTeam = team === undefined ? 'teamet' : `teamet ${team}`;
  switch (why) {
    case 'bot removed':
      return `Notatbot er fjernet fra ${theTeam}. Bed en ejer af teamet om at tilføje Notatbot igen, eller ${another}`;
    case 'archived':
      return `${capitalised(theTeam)} er arkiveret. Bed en ejer af teamet om at gendanne det, eller ${another}`;
    case 'deleted':
      return `${capitalised(theTeam)} er slettet. ${capitalised(another)}`;
    case 'channel deleted':
      return `Kanalen er slettet. Bed en ejer af teamet om at gendanne den, eller ${another}`;
  }
}

/** @param another what to do instead */
function englishWhy({ why, team }: NotReached, another: string): string {
  const theTeam = team === undefined ? 'the team' : `the team ${team}`;
  switch (why) {
    case 'bot removed':
      return `Notatbot has been removed from ${theTeam}. Ask an owner of the team to add Notatbot again, or ${another}`;
    case 'archived':
      return `${theTeam} is archived. Ask an owner of the team to restore it, or ${another}`;
    case 'deleted':
      return `${theTeam} has been deleted. ${capitalised(another)}`;
    case 'channel deleted':
      return `the channel has been deleted. Ask an owner of the team to restore it, or ${another}`;
  }
}

/** `”Dagtilbud” og ”Skole”` */
function danishAllNames(names: readonly string[]): string {
  return danishAllOf(names.map((name) => ({ id: name, name: `”${name}”` })));
}

/** `“Daycare” and “School”` */
function englishAllNames(names: readonly string[]): string {
  return englishAllOf(names.map((name) => ({ id: name, name: `“${name}”` })));
}
