import { mostOf } from '../../application/channel/department-settings.js';
import { nameSecretaries } from '../../application/channel/name-secretaries.js';
import type { Granted } from '../../application/rights/judge.js';
import type { LeaderKind } from '../../domain/channel/setup-request.js';
import { HEADS_MAX } from '../../domain/limits.js';
import { eachOnce, type Person } from '../../domain/person.js';
import type { ChannelAct, Mention } from '../acts.js';
import { type Answer, toOne, words } from '../answer.js';
import type { Deps } from '../dependencies.js';
import type { CommandWords } from '../read-command.js';
import { channelCommand } from '../row.js';
import { setUpAnswer } from './set-up-answer.js';
import { setUpOrAsk } from './set-up-channel.js';

const HEADS = /^(?:chef(?:er)?|heads?)(?:[ :,](?<rest>.*))?$/iu;
const DEPUTIES = /^(?:stedfortræder(?:e)?|deput(?:y|ies))(?:[ :,](?<rest>.*))?$/iu;
const DIRECTOR = /^(?:direktør(?:en)?|director)(?:[ :,](?<rest>.*))?$/iu;
const SECRETARIES = /^(?:sekretær(?:er)?|secretar(?:y|ies))(?:[ :,](?<rest>.*))?$/iu;
const NOBODY = /^(?:ingen|nobody|none)$/iu;
const BETWEEN_NAMES = /[,;:&+]|(?<=^| )(?:og|and)(?= |$)/giu;

/** Enough for two names. A longer text that begins with *chef* is a sentence, not a command. */
const NAMES_MAX_WORDS = 4;
/** A word that goes on with a sentence, as in *stedfortræder for Karen*. Nobody's name begins with it. */
const SENTENCE = /^(?:for|til|fra|på|i|er|var|har|skal|kan|må|som|of|to|from|in|is|was|has|can|may|as)(?: |$)/iu;

/**
 * *chef* names the heads. Where there are heads, an answer waits for one of them unless a head or a deputy sends it.
 * *chef ingen* lets anyone in the department's channel answer.
 */
