import { choosePreference } from '../../application/work/choose-preference.js';
import { PERSONAL_VERBS } from '../../cards/buttons.js';
import type { PersonalAct } from '../acts.js';
import { type Answer, words } from '../answer.js';
import type { Deps } from '../dependencies.js';
import { itsWordsAlone } from '../read-command.js';
import { personalButton, personalCommand } from '../row.js';

/* A person chooses, in their own chat with the bot, where they are told of what waits for them. */

/** *besked her*: in this chat. */
export const tellHereCommand = personalCommand({
  name: 'person.tell-here',
  where: ['personal'],
  right: 'take part',
  help: ({ tellHere }) => tellHere,
  phrases: {
    da: ['besked her', 'beskeder her', 'besked i chatten', 'beskeder i chatten'],
    en: ['messages here', 'message here', 'messages in the chat', 'messages in this chat'],
  },
  wanted: {
    da: [
      'mine|min påmind*|rykker* privat|her|direkte|personlig*|chat*|hertil',
      'få|have|modtage|send* påmind*|rykker* privat|her|direkte|personlig*|chat*|hertil|herinde',
      'få|have|modtage|sende|skrive det|alt|MESSAGE|dem i|på|som chat*|indbakke*|privat|personlig*|direkte|her',
      'kan|kunne|må|vil jeg få|have|modtage det|alt|MESSAGE i|som chat*|privat|direkte|personlig*|her',
      'opdager|ser|når|får|læser aldrig|ikke|sjældent kanal*|opslag*|tags|MESSAGE her|chat*|privat|direkte|sig|skriv*',
      'tip*|ping*|pling*|prik*|ryk*|mind mig her|privat|direkte|chat*|personlig*|på',
      'væk fra|ude kanal* her|privat|chat*',
      'MESSAGE|skriv*|send*|sig|underret* her|herinde|hertil|privat|direkte|personlig*|chat* fremover|stedet|hellere|helst|kan|vil',
      'MESSAGE|skriv*|send*|sig|underret* til|mig her|herinde|hertil|privat|direkte|personlig*|chat* end|stedet|hellere|helst|kan|vil kanal*',
      'hellere|helst|stedet|bedre her|herinde|privat|direkte|chat* end|for kanal*|team*',
      'hellere|helst|stedet|bedre MESSAGE|skriv*|send* her|herinde|privat|direkte|chat* end|for kanal*|team*',
      'vil|ønsker|må|kan jeg have|få MESSAGE her|herinde|privat|direkte|personlig*|chat*|hertil',
      'mine MESSAGE privat|her|direkte|personlig*|chat*|hertil',
      'giv* mig besked|MESSAGE her|privat|direkte|personlig*|chat*|når|om',
      'MESSAGE|skriv*|kontakt* kun|bare|hellere|direkte til|mig',
      'overser|misser|glemmer|opdager|ser ikke|altid kanal*|opslag* MESSAGE|skriv*|her|stedet|direkte',
      'kan|vil du skrive|sende|pinge|kontakte|advisere|orientere|underrette|notificere mig her|direkte|privat|chat*|når',
      'ikke kanal* men|hellere her|mig|direkte|privat',
      'underret*|adviser*|orienter* PRIVATELY|mig',
      'MESSAGE PRIVATELY|her|mig',
      'MESSAGE min|mine|egen PRIVATELY',
      'send*|giv*|få|have|vil MESSAGE PRIVATELY|her',
      'hellere|helst|stedet PRIVATELY',
      'vil hellere|helst|have PRIVATELY',
      'skriv* direkte|her til mig',
      'ikke kanal* MESSAGE|skriv* PRIVATELY',
      'MESSAGE PRIVATELY stedet kanal*|tagget|nævnt',
      'sig|skriv|giv til|besked her|mig når',
      'besked* her|chat*|privat|direkte|personlig*|mig',
      'besked* giv*|send*|få|have|vil her|chat*|privat|direkte|personlig*|når|mig',
      'skriv* her|privat|direkte|chat*|personlig*',
      'skriv* mig her|privat|direkte|chat*|personlig*',
      'notifikation*|notif*|påmindelser|advisering* her|chat*|privat|direkte|mig',
      'privatbesked*|pb|dm',
      'sig til|her|chat*',
      'giv* lyd|praj|besked',
      'her i stedet|stedet|hellere',
      'besked*|skriv* direkte|her|privat|chat* stedet kanal*',
      'kontakt* mig her|privat|direkte|chat*',
      'underret*|adviser*|orienter* mig|her',
      'pling*|ping* mig|her',
    ],
    en: [
      'message* here|me|privately|directly|chat',
      'write* me|privately|directly|chat',
      'write* me here|privately|directly|chat',
      'tell|notify me here|privately|chat|directly',
      'notifications here|chat',
      'here instead',
    ],
  },
  parse: itsWordsAlone,
  run: (deps, _, act) => choose(deps, act, true),
  present: ({ messages }) => words(messages.personalNotices.chosenHere()),
});

