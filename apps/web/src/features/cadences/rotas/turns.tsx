import type { RotaQuery } from '../../../generated/graphql';
import { useToday } from '../../../platform/dates/use-today';
import { TurnLine } from './turn-line';

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

export type ShownRota = RotaQuery['rota'];

/** Turns, a quarter ahead, by month. */
export function Turns({ rota }: { rota: ShownRota }) {
  const today = useToday();
  const months = new Map<string, ShownRota['turns'][number][]>();
  for (const turn of rota.turns) {
    const month = turn.on.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), turn]);
  }
  // A meeting is over on its day; reviews and pairs last until the next turn begins.
  const next = rota.turns.find(({ past }) => !past);
  const present = rota.purpose === 'FACILITATION' ? next?.id : rota.turns.findLast(({ on }) => on <= today)?.id;
  if (rota.turns.length === 0) return <p className="occurrence__none">No turn lies in the next three months.</p>;
  return (
    <>
      {[...months].map(([month, turns]) => (
        <section key={month} className="turns" aria-label={MONTH.format(new Date(`${month}-01`))}>
          <h2>{MONTH.format(new Date(`${month}-01`))}</h2>
          <ol>
            {turns.map((turn) => (
              <TurnLine key={turn.id} rota={rota} turn={turn} isNow={turn.id === present} />
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}
