import { type SecretariatsPlace, secretariatsPlace } from '../../application/channel/secretariats-place.js';
import { helpCard } from '../../cards/help-card.js';
import { headsDecide } from '../../domain/channel/department.js';
import { namedRoles, type Right, verdictOf } from '../../domain/rights.js';
import type { ChannelAct, PersonalAct, Place } from '../acts.js';
import { type Answer, card } from '../answer.js';
import { linkTo, pressOf } from '../command/near-miss.js';
import type { Deps } from '../dependencies.js';
import { itsWordsAlone, type Phrases } from '../read-command.js';
import { type Command, channelCommand, personalCommand, type Row } from '../row.js';
import type { Said } from '../understanding/said.js';

/** The empty phrase is a message with only a mention of the bot, or with only punctuation such as a question mark. */
const PHRASES: Phrases = { da: ['hjælp', 'hjaelp', ''], en: ['help'] };

const SAID: Said = {
  da: [
    'hvad er meningen|formålet|pointen|idéen|ideen med dig|det|bot*|notatbot',
    'hvilke|hvad ting kan du|jeg|man spørge|gøre|skrive|hjælpe|bruge|bede',
    'hvad kan|må jeg|man|vi skrive|bede|spørge|få|bruge dig|til|om|bot*',
    'liste|oversigt|list* hvad|over kan skrive|spørge|du|bruge|sige',
    'liste|oversigt|list* COMMANDS',
    'hvad kan|gør du|bot*|notatbot egentlig|faktisk|alt|ellers',
    'hvad er|var det|dig du|bot*|notatbot kan|gør|til',
    'hvem|hvad er du hvad bruges|gør|kan',
    'hvad bruges|bruger|skal|formål*|pointen du|dig|det|bot*|notatbot til|med',
    'hvordan bruger|virker|fungerer|bruges|benytter|anvender|betjener man|jeg|vi|du dig|det|bot*|her',
    'ny|nybegynder|rookie|grøn her|bruger|i|lige',
    'ny her hvordan|hvad|hjælp*',
    'jeg|vi ny|nye her|dette|det|jobbet hvordan|hvad|hjælp*|forklar*',
    'kan|vil du hjælpe mig|os|lidt',
    'hjælp*|bistå*|assister* med|til|lidt|mig',
    'HELP findes|har|er|hvor|link|finde',
    'forklar*|fortæl|beskriv*|vis mig|os|lige hvordan|hvad',
    'forklar*|fortæl|beskriv* hvordan|hvad det|du|skal|jeg|bruger',
    'forstår|fatter|aner|ved ikke hvad|hvordan skal|jeg|man|her',
    'forstår|fatter|aner|ved ikke hvad|hvordan skal jeg|man|vi gøre|trykke|skrive',
    'ikke helt|rigtigt styr|klar hvad|hvordan',
    'er i tvivl hvad|hvordan|om',
    'er lost|fortabt|forvirret|tabt',
    'hvad skal|gør jeg|man|vi trykke|gøre|stille med',
    'hvordan svarer|besvarer|afleverer|sender|indsender|udfylder|gør jeg|man|vi det|den|her|kortet|skemaet',
    'hvor svarer|skriver|trykker|udfylder jeg|man|vi',
    'introduktion|intro|instruks*|demo|gennemgang|rundvisning|vejled*',
    'hvilke ting|opgaver|kommandoer|muligheder kan|har|forstår du|jeg|vi|der',
    'kan du andet|også|mere end',
    'hvilke|hvad ting kan du|jeg|man',
    'hvad kan bede dig|om',
    'hvad gør jeg|man|vi nu',
    'hvad|hvordan gør jeg|man|vi',
    'hvad handler|drejer det her|sig',
    'aldrig brugt|prøvet dig|det|før',
    'hvordan svarer|godkender|sender|afleverer man|jeg|vi',
    'hvordan svarer|godkender|sender|afleverer man|jeg|vi svar*',
    'hvad|hvilke ord|sætninger|sprog forstår|kender du',
    'hvilke COMMANDS',
    'list*|vis|giv COMMANDS',
    'how to',
    'hvad gør|laver bot*|du|notatbot|den|det',
    'aner|forstår|ved|fatter ikke hvad|hvordan skrive|gøre|gør|skal|bruge|bruger|virker',
    'hvad skal skrive|gøre man|jeg|vi',
    'hvad kan spørge om|dig',
    'hvordan taler|snakker|skriver man|jeg du|dig',
    'HELP har brug',
    'HELP få|giv|send|lidt|noget|pls|plz',
    'hvad siger|skriver jeg|man til dig|bot*',
    'hjælp*|help',
    'hjælp* mig|kom*|gang',
    'hvad kan du|man|jeg|vi|botten|notatbot',
    'hvad kan du|man|jeg|vi skrive|gøre|spørge|bruge|svare|lave|hjælpe|bestille',
    'hvad kan|skal jeg|man|vi gøre|skrive|trykke',
    'hvordan bruger|virker|fungerer|bruges|anvender|gør|benytter',
    'hvordan bruger|virker|fungerer|bruges|anvender|benytter dig|du|det|bot*|man|den|notatbot',
    'hvordan kommer|kom gang',
    'COMMANDS|HELP',
    'COMMANDS|HELP hvilke|vis|se|liste|oversigt|har|findes',
    'hvad|hvem er du',
    'hvad laver du|botten|notatbot',
    'hvad er det her|du|for|bot*|notatbot',
    'forklar* virker|fungerer|bruge|hvordan|du|hvad',
    'hvordan foregår|det|her fungerer|virker',
    'forstår ikke',
    'forstår|ved ikke hvad|hvordan gøre|skal|virker|bruge|svare',
    'kan du andet|mere|ellers',
    'ikke finde ud',
    'ved ikke hvordan|hvad',
    'hvorfor dukket|er|kommet op|her|med du',
    'hvad går ud på',
    'hvad bruges|bruger|bruge vi|du|dig|det til',
    'bruger man dig',
    'ny her',
  ],
  en: [
    'need|some|get help',
    'how does|do this|you|i work|use|answer',
    'what you do|can',
    'help',
    'what can you|i|we do|ask|write',
    'what can you|i|we',
    'how use|work|works|do',
    'commands|menu|guide|manual|instructions|options',
    'who|what are you',
    'what do i write|say|type|ask',
    'help what do i|we',
    'what is this|bot',
    'not understand|know how|what',
    'why are you here',
  ],
};

