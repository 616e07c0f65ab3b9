import { Segments } from '@chapterhouse/ui/segments';
import { Select } from '@chapterhouse/ui/select';
import { useSearchParams } from 'react-router';
import type { CapacityMeasure } from '../../../generated/graphql';
import { PlanningPage } from '../planning-page/planning-page';
import { useProduct } from '../use-product';
import { Capacity } from './capacity';

const MEASURES: readonly { value: CapacityMeasure; label: string }[] = [
  { value: 'POINTS', label: 'Points' },
  { value: 'ITEMS', label: 'Items' },
];
const FIRST = [20, 50, 100, 200, 500];

/** `/capacity`: what each area and each kind of work is to get, against what the order really holds. */
export function CapacityPage() {
  const choice = useProduct();
  const [params, setParams] = useSearchParams();
  const measure = MEASURES.find(({ value }) => value === params.get('measure'))?.value ?? 'POINTS';
  const first = FIRST.find((count) => String(count) === params.get('first')) ?? null;
  const put = (name: string, value: string) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return (
    <PlanningPage
      choice={choice}
      title="Capacity"
      actions={
        <>
          <Segments
            label="Counted in"
            value={measure}
            onChange={(next) => put('measure', next === 'POINTS' ? '' : next)}
            options={MEASURES}
          />
          <Select
            label="Of the order"
            labelHidden
            placeholder="The whole order"
            options={FIRST.map((count) => ({ value: String(count), label: `The first ${count}` }))}
            value={String(first ?? '')}
            onChange={(event) => put('first', event.target.value)}
          />
        </>
      }
    >
      {(product) => <Capacity key={product.id} product={product} measure={measure} first={first} />}
    </PlanningPage>
  );
}