export const nameHeads = channelCommand({
  name: 'channel.heads',
  where: ['department'],
  right: 'set up departments',
  help: ({ heads }) => heads,
  phrases: { da: ['chef', 'chefer'], en: ['head', 'heads'] },
  said: {
    da: [
      'hvem er|skal der|det svare|godkende|sende hos|for os|her',
      'hvem er|skal det der svare|godkende|sende hos|for os|her',
      'hvem må|kan|skal|har godkend*|underskriv*|send*|attester* ANSWER|svar*|det|her|os',
      'hvem sidder|har ret|beføj*|ansvar* godkend*|send*|ANSWER',
      'hvem godkend*|attester* ANSWER|hos|her',
      'hvem bestemmer|chef|ansvarlig*|leder her|området|afdelingen|kanal*',
      'hvem skal|må|kan jeg|vi spørge|godkende',
      'hvem HEAD er|har|står|hos|her|for|os|vores|nu',
      'hvem HEAD er|har|står|hos|her|for|os|vores|nu registreret|sat|angivet|noteret|systemet|listen|opført|skrevet',
      'hvem HEAD er her|hos|for|os|vores|området|afdelingen|i|som',
      'vis|se|list*|hvilke|hvilken|navne|navnet|oversigt HEAD',
      'vis|se|list*|hvilke|hvilken|navne|navnet|oversigt HEAD vores|os|har|er|registreret|her',
      'har|er vi|der HEAD',
      'har|er vi|der en|nogen|flere HEAD registreret|her',
      'er|står NAME|jeg HEAD',
      'er|står NAME|jeg stadig|registreret|som|sat HEAD',
      'hvad hedder HEAD vores|os|her',
      'er det NAME|jeg HEAD her|os|stadig',
      'hvem må|kan|skal godkende|sende|underskrive svar*',
      'hvem HEAD hos|for|her os',
      'hvem står som HEAD',
      'hvem HEAD',
      'hvem vores|registreret|står|sat|nu HEAD',
      'hvem må|kan|skal godkende|sende',
      'hvem godkender|bestemmer',
    ],
    en: ['who head|manager|boss', 'whos head|manager|boss', 'who our|current|registered head|manager|boss'],
  },
  wanted: {
    da: [
      'fratrådt|tiltrådt|konstitueret|udnævnt|fyret|afskediget|forfremmet|pensioneret|fratræder|tiltræder|rokeret|stoppet NAME',
      'NAME fratrådt|tiltrådt|fratræder|tiltræder|stopper|stoppet NAME konstitueret|udnævnt|overtager|overtaget|stillingen|posten|tager',
      'NAME konstitueret|fungerende|udnævnt|ansat|midlertidig* stillingen|posten|chef|leder|i|som',
      'NAME har|er ikke længere|mere chef|ansat|leder|ansvar*',
      'NAME har|tager|overtager|får ansvaret|roret|ledelsen|stillingen|posten|styringen|området|afdelingen',
      'ny|nyt mand|kvinde|person|navn i|på chef*|stolen|posten|spidsen|roret',
      'skift*|ændr*|ret* godkender*|godkend*|ansvarlig*',
      'overtager|overtaget|tager over|efter|posten|jobbet|stillingen|området|ansvaret NAME',
      'det er|kun NAME skal|må|kan|kunne godkend*|send*|svare ANSWER|svar*',
      'kun NAME godkend*|send* må|skal|kan',
      'NAME kun|alene|også|fremover skal|må|kan kunne godkend*|send* ANSWER|svar*|vores',
      'NAME skal|må|kan godkend*|send* vores|alle|fremover ANSWER|svar*',
      'NAME leder|chef|bestyrer|styrer|ansvarlig* nu|fremover|området|afdelingen|os',
      'stopper|stoppet|fratræder|pension NAME overtager|tager|efterfølger|afløser|ny',
      'HEAD ny|nyt|nye fået|har|er|vi|hos|pr|fra',
      'HEAD er|bliver|hedder nu|fremover|NAME|herefter|nyt',
      'NAME HEAD er|bliver|hos|som|vores|her',
      'NAME ny|nye|vores|vor HEAD',
      'NAME HEAD skal|må|kan|bør være|stå|tilføj*|sættes|registreres|ikke',
      'NAME HEAD ikke længere|mere|stadig',
      'HEAD stopper|stoppet|pension|fratræder|fratrådt|rejser|rejst|forlader|opsagt|sluttet|barsel|orlov|afgået|jobbet|skiftet',
      'HEAD stopper|stoppet|pension|fratræder|fratrådt|rejser|rejst|forlader|opsagt|sluttet|skiftet tager|overtager|afløs*|efterfølg*|erstat*|NAME|ny',
      'NAME|han|hun HEAD stopper|stoppet|pension|fratræder|fratrådt|rejser|rejst|overtager|tiltræder|tiltrådt',
      'CHANGE HEAD til|NAME|vil|skal|kan|som',
      'CHANGE NAME som|til HEAD',
      'udpeg*|udnævn*|ansat|konstitueret|midlertidig* HEAD',
      'udpeg*|udnævn*|ansat|konstitueret|midlertidig*|registrer*|indsæt*|skriv* NAME som|til HEAD',
      'vi har|mangler forkert*|anden|to|flere|endnu|ekstra HEAD',
      'hvordan|hvor|kan skifter|ændrer|retter|sætter|tilføjer|registrerer|vælger|skifte|ændre|tilføje jeg|vi|man HEAD',
      'vi har|er flere|to|delt* HEAD',
      'fjern*|slet* HEAD NAME|vores',
      'HEAD forkert*|gammel|forældet|passer|opdater*|fejl',
      'to|flere|begge|ekstra HEAD',
      'HEAD',
      'NAME er HEAD|ny',
      'NAME er ny|nye HEAD',
      'forkert|forkerte|anden|andet HEAD',
      'HEAD forkert|passer',
      'HEAD pension|gået|stopper|fratræder|stoppet|sluttet|forlader',
      'er ny|nye HEAD',
      'hvordan skifter|ændrer|retter HEAD',
      'HEAD overtag*|overtaget|tiltræd*',
      'ny|nyt|nye HEAD',
      'CHANGE HEAD',
      'HEAD hedder|er|hed',
      'HEAD ikke længere|mere',
      'HEAD stoppet|fratrådt|rejst|holdt|opsagt|ferie|væk|sagt|skiftet',
      'HEAD ny|nyt|nye fået|skift*|hedder|ret*|ændr*|opdater*',
      'skal|må|kan også|fremover godkende|sende svar*',
      'overtaget|overtager|tiltrådt|tiltræder HEAD',
      'må|skal godkende svar*',
      'overtager|overtaget efter|for',
    ],
    en: [
      'new head|manager|boss',
      'change|add|remove|make|set|appoint|name head|manager|boss',
      'head|manager|boss is|now',
      'head|manager|boss not longer|more',
      'head|manager|boss left',
    ],
  },
  parse: (said) => parseNames(said, HEADS),
  run: (deps, named, act, granted) => nameLeaders(deps, 'heads', named, act, granted),
  present: (deps, outcome) =>
    outcome.kind === 'nobody named' ? toOne(deps.messages.registration.headsWanted()) : namingAnswer(deps, outcome),
});

