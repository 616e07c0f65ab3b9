import type { ImportFieldsFragment } from '../../../generated/graphql';
import { KIND_FILES, TAKES_SEVERAL } from '../import-words';
import { FileDrop } from './file-drop';
import { UploadStatus } from './upload-status';
import { useUpload } from './use-upload';

export type AddFilesProps = { shown: ImportFieldsFragment; onAdded: () => Promise<void> };

/** The files of the import, and more of them where they complete each other. */
export function AddFiles({ shown, onAdded }: AddFilesProps) {
  const { id, kind, fileNames } = shown;
  const upload = useUpload(id);
  if (!TAKES_SEVERAL[kind]) return null;
  const send = async (files: readonly File[]) => {
    if ((await upload.send(kind, files)) !== null) await onAdded();
  };
  return (
    <section className="mapping__files" aria-labelledby="files-title">
      <h3 id="files-title">Files</h3>
      <p className="mapping__words">{fileNames.join(', ')}</p>
      <FileDrop
        accept={KIND_FILES[kind]}
        several
        disabled={upload.progress !== null}
        onFiles={(files) => void send(files)}
      />
      <UploadStatus upload={upload} onRetry={() => void send(upload.left)} onGoOn={null} />
    </section>
  );
}
