import { useApolloClient } from '@apollo/client/react';
import type { TriageResultKind } from '@chapterhouse/domain/chapters/triage-state';
import { Button } from '@chapterhouse/ui/button';
import { announce } from '@chapterhouse/ui/live-region';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { Suspense, useState } from 'react';
import type { TriageResultInput } from '../../../generated/graphql';
import { conflictOf } from '../../../platform/forms/conflict';
import { useIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import type { ShownRefusal } from '../../../platform/refusals/shown-refusal';
import { useAct } from '../../../platform/refusals/use-act';
import { MoveRefusal } from '../../impediments/public';
import { EscalatedFields } from './escalated-fields';
import { MergedFields } from './merged-fields';
import { kindsOf, RESULT_HINTS, RESULT_VERBS } from './result-kinds';
import { nameOf, type ShownItem } from './triage-items';
import { TriagedFields } from './triaged-fields';
import { END_TRIAGE_ITEM } from './triage.operations';
import { WordsFields } from './words-fields';
import './result-form.css';

/** What every kind of result gets: it sends what its fields say. */
export type ResultFieldsProps = {
  item: ShownItem;
  pending: boolean;
  refusal: ShownRefusal | null;
  /** False where it was refused. */
  onSend: (result: Omit<TriageResultInput, 'kind'>) => Promise<boolean>;
};

/** How the item ends: one kind of result, and the few words that it needs. */
export function ResultForm({ item }: { item: ShownItem }) {
  const kinds = kindsOf(item);
  const [chosen, setChosen] = useState<TriageResultKind | null>(null);
  const kind = chosen !== null && kinds.includes(chosen) ? chosen : (kinds[0] ?? 'PARKED');
  const { act, pending, refusal, clear } = useAct(END_TRIAGE_ITEM, { refetchQueries: ['TriageSession'] });
  const { key, renew } = useIdempotencyKey();
  const client = useApolloClient();
  // Of the impediment that the fields began with: what somebody changes meanwhile is not overwritten unseen.
  const [seen, setSeen] = useState(item.impediment?.version ?? null);
  const conflict = conflictOf(refusal);
  // An item has no key.
  const theirs = conflict && 'key' in conflict.current ? conflict : null;
  const impedimentVersion = theirs?.version ?? seen;
  const send: ResultFieldsProps['onSend'] = async (words) => {
    setSeen(impedimentVersion);
    const done = await act({
      itemId: item.id,
      version: item.version,
      result: { ...words, kind, impedimentVersion },
      idempotencyKey: key(),
    });
    renew();
    if (done === null) {
      // Somebody was faster, mostly: what is there now is asked for.
      await client.refetchQueries({ include: ['TriageSession'] }).catch(() => []);
      return false;
    }
    announce(`${nameOf(item)} has its result.`);
    return true;
  };
  const onlyParked = item.impediment !== null && kinds.length === 1;
  return (
    <section className="triage-item__part result" aria-label="How it ends">
      <h3>How does it end?</h3>
      <fieldset className="result__kinds" aria-label="Result">
        {kinds.map((one) => (
          <Button
            key={one}
            aria-pressed={one === kind}
            onClick={() => {
              setChosen(one);
              setSeen(item.impediment?.version ?? null);
              clear();
            }}
          >
            {RESULT_VERBS[one]}
          </Button>
        ))}
      </fieldset>
      <p className="result__hint">
        {onlyParked ? 'Those who triage for the teams that it affects can do more than park it.' : RESULT_HINTS[kind]}
      </p>
      <Suspense fallback={<Skeleton lines={3} label="Loading the fields" />}>
        {theirs && <MoveRefusal refusal={refusal} current={item.impediment} possible={kinds.includes(kind)} />}
        <Fields key={kind} kind={kind} item={item} pending={pending} refusal={theirs ? null : refusal} onSend={send} />
      </Suspense>
    </section>
  );
}

function Fields({ kind, ...props }: ResultFieldsProps & { kind: TriageResultKind }) {
  const { impediment } = props.item;
  if (kind === 'TRIAGED' && impediment) return <TriagedFields {...props} impediment={impediment} />;
  if (kind === 'ESCALATED' && impediment) return <EscalatedFields {...props} impediment={impediment} />;
  if (kind === 'MERGED' && impediment) return <MergedFields {...props} impediment={impediment} />;
  return <WordsFields {...props} kind={kind} />;
}
