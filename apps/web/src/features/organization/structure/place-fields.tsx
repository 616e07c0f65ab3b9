import { TextArea } from '@chapterhouse/ui/text-area';
import { TextField } from '@chapterhouse/ui/text-field';
import type { ShownRefusal } from '../../../platform/refusals/shown-refusal';

export type PlaceFieldsProps = {
  name: string;
  onName: (name: string) => void;
  purpose: string;
  onPurpose: (purpose: string) => void;
  refusal: ShownRefusal | null;
};

/** What an area and a team are described by. */
export function PlaceFields({ name, onName, purpose, onPurpose, refusal }: PlaceFieldsProps) {
  return (
    <>
      <TextField
        label="Name"
        required
        value={name}
        onChange={(event) => onName(event.target.value)}
        error={refusal?.fields['name']}
      />
      <TextArea
        label="Purpose"
        optional
        hint="What it is there for, in a sentence or two."
        value={purpose}
        onChange={(event) => onPurpose(event.target.value)}
        error={refusal?.fields['purpose']}
      />
    </>
  );
}
