import { LEVEL_RULES } from '@chapterhouse/domain/decisions/delegation-levels';
import { Table } from '@chapterhouse/ui/table';
import { hoursWords } from '../../impediments/public';
import { type Facts, FEW } from './delegation-figures';

/** Level by level: how many were decided, how long half of them took at most, how many were vetoed. */
export function LevelNumbers({ levels }: { levels: Facts['byLevel'] }) {
  const most = Math.max(1, ...levels.map(({ decided }) => decided));
  return (
    <section className="level-numbers" aria-labelledby="level-numbers">
      <h2 id="level-numbers">By level</h2>
      <Table caption="Decisions by level of delegation">
        <thead>
          <tr>
            <th scope="col">Level</th>
            <th scope="col">Decided</th>
            <th scope="col" className="ch-number">
              Median time to decide
            </th>
            <th scope="col" className="ch-number">
              Vetoed
            </th>
          </tr>
        </thead>
        <tbody>
          {levels.map(({ level, decided, medianHours, vetoed }) => (
            <tr key={level} data-quiet={decided === 0 || undefined}>
              <th scope="row">
                <span className="level-numbers__number">{LEVEL_RULES[level].number}</span> {LEVEL_RULES[level].title}
              </th>
              <td className="level-numbers__decided" data-label="Decided">
                {decided.toLocaleString('en')}
                <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden>
                  <rect className="level-numbers__value" width={(decided / most) * 100} height="8" />
                </svg>
              </td>
              <td className="ch-number" data-label="Median time to decide" data-few={decided < FEW || undefined}>
                {medianHours === null ? '–' : hoursWords(medianHours)}
              </td>
              <td className="ch-number" data-label="Vetoed">
                {LEVEL_RULES[level].veto ? vetoed.toLocaleString('en') : '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="level-numbers__note">
        Working hours from proposed to accepted or rejected; half of them took no longer. A time of fewer than {FEW}{' '}
        decisions is set in grey: one more can turn it round.
      </p>
    </section>
  );
}
