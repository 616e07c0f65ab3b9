import { Table } from '@chapterhouse/ui/table';
import { Link } from 'react-router';
import type { NumbersFactsFragment } from '../../../generated/graphql';
import { hoursText, NUMBERS_SHOWN, type NumberWords, shareText, windowWords } from './number-words';
import { type CountedView, countedAddress, type NumbersView, type NumbersWindow } from './numbers-view';
import { scopeOf, type ShownGroup } from './shown-groups';
import './numbers-table.css';

export type NumbersTableProps = {
  view: NumbersView;
  span: NumbersWindow;
  groups: readonly ShownGroup[];
  total: NumbersFactsFragment;
  before: NumbersFactsFragment;
};

const HEADS = { MONTH: 'Month', AREA: 'Area', TEAM: 'Team', SOURCE: 'Source' } as const;
type Scope = ShownGroup['scope'];

/** The charts as a table; each number opens what it counts. */
export function NumbersTable({ view, span, groups, total, before }: NumbersTableProps) {
  const whole = scopeOf(view, span);
  const former = { ...whole, from: span.beforeFrom, endsBefore: span.from };
  const rows = view.by === 'MONTH' ? groups : groups.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  return (
    <div className="numbers-table">
      <Table caption={`Numbers by ${HEADS[view.by].toLowerCase()}`}>
        <thead>
          <tr>
            <th scope="col">{HEADS[view.by]}</th>
            {NUMBERS_SHOWN.map((words) => (
              <th key={words.number} scope="col" className="ch-number">
                {words.title}
                <span>{words.kind === 'time' ? 'median h · 85 % within · of' : '% · of'}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, numbers, scope }) => (
            <Row key={id} name={name} numbers={numbers} scope={scope} />
          ))}
        </tbody>
        <tfoot>
          <Row name="All together" numbers={total} scope={whole} />
          <Row name={windowWords(former)} numbers={before} scope={former} />
        </tfoot>
      </Table>
    </div>
  );
}

function Row({ name, numbers, scope }: { name: string; numbers: NumbersFactsFragment | null; scope: Scope }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {NUMBERS_SHOWN.map((words) => (
        <td key={words.number} className="ch-number">
          <Cell
            words={words}
            numbers={numbers}
            scope={{ ...scope, number: words.number, level: null, counted: false }}
          />
        </td>
      ))}
    </tr>
  );
}

type CellProps = { words: NumberWords; numbers: NumbersFactsFragment | null; scope: CountedView };

function Cell({ words, numbers, scope }: CellProps) {
  const parts = numbers && partsOf(words, numbers);
  if (!parts) return <span className="numbers-table__lack">no data</span>;
  return (
    <Link to={countedAddress(scope)}>
      <strong>{parts[0]}</strong>
      {parts.slice(1).map((part) => (
        <span key={part}> · {part}</span>
      ))}
    </Link>
  );
}

function partsOf(words: NumberWords, numbers: NumbersFactsFragment): string[] | null {
  if (words.kind === 'share') {
    const { share, of } = words.of(numbers);
    return share === null ? null : [shareText(share), of.toLocaleString('en')];
  }
  const { medianHours, percentile85Hours, count } = words.of(numbers);
  if (medianHours === null || percentile85Hours === null) return null;
  return [hoursText(medianHours), hoursText(percentile85Hours), count.toLocaleString('en')];
}
