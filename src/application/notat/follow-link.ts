import type { NotatModel } from '../../domain/notat/notat.js';
import type { LinkedTemplate } from '../ports.js';
import { type JudgeDependencies, judgeAct } from '../rights/judge.js';
import { isNotAllowed } from '../rights/not-allowed.js';
import {
  type DownloadDependencies,
  type DownloadNotatOutcome,
  downloadNotat,
  type NotatFormat,
} from './fetch-notat.js';
import { fetchTemplate, previewTemplate } from './template-file.js';

interface Dependencies extends DownloadDependencies, JudgeDependencies {
  readonly installationsTemplate: Uint8Array;
  /** A notat in which every part of a template is used. */
  readonly example: NotatModel;
}

export type FollowLinkOutcome =
  | DownloadNotatOutcome
  | {
      readonly kind: 'file of a template';
      readonly of: LinkedTemplate['of'];
      readonly template: number;
      /** The name with which the template was sent; undefined for the installation's own. */
      readonly name: string | undefined;
      readonly file: Uint8Array;
    }
  /** The person who got the link may not have templates any more. */
  | { readonly kind: 'not allowed' };

/** Gives the document that a download link leads to: a notat, or the file of a template. */
export async function followLink(deps: Dependencies, token: string, format: NotatFormat): Promise<FollowLinkOutcome> {
  const link = deps.links.open(token, deps.clock.now());
  return link.kind === 'valid' && 'template' in link
    ? downloadTemplate(deps, link)
    : downloadNotat(deps, token, format);
}

/**
 * The right is judged again, because it can be lost while the link holds. Where the person acts from is not known, so the
 * roster of the secretariat's team tells whether they are still in it.
 */
async function downloadTemplate(deps: Dependencies, link: LinkedTemplate): Promise<FollowLinkOutcome> {
  const { tenantId, of, template, personId, memberId } = link;
  const verdict = await judgeAct(deps, 'run rounds', {
    tenantId,
    by: { id: personId, name: '' },
    memberId,
    home: 'not told',
    address: undefined,
    registered: undefined,
  });
  if (isNotAllowed(verdict)) {
    deps.log.warn('template not downloaded', { reason: verdict.why.reason });
    return { kind: 'not allowed' };
  }
  const found = await (of === 'template' ? fetchTemplate : previewTemplate)(deps, tenantId, template);
  if (found.kind === 'no template') return { kind: 'invalid' };
  deps.log.info('template downloaded', { of, template });
  return { kind: 'file of a template', of, template, name: found.name, file: found.file };
}
