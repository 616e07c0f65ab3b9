import { buttonLook } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Link } from 'react-router';
import { compareAddress, pageAddress } from '../artifacts/artifact-addresses';
import type { ShownArtifact } from '../artifacts/shown-artifact';

export type OldVersionNoteProps = { artifact: ShownArtifact; number: number; path: string };

/** Says that there is a newer version, and the ways to it. */
export function OldVersionNote({ artifact: { key, current }, number, path }: OldVersionNoteProps) {
  if (!current) return null;
  return (
    <ErrorNote
      tone="attention"
      title={`This is version ${number}; version ${current.number} is the current one.`}
      action={
        <>
          <Link className={buttonLook({ size: 'sm' })} to={pageAddress(key, path)}>
            Read version {current.number}
          </Link>
          <Link
            className={buttonLook({ size: 'sm', variant: 'ghost' })}
            to={compareAddress(key, number, current.number)}
          >
            What changed since
          </Link>
        </>
      }
    />
  );
}
