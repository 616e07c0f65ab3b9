import { Button } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { ProgressBar } from '@chapterhouse/ui/progress-bar';
import type { Upload } from './use-upload';

export type UploadStatusProps = {
  upload: Upload;
  onRetry: () => void;
  /** Goes on with the files that arrived; null when none has. */
  onGoOn: (() => void) | null;
};

/** How far the files are, or which one was refused and why. */
export function UploadStatus({ upload: { progress, refusal }, onRetry, onGoOn }: UploadStatusProps) {
  if (progress) {
    const percent = progress.total === 0 ? 0 : Math.min(100, Math.round((100 * progress.sent) / progress.total));
    return <ProgressBar label={`Sending ${progress.file}`} done={percent} total={100} />;
  }
  if (!refusal) return null;
  return (
    <ErrorNote
      title={`${refusal.file}: ${refusal.refusal.title}`}
      next={refusal.refusal.next}
      action={
        <>
          <Button size="sm" onClick={onRetry}>
            Send again
          </Button>
          {onGoOn && (
            <Button size="sm" variant="ghost" onClick={onGoOn}>
              Go on without it
            </Button>
          )}
        </>
      }
    />
  );
}
