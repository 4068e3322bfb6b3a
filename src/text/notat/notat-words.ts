import type {
  AnswerOrigin,
  ChangeKind,
  NotatAnswer,
  NotatCounts,
  NotatModel,
  NotatRow,
} from '../../domain/notat/notat.js';
import { HEADER_FIELD_NAMES, type HeaderFieldName } from '../../domain/notat/notat-header.js';
import { danishDate, danishDateTime, danishDeadline } from '../date-words.js';
import { danishAllNames } from '../joined-names.js';
import { danishCount } from '../number-words.js';

/** The notat's own texts. They are Danish in every language of the bot, because the council reads the notat. */
export const NOTAT_WORDS = {
  notat: 'Notat',
  interimNotat: 'Foreløbigt notat',
  finalNotat: 'Endeligt notat',
  trialNotat: 'Prøve af notat',
  caseNumber: 'J.nr.',
  date: 'Dato',
  to: 'Til',
  from: 'Fra',
  regarding: 'Vedrørende',
  kle: 'KLE',
  departmentColumn: 'Fagområde',
  answerColumn: 'Eksempler på læring og opfølgning',
  answersHeading: 'Fagområdernes svar',
  /** Stands after the name of a department where its answer goes on. */
  continued: 'fortsat',
  originsHeading: 'Hvem svarene kommer fra',
  authorColumn: 'Svaret af',
  approvedByColumn: 'Godkendt af',
  receivedColumn: 'Modtaget',
  versionColumn: 'Version',
} as const satisfies Readonly<Record<HeaderFieldName, string>> & Readonly<Record<string, string>>;

/** The fields of the notat's head, in order. The day on which it was compiled stands below the case number. */
export const HEADER_LINES = HEADER_FIELD_NAMES.flatMap((field): readonly (HeaderFieldName | 'date')[] =>
  field === 'caseNumber' ? [field, 'date'] : [field],
);

/** One line of the notat's head. */
export interface HeaderLine {
  readonly label: string;
  readonly text: string;
}

/** The lines of the notat's head, in order. Empty fields are left out; the date is always there. */
export function headerLines({ header, date }: NotatModel): readonly HeaderLine[] {
  const texts = { ...header, date: danishDate(date) };
  return HEADER_LINES.map((line) => ({ label: NOTAT_WORDS[line], text: texts[line] })).filter(
    ({ text }) => text !== '',
  );
}

/** The type of the document: `Foreløbigt notat`, `Notat`, for a final notat its number, `Notat 2`; or `Prøve af notat`. */
export function documentTypeWords({ status, number, isTrial }: NotatModel): string {
  if (isTrial) return NOTAT_WORDS.trialNotat;
  if (status === 'interim') return NOTAT_WORDS.interimNotat;
  return number === undefined ? NOTAT_WORDS.notat : `${NOTAT_WORDS.notat} ${number}`;
}

/**
 * What the notat says about its progress: a sentence with a full stop. It is empty for a complete notat from which the
 * secretariat has left out the sentence about the counts.
 */
export function statusWords(model: NotatModel): string {
  const { status, rows, isTrial } = model;
  const said = `${countsSentence(model)}${unreadableWords(unreadableRows(rows))}${changesWords(model)}`;
  const sentence = said.trimStart();
  if (isTrial) return after(NOTAT_WORDS.trialNotat, sentence);
  switch (status) {
    case 'interim':
      return after(NOTAT_WORDS.interimNotat, sentence);
    case 'complete':
      return sentence;
    case 'final':
      return after(NOTAT_WORDS.finalNotat, sentence);
  }
}

function after(what: string, sentence: string): string {
  return sentence === '' ? `${what}.` : `${what}: ${sentence}`;
}

/** The usual sentence, the secretariat's own, or none. A sentence of its own gets a full stop where it ends without. */
function countsSentence({ counts, countsSentence: own }: NotatModel): string {
  if (own === undefined) return `${countsWords(counts)}.`;
  return own === '' || /[.!?:]$/u.test(own) ? own : `${own}.`;
}

/** More departments than this with one kind of change are counted and not named. Our choice: a notat's status is read in one go. */
const CHANGED_NAMED = 10;

const CHANGE_WORDS: Readonly<Record<ChangeKind, (departments: string) => string>> = {
  new: (departments) => `nyt svar fra ${departments}`,
  changed: (departments) => `rettet svar fra ${departments}`,
  excused: (departments) => `rapporten vedrører ikke ${departments}`,
  missing: (departments) => `intet svar længere fra ${departments}`,
  withdrawn: (departments) => `ikke længere spurgt: ${departments}`,
};

/** What a second or later final notat says of the changes since the one before: a sentence after a space, or nothing. */
function changesWords({ status, number = 1, changes }: NotatModel): string {
  if (status !== 'final' || number < 2) return '';
  if (changes.length === 0) return ` Ingen svar er ændret siden notat ${number - 1}.`;
  const kinds = Object.entries(CHANGE_WORDS).flatMap(([kind, words]) => {
    const names = changes.filter((change) => change.kind === kind).map(({ department }) => department);
    if (names.length === 0) return [];
    return [words(names.length > CHANGED_NAMED ? `${danishCount(names.length)} fagområder` : danishAllNames(names))];
  });
  return ` Ændret siden notat ${number - 1}: ${kinds.join('; ')}.`;
}

