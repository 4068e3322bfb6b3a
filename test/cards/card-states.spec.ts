import assert from 'node:assert/strict';
import { fitsInTeams } from '../../src/cards/card-size.js';
import type { Card } from '../../src/cards/render.js';
import { askFormCard } from '../../src/cards/reply/ask-card.js';
import { departmentCard } from '../../src/cards/reply/department-card.js';
import { requestCard } from '../../src/cards/reply/request-card.js';
import { newRoundForm, roundFormCard } from '../../src/cards/round/round-cards.js';
import { COMMENT_MAX, REPLY_MAX } from '../../src/domain/limits.js';
import { seenNow } from '../../src/domain/reply/seen.js';
import { DEFAULT_CALENDAR } from '../../src/domain/round/working-days.js';
import { da } from '../../src/text/messages.js';
import {
  aDeadline,
  aDraft,
  aLocalDate,
  anAddress,
  anAnswerToAll,
  anAsk,
  aPerson,
  aProposal,
  aQuestion,
  aRoundDepartment,
  aSentBack,
  aTimeRequest,
  aVersion,
  START,
} from '../support/builders.js';
import { type Part, partsOfType, render, shownText } from './card-parts.js';
import { everyCard, NONCE } from './every-card.js';

const CARDS = everyCard(da);

function cardOf(name: string): Card {
  const card = CARDS.get(name);
  assert.ok(card, name);
  return card;
}

function buttons(card: Card): readonly string[] {
  return ((card['actions'] ?? []) as readonly Part[]).map(({ title }) => String(title));
}

/** The buttons that are not behind the others. */
function primary(card: Card): readonly string[] {
  const actions = (card['actions'] ?? []) as readonly Part[];
  return actions.filter(({ mode }) => mode !== 'secondary').map(({ title }) => String(title));
}

function field(card: Card, id = 'reply'): unknown {
  return partsOfType(card, 'Input.Text').find((input) => input['id'] === id)?.['value'];
}

function assertSays(name: string, ...texts: readonly string[]): void {
  for (const text of texts) assert.ok(shownText(cardOf(name)).includes(text), `${name} does not say: ${text}`);
}

