import { ErrorNote } from '@chapterhouse/ui/error-note';
import type { ReactNode } from 'react';
import type { ShownRefusal } from './shown-refusal';

export type RefusalNoteProps = {
  refusal: ShownRefusal | null;
  action?: ReactNode;
  /** Fields that show their own problem: a refusal of only these is not repeated here. */
  fieldsShown?: readonly string[];
};

/** Why the server said no, and what to do next. */
export function RefusalNote({ refusal, action, fieldsShown = [] }: RefusalNoteProps) {
  if (refusal === null) return null;
  const fields = Object.keys(refusal.fields);
  if (refusal.code === 'INVALID_INPUT' && fields.length > 0 && fields.every((field) => fieldsShown.includes(field)))
    return null;
  return <ErrorNote title={refusal.title} next={refusal.next} action={action} />;
}
