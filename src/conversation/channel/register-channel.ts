import { placeSecretariat } from '../../application/channel/place-secretariat.js';
import type { ChannelAct, LimitedChannel } from '../acts.js';
import { type Answer, toOne } from '../answer.js';
import type { Deps } from '../dependencies.js';
import { type CommandWords, withoutEndMarks } from '../read-command.js';
import { channelCommand } from '../row.js';
import { placingAnswer } from './placing-answer.js';
import { setUpAnswer } from './set-up-answer.js';
import { setUpOrAsk } from './set-up-channel.js';

/** The channel cannot be registered. */
interface Limited {
  readonly kind: 'limited';
  readonly to: LimitedChannel;
}

/** What the channel is registered as. */
type Registration = { readonly kind: 'secretariat' } | { readonly kind: 'department'; readonly name: string };

const REGISTER = /^(?:tilknyt|register)(?: (?<name>.*))?$/iu;
/**
 * The words that people write before the name in a whole sentence: *tilknyt kanalen til fagområdet Skole*. Where no
 * word follows, as in *Fagområde 1*, they are a part of the name.
 */
const BEFORE_NAME =
  /^(?:(?:(?:denne|this|the) )?(?:kanal(?:en)?|channel) (?:til|som|to|as|for) |(?:til|som) )?(?:(?:the )?(?:fagområdet?|department) )?(?=\P{L}?\p{L}{2})/iu;
const QUOTES: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["'", "'"],
  ['”', '”'],
  ['“', '”'],
  ['„', '“'],
  ['„', '”'],
  ['’', '’'],
  ['‘', '’'],
  ['‚', '‘'],
  ['»', '«'],
  ['«', '»'],
  ['›', '‹'],
  ['‹', '›'],
  ['´', '´'],
];
const SECRETARIAT = /^(?:the )?(?:sekretariat(?:et)?|secretariat)$/iu;

