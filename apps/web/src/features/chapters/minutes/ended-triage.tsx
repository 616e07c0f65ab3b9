import { TRIAGE_RESULT_KINDS, TRIAGE_RESULT_TITLES } from '@chapterhouse/domain/chapters/triage-state';
import { Link } from 'react-router';
import { dayWords, momentWords, todayIn } from '../../../platform/dates/day-words';
import { MarkdownText } from '../../../platform/markdown/markdown-text';
import { Page } from '../../../platform/page/page';
import { useViewer } from '../../../platform/session/session-provider';
import { plural } from '../../impediments/public';
import type { ShownSession } from '../triage/triage-items';
import { MinutesActs } from './minutes-acts';
import './ended-triage.css';

/** What came of a session: results in numbers, who was there, who was told, and the minutes. */
export function EndedTriage({ session }: { session: ShownSession }) {
  const { organization } = useViewer();
  const { chapter, startedAt, endedAt, items, participants, toldTeams, minutes, facilitator } = session;
  const { timeZone } = organization;
  const day = dayWords(todayIn(timeZone, new Date(startedAt)), todayIn(timeZone));
  const actions = items.flatMap((item) => item.actions);
  const names = new Intl.ListFormat('en', { type: 'conjunction' });
  return (
    <Page
      title={`Triage of ${day}`}
      tabTitle={`Triage of ${chapter.name}, ${day}`}
      subtitle={<Link to={`/chapters/${chapter.id}`}>{chapter.name}</Link>}
      actions={minutes !== null && <MinutesActs minutes={minutes} fileName={fileName(chapter.name, startedAt)} />}
    >
      <div className="ended">
        <section aria-label="What came of it">
          <dl className="ended__results">
            {TRIAGE_RESULT_KINDS.map((kind) => ({
              kind,
              count: items.filter(({ result }) => result === kind).length,
            }))
              .filter(({ count }) => count > 0)
              .map(({ kind, count }) => (
                <div key={kind}>
                  <dt>{TRIAGE_RESULT_TITLES[kind]}</dt>
                  <dd>{count}</dd>
                </div>
              ))}
            <div>
              <dt>Actions promised</dt>
              <dd>{actions.length}</dd>
            </div>
          </dl>
          <dl className="ended__facts">
            <div>
              <dt>When</dt>
              <dd>
                {momentWords(startedAt, timeZone)}
                {endedAt !== null && `, ${plural(minutesBetween(startedAt, endedAt), 'minute')}`}
              </dd>
            </div>
            <div>
              <dt>Facilitated at the end</dt>
              <dd>{facilitator.name}</dd>
            </div>
            <div>
              <dt>Took part</dt>
              <dd>{names.format(participants.map(({ person }) => person.name)) || 'Nobody'}</dd>
            </div>
            <div>
              <dt>Told</dt>
              <dd>
                {toldTeams.length === 0
                  ? 'The members of the chapter'
                  : `The members of the chapter, and of ${names.format(toldTeams.map(({ name }) => name))} the Product Owner, Scrum Master and Developers`}
              </dd>
            </div>
          </dl>
        </section>
        {minutes !== null && (
          <article className="ended__minutes" aria-label="Minutes">
            <MarkdownText text={minutes} headings={2} />
          </article>
        )}
      </div>
    </Page>
  );
}

const minutesBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 60_000);

/** "triage-payments-2026-11-21.md" */
function fileName(chapter: string, startedAt: string): string {
  const name = chapter
    .toLocaleLowerCase('en')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
  return `triage-${name}-${startedAt.slice(0, 10)}.md`;
}