describe('the request card', () => {
  it('says in this order who asks, by when, and what', () => {
    const said = shownText(cardOf('request')).split('\n').slice(0, 8);
    assert.deepEqual(said, [
      'Sekretariatet beder om svar',
      'Frist: til og med onsdag den 25. november 2026',
      'Svartid: 12 arbejdsdage',
      'Alle i kanalen kan svare for fagområdet.',
      'Opfølgning på tilsynets årsrapport',
      'Spørgsmål',
      'Hvad har I lært?',
      'Hvad gør I nu?',
    ]);
  });

  it('tells the time of the deadline, and which heads answer', () => {
    assertSays(
      'request to heads with an earlier round',
      'Frist: onsdag den 25. november 2026 kl. 12.00',
      'Åse Brøndum eller Mette Holm svarer for fagområdet. Svar fra andre skal godkendes.',
    );
  });

  it('counts no working days where there are none, or where it is not known when the department was asked', () => {
    for (const askedAt of [undefined, new Date('2026-11-25T09:00:00Z')]) {
      const card = requestCard(render, da, aRoundDepartment({ askedAt }), { kind: 'new' }, NONCE);
      assert.doesNotMatch(shownText(card), /arbejdsdag/u);
    }
  });

  it('counts the working days by the calendar that the round was planned with', () => {
    const ask = anAsk({ calendar: { closedDays: [], closedWeeks: [46, 47] } });
    const card = requestCard(render, da, aRoundDepartment({ ask }), { kind: 'new' }, NONCE);
    assert.match(shownText(card), /^Svartid: 3 arbejdsdage$/mu);
  });

  it('counts no working days to a deadline further away than one may be, as an earlier version may have stored it', () => {
    for (const day of ['2029-11-10', '9999-12-31']) {
      const far = aRoundDepartment({ ask: anAsk({ deadline: aDeadline(day) }) });
      assert.doesNotMatch(shownText(requestCard(render, da, far, { kind: 'new' }, NONCE)), /arbejdsdag/u);
    }
  });

  it('has three buttons, and behind them those to keep a draft and to decline', () => {
    const first = ['Send svar', 'Ingen bemærkninger', 'Skriv i stort felt'];
    assert.deepEqual(primary(cardOf('request')), first);
    assert.deepEqual(buttons(cardOf('request')), [...first, 'Gem kladde', 'Ikke vores område']);
  });

  it('has the link to the report, and the buttons that ask something, at the report', () => {
    const atReport = (name: string) => {
      const [set] = partsOfType(cardOf(name), 'ActionSet');
      return ((set?.['actions'] ?? []) as readonly Part[]).map(({ title }) => title);
    };
    assert.deepEqual(atReport('request'), ['Læs rapporten', 'Spørg sekretariatet', 'Bed om mere tid']);
    assert.deepEqual(atReport('request without a link'), ['Spørg sekretariatet', 'Bed om mere tid']);
  });

  it('cannot be declined once there is an answer, or when it has been sent back', () => {
    for (const name of ['request to correct', 'request sent back', 'request to answer all the same']) {
      assert.ok(!buttons(cardOf(name)).includes('Ikke vores område'), name);
    }
  });

  it('has the earlier round’s reply folded away', () => {
    const card = cardOf('request to heads with an earlier round');
    const [toggle] = partsOfType(card, 'Action.ToggleVisibility');
    assert.deepEqual(toggle?.['targetElements'], ['previous']);
    const previous = partsOfType(card, 'Container').find(({ id }) => id === 'previous');
    assert.equal(previous?.['isVisible'], false);
    assert.match(shownText(previous ?? {}), /^Jeres svar i ”Opfølgning .*”\nVi følger op hver måned\./u);
    assert.equal(partsOfType(cardOf('request'), 'Action.ToggleVisibility').length, 0);
  });

  it('leaves what was typed out when it is cancelled', () => {
    const cancel = partsOfType(cardOf('request to correct'), 'Action.Execute').find(({ title }) => title === 'Fortryd');
    assert.equal(cancel?.['associatedInputs'], 'none');
  });

  it('can be left as it was once there is an answer', () => {
    assert.deepEqual(buttons(cardOf('request to correct')), [
      'Send svar',
      'Ingen bemærkninger',
      'Skriv i stort felt',
      'Gem kladde',
      'Fortryd',
    ]);
    assertSays('request to correct', da.request.correcting);
  });

  it('holds the answer that is to be corrected, and nothing for a nil reply', () => {
    assert.match(String(field(cardOf('request to correct'))), /^Vi følger op hver måned\.\n- Fast punkt/u);
    assert.equal(field(cardOf('request to correct a nil reply')), '');
  });

  it('holds the sentence beside a nil reply, so that it is not lost', () => {
    assert.equal(field(cardOf('request to correct a nil reply with a remark')), 'Vi følger de fælles retningslinjer.');
  });

  it('holds what awaits approval, and says whose it is', () => {
    const name = 'request to correct what awaits approval';
    assert.match(String(field(cardOf(name))), /^Vi følger op/u);
    assertSays(name, 'Skrevet af Åse Brøndum, den 9. november 2026 kl. 10.00');
  });

  it('holds the draft where one has been saved since what awaits approval', () => {
    const later = aDraft({ text: 'Rettet kladde', at: new Date(START.getTime() + 1) });
    const department = aRoundDepartment({ proposal: aProposal(), draft: later });
    const card = requestCard(render, da, department, { kind: 'correcting' }, NONCE);
    assert.equal(field(card), 'Rettet kladde');
    assert.match(shownText(card), /Kladde, ikke sendt/u);
  });

  it('shows the secretariat’s comment, and the reply it is about', () => {
    assertSays('request sent back', 'Sendt tilbage af Åse Brøndum, den 9. november 2026 kl. 10.00: Skriv gerne et');
    assert.match(String(field(cardOf('request sent back'))), /^Vi følger op/u);
    assert.equal(field(cardOf('request to answer all the same')), '');
    assert.ok(!shownText(cardOf('request sent back')).includes(da.request.correcting));
  });

  it('holds what was typed before another card took its place, or in the thread', () => {
    assert.match(String(field(cardOf('request resumed'))), /^Vi følger op/u);
    assert.match(String(field(cardOf('request from the thread'))), /^Vi følger op/u);
    assertSays('request from the thread', da.request.fromThread);
    assert.ok(!shownText(cardOf('request resumed')).includes(da.request.fromThread));
  });

  it('does not take the thread’s text for the draft', () => {
    assert.doesNotMatch(shownText(cardOf('request from the thread beside a draft')), /Kladde, ikke sendt/u);
  });

  it('shows what another has sent for approval beside what was typed', () => {
    const name = 'request overtaken by what awaits approval';
    assert.match(String(field(cardOf(name))), /^Vi følger op/u);
    assertSays(name, 'Åse Brøndum har skrevet et andet i mellemtiden', '•  Nyt skema');
  });

  it('holds what was typed when it was refused, and says why', () => {
    assert.match(String(field(cardOf('request refused, too long'))), /^Vi følger op/u);
    assertSays('request refused, too long', 'Forkort teksten med 2.345 tegn');
  });

  it('shows the answer that came first beside the one that was typed', () => {
    assert.match(String(field(cardOf('request overtaken'))), /^Vi følger op/u);
    assertSays('request overtaken', 'Åse Brøndum har svaret for fagområdet i mellemtiden', '•  Nyt skema');
    assert.ok(!shownText(cardOf('request overtaken')).includes(da.request.correcting));
  });
});

describe('the receipt', () => {
  it('shows who answered, when, and what', () => {
    assertSays(
      'receipt',
      'Svaret er modtaget',
      'Åse Brøndum, den 9. november 2026 kl. 10.00',
      '•  Fast punkt på mødet',
    );
    assert.deepEqual(buttons(cardOf('receipt')), ['Ret svar', 'Spørg sekretariatet']);
  });

  it('tells a nil reply and a correction', () => {
    assertSays('receipt for a nil reply', 'Ingen bemærkninger');
    assertSays('receipt for a correction', 'Rettet svar, version 3');
    assert.doesNotMatch(shownText(cardOf('receipt')), /version/u);
  });

  it('shows the sentence beside a nil reply', () => {
    assertSays('receipt for a nil reply with a remark', 'Ingen bemærkninger\nVi følger de fælles retningslinjer.');
  });

  it('tells who wrote, who approved, and whether the secretariat answered', () => {
    assertSays('receipt for an approved reply', 'Skrevet af Åse Brøndum, godkendt og sendt af Mette Holm, den 9.');
    assertSays('receipt for a late reply by the secretariat', 'Svar fra sekretariatet på fagområdets vegne: Åse');
  });

  it('names one who approved their own reply once', () => {
    const by = aPerson();
    const department = aRoundDepartment({ reply: aVersion({ author: by, approvedBy: by }) });
    assert.doesNotMatch(shownText(departmentCard(render, da, department, NONCE)), /godkendt/u);
  });

  it('is marked as late after the deadline', () => {
    assertSays(
      'receipt for a late reply by the secretariat',
      'den 26. november 2026 kl. 10.00\nModtaget efter fristen',
    );
    assert.ok(!shownText(cardOf('receipt')).includes(da.receipt.late));
  });

  it('has no button once the round is closed', () => {
    assert.deepEqual(buttons(cardOf('receipt of a closed round')), []);
    assertSays('receipt of a closed round', da.receipt.locked);
  });
});