/** How many departments' answers could not be read. */
export function unreadableRows(rows: NotatModel['rows']): number {
  return rows.filter(({ answer }) => answer.kind === 'unreadable').length;
}

function unreadableWords(count: number): string {
  if (count === 0) return '';
  return count === 1 ? ' Svaret fra 1 fagområde kan ikke læses.' : ` Svarene fra ${count} fagområder kan ikke læses.`;
}

/** `8 af 9 fagområder har svaret; 2 har ingen bemærkninger`: the counts, without a full stop. */
export function countsWords(counts: NotatCounts): string {
  if (counts.asked === 0) return nobodyAskedWords(counts.notTheirs);
  return [answeredWords(counts), nilWords(counts), lateWords(counts), notTheirsWords(counts.notTheirs)]
    .filter((words) => words !== '')
    .join('; ');
}

function nobodyAskedWords(notTheirs: number): string {
  if (notTheirs === 0) return 'Notatet omfatter ingen fagområder';
  return notTheirs === 1
    ? 'Rapporten vedrører ikke fagområdet'
    : `Rapporten vedrører ingen af de ${danishCount(notTheirs)} fagområder`;
}

function answeredWords({ asked, answered, notTheirs }: NotatCounts): string {
  if (asked === 1 && notTheirs === 0) return answered === 1 ? 'Fagområdet har svaret' : 'Fagområdet har ikke svaret';
  if (answered === 0)
    return asked === 1
      ? 'Det ene fagområde, der er spurgt, har ikke svaret'
      : `Ingen af de ${danishCount(asked)} fagområder har svaret`;
  if (answered < asked) return `${answered} af ${asked} fagområder har svaret`;
  if (asked === 1) return 'Ét fagområde har svaret';
  return asked === 2 ? 'Begge fagområder har svaret' : `Alle ${danishCount(asked)} fagområder har svaret`;
}

function nilWords({ answered, nil }: NotatCounts): string {
  if (nil === 0) return '';
  if (nil < answered) return `${danishCount(nil)} har ingen bemærkninger`;
  return answered === 1 ? 'det har ingen bemærkninger' : 'ingen af dem har bemærkninger';
}

function lateWords({ answered, late }: NotatCounts): string {
  if (late === 0) return '';
  return `${late === 1 && answered === 1 ? 'svaret' : `${danishCount(late)} svar`} er modtaget efter fristen`;
}

function notTheirsWords(notTheirs: number): string {
  if (notTheirs === 0) return '';
  return `rapporten vedrører ikke ${danishCount(notTheirs)} af de spurgte fagområder`;
}

/**
 * What the notat shows instead of a reply: one sentence without a full stop. The remark of a nil reply is not in it,
 * because the remark is the department's own text.
 */
export function noReplyWords(
  answer: Exclude<NotatAnswer, { kind: 'reply' }>,
  { status }: Pick<NotatModel, 'status'>,
): string {
  switch (answer.kind) {
    case 'nil':
      return 'Ingen bemærkninger';
    case 'not theirs':
      return 'Rapporten vedrører ikke fagområdet';
    case 'unreadable':
      return status === 'final'
        ? 'Svaret kunne ikke læses, da runden blev afsluttet'
        : 'Svaret kan ikke læses; den it-ansvarlige kan se hvorfor';
    case 'unanswered':
      return 'Har ikke svaret inden fristen';
    case 'awaited':
      // A round can be closed before its deadline. A final notat no longer waits for anyone.
      return status === 'final'
        ? 'Har ikke svaret'
        : `Har endnu ikke svaret (fristen er ${danishDeadline(answer.deadline)})`;
  }
}

/** The notat's notes to a department's answer, each a sentence without a full stop. */
export function answerNotes({ receivedLate, isOnBehalf }: NotatRow): readonly string[] {
  return [
    ...(receivedLate === undefined ? [] : [`Modtaget efter fristen, ${danishDateTime(receivedLate)}`]),
    ...(isOnBehalf ? ['Svaret er givet af sekretariatet på fagområdets vegne'] : []),
  ];
}

/** The columns of the last page's table, in the order of `originCells`. */
export const ORIGIN_COLUMNS = [
  NOTAT_WORDS.departmentColumn,
  NOTAT_WORDS.authorColumn,
  NOTAT_WORDS.approvedByColumn,
  NOTAT_WORDS.receivedColumn,
  NOTAT_WORDS.versionColumn,
] as const;

/** The content of an empty cell in the last page's table. A cell without any content could look like a mistake. */
export const NO_CELL = '–';

/** A row of the last page's table. */
export function originCells(origin: AnswerOrigin): readonly [string, string, string, string, string] {
  const { department, author, approvedBy, isOnBehalf, at, version } = origin;
  return [
    department,
    isOnBehalf ? `${author} (sekretariatet)` : author,
    approvedBy ?? NO_CELL,
    danishDateTime(at).replace(/^den /u, ''),
    String(version),
  ];
}
