import type { Language } from '../../domain/language.js';
import { WRITTEN_QUESTION_MAX } from '../../domain/limits.js';
import { cleanText } from '../../domain/text/clean-text.js';

/*
 * Tells from the words of a message what it may be. docs/written-messages.md says how the words were found, and how
 * often they are right. What is not recognised is `something`, and the person is asked. So a word too few costs a
 * press, and a word too many can leave an answer without a reply: only what cannot be an answer is in these lists.
 */

/** A question that the round itself answers. */
export type RoundQuestion = 'deadline' | 'report' | 'status';

/**
 * What a message may be. `thanks`: there is nothing to do. `wish for more time`: the department needs longer.
 * `something`: an answer, a question to people, or anything else.
 */
export type WrittenKind = RoundQuestion | 'thanks' | 'wish for more time' | 'something';

/** Only a message of at most so many sentences is anything but `something`. Our choice: more are an answer. */
const SENTENCES_MAX = 2;

/** The most words of a sentence that asks about the round. Our choice: a longer one is about the matter itself. */
const WORDS_MAX = 12;

type Words = Readonly<Record<Language, readonly string[]>>;

/** Words are compared in lower case, with ae, oe and aa for æ, ø and å, because both are written. */
const GREETINGS = words({
  da: ['hej', 'hejsa', 'goddag', 'godmorgen', 'davs', 'kære'],
  en: ['hi', 'hello', 'dear'],
});

/** A sentence that begins with one of these asks, also without a question mark. */
const QUESTION_WORDS = words({
  da: ['hvad', 'hvem', 'hvor', 'hvornår', 'hvilken', 'hvilket', 'hvilke', 'hvordan'],
  en: ['what', 'whats', 'when', 'whens', 'where', 'wheres', 'which', 'who', 'whos', 'how'],
});

/** The same, where one of `SUBJECTS` comes next: `har vi`, `er der`. Without it, `Har læst rapporten` would ask. */
const VERBS_FIRST = words({
  da: ['er', 'var', 'har', 'kan', 'kunne', 'må', 'skal', 'vil', 'mangler', 'blev', 'får', 'fik', 'ligger', 'gælder'],
  en: ['is', 'are', 'was', 'has', 'have', 'did', 'do', 'does', 'can', 'could', 'may', 'will'],
});
const SUBJECTS = words({
  da: [
    ...['jeg', 'du', 'vi', 'i', 'de', 'man', 'nogen', 'alle', 'der', 'det', 'den', 'vores', 'jeres'],
    ...['fristen', 'svaret', 'rapporten', 'beretningen', 'linket'],
  ],
  en: ['i', 'we', 'you', 'they', 'there', 'it', 'the', 'our', 'your', 'someone', 'anyone'],
});

const DEADLINES = words({
  da: ['frist', 'fristen', 'svarfrist', 'svarfristen', 'tidsfrist', 'tidsfristen', 'deadline', 'deadlinen', 'senest'],
  en: ['deadline', 'due'],
});
const WHEN = words({ da: ['hvornår'], en: ['when', 'whens'] });
const ANSWERING = words({
  da: ['svar', 'svare', 'svarer', 'svaret', 'svares', 'aflevere', 'afleveres', 'tilbagemelding'],
  en: ['reply', 'replies', 'answer', 'answers', 'respond', 'response'],
});

const REPORTS = words({
  da: ['rapport', 'rapporten', 'beretning', 'beretningen'],
  en: ['report'],
});
const LINKS = words({ da: ['link', 'linket'], en: ['link'] });
/** What is asked about the report that the round knows: where it is, and which it is. */
const FINDING = words({
  da: ['hvor', 'hvilken', 'hedder', 'link', 'linket', 'sende', 'send', 'finde', 'finder', 'findes', 'ligger', 'læse'],
  en: ['where', 'wheres', 'which', 'called', 'link', 'send', 'find', 'read'],
});
/** These ask for something, although they are no questions. */
const SENDING = words({ da: ['send'], en: ['send'] });

const STATUS = words({ da: ['status'], en: ['status'] });
const WHO = words({ da: ['hvem'], en: ['who', 'whos'] });
/** Whoever asks about the others asks the secretariat. */
const OTHERS = words({ da: ['andre', 'øvrige'], en: ['others', 'other'] });
const MISSING = words({ da: ['mangler'], en: ['missing', 'outstanding'] });
const ARRIVED = words({
  da: ['sendt', 'modtaget', 'fået', 'kommet', 'godkendt', 'afleveret', 'gemt'],
  en: ['sent', 'received', 'got', 'gotten', 'arrived', 'approved'],
});
/** These begin a question about how far the department is. */
const HOW_FAR = phrases({ da: ['hvor langt er', 'har vi svaret'], en: ['how far are', 'have we replied'] });

/** Any of these, in this order and next to each other. */
const MORE_TIME = phrases({
  da: [
    ...['mere tid', 'længere tid', 'længere frist', 'ny frist', 'udsat fristen', 'udsætte fristen', 'udskyde fristen'],
    ...[
      'rykke fristen',
      'fristen rykkes',
      'flytte fristen',
      'fristen flyttes',
      'fristen udsættes',
      'fristen forlænges',
    ],
    ...['få udsættelse', 'have udsættelse', 'for udsættelse', 'om udsættelse'],
    ...[
      'forlænge fristen',
      'vente til',
      'uge mere',
      'uger mere',
      'dag mere',
      'dage mere',
      'en uge til',
      'et par dage til',
    ],
    ...['når det ikke', 'når det desværre ikke', 'når ikke at svare', 'ikke nå at svare', 'ikke nå det'],
  ],
  en: [
    ...['more time', 'longer deadline', 'another week', 'another day', 'few more days', 'extend the deadline'],
    ...['an extension', 'postpone the deadline', 'move the deadline', 'will not make it', 'cannot make the deadline'],
  ],
});

