import { IconButton } from '@chapterhouse/ui/icon-button';
import { ImagePlus } from 'lucide-react';
import { useRef } from 'react';

export type PictureButtonProps = { accept: string; onFiles: (files: readonly File[]) => void };

/** Pictures from the disk; pasting and dropping are the quicker ways. */
export function PictureButton({ accept, onFiles }: PictureButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton
        label="Add a picture"
        size="sm"
        icon={<ImagePlus aria-hidden />}
        onClick={() => input.current?.click()}
      />
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={accept}
        aria-label="Pictures"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
    </>
  );
}