/** *stedfortræder* names the heads' deputies, who may do whatever a head may do. */
export const nameDeputies = channelCommand({
  name: 'channel.deputies',
  where: ['department'],
  right: 'set up departments',
  help: ({ deputies }) => deputies,
  phrases: { da: ['stedfortræder', 'stedfortrædere'], en: ['deputy', 'deputies'] },
  said: {
    da: [
      'hvem kan|må|skal ellers|også|andre|udover svare|godkende|sende end|udover|foruden NAME|HEAD',
      'hvem kan|må ellers|også|andre svare|godkende|sende|træde',
      'hvem kan|må|skal godkende|svare|sende hvis|når NAME|HEAD|jeg ikke|væk|ferie|syg',
      'hvem hjælper|erstatter|supplerer HEAD|NAME',
      'hvem er nummer|næst DAY|efter|under HEAD',
      'hvem træder|overtager|tager|dækker til|ind|over ved|når|hvis|mens|under sygdom|ferie|fravær|orlov',
      'hvem svare|svarer|godkender ved|under sygdom|ferie|fravær|orlov',
      'hvem svarer|godkender|sender|dækker|afløser|overtager|vikarierer|træder|tager når|hvis|mens|over|for|ind HEAD ferie|væk|syg|fraværende|fri|der|kursus',
      'hvem svarer|godkender|sender|dækker|afløser|overtager|træder|tager for|over|ind HEAD',
      'hvem kan|må|skal svare|godkende|sende|overtage|tage når|hvis|mens HEAD|NAME ferie|væk|syg|fraværende|fri',
      'hvem kan|må|skal svare|godkende|sende for|vegne HEAD|NAME',
      'hvem er sat|backup|reserve|vikar for|på',
      'hvem når|hvis|mens HEAD|NAME ferie|væk|syg|fraværende|fri|kursus|barsel',
      'hvem kan|må andre|ellers end HEAD godkende|svare|sende',
      'hvem DEPUTY er|har|står|hos|her|for|os|vores|nu',
      'hvem DEPUTY er|har|står|hos|her|for|os|vores|nu registreret|sat|angivet|noteret|systemet|listen|opført|skrevet',
      'hvem DEPUTY er her|hos|for|os|vores|området|afdelingen|i|som',
      'vis|se|list*|hvilke|hvilken|navne|navnet|oversigt DEPUTY',
      'vis|se|list*|hvilke|hvilken|navne|navnet|oversigt DEPUTY vores|os|har|er|registreret|her',
      'har|er vi|der DEPUTY',
      'har|er vi|der en|nogen|flere DEPUTY registreret|her',
      'er|står NAME|jeg DEPUTY',
      'er|står NAME|jeg stadig|registreret|som|sat DEPUTY',
      'hvad hedder DEPUTY vores|os|her',
      'er det NAME|jeg DEPUTY her|os|stadig',
      'hvem DEPUTY',
      'hvem vores|registreret|står|sat|nu DEPUTY',
    ],
    en: [
      'who deputy|substitute|stand-in',
      'whos deputy|substitute|stand-in',
      'who our|current|registered deputy|substitute|stand-in',
    ],
  },
  wanted: {
    da: [
      'NAME|kollega* mit|min|hans|hendes|HEAD sted|vikar|afløser|erstatning',
      'NAME|kollega* kan|må|skal|bør trykke|handle|underskrive mig|vegne|HEAD|når|mens',
      'NAME|kollega* passer|holder|varetager skansen|butikken|posten|biksen|funktionen',
      'NAME|kollega* konstitueret|fungerende',
      'tilføj*|sæt*|registrer*|indsæt*|skriv* NAME|kollega* som|på|reserve|backup|nummer',
      'NAME|kollega* svare|godkende|sende|overtage|dække|svarer|godkender|sender|overtager|dækker mine|mit|HEAD vegne|sted|ferie|fravær',
      'NAME|kollega* svare|godkende|sende|overtage|dække|svarer|godkender|sender|overtager|dækker når|mens|for|imens jeg|HEAD væk|ferie|syg|fri|bortrejst|barsel|orlov|kursus',
      'jeg|HEAD er|skal|går|holder ferie|væk|syg|sygemeldt|barsel|orlov|bortrejst|fraværende|kursus|fri NAME|kollega*',
      'jeg|HEAD er|skal|går|holder ferie|væk|syg|sygemeldt|barsel|orlov|bortrejst|fraværende|kursus|fri NAME|kollega* svare*|godkend*|send*|overtag*|dæk*|afløs*|tager',
      'kan|må|skal NAME|kollega* svare|godkende|sende stedet|vegne|for mig|min|HEAD',
      'vikarier*|stedfortræd*|afløs*|substitut* for|NAME|mig|HEAD',
      'NAME skal|må|kan|kunne godkend*|svare|sende også|imens|mens|for',
      'mens|når|imens jeg|HEAD væk|ferie|barsel|syg|orlov NAME',
      'min|mit fravær|ferie|orlov NAME',
      'giv* NAME|kollega* lov|fuldmagt|ret|adgang godkend*|svare|sende|til',
      'fuldmagt NAME|svare|godkende|til',
      'DEPUTY ny|nyt|nye fået|har|er|vi|hos|pr|fra',
      'DEPUTY er|bliver|hedder nu|fremover|NAME|herefter|nyt',
      'NAME DEPUTY er|bliver|hos|som|vores|her',
      'NAME ny|nye|vores|vor DEPUTY',
      'NAME DEPUTY skal|må|kan|bør være|stå|tilføj*|sættes|registreres|ikke',
      'NAME DEPUTY ikke længere|mere|stadig',
      'DEPUTY stopper|stoppet|pension|fratræder|fratrådt|rejser|rejst|forlader|opsagt|sluttet|barsel|orlov|afgået|jobbet|skiftet',
      'DEPUTY stopper|stoppet|pension|fratræder|fratrådt|rejser|rejst|forlader|opsagt|sluttet|skiftet tager|overtager|afløs*|efterfølg*|erstat*|NAME|ny',
      'NAME|han|hun DEPUTY stopper|stoppet|pension|fratræder|fratrådt|rejser|rejst|overtager|tiltræder|tiltrådt',
      'CHANGE DEPUTY til|NAME|vil|skal|kan|som',
      'CHANGE NAME som|til DEPUTY',
      'udpeg*|udnævn*|ansat|konstitueret|midlertidig* DEPUTY',
      'udpeg*|udnævn*|ansat|konstitueret|midlertidig*|registrer*|indsæt*|skriv* NAME som|til DEPUTY',
      'vi har|mangler forkert*|anden|to|flere|endnu|ekstra DEPUTY',
      'hvordan|hvor|kan skifter|ændrer|retter|sætter|tilføjer|registrerer|vælger|skifte|ændre|tilføje jeg|vi|man DEPUTY',
      'vi har|er flere|to|delt* DEPUTY',
      'fjern*|slet* DEPUTY NAME|vores',
      'DEPUTY forkert*|gammel|forældet|passer|opdater*|fejl',
      'NAME skal|må|kan|kunne godkende',
      'skal|må kunne godkende',
      'svarer|godkender|sender|træder for|vegne mig|chefen',
      'NAME svarer|godkender|sender for mig|chefen',
      'ny|nyt|nye DEPUTY',
      'CHANGE DEPUTY',
      'DEPUTY hedder|er|hed',
      'DEPUTY ikke længere|mere',
      'DEPUTY stoppet|fratrådt|rejst|holdt|opsagt|ferie|væk|sagt|skiftet',
      'DEPUTY ny|nyt|nye fået|skift*|hedder|ret*|ændr*|opdater*',
      'DEPUTY',
      'ferie|væk|syg|sygemeldt|barsel|orlov|fraværende|bortrejst|kursus godkend*|send*|svar*|dække*|overtag*|afløs*',
      'godkend*|send*|svar* imens|mens|vegne|sted|fravær',
      'dække*|afløs* mig|chef*|imens|mens|ferie',
      'vegne godkend*|svar*|send*',
      'træde* ind|sted',
    ],
    en: [
      'new deputy|substitute|stand-in',
      'change|add|remove|make|set|appoint|name deputy|substitute|stand-in',
      'deputy|substitute|stand-in is|now',
      'deputy|substitute|stand-in not longer|more',
      'deputy|substitute|stand-in left',
    ],
  },
  parse: (said) => parseNames(said, DEPUTIES),
  run: (deps, named, act, granted) => nameLeaders(deps, 'deputies', named, act, granted),
  present: (deps, outcome) =>
    outcome.kind === 'nobody named' ? toOne(deps.messages.registration.deputiesWanted()) : namingAnswer(deps, outcome),
});

