import { type ClipboardEvent, type DragEvent, useState } from 'react';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');
/** The description takes its own; without this the browser would leave the page for the file. */
const isTaken = (event: DragEvent | ClipboardEvent): boolean => event.isDefaultPrevented();

/** Files that are dropped or pasted anywhere in a form go to where pictures go. */
export function useCaughtFiles(take: (files: readonly File[]) => void) {
  const [dropping, setDropping] = useState(false);
  return {
    dropping,
    catching: {
      onDragOver: (event: DragEvent) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setDropping(true);
      },
      onDragLeave: (event: DragEvent) => {
        const into = event.relatedTarget;
        if (!(into instanceof Node) || !event.currentTarget.contains(into)) setDropping(false);
      },
      onDrop: (event: DragEvent) => {
        setDropping(false);
        if (!hasFiles(event) || isTaken(event)) return;
        event.preventDefault();
        take([...event.dataTransfer.files]);
      },
      onPaste: (event: ClipboardEvent) => {
        const { files, types } = event.clipboardData;
        // A table out of a spreadsheet comes as words and as a picture of them.
        if (isTaken(event) || files.length === 0 || types.includes('text/plain')) return;
        event.preventDefault();
        take([...files]);
      },
    },
  };
}
