import { Link } from 'react-router';
import { ChapterPart } from './chapter-part';
import type { ShownChapter } from './chapter-page';

/** The series that are the chapter's own. */
export function ChapterMeetings({ cadences }: { cadences: ShownChapter['cadences'] }) {
  if (cadences.length === 0) return null;
  return (
    <ChapterPart title="Meetings">
      <ul className="past-sessions">
        {cadences.map(({ id, name, sentence, place }) => (
          <li key={id}>
            <Link to={`/cadences/${id}`}>{name}</Link>
            <span>
              {sentence}
              {place !== '' && ` · ${place}`}
            </span>
          </li>
        ))}
      </ul>
    </ChapterPart>
  );
}
