import { useEffect, useRef, useState } from 'react';
import type { ImportKind } from '../../../generated/graphql';
import { type ShownRefusal, shownRefusal } from '../../../platform/refusals/shown-refusal';
import { pathOf } from './chosen-file';
import { sendFile } from './send-file';

export type Upload = {
  /** Null: nothing is under way. */
  progress: { file: string; sent: number; total: number } | null;
  refusal: { file: string; refusal: ShownRefusal } | null;
  /** Files still to send after a refusal. */
  left: readonly File[];
  /** The import made so far; null before the first file arrived. */
  importId: string | null;
  /** Sends the files one after the other into one import; its id, or null when refused or stopped. */
  send: (kind: ImportKind, files: readonly File[]) => Promise<string | null>;
  /** Another choice of files: earlier refusals no longer matter. */
  clear: () => void;
};

/** Files on their way. Closing stops them. `into`: the import that they complete. */
export function useUpload(into: string | null): Upload {
  const [progress, setProgress] = useState<Upload['progress']>(null);
  const [refusal, setRefusal] = useState<Upload['refusal']>(null);
  const [left, setLeft] = useState<readonly File[]>([]);
  const [importId, setImportId] = useState(into);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const send: Upload['send'] = async (kind, files) => {
    const stopping = (stop.current = new AbortController());
    const total = files.reduce((sum, { size }) => sum + size, 0);
    let done = 0;
    let id = importId;
    setRefusal(null);
    for (const [index, file] of files.entries()) {
      setProgress({ file: pathOf(file), sent: done, total });
      const before = done;
      try {
        const onProgress = (sent: number) => setProgress({ file: pathOf(file), sent: before + sent, total });
        id = (await sendFile({ kind, file, importId: id, onProgress }, stopping.signal)).id;
      } catch (error) {
        if (stopping.signal.aborted) return null;
        setRefusal({ file: pathOf(file), refusal: shownRefusal(error) });
        setLeft(files.slice(index));
        setProgress(null);
        return null;
      }
      setImportId(id);
      done += file.size;
    }
    setLeft([]);
    setProgress(null);
    return id;
  };
  const clear = () => {
    setRefusal(null);
    setLeft([]);
  };
  return { progress, refusal, left, importId, send, clear };
}
