import type PizZip from 'pizzip';
import type { TemplateChange } from '../../../domain/notat/template-change.js';
import { loosenControls } from './loosen-controls.js';
import { mendTags } from './mend-tags.js';

export interface PreparedTemplate {
  readonly zip: PizZip;
  readonly changes: readonly TemplateChange[];
}

/**
 * Makes the bot's own copy of a template ready to be checked and filled. It is done whenever a template is used, so
 * that those that were stored earlier are prepared too. What people have sent is never changed.
 *
 * @param zip decompressed, and within all limits. It is changed
 * @throws UnreadablePart, PartTooComplex
 */
export function prepareTemplate(zip: PizZip): PreparedTemplate {
  const changes = [...loosenControls(zip), ...mendTags(zip)];
  return { zip, changes };
}
