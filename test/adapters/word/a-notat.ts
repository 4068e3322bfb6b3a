import { type Block, toBlocks } from '../../../src/domain/blocks.js';
import type { LocalDate } from '../../../src/domain/deadline.js';
import type { NotatAnswer, NotatModel, NotatRow } from '../../../src/domain/notat.js';

/** A complete notat, until told otherwise. */
export function aNotat(changes: Partial<NotatModel> = {}): NotatModel {
  const rows = changes.rows ?? [aRow('Plan og Miljø', 'Vi svarer nu inden ti dage.')];
  const answered = rows.filter(({ answer }) => answer.kind === 'reply' || answer.kind === 'nil').length;
  return {
    title: 'Opfølgning på beretningen',
    introduction: [],
    rows,
    status: answered === rows.length ? 'complete' : 'interim',
    answered,
    deadline: '2026-12-03' as LocalDate,
    ...changes,
  };
}

/** A department's row: its reply as typed, or what stands in its place. */
export function aRow(department: string, answer: string | NotatAnswer): NotatRow {
  return { department, answer: typeof answer === 'string' ? aReply(toBlocks(answer)) : answer };
}

export function aReply(blocks: readonly Block[]): NotatAnswer {
  return { kind: 'reply', blocks };
}
