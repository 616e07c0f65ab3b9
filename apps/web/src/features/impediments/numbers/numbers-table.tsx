import { Table } from '@chapterhouse/ui/table';
import type { NumbersFactsFragment } from '../../../generated/graphql';
import { CountedLink } from './counted-link';
import { hoursText, NUMBERS_SHOWN, type NumberWords, shareText, windowWords } from './number-words';
import type { CountedView, NumbersView, NumbersWindow } from './numbers-view';
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
const PARTS = { time: ['median', '85 % within', 'of'], share: ['%', 'of'] } as const;
const names = new Intl.Collator('en');
type Scope = ShownGroup['scope'];

/** The charts as a table; each number opens what it counts. */
export function NumbersTable({ view, span, groups, total, before }: NumbersTableProps) {
  const whole = scopeOf(view, span);
  const former = { ...whole, from: span.beforeFrom, endsBefore: span.from };
  const rows = view.by === 'MONTH' ? groups : groups.toSorted((one, other) => names.compare(one.name, other.name));
  return (
    <div className="numbers-table">
      <Table caption={`Numbers by ${HEADS[view.by].toLowerCase()}`}>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {HEADS[view.by]}
            </th>
            {NUMBERS_SHOWN.map(({ number, title, kind }) => (
              <th key={number} scope="colgroup" className="numbers-table__first" colSpan={PARTS[kind].length}>
                {title}
                {kind === 'time' && ', h'}
              </th>
            ))}
          </tr>
          <tr>
            {NUMBERS_SHOWN.flatMap(({ number, kind }) =>
              PARTS[kind].map((part, at) => (
                <th key={number + part} scope="col" className={partLook(at)}>
                  {part}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, numbers, scope }) => (
            <Row key={id} name={name} numbers={numbers} scope={scope} />
          ))}
        </tbody>
        <tfoot>
          <Row name="All together" numbers={total} scope={whole} />
          <Row name={`Before: ${windowWords(former)}`} numbers={before} scope={former} />
        </tfoot>
      </Table>
    </div>
  );
}

function partLook(at: number): string {
  return at === 0 ? 'ch-number numbers-table__first' : 'ch-number';
}

function Row({ name, numbers, scope }: { name: string; numbers: NumbersFactsFragment | null; scope: Scope }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {NUMBERS_SHOWN.map((words) => (
        <Cells key={words.number} words={words} numbers={numbers} scope={scope} />
      ))}
    </tr>
  );
}

type CellsProps = { words: NumberWords; numbers: NumbersFactsFragment | null; scope: Scope };

/** The number, and what it is of; one stop for the keyboard. */
function Cells({ words, numbers, scope }: CellsProps) {
  const parts = numbers && partsOf(words, numbers, { ...scope, number: words.number, level: null, counted: false });
  if (!parts)
    return (
      <td className="ch-number numbers-table__first numbers-table__lack" colSpan={PARTS[words.kind].length}>
        no data
      </td>
    );
  return parts.map(({ text, view }, at) => (
    <td key={PARTS[words.kind][at]} className={partLook(at)}>
      <CountedLink view={view} tabIndex={at === 0 ? undefined : -1}>
        {text}
      </CountedLink>
    </td>
  ));
}

function partsOf(
  words: NumberWords,
  numbers: NumbersFactsFragment,
  all: CountedView,
): { text: string; view: CountedView }[] | null {
  if (words.kind === 'share') {
    const { share, count, of } = words.of(numbers);
    if (share === null) return null;
    return [
      { text: shareText(share), view: { ...all, counted: count > 0 } },
      { text: `${count.toLocaleString('en')} of ${of.toLocaleString('en')}`, view: all },
    ];
  }
  const { medianHours, percentile85Hours, count } = words.of(numbers);
  if (medianHours === null || percentile85Hours === null) return null;
  return [hoursText(medianHours), hoursText(percentile85Hours), count.toLocaleString('en')].map((text) => ({
    text,
    view: all,
  }));
}