/** *direktør* names the person above the heads, whom late reminders name. A director has no right because of that. */
export const nameDirector = channelCommand({
  name: 'channel.director',
  where: ['department'],
  right: 'set up departments',
  help: ({ director }) => director,
  phrases: { da: ['direktør', 'direktøren'], en: ['director'] },
  said: {
    da: [
      'hvem over|øverst|overordnet HEAD|os|ansvarlig*',
      'hvem DIRECTOR er|har|vores|os|over|for|systemet',
      'hvilken DIRECTOR hører|er|har|under|vi',
      'hvem DIRECTOR er|har|står|hos|her|for|os|vores|nu',
      'hvem DIRECTOR er|har|står|hos|her|for|os|vores|nu registreret|sat|angivet|noteret|systemet|listen|opført|skrevet',
      'hvem DIRECTOR er her|hos|for|os|vores|området|afdelingen|i|som',
      'vis|se|list*|hvilke|hvilken|navne|navnet|oversigt DIRECTOR',
      'vis|se|list*|hvilke|hvilken|navne|navnet|oversigt DIRECTOR vores|os|har|er|registreret|her',
      'har|er vi|der DIRECTOR',
      'har|er vi|der en|nogen|flere DIRECTOR registreret|her',
      'er|står NAME|jeg DIRECTOR',
      'er|står NAME|jeg stadig|registreret|som|sat DIRECTOR',
      'hvad hedder DIRECTOR vores|os|her',
      'er det NAME|jeg DIRECTOR her|os|stadig',
      'hvem DIRECTOR',
      'hvem vores|registreret|står|sat|nu DIRECTOR',
    ],
    en: ['who director', 'whos director', 'who our|current|registered director'],
  },
  wanted: {
    da: [
      'hører|er|ligger|kommer under|til|ind DIRECTOR',
      'hører|er|ligger vi|nu under DIRECTOR NAME',
      'vi hører|er|ligger nu|under DIRECTOR NAME|anden|ny|andet',
      'DIRECTOR NAME|for|os|vores',
      'DIRECTOR er|hedder|bliver|vores nu|NAME|fremover',
      'DIRECTOR ny|nyt|nye fået|har|er|vi|hos|pr|fra',
      'DIRECTOR er|bliver|hedder nu|fremover|NAME|herefter|nyt',
      'NAME DIRECTOR er|bliver|hos|som|vores|her',
      'NAME ny|nye|vores|vor DIRECTOR',
      'NAME DIRECTOR skal|må|kan|bør være|stå|tilføj*|sættes|registreres|ikke',
      'NAME DIRECTOR ikke længere|mere|stadig',
      'DIRECTOR stopper|stoppet|pension|fratræder|fratrådt|rejser|rejst|forlader|opsagt|sluttet|barsel|orlov|afgået|jobbet|skiftet',
      'DIRECTOR stopper|stoppet|pension|fratræder|fratrådt|rejser|rejst|forlader|opsagt|sluttet|skiftet tager|overtager|afløs*|efterfølg*|erstat*|NAME|ny',
      'NAME|han|hun DIRECTOR stopper|stoppet|pension|fratræder|fratrådt|rejser|rejst|overtager|tiltræder|tiltrådt',
      'CHANGE DIRECTOR til|NAME|vil|skal|kan|som',
      'CHANGE NAME som|til DIRECTOR',
      'udpeg*|udnævn*|ansat|konstitueret|midlertidig* DIRECTOR',
      'udpeg*|udnævn*|ansat|konstitueret|midlertidig*|registrer*|indsæt*|skriv* NAME som|til DIRECTOR',
      'vi har|mangler forkert*|anden|to|flere|endnu|ekstra DIRECTOR',
      'hvordan|hvor|kan skifter|ændrer|retter|sætter|tilføjer|registrerer|vælger|skifte|ændre|tilføje jeg|vi|man DIRECTOR',
      'vi har|er flere|to|delt* DIRECTOR',
      'fjern*|slet* DIRECTOR NAME|vores',
      'DIRECTOR forkert*|gammel|forældet|passer|opdater*|fejl',
      'forkert|forkerte|anden|andet DIRECTOR',
      'DIRECTOR pension|gået|stopper|fratræder|stoppet|sluttet',
      'ny|nyt|nye DIRECTOR',
      'CHANGE DIRECTOR',
      'DIRECTOR hedder|er|hed',
      'DIRECTOR ikke længere|mere',
      'DIRECTOR stoppet|fratrådt|rejst|holdt|opsagt|ferie|væk|sagt|skiftet',
      'DIRECTOR ny|nyt|nye fået|skift*|hedder|ret*|ændr*|opdater*',
      'direktør*',
    ],
    en: [
      'new director',
      'change|add|remove|make|set|appoint|name director',
      'director is|now',
      'director not longer|more',
      'director left',
    ],
  },
  parse: (said) => parseNames(said, DIRECTOR),
  run: (deps, named, act, granted) => nameLeaders(deps, 'director', named, act, granted),
  present: (deps, outcome) =>
    outcome.kind === 'nobody named' ? toOne(deps.messages.registration.directorWanted()) : namingAnswer(deps, outcome),
});

