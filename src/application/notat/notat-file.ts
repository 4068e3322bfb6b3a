import type { NotatRecord } from '../../domain/notat/notat.js';
import type { RoundOverview } from '../../domain/round/round.js';
import { type FileStore, type NotatWriter, type RoundStore, type TemplateStore, UnreadableRow } from '../ports.js';
import { unlessUnreadable } from '../unless-unreadable.js';
import { compileRecorded } from './recorded-notat.js';

interface Dependencies {
  readonly rounds: RoundStore;
  readonly templates: TemplateStore;
  readonly files: FileStore;
  readonly writer: NotatWriter;
}

/** The template that a tenant's notats are written in. */
export interface UsedTemplate {
  /** 0 for the installation's own. */
  readonly number: number;
  /** undefined for the installation's own. */
  readonly bytes: Uint8Array | undefined;
}

const INSTALLATIONS: UsedTemplate = { number: 0, bytes: undefined };

/**
 * The template for a notat that is compiled now: the newest that the secretariat has uploaded, if there is one. Rejects
 * with `UnreadableRow` when that template cannot be read.
 */
export async function currentTemplate(
  deps: Pick<Dependencies, 'templates' | 'files'>,
  tenantId: string,
): Promise<UsedTemplate> {
  const newest = await deps.templates.newest(tenantId);
  return newest === undefined ? INSTALLATIONS : templateNumber(deps, tenantId, newest.number);
}

/**
 * What the record of a notat that is not final says of its template. While the template in use cannot be read, the notat
 * has no Word file, and its card says so: another letterhead is never used instead. A final notat waits.
 */
export async function templateOfRecord(
  deps: Pick<Dependencies, 'templates' | 'files'>,
  tenantId: string,
): Promise<Pick<NotatRecord, 'template' | 'isTemplateUnreadable'>> {
  const own = await unlessUnreadable(currentTemplate(deps, tenantId));
  return { template: (own ?? INSTALLATIONS).number, isTemplateUnreadable: own === undefined };
}

/**
 * The Word file of a recorded notat. A final notat is returned byte for byte as it was sealed; any other is written
 * again with the template that it had. Rejects with `UnreadableRow` when that file or template cannot be read, or could
 * not when the notat was compiled. Another template is never used instead.
 */
export async function notatFile(deps: Dependencies, overview: RoundOverview, record: NotatRecord): Promise<Uint8Array> {
  const { tenantId } = overview.round.secretariat;
  if (record.seal !== undefined) return storedFile(deps.files, tenantId, record.seal.sha256);
  if (record.isTemplateUnreadable)
    throw new UnreadableRow('template', 'template in use', 'it was not read for this notat');
  const notat = await compileRecorded(deps.rounds, overview, record);
  const template = await templateNumber(deps, tenantId, record.template);
  return deps.writer.write(notat, template.bytes);
}

async function templateNumber(
  { templates, files }: Pick<Dependencies, 'templates' | 'files'>,
  tenantId: string,
  number: number,
): Promise<UsedTemplate> {
  if (number === INSTALLATIONS.number) return INSTALLATIONS;
  const record = await templates.find(tenantId, number);
  if (record === undefined) throw new UnreadableRow('template', `template ${number}`, 'it is missing');
  const bytes = record.sha256 === undefined ? undefined : await storedFile(files, tenantId, record.sha256);
  return { number, bytes };
}

/** Rejects with `UnreadableRow` when the file is missing. */
export async function storedFile(files: FileStore, tenantId: string, sha256: string): Promise<Uint8Array> {
  const bytes = await files.get(tenantId, sha256);
  if (bytes === undefined) throw new UnreadableRow('file part', `file ${sha256}`, 'it is missing');
  return bytes;
}
