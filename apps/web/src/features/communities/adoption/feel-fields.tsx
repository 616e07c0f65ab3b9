import { ADOPTION_NOTE_LIMIT } from '@chapterhouse/domain/communities/adoption';
import { Select } from '@chapterhouse/ui/select';
import { TextArea } from '@chapterhouse/ui/text-area';
import type { AdoptionFeel } from '../../../generated/graphql';
import type { ShownRefusal } from '../../../platform/refusals/shown-refusal';
import { FEEL_WORDS, FEELS } from './adoption-words';

export type FeelFieldsProps = {
  feel: AdoptionFeel | null;
  note: string;
  refusal: ShownRefusal | null;
  onFeel: (feel: AdoptionFeel | null) => void;
  onNote: (note: string) => void;
};

/** How it goes, in one choice and a few words: what the authors learn from. */
export function FeelFields({ feel, note, refusal, onFeel, onNote }: FeelFieldsProps) {
  return (
    <>
      <Select
        label="How does it go?"
        optional
        placeholder="Too early to say"
        options={FEELS.map(({ value }) => ({ value, label: FEEL_WORDS[value] }))}
        value={feel ?? ''}
        error={refusal?.fields['feel']}
        onChange={({ target: { value } }) => onFeel(FEELS.find((one) => one.value === value)?.value ?? null)}
      />
      <TextArea
        label="In a few words"
        optional
        hint="What works, what you do otherwise, what is missing."
        rows={3}
        maxLength={ADOPTION_NOTE_LIMIT}
        value={note}
        error={refusal?.fields['note']}
        onChange={({ target: { value } }) => onNote(value)}
      />
    </>
  );
}
