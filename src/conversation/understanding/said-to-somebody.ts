import { cleanLine } from '../../domain/text/clean-text.js';
import { isAreaOfWork, isSmall, spokenForm } from './spoken-words.js';

/** *Lars, vil du …*, *Hej Mette, kan du …*: a name, and then what is asked of that person. */
const TO_SOMEBODY =
  /^(?:(?:hej|kære|hi|dear) )?@?(?<name>\p{Lu}\p{Ll}+)(?: \p{Lu}\p{Ll}+)?(?<comma>,)? (?:vil|kan|kunne|gider|har|skal|må|ville|tager|er|husker|could|can|will|would) (?:du|i|you)(?!\p{L})/iu;
const IS_NAME = /^\p{Lu}\p{Ll}+$/u;
/** What may begin a sentence to the bot in the same way, beside small words and politeness. */
const NO_NAMES =
  /^(?:notat|skabel|rapport|svar|frist|runde|status|plan|rykker|påmind|fil|dokument|udkast|hjælp|besked)/u;

/** *Hanne, svarer du?*, *Trine, husk at …*: a name, a comma, and a request. */
const TO_NAMED =
  /^(?:(?:hej|kære|hi|dear) )?@?(?<name>\p{Lu}\p{Ll}+)(?: \p{Lu}\p{Ll}+)?,? (?:husk|ring|tag|kig|læs|se|sender|svarer|tager|kigger|skriver|ringer|ved|gider|kommer|når|var|mangler|siger|tænker|synes|hører|ser|får|remember)(?! (?:der|vi|jeg|de|ikke|alle))(?: (?:du|i|at|to|lige|det|den|på|med|you))(?!\p{L})/iu;

/** *Kan nogen …*, *er der nogen, der kan …*: those who read along are asked. */
const TO_ANYBODY =
  /^(?:hej |hej alle )?(?:(?:kan|vil|gider) (?:nogen|en af jer)|er der nogen,? (?:der|som) (?:kan|vil|gider|ved|har lyst))(?!\p{L})/iu;

/** *hvad synes I om …*: people are asked for what they think. */
const OPINION = /(?<!\p{L})hv(?:ad|ordan) (?:synes|mener|tænker|siger) (?:du|i)(?!\p{L})/iu;
/** *er det mig der skal skrive det, Kirsten?*: the name comes last. */
const TO_LAST = /^(?=.*(?<!\p{L})(?:du|jeg|mig|dig|i|vi)(?!\p{L})).*, (?<name>\p{Lu}\p{Ll}+)[?!.]*$/u;

/** Whether a message is for a person who is named in it, and not for the bot. */
export function isSaidToSomebody(line: string): boolean {
  const said = cleanLine(line);
  if (TO_ANYBODY.test(said) || OPINION.test(said)) return true;
  const name = (TO_SOMEBODY.exec(said) ?? TO_NAMED.exec(said) ?? TO_LAST.exec(said))?.groups?.['name'];
  if (name === undefined || !IS_NAME.test(name)) return false;
  const word = spokenForm(name);
  return !isSmall(word) && !isAreaOfWork(word) && !NO_NAMES.test(word);
}
