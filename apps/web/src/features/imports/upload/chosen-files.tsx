import { Chip } from '@chapterhouse/ui/chip';
import { sizeWords } from '../import-words';
import { pathOf } from './chosen-file';
import './upload.css';

/** Chips beyond these are counted: a folder has many files. */
const SHOWN = 12;

export type ChosenFilesProps = { files: readonly File[]; onRemove: (file: File) => void };

export function ChosenFiles({ files, onRemove }: ChosenFilesProps) {
  return (
    <ul className="chosen-files" aria-label="Chosen files">
      {files.slice(0, SHOWN).map((file) => (
        <li key={pathOf(file)}>
          <Chip name={pathOf(file)} onRemove={() => onRemove(file)}>
            {pathOf(file)} <span className="chosen-files__size">{sizeWords(file.size)}</span>
          </Chip>
        </li>
      ))}
      {files.length > SHOWN && <li className="chosen-files__more">and {files.length - SHOWN} more</li>}
    </ul>
  );
}
