import { VERBS } from '../../cards/buttons.js';
import { itsWordsAlone, type Phrases } from '../read-command.js';
import { button, channelCommand } from '../row.js';
import { setUpCard, setUpNow } from './set-up-card.js';

/** The ways to ask for the set-up, in every place. */
export const SET_UP: Phrases = {
  da: ['opsætning', 'opsætningen', 'opsaetning', 'sæt op', 'saet op', 'indstillinger'],
  en: ['setup', 'set up', 'set-up', 'settings'],
};

/** *opsætning* in the secretariat's channel shows how everything is set up, and lets it be changed. */
export const showSetUp = channelCommand({
  name: 'setup.show',
  where: ['secretariat'],
  right: 'manage the set-up',
  help: ({ setUp }) => setUp,
  phrases: SET_UP,
  parse: itsWordsAlone,
  run: (deps, _, act) => setUpNow(deps, act, 'teams'),
  present: (deps, now) => setUpCard(deps, now),
});

/** *Opdatér* asks Teams again. It also leads back from the form for a department. */
export const refreshSetUp = button({
  name: VERBS.refreshSetup,
  where: ['secretariat'],
  right: 'manage the set-up',
  parse: () => ({}),
  run: (deps, _, press) => setUpNow(deps, press, 'teams'),
  present: (deps, now) => ({ ...setUpCard(deps, now), forAll: 'shown' }),
});
