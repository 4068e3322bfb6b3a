/*
 * What is in a message without asking the bot for anything: thanks, praise, complaints, what somebody else has said, what
 * has been done already, and what may come. It is found once, for all commands and in all places.
 */

/** `remark`: says nothing to the bot. `telling`: tells what has been done or may be, so that nothing is shown for it. */
export type KindOfTelling = 'remark' | 'telling';

const GREETING = new Set('hej hejsa hi hello og så nu jo ja nej ok okay men mange tusind 1000 super fint'.split(' '));
const THANKS = new Set(['tak', 'takker', 'thanks', 'thank']);
const FOR = new Set(['for', 'you']);
/** Words for what somebody thinks of a thing. */
const JUDGING = new Set(
  [
    'flot flotte fint fin fine god godt gode pæn pænt dejlig dejligt lækker lækkert genial genialt imponerende smart smuk smukt',
    'elendig elendigt elendige dum dumt dårlig dårligt dårlige forfærdelig forfærdeligt træls irriterende håbløs håbløst kedelig',
    'umulig umuligt glad tilfreds utilfreds rodet uoverskuelig lang langt great nice good bad terrible awful',
  ]
    .join(' ')
    .split(' '),
);
const MAY_BE = new Set('fint fin godt rart dejligt smart great nice good'.split(' '));
const BEFORE_WHAT_MAY_BE = new Set('at hvis med om if to'.split(' '));
/** What comes before such a word. */
const IS = new Set('er var blev bliver ser så sikke sikken synes virker et en et is was looks'.split(' '));
const SAYING = new Set(
  'siger sagde skriver skrev mener mente synes syntes tror troede hørte fortalte says said thinks'.split(' '),
);
const BEGINS_CONDITION = new Set('hvis når såfremt if'.split(' '));
const SUBJECTS = new Set('jeg vi han hun de i chefen direktøren we they'.split(' '));
const PERFECT = new Set('har havde have has'.split(' '));
const PEOPLE = new Set('jeg vi han hun'.split(' '));
const PRESENT = /\p{L}{2}r$/u;
const WANTING = new Set(
  'har er mangler behøver trænger synes foreslår bliver får beder søger leder efterlyser savner forstår finder flytter skifter hører hedder lukker ønsker anbefaler spørger glæder'.split(
    ' ',
  ),
);
const HAVE = new Set('har havde have has er blev was'.split(' '));
/** What is told as done. What is new to the bot, such as that somebody has left, is not among it. */
const DONE = new Set(
  [
    'lovet svaret afleveret rettet ændret rykket mindet påmindet sendt afsluttet lukket flyttet talt snakket skrevet læst gennemgået holdt aftalt givet lavet set fundet',
    'fået modtaget hentet printet udskrevet godkendt startet oprettet forlænget udskudt videresendt vedlagt prikket drøftet fulgt sent closed read',
  ]
    .join(' ')
    .split(' '),
);

const PAST = new Set(
  'nåede lukkede rykkede sendte afsluttede startede flyttede mindede prikkede ringede fik closed sent'.split(' '),
);
/** What is new may be for the bot to know. */
const NEWS = new Set('ny nyt nye anden andet new'.split(' '));
const REMEMBERING = new Set('husk huske'.split(' '));
/** *jeg har bedt dem om det*, where *de har bedt om udsættelse* is news. */
const OWN = new Set('jeg vi i we'.split(' '));
const ASKED = new Set('bedt spurgt ringet asked called'.split(' '));
/** What goes on with what was told. */
const GOES_ON = new Set('de han hun den det they he she it'.split(' '));

/**
 * Tells for each part of a message what kind of telling it is, undefined for none.
 *
 * @param asking the parts that ask for something, with those before a question mark
 * @param asksItself the parts that ask by their own words
 */
export function kindsOfTelling(
  parts: readonly (readonly { readonly word: string }[])[],
  asking: ReadonlySet<number>,
  asksItself: ReadonlySet<number>,
): readonly (KindOfTelling | undefined)[] {
  let before: KindOfTelling | undefined;
  let isConditional = false;
  const kinds = parts.map((part, at) => {
    const all = part.map(({ word }) => word);
    const begins = all.slice(
      Math.max(
        0,
        all.findIndex((word) => !GREETING.has(word)),
      ),
    );
    const kind = kindOf(begins, asking.has(at), asksItself.has(at));
    const isFollowing = begins[0] === 'at' || isConditional;
    isConditional = BEGINS_CONDITION.has(begins[0] ?? '');
    before =
      kind ??
      ((isFollowing || (before !== undefined && GOES_ON.has(begins[0] ?? ''))) && !asking.has(at) ? before : undefined);
    return before;
  });
  // *alle svar er inde, flot arbejde* asks for nothing.
  const isRemark = asking.size === 0 && kinds.includes('remark');
  return isRemark ? kinds.map((kind) => kind ?? 'telling') : kinds;
}

/** *notatet er flot*, where *det er fint at du skriver i kanalen igen* says what may be done. */
function isJudged(said: readonly string[], at: number): boolean {
  if (!JUDGING.has(said[at] ?? '') || !said.slice(Math.max(0, at - 3), at).some((each) => IS.has(each))) return false;
  const isAllowed =
    MAY_BE.has(said[at] ?? '') && BEFORE_WHAT_MAY_BE.has(said[at + 1] ?? '') && !said.some((each) => PERFECT.has(each));
  return !isAllowed;
}

function kindOf(said: readonly string[], isAsking: boolean, asksItself: boolean): KindOfTelling | undefined {
  const [first = '', second = ''] = said;
  if (THANKS.has(first) && FOR.has(second) && !asksItself) return 'remark';
  if (BEGINS_CONDITION.has(first)) return 'telling';
  if (isAsking) return undefined;
  if (said.some((_, i) => isJudged(said, i))) return 'remark';
  if (said.some((word, i) => SAYING.has(word) && (said[i + 1] === 'at' || i === said.length - 1))) return 'remark';
  // *vi skal huske at sende notatet* is said to oneself.
  if (said.some((word, i) => REMEMBERING.has(word) && said[i + 1] === 'at')) return 'telling';
  if (OWN.has(first) && HAVE.has(second) && said.some((word) => ASKED.has(word))) return 'telling';
  if ((JUDGING.has(first) && said.length > 1) || said.some((word, i) => word === 'håber' && said[i + 1] !== 'at'))
    return 'remark';
  if (said.some((word) => PAST.has(word))) return 'telling';
  // *jeg ringer til dem* says what people do themselves, where *jeg vil …* and *jeg mangler …* want something.
  if (PEOPLE.has(first) && PRESENT.test(second) && !WANTING.has(second)) return 'telling';
  const have = said.findIndex((word) => HAVE.has(word));
  const isReport =
    have >= 0 &&
    have < 6 &&
    said.slice(have + 1).some((word) => DONE.has(word)) &&
    !said.some((word) => NEWS.has(word));
  const isOwn = SUBJECTS.has(first) || SUBJECTS.has(said[have + 1] ?? '') || have > 0;
  return isReport && isOwn ? 'telling' : undefined;
}