/**
 * *hjælp* shows what the person who asks can do in this channel.
 *
 * @param others everything else that people can do in channels
 */
export function helpInChannels(others: readonly Row[]): Command<ChannelAct> {
  const row: Command<ChannelAct> = channelCommand({
    name: 'help',
    where: ['unregistered', 'department', 'secretariat'],
    right: 'take part',
    help: ({ help }) => help,
    phrases: PHRASES,
    said: SAID,
    parse: itsWordsAlone,
    run: async (deps, _, { by, address }) => ({
      rows: [...others, row].filter(({ right }) => mayHave(deps, right, by.id)),
      place: deps.channel?.purpose === 'secretariat' ? undefined : await secretariatsPlace(deps, address.tenantId),
    }),
    present: (deps, { rows, place }) => help(deps, rows, deps.channel?.purpose ?? 'unregistered', place),
  });
  return row;
}

/** *hjælp* in a personal chat. @param others everything else that people can do there */
export function helpInPersonalChats(others: readonly Row[]): Command<PersonalAct> {
  const row: Command<PersonalAct> = personalCommand({
    name: 'help.personal',
    where: ['personal'],
    right: 'take part',
    help: ({ help }) => help,
    phrases: PHRASES,
    said: SAID,
    parse: itsWordsAlone,
    run: async (deps, _, { sender }) => ({
      rows: [...others, row],
      place: await secretariatsPlace(deps, sender.tenantId),
    }),
    present: (deps, { rows, place }) => help(deps, rows, 'personal', place),
  });
  return row;
}

/**
 * Whether the person may have a right, as far as it can be known without asking the roster. Someone whom no list names
 * is taken for a member of the team, and for a secretary where nobody is named as one.
 */
function mayHave({ channel, administrators }: Deps, right: Right, personId: string): boolean {
  const secretariat = channel?.purpose === 'secretariat' ? channel : undefined;
  const department = channel?.purpose === 'department' ? channel.department : undefined;
  const named = namedRoles(personId, administrators, { secretariat, department });
  const isByTeam = secretariat?.secretaries.length === 0;
  const roles = [...named, 'member', ...(isByTeam ? (['secretary'] as const) : [])] as const;
  return verdictOf(right, roles, department !== undefined && headsDecide(department)) !== 'may not';
}

function changes(row: Row): boolean {
  return 'wanted' in row && row.wanted !== undefined;
}

function help(deps: Deps, rows: readonly Row[], place: Place, secretariat: SecretariatsPlace | undefined): Answer {
  const { render, messages } = deps;
  const here = rows.filter(({ where }) => where.includes(place));
  const lines = here.flatMap((row) => row.help?.(messages.help, place).lines ?? []);
  const buttons = here.flatMap((row) => {
    const { menu, buttons: own = [] } = row.help?.(messages.help, place) ?? {};
    // The list above the message box has what is used most. What changes something is written.
    const isOffered = menu !== undefined && row.name !== 'help' && row.name !== 'help.personal' && !changes(row);
    return isOffered ? own.map(({ title, written }) => ({ title, ...pressOf(row, written, place) })) : [];
  });
  return card(
    helpCard(render, messages, messages.help[place], { lines, buttons, link: linkTo(deps, secretariat?.url).link }),
  );
}
