import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { notify } from '@chapterhouse/ui/toast';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { Lock, LockOpen, Pencil } from 'lucide-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { DiscussionPartsFragment } from '../../../generated/graphql';
import { MarkdownText } from '../../../platform/markdown/markdown-text';
import { Page } from '../../../platform/page/page';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { can } from '../../../platform/session/can';
import { Moment } from '../../impediments/public';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { JOIN_COMMUNITY } from '../community/community.operations';
import { CommunityProblem } from '../community/community-page';
import { useCommunityChanges } from '../community/use-community-changes';
import {
  CLOSE_DISCUSSION,
  DISCUSSION,
  EDIT_DISCUSSION_REPLY,
  REMOVE_DISCUSSION_REPLY,
  REPLY_TO_DISCUSSION,
} from './discussions.operations';
import { Conversation } from './conversation';
import { EditDiscussionDialog } from './edit-discussion-dialog';
import './discussion-page.css';

/** `/discussions/:id`: what somebody asked, and what others said to it. */
export function DiscussionPage() {
  const { id = '' } = useParams();
  const { data, error, loading, refetch } = useQuery(DISCUSSION, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  const discussion = data?.discussion;
  useCommunityChanges(data !== undefined, refetch, discussion?.community.id);
  return (
    <Page
      title={discussion?.title ?? 'Discussion'}
      width="narrow"
      subtitle={
        discussion && (
          <>
            Discussion in{' '}
            <Link to={`/communities/${encodeURIComponent(discussion.community.id)}`}>{discussion.community.name}</Link>
            {discussion.closed && ' · closed'}
          </>
        )
      }
      actions={discussion && <DiscussionActions discussion={discussion} />}
    >
      {!discussion && loading && <Skeleton shape="card" lines={8} label="Loading the discussion" />}
      {!discussion && !loading && error && (
        <CommunityProblem error={error} what="discussion" onRetry={() => void refetch().catch(() => {})} />
      )}
      {discussion && <Talk key={discussion.id} discussion={discussion} />}
    </Page>
  );
}

function DiscussionActions({ discussion }: { discussion: DiscussionPartsFragment }) {
  const { id, closed } = discussion;
  const [editing, setEditing] = useState(false);
  const { act, pending, refusal, key } = useShownAct(CLOSE_DISCUSSION);
  const close = async () => {
    if (await act({ id, closed: !closed, idempotencyKey: key() }))
      notify({ title: closed ? 'The discussion is open again.' : 'The discussion is closed.' });
  };
  return (
    <>
      <RefusalNote refusal={refusal} />
      {can(discussion, 'discussion:edit') && (
        <Button variant="ghost" icon={<Pencil aria-hidden />} onClick={() => setEditing(true)}>
          Edit
        </Button>
      )}
      {can(discussion, 'discussion:close') && (
        <Button
          variant="ghost"
          icon={closed ? <LockOpen aria-hidden /> : <Lock aria-hidden />}
          pending={pending}
          onClick={() => void close()}
        >
          {closed ? 'Open it again' : 'Close it'}
        </Button>
      )}
      {editing && <EditDiscussionDialog discussion={discussion} onClose={() => setEditing(false)} />}
    </>
  );
}

function Talk({ discussion }: { discussion: DiscussionPartsFragment }) {
  const { id, body, by, at, editedAt, replies, closed, community } = discussion;
  const join = useShownAct(JOIN_COMMUNITY);
  const enter = async () => {
    if (await join.act({ id: community.id, idempotencyKey: join.key() }))
      notify({ title: `You are in ${community.name}.` });
  };
  return (
    <div className="discussion">
      <p className="discussion__by">
        {by.name} <Moment at={at} />
        {editedAt !== null && (
          <>
            {' · '}edited <Moment at={editedAt} />
          </>
        )}
      </p>
      <MarkdownText text={body} headings={2} />
      <section className="discussion__replies" aria-label="Replies">
        <Conversation
          about={id}
          by={by}
          replies={replies}
          adds={can(discussion, 'discussion:reply') ? 'Reply' : null}
          place={`discussion-reply:${id}`}
          add={REPLY_TO_DISCUSSION}
          edit={EDIT_DISCUSSION_REPLY}
          remove={REMOVE_DISCUSSION_REPLY}
        />
        {closed && <p className="discussion__quiet">The discussion is closed: nothing is added any more.</p>}
        {!closed && !community.viewerIsMember && can(community, 'community:join') && (
          <p className="discussion__quiet">
            Members reply.{' '}
            <Button size="sm" pending={join.pending} onClick={() => void enter()}>
              Join {community.name}
            </Button>
          </p>
        )}
        <RefusalNote refusal={join.refusal} />
      </section>
    </div>
  );
}
