import type { SetupDecision, SetupRequest, SetupWish } from '../../domain/channel/setup-request.js';
import type { Language } from '../../domain/language.js';
import type { Person } from '../../domain/person.js';
import { danishDateTime, englishDateTime } from '../date-words.js';
import { danishAllOf, englishAllOf } from '../joined-names.js';
import type { Notice } from '../notice.js';
import { capitalised, danishCount, englishCount } from '../number-words.js';

/** What is asked and told when a channel is set up: by whoever may do it, and by those who must ask for it. */
export interface SetupWords {
  /** @param rounds how many open rounds wait for the department's answer; at least 1 */
  unregisterQuestion(rounds: number): Notice;
  /** @param rounds how many rounds are open; at least 1 */
  unregisterSecretariatQuestion(rounds: number): Notice;
  readonly unregister: string;
  renameQuestion(present: string, name: string): Notice;
  rename: string;
  moveQuestion(name: string): Notice;
  move: string;
  /** @param channel the name of the secretariat's present channel, where it is known */
  moveSecretariatQuestion(channel: string | undefined): Notice;
  moveSecretariat: string;
  renamed(name: string): Notice;
  moved(name: string): Notice;
  /** @param isTold whether the old channel has been told */
  secretariatMoved(isTold: boolean): Notice;
  /** For the secretariat's old channel. */
  movedAway(channel: string | undefined): Notice;
  asked(): Notice;
  notDelivered(): Notice;
  requestHeading(decision: Pick<SetupDecision, 'isGranted'> | undefined): string;
  /** What a channel wants, with who asked and when. @param department the name of its department now */
  request(request: SetupRequest, department: string | undefined): readonly string[];
  inChannel(channel: string): string;
  decidedBy(decision: SetupDecision): string;
  grant: string;
  decline: string;
  notTold: string;
  gone(): Notice;
  /** What was asked for cannot be done as things are now. */
  notPossible(): Notice;
  /** What the channel that asked is told. */
  answer(request: Pick<SetupRequest, 'about' | 'wanted'>, decision: SetupDecision): Notice;
  /** Says who the secretaries are now; for an empty list, everyone in the team. */
  secretaries(people: readonly Person[]): Notice;
  secretariesWanted(): Notice;
}

