import { useNavigate } from 'react-router';
import { BEGIN_DRAFT } from './artifact.operations';
import { draftAddress } from './artifact-addresses';
import type { ShownArtifact } from './shown-artifact';
import { useShownAct } from '../../../platform/refusals/use-shown-act';

/** Opens the draft of an artifact, at a page; begins one where there is none. */
export function useBeginDraft({ id, key: artifactKey, draft }: ShownArtifact) {
  const navigate = useNavigate();
  const { act, pending, refusal, key } = useShownAct(BEGIN_DRAFT);
  const begin = async (path?: string) => {
    if (draft === null && (await act({ artifactId: id, idempotencyKey: key() })) === null) return;
    await navigate(draftAddress(artifactKey, path));
  };
  return { begin, pending, refusal };
}