describe('the card of a closed round without an answer', () => {
  it('says so, and has no button', () => {
    assertSays(
      'closed',
      'Runden er afsluttet',
      'Opfølgning på tilsynets årsrapport',
      da.receipt.lockedUnanswered('asked'),
    );
    assert.deepEqual(buttons(cardOf('closed')), []);
  });
});

describe('the approval card', () => {
  it('shows who wrote what, and who may send it', () => {
    assertSays(
      'approval',
      'Afventer godkendelse\nSkrevet af Åse Brøndum, den 9. november 2026 kl. 10.00',
      '•  Nyt skema',
      'Svaret er ikke sendt endnu. Åse Brøndum eller Mette Holm kan godkende og sende det.',
    );
    assert.deepEqual(buttons(cardOf('approval')), ['Godkend og send', 'Ret', 'Spørg sekretariatet']);
  });

  it('tells that an earlier answer counts until then, unless it has been sent back', () => {
    assertSays('approval of a correction', da.approval.present);
    assert.ok(!shownText(cardOf('approval')).includes(da.approval.present));
    const department = aRoundDepartment({ reply: aVersion(), proposal: aProposal(), sentBack: aSentBack() });
    assert.ok(!shownText(departmentCard(render, da, department, NONCE)).includes(da.approval.present));
  });
});

describe('declining', () => {
  it('asks why, and who should be asked instead', () => {
    const [input] = partsOfType(cardOf('decline'), 'Input.ChoiceSet');
    const choices = (input?.['choices'] ?? []) as readonly { readonly title: string }[];
    assert.deepEqual(
      choices.map(({ title }) => title),
      ['Det ved vi ikke', 'Job og Uddannelse', 'Teknik og Miljø'],
    );
    assert.deepEqual(buttons(cardOf('decline')), ['Send til sekretariatet', 'Fortryd']);
    assert.equal(partsOfType(cardOf('decline without others'), 'Input.ChoiceSet').length, 0);
  });

  it('keeps what stood in the reply’s field in sight, if anything did', () => {
    assert.match(String(field(cardOf('decline after typing'))), /^Vi følger op/u);
    assert.equal(field(cardOf('decline')), undefined);
  });

  it('keeps the reason when it was refused, and says why', () => {
    assertSays('decline refused', 'Begrundelsen mangler. Intet er sendt endnu.');
    assertSays('decline refused for a cpr number', 'Skriv begrundelsen uden.');
    assert.match(String(field(cardOf('decline refused for a cpr number'), 'reason')), /^Rapporten handler om/u);
  });

  it('leads to a card that says that the secretariat decides', () => {
    assertSays(
      'declined',
      da.decline.declinedHeading,
      'I foreslår, at sekretariatet spørger Teknik og Miljø i stedet.',
    );
    assertSays('declined', da.decline.awaitsDecision);
    assert.deepEqual(buttons(cardOf('declined')), ['Svar alligevel', 'Spørg sekretariatet']);
  });

  it('leads on to one that says that it agrees', () => {
    assertSays('declined and excused', 'Fagområdet skal ikke svare', 'Sekretariatet er enig: Åse Brøndum, den 9.');
    assert.ok(!shownText(cardOf('declined and excused')).includes(da.decline.awaitsDecision));
  });

  it('cannot be undone once the round is closed', () => {
    assert.deepEqual(buttons(cardOf('declined and closed')), []);
    assertSays('declined and closed', 'Runden er afsluttet');
  });
});

describe('asking for more time', () => {
  it('says until when there is time, and keeps what stood in the reply’s field in sight', () => {
    assertSays('more-time', 'Bed om mere tid', 'Frist: til og med onsdag den 25. november 2026');
    assert.deepEqual(buttons(cardOf('more-time')), ['Send til sekretariatet', 'Fortryd']);
    assert.equal(field(cardOf('more-time')), undefined);
    assert.match(String(field(cardOf('more-time after typing'))), /^Vi følger op/u);
    const labels = partsOfType(cardOf('more-time after typing'), 'Input.Text').map(({ label }) => label);
    assert.ok(labels.includes('Jeres tekst fra svarfeltet (gemmes som kladde)'));
  });

  it('says that it replaces what waits, and fills that in', () => {
    const name = 'more-time instead of what is asked for';
    assertSays(name, da.time.replaces(aTimeRequest().until));
    assert.equal(partsOfType(cardOf(name), 'Input.Date')[0]?.['value'], '2026-12-04');
  });

  it('says everything that is wrong at once', () => {
    assertSays('more-time refused', 'Vælg den dag, I beder om at få frist til.', 'Begrundelsen mangler.');
  });

  it('is said on the department’s card until there is an answer, and so is a no', () => {
    assertSays('request that waits for time', da.time.asked(aTimeRequest().until));
    assertSays('request that got no time', 'Sekretariatet kan ikke give jer frist til og med fredag den 4. december');
    assert.ok(!shownText(cardOf('request')).includes('mere tid'));
  });
});

