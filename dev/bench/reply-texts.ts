import type { Chance } from './chance.js';

const OPENINGS = [
  'Vi har gennemgået rapporten på et fælles møde med alle teamledere.',
  'Rapporten bekræfter det billede, vi selv har haft siden foråret.',
  'Anbefalingerne er drøftet i lederkredsen og i medarbejderudvalget.',
  'Vi har gennemgået de sager, som rapporten omtaler, én for én.',
  'Fagområdet har sammenholdt rapporten med egne kvartalstal.',
];
const LESSONS = [
  'I flere forløb gik der for lang tid, fra henvendelsen kom ind, til borgeren hørte fra os.',
  'Brevene forudsatte ofte, at modtageren allerede kendte reglerne, og det gav mange opkald.',
  'Overdragelsen mellem de to afdelinger hvilede på, at nogen huskede at ringe.',
  'Det viste sig, at den samme oplysning blev indhentet tre gange i løbet af en sag.',
  'Fejlene skyldtes sjældent manglende viden, men næsten altid manglende tid til at læse sagen færdig.',
  'Borgere, der skrev uden for åbningstiden, fik svar senere end dem, der ringede.',
];
const MEASURES = [
  'Alle nye sager får en fast kontaktperson fra første dag',
  'Standardbrevene er omskrevet og afprøvet på ti læsere uden for kommunen',
  'En tjekliste følger sagen og afsluttes, før afgørelsen sendes',
  'Lederen gennemgår hver måned fem tilfældigt udvalgte sager',
  'Nye medarbejdere følger en erfaren kollega de første seks uger',
  'Telefontiden er udvidet med to timer hver torsdag',
  'Sagssystemet minder sagsbehandleren om fristen en uge før',
];
const OUTLOOKS = [
  'Vi måler svartiden hvert kvartal og vender tilbage med tallene til efteråret.',
  'Ordningen evalueres efter et halvt år sammen med brugerrådet.',
  'Erfaringerne deles med de øvrige fagområder på ledermødet i marts.',
  'Vi forventer, at ændringen er mærkbar fra årsskiftet.',
];

/** A realistic reply: one to four paragraphs, 150 to 1,200 characters. Every third reply has a list. */
export function replyText(chance: Chance): string {
  const paragraphs = [`${chance.oneOf(OPENINGS)} ${chance.oneOf(LESSONS)}`];
  for (let more = chance.below(3); more > 0; more -= 1) {
    paragraphs.push(
      [LESSONS, MEASURES.map((each) => `${each}.`), OUTLOOKS].map((part) => chance.oneOf(part)).join(' '),
    );
  }
  if (chance.below(3) === 0) paragraphs.push(list(chance));
  return paragraphs.join('\n\n');
}

function list(chance: Chance): string {
  const first = chance.below(MEASURES.length);
  const items = Array.from({ length: 2 + chance.below(3) }, (_, index) => MEASURES[(first + index) % MEASURES.length]);
  const isNumbered = chance.below(4) === 0;
  return ['Fremover gælder:', ...items.map((item, index) => `${isNumbered ? `${index + 1}.` : '-'} ${item}.`)].join(
    '\n',
  );
}

const AREAS = [
  'Børn og Familie',
  'Ældre og Sundhed',
  'Teknik og Miljø',
  'Borgerservice',
  'Skole og Fritid',
  'Social og Handicap',
  'Kultur og Biblioteker',
  'Job og Uddannelse',
];

/** The name of a department. Each position has a different name. */
export function departmentName(position: number): string {
  const area = AREAS[position % AREAS.length] ?? '';
  const turn = Math.floor(position / AREAS.length);
  return turn === 0 ? area : `${area}, område ${turn + 1}`;
}
