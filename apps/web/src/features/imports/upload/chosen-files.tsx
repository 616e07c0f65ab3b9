import { Chip } from '@chapterhouse/ui/chip';
import { sizeWords } from '../import-words';
import './upload.css';

export type ChosenFilesProps = { files: readonly File[]; onRemove: (file: File) => void };

export function ChosenFiles({ files, onRemove }: ChosenFilesProps) {
  return (
    <ul className="chosen-files" aria-label="Chosen files">
      {files.map((file) => (
        <li key={file.name}>
          <Chip name={file.name} onRemove={() => onRemove(file)}>
            {file.name} <span className="chosen-files__size">{sizeWords(file.size)}</span>
          </Chip>
        </li>
      ))}
    </ul>
  );
}
