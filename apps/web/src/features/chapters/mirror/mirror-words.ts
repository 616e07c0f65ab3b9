import type { TeamMirror } from './mirror-page';

/** From so many meetings on a share says something. */
const FEW = 4;

/** A question rather than a verdict: what the share may mean, and what to try. */
export function mirrorWords({ held, facilitatedByMe }: Pick<TeamMirror, 'held' | 'facilitatedByMe'>): string {
  if (held === 0) return 'No meeting of this team had somebody who led it.';
  if (held < FEW) return 'Too few meetings to see anything in them.';
  const share = facilitatedByMe / held;
  if (share === 0) return 'The team leads its own meetings. What do you see from outside that they cannot?';
  if (share <= 1 / 3) return 'The team leads most of its meetings. Who of them has not dared to yet?';
  if (share <= 2 / 3)
    return 'You lead about half. Which of them could somebody else lead next time, with you beside them?';
  return 'You lead most of them. What would the team learn if you were away for two weeks?';
}
