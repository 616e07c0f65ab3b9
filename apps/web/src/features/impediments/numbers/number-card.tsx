import type { NumbersFactsFragment } from '../../../generated/graphql';
import { plural } from '../plural';
import { CountedLink } from './counted-link';
import { GroupBars } from './group-bars';
import { LevelLines } from './level-lines';
import { MonthChart } from './month-chart';
import {
  comparedShares,
  comparedTimes,
  FEW,
  hoursText,
  hoursWords,
  type NumberWords,
  type ShareFacts,
  shareText,
  type TimeFacts,
} from './number-words';
import type { CountedView, NumbersView, NumbersWindow } from './numbers-view';
import { scopeOf, type ShownGroup } from './shown-groups';
import './number-card.css';

export type NumberCardProps = {
  words: NumberWords;
  view: NumbersView;
  span: NumbersWindow;
  groups: readonly ShownGroup[];
  total: NumbersFactsFragment;
  before: NumbersFactsFragment;
};

/** One number: what it is, what it means, against those before, and side by side. */
export function NumberCard({ words, view, span, groups, total, before }: NumberCardProps) {
  const scope = { ...scopeOf(view, span), number: words.number, level: null };
  const id = `number-${words.number}`;
  return (
    <section className="number" aria-labelledby={id}>
      <div className="number__told">
        <h2 id={id}>{words.title}</h2>
        {words.kind === 'time' ? (
          <Time facts={words.of(total)} did={words.did} />
        ) : (
          <Share facts={words.of(total)} did={words.did} counts={words.counts} />
        )}
        <Compared words={words} total={total} before={before} months={view.months} />
        <p className="number__sentence">{words.sentence}</p>
        <Lists words={words} total={total} scope={scope} />
      </div>
      <div className="number__drawn">
        {view.by === 'MONTH' ? (
          <MonthChart words={words} groups={groups} />
        ) : (
          <GroupBars words={words} groups={groups} by={view.by} />
        )}
        {words.number === 'TIME_TO_RESOLVE' && <LevelLines facts={total.timeToResolveByLevel} scope={scope} />}
      </div>
    </section>
  );
}

function Time({ facts: { count, medianHours, percentile85Hours }, did }: { facts: TimeFacts; did: string }) {
  if (medianHours === null || percentile85Hours === null) return <Lack did={did} />;
  return (
    <>
      <p className="number__figure">
        <strong>{hoursText(medianHours)}</strong> working hours
      </p>
      <p className="number__meaning">
        Half of {plural(count, 'impediment')} {did} within {hoursWords(medianHours)}, 85 of 100 within{' '}
        {hoursWords(percentile85Hours)}.{count < FEW && <Few />}
      </p>
    </>
  );
}

function Share({ facts: { count, of, share }, did, counts }: { facts: ShareFacts; did: string; counts: string }) {
  if (share === null) return <Lack did={did} />;
  return (
    <>
      <p className="number__figure">
        <strong>{shareText(share)}</strong> %
      </p>
      <p className="number__meaning">
        {count.toLocaleString('en')} of the {of.toLocaleString('en')} that {did} {counts}.{of < FEW && <Few />}
      </p>
    </>
  );
}

function Lack({ did }: { did: string }) {
  return (
    <>
      <p className="number__figure number__figure--lack">No data</p>
      <p className="number__meaning">None {did} in this time.</p>
    </>
  );
}

/** So few that one more can turn the number round. */
function Few() {
  return <span className="number__few"> Too few to build on.</span>;
}

type ComparedProps = Pick<NumberCardProps, 'words' | 'total' | 'before'> & { months: number };

function Compared({ words, total, before, months }: ComparedProps) {
  const said =
    words.kind === 'time'
      ? comparedTimes(words.of(total), words.of(before), months)
      : comparedShares(words.of(total), words.of(before), months);
  return said === null ? null : <p className="number__compared">{said}</p>;
}

type ListsProps = Pick<NumberCardProps, 'words' | 'total'> & {
  scope: Omit<CountedView, 'counted'>;
};

/** What it counts, and for a share all that it is of. */
function Lists({ words, total, scope }: ListsProps) {
  if (words.kind === 'time') {
    const { count } = words.of(total);
    if (count === 0) return null;
    return (
      <p className="number__lists">
        <CountedLink view={{ ...scope, counted: false }}>Open the {plural(count, 'impediment')}</CountedLink>
      </p>
    );
  }
  const { count, of } = words.of(total);
  if (of === 0) return null;
  return (
    <p className="number__lists">
      {count > 0 && count < of && (
        <CountedLink view={{ ...scope, counted: true }}>Open the {count.toLocaleString('en')}</CountedLink>
      )}
      <CountedLink view={{ ...scope, counted: false }}>Open all {of.toLocaleString('en')}</CountedLink>
    </p>
  );
}