describe('asking the secretariat', () => {
  it('is in a form that keeps the text of the answer’s field, and shows what was asked before', () => {
    assertSays('ask-secretariat', 'Spørg sekretariatet', 'Spørgsmålet kommer ikke med i notatet');
    assert.equal(field(cardOf('ask-secretariat')), undefined);
    assert.equal(
      field(cardOf('ask-secretariat after typing')),
      'Vi følger op hver måned.\n- Fast punkt på mødet\n- Nyt skema',
    );
    assertSays('ask-secretariat refused', 'Spørgsmålet mangler. Intet er sendt endnu.');
    const lines = shownText(cardOf('ask-secretariat after much'));
    assert.equal(lines.match(/I har spurgt/gu)?.length, 5);
    assert.equal(lines.match(/Sekretariatet har svaret/gu)?.length, 7);
  });

  it('shows on the department’s card that the secretariat has not answered', () => {
    assertSays(
      'request of one that has asked',
      'I har spurgt (Åse Brøndum, den 9. november 2026 kl. 10.00): Rapporten handler',
      'Sekretariatet har ikke svaret endnu.',
    );
  });

  it('shows what waits and the newest two answers, the newest first', () => {
    const card = shownText(cardOf('receipt for one that has asked much'));
    assert.equal(card.match(/Sekretariatet har ikke svaret endnu/gu)?.length, 3);
    assert.equal(card.match(/Et andet fagområde har spurgt/gu)?.length, 2);
    assert.ok(card.indexOf('Et andet fagområde') < card.indexOf('I har spurgt'));
    assert.doesNotMatch(card, /ikke plads/u);
  });

  it('says where there is no room for all of it', () => {
    const text = '"'.repeat(COMMENT_MAX);
    const questions = [1, 2, 3].map((minute) => aQuestion({ text, at: new Date(START.getTime() + minute) }));
    const answersToAll = [1, 2].map(() => anAnswerToAll({ question: text, text }));
    const department = aRoundDepartment({ questions, answersToAll });
    const form = { text, typed: '"'.repeat(REPLY_MAX), problem: undefined };
    const card = askFormCard(render, da, department, form, { seen: seenNow(department), nonce: NONCE });
    assert.ok(shownText(card).includes(da.question.leftOut));
    assert.ok(fitsInTeams(card));
  });

  it('is over once the round is closed', () => {
    const locked = aRoundDepartment({ reply: aVersion(), questions: [aQuestion()], isLocked: true });
    const card = departmentCard(render, da, locked, NONCE);
    assert.doesNotMatch(shownText(card), /I har spurgt/u);
    assert.deepEqual(buttons(card), []);
  });
});

describe('the secretariat’s card about a question', () => {
  it('says who asks what, how the department stands, and has a field for each kind of answer', () => {
    assertSays(
      'asked-question',
      'Et fagområde spørger',
      'Børn og Familie',
      'Har ikke svaret',
      'Åse Brøndum, den 9. november 2026 kl. 10.00',
      'Rapporten handler om plejehjem',
    );
    assert.deepEqual(buttons(cardOf('asked-question')), ['Svar', 'Svar alle fagområder']);
    assert.equal(field(cardOf('asked-question'), 'answer'), '');
    assert.match(String(field(cardOf('asked-question'), 'asAllSeeIt')), /^Rapporten handler om plejehjem/u);
  });

  it('leads back where it is in the place of another card', () => {
    const card = cardOf('asked-question in another card’s place');
    assert.deepEqual(buttons(card), ['Svar', 'Svar alle fagområder', 'Vis fagområdet']);
  });

  it('shows the answer, and who has given it to whom', () => {
    assertSays(
      'asked-question answered',
      'Spørgsmålet er besvaret',
      'Åse Brøndum har svaret fagområdet, den 9. november',
    );
    assertSays('asked-question answered to all', 'Åse Brøndum har svaret alle fagområder, den 9. november');
    assert.deepEqual(buttons(cardOf('asked-question answered')), []);
    assert.equal(field(cardOf('asked-question answered'), 'answer'), undefined);
    assert.doesNotMatch(shownText(cardOf('asked-question answered')), /Har ikke svaret/u);
  });

  it('keeps what somebody wrote who was second', () => {
    assertSays('asked-question overtaken', 'Din tekst er ikke sendt');
    assert.match(String(field(cardOf('asked-question overtaken'), 'unsent')), /^Skriv gerne/u);
    assert.match(String(field(cardOf('asked-question refused'), 'answer')), /^Skriv gerne/u);
  });

  it('is closed with its round', () => {
    assertSays('asked-question of a closed round', 'Runden er afsluttet');
    assert.deepEqual(buttons(cardOf('asked-question of a closed round')), []);
  });
});

describe('moving a deadline', () => {
  const choices = (name: string) => partsOfType(cardOf(name), 'Input.ChoiceSet');

  it('is for the whole round or for one department, whatever the list says', () => {
    const [list] = choices('deadline of the round');
    assert.ok(list !== undefined && Array.isArray(list['choices']));
    assert.deepEqual([list['value'], list['choices'].length], ['*', 4]);
    const filled = cardOf('deadline of the round, filled in');
    assert.notEqual(partsOfType(filled, 'Input.ChoiceSet')[0]?.['value'], '*');
    assert.deepEqual(buttons(filled), ['Flyt fristen', 'Tilbage til oversigten']);
  });

  it('of one department names it, and leads back to its card', () => {
    assert.equal(choices('deadline of one department').length, 0);
    assertSays('deadline of one department', 'Børn og Familie');
    assert.deepEqual(buttons(cardOf('deadline of one department')), ['Flyt fristen', 'Fortryd']);
  });

  it('is only for the whole round where there is no room for a list, and says so', () => {
    assertSays('deadline of the round without a list', 'Hele runden');
    assert.deepEqual(buttons(cardOf('deadline of the round without a list')), [
      'Flyt fristen',
      'Tilbage til oversigten',
    ]);
  });
});

