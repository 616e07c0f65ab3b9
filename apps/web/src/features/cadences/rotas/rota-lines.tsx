import { useId } from 'react';
import { Link } from 'react-router';
import type { RotasQuery } from '../../../generated/graphql';
import { useToday } from '../../../platform/dates/use-today';
import { plural } from '../../impediments/public';
import { longDayWords } from '../meeting-times';
import { ROTA_PURPOSE_TITLES } from '../meeting-words';
import { turnNames } from './turn-names';
import '../meeting-link.css';

type Listed = RotasQuery['rotas'][number];

/** Rotas, each with whose turn is next. @param title null: the place says already what they are */
export function RotaLines({ title, rotas }: { title: string | null; rotas: readonly Listed[] }) {
  const id = useId();
  const today = useToday();
  return (
    <section {...(title === null ? { 'aria-label': 'Rotas' } : { 'aria-labelledby': id })}>
      {title !== null && <h2 id={id}>{title}</h2>}
      <ul className="rota-lines">
        {rotas.map((rota) => {
          const next = rota.turns.find(({ past }) => !past);
          return (
            <li key={rota.id} className="rota-lines__one">
              <span className="rota-lines__head">
                <Link className="meeting-link" to={`/rotas/${encodeURIComponent(rota.id)}`}>
                  {rota.name}
                </Link>
                <span className="rota-lines__facts">
                  {[ROTA_PURPOSE_TITLES[rota.purpose], rota.team?.name, plural(rota.members.length, 'person', 'people')]
                    .filter((words) => words !== undefined)
                    .join(' · ')}
                </span>
              </span>
              <span className="rota-lines__facts">{rota.sentence}</span>
              <span>
                {next ? (
                  <>
                    {turnNames(rota.purpose, next.people)}{' '}
                    <span className="rota-lines__facts">{longDayWords(next.on, today)}</span>
                  </>
                ) : (
                  <span className="rota-lines__facts">no turn in the next weeks</span>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
