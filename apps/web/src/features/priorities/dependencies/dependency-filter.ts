import { DEPENDENCY_STATES, OPEN_DEPENDENCY_STATES } from '@chapterhouse/domain/priorities/dependency-state';
import type { DependencyFilter } from '../../../generated/graphql';
import { PRODUCT_PARAMETER } from '../use-product';

/** The questions that are asked most, one press each; the first one holds unless the address says another. */
export const DEPENDENCY_QUESTIONS = ['open', 'waiting', 'asked', 'conflicts', 'all'] as const;
export type DependencyQuestion = (typeof DEPENDENCY_QUESTIONS)[number];

export const QUESTION_TITLES: Record<DependencyQuestion, string> = {
  open: 'Open',
  waiting: 'Waits for me',
  asked: 'Asked by me',
  conflicts: 'In conflict',
  all: 'All',
};

/** What the list shows; empty: any. */
export type DependenciesView = { question: DependencyQuestion; areaId: string; teamId: string };

export function readView(params: URLSearchParams): DependenciesView {
  return {
    question: DEPENDENCY_QUESTIONS.find((question) => question === params.get('show')) ?? 'open',
    areaId: params.get('area') ?? '',
    teamId: params.get('team') ?? '',
  };
}

/** @param before what the address says now: the product stays */
export function writeView({ question, areaId, teamId }: DependenciesView, before: URLSearchParams): URLSearchParams {
  const params = new URLSearchParams();
  const product = before.get(PRODUCT_PARAMETER);
  if (product !== null) params.set(PRODUCT_PARAMETER, product);
  if (question !== 'open') params.set('show', question);
  if (areaId !== '') params.set('area', areaId);
  if (teamId !== '') params.set('team', teamId);
  return params;
}

/** As the api takes it. */
export function filterInput({ question, areaId, teamId }: DependenciesView, productId: string): DependencyFilter {
  return {
    productId,
    states: question === 'all' || question === 'asked' ? [...DEPENDENCY_STATES] : [...OPEN_DEPENDENCY_STATES],
    ...(question === 'waiting' && { waitsForMe: true }),
    ...(question === 'asked' && { askedByMe: true }),
    ...(question === 'conflicts' && { conflicts: true }),
    ...(areaId !== '' && { areaIds: [areaId] }),
    ...(teamId !== '' && { teamIds: [teamId] }),
  };
}
