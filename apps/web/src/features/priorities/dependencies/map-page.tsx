import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { Checkbox } from '@chapterhouse/ui/checkbox';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { Segments } from '@chapterhouse/ui/segments';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { ArrowLeftRight, ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useToday } from '../../../platform/dates/use-today';
import { useAddressView } from '../../../platform/page/use-address-view';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { plural } from '../../impediments/public';
import { PlanningPage } from '../planning-page/planning-page';
import { useProduct } from '../use-product';
import { DEPENDENCY_MAP } from './dependencies.operations';
import { DependencyTabs } from './dependency-tabs';
import { MapDrawing } from './map-drawing';
import { MapLegend } from './map-legend';
import { MapTable } from './map-table';
import { type Months, monthAfter, type Span, SPANS, spanOf, spanWords } from './map-time';
import { useDependencyChanges } from './use-dependency-changes';
import './map-page.css';

/** Months at a time, unless somebody asks for another span. */
const USUAL: Months = 6;

/** `/dependencies/map`: who waits for whom, when, and what comes too late. */
export function DependencyMapPage() {
  const choice = useProduct();
  return (
    <PlanningPage
      choice={choice}
      title="Dependencies"
      tabTitle="Map of dependencies"
      subtitle="What teams need of one another"
    >
      {(product) => (
        <>
          <DependencyTabs />
          <MapOfProduct key={product.id} productId={product.id} />
        </>
      )}
    </PlanningPage>
  );
}

/** What the address says. */
type MapView = { month: string | null; months: Months; onlyConflicts: boolean };

function readMap(params: URLSearchParams): MapView {
  const asked = params.get('month');
  return {
    month: asked !== null && /^\d{4}-(?:0[1-9]|1[0-2])$/.test(asked) ? asked : null,
    months: SPANS.find((one) => String(one) === params.get('months')) ?? USUAL,
    onlyConflicts: params.get('conflicts') === '1',
  };
}

function writeMap({ month, months, onlyConflicts }: MapView, before: URLSearchParams): URLSearchParams {
  const params = new URLSearchParams(before);
  const put = (name: string, value: string | null) => (value === null ? params.delete(name) : params.set(name, value));
  put('month', month);
  put('months', months === USUAL ? null : String(months));
  put('conflicts', onlyConflicts ? '1' : null);
  return params;
}

function MapOfProduct({ productId }: { productId: string }) {
  const { view, change } = useAddressView(readMap, writeMap);
  const { month, months, onlyConflicts } = view;
  const span = spanOf(month, months, useToday());
  const { data, previousData, error, loading, refetch } = useQuery(DEPENDENCY_MAP, {
    variables: { productId, ...span },
    fetchPolicy: 'cache-and-network',
  });
  useDependencyChanges(data ? productId : null, refetch);
  const [held, hold] = useState<string | null>(null);
  const whole = (error ? data : (data ?? previousData))?.dependencyMap;
  const map =
    whole && onlyConflicts ? { ...whole, lines: whole.lines.filter(({ conflicts }) => conflicts.length > 0) } : whole;
  const inConflict = whole?.lines.filter(({ conflicts }) => conflicts.length > 0).length ?? 0;
  return (
    <div className="dependency-map-page">
      <div className="dependency-map-page__controls">
        <Steps span={span} months={months} onMonth={(next) => change({ month: next })} />
        <Segments
          label="How long"
          value={String(months)}
          options={SPANS.map((one) => ({ value: String(one), label: `${one} months` }))}
          onChange={(next) => change({ months: SPANS.find((one) => String(one) === next) ?? USUAL })}
        />
        <Checkbox
          label={`Only what is in conflict (${inConflict})`}
          checked={onlyConflicts}
          onChange={(event) => change({ onlyConflicts: event.target.checked })}
        />
      </div>
      {error && (
        <RefusalNote
          refusal={shownRefusal(error)}
          action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
        />
      )}
      {!map && loading && <Skeleton shape="card" lines={8} label="Drawing the map" />}
      {map && map.lines.length === 0 && (
        <EmptyState
          icon={<ArrowLeftRight />}
          title={onlyConflicts ? 'Nothing is in conflict' : 'Nothing is needed in these months'}
        >
          Each line of this map leads from who delivers to who needs it, at the day that it is needed.
        </EmptyState>
      )}
      {map && map.lines.length > 0 && (
        <>
          <p className="dependency-map-page__sentence">
            {plural(map.lines.length, 'dependency', 'dependencies')}, {inConflict === 0 ? 'none' : inConflict} in
            conflict. A line that leads back to the left comes too late.
          </p>
          <MapDrawing map={map} held={held} onHold={hold} />
          <MapLegend />
          <MapTable lines={map.lines} held={held} onHold={hold} />
        </>
      )}
    </div>
  );
}

/** Earlier, later, and what is looked at now. */
function Steps({ span, months, onMonth }: { span: Span; months: Months; onMonth: (month: string) => void }) {
  const by = Math.ceil(months / 3);
  return (
    <div className="dependency-map-page__steps">
      <IconButton
        size="sm"
        label="Earlier"
        icon={<ChevronLeft aria-hidden />}
        onClick={() => onMonth(monthAfter(span, -by))}
      />
      <IconButton
        size="sm"
        label="Later"
        icon={<ChevronRight aria-hidden />}
        onClick={() => onMonth(monthAfter(span, by))}
      />
      <h2>{spanWords(span)}</h2>
    </div>
  );
}
