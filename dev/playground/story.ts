import { addDays, danishDayOf } from '../../src/domain/round/deadline.js';
import { calledBy } from '../../src/text/bot-name.js';
import { da } from '../../src/text/messages.js';
import type { StoryTeams } from './story-teams.js';

const DEPARTMENT = 'Teknik og Miljø';
const REPLY = ['Vi har lært meget.', 'Vi ringer tilbage samme dag.'] as const;

/**
 * Plays the set-up by commands, a round and the personal chat, as the one person does who uses the Playground.
 *
 * Rejects with an error that names what it waited for, if what should be seen is not seen.
 */
export async function playStory(teams: StoryTeams, say: (line: string) => void): Promise<void> {
  const words = calledBy(da, teams.botName);
  const told = async (line: string) => {
    await teams.picture(line);
    say(line);
  };

  await teams.install();
  await teams.open('General');
  await teams.card(words.notices.welcome(false, undefined).heading).says();
  await told('the bot greets in the team');
  await teams.write('tilknyt sekretariatet');
  await teams.card(words.registration.secretariat([]).heading).says(words.registration.secretariat([]).text);
  await told('the secretariat is registered');
  await teams.open('other channel');
  await teams.write(`tilknyt ${DEPARTMENT}`);
  await teams.card(words.registration.department(DEPARTMENT, false).heading).says(DEPARTMENT);
  await told('a department is registered');
  const head = { id: '', name: teams.headName };
  await teams.write(`chef @${teams.headName}`);
  await teams.card(words.registration.heads([head]).heading).says(words.registration.heads([head]).text);
  await told('a head is appointed');
  await teams.write('chef ingen');
  await teams.card(words.registration.heads([]).heading).says();
  await told('the department has no head again');

  await teams.open('General');
  await teams.write('ny runde');
  const form = teams.card(words.roundForm.heading);
  await form.says(DEPARTMENT);
  await form.type(words.roundForm.title, 'Prøve');
  await form.type(words.roundForm.report, 'En beretning');
  await form.choose(words.roundForm.deadline, addDays(danishDayOf(new Date()), 14));
  await told('the form of a round is filled in');
  await form.press(words.roundForm.preview);
  const preview = teams.card(words.roundPreview.heading);
  await preview.says('Prøve', words.roundPreview.recipients(1), words.roundPreview.nothingSent);
  await told('the round is previewed');
  await preview.press(words.roundPreview.start);
  await teams.card(words.status.progress(0, 1)).says('Prøve');
  await told('the round is started');

  await teams.open('other channel');
  const request = teams.card(words.request.heading);
  await request.says('Prøve', 'En beretning');
  await told('the department is asked');
  await request.type(words.request.field, REPLY.join('\n'));
  await request.press(words.request.send);
  await teams.card(words.receipt.heading).says(...REPLY);
  await told('the reply is received');
  await teams.open('General');
  await teams.card(words.notat.completeHeading).says(DEPARTMENT, ...REPLY);
  await told('the notat is complete');

  await teams.open('personal chat');
  if (teams.greetsPersonally) {
    await teams.card(words.notices.welcomePersonal().heading).says(words.notices.welcomePersonal().text);
    await told('the bot greets in the personal chat');
  }
  await teams.write('hjælp');
  await teams.card(words.help.personal.heading).says();
  await told('the help of the personal chat is shown');
  await teams.write('notat');
  await teams.seesOfferedFile();
  await told('the notat is offered as a file');
  await teams.write('skabelon');
  await teams.card(words.template.heading).says();
  await told('the template is shown');
  for (const lack of teams.lacks) say(`Note: ${lack}`);
}
