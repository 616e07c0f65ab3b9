import { buttonLook } from '@chapterhouse/ui/button';
import { classNames } from '@chapterhouse/ui/class-names';
import { FileDown } from 'lucide-react';
import { useRef } from 'react';
import { useCommand } from '../../../platform/commands/use-command';
import './csv-link.css';

export type CsvLinkProps = {
  screen: 'board' | 'list' | 'history' | 'numbers';
  /** The address of the screen, as far as it says what is shown. */
  params: URLSearchParams;
  /** Among other small controls. */
  small?: boolean;
  /** Where a phone has no room for it, it is in the palette. */
  onPhones?: boolean;
};

/** What the screen shows, as a file for spreadsheets; the server writes it as it is read, however long it is. */
export function CsvLink({ screen, params, small = false, onPhones = true }: CsvLinkProps) {
  const link = useRef<HTMLAnchorElement>(null);
  useCommand({
    id: 'here:csv',
    label: 'Download what is shown as CSV',
    group: 'here',
    keywords: 'file export spreadsheet excel table',
    run: () => link.current?.click(),
  });
  const query = new URLSearchParams(params);
  query.set('screen', screen);
  return (
    <a
      ref={link}
      className={classNames(
        buttonLook(small ? { size: 'sm', variant: 'ghost' } : {}),
        !onPhones && 'csv-link--not-on-phones',
      )}
      href={`/files/impediments.csv?${query.toString()}`}
      download
    >
      <FileDown aria-hidden />
      CSV
      <span className="ch-visually-hidden">: download what is shown as a file</span>
    </a>
  );
}
