import type { ImpedimentCategory } from '@chapterhouse/domain/impediments/impediment-fields';
import { useEffect, useEffectEvent, useState } from 'react';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { useDraft } from '../../../platform/drafts/use-draft';
import type { ShownRefusal } from '../../../platform/refusals/shown-refusal';
import { type ChosenSource, sourceInput } from '../source-field';
import type { WordsToRaise } from './raise-dialog-state';
import { type Settled, useRaise } from './use-raise';
import { useRaisingTeam } from './use-raising-team';

export type RaiseHandlers = {
  onRaised: (raised: ImpedimentCardFragment, keepOpen: boolean) => void;
  /** It waits for a connection; how that ended comes later, perhaps when the form is long gone. */
  onWaiting: (words: WordsToRaise, later: Promise<Settled>, keepOpen: boolean) => void;
};

type Field = 'title' | 'raisingTeamId' | 'description';

/** The fields of the form, with what they start from, and how they are sent. */
export function useRaiseForm(words: WordsToRaise | null, { onRaised, onWaiting }: RaiseHandlers) {
  const team = useRaisingTeam();
  const [title, setTitle, clearTitle, titleDraft] = useDraft('raise:title');
  const [description, setDescription, clearDescription, descriptionDraft] = useDraft('raise:description');
  const [category, setCategory] = useState<ImpedimentCategory>('OTHER');
  const [source, setSource] = useState<ChosenSource | null>(null);
  const [affectedTeamIds, setAffectedTeamIds] = useState<readonly string[]>([]);
  const [refusal, setRefusal] = useState<ShownRefusal | null>(null);
  const [tried, setTried] = useState(false);
  const [uploading, setUploading] = useState(false);
  const { raise: send, pending } = useRaise();

  const comeBack = useEffectEvent((back: WordsToRaise) => {
    setTitle(back.title);
    setDescription(back.description);
  });
  useEffect(() => {
    if (words) comeBack(words);
  }, [words]);

  const { teamId } = team;
  const missing: Partial<Record<Field, string | undefined>> = {
    title: title.trim() === '' ? 'Say in one line what is in the way.' : undefined,
    raisingTeamId: teamId === null ? 'Choose the team that raises it.' : undefined,
    description: uploading ? 'A picture is still on its way: raise it when it has arrived.' : undefined,
  };

  /** Team, source and category stay: what comes next is often from the same corner. */
  const startAnew = () => {
    clearTitle();
    clearDescription();
    setAffectedTeamIds([]);
    setTried(false);
    team.remember();
  };

  const raise = async (keepOpen: boolean) => {
    setTried(true);
    if (Object.values(missing).some((problem) => problem !== undefined) || teamId === null) return;
    setRefusal(null);
    const outcome = await send(
      {
        title,
        description,
        category,
        raisingTeamId: teamId,
        affectedTeamIds: affectedTeamIds.filter((id) => id !== teamId),
        ...sourceInput(source),
      },
      [titleDraft.key, descriptionDraft.key],
    );
    if (outcome === null) return;
    if ('refusal' in outcome) return setRefusal(outcome.refusal);
    startAnew();
    if ('raised' in outcome) onRaised(outcome.raised, keepOpen);
    else onWaiting({ title, description }, outcome.later, keepOpen);
  };

  return {
    title,
    setTitle,
    titleDraft,
    description,
    setDescription,
    descriptionDraft,
    setUploading,
    team,
    category,
    setCategory,
    source,
    setSource,
    affectedTeamIds,
    setAffectedTeamIds,
    refusal,
    errorOf: (field: Field) => (tried ? missing[field] : undefined) ?? refusal?.fields[field],
    pending,
    raise,
  };
}
