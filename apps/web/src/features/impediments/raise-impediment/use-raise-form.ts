import { useApolloClient } from '@apollo/client/react';
import type { ImpedimentCategory } from '@chapterhouse/domain/impediments/impediment-fields';
import { useRef, useState } from 'react';
import type { ImpedimentCardFragment, RaiseImpedimentInput } from '../../../generated/graphql';
import { useDraft } from '../../../platform/drafts/use-draft';
import { useIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { type ShownRefusal, shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useViewer } from '../../../platform/session/session-provider';
import { expectOwnChange } from '../impediment-changes';
import { appendToBoard } from '../live-board/append-to-board';
import { type ChosenSource, sourceInput } from '../source-field';
import { RAISE_IMPEDIMENT } from './raise.operations';

/** The fields of the form, with what they start from, and how they are sent. */
export function useRaiseForm(onRaised: (raised: ImpedimentCardFragment) => void) {
  const client = useApolloClient();
  const { teams } = useViewer();
  // Title and description outlive a closed dialog, a reload and a sign-in.
  const [title, setTitle, clearTitle] = useDraft('raise:title');
  const [description, setDescription, clearDescription] = useDraft('raise:description');
  const [teamId, setTeamId] = useState<string | null>(teams[0]?.id ?? null);
  const [category, setCategory] = useState<ImpedimentCategory>('OTHER');
  const [source, setSource] = useState<ChosenSource | null>(null);
  const [affectedTeamIds, setAffectedTeamIds] = useState<readonly string[]>([]);
  const [refusal, setRefusal] = useState<ShownRefusal | null>(null);
  const [pending, setPending] = useState(false);
  const [tried, setTried] = useState(false);
  const { key, renew } = useIdempotencyKey();
  const underWay = useRef(false);

  const missing = {
    title: title.trim() === '' ? 'Say in one line what is in the way.' : undefined,
    raisingTeamId: teamId === null ? 'Choose the team that raises it.' : undefined,
  };

  const raise = async () => {
    setTried(true);
    if (missing.title !== undefined || teamId === null || underWay.current) return;
    underWay.current = true;
    setPending(true);
    setRefusal(null);
    const input: RaiseImpedimentInput = {
      title,
      description,
      category,
      raisingTeamId: teamId,
      affectedTeamIds: affectedTeamIds.filter((id) => id !== teamId),
      ...sourceInput(source),
    };
    try {
      const { data } = await client.mutate({
        mutation: RAISE_IMPEDIMENT,
        variables: { input, idempotencyKey: key() },
        update: (cache, result) => {
          if (!result.data) return;
          expectOwnChange(result.data.raiseImpediment.id);
          appendToBoard(cache, result.data.raiseImpediment);
        },
      });
      if (!data) return;
      renew();
      clearTitle();
      clearDescription();
      setTried(false);
      setAffectedTeamIds([]);
      setSource(null);
      onRaised(data.raiseImpediment);
    } catch (error) {
      const shown = shownRefusal(error);
      setRefusal(shown);
      // Without a reply it may have been saved: the same key again has one effect.
      if (shown.code !== 'NETWORK') renew();
    } finally {
      underWay.current = false;
      setPending(false);
    }
  };

  return {
    title,
    setTitle,
    description,
    setDescription,
    teamId,
    setTeamId,
    category,
    setCategory,
    source,
    setSource,
    affectedTeamIds,
    setAffectedTeamIds,
    refusal,
    errorOf: (field: 'title' | 'raisingTeamId') => (tried ? missing[field] : undefined) ?? refusal?.fields[field],
    pending,
    raise,
  };
}
