/** The longest text that can mean "nothing to say", in characters. Our choice: all the phrases are shorter. */
const NIL_WORDS_MAX = 100;

const NOTHING_DANISH =
  /^(?:nej )?(?:tak )?(?:(?:herfra|fra os|fra vores side) )?(?:(?:vi|jeg|der|\p{L}*(?:afdelingen|området|forvaltningen|centret|sekretariatet)) )?(?:(?:har|er) )?(?:der )?(?:desværre )?(?:(?:ingen|ikke|ikke nogen|ikke nogle) (?:(?:yderligere|særlige|andre|flere) )?(?:bemærkning(?:er)?|kommentar(?:er)?|bem)|(?:intet|ingenting|ikke noget) (?:(?:yderligere|særligt|nyt) )?(?:at (?:bemærke|tilføje|bidrage med|melde|kommentere|berette)))(?: (?:herfra|fra os|fra vores side|fra vores område|i år|denne gang|på nuværende tidspunkt))?(?: til (?:det|sagen|notatet|rapporten|beretningen|årsrapporten|årsberetningen|spørgsmålet|redegørelsen|materialet|udkastet|høringen|planen)(?: for)?(?: (?:19|20)\d{2})?)?(?: tak)?$/u;
const NOTHING_ENGLISH =
  /^(?:no )?(?:(?:we|i) )?(?:have )?(?:(?:no|not any) (?:(?:further|particular|other) )?(?:comments?|remarks?)|nothing (?:(?:further|more|else) )?to (?:add|report|remark|comment|say))(?: (?:from us|this year|at this time))?(?: (?:on|to) the report)?(?: thanks| thank you)?$/u;

/** Texts that mean the same when they are the whole text. */
const NOTHING_ALONE: ReadonlySet<string> = new Set(['ingen', 'intet', 'ingenting', 'intet herfra', 'none', 'nothing']);

/** Whether a cleaned text says that there is nothing to say, and says nothing else. */
export function saysNothing(text: string): boolean {
  if (text.length > NIL_WORDS_MAX) return false;
  const words = text
    .toLocaleLowerCase('da')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return NOTHING_ALONE.has(words) || NOTHING_DANISH.test(words) || NOTHING_ENGLISH.test(words);
}
