import { createHash } from 'node:crypto';
import type PizZip from 'pizzip';
import { TEMPLATES_KEPT } from '../../../domain/limits.js';
import { templateProblemWords } from '../../../text/notat/template-problem-words.js';
import { copyOf, openTemplate } from '../file/open-template.js';
import { prepareTemplate } from './prepare-template.js';

/** Opens and prepares templates, and keeps the few that were used last. */
export interface KeptTemplates {
  /**
   * @returns a copy of the prepared template, which may be changed
   * @throws Error if the file cannot be opened or prepared
   */
  prepared(template: Uint8Array): PizZip;
}

/** What is kept is known by the digest of the file, because each job brings its own copy of the file. */
export function createKeptTemplates(): KeptTemplates {
  const kept = new Map<string, PizZip>();
  return {
    prepared(template) {
      const digest = createHash('sha256').update(template).digest('hex');
      const zip = kept.get(digest) ?? opened(template);
      // The one that was used last comes last.
      kept.delete(digest);
      kept.set(digest, zip);
      for (const oldest of [...kept.keys()].slice(0, -TEMPLATES_KEPT)) kept.delete(oldest);
      return copyOf(zip);
    },
  };
}

function opened(template: Uint8Array): PizZip {
  const file = openTemplate(template);
  if (!file.ok) throw new Error(templateProblemWords.en(file.problem));
  return prepareTemplate(file.value).zip;
}
