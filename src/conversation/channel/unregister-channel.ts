import { unregisterChannel } from '../../application/channel/unregister-channel.js';
import { openRounds } from '../../application/round/open-rounds.js';
import { unlessUnreadable } from '../../application/unless-unreadable.js';
import { commandData, VERBS } from '../../cards/buttons.js';
import { questionCard } from '../../cards/question-card.js';
import { type Answer, card } from '../answer.js';
import type { Deps } from '../dependencies.js';
import { type CommandWords, itsWordsAlone, type Phrases } from '../read-command.js';
import { channelCommand } from '../row.js';
import { setUpAnswer } from './set-up-answer.js';
import { setUpOrAsk } from './set-up-channel.js';

const PHRASES: Phrases = { da: ['frakobl'], en: ['unregister'] };
/** What the button stands for by which somebody says that they mean it. */
const MEANT: Phrases = { da: ['frakobl ja'], en: ['unregister yes'] };

/** @returns `isMeant` is false where the person is to be asked first */
function parseUnregistering(said: CommandWords): { readonly isMeant: boolean } | undefined {
  if (itsWordsAlone(said, MEANT)) return { isMeant: true };
  return itsWordsAlone(said, PHRASES) && { isMeant: false };
}

/** Asks whether the person means it, and says how many rounds it touches. */
function unregisterQuestion(deps: Deps, command: string, rounds: number): Answer {
  const { render, messages } = deps;
  const { setup } = messages;
  const { heading, text } =
    command === 'channel.unregister' ? setup.unregisterQuestion(rounds) : setup.unregisterSecretariatQuestion(rounds);
  const data = commandData(VERBS.runCommand, command, MEANT[messages.lang][0]);
  const answers = [{ title: setup.unregister, verb: VERBS.runCommand, data }];
  return { ...card(questionCard(render, messages, { heading, lines: [text], answers })), summary: heading };
}

/** *frakobl* in a department's channel: the channel is no longer registered. */
export const unregisterDepartment = channelCommand({
  name: 'channel.unregister',
  where: ['department'],
  right: 'set up departments',
  help: ({ unregister }) => unregister,
  phrases: PHRASES,
  wanted: {
    da: [
      'vi hører|er|skal ikke til|blandt|med fagområde*|DEPARTMENT|listen',
      'vi hører|er|skal ikke til|blandt|med fagområde*|DEPARTMENT|listen fjern*|slet*|kanal*|frakobl*',
      'kan|vil|må du fjerne|slette|frakoble|afmelde|lukke|nedlægge kanal*|os',
      'hæng* ikke|længere sammen|med fagområde*',
      'forlad*|udtræd*|afslut* vi|kanal*|ordning*|samarbejde*',
      'vi|fagområde*|afdeling* nedlagt|nedlægges|nedlægger|lukker|lukkes|opløst|sammenlagt fjern*|slet*|os|DAY|fra',
      'kan|må godt|gerne fjerne|slette|frakoble|afmelde os|kanal*|den',
      'kanal* ikke bruges|bruge|skal REPORT|ROUND|til|dig|notat* mere|længere|fremover',
      'kanal* ikke bruges|bruge|skal|være|med|deltage mere|længere|fremover|alligevel',
      'fjern*|frakobl*|afkobl*|afmeld*|frameld*|slet*|kobl* denne|her|vores kanal*|fagområde*|afdeling',
      'fjern*|frakobl*|afkobl*|afmeld*|frameld*|kobl* os|vi fra|af|ordning*|listen|ROUND|systemet',
      'vi|fagområde*|afdeling* nedlagt|nedlægges|nedlægger|lukker|lukkes|opløst|ophører|udgår|eksisterer',
      'vi|fagområde*|afdeling* findes ikke|eksisterer mere|længere',
      'vi ud|væk|udgår|udtræder|træder|udmeld* af|fra ordning*|ROUND|listen|systemet|notatbot',
      'ikke længere|mere vi|os|kanal* fagområde*|deltage*|med|relevant|høres|spørges|spurgt',
      'kanal* bliver|er|skal lukket|lukkes|slettet|slettes|nedlagt|nedlægges|arkiver*',
      'flyt*|flyttet|flytter anden|andet|ny|nyt kanal*|team* ikke|frakobl*|fjern*|denne|luk*',
      'vi bruger|har anden|andet|ny|nyt kanal*|team* ikke|denne|frakobl*|fjern*',
      'luk*|nedlæg* kanal*|fagområde*',
      'smid*|tag* bot*|notatbot|dig ud|væk|af',
      'slip* for bot*|dig|det',
      'slip* for|af bot*',
      'tag*|fjern*|slet* af|fra listen',
      'tag*|fjern*|slet* os af|fra|listen',
      'DEPARTMENT nedlagt|nedlægges|lukket|sammenlagt',
      'fjern*|smid*|slet* bot*|notatbot|dig herfra|ud|væk|kanal|her',
      'ikke have|bruge|brug bot*|notatbot|dig kanal|mere|længere|her|herinde',
      'ikke vil|skal have bot*|notatbot|dig kanal',
      'kobl*|koblet|meldes fra|ud',
      'bot*|notatbot væk|ud kanal|herfra|her',
      'vi er nedlagt|sammenlagt|fusioneret',
      'nedlagt|sammenlagt|fusioneret DEPARTMENT|som',
      'fjern*|slet*|afmeld*|frameld* os|vores DEPARTMENT',
      'kan|vil koblet|meldt fra|ud',
      'deltager|medvirker ikke mere|længere',
      'ikke med|deltage mere|længere runde*|høring*',
      'frakobl*|afkobl*|afmeld*|frameld*|afregistrer*|frakoble|udmeld*',
      'frakobl*|afmeld*|frameld*|afregistrer*|fjern*|slet*|nedlæg*|luk* kanal|os|fagområde',
      'kobl* fra kanal|os|os|af',
      'fjern* tilknytning*',
      'ophæv* tilknytning*',
      'bot|botten fjern*|smid*|ud kanal|her',
      'kanal|vi|fagområde|afdeling ikke med mere|længere',
      'kanal ikke med|bruges|aktiv|deltage',
      'lagt|lægges sammen kanal|med|fagområde',
      'nedlagt|nedlægges|nedlægger',
      'vi ikke med|deltage|deltager',
      'vi ikke være|skal med mere|længere|alligevel',
      'ud af runde|kanal|listen|ordningen',
      'kanal bruges ikke',
      'kanal skal lukkes|fjernes|nedlægges|slettes',
    ],
    en: [
      'unregister|disconnect|deregister|unlink',
      'remove|disconnect channel|us',
      'leave channel',
      'channel not part|longer|anymore',
    ],
  },
  parse: parseUnregistering,
  async run(deps, { isMeant }, act, granted) {
    // A wish changes nothing before the secretariat grants it.
    const isAsked = !isMeant && granted?.verdict === 'may';
    const channel = !isAsked ? undefined : await unlessUnreadable(deps.channels.find(act.address));
    const departmentId = channel?.purpose === 'department' ? channel.department.id : undefined;
    const rounds = departmentId === undefined ? 0 : await openRounds(deps, act.address.tenantId, departmentId);
    return rounds > 0
      ? ({ kind: 'unregister?', rounds } as const)
      : setUpOrAsk(deps, act, { kind: 'unregister' }, granted);
  },
  present: (deps, outcome) =>
    outcome.kind === 'unregister?'
      ? unregisterQuestion(deps, 'channel.unregister', outcome.rounds)
      : setUpAnswer(deps, outcome),
});

