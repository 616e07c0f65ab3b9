import { CountBadge } from '../../../platform/page/count-badge';
import { useAsked } from './use-asked';

/** How much waits for an answer, beside its place in the navigation. */
export function AskedBadge() {
  return <CountBadge count={useAsked().waiting} what="waiting" />;
}
