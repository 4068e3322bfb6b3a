import type { Activity } from 'botbuilder';
import { secretariatOf } from '../../application/channel/secretariat-member.js';
import { compilePersonalNotat } from '../../application/notat/personal-notat.js';
import { showTemplate } from '../../application/notat/show-template.js';
import { uploadTemplate, useInstallationsTemplate } from '../../application/notat/upload-template.js';
import { helpCard } from '../../cards/help-card.js';
import { noticeCard } from '../../cards/notice-card.js';
import { refusedTemplateCard, takenTemplateCard, templateCard } from '../../cards/template-card.js';
import { TEMPLATE_MAX_BYTES } from '../../domain/limits.js';
import type { Messages, Notice } from '../../text/messages.js';
import { notatFileName } from '../../text/notat-words.js';
import type { BotDependencies } from './bot-dependencies.js';
import { cardActivity } from './card-activity.js';
import type { PersonalIncoming, SentFile } from './personal-activity.js';
import type { PersonalCommand } from './personal-commands.js';
import { consentActivity } from './personal-files.js';
import { notatIdOf } from './press-name.js';

type Deps = BotDependencies & { readonly messages: Messages };
type Activities = readonly Partial<Activity>[];

/** Word's kinds of file. The check tells what is wrong with those that are not documents. */
const WORD_FILE = /\.do[ct][xm]$/iu;

/** Carries out a command from a personal chat and makes the messages that answer it. */
export async function answerPersonalCommand(
  deps: Deps,
  command: PersonalCommand,
  personal: PersonalIncoming,
): Promise<Activities> {
  const { sender } = personal;
  const { messages, render } = deps;
  switch (command.kind) {
    case 'notat':
      return answerNotat(deps, personal);
    case 'template': {
      const outcome = await showTemplate(deps, sender);
      if (outcome.kind === 'not secretariat') return notice(deps, messages.personal.onlySecretariat());
      return [cardActivity(templateCard(render, messages, outcome.template))];
    }
    case 'installations template': {
      const outcome = await useInstallationsTemplate(deps, sender);
      return notice(
        deps,
        outcome.kind === 'done' ? messages.template.installationsAgain() : messages.personal.onlySecretariat(),
      );
    }
    case 'help':
      return [cardActivity(helpCard(render, { ...messages, help: messages.personal.help }))];
    case 'in channels':
      return notice(deps, messages.notices.onlyInChannels());
    case 'not understood':
      return notice(deps, messages.personal.notUnderstood());
  }
}

/** A file that is sent is a template to be used, if it is one file and Word's. */
export async function answerFiles(deps: Deps, { files, hasOther, sender }: PersonalIncoming): Promise<Activities> {
  const { personal } = deps.messages;
  const [file, ...others] = files;
  if (file === undefined) return notice(deps, personal.onlyWord());
  if (others.length > 0 || hasOther) return notice(deps, personal.oneFile());
  if (!WORD_FILE.test(file.name)) return notice(deps, personal.onlyWord());
  // Judged again when the template is taken; but nothing is fetched for whoever may not send one.
  if ((await secretariatOf(deps, sender)) === undefined) return notice(deps, personal.onlySecretariat());
  return answerTemplate(deps, sender, file);
}

async function answerTemplate(deps: Deps, sender: PersonalIncoming['sender'], sent: SentFile): Promise<Activities> {
  const { messages, render } = deps;
  const { personal, template: words } = messages;
  const fetched = await deps.transfer.fetch(sent.downloadUrl, TEMPLATE_MAX_BYTES);
  if (fetched.kind === 'failed') return notice(deps, personal.notFetched());
  if (fetched.kind === 'too large') return notice(deps, words.tooLarge(TEMPLATE_MAX_BYTES));
  const outcome = await uploadTemplate(deps, { ...sender, name: sent.name, bytes: fetched.bytes });
  switch (outcome.kind) {
    case 'not secretariat':
      return notice(deps, personal.onlySecretariat());
    case 'busy':
      return notice(deps, words.busy());
    case 'refused':
      return [cardActivity(refusedTemplateCard(render, messages, sent.name, outcome.problems), words.refusedHeading)];
    case 'taken': {
      const { template, warnings, preview } = outcome;
      const offered = { kind: 'preview', template: template.number } as const;
      const file = {
        name: words.previewName(template.number),
        description: words.previewDescription,
        size: preview.length,
      };
      return [
        cardActivity(takenTemplateCard(render, messages, template, warnings), words.takenHeading),
        consentActivity(offered, file),
      ];
    }
  }
}

async function answerNotat(deps: Deps, { sender, conversationId, activityId }: PersonalIncoming): Promise<Activities> {
  const { personal } = deps.messages;
  const outcome = await compilePersonalNotat(deps, sender, notatIdOf(conversationId, activityId));
  switch (outcome.kind) {
    case 'not secretariat':
      return notice(deps, personal.onlySecretariat());
    case 'no round':
      return notice(deps, personal.noRound());
    case 'file': {
      const { roundId, notatId, title, file } = outcome;
      const name = notatFileName(title);
      return [
        consentActivity(
          { kind: 'notat', roundId, notatId },
          { name, description: personal.notatFile, size: file.length },
        ),
      ];
    }
  }
}

function notice({ render, messages }: Deps, text: Notice): Activities {
  return [cardActivity(noticeCard(render, messages, text), text.heading)];
}