/** *tilknyt* with a name registers the channel as a department's, renames its department, or moves a department to it. */
export const registerChannel = channelCommand({
  name: 'channel.register',
  where: ['unregistered', 'department'],
  right: 'set up departments',
  help: ({ register, registerAgain }, place) => (place === 'department' ? registerAgain : register),
  phrases: { da: ['tilknyt'], en: ['register'] },
  wanted: {
    da: [
      'hedder fra|pr|nu DAY|dag NAME',
      'slået|lagt|lægges|slås|fusioneret sammen|med NAME|UNIT hedder|navn',
      'slået|lagt|lægges|slås|fusioneret sammen|med NAME|UNIT hedder|navn vi|afdeling*|fagområde* NAME',
      'skal|vil fremover|nu|gerne hedde|kaldes',
      'vi|kanal*|fagområde*|afdeling* skal|vil fremover|nu hedde|kaldes',
      'vi|kanal*|fagområde*|afdeling* hedder|kaldes nu|fremover|ikke|egentlig|NAME|faktisk|rigtigt',
      'vi|fagområde*|afdeling* skiftet|ændret|skifter|ændrer|fået|får navn',
      'vi|fagområde*|afdeling* skiftet|ændret|skifter|ændrer|fået|får nyt|andet navn',
      'navn* forkert*|stavet|stavefejl|fejl|gammelt|forældet|rett*|ret|ændr*|nyt|skift*|opdater*',
      'navn* på|i|vores forkert*|stavet|stavefejl|fejl|gammelt|forældet|rett*|ret|ændr*|nyt|skift*|opdater* kanal*|fagområde*|afdeling*|vores',
      'omdøb*|navneændr*|navneskift*|nyt navn|kald*|døb*',
      'kald* os|kanal*|fagområde*|afdeling* NAME|fremover|nu',
      'sidder|holder|bor|hører|arbejder til|her|i NAME|UNIT',
      'det er NAME|UNIT her|i|kanal*|der|som',
      'det er|her NAME|UNIT der|som sidder|holder|bor|hører|arbejder|bruger her|til|kanal*',
      'kobl*|tilknyt*|forbind*|knyt*|hæft*|sæt*|registrer*|tilmeld*|opret* kanal*|os|den|team* til|som|på|under NAME|UNIT|DEPARTMENT',
      'kanal* skal|er|bliver|hører|bruges til|for|af|hos|under NAME|UNIT',
      'kanal* NAME|UNIT',
      'kanal* skal|er|bliver|vores være|tilhøre|bruges NAME|UNIT til|for|af',
      'vi skal|vil gerne med|være|deltage|på listen|ROUND|ordning*|her',
      'vi repræsenterer|hedder|kommer|er fra|NAME|UNIT',
      'opret*|tilføj*|tilmeld*|indmeld*|registrer* os|NAME|UNIT|kanal* som|med|til|på|fagområde*|afdeling*|DEPARTMENT',
      'her sidder|holder|bor|er|arbejder NAME|UNIT',
      'dette|det er|her NAME|UNIT kanal*|område*|team*',
      'hedder ikke længere|mere',
      'forbind* kanal*|os',
      'vi hører til|under NAME|UNIT',
      'vi er NAME|UNIT',
      'er vi NAME|UNIT',
      'UNIT sidder|hører|bor|holder her|til',
      'NAME sidder|hører|bor|holder her|til',
      'her er|sidder|holder NAME|UNIT',
      'det her|dette er NAME|UNIT',
      'kanal* for|til|hos NAME|UNIT|os',
      'kanal* er|være|bliver for|til NAME|UNIT',
      'her er|være|skal kanal* for|til NAME|UNIT',
      'skal være|blive kanal* for|til NAME|UNIT',
      'tilføj*|opret*|meld*|kobl*|indmeld* kanal*|os|fagområde*',
      'vil|skal|kan vi|os tilmeldt|kobles|tilknyttes',
      'vi skal|vil|kan kobles|tilknyttes|tilmeldes|registreres',
      'kobl*|slut* os|kanal* på|til',
      'vil vi gerne være med',
      'kanal* hedder|skal hedde',
      'skiftet|ændret navn til',
      'vores navn er',
      'lagt sammen hedder',
      'tilknyt*',
      'tilslut*',
      'tilmeld*',
      'registrer*',
      'koble|kobl|kobles os|på|til|kanal',
      'koble|kobl|kobles os|vi|kanal på|til|sammen',
      'meld* til|ind vi|os|fagområde',
      'tilknyt*|registrer*|tilmeld*|opret*|tilslut* kanal|os|fagområde|vi|vores',
      'kanal er|for|tilhører|hører|bruges|til for|til|hos|hører',
      'denne|her|vores kanal er|for|tilhører',
      'kanal tilhører',
      'vi er fra|fagområde|afdeling',
      'opret* fagområde|kanal|os|afdeling',
      'sæt* op kanal|os|fagområde',
      'hvordan kommer|bliver|kan vi|os|jeg med|på|tilmeldt',
      'navn ret*|ændr*|skift*|udskift*|rediger*|nyt|ny|forkert|andet|stavet|opdater*|omdøb*',
      'hedder nu|fremover|længere|nyt|andet|ikke|rettelig',
      'omdøb*|omdøbes',
      'skifter|skiftet navn',
      'vi hedder',
      'vi være med',
      'kanal ret*|ændr*|skift*|udskift*|rediger* navn',
    ],
    en: [
      'register',
      'connect us|channel|department',
      'channel belongs|is|for',
      'this channel belongs|is|for',
      'rename',
      'change|wrong|new name',
      'called now|not',
      'our name',
      'add us|channel|department',
      'set up channel|us|department',
    ],
  },
  parse: (said) => {
    const registration = parseRegistration(said);
    return registration?.kind === 'department' ? registration : undefined;
  },
  run: async (deps, { name }, act, granted) => limited(act) ?? setUpOrAsk(deps, act, { kind: 'name', name }, granted),
  present: (deps, outcome) => (outcome.kind === 'limited' ? limitedAnswer(deps, outcome) : setUpAnswer(deps, outcome)),
});

