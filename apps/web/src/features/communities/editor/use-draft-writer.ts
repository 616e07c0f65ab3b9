import { useState } from 'react';
import { useViewer } from '../../../platform/session/session-provider';
import { keptPage } from './kept-page';
import { mergingSend } from './merging-send';
import { type InDraft, PageWriter, type WriteAnswer } from './page-writer';
import { useWriting } from './use-writing';

export type DraftWriterOptions = {
  artifactKey: string;
  /** What of the draft is written: its tree, its steps. */
  part: string;
  /** As the server says it now; its version is the draft's revision. */
  base: InDraft;
  write: (body: string, revision: number) => Promise<WriteAnswer>;
};

/** A part of a draft that is one text, saved by itself and merged with what others write. Another artifact needs a `key`. */
export function useDraftWriter({ artifactKey, part, base, write }: DraftWriterOptions) {
  const { organization, person } = useViewer();
  const [writer] = useState(() => {
    const { restored, keep } = keptPage(organization.id, person.id, artifactKey, part);
    return new PageWriter({ base, restored, keep, send: mergingSend(write) });
  });
  const writing = useWriting(writer, base);
  return { writing, writer };
}
