import { Button } from '@chapterhouse/ui/button';
import { notify } from '@chapterhouse/ui/toast';
import { Copy, Download } from 'lucide-react';

/** The minutes as they are, for wherever they are needed. */
export function MinutesActs({ minutes, fileName }: { minutes: string; fileName: string }) {
  return (
    <>
      <Button icon={<Copy aria-hidden />} onClick={() => void copy(minutes)}>
        Copy the minutes
      </Button>
      <Button icon={<Download aria-hidden />} onClick={() => save(minutes, fileName)}>
        Download
      </Button>
    </>
  );
}

async function copy(minutes: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(minutes);
    notify({ title: 'The minutes are copied.' });
  } catch {
    // Without https, or forbidden: the file can be had all the same.
    notify({ title: 'The browser does not let this page copy.', detail: 'Download the minutes instead.' });
  }
}

function save(minutes: string, fileName: string): void {
  const address = URL.createObjectURL(new Blob([minutes], { type: 'text/markdown;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
