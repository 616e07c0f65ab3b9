import { Button } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { ProgressBar } from '@chapterhouse/ui/progress-bar';
import type { PictureUpload } from './use-picture-uploads';

export type PictureUploadsProps = {
  uploads: readonly PictureUpload[];
  onAgain: (upload: PictureUpload) => void;
  onRemove: (id: number) => void;
};

/** What is on its way, and what did not arrive and why. */
export function PictureUploads({ uploads, onAgain, onRemove }: PictureUploadsProps) {
  return uploads.map((upload) => {
    const { id, file, failure } = upload;
    if (failure === null) return <ProgressBar key={id} label={`Uploading ${file.name}`} done={0} total={0} />;
    return (
      <ErrorNote
        key={id}
        title={failure.title}
        next={failure.next}
        action={
          <>
            {failure.again && (
              <Button size="sm" onClick={() => onAgain(upload)}>
                Try again
              </Button>
            )}
            <Button size="sm" variant="ghost" onClick={() => onRemove(id)}>
              Leave it out
            </Button>
          </>
        }
      />
    );
  });
}
