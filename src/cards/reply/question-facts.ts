import { openQuestions } from '../../domain/reply/open-questions.js';
import { isAnswered, type Question } from '../../domain/reply/question.js';
import { othersAnswers } from '../../domain/reply/shared-answers.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';
import type { CardParagraph } from '../paragraphs.js';

/** How many of the answered questions, and of the answers to all, a card shows that is about something else. Our choice. */
const ANSWERS_SHOWN = 2;

/**
 * What a department has asked the secretariat and was answered, and what the secretariat has answered all, the newest
 * first. In a closed round nobody asks any more.
 *
 * @param answers the most answers that are shown. What waits for an answer is always among the lines
 */
export function questionLines(
  messages: Messages,
  department: RoundDepartment,
  answers: number = ANSWERS_SHOWN,
): readonly CardParagraph[] {
  if (department.isLocked) return [];
  const { askedByOther, answeredAll } = messages.question;
  const own = department.questions.map((question) => ({
    at: question.answer?.at ?? question.at,
    isAnswer: isAnswered(question),
    lines: ownLines(messages, question),
  }));
  const others = othersAnswers(department).map(({ question, text, by, at }) => ({
    at,
    isAnswer: true,
    lines: [askedByOther(question), answeredAll(by.name, at, text)],
  }));
  const newestFirst = [...own, ...others].toSorted((one, other) => other.at.getTime() - one.at.getTime());
  const shown = new Set(newestFirst.filter(({ isAnswer }) => isAnswer).slice(0, answers));
  return newestFirst
    .filter((entry) => !entry.isAnswer || shown.has(entry))
    .flatMap(({ lines }) => lines.map((text) => ({ text })));
}

function ownLines({ question: words }: Messages, question: Question): readonly string[] {
  const asked = words.asked(question.by.name, question.at, question.text);
  if (!isAnswered(question)) return [asked, words.waits];
  const { by, at, text, toAll } = question.answer;
  return [asked, (toAll ? words.answeredAll : words.answered)(by.name, at, text)];
}

/**
 * What waits for an answer, and the newest answer, for the secretariat's card about the department. In a closed round
 * nothing is awaited any more.
 */
export function questionFacts({ question: words }: Messages, department: RoundDepartment): readonly CardParagraph[] {
  const { questions, isLocked } = department;
  if (isLocked) return [];
  const answered = questions.filter(isAnswered).at(-1);
  return [
    ...openQuestions(department).map(({ text, by, at }) => words.fromDepartment(by.name, at, text)),
    ...(answered === undefined
      ? []
      : [
          words.fromDepartment(answered.by.name, answered.at, answered.text),
          words.toDepartment(answered.answer.by.name, answered.answer.at, answered.answer.text),
        ]),
  ].map((text) => ({ text }));
}

/** The first lines, and words that say that there are more. */
export function firstLines(
  { question }: Messages,
  all: readonly CardParagraph[],
  shown: number,
): readonly CardParagraph[] {
  return shown < all.length ? [...all.slice(0, shown), { text: question.leftOut }] : all;
}

/** What the templates of the department's cards take of it. */
export function questionsData(messages: Messages, all: readonly CardParagraph[], shown: number): object {
  return {
    hasQuestions: all.length > 0,
    questionsHeading: messages.question.heading,
    questions: firstLines(messages, all, shown),
  };
}