/** *besked i kanalen*: in the department's channel, as before. */
export const tellInChannelCommand = personalCommand({
  name: 'person.tell-in-channel-again',
  where: ['personal'],
  right: 'take part',
  help: ({ tellInChannel }) => tellInChannel,
  phrases: {
    da: ['besked i kanalen', 'beskeder i kanalen'],
    en: ['messages in the channel', 'message in the channel'],
  },
  wanted: {
    da: [
      'påmind*|rykker* kanal*|tråden|teamet igen|stedet|hellere|tilbage',
      'fint|ok|godt|nok|fremover du|at skriver|tagger|nævner kanal*',
      'chat* ikke|uden|stop|slip* mere|længere|skriv*|MESSAGE',
      'lad|hold min|mig privat*|chat*|indbakke* fred|fri|ude',
      'kom|sende|sendes|poste|postes|lægge kanal*|fælles|tråden|teamet igen|stedet|MESSAGE|hellere',
      'samme|fælles sted|kanal* andre|alle|som|MESSAGE',
      'skriv*|MESSAGE|send*|nævn*|tag* kanal*|teamet|tråden igen|stedet|fremover|som|bare|kun|hellere|tilbage',
      'skriv*|MESSAGE|send*|nævn*|tag* kanal*|teamet|tråden igen|stedet|fremover|hellere|tilbage ikke|her|privat|chat*',
      'skriv* bare|kun|igen|hellere i|ude kanal*',
      'hellere|helst|stedet|bedre kanal*|team* end her|privat|chat*|direkte',
      'hellere|helst|stedet|bedre MESSAGE|skriv*|send* i kanal*|team* end her|privat|chat*|direkte|mig',
      'ikke|stop|slip* MESSAGE|skriv* her|privat|direkte|chat*|personlig*|mig mere|længere|flere|alligevel',
      'gider|vil|ønsker|orker|behøver ikke MESSAGE|skriv* her|privat|direkte|chat*|personlig*|mig|alle',
      'slå|sluk* private|personlige|direkte MESSAGE fra|igen',
      'tilbage til|som kanal*|før',
      'tilbage til|som kanal* MESSAGE|igen|skriv*',
      'for|alt mange MESSAGE her|private|direkte|chat*',
      'fortryd*|annuller* privat*|direkte|MESSAGE',
      'frabed* MESSAGE|privat*|direkte|skriv*',
      'lad mig fred',
      'ikke PRIVATELY MESSAGE',
      'ikke MESSAGE',
      'ikke MESSAGE her|herinde|mere|flere|privat*',
      'ikke skriv* mig',
      'nævn*|tag*|tagg* kanal*',
      'nævn*|tag*|tagg* mig kanal*|team*',
      'vil|bare|kun|hellere nævn*|tag*|tagg* kanal*',
      'MESSAGE kanal* stedet|igen|hellere|kun|bare',
      'stop MESSAGE|skriv*',
      'ikke forstyrres|forstyrre|forstyr|plage*|spam*',
      'besked* kanal*|teamet|tråden|gruppen',
      'besked* kanal* igen|hellere|stedet|tilbage|få|vil|giv*|kun|bare',
      'skriv* kanal* igen|hellere|stedet|tilbage|bare|kun',
      'skriv* kanal*',
      'kanal* stedet|igen|hellere|tilbage',
      'ikke skriv* privat|her|mig|chat*|direkte|personlig*|mere',
      'ikke besked*|beskeder|notifikation* privat|her|mig|chat*|direkte|personlig*|mere|flere',
      'ikke send* privat|her|mig|chat*|besked*|direkte',
      'ikke privat|forstyr*',
      'slå|slå fra besked*|notifikation*',
      'ikke mere|flere besked*|notifikation*|her',
      'notifikation* kanal*',
      'afmeld*|frameld* besked*|notifikation*|privat*',
      'privat* besked* fri|fjern*|slip*',
    ],
    en: [
      'message* channel',
      'write* channel',
      'tell|notify me channel',
      'not write|message|send|notify me|here|privately',
      'channel instead|again',
      'not messages|notifications here|me|privately',
    ],
  },
  parse: itsWordsAlone,
  run: (deps, _, act) => choose(deps, act, false),
  present: chosenInChannel,
});

/** *Få det i kanalen i stedet*, on a personal message. */
export const tellInChannelButton = personalButton({
  name: PERSONAL_VERBS.tellInChannel,
  where: ['personal'],
  right: 'take part',
  run: (deps, _, act) => choose(deps, act, false),
  present: chosenInChannel,
});

function choose(deps: Deps, { sender: { tenantId, by }, conversationId }: PersonalAct, isPersonal: boolean) {
  return choosePreference(deps, { tenantId, by, conversationId, isPersonal });
}

function chosenInChannel({ messages }: Deps): Answer {
  return words(messages.personalNotices.chosenInChannel());
}
