import { Segments } from '@chapterhouse/ui/segments';
import { Table } from '@chapterhouse/ui/table';
import { Tabs } from '@chapterhouse/ui/tabs';
import { useState } from 'react';
import { Sample, SampleGroup } from './sample';

const LANES = [
  { value: 'area', label: 'By area' },
  { value: 'none', label: 'No lanes' },
] as const;
type Part = 'comments' | 'activity';

/** What divides a screen. */
export function ChoiceSamples() {
  const [lane, setLane] = useState<'area' | 'none'>('area');
  const [part, setPart] = useState<Part>('comments');
  return (
    <SampleGroup title="Parts of a screen">
      <Sample name="Segments">
        <Segments label="Lanes" value={lane} onChange={setLane} options={LANES} />
      </Sample>
      <Sample name="Tabs">
        <Tabs<Part>
          label="Parts"
          value={part}
          onChange={setPart}
          tabs={[
            { value: 'comments', label: 'Comments', count: 3, content: <p>Three comments.</p> },
            { value: 'activity', label: 'Activity', content: <p>What happened.</p> },
          ]}
        />
      </Sample>
      <Sample name="Table" wide>
        <Table caption="Impediments">
          <thead>
            <tr>
              <th scope="col">Key</th>
              <th scope="col">Title</th>
              <th scope="col" className="ch-number">
                Age
              </th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>IMP-1</td>
              <td>No test data for the tariff change</td>
              <td className="ch-number">12 d</td>
            </tr>
            <tr>
              <td>IMP-2</td>
              <td>The pilot plans run on a machine that nobody may restart</td>
              <td className="ch-number">3 d</td>
            </tr>
          </tbody>
        </Table>
      </Sample>
    </SampleGroup>
  );
}
