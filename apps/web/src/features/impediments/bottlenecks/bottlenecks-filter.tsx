import { Segments } from '@chapterhouse/ui/segments';
import { Select } from '@chapterhouse/ui/select';
import { ChartScatter, Table2 } from 'lucide-react';
import type { BottlenecksView } from './bottlenecks-view';
import { quartersUpTo, quartersWords } from './quarters';

/** Three years back to choose from; an address may go further. */
const CHOICES = 12;
const LOOKS = [
  { value: 'map', label: 'Map', icon: <ChartScatter aria-hidden /> },
  { value: 'table', label: 'Table', icon: <Table2 aria-hidden /> },
] as const;

export type BottlenecksFilterProps = {
  view: BottlenecksView;
  today: string;
  onChange: (part: Partial<BottlenecksView>) => void;
};

/** Which two quarters, drawn or in numbers. */
export function BottlenecksFilter({ view, today, onChange }: BottlenecksFilterProps) {
  const [present = '', ...past] = quartersUpTo(today, CHOICES);
  const further = view.quarter !== null && ![present, ...past].includes(view.quarter) ? [view.quarter] : [];
  return (
    <search className="bottlenecks__filter" aria-label="Which bottlenecks">
      <Select
        label="Two quarters"
        labelHidden
        options={[
          { value: '', label: `${quartersWords(present)}, so far` },
          ...[...past, ...further].map((quarter) => ({ value: quarter, label: quartersWords(quarter) })),
        ]}
        value={view.quarter === present ? '' : (view.quarter ?? '')}
        onChange={({ target: { value } }) => onChange({ quarter: value || null })}
      />
      <Segments label="Shown as" value={view.look} onChange={(look) => onChange({ look })} options={LOOKS} />
    </search>
  );
}