/**
 * *sekretær* names the secretaries, who alone may run rounds. They may also set up departments, as the administrators
 * may.
 */
export const nameSecretariesCommand = channelCommand({
  name: 'channel.secretaries',
  where: ['secretariat'],
  right: 'manage the set-up',
  help: ({ secretaries }) => secretaries,
  phrases: { da: ['sekretær', 'sekretærer'], en: ['secretary', 'secretaries'] },
  said: {
    da: [
      'hvem SECRETARY',
      'hvem SECRETARY er|os|her|af|står|registreret|nu',
      'hvem SECRETARY er|os|her|af adgang|lov|har',
      'hvem har|os|af adgang|rettighed*|lov|beføj*|ret',
      'hvem har|os|af adgang|rettighed*|lov|beføj*|ret til START|CLOSE|ROUND|SECRETARY|sekretariat*',
      'hvem kan|må|får START|CLOSE|styre|administrere|rykke|betjene|bruge|køre',
      'hvem kan|må|får START|CLOSE|styre|administrere|rykke|betjene|bruge|køre ROUND|dig|bot*|her',
      'hvem andre|ellers|flere kan|må|er START|CLOSE|SECRETARY|adgang|ROUND',
      'vis|se|list*|oversigt SECRETARY',
      'vis|se|list*|oversigt|navne alle|registrerede|nuværende SECRETARY',
      'er jeg|NAME SECRETARY',
      'er|står jeg|NAME|vi SECRETARY registreret|stadig|allerede|som',
      'hvem er vi|på|med holdet|sekretariatet|sekretariat*',
      'hvor mange SECRETARY',
      'hvilke kollega*|personer|SECRETARY adgang|SECRETARY|START|er',
      'hvem sekretær',
      'hvem vores|registreret|står|sat|nu sekretær',
      'hvem må|kan start*|afslut*|kør* runde|runder',
      'hvem adgang|rettighed*',
      'hvem må|kan start*|afslut*',
    ],
    en: ['who secretary|secretaries', 'whos secretary|secretaries', 'who our|current|registered secretary|secretaries'],
  },
  wanted: {
    da: [
      'NAME|kollega* starter|begynder|tiltræder|ansat|startet hos|her|os|DAY skal|kunne|også',
      'NAME|kollega* starter|begynder|tiltræder hos|her|os|DAY kunne samme|også|jeg|det',
      'skal|må kunne|også det samme|sammen som jeg|mig|os',
      'giv* NAME|kollega* samme|lov|nøgler*|mulighed|ret som|til|jeg',
      'NAME|kollega* overtager|afløser|hjælper|vikarierer|træder mig|for|ROUND|efter|opgaven',
      'NAME|kollega* væk|forlader|stopper|stoppet|rejser sekretariat*|fjern*',
      'NAME|kollega* med holdet|teamet|ombord|tilføj*|meld*',
      'jeg stopper|fratræder|skifter|overgår|pension|barsel|orlov NAME|kollega*',
      'NAME|kollega* skal|må|kan|være|have|også SECRETARY',
      'NAME|kollega* ikke|stoppet|sluttet|pension|fratrådt SECRETARY',
      'NAME|kollega* skal|må|kan|få|have adgang|rettighed*|lov',
      'NAME|kollega* skal|må|kan|kunne|også START|CLOSE|ROUND styre|køre|rykke',
      'NAME|kollega* skal|må|kunne START|CLOSE|styre|køre ROUND',
      'CHANGE|fjern*|afmeld*|frameld* SECRETARY NAME|kollega*',
      'CHANGE|fjern*|tag* NAME|kollega* som|fra|af SECRETARY|listen',
      'giv*|tildel* NAME|kollega* adgang|rettighed*|lov|SECRETARY',
      'NAME|kollega* begyndt|startet|ansat|tiltrådt SECRETARY',
      'NAME|kollega* begyndt|startet|ansat sekretariat*|hos adgang|også|med',
      'SECRETARY stoppet|fratrådt|rejst|pension|barsel|orlov|holdt|sluttet|erstat*|afløs*',
      'udpeg*|udnævn*|registrer*|sæt*|gør*|vælg*|skriv*|meld* NAME|kollega* SECRETARY',
      'giv* lov|adgang|rettighed* START|ROUND',
      'giv* NAME lov|adgang START ROUND',
      'kollega adgang|med',
      'NAME adgang|rettighed*',
      'NAME sekretær',
      'ny|nyt|nye sekretær',
      'CHANGE sekretær',
      'sekretær hedder|er|hed',
      'sekretær ikke længere|mere',
      'sekretær stoppet|fratrådt|rejst|holdt|opsagt|ferie|væk|sagt|skiftet',
      'sekretær ny|nyt|nye fået|skift*|hedder|ret*|ændr*|opdater*',
      'skal|må|kan også|gerne start*|afslut*|kør*|opret*|lave runde|runder',
      'adgang|rettighed*|ret runde|runder|sekretariat|start*',
      'giv* adgang|rettighed*',
      'må|skal start*|afslut*|kør* runder',
      'kollega ny|nyt|nye|tilføj*|adgang|start*',
      'skal også kunne start*|afslut*|kør*|styre',
      'tilføj* sekretær|sekretariat|kollega',
    ],
    en: [
      'new secretary|secretaries',
      'change|add|remove|make|set|appoint|name secretary|secretaries',
      'secretary|secretaries is|now',
      'secretary|secretaries not longer|more',
      'secretary|secretaries left',
    ],
  },
  parse: (said) => parseNames(said, SECRETARIES),
  run: async (deps, named, act) => {
    const people = await peopleNamed(deps, named, act, HEADS_MAX);
    return people.kind === 'people' ? nameSecretaries(deps, act, people.people) : people;
  },
  present({ messages: { registration, setup } }, outcome) {
    switch (outcome.kind) {
      case 'named':
        return words(setup.secretaries(outcome.secretaries));
      case 'nobody named':
        return toOne(setup.secretariesWanted());
      case 'not found':
        return toOne(registration.personNotFound(outcome.name));
      case 'too many':
        return toOne(registration.tooManyPeople(outcome.max));
    }
  },
});