export const setupWords: Readonly<Record<Language, SetupWords>> = {
  da: {
    unregisterQuestion: (rounds) => ({
      heading: 'Skal kanalen frakobles?',
      text: `${rounds === 1 ? 'En åben runde venter' : `${capitalised(danishCount(rounds))} åbne runder venter`} på fagområdets svar. Svaret kan stadig sendes fra kortet, men fagområdet kommer ikke med i nye runder. Intet er ændret endnu.`,
    }),
    unregisterSecretariatQuestion: (rounds) => ({
      heading: 'Skal sekretariatets kanal frakobles?',
      text: `${rounds === 1 ? 'En runde er åben' : `${capitalised(danishCount(rounds))} runder er åbne`}. Ingen kan se status, hente notatet eller afslutte, før en administrator har valgt en ny kanal. Intet er ændret endnu.`,
    }),
    unregister: 'Frakobl kanalen',
    renameQuestion: (present, name) => ({
      heading: 'Skal fagområdet have et nyt navn?',
      text: `Kanalen er tilknyttet ”${present}”. Skal fagområdet hedde ”${name}” fra nu af? I runder, der er i gang, beholder det sit gamle navn.`,
    }),
    rename: 'Skift navn',
    moveQuestion: (name) => ({
      heading: 'Skal fagområdet flytte hertil?',
      text: `”${name}” er tilknyttet en anden kanal. Skal fagområdet have sine kort her fra nu af? Runder, der er i gang, fortsætter i den gamle kanal.`,
    }),
    move: 'Flyt fagområdet hertil',
    moveSecretariatQuestion: (channel) => ({
      heading: 'Skal sekretariatet flytte hertil?',
      text: `Sekretariatets kanal er ${channel ?? 'en anden kanal'}. Flytter det hertil, følger sekretærer og runder med, også runder, der er i gang.`,
    }),
    moveSecretariat: 'Flyt sekretariatet hertil',
    renamed: (name) => ({ heading: 'Fagområdet har fået nyt navn', text: `Det hedder nu ”${name}”.` }),
    moved: (name) => ({
      heading: 'Fagområdet er flyttet',
      text: `”${name}” får sine kort her fra nu af. Runder, der er i gang, fortsætter i den gamle kanal.`,
    }),
    secretariatMoved: (isTold) => ({
      heading: 'Kanalen er nu sekretariatets',
      text: `Sekretærer og runder er fulgt med. Skriv @Notatbot status for at se den nyeste runde.${isTold ? '' : ' Den gamle kanal kunne ikke få besked, så sig det selv til dem, der bruger den.'}`,
    }),
    movedAway: (channel) => ({
      heading: 'Sekretariatet er flyttet',
      text: `Runder, status og notat findes nu i ${channel ?? 'en anden kanal'}. Knapperne på kortene her virker ikke længere.`,
    }),
    asked: () => ({
      heading: 'Sekretariatet er spurgt',
      text: 'Det skal sekretariatet godkende. Jeg har skrevet i sekretariatets kanal, og I får besked her.',
    }),
    notDelivered: () => ({
      heading: 'Sekretariatet er ikke spurgt endnu',
      text: 'Det skal sekretariatet godkende, men ønsket kunne ikke vises i sekretariatets kanal. Skriv det igen om lidt.',
    }),
    requestHeading: (decision) => {
      if (decision === undefined) return 'En kanal beder om godkendelse';
      return decision.isGranted ? 'Ønsket er godkendt' : 'Ønsket er afvist';
    },
    request: ({ by, at, wanted }, department) => [
      danishWish(wanted, department),
      ...(wanted.kind === 'name' && department === undefined
        ? ['Har fagområdet allerede en kanal, flytter det fra den.']
        : []),
      `${by.name} bad om det ${danishDateTime(at)}.`,
    ],
    inChannel: (channel) => `Kanal: ${channel}`,
    decidedBy: ({ isGranted, by }) => `${isGranted ? 'Godkendt' : 'Afvist'} af ${by.name}.`,
    grant: 'Godkend',
    decline: 'Afvis',
    notTold: 'Kanalen, der spurgte, kunne ikke få besked.',
    gone: () => ({
      heading: 'Det er allerede afgjort',
      text: 'En anden har godkendt eller afvist det, eller kanalen har bedt om noget nyt. Intet er ændret.',
    }),
    notPossible: () => ({
      heading: 'Det kan ikke godkendes nu',
      text: 'Navnet er optaget af en anden kanal, eller kanalen, der bad om det, er ikke længere tilknyttet som dengang. Intet er ændret. Afvis ønsket, og bed kanalen om at skrive det igen.',
    }),
    answer: (request, { isGranted, by }) => ({
      heading: isGranted ? 'Sekretariatet har godkendt ønsket' : 'Sekretariatet har afvist ønsket',
      text: isGranted
        ? `${by.name} har godkendt ønsket: ${danishQuotation(request)}.`
        : `${by.name} har afvist ønsket: ${danishQuotation(request)}. Spørg sekretariatet, hvis I vil vide hvorfor.`,
    }),
    secretaries: (people) =>
      people.length === 0
        ? {
            heading: 'Der er ikke valgt sekretærer',
            text: 'Alle i sekretariatets team undtagen gæster kan nu starte og afslutte runder, tilknytte fagområder og vælge chefer.',
          }
        : {
            heading: people.length === 1 ? 'Sekretæren er valgt' : 'Sekretærerne er valgt',
            text: `${danishAllOf(people)} kan starte og afslutte runder, tilknytte fagområder og vælge chefer. Ingen andre kan starte eller afslutte runder.`,
          },
    secretariesWanted: () => ({
      heading: 'Hvem er sekretær?',
      text: 'Skriv @Notatbot sekretær, og nævn derefter den eller dem, der skal starte og afslutte runder, med @ og navn. Skriv @Notatbot sekretær ingen, hvis alle i teamet undtagen gæster må.',
    }),
  },

  en: {
    unregisterQuestion: (rounds) => ({
      heading: 'Unregister the channel?',
      text: `${rounds === 1 ? 'One open round is waiting' : `${capitalised(englishCount(rounds))} open rounds are waiting`} for the department’s reply. It can still be sent from the card, but the department will not be in new rounds. Nothing has changed yet.`,
    }),
    unregisterSecretariatQuestion: (rounds) => ({
      heading: 'Unregister the secretariat’s channel?',
      text: `${rounds === 1 ? 'One round is open' : `${capitalised(englishCount(rounds))} rounds are open`}. Nobody can see the status, get the notat or close before an administrator has chosen a new channel. Nothing has changed yet.`,
    }),
    unregister: 'Unregister the channel',
    renameQuestion: (present, name) => ({
      heading: 'Is the department to have a new name?',
      text: `The channel is registered for “${present}”. Is the department to be called “${name}” from now on? Rounds under way keep the old name.`,
    }),
    rename: 'Change the name',
    moveQuestion: (name) => ({
      heading: 'Is the department to move here?',
      text: `“${name}” is registered in another channel. Is the department to get its cards here from now on? Rounds under way go on in the old channel.`,
    }),
    move: 'Move the department here',
    moveSecretariatQuestion: (channel) => ({
      heading: 'Is the secretariat to move here?',
      text: `The secretariat’s channel is ${channel ?? 'another one'}. If it moves here, its secretaries and rounds move along, rounds under way too.`,
    }),
    moveSecretariat: 'Move the secretariat here',
    renamed: (name) => ({ heading: 'The department has a new name', text: `It is now called “${name}”.` }),
    moved: (name) => ({
      heading: 'The department has moved',
      text: `“${name}” gets its cards here from now on. Rounds under way go on in the old channel.`,
    }),
    secretariatMoved: (isTold) => ({
      heading: 'The channel is now the secretariat’s',
      text: `Its secretaries and rounds have moved along. Write @Notatbot status to see the newest round.${isTold ? '' : ' The old channel could not be told, so tell those who use it yourself.'}`,
    }),
    movedAway: (channel) => ({
      heading: 'The secretariat has moved',
      text: `Rounds, status and notat are now in ${channel ?? 'another channel'}. The buttons on the cards here no longer work.`,
    }),
    asked: () => ({
      heading: 'The secretariat has been asked',
      text: 'The secretariat must approve that. I have written in the secretariat’s channel, and you will be told here.',
    }),
    notDelivered: () => ({
      heading: 'The secretariat has not been asked yet',
      text: 'The secretariat must approve that, but the request could not be shown in its channel. Write it again in a moment.',
    }),
    requestHeading: (decision) => {
      if (decision === undefined) return 'A channel asks for approval';
      return decision.isGranted ? 'The request is approved' : 'The request is declined';
    },
    request: ({ by, at, wanted }, department) => [
      englishWish(wanted, department),
      ...(wanted.kind === 'name' && department === undefined
        ? ['If the department has a channel already, it moves from there.']
        : []),
      `${by.name} asked for it on ${englishDateTime(at)}.`,
    ],
    inChannel: (channel) => `Channel: ${channel}`,
    decidedBy: ({ isGranted, by }) => `${isGranted ? 'Approved' : 'Declined'} by ${by.name}.`,
    grant: 'Approve',
    decline: 'Decline',
    notTold: 'The channel that asked could not be told.',
    gone: () => ({
      heading: 'That has been decided already',
      text: 'Someone else has approved or declined it, or the channel has asked for something new. Nothing has changed.',
    }),
    notPossible: () => ({
      heading: 'That cannot be approved now',
      text: 'Another channel has the name, or the channel that asked is no longer registered as it was. Nothing has changed. Decline the request, and ask the channel to write it again.',
    }),
    answer: (request, { isGranted, by }) => ({
      heading: isGranted ? 'The secretariat has approved the request' : 'The secretariat has declined the request',
      text: isGranted
        ? `${by.name} has approved the request: ${englishQuotation(request)}.`
        : `${by.name} has declined the request: ${englishQuotation(request)}. Ask the secretariat if you want to know why.`,
    }),
    secretaries: (people) =>
      people.length === 0
        ? {
            heading: 'No secretaries are named',
            text: 'Everyone in the secretariat’s team except guests can now start and close rounds, register departments and name heads.',
          }
        : {
            heading: people.length === 1 ? 'The secretary is named' : 'The secretaries are named',
            text: `${englishAllOf(people)} can start and close rounds, register departments and name heads. Nobody else can start or close rounds.`,
          },
    secretariesWanted: () => ({
      heading: 'Who is a secretary?',
      text: 'Write @Notatbot secretary, and then mention those who are to start and close rounds with @ and their name. Write @Notatbot secretary none if everyone in the team except guests may.',
    }),
  },
};

