import { DEPENDENCY_CONFLICT_TITLES } from '@chapterhouse/domain/priorities/dependency-conflicts';
import { Link, useLocation } from 'react-router';
import { dependencyAddress } from '../dependencies/dependency-lines';
import { DependencySides } from '../dependencies/dependency-sides';
import type { Comparison } from './publish-words';

type Shift = Comparison['dependencies'][number];

/** Dependencies that come into conflict by it, or out of one. */
export function CompareDependencies({ dependencies }: { dependencies: readonly Shift[] }) {
  const { pathname, search } = useLocation();
  if (dependencies.length === 0)
    return <p className="compare__quiet">No dependency comes into conflict or out of one.</p>;
  return (
    <ul className="compare-dependencies">
      {dependencies.map(({ dependency, before, after }) => (
        <li key={dependency.id}>
          <p className="compare-dependencies__head">
            <Link to={dependencyAddress(dependency.key)} state={{ from: pathname + search }}>
              {dependency.key}
            </Link>
            <Conflicts words="was" conflicts={before.filter((one) => !after.includes(one))} />
            <Conflicts words="comes" conflicts={after.filter((one) => !before.includes(one))} />
          </p>
          <DependencySides dependency={dependency} />
        </li>
      ))}
    </ul>
  );
}

function Conflicts({ words, conflicts }: { words: 'was' | 'comes'; conflicts: Shift['before'] }) {
  if (conflicts.length === 0) return null;
  const names = conflicts.map((conflict) => DEPENDENCY_CONFLICT_TITLES[conflict].toLowerCase()).join(', ');
  return words === 'was' ? (
    <span className="compare__better">no longer {names}</span>
  ) : (
    <span className="compare__worse">would be {names}</span>
  );
}
