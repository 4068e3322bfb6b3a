import { operationId } from '../../domain/ids.js';
import { canAsk, openQuestions } from '../../domain/reply/open-questions.js';
import { parseQuestion, withQuestion } from '../../domain/reply/question.js';
import type { WrittenTextProblem } from '../../domain/text/written-text.js';
import type { NotAllowed } from '../rights/not-allowed.js';
import { type DepartmentCardPress, ON_DEPARTMENTS_CARD } from './asked-department.js';
import { refreshCards } from './change-department.js';
import {
  type DepartmentOutcome,
  type PressDependencies,
  type PressOutcome,
  pressDepartment,
  toStore,
} from './press-department.js';
import { draftOf, withDraft } from './save-draft.js';

export interface AskQuestionRequest extends DepartmentCardPress<'answer'> {
  /** The question, as it was typed or written. */
  readonly text: unknown;
  /** The text in the answer's field, where there is one. It is kept as a draft, because the card is redrawn for everyone. */
  readonly typed?: string;
}

/**
 * `asked`: durable, and the secretariat is told. `unchanged`: also where the same question waits already. `too many`: so
 * many questions of the department wait for an answer that it may not ask another.
 */
export type AskQuestionOutcome =
  | PressOutcome<'asked' | 'too many'>
  | (DepartmentOutcome<'refused'> & { readonly problem: WrittenTextProblem });

/**
 * Asks the secretariat something. Everyone in the channel may, whether the department has answered or not: a question
 * says nothing on the department's behalf.
 */
export async function askQuestion(
  deps: PressDependencies,
  request: AskQuestionRequest,
): Promise<AskQuestionOutcome | NotAllowed> {
  return pressDepartment(deps, 'ask question', ON_DEPARTMENTS_CARD, request, (department, at) => {
    const { departmentId, by, press, seen, typed } = request;
    const text = parseQuestion(request.text);
    if (!text.ok) return { kind: 'refused', problem: text.problem };
    if (openQuestions(department).some((open) => open.text === text.value)) return { kind: 'unchanged' };
    if (!canAsk(department)) return { kind: 'too many' };
    const draft = draftOf({ typed, by, seen }, department, at);
    const questions = withQuestion(department.questions, { text: text.value, by, at });
    const asked = questions.at(-1)?.at ?? at;
    const subject = asked.toISOString();
    const line = { at, by, act: 'question asked', departmentId, subject, reason: text.value } as const;
    const saved = { at, by, act: 'draft saved', departmentId, subject: undefined } as const;
    return toStore('asked', {
      operation: operationId('ask question', press),
      department: { ...withDraft(department, draft), questions },
      lines: draft === undefined ? [line] : [line, saved],
      owes: [refreshCards(departmentId), { kind: 'post question', departmentId, asked: asked.getTime() }],
      at,
    });
  });
}
