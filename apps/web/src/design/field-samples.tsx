import { Checkbox } from '@chapterhouse/ui/checkbox';
import { Combobox, MultiCombobox } from '@chapterhouse/ui/combobox';
import { Select } from '@chapterhouse/ui/select';
import { TextArea } from '@chapterhouse/ui/text-area';
import { TextField } from '@chapterhouse/ui/text-field';
import { useState } from 'react';
import { Sample, SampleGroup } from './sample';

const TEAMS = [
  { value: 'quay', label: 'Quay', detail: 'Harbour' },
  { value: 'tide', label: 'Tide', detail: 'Harbour' },
  { value: 'beacon', label: 'Beacon', detail: 'Crossing' },
];

/** What is filled in. */
export function FieldSamples() {
  const [team, setTeam] = useState<string | null>('quay');
  const [teams, setTeams] = useState<string[]>(['quay', 'tide']);
  return (
    <SampleGroup title="Fields">
      <Sample stacked name="TextField">
        <TextField label="Empty" placeholder="What stands in the way" />
        <TextField label="With a hint" hint="At most 200 characters." defaultValue="No test data" />
        <TextField label="With an error" error="Say in a few words what stands in the way." />
        <TextField label="Optional" optional />
        <TextField label="Large" size="lg" defaultValue="No test data" />
        <TextField label="Disabled" disabled defaultValue="No test data" />
        <TextField label="Day" type="date" defaultValue="2026-03-02" />
      </Sample>
      <Sample stacked name="TextArea">
        <TextArea label="Empty" />
        <TextArea label="With an error" error="Say what removed it." defaultValue="" />
        <TextArea label="Disabled" disabled defaultValue="The restore ran at night." />
      </Sample>
      <Sample stacked name="Select">
        <Select label="Empty" placeholder="Any team" options={TEAMS} defaultValue="" />
        <Select label="Chosen" options={TEAMS} defaultValue="tide" />
        <Select label="With an error" error="Choose a team." placeholder="Choose a team" options={TEAMS} />
        <Select label="Disabled" disabled options={TEAMS} />
      </Sample>
      <Sample stacked name="Combobox">
        <Combobox label="Chosen" options={TEAMS} value={team} onChange={setTeam} />
        <Combobox label="Empty" options={TEAMS} value={null} onChange={() => {}} placeholder="Find a team" />
        <Combobox label="Loading" options={[]} value={null} onChange={() => {}} loading />
        <Combobox label="With an error" error="Choose a team." options={TEAMS} value={null} onChange={() => {}} />
        <Combobox label="Disabled" disabled options={TEAMS} value="tide" onChange={() => {}} />
      </Sample>
      <Sample stacked name="MultiCombobox">
        <MultiCombobox label="Two chosen" options={TEAMS} values={teams} onChange={setTeams} />
        <MultiCombobox label="None" options={TEAMS} values={[]} onChange={() => {}} placeholder="Find teams" />
      </Sample>
      <Sample stacked name="Checkbox">
        <Checkbox label="Off" />
        <Checkbox label="On" defaultChecked hint="With a second line." />
        <Checkbox label="Disabled" disabled />
      </Sample>
    </SampleGroup>
  );
}