/** At least one of these is in an acknowledgement. */
const ACKNOWLEDGING = words({
  da: [
    ...['tak', 'takker', 'ok', 'okay', 'oki', 'fint', 'fedt', 'super', 'perfekt', 'dejligt', 'godt', 'javel'],
    ...['modtaget', 'noteret', 'forstået', 'vender', 'svarer'],
  ],
  en: ['thanks', 'thank', 'thx', 'cheers', 'great', 'fine', 'perfect', 'received', 'noted', 'understood'],
});
/** All other words of an acknowledgement are among these. None of them says anything about a report. */
const AROUND = words({
  da: [
    ...['mange', 'tusind', 'for', 'det', 'den', 'jeg', 'vi', 'i', 'du', 'jer', 'dig', 'så', 'meget', 'er', 'har'],
    ...['hjælpen', 'hjælp', 'påmindelsen', 'påmindelse', 'rykkeren', 'svaret', 'beskeden', 'besked', 'orienteringen'],
    ...['tilbage', 'snart', 'snarest', 'senere', 'nu', 'dag', 'morgen', 'uge', 'næste', 'denne', 'inden', 'fristen'],
    ...['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'på', 'med', 'venlig', 'hilsen', 'mvh', 'kh', 'og'],
  ],
  en: [
    ...['a', 'lot', 'so', 'much', 'very', 'you', 'for', 'the', 'reminder', 'help', 'it', 'we', 'i', 'will', 'ill'],
    ...['reply', 'get', 'back', 'to', 'soon', 'tomorrow', 'today', 'later', 'next', 'this', 'week', 'and'],
  ],
});
/** Pictures that say nothing but thanks or yes. */
const NODS = /[👍👌🙏🙂😊😀👏✅💪🎉❤]|\p{Emoji_Modifier}|\uFE0F/gu;

/**
 * Tells what a message in a department's channel may be.
 *
 * @param plain the message as a reader sees it
 */
export function kindOfWritten(plain: string): WrittenKind {
  if (plain.length > WRITTEN_QUESTION_MAX) return 'something';
  const text = cleanText(plain);
  const withoutNods = text.replace(NODS, ' ');
  const sentences = sentencesIn(withoutNods);
  if (sentences.length === 0) return text !== '' && withoutNods.trim() === '' ? 'thanks' : 'something';
  if (sentences.length > SENTENCES_MAX) return 'something';
  if (sentences.some(({ said }) => hasPhrase(said, MORE_TIME))) return 'wish for more time';
  const [question] = sentences.flatMap((sentence) => questionIn(sentence) ?? []);
  if (question !== undefined) return question;
  return isAcknowledgement(sentences) ? 'thanks' : 'something';
}

export function isRoundQuestion(kind: WrittenKind): kind is RoundQuestion {
  return kind === 'deadline' || kind === 'report' || kind === 'status';
}

interface Sentence {
  readonly said: readonly string[];
  readonly isAsking: boolean;
}

/** The sentences with words in them, without greetings. */
function sentencesIn(text: string): readonly Sentence[] {
  return [...text.matchAll(/[^.!?\n]+[.!?\n]*/gu)].flatMap(([sentence]) => {
    const all = folded(sentence)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '');
    const said = all.slice(all.findIndex((word) => !GREETINGS.has(word)));
    const isGreeting = all.every((word) => GREETINGS.has(word));
    return isGreeting ? [] : [{ said, isAsking: sentence.includes('?') || beginsToAsk(said) }];
  });
}

function beginsToAsk([first = '', second = '']: readonly string[]): boolean {
  return QUESTION_WORDS.has(first) || SENDING.has(first) || (VERBS_FIRST.has(first) && SUBJECTS.has(second));
}

function questionIn({ said, isAsking }: Sentence): RoundQuestion | undefined {
  // A word alone asks too.
  if ((!isAsking && said.length > 1) || said.length > WORDS_MAX) return undefined;
  const has = (sought: ReadonlySet<string>) => said.some((word) => sought.has(word));
  if (has(DEADLINES) || (has(WHEN) && has(ANSWERING))) return 'deadline';
  if ((has(REPORTS) && has(FINDING)) || has(LINKS)) return 'report';
  if (said.length === 1 && has(REPORTS)) return 'report';
  const isOfAnswers = (has(WHO) || has(MISSING) || has(ARRIVED)) && has(ANSWERING) && !has(OTHERS);
  return isOfAnswers || has(STATUS) || hasPhrase(said, HOW_FAR) ? 'status' : undefined;
}

function isAcknowledgement(sentences: readonly Sentence[]): boolean {
  const all = sentences.flatMap(({ said }) => said);
  return (
    sentences.every(({ isAsking }) => !isAsking) &&
    all.some((word) => ACKNOWLEDGING.has(word)) &&
    all.every((word) => ACKNOWLEDGING.has(word) || AROUND.has(word))
  );
}

function hasPhrase(said: readonly string[], sought: readonly string[]): boolean {
  const line = ` ${said.join(' ')} `;
  return sought.some((phrase) => line.includes(` ${phrase} `));
}

function words(listed: Words): ReadonlySet<string> {
  return new Set(phrases(listed));
}

function phrases(listed: Words): readonly string[] {
  return Object.values(listed).flat().map(folded);
}

function folded(text: string): string {
  return text
    .toLocaleLowerCase('da')
    .replace(/['’]/gu, '')
    .replace(/æ/gu, 'ae')
    .replace(/ø/gu, 'oe')
    .replace(/å/gu, 'aa');
}
