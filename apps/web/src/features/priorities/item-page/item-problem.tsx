import { PageProblem } from '../../../platform/refusals/page-problem';

export type ItemProblemProps = { of: string; unknown: boolean; error: unknown; onRetry: () => void };

/** Why an item cannot be shown, and the way on. */
export function ItemProblem({ of, unknown, error, onRetry }: ItemProblemProps) {
  return (
    <PageProblem
      error={unknown ? null : error}
      onRetry={onRetry}
      title={`There is no item ${of}.`}
      next="It may be in another tool still, or the address has a typing mistake."
      to="/backlog"
      show="Show the backlog"
    />
  );
}
