import { currentRound } from '../../application/round/which-round.js';
import { planCard } from '../../cards/round/plan-card.js';
import { card, messagesOf } from '../answer.js';
import { itsWordsAlone } from '../read-command.js';
import { channelCommand } from '../row.js';
import { afterNewer, noCurrentRound } from './current-round.js';

/** *vis plan* shows which departments are reminded when in the newest round, and lets the secretariat change the plan. */
export const showPlan = channelCommand({
  name: 'round.plan',
  where: ['secretariat'],
  right: 'run rounds',
  help: ({ plan }) => plan,
  phrases: {
    da: ['vis plan', 'plan', 'planen', 'vis planen', 'påmindelser'],
    en: ['show plan', 'show the plan', 'reminders'],
  },
  said: {
    da: [
      'REMINDERS tidligt|sent|ofte|tit|sjældent|aggressive',
      'REMINDERS kommer|sendes tidligt|sent|ofte|tit',
      'ryk*|REMINDERS DAY stedet',
      'hvordan REMINDERS sat|indstillet|op',
      'hvordan er REMINDERS sat op',
      'er REMINDERS planlagt',
      'hvornår|hvor REMINDERS sendes|sender|bliver|folk|stiller|indstiller|ud|ændrer|ses',
      'hvilken|hvilke|hvad dag|dage|tidspunkt*|klokkeslæt REMINDER',
      'færre|flere|oftere|sjældnere|tit|ofte|tidspunkt* REMINDER',
      'vil|vi|skal færre|flere|oftere|sjældnere REMINDER',
      'skal REMINDER oftere|sjældnere|tidligere|senere',
      'ikke så|sendes|sende mange|tit|ofte REMINDER',
      'første|næste|anden|sidste REMINDERS MOVE',
      'første|næste|anden|sidste REMINDERS flyt*|ændr*|ret* DAY',
      'slå|slået|sæt REMINDERS fra|til',
      'hvordan|kan ændr*|indstil*|styr*|juster* REMINDERS|REMINDER',
      'plan',
      'påmindelser',
      'plan REMINDER',
      'plan se|vis|ændr*|ret*|justér*|juster* REMINDER',
      'hvor tit|ofte|mange REMINDER',
      'REMINDER ret*|ændr*|skift*|udskift*|rediger*|indstil*|juster*|slå|plan*|se|vis|oversigt|liste',
      'rykkerplan|påmindelsesplan|rykkerprocedure|tidsplan|rykkerkalender',
      'hvem hvornår REMINDER',
      'hvilke REMINDER planlagt|kommer|sendes|sender',
      'planlagt* REMINDER',
      'hvad dage|dag REMINDER',
      'REMINDER indstil*|opsæt*|frekvens',
    ],
    en: [
      'plan',
      'reminders',
      'reminder plan|schedule',
      'plan|schedule change|show|see',
      'schedule',
      'how often|many remind|reminders',
      'when who reminded',
      'change reminders',
    ],
  },
  parse: itsWordsAlone,
  run: (deps, _, { address, meantRound }) => currentRound(deps, address.tenantId, meantRound),
  present(deps, outcome) {
    if (outcome.kind !== 'round') return noCurrentRound(deps, outcome, { command: 'round.plan' });
    const { render, messages, clock, ids } = deps;
    const shown = planCard(render, messages, outcome.overview, clock.now(), ids.next());
    return afterNewer(deps, outcome.isNewerUnreadable, messagesOf(deps, card(shown)));
  },
});
