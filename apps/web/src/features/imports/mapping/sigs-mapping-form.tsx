import { readSigsMapping, type SigsMapping } from '@chapterhouse/domain/imports/sigs-mapping';
import { Select } from '@chapterhouse/ui/select';
import { TextField } from '@chapterhouse/ui/text-field';
import { sigsGroupChoices } from './sigs-choices';
import { SigsGroup } from './sigs-group';

const MEETINGS = [
  { value: 'TAKE', label: 'Become cadences' },
  { value: 'LEAVE', label: 'Leave out' },
];

export type SigsMappingFormProps = {
  mapping: unknown;
  choices: unknown;
  onChange: (mapping: SigsMapping) => void;
};

/** Which groups become areas or teams, and which role each list of leads becomes. */
export function SigsMappingForm({ mapping, choices, onChange }: SigsMappingFormProps) {
  // The server fills in the file's own day; an empty one is never sent.
  const { mapping: read } = readSigsMapping(mapping, '');
  const groups = sigsGroupChoices(choices).filter(({ count }) => count > 0);
  return (
    <>
      <div className="mapping__pair">
        <TextField
          label="True on"
          type="date"
          required
          hint="The day on which the file said so: roles begin and end by it. A later year’s file ends what it no longer lists."
          value={read.asOf}
          onChange={(event) => onChange({ ...read, asOf: event.target.value })}
        />
        <TextField
          label="Product"
          required
          hint="All groups come into this product."
          value={read.productName}
          onChange={(event) => onChange({ ...read, productName: event.target.value })}
        />
      </div>
      <div className="mapping__pair">
        <Select
          label="Meetings"
          hint="Their words are read as far as they can be; the rest is in the report."
          options={MEETINGS}
          value={read.meetings ? 'TAKE' : 'LEAVE'}
          onChange={(event) => onChange({ ...read, meetings: event.target.value === 'TAKE' })}
        />
        {read.meetings && (
          <TextField
            label="Minutes of a meeting"
            type="number"
            required
            min={5}
            max={480}
            hint="The file does not say how long they are."
            value={read.meetingMinutes}
            onChange={({ target: { value } }) => onChange({ ...read, meetingMinutes: Number(value) })}
          />
        )}
      </div>
      <div className="sigs-groups">
        {groups.map((group) => (
          <SigsGroup key={group.kind} group={group} mapping={read} onChange={onChange} />
        ))}
      </div>
    </>
  );
}