/**
 * A message with mentions and other words beside them is a sentence about someone, and not a command.
 *
 * @returns empty where the names are not mentions
 */
function parseNames(
  { withoutMentions, mentions }: CommandWords,
  command: RegExp,
): readonly Mention[] | 'nobody' | undefined {
  const asked = command.exec(withoutMentions);
  if (asked === null) return undefined;
  const others = (asked.groups?.['rest'] ?? '').replace(BETWEEN_NAMES, ' ').replace(/ +/gu, ' ').trim();
  if (others === '') return mentions;
  if (mentions.length > 0 || SENTENCE.test(others) || others.split(' ').length > NAMES_MAX_WORDS) return undefined;
  return NOBODY.test(others) ? 'nobody' : [];
}

async function nameLeaders(
  deps: Deps,
  who: LeaderKind,
  named: readonly Mention[] | 'nobody',
  act: ChannelAct,
  granted: Granted | undefined,
) {
  // The command in the wrong place is told so before anyone is looked up.
  const channel = await deps.channels.find(act.address);
  if (channel?.purpose !== 'department') return { kind: 'not department' } as const;
  const people = await peopleNamed(deps, named, act, mostOf(who));
  return people.kind === 'people' ? setUpOrAsk(deps, act, { kind: who, people: people.people }, granted) : people;
}

