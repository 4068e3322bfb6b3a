import { UnfitTemplate } from '../../../application/ports.js';
import type { NotatModel } from '../../../domain/notat/notat.js';
import { createKeptTemplates } from '../prepare/kept-templates.js';
import { finishNotat } from './finish-notat.js';
import { renderTemplate } from './render-template.js';
import { templateData } from './template-data.js';
import { withMarkedBraces } from './typed-braces.js';

/**
 * The earliest time that a zip entry can have, in local time. All entries get it, because with the present time two
 * files of the same notat would differ.
 */
const ZIP_EPOCH = new Date(1980, 0, 1);

/**
 * Fills a Word template with a notat. The same notat and the same template give the same bytes.
 *
 * @param template a template that `checkTemplate` does not refuse
 * @returns the .docx file
 * @throws UnfitTemplate if something would be left in the notat that must not be
 * @throws Error if the template cannot be filled
 */
export type RenderNotat = (template: Uint8Array, notat: NotatModel) => Uint8Array;

/** Keeps the templates that it has used last. */
export function createNotatRenderer(): RenderNotat {
  const templates = createKeptTemplates();
  return (template, notat) => {
    const data = withMarkedBraces(templateData(notat));
    const finished = finishNotat(renderTemplate(templates.prepared(template), data).getZip());
    if (!finished.ok) throw new UnfitTemplate(finished.problem);
    const { value: zip } = finished;
    for (const entry of Object.values(zip.files)) entry.date = ZIP_EPOCH;
    return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
  };
}

/** As `RenderNotat`, for one notat. */
export function renderNotat(template: Uint8Array, notat: NotatModel): Uint8Array {
  return createNotatRenderer()(template, notat);
}
