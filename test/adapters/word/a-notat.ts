import type { AnswerOrigin, NotatAnswer, NotatCounts, NotatModel, NotatRow } from '../../../src/domain/notat/notat.js';
import { EMPTY_HEADER } from '../../../src/domain/notat/notat-header.js';
import { type Block, toBlocks } from '../../../src/domain/text/blocks.js';
import { aLocalDate } from '../../support/builders.js';

/** A complete notat with nothing in its header, until told otherwise. */
export function aNotat(changes: Partial<NotatModel> = {}): NotatModel {
  const rows = changes.rows ?? [aRow('Plan og Miljø', 'Vi svarer nu inden ti dage.')];
  const counts = countsOf(rows);
  return {
    title: 'Opfølgning på beretningen',
    isTrial: false,
    header: EMPTY_HEADER,
    date: aLocalDate('2026-11-30'),
    introduction: [],
    rows,
    status: counts.answered === counts.asked ? 'complete' : 'interim',
    number: undefined,
    counts,
    countsSentence: undefined,
    deadline: aLocalDate('2026-12-03'),
    origins: [],
    changes: [],
    ...changes,
  };
}

/** Notats that together have everything that a notat can have. */
export function everyNotat(): readonly NotatModel[] {
  const rows = [
    aRow('Ældre og Sundhed', 'Først.\n\nSå:\n- et\n- to\n\n1. En\n2. To'),
    aRow('Plan og Byg', 'Svar.', { receivedLate: new Date('2026-12-04T08:05:00Z') }),
    aRow('Social', 'Svar.', { isOnBehalf: true }),
    aRow('Kultur', { kind: 'nil', remark: 'Vi har ikke fået henvendelser.' }),
    aRow('Skole', { kind: 'nil', remark: undefined }),
    aRow('Erhverv', { kind: 'not theirs' }),
    aRow('Vej og Park', { kind: 'unanswered' }),
    aRow('Børn', { kind: 'awaited', deadline: aLocalDate('2026-12-03') }),
  ];
  const header = {
    ...EMPTY_HEADER,
    caseNumber: '2026-014',
    to: 'Byrådet',
    from: 'Sekretariatet',
    regarding: 'Punkt 7',
    kle: '00.22.02',
  };
  const introduction = toBlocks('Indledning.\n- et\n- to\n\n1. En\n2. To');
  const origins = [anOrigin(), anOrigin({ approvedBy: 'Bo Holm', version: 2 }), anOrigin({ isOnBehalf: true })];
  return [
    aNotat({ rows, header, introduction }),
    aNotat({ rows, header, introduction, origins, status: 'final', number: 2 }),
    aNotat(),
  ];
}

/** A department's row: its reply as typed, or what stands in its place. */
export function aRow(department: string, answer: string | NotatAnswer, changes: Partial<NotatRow> = {}): NotatRow {
  return {
    department,
    answer: typeof answer === 'string' ? aReply(toBlocks(answer)) : answer,
    receivedLate: undefined,
    isOnBehalf: false,
    ...changes,
  };
}

export function aReply(blocks: readonly Block[]): NotatAnswer {
  return { kind: 'reply', blocks };
}

export function anOrigin(changes: Partial<AnswerOrigin> = {}): AnswerOrigin {
  return {
    department: 'Plan og Miljø',
    version: 1,
    author: 'Åse Brøndum',
    approvedBy: undefined,
    isOnBehalf: false,
    at: new Date('2026-11-25T16:30:00Z'),
    ...changes,
  };
}

function countsOf(rows: readonly NotatRow[]): NotatCounts {
  const count = (isCounted: (row: NotatRow) => boolean) => rows.filter(isCounted).length;
  const notTheirs = count(({ answer }) => answer.kind === 'not theirs');
  return {
    asked: rows.length - notTheirs,
    answered: count(({ answer }) => answer.kind === 'reply' || answer.kind === 'nil'),
    nil: count(({ answer }) => answer.kind === 'nil'),
    late: count(({ receivedLate }) => receivedLate !== undefined),
    notTheirs,
  };
}