describe('the secretariat’s card about a department', () => {
  const offers = (name: string, ...titles: readonly string[]) => assert.deepEqual(buttons(cardOf(name)), titles, name);

  it('names the department and says where its reply stands', () => {
    assertSays('follow-up on one that is asked', 'Fagområdets svar\nBørn og Familie\n', 'Har ikke svaret');
    assertSays('follow-up on one sent back', 'Sendt tilbage, afventer nyt svar\nSendt tilbage af Åse Brøndum');
    assertSays('follow-up on a late one', 'Svar fra sekretariatet på fagområdets vegne', 'Modtaget efter fristen');
    assertSays('follow-up on an answered one', 'Har svaret', '•  Nyt skema');
    assertSays('follow-up on a declined one', 'Ikke vores område ifølge Åse Brøndum', 'Foreslår i stedet: Teknik og');
    assertSays('follow-up on an excused one', 'Skal ikke svare', 'Notatet skriver, at');
    assertSays('follow-up on what awaits approval', 'Et svar fra Åse Brøndum', 'kan godkende og sende det.');
  });

  it('tells that a department asks for time, and what was decided', () => {
    assertSays('follow-up on one that asks for time', 'Beder om frist til og med fredag den 4. december 2026 (Åse Brø');
    assertSays('follow-up on one that got time', 'Åse Brøndum har givet mere tid, den 9. november 2026');
    assertSays('follow-up on one that got no time', 'Åse Brøndum har afslået mere tid', 'Skriv gerne et eksempel');
    assert.equal(
      field(cardOf('follow-up on one that asks for time, refused'), 'line'),
      'Skriv gerne et eksempel fra jeres egen hverdag.',
    );
  });

  it('tells of a draft, but never what it says', () => {
    const name = 'follow-up after a nudge';
    assertSays(name, 'Kladde fra Åse Brøndum, den 9. november 2026 kl. 10.00. Den er ikke sendt.', da.followUp.nudged);
    assertSays(name, 'Påmindet én gang, den 9. november 2026 kl. 10.00.');
    assert.ok(!JSON.stringify(cardOf(name)).includes('Vi følger op'));
    assert.ok(!JSON.stringify(cardOf('follow-up to answer')).includes('Vi følger op'));
  });

  it('offers what can be done now, and nothing in a closed round', () => {
    offers('follow-up on one that is asked', 'Svar for fagområdet', 'Send påmindelse', 'Forlæng fristen');
    offers('follow-up on one that asks for time', 'Giv', 'Afslå', 'Svar for fagområdet', 'Forlæng fristen');
    offers(
      'follow-up on one that asks',
      'Svar på spørgsmål',
      'Svar for fagområdet',
      'Send påmindelse',
      'Forlæng fristen',
    );
    offers('follow-up on one that got time', 'Svar for fagområdet', 'Send påmindelse', 'Forlæng fristen');
    offers('follow-up on an answered one', 'Send tilbage', 'Svar for fagområdet', 'Foreslå en rettelse');
    offers('follow-up on one sent back', 'Send tilbage', 'Svar for fagområdet', 'Send påmindelse', 'Forlæng fristen');
    offers('follow-up on what awaits approval', 'Svar for fagområdet');
    offers('follow-up on a closed one');
  });

  it('offers three decisions on a declined one, and an answer behind them', () => {
    const [inNotat, leftOut] = ['Godkend, og skriv det i notatet', 'Godkend, og udelad fagområdet'];
    offers('follow-up on a declined one', inNotat, leftOut, 'Bed om svar alligevel', 'Svar for fagområdet');
    assert.equal(primary(cardOf('follow-up on a declined one')).length, 3);
    offers('follow-up on an excused one', leftOut, 'Bed om svar alligevel', 'Svar for fagområdet');
    offers('follow-up on one left out', inNotat, 'Bed om svar alligevel', 'Svar for fagområdet');
  });

  it('takes a comment to send back, and keeps it when it was refused', () => {
    assert.equal(field(cardOf('follow-up to send back'), 'comment'), '');
    offers('follow-up to send back', 'Send kommentaren', 'Fortryd');
    assert.match(String(field(cardOf('follow-up to send back, refused'), 'comment')), /^Skriv gerne/u);
    assertSays('follow-up to send back, refused', 'Kommentaren mangler. Intet er sendt endnu.');
  });

  it('takes an answer in the department’s place', () => {
    offers('follow-up to answer', 'Send svar', 'Ingen bemærkninger', 'Fortryd');
    assert.match(String(field(cardOf('follow-up to answer, overtaken'))), /^Vi følger op/u);
    assertSays('follow-up to answer, overtaken', 'Åse Brøndum har svaret i mellemtiden');
  });

  it('asks what a CPR number is for, as the department’s own card does', () => {
    const possible = cardOf('follow-up to answer, possible cpr number');
    const certain = cardOf('follow-up to answer, certain cpr number');
    assert.deepEqual(primary(possible), ['Send svar', 'Send alligevel', 'Ingen bemærkninger']);
    assert.equal(field(possible, 'reason'), undefined);
    assert.equal(field(certain, 'reason'), 'Borgeren har selv bedt om det.');
  });
});

