import { useQuery } from '@apollo/client/react';
import { SOURCE_KIND_TITLES } from '@chapterhouse/domain/impediments/impediment-fields';
import { proposedToKeep } from '@chapterhouse/domain/impediments/source-merge';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import type { SourceFactsFragment } from '../../../generated/graphql';
import { conflictOf } from '../../../platform/forms/conflict';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { plural } from '../plural';
import { mergePoints } from './merge-points';
import type { NamedSource } from './source-dialogs';
import { MERGE_SOURCES, SOURCE_NOW } from './source-pages.operations';
import { SourcePicker } from './source-picker';
import { useSourceAct } from './use-source-act';
import './merge-sources.css';

export type MergeSourcesDialogProps = {
  /** One of the two, where it is known already. */
  one: NamedSource | null;
  onMerged: ((kept: NamedSource) => void) | undefined;
  onClose: () => void;
};

/** Two sources that are the same become one: which, which of them stays, and what will happen. */
export function MergeSourcesDialog({ one: given, onMerged, onClose }: MergeSourcesDialogProps) {
  const [one, setOne] = useState(given);
  const [other, setOther] = useState<NamedSource | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const [first, second] = [useSourceNow(one), useSourceNow(other)];
  const { act, pending, refusal, clear, key } = useSourceAct(MERGE_SOURCES);
  const pair = first.source && second.source ? ([first.source, second.source] as const) : null;
  const same = pair !== null && pair[0].id === pair[1].id;
  const kept = pair && (pair.find(({ id }) => id === chosen) ?? proposed(...pair));
  const merged = pair?.find(({ id }) => id !== kept?.id);
  const isConflict = conflictOf(refusal) !== null;
  const choose = (set: (source: NamedSource | null) => void) => (source: NamedSource | null) => {
    set(source);
    setChosen(null);
    clear();
  };
  const merge = async () => {
    setTried(true);
    if (!kept || !merged) return;
    const { id, version, name } = merged;
    // Another way round, or after another look, it is another request.
    const idempotencyKey = `${key()}-${version}-${id.slice(-12)}`;
    const done = await act({ id, version, intoId: kept.id, idempotencyKey });
    if (done === null) {
      // What is there now may be why: the next try is about that.
      await Promise.all([first.again(), second.again()]);
      return;
    }
    const { source, movedImpediments } = done.mergeSources;
    notify({
      title: `“${name}” went up in “${source.name}”.`,
      detail: movedImpediments === 0 ? 'It had no impediments.' : `${plural(movedImpediments, 'impediment')} moved.`,
    });
    onClose();
    onMerged?.(source);
  };
  const missing = (source: NamedSource | null) => (tried && source === null ? 'Choose a source.' : undefined);
  return (
    <FormDialog
      title="Merge two sources"
      description="For two names of the same thing. One of them stays, the other one goes up in it."
      size="md"
      submit={merged && kept ? `Merge into ${kept.name}` : 'Merge'}
      tone="danger"
      pending={pending}
      refusal={isConflict ? null : refusal}
      onSubmit={merge}
      onClose={onClose}
    >
      <div className="form-dialog__pair">
        <SourcePicker
          label="One source"
          value={one}
          onChange={choose(setOne)}
          except={other?.id}
          error={missing(one)}
        />
        <SourcePicker
          label="The same as"
          value={other}
          onChange={choose(setOther)}
          except={one?.id}
          error={missing(other)}
        />
      </div>
      {same && (
        <ErrorNote
          tone="attention"
          title={`These are one already: both names lead to “${pair[0].name}”.`}
          next="Choose another one, or close this."
        />
      )}
      {pair && kept && merged && (
        <>
          <KeptChoice pair={pair} kept={kept.id} onChoose={setChosen} />
          <div>
            <p className="merge-sources__what">What will happen</p>
            <ul className="form-dialog__points">
              {mergePoints(kept, merged).map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
          </div>
        </>
      )}
      {isConflict && (
        <ErrorNote
          tone="attention"
          title="Somebody changed one of these meanwhile."
          next="What you see here is how it is now. If they are still the same, merge them."
        />
      )}
    </FormDialog>
  );
}

type KeptChoiceProps = {
  pair: readonly SourceFactsFragment[];
  kept: string;
  onChoose: (id: string) => void;
};

function KeptChoice({ pair, kept, onChoose }: KeptChoiceProps) {
  return (
    <fieldset className="merge-sources__kept">
      <legend>Which one stays?</legend>
      {pair.map(({ id, name, kind, openCount, pastCount }) => (
        <label key={id} className="merge-sources__one">
          <input type="radio" name="kept" value={id} checked={id === kept} onChange={() => onChoose(id)} />
          <span>
            {name}
            <span className="merge-sources__facts">
              {SOURCE_KIND_TITLES[kind]}, {plural(openCount + pastCount, 'impediment')}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** When they were named is not known here: of equals it is the first. */
function proposed(one: SourceFactsFragment, other: SourceFactsFragment): SourceFactsFragment {
  const weigh = (source: SourceFactsFragment) => ({
    id: source.id,
    impedimentCount: source.openCount + source.pastCount,
    createdAt: '',
  });
  return proposedToKeep(weigh(one), weigh(other)).id === one.id ? one : other;
}

/** As it is at this moment, not as some screen has it. */
function useSourceNow(named: NamedSource | null) {
  const { data, refetch } = useQuery(SOURCE_NOW, {
    variables: { id: named?.id ?? '' },
    skip: named === null,
    fetchPolicy: 'network-only',
  });
  return {
    source: named === null ? undefined : data?.source,
    again: async () => {
      await refetch().catch(() => {});
    },
  };
}
