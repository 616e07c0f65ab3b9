import type { ReviewEnd, ReviewRoundFragment } from '../../../generated/graphql';
import { momentWords } from '../../../platform/dates/day-words';
import { MarkdownText } from '../../../platform/markdown/markdown-text';
import { useViewer } from '../../../platform/session/session-provider';

const ENDED: Record<ReviewEnd, string> = {
  PUBLISHED: 'It was published.',
  WITHDRAWN: 'It was withdrawn.',
  ASKED_ANEW: 'It was asked for again.',
  DISCARDED: 'The draft was discarded.',
  CLOSED: 'The community was closed.',
};

/** What was said of the draft as it was before: who approved which revision of it. */
export function EarlierRounds({ rounds }: { rounds: readonly ReviewRoundFragment[] }) {
  const { timeZone } = useViewer().organization;
  if (rounds.length === 0) return null;
  return (
    <section className="review-state" aria-labelledby="earlier-rounds">
      <h2 id="earlier-rounds" className="review-state__title">
        Earlier rounds
      </h2>
      <ul className="review-state__people">
        {rounds.map(({ id, revision, askedBy, askedAt, endedAs, verdicts }) => (
          <li key={id}>
            <p>
              <strong>Revision {revision}</strong>, asked for by {askedBy.name} on {momentWords(askedAt, timeZone)}.{' '}
              {verdicts.length === 0 && 'Nobody had answered. '}
              {endedAs !== null && ENDED[endedAs]}
            </p>
            {verdicts.map(({ person, verdict, words, at }) => (
              <div key={person.id} className="review-state__said">
                <p>
                  <span className="review-state__name">{person.name}</span>{' '}
                  {verdict === 'APPROVED' ? 'approved it' : 'asked for changes'} on {momentWords(at, timeZone)}.
                </p>
                {words !== '' && <MarkdownText text={words} />}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
