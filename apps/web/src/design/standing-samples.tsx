import { Avatar } from '@chapterhouse/ui/avatar';
import { BarChart } from '@chapterhouse/ui/bar-chart';
import { Button } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { ProgressBar } from '@chapterhouse/ui/progress-bar';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { StateBadge } from '@chapterhouse/ui/state-badge';
import { Leaf } from 'lucide-react';
import { Sample, SampleGroup } from './sample';

const PROGRESS = ['none', 'quarter', 'half', 'most', 'full', 'stopped'] as const;
const TONES = ['quiet', 'active', 'attention', 'danger'] as const;

const MONTHS = [
  ['Jan', 7],
  ['Feb', 12],
  ['Mar', 9],
  ['Apr', 15],
] as const;
const BARS = MONTHS.map(([name, value], index) => ({
  id: name,
  name,
  words: `${name}: ${value}`,
  value,
  quiet: index === 0,
  told: (
    <>
      <strong>{name}</strong> {value} ships
    </>
  ),
}));

/** What says how things stand. */
export function StandingSamples() {
  return (
    <SampleGroup title="How things stand">
      <Sample name="StateBadge">
        {PROGRESS.map((progress) => (
          <StateBadge key={progress} label={progress} progress={progress} />
        ))}
        {TONES.map((tone) => (
          <StateBadge key={tone} label={tone} progress="half" tone={tone} />
        ))}
        <StateBadge label="Only a ring" progress="most" labelHidden />
      </Sample>
      <Sample name="Avatar">
        <Avatar name="Harbour Master" size="sm" />
        <Avatar name="Harbour Master" />
        <Avatar name="Harbour Master" size="lg" />
        <Avatar name={null} />
      </Sample>
      <Sample stacked name="ProgressBar">
        <ProgressBar label="Not known yet" done={0} total={0} />
        <ProgressBar label="A third" done={200} total={602} />
        <ProgressBar label="Done" done={602} total={602} />
      </Sample>
      <Sample stacked name="BarChart" wide>
        <BarChart label="Ships in four months, oldest first" bars={BARS} mean={{ value: 12, from: 1 }} />
      </Sample>
      <Sample stacked name="Skeleton">
        <Skeleton />
        <Skeleton shape="card" lines={2} />
      </Sample>
      <Sample stacked name="ErrorNote" wide>
        <ErrorNote
          title="The board could not be loaded."
          next="Check your connection, then try again."
          action={<Button>Try again</Button>}
        />
        <ErrorNote tone="attention" title="The board shows the 1,000 oldest open impediments." />
      </Sample>
      <Sample stacked name="EmptyState" wide>
        <EmptyState
          icon={<Leaf />}
          title="Nothing stands in the way"
          action={<Button variant="primary">Raise one</Button>}
        >
          This board shows what blocks any team until it is removed.
        </EmptyState>
      </Sample>
    </SampleGroup>
  );
}
