import { COMMAND_MAX } from '../../domain/limits.js';
import { isTypoOf, stemOf } from './alike.js';
import { kindsOfTelling } from './telling.js';
import { wordsOf } from './word-groups.js';

/** One word of a sentence. */
export interface SpokenWord {
  /** In lower case. *ae*, *oe* and *aa* are one letter, because both spellings are written. */
  readonly word: string;
  readonly stem: string;
  /** Which part of the message it is in. Commas, full stops and words such as *men* begin another part. */
  readonly part: number;
  /** Whether it says something of its own: no small word, no name, no day, no number. */
  readonly isContent: boolean;
  readonly isName: boolean;
  /** A day, a month, or a number. */
  readonly isDay: boolean;
  /** Whether *ikke* only says who or what is meant, as in *dem der ikke har svaret*, and denies nothing else. */
  readonly isAside?: boolean;
}

/** What somebody wrote, as words. */
export interface Spoken {
  readonly words: readonly SpokenWord[];
  /** The parts in which something is asked for: a question, or a request. */
  readonly asking: ReadonlySet<number>;
  /** The parts that say what should be, without asking for it: *runden kan lukkes*. */
  readonly wishing: ReadonlySet<number>;
  /** The parts that only tell what has been done, or what may be. */
  readonly telling: ReadonlySet<number>;
}

/** What every word that says no becomes. */
export const NOT = 'ikke';

/** No sentence that is meant for a bot is longer. Our choice. */
const WORDS_MAX = 40;

const NEGATIONS = words(
  'ikke aldrig ej ingen undlad stop stoppe vent annuller not dont never wont cant cannot doesnt isnt havent hasnt arent wait',
);
/** *lad være*, *hold op*: two words that say no together. */
const TWO_WORD_NEGATIONS = [
  'lad være',
  'lade være',
  'hold op',
  'holde op',
  'hold off',
  'først når',
  'først efter',
  'venter med',
  'vente med',
  'venter lige',
  'vente lige',
  'udskyder at',
];

/** A verb, then one of `SUBJECTS`, and *ikke*: *kan du ikke sende …* asks for it politely. */
const AUXILIARIES = words(
  'kan kunne må måtte vil ville skal skulle gider mon bør can could may might will would shall should do',
);
const SUBJECTS = words('jeg du vi i man we i you one somebody');
const NO_ONE_WHO = words('der som har af endnu andre');
const POLITE_NOT = words('cant couldnt wont wouldnt dont');