describe('the round form', () => {
  it('is first shown with every department chosen and the usual question', () => {
    const departments = partsOfType(cardOf('form'), 'Input.ChoiceSet').find(({ id }) => id === 'departments');
    assert.equal(String(departments?.['value']).split(',').length, 3);
    assert.ok(Array.isArray(departments?.['choices']) && departments['choices'].length === 3);
    assert.equal(field(cardOf('form'), 'question'), da.roundForm.defaultQuestion);
  });

  it('tells every problem at once and keeps what was written', () => {
    assertSays('form with problems', 'Notatets titel mangler.', 'https://', 'Et af fagområderne');
    assert.equal(field(cardOf('form with problems'), 'title'), 'Opfølgning på tilsynets årsrapport');
  });

  it('tells each problem below its field, and all of them where the button is', () => {
    const said = shownText(cardOf('form with problems'));
    const problem = da.roundForm.problem({ field: 'title', kind: 'missing' });
    assert.equal(said.split(problem).length, 3);
    assert.ok(said.lastIndexOf(problem) > said.indexOf(da.planning.problemsHeading));
    assert.ok(said.indexOf(da.planning.problemsHeading) > said.indexOf(da.roundForm.departments));
  });

  it('lets the client say that a day has passed', () => {
    const [date] = partsOfType(cardOf('form'), 'Input.Date');
    assert.deepEqual([date?.['min'], date?.['errorMessage']], ['2026-11-25', da.planning.pastDay]);
  });

  it('says what it was filled in with, what it left out, and which plans wait', () => {
    assertSays('form as last year', da.planning.rolledHeading, '2025 er blevet til 2026', 'Ikke længere tilknyttet');
    assertSays('form as last year', da.planning.plansHeading(2), 'Starter af sig selv');
  });

  it('offers whole teams where there is no room for the departments', () => {
    const fields = partsOfType(cardOf('form by team'), 'Input.ChoiceSet');
    const teams = fields.find(({ id }) => id === 'teams');
    assert.deepEqual([teams?.['label'], valuesOf(teams?.['choices'])], [da.planning.teams, [anAddress().teamId]]);
    assert.ok(fields.every(({ id }) => id !== 'departments'));
  });

  it('folds the fields of the notat away until something is in them', () => {
    const header = (name: string) => partsOfType(cardOf(name), 'Container').find(({ id }) => id === 'header');
    assert.equal(header('form')?.['isVisible'], false);
    assert.equal(header('form with values')?.['isVisible'], true);
    assert.equal(header('form with every field')?.['isVisible'], true);
    const toggles = partsOfType(cardOf('form'), 'Action.ToggleVisibility');
    assert.deepEqual(
      toggles.map(({ targetElements }) => targetElements),
      [['header'], ['reminders']],
    );
  });

  it('folds the plan of the reminders away until it is not the usual one, or not possible', () => {
    const fields = (name: string) => partsOfType(cardOf(name), 'Container').find(({ id }) => id === 'reminders');
    assert.equal(fields('form')?.['isVisible'], false);
    assert.equal(fields('form with values')?.['isVisible'], false);
    assert.equal(fields('form with every field')?.['isVisible'], true);
    const { values, ...form } = newRoundForm(da, NOTHING_TO_CHOOSE, DAYS);
    const card = roundFormCard(render, da, { ...form, values: { ...values, remindAfter: '99' } });
    assert.ok(partsOfType(card, 'Container').some(({ id, isVisible }) => id === 'reminders' && isVisible === true));
  });

  it('has a choice for each number of days of the plan, also where it is not usually offered', () => {
    const choices = (name: string, field: string) =>
      partsOfType(cardOf(name), 'Input.ChoiceSet')
        .filter(({ id }) => id === field)
        .map(({ choices: offered, value }) => [valuesOf(offered), value]);
    assert.deepEqual(choices('form', 'remindBefore'), [[['10', '5', '3', '1'], '3']]);
    assert.deepEqual(choices('form', 'remindAfter'), [[['never', '1', '2', '3', '5'], '2']]);
    assert.deepEqual(choices('form with every field', 'remindBefore'), [[['10', '7', '5', '3', '1'], '10,7,1']]);
    assert.deepEqual(choices('form with every field', 'remindAfter'), [[['never', '1', '2', '3', '4', '5'], '4']]);
  });

  it('unfolds it for the last page alone', () => {
    const { values, ...form } = newRoundForm(da, NOTHING_TO_CHOOSE, DAYS);
    const card = roundFormCard(render, da, { ...form, values: { ...values, showOrigins: 'true' } });
    assert.ok(partsOfType(card, 'Container').some(({ id, isVisible }) => id === 'header' && isVisible === true));
  });
});

const NOTHING_TO_CHOOSE = { departments: [], teams: [], earlier: [] };
const DAYS = { today: aLocalDate(), calendar: DEFAULT_CALENDAR };

describe('the preview', () => {
  it('shows what goes out, to whom, and that nothing has been sent', () => {
    assertSays('preview', 'Intet er sendt endnu.', 'Sendes til tre fagområder', 'Teknik og Miljø', 'Hvad gør I nu?');
    assertSays('preview', 'Byrådet har bedt om en status.');
    assertSays('preview without introduction and link', da.roundPreview.noIntroduction);
  });

  it('shows the time, the notat’s header, and that the last round is shown, where they are chosen', () => {
    assertSays(
      'preview of every field',
      'Frist: onsdag den 25. november 2026 kl. 12.00',
      'J.nr.: 26/014872',
      'Til: Byrådet',
      da.roundForm.showOrigins,
      da.planning.previousShown('Sidste års runde'),
    );
    for (const words of ['Sidste års runde', da.roundForm.showOrigins]) {
      assert.ok(!shownText(cardOf('preview')).includes(words));
    }
  });

  it('has the card as the departments get it, in which nothing can be filled in or pressed', () => {
    assertSays('preview', `[ ${da.request.field} ]`, da.planning.buttonsHere, da.request.send);
    const fields = partsOfType(cardOf('preview'), 'Input.Text');
    assert.deepEqual(fields, []);
  });
});

