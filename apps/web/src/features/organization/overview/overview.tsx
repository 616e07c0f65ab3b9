import { Button } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { useState } from 'react';
import { Page } from '../../../platform/page/page';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import type { ShownRefusal } from '../../../platform/refusals/shown-refusal';
import { dayWords } from '../../../platform/dates/day-words';
import type { DayControlProps } from '../dates/day-control';
import { AreaBlock } from './area-block';
import { EmptyOrganization } from './empty-organization';
import { OverviewActions } from './overview-actions';
import { filtered } from './overview-filter';
import { OverviewToolbar } from './overview-toolbar';
import type { OverviewOrganization } from './overview-types';
import { ProductSection } from './product-section';
import { standingOn } from './standing';
import { useCollapsed } from './use-collapsed';
import { useFilter } from './use-filter';
import { usePlaceInAddress } from './use-place-in-address';
import { WarningsList } from './warnings-list';
import { WholeOrganization } from './whole-organization';

export type OverviewProps = {
  organization: OverviewOrganization;
  day: DayControlProps;
  /** The chosen day is still on its way; another one is shown. */
  stale: boolean;
  problem: ShownRefusal | null;
  onRetry: () => void;
};

/** The whole organization on one screen. */
export function Overview({ organization, day, stale, problem, onRetry }: OverviewProps) {
  const [filter, setFilter] = useFilter();
  const [archivedToo, setArchivedToo] = useState(false);
  const { collapsed, set, toggle } = useCollapsed();
  usePlaceInAddress();

  const standing = organization.products.map((product) => standingOn(product, day.on, archivedToo));
  const products = filtered(standing, filter);
  const areas = standing.flatMap((product) => product.areas);
  const hasArchived =
    archivedToo ||
    areas.length < organization.products.flatMap(({ areas }) => areas).length ||
    countTeams(areas) < countTeams(organization.products.flatMap(({ areas }) => areas));
  const allFolded = areas.length > 0 && areas.every(({ id, teams }) => teams.length === 0 || collapsed.has(id));
  const foldAll = () => set(new Set(allFolded ? [] : areas.map(({ id }) => id)));
  const isPast = day.on !== day.today;

  return (
    <Page
      title="Organization"
      subtitle={subtitleOf(areas.length, countTeams(areas), isPast ? `on ${dayWords(day.on, day.today)}` : null)}
      actions={
        <OverviewActions
          organization={organization}
          archivedShown={archivedToo}
          onArchived={hasArchived ? () => setArchivedToo(!archivedToo) : undefined}
        />
      }
    >
      {organization.products.length === 0 ? (
        <EmptyOrganization organization={organization} />
      ) : (
        <div className="overview" aria-busy={stale}>
          <OverviewToolbar filter={filter} onFilter={setFilter} day={day} allFolded={allFolded} onFoldAll={foldAll} />
          <RefusalNote refusal={problem} action={<Button onClick={onRetry}>Try again</Button>} />
          {filter === '' && <WarningsList warnings={organization.warnings} />}
          {products.map((product) => (
            <ProductSection key={product.id} product={product}>
              {product.areas.map((area) => (
                <AreaBlock
                  key={area.id}
                  area={area}
                  open={filter !== '' || !collapsed.has(area.id)}
                  onToggle={() => toggle(area.id)}
                />
              ))}
            </ProductSection>
          ))}
          {products.length === 0 && (
            <EmptyState
              title={`Nothing fits “${filter}”`}
              action={<Button onClick={() => setFilter('')}>Show all</Button>}
            >
              Areas, teams and the people who answer for them are searched by name.
            </EmptyState>
          )}
          {filter === '' && <WholeOrganization organization={organization} />}
        </div>
      )}
    </Page>
  );
}

function countTeams(areas: readonly { teams: readonly unknown[] }[]): number {
  return areas.reduce((sum, { teams }) => sum + teams.length, 0);
}

function subtitleOf(areas: number, teams: number, on: string | null): string {
  const words = [`${areas} ${areas === 1 ? 'area' : 'areas'}`, `${teams} ${teams === 1 ? 'team' : 'teams'}`];
  return [words.join(', '), on].filter(Boolean).join(' ');
}