/** *frakobl* in the secretariat's channel: the municipality has no secretariat until an administrator chooses one. */
export const unregisterSecretariat = channelCommand({
  name: 'channel.unregister-secretariat',
  where: ['secretariat'],
  right: 'place the secretariat',
  help: ({ unregister }) => unregister,
  phrases: PHRASES,
  wanted: {
    da: [
      'ikke være|skal|bruge vores|din styr*|hovedkanal*|kontrolkanal*|koordin*|sekretariat* mere|længere',
      'ikke være|skal|bruge vores|din styr*|hovedkanal*|kontrolkanal*|koordin*|sekretariat* mere|længere denne|her|det|nye|ny',
      'ikke skal|være|bruge vores|din sted|base|plads|hjem mere|længere',
      'vi rykker|flytter over|væk|videre til kanal*|team*|NAME',
      'ikke bruge|bruges|være|skal kanal* sekretariat*',
      'ikke bruge|bruges|være|skal kanal* sekretariat* mere|længere|fremover|nu',
      'vi flytter|flyttet|rykker|skifter kanal*|team*',
      'vi flytter|flyttet|rykker|skifter sekretariat* kanal*|team*|anden|ny|nyt',
      'sekretariat* flyttet|flytter|lukket|lukker|nedlagt|nedlægges|holder',
      'sekretariat* anden|andet|ny|nyt|nye kanal|team flyt*|skal|bruge|over|væk|til',
      'kanal* lukkes|nedlægges|lukker|nedlagt|slettes',
      'kanal* lukkes|nedlægges|lukker|nedlagt|slettes snart|fremover|vi|skal',
      'fjern*|ophæv*|slet*|nedlæg*|fratag*|afmeld*|frakobl* sekretariat* kanal*|her|rolle|funktion',
      'vil|skal vi ud|væk af|fra ordning*|systemet|bot*|notatbot',
      'fjern*|frakobl*|afkobl*|afmeld*|frameld* denne|her kanal*',
      'stop* være|med sekretariat*',
      'kanal* ikke mere|længere|fremover sekretariat*|bruges|skal',
      'fjern*|smid*|slet* bot*|notatbot|dig herfra|ud|væk|kanal|her',
      'ikke have|bruge|brug bot*|notatbot|dig kanal|mere|længere|her|herinde',
      'ikke vil|skal have bot*|notatbot|dig kanal',
      'kobl*|koblet|meldes fra|ud',
      'bot*|notatbot væk|ud kanal|herfra|her',
      'ikke skal bruge kanal sekretariat*|mere|længere',
      'frakobl*|afkobl*|afmeld*|frameld*|afregistrer*|frakoble|udmeld*',
      'frakobl*|afmeld*|frameld*|afregistrer*|fjern*|slet*|nedlæg*|luk* kanal|os|fagområde',
      'kobl* fra kanal|os|os|af',
      'fjern* tilknytning*',
      'ophæv* tilknytning*',
      'bot|botten fjern*|smid*|ud kanal|her',
      'kanal ikke sekretariat*',
      'sekretariat* anden|andet|ny|nyt|nye kanal|team',
      'flyt* sekretariat*',
      'sekretariat* ikke her|længere',
      'sekretariat* over|væk|flyttes|flyttet',
    ],
    en: [
      'unregister|disconnect|deregister|unlink',
      'remove|disconnect channel|us',
      'leave channel',
      'move secretariat',
      'secretariat not|another',
    ],
  },
  parse: parseUnregistering,
  async run(deps, { isMeant }, act) {
    const rounds = isMeant ? 0 : await openRounds(deps, act.address.tenantId);
    return rounds > 0 ? ({ kind: 'unregister?', rounds } as const) : unregisterChannel(deps, act, 'secretariat');
  },
  present: (deps, outcome) =>
    outcome.kind === 'unregister?'
      ? unregisterQuestion(deps, 'channel.unregister-secretariat', outcome.rounds)
      : setUpAnswer(deps, outcome),
});
