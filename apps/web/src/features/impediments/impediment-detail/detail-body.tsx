import { useApolloClient } from '@apollo/client/react';
import { IMPEDIMENT_STATE_TITLES } from '@chapterhouse/domain/impediments/impediment-state';
import { notify } from '@chapterhouse/ui/toast';
import { type ReactNode, useId } from 'react';
import { Link, useLocation } from 'react-router';
import type { ImpedimentDetailQuery } from '../../../generated/graphql';
import { MarkdownText } from '../../../platform/markdown/markdown-text';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { Activity } from './activity';
import { AffectedTeams } from './affected-teams';
import { BlockedItems } from './blocked-items';
import { Comments } from './comments';
import { DetailActions } from './detail-actions';
import { DetailFacts } from './detail-facts';
import { MORE_ACTIVITY, MORE_COMMENTS } from './detail.operations';
import { InPlace } from './in-place';

export type Detail = ImpedimentDetailQuery['impediment'];

/** One impediment with everything about it. */
export function DetailBody({ impediment }: { impediment: Detail }) {
  const { key, title, description, affectedTeams, blockedItems, comments, activity } = impediment;
  const more = useMore(key);
  return (
    <div className="detail">
      <InPlace
        impediment={impediment}
        field="title"
        label="title"
        read={(one) => one.title}
        input={(text) => ({ title: text })}
      >
        <h2 className="detail__title">{title}</h2>
      </InPlace>
      <Ended impediment={impediment} />
      <DetailActions impediment={impediment} />
      <DetailFacts impediment={impediment} />
      <Section title="Description">
        <InPlace
          impediment={impediment}
          field="description"
          label="description"
          kind="area"
          read={(one) => one.description}
          input={(text) => ({ description: text })}
        >
          {description === '' ? <span className="detail__quiet">None given.</span> : <MarkdownText text={description} />}
        </InPlace>
      </Section>
      <Section title="Affected teams" count={affectedTeams.length}>
        <AffectedTeams impediment={impediment} />
      </Section>
      <Section title="Blocked items" count={blockedItems.length}>
        <BlockedItems impediment={impediment} />
      </Section>
      <Section title="Comments" count={comments.totalCount}>
        <Comments impediment={impediment} onMore={() => more(MORE_COMMENTS, comments.pageInfo.endCursor)} />
      </Section>
      <Section title="Activity">
        <Activity activity={activity} onMore={() => more(MORE_ACTIVITY, activity.pageInfo.endCursor)} />
      </Section>
    </div>
  );
}

/** How it ended, where it did. */
function Ended({ impediment }: { impediment: Detail }) {
  const { search } = useLocation();
  const { duplicateOf, resolution, declineReason, state } = impediment;
  if (duplicateOf) {
    return (
      <p className="detail__ended">
        Duplicate of{' '}
        <Link to={{ pathname: `/impediments/${duplicateOf.key}`, search }}>
          {duplicateOf.key} {duplicateOf.title}
        </Link>{' '}
        <span className="detail__quiet">{IMPEDIMENT_STATE_TITLES[duplicateOf.state].toLowerCase()}</span>
      </p>
    );
  }
  if (state === 'DECLINED' && declineReason !== '') return <p className="detail__ended">Declined: {declineReason}</p>;
  if (resolution !== '') return <p className="detail__ended">Removed by: {resolution}</p>;
  return null;
}

function Section({ title, count, children }: { title: string; count?: number; children: ReactNode }) {
  const id = useId();
  return (
    <section className="detail__section" aria-labelledby={id}>
      <h3 id={id}>
        {title} {count !== undefined && count > 0 && <span className="detail__count">{count}</span>}
      </h3>
      {children}
    </section>
  );
}

/** The next page of a list of this impediment, into the cache. */
function useMore(key: string) {
  const client = useApolloClient();
  return async (query: typeof MORE_COMMENTS | typeof MORE_ACTIVITY, after: string | null): Promise<void> => {
    if (after === null) return;
    try {
      await client.query({ query, variables: { key, after }, fetchPolicy: 'network-only' });
    } catch (error) {
      const { title, next } = shownRefusal(error);
      notify({ tone: 'problem', title, detail: next });
    }
  };
}