/** What people ask with. */
const QUESTION_WORDS = words(
  'hvad hvem hvor hvordan hvornår hvorfor hvilken hvilket hvilke hvorledes hva what when where which who how why whos whats',
);
const VERBS_FIRST = words(
  'er var har kan kunne må skal vil mangler blev får fik ligger findes kommer mon sender viser gider rykker is are was has have did do does can could may will would',
);
const SUBJECTS_NEXT = words(
  'jeg du vi i de man nogen alle der det den vores jeres fristen svaret rapporten runden notatet planen you we they there it the our your i someone anyone',
);
/** What people ask for something with, at the beginning of a part. */
const IMPERATIVES = words(
  [
    'send vis giv hent lav luk afslut start opret ryk generer dan hold giv stands puf prik skub husk lad vælg download upload skriv list flyt ret skift ændr tilføj tilfoej fjern slet find sæt gør skriv fortæl forklar prøv test kom print udskriv mind',
    'påmind tjek check byg saml generer åbn forlæng udskyd udsæt rediger brug fremsend hjælp opsæt tilknyt registrer kobl meld nulstil planlæg igangsæt begynd færdiggør',
    'give show tell get fetch make close start open create remind nudge move change set add remove delete find write send explain help extend postpone let lets please use register connect run try test end finish',
  ].join(' '),
);
/** *jeg vil gerne*, *vi skal have*: the person wants something. */
const WANTING = [
  'jeg vil gerne',
  'jeg skal bruge',
  'jeg skal have',
  'jeg ønsker',
  'jeg vil se',
  'jeg vil have',
  'jeg skal se',
  'jeg mangler',
  'jeg har brug',
  'vi skal have',
  'vi skal bruge',
  'vi vil gerne',
  'vi ønsker',
  'vi har brug',
  'vi vil have',
  'vi skal i gang',
  'vi skal til',
  'vi skal starte',
  'jeg skal starte',
  'jeg vil starte',
  'jeg skal lave',
  'jeg vil lave',
  'lad os',
  'jeg kunne godt',
  'vi kunne godt',
  'du må gerne',
  'du må godt',
  'vær venlig',
  'vær sød',
  'vær rar',
  'vær så venlig',
  'venligst',
  'gad vide',
  'er det muligt',
  'jeg søger',
  'jeg leder efter',
  'jeg savner',
  'jeg trænger',
  'jeg behøver',
  'vi behøver',
  'vi søger',
  'vi må have',
  'jeg må have',
  'jeg har lovet',
  'vi har lovet',
  'må lige have',
  'skal lige have',
  'skal lige bruge',
  'jeg tænkte på',
  'det er tid',
  'så er det tid',
  'nu skal',
  'tid til',
  'i need',
  'we need',
  'i want',
  'we want',
  'id like',
  'i would like',
  'we would like',
  'let us',
  'time to',
  'i must',
  'we must',
]; // prettier-ignore

/** *vi vil ikke have*, *jeg vil hellere*: a person, a verb, and one of the two words after it. */
const WANTERS = words('jeg vi');
const WANTS = words('vil skal ønsker kunne må');
const WANTED = words('gerne hellere helst have bruge se bare kun');

/** Greetings and thanks. What follows them begins the sentence. */
const COURTESY = words(
  'hej hejsa hello hi hey goddag godmorgen godaften davs dav kære dear notatbot bot botten robot tak tusind mange mvh hilsen venlig venligst please thanks thank you kh ok okay oki super fint perfekt fedt glimrende herligt dejligt godt plz pls jamen undskyld sorry øh hmm altså nå jo ja så nu da og men mon lige and so',
);

/** Small words, which say nothing of their own, and words for asking. */
const SMALL = words(
  [
    'jeg du vi i man os mig dig jer det den de der her dette denne disse en et er var bliver blive blevet blev har have haft havde får få fået fik kan kunne må måtte skal skulle vil ville gerne',
    'lige på til for af fra med om ved at som så nu da jo også og eller men bare lidt meget stadig endnu allerede igen snart hvis når hvad hvem hvor hvordan hvornår hvorfor hvilken hvilket hvilke',
    'ja nej ok nok mon ret helt hele alle alt noget nogen nogle min mit mine din dit dine vores jeres deres hans hendes sin sit sig selv frem op ud ned ind over under hen henne hos inden efter før siden',
    'dag idag morgen aften uge ugen gang eneste derfor ellers heller både godt rigtig virkelig hurtigt hurtig faktisk egentlig egentligt måske sådan altid netop præcis ligesom også dog endelig',
    'vis vise viser se ses set send sende sender giv give hent hente lav lave laver finde find finder findes ligger fortæl fortælle sig sige kigge kig tjek tjekke check bruge brug ønsker ønske brug behov behøver quick',
    'gider godt venligst please kunne muligt mulighed mulig nemlig hjælpe ting nyeste seneste aktuelle chatten chat nogensinde hva plejer synes tror håber sikker tænkte gerne skynd straks hurtigst asap nødt nede herfra herinde stand mening meningen kommune kommunen henne stillet',
    'a an the is are was be been am do does did have has had can could may might will would shall should i you we they he she it me us them my your our their this that these those to of in on at for from by with about',
    'and or but so if when what who where which how why please just still yet already again now then all any some here there let lets us get show see give tell send want need like right up out again id im whats whos thanks thank',
  ].join(' '),
);

