import assert from 'node:assert/strict';
import type { Card } from '../../src/cards/render.js';
import { da } from '../../src/text/da.js';
import { type Part, partsOfType, shownText } from './card-parts.js';
import { everyCard } from './every-card.js';

const CARDS = everyCard(da);

function cardOf(name: string): Card {
  const card = CARDS.get(name);
  assert.ok(card, name);
  return card;
}

function buttons(card: Card): readonly string[] {
  return ((card['actions'] ?? []) as readonly Part[]).map(({ title }) => String(title));
}

function field(card: Card, id = 'reply'): unknown {
  return partsOfType(card, 'Input.Text').find((input) => input['id'] === id)?.['value'];
}

function assertSays(name: string, ...texts: readonly string[]): void {
  for (const text of texts) assert.ok(shownText(cardOf(name)).includes(text), `${name} does not say: ${text}`);
}

describe('the request card', () => {
  it('says in this order who asks, by when, and what', () => {
    const said = shownText(cardOf('request')).split('\n').slice(0, 6);
    assert.deepEqual(said, [
      'Sekretariatet beder om svar',
      'Frist: til og med onsdag den 25. november 2026',
      'Opfølgning på tilsynets årsrapport',
      'Spørgsmål',
      'Hvad har I lært?',
      'Hvad gør I nu?',
    ]);
  });

  it('has three buttons, and one behind them to read the report if it has a link', () => {
    assert.deepEqual(buttons(cardOf('request without a link')), ['Send svar', 'Gem kladde', 'Ingen bemærkninger']);
    assert.deepEqual(buttons(cardOf('request')), ['Send svar', 'Gem kladde', 'Ingen bemærkninger', 'Læs rapporten']);
  });

  it('can be left as it was once there is an answer', () => {
    assert.deepEqual(buttons(cardOf('request to correct')), [
      'Send svar',
      'Gem kladde',
      'Ingen bemærkninger',
      'Fortryd',
      'Læs rapporten',
    ]);
    assertSays('request to correct', da.request.correcting);
  });

  it('holds the answer that is to be corrected, and nothing for a nil reply', () => {
    assert.match(String(field(cardOf('request to correct'))), /^Vi følger op hver måned\.\n- Fast punkt/u);
    assert.equal(field(cardOf('request to correct a nil reply')), '');
  });

  it('holds what was typed when it was refused, and says why', () => {
    assert.match(String(field(cardOf('request refused, too long'))), /^Vi følger op/u);
    assertSays('request refused, too long', 'Forkort det med 2.345 tegn');
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
    assert.deepEqual(buttons(cardOf('receipt')), ['Ret svar']);
  });

  it('tells a nil reply and a correction', () => {
    assertSays('receipt for a nil reply', 'Ingen bemærkninger');
    assertSays('receipt for a correction', 'Rettet svar, version 3');
    assert.doesNotMatch(shownText(cardOf('receipt')), /version/u);
  });
});

describe('the round form', () => {
  it('is first shown with every department chosen and the usual question', () => {
    const [departments] = partsOfType(cardOf('form'), 'Input.ChoiceSet');
    assert.equal(String(departments?.['value']).split(',').length, 3);
    assert.ok(Array.isArray(departments?.['choices']) && departments['choices'].length === 3);
    assert.equal(field(cardOf('form'), 'question'), da.roundForm.defaultQuestion);
  });

  it('tells every problem at once and keeps what was written', () => {
    assertSays('form with problems', 'Notatets titel mangler.', 'https://', 'Et af fagområderne');
    assert.equal(field(cardOf('form with problems'), 'title'), 'Opfølgning på tilsynets årsrapport');
  });
});

describe('the preview', () => {
  it('shows what goes out, to whom, and that nothing has been sent', () => {
    assertSays('preview', 'Intet er sendt endnu.', 'Sendes til 3 fagområder', 'Teknik og Miljø', 'Hvad gør I nu?');
    assertSays('preview', 'Byrådet har bedt om en status.');
    assertSays('preview without introduction and link', da.roundPreview.noIntroduction);
  });
});

describe('the status', () => {
  it('begins with how many have answered', () => {
    assert.match(shownText(cardOf('status of some')), /^1 af 3 fagområder har svaret\n/u);
  });

  it('lists those who have and those who have not', () => {
    assertSays('status of some', 'Har svaret\nBørn og Familie\nÅse Brøndum, den 9. november 2026 kl. 10.00');
    assertSays('status of some', 'Har ikke svaret\nJob og Uddannelse\nTeknik og Miljø');
    assert.doesNotMatch(shownText(cardOf('status of all')), /Har ikke svaret/u);
    assert.doesNotMatch(shownText(cardOf('status of none')), /^Har svaret/mu);
  });

  it('sets its coloured fields apart from the text above them, and against each other', () => {
    const fields = (name: string) => partsOfType(cardOf(name), 'Container').filter(({ style }) => style !== undefined);
    const spacings = (name: string) => fields(name).map(({ spacing }) => spacing);
    assert.deepEqual(spacings('status of some'), ['Medium', 'None']);
    assert.deepEqual(spacings('status of none'), ['Medium']);
    assert.deepEqual(spacings('status of all'), ['Medium']);
  });

  it('tells whose card could not be delivered, and why', () => {
    assertSays(
      'status with the undelivered',
      'Teknik og Miljø\nKortet kunne ikke leveres til kanalen (403 BotNotInConversationRoster)',
    );
  });

  it('tells when the deadline has passed', () => {
    assertSays('status of some', 'Fristen er onsdag den 25. november 2026.');
    assertSays('status after the deadline', 'Fristen var onsdag den 25. november 2026.');
  });
});

describe('the notat in chat', () => {
  it('says whether it is the interim one or the final one', () => {
    assertSays('interim notat', 'Foreløbigt notat: 1 af 3 fagområder har svaret\nFristen er onsdag');
    assertSays('interim notat after the deadline', 'Fristen var onsdag', 'Har ikke svaret inden fristen');
    assertSays('complete notat', 'Notatet er klar\nAlle fagområder har svaret.');
  });

  it('has a row for every department', () => {
    assertSays('interim notat', 'Børn og Familie\nVi følger op hver måned.', 'Teknik og Miljø\nHar endnu ikke svaret');
  });

  it('has the Word file and a new link to it', () => {
    assert.deepEqual(buttons(cardOf('complete notat')), ['Hent som Word', 'Nyt link']);
  });
});
