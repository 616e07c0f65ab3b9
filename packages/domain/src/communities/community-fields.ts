import { type Check, day, each, filled, filledLine, problemsOf } from '../field-checks.js';
import type { FieldProblem } from '../refusal.js';

/** Characters, and how many. */
export const COMMUNITY_NAME_LIMIT = 200;
export const COMMUNITY_PURPOSE_LIMIT = 20_000;
export const TOPIC_LIMIT = 50;
export const MOST_TOPICS = 12;
export const DISCUSSION_TITLE_LIMIT = 200;
export const IDEA_TITLE_LIMIT = 200;
export const WORDS_LIMIT = 20_000;
export const REASON_LIMIT = 2_000;

/** What somebody gave of a community; what is missing or null is not checked. */
export interface CommunityInput {
  name?: string | null | undefined;
  purpose?: string | null | undefined;
  topics?: readonly string[] | null | undefined;
}

/** What is wrong with the fields, each with its remedy; empty when nothing is. */
export function communityProblems({ name, purpose, topics }: CommunityInput): FieldProblem[] {
  return [
    ...problemsOf('name', name, filledLine('Name the community', COMMUNITY_NAME_LIMIT)),
    ...problemsOf('purpose', purpose, filled('Say which practice it is, and what for', COMMUNITY_PURPOSE_LIMIT)),
    ...problemsOf('topics', topics, fewTopics),
    ...problemsOf('topics', topics, each(filledLine('Name each topic', TOPIC_LIMIT))),
  ];
}

const fewTopics: Check<readonly string[]> = (topics) =>
  topics.length > MOST_TOPICS ? `Keep to ${MOST_TOPICS} topics; there are ${topics.length}.` : null;

/** As they were typed, each once, whatever its case; empty ones go. */
export function tidyTopics(topics: readonly string[]): string[] {
  const seen = new Set<string>();
  return topics
    .map((topic) => topic.trim())
    .filter((topic) => {
      const known = topic.toLowerCase();
      if (topic === '' || seen.has(known)) return false;
      seen.add(known);
      return true;
    });
}

export interface DiscussionInput {
  title?: string | null | undefined;
  body?: string | null | undefined;
}

export function discussionProblems({ title, body }: DiscussionInput): FieldProblem[] {
  return [
    ...problemsOf('title', title, filledLine('Say in one line what it is about', DISCUSSION_TITLE_LIMIT)),
    ...problemsOf('body', body, filled('Say what you would like to talk about', WORDS_LIMIT)),
  ];
}

export function replyProblems(body: string): FieldProblem[] {
  return problemsOf('body', body, filled('Write something', WORDS_LIMIT));
}

/** Why something ends. */
export function reasonProblems(reason: string): FieldProblem[] {
  return problemsOf('reason', reason, filled('Say why', REASON_LIMIT));
}

export interface IdeaInput {
  title?: string | null | undefined;
  words?: string | null | undefined;
}

export function ideaProblems({ title, words }: IdeaInput): FieldProblem[] {
  return [
    ...problemsOf('title', title, filledLine('Say the idea in one line', IDEA_TITLE_LIMIT)),
    ...problemsOf('words', words, filled('Say what you would do, and what it should bring', WORDS_LIMIT)),
  ];
}

/** @param today YYYY-MM-DD, where the organization is */
export function trialProblems(until: string, today: string): FieldProblem[] {
  return problemsOf('until', until, (value) => day(value) ?? (value < today ? 'Choose today or a day to come.' : null));
}

export function resultProblems(result: string): FieldProblem[] {
  return problemsOf('result', result, filled('Say what the trial showed', WORDS_LIMIT));
}
