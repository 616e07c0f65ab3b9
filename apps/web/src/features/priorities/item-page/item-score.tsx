import { ITEM_SCORES } from '@chapterhouse/domain/priorities/item-fields';
import { costOfDelay, type ScoreParts, wsjf } from '@chapterhouse/domain/priorities/item-score';
import { Select } from '@chapterhouse/ui/select';
import type { ItemLineFragment } from '../../../generated/graphql';
import { can } from '../../../platform/session/can';
import { tellNotSaved } from '../item-acts/use-line-edit';
import { useItemAct } from '../item-acts/use-item-act';
import { SCORE_ITEM } from './item-page.operations';
import type { ShownItem } from './use-item';

const NUMBER = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

const PARTS = [
  { name: 'value', label: 'Value' },
  { name: 'timeCriticality', label: 'Time criticality' },
  { name: 'riskReduction', label: 'Risk reduction or opportunity' },
] as const;

const OPTIONS = ITEM_SCORES.map((score) => ({ value: String(score), label: String(score) }));

/** What waiting costs, and what that is for each point of work. It helps; the order decides. */
export function ItemScore({ item }: { item: ShownItem }) {
  const act = useItemAct();
  const { id, key, score } = item;
  const may = can(item, 'item:score');
  const set = async (part: Partial<ScoreParts>) => {
    const send = async (of: ItemLineFragment) => {
      const { value, timeCriticality, riskReduction } = of.score;
      const parts = { value, timeCriticality, riskReduction, ...part };
      const shown = { ...of.score, ...parts, costOfDelay: costOfDelay(parts), wsjf: wsjf(parts, of.points) };
      const optimistic = { __typename: 'Mutation' as const, item: { ...of, score: shown } };
      return act(key, SCORE_ITEM, { id, version: of.version, ...parts }, optimistic);
    };
    let outcome = await send(item);
    // Another part was scored a moment ago, here or elsewhere: this one goes on top of it.
    if (!outcome.done && outcome.refusal.code === 'CONFLICT' && outcome.current) outcome = await send(outcome.current);
    if (!outcome.done) tellNotSaved(key, outcome.refusal);
  };
  const scored = PARTS.some(({ name }) => score[name] !== null);
  if (!may && !scored) return <p className="item-page__none">Nobody scored it yet.</p>;
  return (
    <div className="item-score">
      {PARTS.map(({ name, label }) =>
        may ? (
          <Select
            key={name}
            label={label}
            placeholder="–"
            options={OPTIONS}
            value={score[name] === null ? '' : String(score[name])}
            onChange={(event) => void set({ [name]: event.target.value === '' ? null : Number(event.target.value) })}
          />
        ) : (
          <p key={name}>
            <span className="item-facts__quiet">{label}</span> {score[name] ?? '–'}
          </p>
        ),
      )}
      <p className="item-score__sum">
        {score.costOfDelay === null ? (
          <span className="item-facts__quiet">All three make its cost of delay.</span>
        ) : (
          <>
            Cost of delay <strong>{score.costOfDelay}</strong>
            {score.wsjf === null ? (
              <span className="item-facts__quiet"> · with a size it has a WSJF</span>
            ) : (
              <>
                {' '}
                · WSJF <strong>{NUMBER.format(score.wsjf)}</strong>
              </>
            )}
          </>
        )}
      </p>
    </div>
  );
}
