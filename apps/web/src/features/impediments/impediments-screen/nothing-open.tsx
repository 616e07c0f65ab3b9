import { EmptyState } from '@chapterhouse/ui/empty-state';
import { Leaf } from 'lucide-react';
import { NoTeams } from '../no-teams';
import { plural } from '../plural';
import { RaiseImpedimentButton } from '../raise-impediment/raise-impediment-button';
import { useTeams } from '../use-teams';

/** Nothing is open: good news, or an organization that has no teams yet that could raise something. */
export function NothingOpen({ closed }: { closed: number }) {
  const { none } = useTeams();
  if (none) return <NoTeams />;
  return (
    <EmptyState icon={<Leaf />} title="Nothing stands in the way" action={<RaiseImpedimentButton />}>
      This board shows what blocks any team until it is removed, so that everybody sees who has it and what happens
      next.{closed > 0 && ` ${plural(closed, 'impediment was', 'impediments were')} closed in the last 30 days.`}
    </EmptyState>
  );
}
