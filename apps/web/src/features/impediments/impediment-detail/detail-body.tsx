import { useApolloClient } from '@apollo/client/react';
import { IMPEDIMENT_STATE_TITLES } from '@chapterhouse/domain/impediments/impediment-state';
import { notify } from '@chapterhouse/ui/toast';
import { type ReactNode, useId } from 'react';
import { Link } from 'react-router';
import type { ImpedimentDetailQuery } from '../../../generated/graphql';
import { DecisionsAbout } from '../../decisions/public';
import { MarkdownText } from '../../../platform/markdown/markdown-text';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { whoPaused } from '../clock-words';
import { ImpedimentBriefs, speaksOfBriefs } from '../briefs/impediment-briefs';
import { Activity } from './activity';
import { AffectedTeams } from './affected-teams';
import { BlockedItems } from './blocked-items';
import { Comments } from './comments';
import { DetailActions } from './detail-actions';
import { DetailFacts } from './detail-facts';
import { MORE_ACTIVITY, MORE_COMMENTS } from './detail.operations';
import { InPlace } from './in-place';
import { LinkedThings } from './linked-things';
import { useSameScreen } from './use-same-screen';

export type Detail = ImpedimentDetailQuery['impediment'];

export type DetailBodyProps = {
  impediment: Detail;
  /** `panel`: all below each other. `page`: the words beside the facts, where there is room. */
  layout: 'panel' | 'page';
};

/** One impediment with everything about it. */
export function DetailBody({ impediment, layout }: DetailBodyProps) {
  const { key, title, description, affectedTeams, blockedItems, links, duplicates, comments, activity } = impediment;
  const more = useMore(key);
  const head = (
    <>
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
    </>
  );
  const words = (
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
  );
  const briefs = speaksOfBriefs(impediment) && (
    <Section title="Escalation brief">
      <ImpedimentBriefs impediment={impediment} />
    </Section>
  );
  const surroundings = (
    <>
      <Section title="Affected teams" count={affectedTeams.length}>
        <AffectedTeams impediment={impediment} />
      </Section>
      <Section title="Blocked items" count={blockedItems.length}>
        <BlockedItems impediment={impediment} />
      </Section>
      <Section title="Decisions">
        <DecisionsAbout
          of={{ touchesId: impediment.id }}
          none="Nothing was decided about it yet."
          begun={{
            link: { kind: 'IMPEDIMENT', thingId: impediment.id, title: `${key} ${title}` },
            scope: { kind: 'TEAM', id: impediment.raisingTeam.id, name: impediment.raisingTeam.name },
          }}
        />
      </Section>
      <Section title="Linked" count={links.length + duplicates.length}>
        <LinkedThings impediment={impediment} />
      </Section>
    </>
  );
  const talk = (
    <>
      <Section title="Comments" count={comments.totalCount}>
        <Comments impediment={impediment} onMore={() => more(MORE_COMMENTS, comments.pageInfo.endCursor)} />
      </Section>
      <Section title="Activity">
        <Activity activity={activity} onMore={() => more(MORE_ACTIVITY, activity.pageInfo.endCursor)} />
      </Section>
    </>
  );
  const facts = <DetailFacts impediment={impediment} pausedBy={whoPaused(activity)} />;
  if (layout === 'panel') {
    return (
      <div className="detail">
        {head}
        {facts}
        {briefs}
        {words}
        {surroundings}
        {talk}
      </div>
    );
  }
  return (
    <div className="detail-page">
      <div className="detail detail-page__head">{head}</div>
      <aside className="detail detail-page__side" aria-label="Facts">
        {facts}
        {surroundings}
      </aside>
      <div className="detail">
        {briefs}
        {words}
        {talk}
      </div>
    </div>
  );
}

/** How it ended, where it did. */
function Ended({ impediment }: { impediment: Detail }) {
  const there = useSameScreen();
  const { duplicateOf, resolution, declineReason, state } = impediment;
  if (duplicateOf) {
    return (
      <p className="detail__ended">
        Duplicate of{' '}
        <Link to={there(duplicateOf.key)}>
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