describe('the status', () => {
  it('begins with how many have answered', () => {
    assert.match(shownText(cardOf('status of some')), /^1 af 3 fagområder har svaret\n/u);
  });

  it('lists those who have and those who have not', () => {
    assertSays('status of some', 'Har svaret\nBørn og Familie\nÅse Brøndum, den 9. november 2026 kl. 10.00');
    assertSays('status of some', 'Mangler at svare\nJob og Uddannelse\nTeknik og Miljø');
    assert.doesNotMatch(shownText(cardOf('status of all')), /Mangler at svare/u);
    assert.doesNotMatch(shownText(cardOf('status of none')), /^Har svaret/mu);
  });

  it('tells how far the outstanding are', () => {
    const at = 'Åse Brøndum, den 9. november 2026 kl. 10.00';
    assertSays(
      'status of every kind',
      `Teknik og Miljø\nKladde fra ${at}\n`,
      'Fagområde 4\nSvar fra Åse Brøndum afventer godkendelse, den 9. november 2026 kl. 10.00\n',
      `Fagområde 6\nIkke vores område ifølge ${at}\n`,
      `Fagområde 12\nSendt tilbage af ${at}\n`,
    );
  });

  it('lists those who need not answer by themselves, and does not count them', () => {
    assertSays('status of every kind', '8 af 19 fagområder har svaret\n');
    assertSays('status of every kind', 'Skal ikke svare\nFagområde 7\nNævnes i notatet\nFagområde 8\nUdeladt af');
    assert.doesNotMatch(shownText(cardOf('status of some')), /Skal ikke svare/u);
  });

  it('marks what came late, and what the secretariat answered', () => {
    assertSays(
      'status of every kind',
      'Åse Brøndum, den 26. november 2026 kl. 10.00 · modtaget efter fristen · svaret af sekretariatet',
    );
  });

  it('tells that a correction awaits approval', () => {
    assertSays('status of every kind', 'Fagområde 5\nÅse Brøndum, den 9. november 2026 kl. 10.00\nSvar fra Åse');
  });

  it('has the departments to choose from, one that is missing first', () => {
    const chosen = (name: string) => partsOfType(cardOf(name), 'Input.ChoiceSet')[0]?.['value'];
    assert.equal(chosen('status of some'), '1'.padStart(36, '0'));
    assert.equal(chosen('status of all'), '0'.padStart(36, '0'));
    // Also while the cards are on their way.
    const all = ['Mind alle, der mangler', 'Notat', 'Afslut runden …', 'Flyt fristen', 'Ret runden'];
    assert.deepEqual(buttons(cardOf('status of some')), all);
  });

  it('shows those that have answered by a press, where they are many', () => {
    const isShown = (name: string) =>
      partsOfType(cardOf(name), 'Container').find(({ id }) => id === 'answered')?.['isVisible'];
    assert.deepEqual(['status of half', 'status of many'].map(isShown), [true, false]);
    assert.match(JSON.stringify(cardOf('status of many')), /"Vis eller skjul de 25, der har svaret"/u);
    assert.doesNotMatch(JSON.stringify(cardOf('status of half')), /Vis eller skjul/u);
  });

  it('sets its coloured fields apart from the text above them, and against each other', () => {
    const fields = (name: string) => partsOfType(cardOf(name), 'Container').filter(({ style }) => style !== undefined);
    const spacings = (name: string) => fields(name).map(({ spacing }) => spacing);
    assert.deepEqual(spacings('status of some'), ['Medium', 'None']);
    assert.deepEqual(spacings('status of none'), ['Medium']);
    assert.deepEqual(spacings('status of all'), ['Medium']);
  });

  it('tells first what has not arrived, why, and what to do about it, with the names together', () => {
    const said = shownText(cardOf('status with the undelivered')).split('\n');
    const from = said.indexOf('Ikke nået frem');
    assert.deepEqual(said.slice(from, from + 4), [
      'Ikke nået frem',
      'Job og Uddannelse · Teknik og Miljø',
      'Kortet er ikke nået frem: Notatbot er fjernet fra teamet. Føj Notatbot til teamet igen; så sendes kortet af sig selv.',
      'Vælg et fagområde nederst på kortet, og tryk på Vis fagområde for at sende igen.',
    ]);
    assert.ok(from < said.indexOf('Mangler at svare'));
    assertSays('status with the undelivered', 'Mangler at svare\nJob og Uddannelse\nKortet er ikke nået frem\n');
    assert.doesNotMatch(shownText(cardOf('status of some')), /Ikke nået frem/u);
  });

  it('tells of what has not arrived in the secretariat before the departments’, with the buttons for it', () => {
    const card = cardOf('status with trouble of its own');
    assertSays(
      'status with trouble of its own',
      'Ikke nået frem\nTil sekretariatet\nNotatet er måske ikke nået frem: Teams svarede ikke, da det blev sendt.',
    );
    assert.deepEqual(buttons(card).slice(0, 3), ['Send igen her', 'Den kom frem her', 'Notat']);
    assert.ok(!buttons(cardOf('status with the undelivered')).includes('Send igen her'));
  });

  it('says what has been done, above everything', () => {
    const lines = shownText(cardOf('status after it is sent again')).split('\n');
    const [next, said] = lines.slice(lines.indexOf(da.trouble.sentAgain) - 1);
    assert.equal(next, 'Næste påmindelse: fredag den 20. november 2026 kl. 9.00 til to fagområder.');
    assert.equal(said, da.trouble.sentAgain);
  });

  it('tells when the deadline has passed', () => {
    assertSays('status of some', 'Fristen er onsdag den 25. november 2026.');
    assertSays('status after the deadline', 'Fristen var onsdag den 25. november 2026.');
  });
});

describe('the line about the next reminder in the status', () => {
  it('is there as long as the round waits for somebody', () => {
    assertSays('status of some', 'Næste påmindelse: fredag den 20. november 2026 kl. 9.00 til to fagområder.');
    assertSays('status after the deadline', 'Næste påmindelse: nu til to fagområder.');
    assert.ok(!shownText(cardOf('status of all')).includes('åmindelse'));
  });
});