/** A word of a pattern, where *ikke* and *not* stand for every word that says no. */
export function comparedForm(word: string): string {
  return word === 'not' ? NOT : spokenForm(word);
}

/** Whether a word is only politeness. */
export function isCourtesy(word: string): boolean {
  return COURTESY.has(word);
}

/** Whether a word says nothing of its own, so that it counts for less. */
export function isSmall(word: string): boolean {
  return SMALL.has(word) || COURTESY.has(word) || word === NOT;
}

/** What is said beside a command without making it another: days, months and numbers in words. */
const DAYS = words(
  [
    'mandag tirsdag onsdag torsdag fredag lørdag søndag januar februar marts april maj juni juli august september oktober november december jul julen påske påsken pinse nytår årsskiftet ferie ferien vinterferien sommerferien efterårsferien juleferien påskeferien weekenden weekend middag frokost ultimo primo medio',
    'monday tuesday wednesday thursday friday saturday sunday january february march may june july october next week weeks day days uge uger dage måned måneder to tre fire fem par næste kommende kl klokken',
  ].join(' '),
);

/** @param line the message as one clean line @returns undefined for a message that is too long to be said to a bot */
export function spokenWords(line: string): Spoken | undefined {
  if (line.length > COMMAND_MAX) return undefined;
  const pieces = [
    ...withoutPoliteness(line)
      .replace(IT_WOULD_BE, 'jeg vil gerne have')
      .matchAll(/[\p{L}\p{N}'’´-]+|[&.,;:!?()–—]/gu),
  ].map(([piece]) => piece);
  if (pieces.length > 2 * WORDS_MAX) return undefined;
  const words: SpokenWord[] = [];
  const asking = new Set<number>();
  let part = 0;
  let sentenceStart = 0;
  let isFirst = true;
  for (const [at, piece] of pieces.entries()) {
    if (/^[.,;:!?()–—]$/u.test(piece)) {
      // A question mark asks for what stands before it in the same sentence.
      if (piece === '?') for (let each = sentenceStart; each <= part; each += 1) asking.add(each);
      part += 1;
      if (/[.!?]/u.test(piece)) {
        sentenceStart = part;
        isFirst = true;
      }
      continue;
    }
    if (piece === '&') continue;
    for (const each of piece.split('-')) {
      const form = spokenForm(each);
      const word = AS_SPOKEN.get(form) ?? withoutTypo(form);
      if (word === '') continue;
      if (BEGINS_PART.has(word) && words.at(-1)?.part === part) part += 1;
      const isName = (isCapitalised(each) && (!isFirst || beginsName(pieces, at))) || isAreaOfWork(word);
      const isContent = !isName && !/^\p{N}/u.test(each) && !SMALL.has(word) && !COURTESY.has(word) && !DAYS.has(word);
      const isDay = DAYS.has(word) || /^\p{N}/u.test(each);
      words.push({ word, stem: stemOf(word), part, isContent, isName, isDay });
      isFirst = false;
    }
  }
  if (words.length > WORDS_MAX) return undefined;
  const said = withNegations(words);
  const parts = Array.from({ length: part + 1 }, (_, each) => said.filter((word) => word.part === each));
  const asksItself = new Set<number>();
  for (const [each, its] of parts.entries()) if (asksIn(its)) asksItself.add(each);
  for (const each of asksItself) asking.add(each);
  const wishing = new Set([...parts.keys()].filter((each) => wishesIn(parts[each] ?? [])));
  const kinds = kindsOfTelling(parts, asking, asksItself);
  return {
    words: said
      .map((word, at) => (describes(said, at, asking) ? { ...word, isAside: true } : word))
      .filter((word) => kinds[word.part] !== 'remark'),
    asking,
    wishing,
    telling: new Set([...kinds.keys()].filter((each) => kinds[each] === 'telling')),
  };
}

/** What asks politely, and is no condition: *hvis det er muligt*, *når du får tid*. */
const POLITENESS = [
  'hvis det er muligt',
  'hvis muligt',
  'hvis det er ok',
  'hvis det er okay',
  'hvis det går',
  'hvis det passer',
  'hvis du kan',
  'hvis du vil',
  'hvis du har tid',
  'hvis du gider',
  'hvis du vil være sød',
  'hvis det kan lade sig gøre',
  'hvis det kan lade sig',
  'når du har tid',
  'når du får tid',
  'når det passer dig',
  'om muligt',
  'if possible',
  'if you can',
  'when you have time',
];

function withoutPoliteness(line: string): string {
  const lower = line.toLocaleLowerCase('da');
  // A letter that has another length in lower case would move what follows it.
  if (lower.length !== line.length) return line;
  const found = POLITENESS.toSorted((one, other) => other.length - one.length).find((each) =>
    ` ${lower} `.includes(` ${each}`),
  );
  if (found === undefined) return line;
  const at = lower.indexOf(found);
  return `${line.slice(0, at)}${line.slice(at + found.length)}`;
}

/** *det ville være rart hvis de kunne få …* is a wish. */
const IT_WOULD_BE =
  /(?<![\p{L}])(?:det )?(?:ville|kunne|vil|kan) (?:det )?(?:da |jo |også |nu )?være (?:så |meget |rigtig |virkelig )?(?:rart|dejligt|godt|fint|fedt|smart|skønt|lækkert|bedst|bedre|nemmere|en hjælp|en fordel|perfekt|super)(?: hvis| at| om| med| når)/iu;

/** How people write what they say. */
const AS_SPOKEN: ReadonlyMap<string, string> = new Map([
  ['hva', 'hvad'],
  ['ik', 'ikke'],
  ['ikk', 'ikke'],
  ['ka', 'kan'],
  ['ku', 'kunne'],
  ['sku', 'skulle'],
  ['notæt', 'notat'],
  ['mgl', 'mangler'],
  ...['hvm', 'hvme', 'hven', 'hvemm', 'vem'].map((each) => [each, 'hvem'] as const),
  ...['hvd', 'hvda', 'hvaf', 'vad'].map((each) => [each, 'hvad'] as const),
  ...['hvro', 'hovr', 'vor'].map((each) => [each, 'hvor'] as const),
]);

/** Small words that a sentence is understood by, and that are long enough to have a mistake in. */
const MENDED = [
  'hvornår',
  'hvordan',
  'hvorfor',
  'hvilken',
  'hvilket',
  'hvilke',
  'mangler',
  'gerne',
  'kunne',
  'ville',
  'skulle',
  'senest',
  'stadig',
  'nogen',
  'mange',
  'allerede',
  'hellere',
];

function withoutTypo(word: string): string {
  if (SMALL.has(word) || COURTESY.has(word) || isAreaOfWork(word)) return word;
  return MENDED.find((each) => word[0] === each[0] && isTypoOf(word, each)) ?? word;
}

function isCapitalised(word: string): boolean {
  return /^\p{Lu}\p{L}*$/u.test(word) && word !== 'I' && !/^\p{Lu}+$/u.test(word);
}

/** What follows a name at the beginning of a sentence: *Lene er ny chef*, where *Runden er* has a word of the rows. */
const AFTER_NAME = words(
  'er har skal kan vil må bliver stopper overtager hedder afløser går godkender svarer mangler beder og and is has will',
);
const NO_NAMES =
  /^(?:.*notat|skabel|.*rapport|beretn|redegør|.*svar|.*frist|deadline|.*runde|høring|status|plan|rykker|påmind|fil|dokument|udkast|hjælp|besked|chef|leder|.*direktør|stedfor|sekret|kanal|afdeling|områd|fagområd|forvalt|bot|alt|alle|kommun|logo)/u;

const NAMES_LIKE_THINGS = words(
  'karen kirsten jørgen søren torben morten carsten karsten ellen iben maren espen steen',
);

/** Whether a word is the first of a message's name, as in *Kultur og Fritid*, *Mette Holm* and *Lene er ny chef*. */
function beginsName(pieces: readonly string[], at: number): boolean {
  const word = spokenForm(pieces[at] ?? '');
  const next = pieces[at + 1] ?? '';
  const isPair = /^(?:og|and|&)$/u.test(next) && isCapitalised(pieces[at + 2] ?? '');
  if (isPair) return true;
  if (SMALL.has(word) || COURTESY.has(word) || IMPERATIVES.has(word) || WISHING.has(word) || NO_NAMES.test(word))
    return false;
  // *Kaffen er klar* begins with a thing.
  if (/(?:en|et|erne)$/u.test(word) && !NAMES_LIKE_THINGS.has(word)) return false;
  return isCapitalised(next) || AFTER_NAME.has(spokenForm(next));
}

/** A department's name is often written without a capital. */
const AREAS = wordsOf('AREA').map((each) => ({
  begins: spokenForm(each.replace('*', '')),
  isWhole: !each.endsWith('*'),
}));

/** Whether departments are named by a word. */
export function isAreaOfWork(word: string): boolean {
  return AREAS.some(({ begins, isWhole }) => (isWhole ? word === begins : word.startsWith(begins)));
}

/** These begin another part of a sentence, and can stand without a comma before them. */
const BEGINS_PART = words('men fordi hvis når selvom mens but because if');

/** The form in which words are compared. */
export function spokenForm(word: string): string {
  return word
    .normalize('NFC')
    .toLocaleLowerCase('da')
    .replace(/['’´]/gu, '')
    .replace(/ae/gu, 'æ')
    .replace(/oe/gu, 'ø')
    .replace(/aa/gu, 'å');
}

/**
 * With `NOT` for all that says no, and without the *ikke* of *kan du ikke sende …*, which asks for what it seems to deny.
 */
function withNegations(words: readonly SpokenWord[]): readonly SpokenWord[] {
  const at = (i: number) => words[i]?.word ?? '';
  const isPair = (i: number) => TWO_WORD_NEGATIONS.includes(`${at(i)} ${at(i + 1)}`);
  return words.flatMap((each, i) => {
    if (each.word === 'slet' && NEGATIONS.has(at(i + 1))) return [];
    if (STOPPING.has(each.word) && [1, 2, 3].some((more) => STOPPED.test(at(i + more)))) return [each];
    if (isPair(i)) return [{ ...each, word: NOT, stem: NOT, isContent: false }];
    if (isPair(i - 1)) return [];
    const isLater = each.word === 'først' && isNotYet(words.filter(({ part }) => part === each.part));
    if (!NEGATIONS.has(each.word) && !isLater) return [each];
    // *er der ingen der har svaret* asks who has.
    if (each.word === 'ingen' && NO_ONE_WHO.has(at(i + 1))) return [each];
    const isPolite =
      (AUXILIARIES.has(at(i - 2)) && SUBJECTS.has(at(i - 1))) || (POLITE_NOT.has(each.word) && SUBJECTS.has(at(i + 1)));
    if (isPolite) return [];
    return [{ ...each, word: NOT, stem: NOT, isContent: false, isAside: isAside(words, i) }];
  });
}

/** *stop runden* asks for it to be closed. */
const STOPPING = words('stop stoppe');
const STOPPED = /^(?:rund|.*runden|høring|indsaml|round)/u;

/** *luk først runden på fredag* says not to do it now. *de kan først svare på fredag* does not. */
function isNotYet(part: readonly SpokenWord[]): boolean {
  return part.some(({ isDay }) => isDay) && !part.some(({ word }) => CAN.has(word));
}
const CAN = words('kan kunne når nå klar svare svarer aflevere afleverer');

/** Small words that stand before *ikke*: *som stadig ikke*. */
const BEFORE_NOT = words('endnu stadig stadigvæk fortsat slet heller bare lige helt still yet');
const WHO_OR_WHICH = words('der som who that');
const SUBJECTS_OF_CLAUSE = words('jeg vi de man du i nogen');
const HAVE = words('har havde have has fik');
const THAT = words('at så that');

/** *dem der ikke har svaret*, *dem vi ikke har hørt fra*: a clause, where the word comes before its verb. */
function isAside(words: readonly SpokenWord[], not: number): boolean {
  const at = (i: number) => words[i]?.word ?? '';
  let before = not - 1;
  while (BEFORE_NOT.has(at(before))) before -= 1;
  if (WHO_OR_WHICH.has(at(before))) return true;
  return SUBJECTS_OF_CLAUSE.has(at(before)) && HAVE.has(at(not + 1)) && !THAT.has(at(before - 1));
}

/** *kan beskederne …* asks, as *kan du …* does. */
const MODALS = words('kan må skal vil bør er');
const DEFINITE = /\p{L}{3}(?:en|erne|ene|rne)$/u;

function asksIn(said: readonly SpokenWord[]): boolean {
  const all = said.map(({ word }) => word);
  const begins = all.slice(
    Math.max(
      0,
      all.findIndex((word) => !COURTESY.has(word)),
    ),
  );
  const [first = '', second = ''] = begins;
  if (QUESTION_WORDS.has(first) || IMPERATIVES.has(first)) return true;
  // *så fik vi svar* tells, where *fik vi svar* asks.
  if (all[0] !== 'så' && VERBS_FIRST.has(first) && SUBJECTS_NEXT.has(second)) return true;
  if (MODALS.has(first) && DEFINITE.test(second)) return true;
  const line = ` ${all.join(' ')} `;
  if (
    all.some(
      (word, i) =>
        WANTERS.has(word) && WANTS.has(all[i + 1] ?? '') && all.slice(i + 2, i + 4).some((next) => WANTED.has(next)),
    )
  )
    return true;
  if (WANTING.some((phrase) => line.includes(` ${phrase} `))) return true;
  return all.some((word, i) => AUXILIARIES.has(word) && SUBJECTS.has(all[i + 1] ?? ''));
}

const DESCRIBING = words(
  'er var har passer virker står ligner dur fungerer ser kommer duer findes holder blev fik hører kunne',
);
const UNNEEDED = words('nødvendig nødvendigt brug meningen aktuelt tid nødt relevant behov grund lyst');

/** Whether *ikke* at this place says how something is, as in *skriften er ikke vores, hvor retter jeg den?* */
function describes(said: readonly SpokenWord[], at: number, asking: ReadonlySet<number>): boolean {
  const { word, part } = said[at] ?? {};
  if (word !== NOT || part === undefined || !DESCRIBING.has(said[at - 1]?.word ?? '')) return false;
  if (said.slice(at + 1, at + 4).some((each) => UNNEEDED.has(each.word))) return false;
  return [...asking].some((each) => each !== part && said.some((other) => other.part === each && other.word !== NOT));
}

/** Whether it is said what should be done: *der skal rykkes*, *fristen rykkes*, *alle må få en uge mere*. */
function wishesIn(said: readonly SpokenWord[]): boolean {
  const all = said.map(({ word }) => word);
  return (
    all.some((word) => WISHING.has(word)) ||
    said.some(({ word, isContent }) => isContent && /(?:[^aeiouyæøå]es|ås)$/u.test(word))
  );
}

const WISHING = words('skal kan må vil gerne hellere mangler bør nødt should must need want');

function words(listed: string): ReadonlySet<string> {
  return new Set(listed.split(' ').map(spokenForm));
}
