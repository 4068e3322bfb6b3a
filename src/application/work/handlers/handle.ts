import { type Claimed, type Done, type TaskDependencies, UNNEEDED } from '../task.js';
import { continueRound } from './continue-round.js';
import { postDecline, postTimeRequest, refreshDecisionCard } from './decision-card.js';
import { postRoundCard, updateDesk, updateRoundCard } from './desk.js';
import { doDuties } from './do-duties.js';
import { followChanges } from './follow-changes.js';
import { moveDeadlines } from './move-deadlines.js';
import { postDigest } from './post-digest.js';
import { postNotat, postNotatPart } from './post-notat.js';
import { postNotice } from './post-notice.js';
import { postRequest } from './post-request.js';
import { proposeEdits } from './propose-edits.js';
import { postQuestion, refreshQuestions } from './question-card.js';
import { refreshCards } from './refresh-cards.js';
import { refreshNotats } from './refresh-notats.js';
import { shareAnswers } from './share-answers.js';
import { shareFinal } from './share-final.js';
import { tellPerson } from './tell-person.js';
import { postTroubles } from './tell-secretariat.js';

/** Does a task. A kind of task without a handler does not compile. */
export async function handle(deps: TaskDependencies, claimed: Claimed): Promise<Done> {
  const { task } = claimed;
  switch (task.kind) {
    case 'post request':
      return postRequest(deps, { ...claimed, task });
    case 'refresh cards':
      return refreshCards(deps, { ...claimed, task });
    case 'post department notice':
      return postNotice(deps, { ...claimed, task });
    case 'tell person':
      return tellPerson(deps, { ...claimed, task });
    case 'post decline':
      return postDecline(deps, { ...claimed, task });
    case 'update round card':
      return updateRoundCard(deps, { ...claimed, task });
    case 'update desk':
      return updateDesk(deps, { ...claimed, task });
    case 'post round card':
      return postRoundCard(deps, { ...claimed, task });
    case 'post troubles':
      return postTroubles(deps, { ...claimed, task });
    case 'continue round':
      return continueRound(deps, { ...claimed, task });
    case 'do duties':
      return doDuties(deps, { ...claimed, task });
    case 'post digest':
      return postDigest(deps, { ...claimed, task });
    case 'post time request':
      return postTimeRequest(deps, { ...claimed, task });
    case 'refresh decision card':
      return refreshDecisionCard(deps, { ...claimed, task });
    case 'move deadlines':
      return moveDeadlines(deps, { ...claimed, task });
    case 'follow changes':
      return followChanges(deps, { ...claimed, task });
    case 'post question':
      return postQuestion(deps, { ...claimed, task });
    case 'refresh questions':
      return refreshQuestions(deps, { ...claimed, task });
    case 'share answers':
      return shareAnswers(deps, { ...claimed, task });
    case 'share final':
      return shareFinal(deps, { ...claimed, task });
    case 'propose edits':
      return proposeEdits(deps, { ...claimed, task });
    case 'refresh notats':
      return refreshNotats(deps, { ...claimed, task });
    case 'compile if complete':
      await deps.completeness.ask(claimed.roundId);
      return UNNEEDED;
    case 'post notat':
      return postNotat(deps, { ...claimed, task });
    case 'post notat part':
      return postNotatPart(deps, { ...claimed, task });
  }
}
