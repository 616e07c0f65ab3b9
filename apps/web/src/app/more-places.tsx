import { Dialog } from '@chapterhouse/ui/dialog';
import { Menu } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Place, PlaceGroup } from './place';

/** On a phone: every screen, by group, behind the last button of the bar. */
export function MorePlaces({ groups, open }: { groups: readonly PlaceGroup[]; open: Place | undefined }) {
  const [shown, setShown] = useState(false);
  const here = open !== undefined && !open.onPhones;
  return (
    <div className="shell__more">
      <button
        type="button"
        className="shell__link"
        aria-haspopup="dialog"
        aria-current={here ? 'true' : undefined}
        onClick={() => setShown(true)}
      >
        <Menu aria-hidden />
        More
      </button>
      <Dialog open={shown} onOpenChange={setShown} title="All screens" size="sm">
        <div className="places">
          {groups.map(({ heading, places }) => (
            <section key={heading} aria-label={heading}>
              <h3 className="places__heading">{heading}</h3>
              <ul className="places__list">
                {places.map((place) => (
                  <li key={place.to}>
                    <Link
                      to={place.to}
                      className="places__link"
                      aria-current={place === open ? 'page' : undefined}
                      onClick={() => setShown(false)}
                    >
                      {place.icon}
                      {place.label}
                      {place.badge}
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </Dialog>
    </div>
  );
}
