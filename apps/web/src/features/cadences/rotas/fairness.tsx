import { Table } from '@chapterhouse/ui/table';
import type { CSSProperties } from 'react';
import type { RotaQuery } from '../../../generated/graphql';
import { dayWords } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';

type Share = RotaQuery['rota']['fairness'][number];
const SHARE = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** Turns taken and planned beside the share that being there asks for. */
export function Fairness({ shares }: { shares: readonly Share[] }) {
  const today = useToday();
  const most = Math.max(1, ...shares.map(({ taken, planned, fair }) => Math.max(taken + planned, fair)));
  const apart = Math.max(0, ...shares.map(({ taken, planned, fair }) => Math.abs(taken + planned - fair)));
  if (shares.length === 0) return <p className="occurrence__none">Nobody takes turns here yet.</p>;
  return (
    <div className="fairness">
      <p>
        {apart < 1.05
          ? 'Over the last and the next quarter nobody is more than one turn away from their share.'
          : `Over the last and the next quarter somebody is ${SHARE.format(apart)} turns away from their share.`}
      </p>
      <Table caption="Turns and shares">
        <thead>
          <tr>
            <th scope="col">Who</th>
            <th scope="col">Taken and planned</th>
            <th scope="col" className="ch-number">
              Share
            </th>
            <th scope="col">Next</th>
          </tr>
        </thead>
        <tbody>
          {shares.map((share) => (
            <tr key={share.person.id}>
              <th scope="row">{share.person.name}</th>
              <td>
                <Bar share={share} most={most} />
              </td>
              <td className="ch-number">{SHARE.format(share.fair)}</td>
              <td>{share.nextOn === null ? 'none' : dayWords(share.nextOn, today)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="rota-lines__facts">
        The bar shows turns taken, then planned; the line is the share by the days that somebody is there.
      </p>
    </div>
  );
}

const parts = (value: number, most: number): string => `${(value / most) * 100}%`;

function Bar({ share: { taken, planned, fair, skipped }, most }: { share: Share; most: number }) {
  const lengths: CSSProperties & Record<string, string> = {
    '--taken': parts(taken, most),
    '--planned': parts(planned, most),
    '--fair': parts(fair, most),
  };
  return (
    <span className="fairness__cell">
      <span className="fairness__bar" style={lengths} aria-hidden />
      <span className="fairness__words">
        {taken} + {planned}
        {skipped > 0 && `, passed on ${skipped}`}
      </span>
    </span>
  );
}