type NamingOutcome = Exclude<Awaited<ReturnType<typeof nameLeaders>>, { kind: 'nobody named' }>;

function namingAnswer(deps: Deps, outcome: NamingOutcome): Answer {
  return outcome.kind === 'not found'
    ? toOne(deps.messages.registration.personNotFound(outcome.name))
    : setUpAnswer(deps, outcome);
}

/** The people of the municipality, and its guests, whom a message mentions. People of other tenants are not found. */
async function peopleNamed(
  { members }: Deps,
  named: readonly Mention[] | 'nobody',
  { address }: ChannelAct,
  max: number,
): Promise<
  | { readonly kind: 'people'; readonly people: readonly Person[] }
  | { readonly kind: 'nobody named' }
  | { readonly kind: 'too many'; readonly max: number }
  | { readonly kind: 'not found'; readonly name: string }
> {
  if (named === 'nobody') return { kind: 'people', people: [] };
  // A client can split one person's name into several mentions.
  const each = eachOnce(named);
  if (each.length === 0) return { kind: 'nobody named' };
  if (each.length > max) return { kind: 'too many', max };
  const found = await Promise.all(
    each.map(async ({ id, name }) => ({ name, member: await members.find(address, id) })),
  );
  const people: Person[] = [];
  for (const { name, member } of found) {
    if (member === undefined || member.isForeign) return { kind: 'not found', name };
    people.push(member.person);
  }
  return { kind: 'people', people };
}
