import { Button } from '@chapterhouse/ui/button';
import { Copy, Download } from 'lucide-react';
import { copyText } from '../../../platform/page/copy-text';

/** The minutes as they are, for wherever they are needed. */
export function MinutesActs({ minutes, fileName }: { minutes: string; fileName: string }) {
  return (
    <>
      <Button
        icon={<Copy aria-hidden />}
        onClick={() => void copyText(minutes, { title: 'The minutes are copied.' }, 'Download the minutes instead.')}
      >
        Copy the minutes
      </Button>
      <Button icon={<Download aria-hidden />} onClick={() => save(minutes, fileName)}>
        Download
      </Button>
    </>
  );
}

function save(minutes: string, fileName: string): void {
  const address = URL.createObjectURL(new Blob([minutes], { type: 'text/markdown;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
