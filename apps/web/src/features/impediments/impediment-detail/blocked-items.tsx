import type { ImpedimentFactsFragment } from '../../../generated/graphql';
import { ItemKey } from '../../decisions/public';
import { ItemLink } from '../../priorities/public';
import { itemStateWords } from '../item-state-words';
import { InPlace } from './in-place';

const keysOf = (impediment: ImpedimentFactsFragment) =>
  impediment.blockedItems.map(({ externalKey }) => externalKey).join(', ');
const splitKeys = (text: string) =>
  text
    .split(/[,\s]+/)
    .map((key) => key.trim())
    .filter(Boolean);

/** Backlog items, here or in another tool, that cannot go on. */
export function BlockedItems({ impediment }: { impediment: ImpedimentFactsFragment }) {
  const { blockedItems } = impediment;
  return (
    <InPlace
      impediment={impediment}
      field="blockedItemKeys"
      label="blocked items"
      hint="Their keys, with commas between them."
      read={keysOf}
      input={(text) => ({ blockedItemKeys: splitKeys(text) })}
    >
      {blockedItems.length === 0 ? (
        <span className="detail__quiet">None named.</span>
      ) : (
        <ul className="detail__items">
          {blockedItems.map(({ externalKey, title, state }) => (
            <li key={externalKey}>
              {title === null ? (
                <span className="detail__item-key">
                  <ItemKey itemKey={externalKey} />
                </span>
              ) : (
                <ItemLink item={{ key: externalKey, title }} />
              )}
              {state !== null && <span className="detail__quiet"> {itemStateWords(state)}</span>}
            </li>
          ))}
        </ul>
      )}
    </InPlace>
  );
}
