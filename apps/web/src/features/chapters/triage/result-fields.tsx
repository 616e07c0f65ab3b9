import { Button } from '@chapterhouse/ui/button';
import { Kbd } from '@chapterhouse/ui/kbd';
import type { ReactNode } from 'react';
import { sendByKey } from '../../../platform/forms/send-by-key';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import type { ShownRefusal } from '../../../platform/refusals/shown-refusal';

export type ResultFieldsFormProps = {
  submit: string;
  pending: boolean;
  refusal: ShownRefusal | null;
  /** Fields that show their own problem. */
  fieldsShown: readonly string[];
  onSubmit: () => void;
  children: ReactNode;
};

/** The form around the fields of one kind of result. */
export function ResultFieldsForm({ submit, pending, refusal, fieldsShown, onSubmit, children }: ResultFieldsFormProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter sends from any field
    <form
      className="result__fields"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
      onKeyDown={sendByKey}
    >
      {children}
      <RefusalNote refusal={refusal} fieldsShown={fieldsShown} />
      <div className="result__send">
        <Button type="submit" variant="primary" pending={pending}>
          {submit} <Kbd>Ctrl ↵</Kbd>
        </Button>
      </div>
    </form>
  );
}
