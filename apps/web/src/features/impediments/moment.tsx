import { useViewer } from '../../platform/session/session-provider';
import { absoluteTime, relativeTime } from './impediment-times';
import { useNow } from './use-now';

/** "3 days ago"; the whole date in the organization's time zone on hover. */
export function Moment({ at }: { at: string }) {
  const { timeZone } = useViewer().organization;
  return (
    <time dateTime={at} title={`${absoluteTime(at, timeZone)} (${timeZone.replaceAll('_', ' ')})`}>
      {relativeTime(at, useNow())}
    </time>
  );
}
