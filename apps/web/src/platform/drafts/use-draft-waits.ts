import { useState } from 'react';
import { useViewer } from '../session/session-provider';
import { draftKey, parseDraft, readRaw } from './draft-store';

/** Whether words for this place were there when this was mounted: the form opens by itself. */
export function useDraftWaits(place: string): boolean {
  const { organization, person } = useViewer();
  const [waits] = useState(() => parseDraft(readRaw(draftKey(organization.id, person.id, place))) !== null);
  return waits;
}