/**
 * @param department the name of the channel's department, where it has one and the sentence is to name it
 * @param quoted puts marks around a name. Inside a quotation, they are other marks.
 */
function danishWish(wanted: SetupWish, department: string | undefined, quoted = danishQuoted): string {
  const who = department === undefined ? 'Kanalens fagområde' : `Fagområdet ${quoted(department)}`;
  const whose = department === undefined ? 'kanalens fagområde' : `fagområdet ${quoted(department)}`;
  switch (wanted.kind) {
    case 'name':
      return isNew(wanted.name, department)
        ? `${who} skal hedde ${quoted(wanted.name)}.`
        : `Kanalen skal tilknyttes fagområdet ${quoted(wanted.name)}.`;
    case 'unregister':
      return `${who} skal ikke længere være tilknyttet kanalen.`;
    case 'heads':
      return wanted.people.length === 0
        ? `${who} skal ikke have nogen chef, så alle i kanalen kan svare.`
        : `${danishAllOf(wanted.people)} skal være ${wanted.people.length === 1 ? 'chef' : 'chefer'} for ${whose}.`;
    case 'deputies':
      return wanted.people.length === 0
        ? `${who} skal ikke have nogen stedfortræder.`
        : `${danishAllOf(wanted.people)} skal være ${wanted.people.length === 1 ? 'stedfortræder' : 'stedfortrædere'} for chefen i ${whose}.`;
    case 'director':
      return wanted.people.length === 0
        ? `${who} skal ikke have nogen direktør.`
        : `${danishAllOf(wanted.people)} skal være direktør for ${whose}.`;
  }
}

