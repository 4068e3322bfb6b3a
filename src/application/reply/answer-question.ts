import type { AuditLine } from '../../domain/audit.js';
import type { PostedMessage } from '../../domain/channel/channel.js';
import { operationId } from '../../domain/ids.js';
import { withAnswerToAll } from '../../domain/reply/answer-to-all.js';
import {
  findQuestion,
  parseQuestion,
  type Question,
  type QuestionAnswer,
  replaceQuestion,
} from '../../domain/reply/question.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { WrittenTextProblem } from '../../domain/text/written-text.js';
import type { RoundChange } from '../ports.js';
import { oweAnswers } from '../round/owe-answers.js';
import { type DepartmentChange, departmentNotice, refreshCards } from './change-department.js';
import { BY_SECRETARIAT, type UnknownDepartment } from './followed-up-department.js';
import {
  type DepartmentOutcome,
  type DepartmentPress,
  type PressDependencies,
  type PressOutcome,
  pressDepartment,
  toStore,
} from './press-department.js';

export interface AnswerQuestionRequest extends DepartmentPress {
  /** The time of the question that the card showed, in milliseconds since 1970. */
  readonly asked: number;
  /** The answer, as it was typed. */
  readonly text: unknown;
  /** The secretariat's own card about the question, if it was used. The bot may not know yet where that is. */
  readonly posted: PostedMessage | undefined;
}

export interface AnswerAllRequest extends AnswerQuestionRequest {
  /** The question as all departments are to see it. */
  readonly asAllSeeIt: unknown;
}

/** What is wrong with what the secretariat wrote. */
export interface AnswerProblem {
  readonly field: 'answer' | 'question';
  readonly problem: WrittenTextProblem;
}

/**
 * `done`: durable, and the department, or all of them, will be told. `answered already`: somebody has answered the
 * question. `gone`: it was answered so long ago that the department's row does not keep it any more.
 */
export type AnswerQuestionOutcome =
  | UnknownDepartment
  | PressOutcome<'done' | 'gone'>
  | (DepartmentOutcome<'answered already'> & { readonly answer: QuestionAnswer })
  | (DepartmentOutcome<'refused'> & { readonly problems: readonly AnswerProblem[] });

/** *Svar*: the secretariat answers the department that has asked. */
export async function answerQuestion(
  deps: PressDependencies,
  request: AnswerQuestionRequest,
): Promise<AnswerQuestionOutcome> {
  return pressDepartment(deps, 'answer question', BY_SECRETARIAT, request, (department, at) => {
    const question = findQuestion(department, request.asked);
    if (question === undefined) return { kind: 'gone' };
    if (question.answer !== undefined) return { kind: 'answered already', answer: question.answer };
    const text = parseQuestion(request.text);
    if (!text.ok) return { kind: 'refused', problems: [{ field: 'answer', problem: text.problem }] };
    return toStore('done', answered(request, department, question, { text: text.value, at, toAll: false }));
  });
}

/**
 * *Svar alle fagområder*: the department that has asked is answered, and all departments of the round get the answer, in
 * the same transaction as far as it is decided. They are told one after the other (`share answers`).
 */
export async function answerAll(deps: PressDependencies, request: AnswerAllRequest): Promise<AnswerQuestionOutcome> {
  return pressDepartment(deps, 'answer all', BY_SECRETARIAT, request, async (department, at) => {
    const question = findQuestion(department, request.asked);
    // The round's row is written too, so the transaction finds out whether somebody has changed that in the meantime.
    const round = await deps.rounds.readRound(request.roundId);
    if (question === undefined || round === undefined) return { kind: 'gone' };
    if (question.answer !== undefined) return { kind: 'answered already', answer: question.answer };
    const text = parseQuestion(request.text);
    const shown = parseQuestion(request.asAllSeeIt);
    if (!text.ok || !shown.ok) {
      const problems: readonly AnswerProblem[] = [
        ...(text.ok ? [] : [{ field: 'answer', problem: text.problem } as const]),
        ...(shown.ok ? [] : [{ field: 'question', problem: shown.problem } as const]),
      ];
      return { kind: 'refused', problems };
    }
    const { departmentId: askedBy, by } = request;
    const answer = { question: shown.value, text: text.value, by, at, askedBy };
    const { value: present, etag } = round;
    const after = { ...present, answersToAll: withAnswerToAll(present.answersToAll, answer) };
    const replaced: RoundChange = { change: 'replace round', round: after, etag };
    const change = answered(request, department, question, { text: text.value, at, toAll: true });
    return toStore('done', {
      ...change,
      lines: [...change.lines, lineAbout(request, question, 'answer shared', shown.value, at)],
      again: [replaced, ...oweAnswers(after, at)],
    });
  });
}

function answered(
  request: AnswerQuestionRequest,
  present: RoundDepartment,
  question: Question,
  { text, at, toAll }: Omit<QuestionAnswer, 'by'>,
): DepartmentChange {
  const { departmentId, by, press, posted } = request;
  // Where it is not known whether the card has arrived, the press tells that it has, and where it is.
  const changed = { ...question, card: question.card ?? posted, answer: { text, by, at, toAll } };
  return {
    operation: operationId(toAll ? 'answer all' : 'answer question', press),
    department: { ...present, questions: replaceQuestion(present.questions, changed) },
    lines: [lineAbout(request, question, 'question answered', text, at)],
    owes: [refreshCards(departmentId), departmentNotice(departmentId, 'question answered')],
    at,
  };
}

function lineAbout(
  { by, departmentId }: AnswerQuestionRequest,
  question: Question,
  act: 'question answered' | 'answer shared',
  reason: string,
  at: Date,
): AuditLine {
  return { at, by, act, departmentId, subject: question.at.toISOString(), reason };
}
