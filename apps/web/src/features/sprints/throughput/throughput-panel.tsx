import { Segments } from '@chapterhouse/ui/segments';
import { ChartColumn, Table2 } from 'lucide-react';
import { useState } from 'react';
import type { ThroughputFactsFragment } from '../../../generated/graphql';
import type { Measure } from './measure';
import { ThroughputChart } from './throughput-chart';
import { ThroughputFigures } from './throughput-figures';
import { ThroughputTable } from './throughput-table';
import './throughput-panel.css';

const MEASURES = [
  { value: 'items', label: 'Items' },
  { value: 'points', label: 'Points' },
] as const;
const LOOKS = [
  { value: 'chart', label: 'Chart', icon: <ChartColumn aria-hidden /> },
  { value: 'table', label: 'Table', icon: <Table2 aria-hidden /> },
] as const;

/** What a team gets done: two numbers, and the sprints behind them as a chart or a table. */
export function ThroughputPanel({ throughput }: { throughput: ThroughputFactsFragment }) {
  const [measure, setMeasure] = useState<Measure>('items');
  const [look, setLook] = useState<'chart' | 'table'>('chart');
  const estimates = throughput.sprints.some(({ donePoints }) => donePoints !== null);
  return (
    <div className="throughput-panel">
      <ThroughputFigures throughput={throughput} />
      {throughput.sprints.length > 0 && (
        <>
          <div className="throughput-panel__choices">
            {look === 'chart' && estimates && (
              <Segments label="What is counted" value={measure} onChange={setMeasure} options={MEASURES} />
            )}
            <Segments label="Shown as" value={look} onChange={setLook} options={LOOKS} />
          </div>
          <div className="throughput-panel__body">
            {look === 'chart' ? (
              <ThroughputChart throughput={throughput} measure={estimates ? measure : 'items'} />
            ) : (
              <ThroughputTable throughput={throughput} />
            )}
          </div>
        </>
      )}
    </div>
  );
}
