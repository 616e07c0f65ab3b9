import { Avatar } from '@chapterhouse/ui/avatar';
import { Popover } from '@chapterhouse/ui/popover';
import { VisuallyHidden } from '@chapterhouse/ui/visually-hidden';
import type { PersonHere } from './use-people-here';
import './people-here.css';

/** Faces that are shown; the others are in the number. */
const FACES = 3;

/** Who is here now, as a few faces and a number; all of them, and who was there, on a press. */
export function PeopleHere({ people }: { people: readonly PersonHere[] }) {
  const here = people.filter((person) => person.here);
  const gone = people.filter((person) => !person.here);
  return (
    <Popover
      label="Who takes part"
      align="end"
      trigger={
        <button type="button" className="people-here">
          {here.slice(0, FACES).map(({ id, name }) => (
            <Avatar key={id} name={name} decorative />
          ))}
          <span>
            {here.length} here<VisuallyHidden>: show who</VisuallyHidden>
          </span>
        </button>
      }
    >
      <div className="people-here__lists">
        <List title="Here now" people={here} />
        {gone.length > 0 && <List title="Were here" people={gone} />}
      </div>
    </Popover>
  );
}

function List({ title, people }: { title: string; people: readonly PersonHere[] }) {
  return (
    <section aria-label={title}>
      <h3>
        {title} <span>{people.length}</span>
      </h3>
      <ul>
        {people.map(({ id, name, isViewer, facilitates }) => (
          <li key={id}>
            <Avatar name={name} decorative /> {name}
            {(isViewer || facilitates) && (
              <span className="people-here__what">
                {[isViewer && 'you', facilitates && 'facilitates'].filter(Boolean).join(', ')}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
