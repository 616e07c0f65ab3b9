import { TextField } from '@chapterhouse/ui/text-field';
import type { ShownRefusal } from '../../../platform/refusals/shown-refusal';

export type PersonFieldsProps = {
  name: string;
  onName: (name: string) => void;
  email: string;
  onEmail: (email: string) => void;
  refusal: ShownRefusal | null;
};

export function PersonFields({ name, onName, email, onEmail, refusal }: PersonFieldsProps) {
  return (
    <>
      <TextField
        label="Name"
        required
        autoComplete="off"
        value={name}
        onChange={(event) => onName(event.target.value)}
        error={refusal?.fields['name']}
      />
      <TextField
        label="E-mail"
        optional
        type="email"
        autoComplete="off"
        value={email}
        onChange={(event) => onEmail(event.target.value)}
        error={refusal?.fields['email']}
      />
    </>
  );
}
