import assert from 'node:assert/strict';
import type { Trouble } from '../../src/domain/work/trouble.js';
import { da, en } from '../../src/text/messages.js';
import { STOPPED_WORDS, UNCERTAIN_WORDS } from './trouble-examples.js';

const stopped = (word: string, what?: string): Trouble => ({ fate: 'stopped', what, word });
const uncertain = (word: string, what?: string): Trouble => ({ fate: 'uncertain', what, word });

/** A trouble, and what the secretariat reads of it in Danish. */
const SENTENCES: readonly (readonly [Trouble, string])[] = [
  [
    stopped('403 BotNotInConversationRoster', 'post request'),
    'Kortet er ikke nået frem: Notatbot er fjernet fra teamet. Føj Notatbot til teamet igen; så sendes kortet af sig selv.',
  ],
  [
    stopped('403 BotDisabledByAdmin', 'post department notice'),
    'En besked til fagområdet er ikke nået frem: en administrator har slået Notatbot fra i Teams. Bed den it-ansvarlige om at slå Notatbot til igen, og send så beskeden igen.',
  ],
  [
    stopped('403 ConversationBlockedByUser'),
    'Kortet er ikke nået frem: nogen har blokeret Notatbot. Få blokeringen fjernet, og send så kortet igen.',
  ],
  [
    stopped('403 MessageWritesBlocked'),
    'Kortet er ikke nået frem: Teams lader ikke Notatbot skrive i kanalen. Se efter, om Notatbot stadig er i teamet, og send så kortet igen.',
  ],
  [
    stopped('403 NotEnoughPermissions', 'post notat'),
    'Notatet er ikke nået frem: Notatbot har ikke lov til at skrive i kanalen. Bed en ejer af teamet om at give lov, og send så notatet igen.',
  ],
  [
    stopped('404 ConversationNotFound', 'refresh cards'),
    'Fagområdets kort kunne ikke opdateres: Teams kan ikke finde kanalen. Er kanalen slettet, så gendan den. Derefter opdateres kortet af sig selv.',
  ],
  [
    stopped('404 ActivityNotFoundInConversation', 'post department notice'),
    'En besked til fagområdet er ikke nået frem: Teams kan ikke finde tråden.',
  ],
  [
    stopped('404 ActivityNotFoundInConversation', 'update round card'),
    'Kortet, som runden blev startet fra, kunne ikke opdateres: Teams kan ikke finde det.',
  ],
  [
    stopped('401 BotNotRegistered', 'post decline'),
    'Kortet om et fagområde, der har meldt fra, er ikke nået frem: Notatbot er ikke registreret hos Microsoft. Bed den it-ansvarlige om at se på det, og send så kortet igen.',
  ],
  [
    stopped('413 MessageSizeTooBig', 'post notat part'),
    'En del af notatet er ikke nået frem: den er for stor til Teams. Bed den it-ansvarlige om at se på det.',
  ],
  [stopped('413'), 'Kortet er ikke nået frem: det er for stort til Teams. Bed den it-ansvarlige om at se på det.'],
  [
    stopped('no try came to an end', 'compile if complete'),
    'Samlingen af notatet er ikke gjort færdig: Notatbot er gået i stå, hver gang det er forsøgt. Bed den it-ansvarlige om at se på det, og prøv så igen.',
  ],
  [
    stopped('403'),
    'Kortet er ikke nået frem: Teams afviste det (403). Send kortet igen. Hjælper det ikke, så bed den it-ansvarlige om at se på det.',
  ],
  [
    stopped('503 ServiceUnavailable'),
    'Kortet er ikke nået frem: Teams kunne ikke tage imod det (503 ServiceUnavailable). Send kortet igen. Hjælper det ikke, så bed den it-ansvarlige om at se på det.',
  ],
  [
    stopped('internal error', 'refresh cards'),
    'Fagområdets kort kunne ikke opdateres: det er ikke lykkedes at opdatere det (internal error). Prøv igen. Hjælper det ikke, så bed den it-ansvarlige om at se på det.',
  ],
  [
    uncertain('ECONNRESET', 'post request'),
    'Kortet er måske ikke nået frem: Teams svarede ikke, da det blev sendt. Se efter i kanalen, og tryk på Den kom frem, hvis det er der. Ellers sendes det igen af sig selv i arbejdstiden.',
  ],
  [
    uncertain('504', 'post department notice'),
    'En besked til fagområdet er måske ikke nået frem: Teams svarede ikke, da den blev sendt. Se efter i kanalen, og tryk på Den kom frem, hvis den er der, og ellers på Send igen.',
  ],
  [
    uncertain('the process ended', 'post notat'),
    'Notatet er måske ikke nået frem: Notatbot blev stoppet, mens det blev sendt. Se efter i kanalen, og tryk på Den kom frem, hvis det er der, og ellers på Send igen.',
  ],
  [
    uncertain('AnswerTooLong', 'of a newer version'),
    'En besked er måske ikke nået frem: ingen ved, om Teams tog imod den (AnswerTooLong). Se efter i kanalen, og tryk på Den kom frem, hvis den er der, og ellers på Send igen.',
  ],
];

describe('what has not been delivered', () => {
  for (const [trouble, sentence] of SENTENCES) {
    it(`is told in words: ${trouble.fate}, ${trouble.word}, ${trouble.what}`, () => {
      assert.equal(da.trouble.whole(trouble), sentence);
      assert.ok(sentence.startsWith(`${da.trouble.short(trouble)}: `));
    });
  }

  it('is a request card where an older version of the bot does not tell what it is', () => {
    for (const word of STOPPED_WORDS) {
      assert.equal(da.trouble.whole(stopped(word)), da.trouble.whole(stopped(word, 'post request')));
    }
  });

  it('has its word in parentheses only where the words do not say as much', () => {
    const shows = (trouble: Trouble) => trouble.word !== '' && en.trouble.whole(trouble).includes(`(${trouble.word})`);
    assert.deepEqual(
      STOPPED_WORDS.filter((word) => shows(stopped(word))),
      ['403', '404 Gone', '400 BadSyntax', '503 ServiceUnavailable', '429', 'ECONNREFUSED', 'internal error'],
    );
    assert.deepEqual(
      UNCERTAIN_WORDS.filter((word) => shows(uncertain(word))),
      ['AnswerTooLong'],
    );
  });

  it('is summed up by how many departments have not got their card', () => {
    const { summary } = da.trouble;
    assert.equal(summary('Rapporten', 1, true), 'Ét fagområde har ikke fået sit kort i ”Rapporten”');
    assert.equal(summary('Rapporten', 12, true), '12 fagområder har ikke fået deres kort i ”Rapporten”');
    assert.equal(summary('Rapporten', 2, false), 'To fagområder har måske ikke fået deres kort i ”Rapporten”');
    assert.equal(summary('Rapporten', 0, true), 'Noget i runden ”Rapporten” er ikke nået frem');
  });

  it('names the buttons by what stands on them', () => {
    for (const { trouble } of [da, en]) {
      const said = trouble.whole(uncertain('504', 'post notat'));
      assert.ok(said.includes(trouble.sendAgain) && said.includes(trouble.arrived));
    }
    assert.ok(da.trouble.howToSend.includes(da.status.show) && en.trouble.howToSend.includes(en.status.show));
  });
});