/** The parameters are as for `danishWish`. */
function englishWish(wanted: SetupWish, department: string | undefined, quoted = englishQuoted): string {
  const who = department === undefined ? 'The channel’s department' : `The department ${quoted(department)}`;
  const whose = department === undefined ? 'the channel’s department' : `the department ${quoted(department)}`;
  switch (wanted.kind) {
    case 'name':
      return isNew(wanted.name, department)
        ? `${who} is to be called ${quoted(wanted.name)}.`
        : `The channel is to be registered for the department ${quoted(wanted.name)}.`;
    case 'unregister':
      return `${who} is no longer to be registered in the channel.`;
    case 'heads':
      return wanted.people.length === 0
        ? `${who} is to have no head, so that everyone in the channel can reply.`
        : `${englishAllOf(wanted.people)} ${wanted.people.length === 1 ? 'is to be head' : 'are to be heads'} of ${whose}.`;
    case 'deputies':
      return wanted.people.length === 0
        ? `${who} is to have no deputy.`
        : `${englishAllOf(wanted.people)} ${wanted.people.length === 1 ? 'is to be deputy' : 'are to be deputies'} for the head of ${whose}.`;
    case 'director':
      return wanted.people.length === 0
        ? `${who} is to have no director.`
        : `${englishAllOf(wanted.people)} is to be director of ${whose}.`;
  }
}

/** Once it has been granted, the department has the name already. */
function isNew(name: string, department: string | undefined): boolean {
  return department !== undefined && department !== name;
}

/** The wish in the words of the request, so that nobody reads what was declined as what is now true. */
function danishQuotation({ about, wanted }: Pick<SetupRequest, 'about' | 'wanted'>): string {
  return danishQuoted(withoutStop(danishWish(wanted, about?.name, (name) => `’${name}’`)));
}

function englishQuotation({ about, wanted }: Pick<SetupRequest, 'about' | 'wanted'>): string {
  return englishQuoted(withoutStop(englishWish(wanted, about?.name, (name) => `‘${name}’`)));
}

function danishQuoted(words: string): string {
  return `”${words}”`;
}

function englishQuoted(words: string): string {
  return `“${words}”`;
}

/** The stop comes after the quotation's mark. */
function withoutStop(sentence: string): string {
  return sentence.slice(0, -1);
}
