import { useApolloClient } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { Dialog, DialogActions } from '@chapterhouse/ui/dialog';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ImportKind } from '../../../generated/graphql';
import { KIND_FILES, TAKES_SEVERAL } from '../import-words';
import { IMPORTS } from '../imports.operations';
import { filesOfFolder, FOLDER_FILES, MOST_FILES, pathOf, takesFolder } from './chosen-file';
import { ChosenFiles } from './chosen-files';
import { FileDrop } from './file-drop';
import { KindChoice } from './kind-choice';
import { packFolder } from './pack-folder';
import { UploadStatus } from './upload-status';
import { useUpload } from './use-upload';

/** The kind, the files, on the way; then the import's own page takes over. Nothing is changed by sending. */
export function NewImportDialog({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const client = useApolloClient();
  const [kind, setKind] = useState<ImportKind | null>(null);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [emptyFolder, setEmptyFolder] = useState(false);
  const [packing, setPacking] = useState(false);
  const upload = useUpload(null);
  const sending = upload.progress !== null;
  const several = kind !== null && TAKES_SEVERAL[kind];

  const open = async (id: string) => {
    // The list behind learns of it when it is looked at again.
    void client.refetchQueries({ include: [IMPORTS] });
    await navigate(`/imports/${id}`);
  };
  const send = async (which: readonly File[]) => {
    if (kind === null) return;
    const id = await upload.send(kind, which);
    if (id !== null) await open(id);
  };
  const choose = (chosen: File[]) => {
    upload.clear();
    setFiles((before) => {
      if (!several) return chosen;
      const paths = new Set(chosen.map(pathOf));
      return [...before.filter((file) => !paths.has(pathOf(file))), ...chosen];
    });
  };
  const chooseFolder = async (all: File[]) => {
    const found = kind === null ? [] : filesOfFolder(kind, all);
    setEmptyFolder(all.length > 0 && found.length === 0);
    if (kind !== 'PLAYBOOK') return choose(found);
    setPacking(true);
    choose(found.length === 0 ? [] : await packFolder(found));
    setPacking(false);
  };
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title="New import"
      description="Sending a file changes nothing yet: a preview comes first."
      keepOnOutsideClick
    >
      <KindChoice
        value={kind}
        disabled={sending || upload.importId !== null}
        onChange={(next) => {
          setKind(next);
          if (!TAKES_SEVERAL[next]) setFiles(files.slice(0, 1));
        }}
      />
      {kind !== null && (
        <>
          <FileDrop
            accept={KIND_FILES[kind]}
            several={several}
            disabled={sending || packing}
            onFiles={choose}
            onFolder={takesFolder(kind) ? (all) => void chooseFolder(all) : undefined}
          />
          {emptyFolder && files.length === 0 && (
            <ErrorNote
              title="That folder has no such file."
              next={`Looked for ${FOLDER_FILES[kind] ?? 'files of this kind'}, in its folders as well.`}
            />
          )}
          {files.length > MOST_FILES && (
            <ErrorNote
              title={`${files.length.toLocaleString('en')} files are too many to be sent one by one.`}
              next={`Put them into a zip and send that: an import takes at most ${MOST_FILES} files.`}
              action={
                <Button size="sm" onClick={() => setFiles([])}>
                  Choose anew
                </Button>
              }
            />
          )}
          {files.length > 0 && (
            <ChosenFiles files={files} onRemove={(file) => setFiles(files.filter((other) => other !== file))} />
          )}
        </>
      )}
      <UploadStatus
        upload={upload}
        onRetry={() => void send(upload.left)}
        onGoOn={upload.importId === null ? null : () => void open(upload.importId ?? '')}
      />
      <DialogActions>
        <Button variant="ghost" onClick={onClose}>
          {sending ? 'Stop' : 'Cancel'}
        </Button>
        <Button
          variant="primary"
          pending={sending || packing}
          disabled={kind === null || files.length === 0 || files.length > MOST_FILES || upload.refusal !== null}
          onClick={() => void send(files)}
        >
          {files.length > 1 ? `Send ${files.length} files` : 'Send the file'}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
