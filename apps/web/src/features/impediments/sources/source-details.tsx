import { useApolloClient } from '@apollo/client/react';
import { SOURCE_KIND_TITLES } from '@chapterhouse/domain/impediments/impediment-fields';
import { Button } from '@chapterhouse/ui/button';
import { Merge, Pencil } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Link, useNavigate } from 'react-router';
import type { SourcePageQuery } from '../../../generated/graphql';
import { Page } from '../../../platform/page/page';
import { can } from '../../../platform/session/can';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { Activity } from '../impediment-detail/activity';
import { SourceContact } from './source-contact';
import { SourceCost } from './source-cost';
import { useSourceDialogs } from './source-dialogs';
import { SourceImpediments } from './source-impediments';
import { MORE_ACTIVITY, MORE_OPEN, MORE_PAST } from './source-pages.operations';
import { SourceRecurring } from './source-recurring';
import { sourceSentence } from './source-sentence';
import './source-page.css';

export type ShownSource = SourcePageQuery['source'];

/** Rows and lines that come with each press on "more". */
const MORE = 50;

export function SourceDetails({ source }: { source: ShownSource }) {
  const { id, name, kind, team, aliases, openImpediments, pastImpediments, activity } = source;
  const client = useApolloClient();
  const navigate = useNavigate();
  const { ask, dialog } = useSourceDialogs((kept) => {
    if (kept.id !== id) void navigate(`/sources/${kept.id}`, { replace: true });
  });
  const mayEdit = can(source, 'source:edit');
  const mayMerge = can(source, 'source:merge');
  const edit = () => ask({ ask: 'edit', source: { id, name } });
  const merge = () => ask({ ask: 'merge', source: { id, name } });
  useShortcut({ key: 'e', label: 'Edit the source', when: mayEdit, run: edit });
  useShortcut({ key: 'm', label: 'Merge with another source', when: mayMerge, run: merge });
  // A page that could not be loaded leaves what is shown; the person presses again.
  const more = async (query: typeof MORE_OPEN | typeof MORE_PAST | typeof MORE_ACTIVITY, after: string | null) => {
    const variables = { id, first: MORE, after: after ?? '' };
    await client.query<unknown>({ query, variables, fetchPolicy: 'network-only' }).catch(() => {});
  };
  return (
    <Page
      title={name}
      subtitle={
        <>
          {SOURCE_KIND_TITLES[kind]}
          {team && (
            <>
              {' · '}
              <Link className="source__quiet" to={`/teams/${team.id}`}>
                {team.name}
              </Link>
            </>
          )}
          {aliases.length > 0 && ` · also ${aliases.join(', ')}`}
        </>
      }
      actions={
        <>
          {mayMerge && (
            <Button icon={<Merge aria-hidden />} onClick={merge}>
              Merge…
            </Button>
          )}
          {mayEdit && (
            <Button icon={<Pencil aria-hidden />} onClick={edit}>
              Edit…
            </Button>
          )}
        </>
      }
    >
      <div className="source">
        <div className="source__column">
          <SourceCost source={source} />
          <Part title="Open impediments" count={openImpediments.totalCount}>
            <SourceImpediments
              impediments={openImpediments}
              open
              onMore={() => more(MORE_OPEN, openImpediments.pageInfo.endCursor)}
            />
          </Part>
          <Part title="Past impediments" count={pastImpediments.totalCount}>
            <SourceImpediments
              impediments={pastImpediments}
              open={false}
              onMore={() => more(MORE_PAST, pastImpediments.pageInfo.endCursor)}
            />
          </Part>
        </div>
        <div className="source__column">
          <Part title="Whom to talk to">
            <SourceContact source={source} onEdit={mayEdit ? edit : null} />
          </Part>
          <Part title="What comes back">
            <SourceRecurring source={source} />
            <p className="source__where">
              <Link to="/impediments/bottlenecks">Where teams wait for what</Link>
            </p>
          </Part>
          <Part title="Activity">
            <Activity
              activity={activity}
              onMore={() => more(MORE_ACTIVITY, activity.pageInfo.endCursor)}
              tell={sourceSentence}
            />
          </Part>
        </div>
      </div>
      {dialog}
    </Page>
  );
}

type PartProps = { title: string; count?: number; children: ReactNode };

function Part({ title, count = 0, children }: PartProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="source__heading">
        {title}
        {count > 0 && <span className="source__count"> {count.toLocaleString('en')}</span>}
      </h2>
      {children}
    </section>
  );
}
