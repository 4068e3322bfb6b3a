import { z } from 'zod';
import { auditDownload } from '../../application/notat/fetch-notat.js';
import { fetchPersonalNotat } from '../../application/notat/personal-notat.js';
import { fetchTemplate, previewTemplate } from '../../application/notat/template-file.js';
import { judgeAct } from '../../application/rights/judge.js';
import { isNotAllowed } from '../../application/rights/not-allowed.js';
import { parseNotatId, parseRoundId } from '../../domain/ids.js';
import type { PersonalAct } from '../acts.js';
import { type Answer, type OfferedFile, words } from '../answer.js';
import type { Deps } from '../dependencies.js';
import type { Row } from '../row.js';
import { linkInsteadOf } from './file-link.js';

/** What Teams sends when a person accepts an offered file: what was offered, and where to upload it. */
export interface Acceptance {
  readonly context: unknown;
  readonly uploadInfo: unknown;
}

const id = <Id>(parse: (value: unknown) => Id | undefined) =>
  z.unknown().transform((value, context) => {
    const parsed = parse(value);
    if (parsed !== undefined) return parsed;
    context.addIssue('not an id');
    return z.NEVER;
  });

const Offered = z.union([
  z.object({ kind: z.literal('notat'), roundId: id(parseRoundId), notatId: id(parseNotatId) }),
  z.object({ kind: z.enum(['preview', 'template']), template: z.int().min(0) }),
]);

const UploadInfo = z.object({
  contentUrl: z.string().min(1),
  name: z.string().min(1),
  uploadUrl: z.string().min(1),
  uniqueId: z.string().min(1),
  fileType: z.string().min(1),
});

/** *Accepter* uploads the file to the address in the card. The data is checked again: anyone can forge a card. */
export const keepFile = {
  name: 'file.keep',
  how: 'pressed',
  where: ['personal'],
  right: 'run rounds',
  keepsText: false,
  async run(deps: Deps, { context, uploadInfo }: Acceptance, { sender, conversationId }: PersonalAct): Promise<Answer> {
    const { personal } = deps.messages;
    const offered = Offered.safeParse(context).data;
    const upload = UploadInfo.safeParse(uploadInfo).data;
    if (offered === undefined || upload === undefined) return words(personal.unknownFile());
    const made = await makeFile(deps, sender.tenantId, offered);
    if (made.kind !== 'file') return words(personal.unknownFile());
    if (offered.kind === 'notat') await auditDownload(deps, offered, { by: sender.by, where: conversationId });
    const outcome = await deps.transfer.upload(upload.uploadUrl, made.file);
    if (outcome === 'failed') return words(personal.uploadFailed());
    const { contentUrl, name, uniqueId, fileType } = upload;
    return { kind: 'messages', messages: [{ kind: 'file', file: { contentUrl, name, uniqueId, fileType } }] };
  },
} as const satisfies Row & { readonly run: unknown };

/**
 * *Afvis*: the file is not kept, and whoever may have it gets a link instead. Nobody is refused anything for declining, so
 * it is no row.
 */
export async function leaveFile(deps: Deps, context: unknown, { sender }: PersonalAct): Promise<Answer> {
  const offered = Offered.safeParse(context).data;
  const declined = words(deps.messages.personal.declined());
  if (offered === undefined) return declined;
  const verdict = await judgeAct(deps, keepFile.right, { ...sender, address: undefined, registered: undefined });
  return isNotAllowed(verdict) ? declined : linkInsteadOf(deps, offered, sender);
}

async function makeFile(deps: Deps, tenantId: string, offered: OfferedFile) {
  switch (offered.kind) {
    case 'notat':
      return fetchPersonalNotat(deps, tenantId, offered);
    case 'preview':
      return previewTemplate(deps, tenantId, offered.template);
    case 'template':
      return fetchTemplate(deps, tenantId, offered.template);
  }
}
