import { Avatar } from '@chapterhouse/ui/avatar';
import { VisuallyHidden } from '@chapterhouse/ui/visually-hidden';
import { Popover } from '@chapterhouse/ui/popover';
import type { PresentPerson } from './use-presence';
import './presence-avatars.css';

/** Faces that are shown; the others are a number. */
const FACES = 4;

const andList = new Intl.ListFormat('en', { type: 'conjunction' });

/** Who else is here, as a few faces; their names on a press. Nothing when nobody is. */
export function PresenceAvatars({ people }: { people: readonly PresentPerson[] }) {
  if (people.length === 0) return null;
  const more = people.length - FACES;
  return (
    <Popover
      label="Also looking"
      align="end"
      trigger={
        <button type="button" className="presence">
          <VisuallyHidden>Also looking: {andList.format(people.map(({ name }) => name))}</VisuallyHidden>
          {people.slice(0, FACES).map(({ id, name }) => (
            <Avatar key={id} name={name} decorative />
          ))}
          {more > 0 && (
            <span className="presence__more" aria-hidden>
              +{more}
            </span>
          )}
        </button>
      }
    >
      <ul className="presence__names">
        {people.map(({ id, name }) => (
          <li key={id}>
            <Avatar name={name} decorative /> {name}
          </li>
        ))}
      </ul>
    </Popover>
  );
}
