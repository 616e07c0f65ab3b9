import { useMutation } from '@apollo/client/react';
import { useEffect, useEffectEvent, useState } from 'react';
import type { VisitBoardMutation } from '../../../generated/graphql';
import { VISIT_BOARD } from './board-visit.operations';

export type BoardVisit = VisitBoardMutation['visitBoard'];

/** So often a visit goes on while the board can be seen, in milliseconds; the api ends it after 30 quiet minutes. */
const GOES_ON = 10 * 60_000;

/** What others did since this person was here last; null until it is known, and where it cannot be. */
export function useBoardVisit(): BoardVisit | null {
  const [visit] = useMutation(VISIT_BOARD);
  const [news, setNews] = useState<BoardVisit | null>(null);
  const goOn = useEffectEvent(async () => {
    if (document.visibilityState === 'hidden') return;
    // News that cannot be had are no trouble worth a word: the board itself says when the connection is gone.
    const reply = await visit().catch(() => null);
    // The news of this visit stay as they were at its beginning: they do not grow while somebody watches them happen.
    if (reply?.data) setNews((before) => before ?? reply.data?.visitBoard ?? null);
  });
  useEffect(() => {
    // The board itself is asked for first.
    const first = setTimeout(() => void goOn());
    const timer = setInterval(() => void goOn(), GOES_ON);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, []);
  return news;
}
