import { Button } from '@chapterhouse/ui/button';
import { announce } from '@chapterhouse/ui/live-region';
import { Select } from '@chapterhouse/ui/select';
import { useEffect, useRef } from 'react';
import { useSettled } from '../../../platform/page/use-settled';
import { plural } from '../../impediments/public';
import type { PlannedProduct } from '../use-product';
import { type DependenciesView, DEPENDENCY_QUESTIONS, QUESTION_TITLES } from './dependency-filter';

export type DependenciesFilterProps = {
  product: PlannedProduct;
  view: DependenciesView;
  /** How many fit; unknown while they are looked for. */
  found: number | undefined;
  onChange: (part: Partial<DependenciesView>) => void;
};

/** The usual questions, one press each, and whose dependencies: of either side. */
export function DependenciesFilter({ product, view, found, onChange }: DependenciesFilterProps) {
  const { areaId, teamId, question } = view;
  const teams = product.areas
    .filter(({ id }) => areaId === '' || id === areaId)
    .flatMap((area) => area.teams)
    .toSorted((a, b) => a.name.localeCompare(b.name));
  useAnnouncedCount(found);
  return (
    <search className="dependencies-filter" aria-label="Which dependencies">
      <div className="dependencies-filter__questions">
        {DEPENDENCY_QUESTIONS.map((one) => (
          <Button
            key={one}
            size="sm"
            variant="ghost"
            aria-pressed={one === question}
            onClick={() => onChange({ question: one })}
          >
            {QUESTION_TITLES[one]}
          </Button>
        ))}
      </div>
      <Select
        label="Area"
        labelHidden
        placeholder="Any area"
        options={product.areas.map(({ id, name }) => ({ value: id, label: name }))}
        value={areaId}
        onChange={(event) => onChange({ areaId: event.target.value, teamId: '' })}
      />
      <Select
        label="Team"
        labelHidden
        placeholder="Any team"
        options={teams.map(({ id, name }) => ({ value: id, label: name }))}
        value={teamId}
        onChange={(event) => onChange({ teamId: event.target.value })}
      />
    </search>
  );
}

/** Says how many there are once another question was asked. */
function useAnnouncedCount(found: number | undefined): void {
  const settled = useSettled(found, 600);
  const before = useRef<number | undefined>(undefined);
  useEffect(() => {
    // The first number is read with the screen.
    if (settled !== undefined && before.current !== undefined && settled !== before.current)
      announce(`${plural(settled, 'dependency', 'dependencies')}.`);
    before.current = settled ?? before.current;
  }, [settled]);
}
