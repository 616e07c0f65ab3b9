import { PageProblem } from '../../../platform/refusals/page-problem';

/** Why a date cannot be shown, and the way on. */
export function OccurrenceProblem(props: { error: unknown; onRetry: () => void }) {
  return (
    <PageProblem
      {...props}
      title="There is no such date."
      next="It may have been skipped, or its series was changed."
      to="/calendar"
      show="Show the calendar"
    />
  );
}
