import { Button } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { droppedFiles } from './dropped-files';
import './upload.css';

export type FileDropProps = {
  /** As the file picker wants it: `.yaml,.yml`. */
  accept: string;
  several: boolean;
  disabled?: boolean;
  onFiles: (files: File[]) => void;
  /** Where whole folders are taken: all their files, with their paths. */
  onFolder?: ((files: File[]) => void) | undefined;
};

/** Files by dropping them here or by the browser's own picker; both lead to the same. */
export function FileDrop({ accept, several, disabled = false, onFiles, onFolder }: FileDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement | null>(null);
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState<'NO_FOLDERS' | 'UNREADABLE' | null>(null);
  const take = (files: File[]) => {
    if (files.length > 0 && !disabled) onFiles(several ? files : files.slice(0, 1));
  };
  const drop = async (dropping: ReturnType<typeof droppedFiles>) => {
    setProblem(null);
    try {
      const { files, ofFolders, hasFolders } = await dropping;
      if (hasFolders && onFolder === undefined) setProblem('NO_FOLDERS');
      take(files);
      if (hasFolders && !disabled) onFolder?.(ofFolders);
    } catch {
      setProblem('UNREADABLE');
    }
  };
  return (
    // The button inside does the same for keyboard and screen readers.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="file-drop"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void drop(droppedFiles(event.dataTransfer));
      }}
    >
      <Upload aria-hidden />
      <p>{onFolder ? 'Drop files or a folder here, or' : several ? 'Drop files here, or' : 'Drop the file here, or'}</p>
      <div className="file-drop__buttons">
        <Button disabled={disabled} onClick={() => input.current?.click()}>
          {several ? 'Choose files' : 'Choose a file'}
        </Button>
        {onFolder && (
          <Button disabled={disabled} onClick={() => folder.current?.click()}>
            Choose a folder
          </Button>
        )}
      </div>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={several ? 'Files' : 'File'}
        accept={accept}
        multiple={several}
        onChange={(event) => {
          take([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      {onFolder && (
        <input
          // React does not know the attribute by which every browser gives a folder's files.
          ref={(element) => {
            folder.current = element;
            element?.setAttribute('webkitdirectory', '');
          }}
          type="file"
          hidden
          aria-label="Folder"
          onChange={(event) => {
            onFolder([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
      )}
      {problem !== null && (
        <ErrorNote
          title={problem === 'NO_FOLDERS' ? 'A folder is not taken here.' : 'That could not be read.'}
          next={
            problem === 'NO_FOLDERS' ? 'Drop the files that are in it.' : 'Drop it again, or choose it with the button.'
          }
        />
      )}
    </div>
  );
}