describe('the card with the plan of the reminders', () => {
  it('says the plan, and when who is reminded', () => {
    assertSays(
      'reminder-plan',
      'Påmindelse 3 arbejdsdage før og på fristdagen; derefter rykkere hver anden arbejdsdag.',
    );
    assertSays('reminder-plan', 'Fredag den 20. november 2026 kl. 9.00: påmindelse til tre fagområder');
    assertSays('reminder-plan', 'Børn og Familie · Job og Uddannelse · Teknik og Miljø');
    assertSays('reminder-plan', 'Torsdag den 26. november 2026 kl. 9.00: rykker nr. 1 til de samme tre fagområder');
    assertSays('reminder-plan', 'Onsdag den 2. december 2026 kl. 9.00: rykker nr. 3 til de samme tre fagområder');
    assertSays(
      'reminder-plan',
      'Derefter påmindes der fire gange mere, sidste gang tirsdag den 22. december 2026 kl. 9.00.',
    );
    assertSays('reminder-plan', da.reminderPlan.noDirector);
  });

  it('says who gets none and why, who has a deadline of their own, who has been reminded, and whom directors are named to', () => {
    const words = da.reminderPlan;
    for (const said of [words.undecided, words.answered, words.excused, words.unreadable]) {
      assertSays('reminder-plan of every kind', said);
    }
    assertSays('reminder-plan of every kind', words.ownDeadlines, 'Fredag den 4. december 2026 kl. 12.00');
    assertSays('reminder-plan of every kind', words.sent, 'Én gang, den 9. november 2026 kl. 10.00');
    assertSays('reminder-plan of every kind', words.directors, 'Åse Brøndum');
  });

  it('says what the last press came to, and lets the choice stand that was refused', () => {
    assertSays('reminder-plan saved', da.reminderPlan.saved);
    assertSays('reminder-plan overtaken', da.reminderPlan.overtaken);
    const [before] = partsOfType(cardOf('reminder-plan refused'), 'Input.ChoiceSet');
    assert.equal(before?.['value'], '7');
  });

  it('cannot be changed in a closed round, where nothing is sent', () => {
    assertSays('reminder-plan of a closed round', da.reminderPlan.whyNothing.closed);
    assert.deepEqual(buttons(cardOf('reminder-plan of a closed round')), []);
    assert.deepEqual(partsOfType(cardOf('reminder-plan of a closed round'), 'Input.ChoiceSet'), []);
    assert.deepEqual(buttons(cardOf('reminder-plan')), [da.reminderPlan.save]);
  });

  it('says that nothing more is sent where all have answered', () => {
    assertSays('reminder-plan of all answered', da.reminderPlan.noneComing);
  });
});

describe('what would be sent now', () => {
  it('is told with names, numbers and steps', () => {
    assertSays('dry run of something', da.reminderPlan.dryRun, 'Rykker nr. 1');
    assert.ok(!shownText(cardOf('dry run of something')).includes('Næste påmindelse'));
  });

  it('is nothing, for a reason, and the next time is told', () => {
    const { whyNothing, noneComing } = da.reminderPlan;
    const next = 'Næste påmindelse: fredag den 20. november 2026 kl. 9.00 til tre fagområder.';
    assertSays('dry run of nothing', 'Intet nu', whyNothing['nothing due'], next);
    assertSays('dry run of nobody', whyNothing['nobody silent'], noneComing);
    assertSays('dry run outside working hours', whyNothing['outside hours'], 'mandag den 23. november 2026 kl. 8.00');
    assertSays('dry run of a closed round', whyNothing.closed, noneComing);
  });
});

describe('the secretariat’s card about a department to which something has not arrived', () => {
  it('tells it in words, and can send again', () => {
    const name = 'follow-up on one without its card';
    assertSays(name, 'Kortet er ikke nået frem: Notatbot er fjernet fra teamet.');
    assert.equal(primary(cardOf(name))[0], 'Send igen');
    assert.ok(!buttons(cardOf(name)).includes('Den kom frem'));
  });

  it('can be told that what may not have arrived has', () => {
    const name = 'follow-up on one whose card may not have arrived';
    assertSays(name, 'Kortet er måske ikke nået frem: Teams svarede ikke, da det blev sendt.');
    assert.deepEqual(primary(cardOf(name)).slice(0, 2), ['Send igen', 'Den kom frem']);
  });

  it('has neither where everything has arrived', () => {
    const titles = buttons(cardOf('follow-up on one that is asked'));
    assert.ok(!titles.includes('Send igen') && !titles.includes('Den kom frem'));
  });
});

describe('the notat in chat', () => {
  it('says whether it is the interim one or the final one', () => {
    assertSays('interim notat', 'Foreløbigt notat: 1 af 3 fagområder har svaret\nFristen er onsdag');
    assertSays('interim notat after the deadline', 'Fristen var onsdag', 'Har ikke svaret inden fristen');
    assertSays('complete notat', 'Notatet er klar\nAlle tre fagområder har svaret');
  });

  it('has a row for every department', () => {
    assertSays('interim notat', 'Børn og Familie\nVi følger op hver måned.', 'Teknik og Miljø\nHar endnu ikke svaret');
  });

  it('has the Word file, a new link to it, and the way to close the round', () => {
    assert.deepEqual(buttons(cardOf('complete notat')), ['Hent som Word', 'Nyt link', 'Afslut …']);
  });
});

describe('the card before a round is closed', () => {
  it('suggests the mended text below what was found, where there is one', () => {
    const said = shownText(cardOf('closing with findings')).split('\n');
    assert.equal(said.filter((line) => line === 'Forslag: Vi skriver klarere').length, 1);
  });
});

/** The values of a list's choices. */
function valuesOf(choices: unknown): readonly unknown[] {
  assert.ok(Array.isArray(choices));
  return choices.map((choice: Readonly<Record<string, unknown>>) => choice['value']);
}
