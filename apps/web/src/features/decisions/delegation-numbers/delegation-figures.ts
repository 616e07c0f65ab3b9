import type { DelegationNumberFactsFragment } from '../../../generated/graphql';
import { plural, shareWords } from '../../impediments/public';

/** Of fewer than so many a share says little: one more can turn it round. */
export const FEW = 5;

export type Facts = Omit<DelegationNumberFactsFragment, '__typename'>;

export type DelegationFigure = {
  title: string;
  /** The number itself. */
  figure: string;
  /** What it is of: "18 of 29 decisions". */
  of: string;
  /** Against the months before; null: nothing to compare with. */
  compared: string | null;
  /** What it says about delegation. */
  sentence: string;
};

/** The four numbers of delegation, each with what it is of and how it was before. @param months of the window */
export function delegationFigures(now: Facts, before: Facts, months: number): DelegationFigure[] {
  const then = `the ${months} months before`;
  return [
    {
      title: 'Delegated',
      figure: now.shareDelegated === null ? '–' : shareWords(now.shareDelegated),
      of: `${now.delegated.toLocaleString('en')} of ${plural(now.decided, 'decision')}`,
      compared: shares(now.shareDelegated, before.shareDelegated, before.decided, then),
      sentence: 'Decided by whom they were delegated to: at Advise, Inquire and Delegate.',
    },
    {
      title: 'Vetoes',
      figure: now.vetoes.toLocaleString('en'),
      of: 'given in this time, whenever it was decided',
      compared: counts(now.vetoes, before.vetoes, then),
      sentence: 'Trust that was taken back afterwards. Many say that a level is set too high.',
    },
    {
      title: 'Overdue consents',
      figure: now.overdueConsents.toLocaleString('en'),
      of: `of ${plural(now.consents, 'consent')} asked for`,
      compared: counts(now.overdueConsents, before.overdueConsents, then),
      sentence: 'Given after their time, or still open past it. Many say that agreeing is a bottleneck.',
    },
    {
      title: 'Decided',
      figure: now.decided.toLocaleString('en'),
      of: now.decided === 1 ? 'decision accepted or rejected' : 'decisions accepted or rejected',
      compared: counts(now.decided, before.decided, then),
      sentence: 'What the other numbers are taken of.',
    },
  ];
}

/** "8 percentage points more than in the 6 months before: 20 %." */
function shares(now: number | null, before: number | null, decided: number, then: string): string | null {
  if (now === null) return null;
  if (before === null || decided < FEW) return `Not enough decisions in ${then} to compare with.`;
  const points = Math.round(now * 100) - Math.round(before * 100);
  if (points === 0) return `As in ${then}.`;
  const words = plural(Math.abs(points), 'percentage point');
  return `${words} ${points < 0 ? 'less' : 'more'} than in ${then}: ${shareWords(before)}.`;
}

function counts(now: number, before: number, then: string): string {
  if (now === before) return `As many as in ${then}.`;
  const difference = Math.abs(now - before).toLocaleString('en');
  return `${difference} ${now < before ? 'fewer' : 'more'} than in ${then}.`;
}
