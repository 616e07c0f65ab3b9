import { buttonLook } from '@chapterhouse/ui/button';
import { FileDown } from 'lucide-react';

export type CsvLinkProps = {
  screen: 'board' | 'list' | 'history' | 'numbers';
  /** The address of the screen, as far as it says what is shown. */
  params: URLSearchParams;
  /** Among other small controls. */
  small?: boolean;
};

/** What the screen shows, as a file for spreadsheets; the server writes it as it is read, however long it is. */
export function CsvLink({ screen, params, small = false }: CsvLinkProps) {
  const query = new URLSearchParams(params);
  query.set('screen', screen);
  return (
    <a
      className={buttonLook(small ? { size: 'sm', variant: 'ghost' } : {})}
      href={`/files/impediments.csv?${query.toString()}`}
      download
    >
      <FileDown aria-hidden />
      CSV
      <span className="ch-visually-hidden">: download what is shown as a file</span>
    </a>
  );
}
