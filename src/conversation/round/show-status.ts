import { currentRound } from '../../application/round/which-round.js';
import { type OpenRound, openRoundsCard } from '../../cards/round/rounds-card.js';
import { statusCard } from '../../cards/round/status-card.js';
import { deskOf } from '../../domain/round/desk.js';
import { byDeadline } from '../../domain/round/open-rounds.js';
import type { Round, RoundOverview } from '../../domain/round/round.js';
import { card, messagesOf } from '../answer.js';
import type { Deps } from '../dependencies.js';
import { itsWordsAlone } from '../read-command.js';
import { channelCommand } from '../row.js';
import { afterNewer, noCurrentRound } from './current-round.js';

/** *status* shows who has answered in the newest round, and who is missing. */
export const showStatusCommand = channelCommand({
  name: 'round.status',
  where: ['secretariat'],
  right: 'run rounds',
  help: ({ status }) => status,
  phrases: { da: ['status'], en: ['status'] },
  said: {
    da: [
      'har|er vi|du fået|modtaget dem|det|alle|svar*|noget|nogen',
      'har|er vi|du fået|modtaget dem|det alle|allesammen|sammen|hele|nu|endnu',
      'hvad sagde|skrev|svarede|svarer NAME|DEPARTMENT|AREA|de',
      'hvem svigter|smøler|forsømmer|driller|sover|trækker|springer|mangler|er',
      'hvem svigter|smøler|forsømmer|driller|sover os|tiden|nu|denne|gang|stadig|over',
      'hvem har|er glemt|sprunget|misset|forsinket|sen|sene|sent|aktiv*|hurtig*|stille|tavs*|reageret',
      'hvem lader|er på sig vente',
      'hvem har|er ingen|ikke|endnu lyd|livstegn|hørt|rørt|rykket',
      'lyd|livstegn WHOM|fra|nogen|endnu',
      'noget|nyt fra AREA|NAME|WHOM',
      'nogen nyt|nyheder|bevægelse|fremskridt|udvikling|aktivitet',
      'hvad er|har sket|nyt siden|sidst',
      'hvor mange er|har|af færdig*|klar|igennem|åbnet|tilbage|svar*',
      'er AREA|NAME|WHOM|vi i mål|færdig*|klar|igennem|hjemme|done',
      'kan|må jeg|vi se|få hvordan|hvor|hvem går|langt|det|status*|mangler',
      'giv|vis|send|lav mig|os en et OVERVIEW',
      'tæl* op|sammen|ANSWER',
      'hvor godt|langt|dårligt|ringe går|er|står|ligger det|vi',
      'statusmail|opdatering|update',
      'opdatering|update på|giv|få|kort|om',
      'regnskab|tal hvem|over|ANSWER',
      'har AREA|WHOM|NAME fået|bedt|takket|svaret|sagt',
      'er|har det|der kun|bare WHOM MISSING',
      'mangler der|vi nogen|nogle|flere',
      'hvad AREA skrevet|svaret|sendt|meldt',
      'hvad har AREA|andre|øvrige skrevet|svaret|sendt|meldt',
      'se|vis hvad AREA|andre|øvrige skrevet|svaret|sendt|meldt',
      'er|mangler WHOM tilbage|alene|sidst',
      'hvor henne er|står vi',
      'er|har|var WHOM IN',
      'er det hele|alt IN',
      'er|kom|har IN siden|noget|nyt|flere|nogen',
      'hvem|hvilke|mange kommet|inde|modtaget|landet',
      'hvem|hvilke|hvor|nogen|mange MISSING',
      'hvem|hvilke|hvor|nogen MISSING endnu|stadig|fortsat|nu|svare',
      'hvem er vente|venter|venter på',
      'hvem mangler|mangle sende|aflevere|svare|reagere|melde|give|levere',
      'WHOM MISSING ANSWER|svare|endnu|stadig',
      'hvornår|hvad|hvilken skal|har|være senest|svar*|aflever*|tilbage|klar|inde',
      'hvornår|hvad|hvilken skal de|alle|WHOM ANSWER|ARRIVED|inde|klar',
      'hvornår|hvad|hvilken dag|dato|dag DEADLINE|senest|svare',
      'hvornår er|udløber|løber|lyder|ligger|hedder DEADLINE',
      'hvad er|var|lyder|hedder DEADLINE nu',
      'hvor lang|mange|meget tid|dage tilbage|endnu|har de|alle|vi',
      'OVERVIEW',
      'OVERVIEW ARRIVED|MISSING|ROUND|IN|WHOM',
      'OVERVIEW hvor|hvem|hvordan|over langt|mange|ARRIVED|MISSING',
      'OVERVIEW hvor langt vi|er',
      'hvor langt WHOM|vi|er|med|nået|kommet',
      'hvordan går|ligger|ser|står|skrider|tegner|forløber ROUND|ANSWER|det|vi',
      'hvordan går|ligger|ser|står det|ROUND ud|med|på',
      'har WHOM svar*|meldt|sendt|aflever* endnu|allerede|nu|tilbage',
      'har|hvad WHOM svar*|meldt|skrevet|sendt',
      'har|er|fik WHOM ARRIVED',
      'har|fik|er vi hørt|ANSWER fra|af WHOM',
      'har|fik|er vi fra WHOM hørt|modtaget|noget|fået',
      'hvor mange|stor ARRIVED|ANSWER|IN|MISSING',
      'hvor stor|mange procent|del|andel',
      'hvem er|bliver sidste|næstsidste',
      'list*|navne|liste MISSING|ARRIVED',
      'hvem|hvilke|nogen set|åbnet|læst REPORT|den|det|kortet|beskeden',
      'hvem|hvilke skylder|skylde',
      'hvem er|begyndt|startet i gang|gang',
      'hvem endnu|stadig ikke ARRIVED|svar*',
      'hvem|hvilke godkendt|godkend* afventer|mangler|svar*',
      'mangler vi|der noget|nogen|svar* fra|nogen',
      'er|kører|har vi|der ROUND gang|åben|i øjeblikket|aktiv|kørende',
      'se|vis|åbn* ANSWER|svar* fra WHOM',
      'hvad har|svarede|skrev|skriver WHOM svar*|skrevet|sagt',
      'til gode hvem|WHOM',
      'hvem|hvilke|hvor|har andre|øvrige ARRIVED|MISSING|ANSWER',
      'hvem|hvilke|hvor|har af de andre|øvrige ARRIVED|MISSING|ANSWER',
      'hvem ARRIVED på ROUND|REPORT',
      'hvem MISSING på ROUND|REPORT',
      'hvem mangler at svare på ROUND|REPORT',
      'hvem nået|er mål|færdig*',
      'har alle|hvem|hvilke DEPARTMENT set|åbnet|læst',
      'hvad|hvilken hedder ROUND',
      'hvem ikke færdig*|klar',
      'er de|alle|vi færdig*|klar|hjem',
      'fik|får vi ANSWER',
      'fik|får vi ANSWER fra NAME|DEPARTMENT',
      'nogle|nogen ANSWER',
      'kommet videre|længere',
      'list*|vis DEPARTMENT mangler',
      'hvor tid DEADLINE',
      'følge op|med hvordan',
      'har alle|de|nogen ANSWER',
      'er NAME|DEPARTMENT færdig*|klar',
      'er vi snart|ved mål|færdig*|hjem',
      'se|vis|læse ANSWER',
      'vis|se ROUND',
      'hvem|hvilke|DEPARTMENT bedt|ønsker|brug udsættelse|tid',
      'hvem|hvilke DEPARTMENT bedt|ønsker udsættelse|tid',
      'har|hvem sagt nej|afslået|afvist|pas',
      'hvordan går NAME|DEPARTMENT',
      'hvor langt er NAME|DEPARTMENT',
      'hvem skylder',
      'kommet|hørt|noget|nyt fra NAME|DEPARTMENT',
      'kommet|hørt noget|nyt|ind|tilbage fra',
      'er kommet noget fra',
      'nyt|nye|set|se|vis|læse ANSWER fra NAME|DEPARTMENT',
      'har|er ANSWER fra NAME|DEPARTMENT',
      'har|hvem ikke hørt fra',
      'har|hvem hørt fra',
      'har|hvem ANSWER fra',
      'har NAME|DEPARTMENT ARRIVED',
      'har de|alle|nogen ARRIVED|godkendt',
      'hvad er stilling*',
      'hvordan skrider|forløber|ligger det|frem|landet|med',
      'er ved|tæt være der|mål|færdige',
      'hvem vente|venter på',
      'hvor mange ANSWER',
      'hvor mange DEPARTMENT ARRIVED|mangler',
      'manglende|udestående|resterende|indkomne|modtagne|seneste ANSWER',
      'ANSWER oversigt|overblik|liste|status|opgørelse|optælling',
      'hvem|hvilke|alle godkendt',
      'ANSWER godkendt|inde|kommet|modtaget|ind',
      'hvilke ANSWER er|har godkendt|inde|kommet|modtaget|ind|vi',
      'nyt nogen|noget|sidste|seneste',
      'nyt fra DEPARTMENT|NAME sidste|seneste|noget|nogen',
      'nyt fra DEPARTMENT|NAME',
      'hvem bedt|brug|ønsker mere|om|for tid|udsættelse',
      'kører ROUND stadig|endnu',
      'er|har ROUND åben|gang|stadig|aktiv',
      'liste|overblik|oversigt|vis hvem mangler|ARRIVED',
      'liste|vis hvem mangler',
      'status til|på|over',
      'mangler ANSWER|nogen|noget|DEPARTMENT',
      'hvem bag*|halter|langsom*',
      'hvad|hvem har NAME|DEPARTMENT ARRIVED',
      'status',
      'hvem mangler',
      'hvem|hvilke|nogen ikke svar*|reager*|aflever*|sendt|vendt|meldt|besvar*',
      'hvem svar*|sendt|aflever*|besvar*|meldt|reager*|venter',
      'hvilke DEPARTMENT mangler|svar*|reager*|aflever*|venter',
      'hvilke DEPARTMENT ikke svar*|reager*|aflever*|besvar*|meldt|vendt',
      'DEPARTMENT ikke svar*|reager*|aflever*|besvar*|vendt',
      'mangler svar*|tilbagemelding*|DEPARTMENT',
      'mangler nogen|vi|stadig|hvad|hvor',
      'alle svar*|aflever*|inde|meldt',
      'hvor langt er|nået|kommet',
      'hvor langt ROUND',
      'hvordan går|står|ser',
      'hvordan går|står|ser svar*|ROUND',
      'hvor mange svar*|mangler|tilbagemelding*|aflever*',
      'overblik|oversigt|fremdrift|stade|tilstand',
      'overblik|oversigt|status svar*|ROUND|mangler',
      'svar* kommet|modtaget|inde|ind|ude|manglende|udestå*|tikket',
      'nye svar*|tilbagemelding*',
      'har svaret|svar|afleveret|reageret|meldt',
      'hvornår|hvad er DEADLINE',
      'venter på',
      'halter|bagud',
      'svarprocent|svarstatus',
      'hvem ikke endnu',
    ],
    en: [
      'which|who|anyone pending|late|behind|outstanding',
      'where we|are',
      'how many back|in|far',
      'status on|of|for round',
      'status',
      'who missing|answered|replied|responded|outstanding|left',
      'who not answered|replied|responded',
      'how far',
      'how going',
      'how many answered|replied|missing|answers|replies',
      'overview|progress',
      'has answered|replied|responded',
      'anyone|everyone missing|answered|replied',
      'waiting for',
      'which departments missing|answered|replied',
    ],
  },
  parse: itsWordsAlone,
  run: async (deps, _, { address: { tenantId }, meantRound }) => {
    const [outcome, teams] = await Promise.all([
      currentRound(deps, tenantId, meantRound),
      deps.knownTeams.list(tenantId),
    ]);
    if (outcome.kind === 'which round?') return { kind: 'several', overviews: await overviewsOf(deps, outcome.open) };
    return outcome.kind === 'round' ? { ...outcome, teams } : outcome;
  },
  present(deps, outcome) {
    const { render, messages, clock, ids } = deps;
    if (outcome.kind === 'several') {
      const open = outcome.overviews.map((overview) => openRoundOf(overview, clock.now()));
      return { ...card(openRoundsCard(render, messages, open, ids.next())), summary: messages.desk.list.openHeading };
    }
    if (outcome.kind !== 'round') return noCurrentRound(deps, outcome, { command: 'round.status' });
    const { overview, teams } = outcome;
    const shown = statusCard(render, messages, overview, clock.now(), ids.next(), undefined, undefined, teams);
    return afterNewer(deps, outcome.isNewerUnreadable, messagesOf(deps, card(shown)));
  },
});

/** How many open rounds are shown. Our choice: a municipality has two or three, and *runder* shows all. */
const OPEN_SHOWN = 10;

/** The open rounds, the nearest deadline first. */
async function overviewsOf(
  { rounds }: Pick<Deps, 'rounds'>,
  open: readonly Round[],
): Promise<readonly RoundOverview[]> {
  const nearest = open.toSorted(byDeadline).slice(0, OPEN_SHOWN);
  const read = await Promise.all(nearest.map(({ id }) => rounds.readOverview(id)));
  return read.flatMap((overview) => overview ?? []);
}

function openRoundOf(overview: RoundOverview, now: Date): OpenRound {
  const { progress, needs } = deskOf(overview, now);
  const { answered, asked } = progress;
  return { round: overview.round, answered: answered.length, asked, needs: needs.length };
}