/** *tilknyt sekretariatet* makes the channel the secretariat's, or moves the secretariat to it. */
export const registerSecretariat = channelCommand({
  name: 'channel.register-secretariat',
  where: ['unregistered'],
  right: 'place the secretariat',
  help: ({ registerSecretariat: said }) => said,
  phrases: { da: ['tilknyt sekretariatet'], en: ['register the secretariat'] },
  wanted: {
    da: [
      'sekretariat* skal|er|sidder|styrer|styre|bruger|bruge|arbejder|holder her|kanal*|herfra|denne',
      'her|herfra skal|vil|kan sekretariat*|*sekretariat styre|køre|sende|administrere|drive|lede|koordinere',
      'herfra styre|køre|sende|administrere|drive|lede|koordinere|starte ROUND|REPORT|vi|det',
      'her|kanal* styre|køre|sende|administrere|drive|lede|koordinere ROUND|REPORT|vi|det',
      'her|kanal* skal|vil|er sekretariat*|*sekretariat',
      'her|kanal* skal|vil|er styre|køre|administrere|lede|koordinere fra sekretariat*|*sekretariat ROUND|REPORT',
      '*sekretariat her|kanal*|vi|os|denne|dette',
      '*sekretariat her|kanal*|vi|os|denne|dette er|skal|bruge|være|bliver',
      'gør*|brug*|vælg*|udpeg*|sæt*|registrer*|tilknyt*|opret* kanal*|den|her|os|dette som|til *sekretariat',
      'vi er|hører|arbejder *sekretariat',
      'vi|os der|som styrer|kører|koordinerer|udsender|administrerer|står|samler|indsamler ROUND|REPORT|høring*|ANSWER|det|for',
      'kontrolcenter|hovedkanal*|styringskanal*|koordin* kanal*|her|ROUND',
      'os der er|sidder sekretariat*',
      'sekretariat* os|vi er',
      'kanal* er|være|skal|bliver sekretariat*',
      'denne|den|her kanal* er|være|skal|bliver|som sekretariat*',
      'sekretariat* her|sidder|vi|denne|os',
      'sekretariat* kanal er|denne|her|skal|bliver',
      'tilknyt*|registrer*|kobl*|gør*|flyt*|placer*|sæt*|brug*|opret* sekretariat*',
      'sekretariat* kanal gør*|tilknyt*|brug*|flyt*|registrer*',
      'sekretariat* hertil|herover|herind',
      'vi er sekretariatet',
    ],
    en: [
      'secretariat here|channel|we',
      'secretariat channel is|this',
      'register|make|move|connect secretariat',
      'secretariat channel make|register|use',
    ],
  },
  parse: (said) => parseRegistration(said)?.kind === 'secretariat' || undefined,
  run: async (deps, _, act) => limited(act) ?? placeSecretariat(deps, act, () => false),
  present: (deps, outcome) =>
    outcome.kind === 'limited' ? limitedAnswer(deps, outcome) : placingAnswer(deps, outcome),
});

/**
 * A channel that has other people than its team is nobody's: whether the bot can write in it is not certain, and who
 * reads it is not known. The roster's answers about rights are about the team's people.
 */
function limited({ limitedTo }: ChannelAct): Limited | undefined {
  return limitedTo && { kind: 'limited', to: limitedTo };
}

function limitedAnswer({ messages }: Deps, { to }: Limited): Answer {
  return toOne(messages.registration.limited(to));
}

/** Words that point at the channel or at people, and are no name: *tilknyt os venligst*. */
const NO_NAME =
  /^(?:os|mig|den|det|denne|dette|her|kanal|kanalen|us|this|channel)(?: (?:her|kanal|kanalen|channel|tak|venligst|please)){0,3}$/iu;

function parseRegistration({ line }: CommandWords): Registration | undefined {
  const register = REGISTER.exec(line);
  if (register === null) return undefined;
  const written = register.groups?.['name'] ?? '';
  const name = unquoted(withoutFullStop(unquoted(written).replace(BEFORE_NAME, '')));
  if (NO_NAME.test(withoutEndMarks(written))) return undefined;
  return SECRETARIAT.test(withoutEndMarks(name)) || SECRETARIAT.test(withoutEndMarks(written))
    ? { kind: 'secretariat' }
    : { kind: 'department', name };
}

/** Removes the full stop at the end of a sentence, but not the one at the end of an abbreviation such as *m.m.* */
function withoutFullStop(name: string): string {
  return /(?<!\.\p{L}{0,3})[.!]$/u.test(name) ? name.slice(0, -1).trimEnd() : name;
}

function unquoted(name: string): string {
  const pair = QUOTES.find(([opening, closing]) => name.startsWith(opening) && name.endsWith(closing));
  return pair === undefined || name.length < 2 ? name : name.slice(1, -1).trim();
}
