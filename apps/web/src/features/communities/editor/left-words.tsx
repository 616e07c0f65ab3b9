import { Button } from '@chapterhouse/ui/button';
import { copyText } from '../../../platform/page/copy-text';
import { useViewer } from '../../../platform/session/session-provider';
import { keptPage } from './kept-page';

export type LeftWordsProps = { artifactKey: string; pageId: string };

/** What somebody was writing on a page that another person removed: it is theirs to put elsewhere. */
export function LeftWords({ artifactKey, pageId }: LeftWordsProps) {
  const { organization, person } = useViewer();
  const { restored } = keptPage(organization.id, person.id, artifactKey, pageId);
  if (!restored) return null;
  return (
    <section className="left-words" aria-label="Your words that are not saved">
      <p>You were writing on it. Your words are kept in this browser:</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long text is scrolled by keyboard */}
      <pre className="conflict-view__text" tabIndex={0}>
        {restored.text}
      </pre>
      <Button
        onClick={() =>
          void copyText(restored.text, { title: 'Your words are copied.' }, 'Select the words and copy them by hand.')
        }
      >
        Copy them
      </Button>
    </section>
  );
}
