import { Button } from '@chapterhouse/ui/button';
import { announce } from '@chapterhouse/ui/live-region';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ImpedimentCommentFieldsFragment, ImpedimentDetailQuery } from '../../../generated/graphql';
import { outbox } from '../../../platform/apollo/client';
import { useWaitingOf } from '../../../platform/offline/waiting';
import type { WaitingEdit } from '../../../platform/offline/waiting-edit';
import { can } from '../../../platform/session/can';
import { useViewer } from '../../../platform/session/session-provider';
import { Comment } from './comment';
import { CommentForm, type CommentFormHandle } from './comment-form';
import { peopleNear } from './people-near';
import { quoteOf } from './quote';
import { useLinkedComment } from './use-linked-comment';
import { useSteadyPlace } from './use-steady-place';
import { bodyOf, WaitingComment } from './waiting-comment';
import './comments.css';

export type CommentsProps = { impediment: ImpedimentDetailQuery['impediment']; onMore: () => Promise<void> };

/** What people said, oldest first, and a place to answer. */
export function Comments({ impediment, onMore }: CommentsProps) {
  const { edges, pageInfo } = impediment.comments;
  const [loading, setLoading] = useState(false);
  // A comment that is removed while its author edits it stays until they have decided about their words.
  const [edited, setEdited] = useState<readonly ImpedimentCommentFieldsFragment[]>([]);
  const list = useRef<HTMLOListElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const form = useRef<CommentFormHandle>(null);
  useSteadyPlace(place);

  const { person } = useViewer();
  const near = peopleNear(impediment, person.id);
  const present = edges.map(({ node }) => node);
  useNewWords(present);
  const waiting = useWaitingOf(impediment.id).filter(({ operationName }) => operationName === 'CommentOnImpediment');
  const gone = edited.filter(({ id }) => !present.some((node) => node.id === id));
  const answers = can(impediment, 'impediment:comment');
  const more = async () => {
    setLoading(true);
    await onMore();
    setLoading(false);
  };
  const linked = useLinkedComment(
    list,
    present.map(({ id }) => id),
    pageInfo.hasNextPage ? () => void more() : undefined,
  );
  const takeBack = (edit: WaitingEdit) => {
    outbox.discard(edit.key);
    form.current?.putBack(bodyOf(edit));
  };
  const leave = (removed: ImpedimentCommentFieldsFragment) => {
    const next = present[present.findIndex(({ id }) => id === removed.id) + 1];
    // The focus was on what is gone now.
    requestAnimationFrame(() => {
      const neighbour = next && list.current?.querySelector<HTMLElement>(`[data-comment="${next.id}"]`);
      if (neighbour) neighbour.focus({ preventScroll: true });
      else form.current?.focus();
    });
  };
  return (
    <>
      {present.length + gone.length + waiting.length > 0 && (
        <ol className="comments" ref={list}>
          {[...present, ...gone].map((node) => (
            <Comment
              key={node.id}
              impediment={impediment}
              comment={node}
              near={near}
              gone={gone.includes(node)}
              linked={node.id === linked}
              onQuote={answers ? () => form.current?.add(quoteOf(node)) : undefined}
              onEditing={(editing) => setEdited((all) => withOrWithout(all, node, editing))}
              onMoveWords={(words) => form.current?.add(words)}
              onRemoved={() => leave(node)}
            />
          ))}
          {waiting.map((edit) => (
            <WaitingComment key={edit.key} edit={edit} onTakeBack={answers ? () => takeBack(edit) : undefined} />
          ))}
        </ol>
      )}
      {pageInfo.hasNextPage && (
        <Button size="sm" pending={loading} onClick={() => void more()}>
          Show later comments
        </Button>
      )}
      {answers && (
        <div ref={place}>
          <CommentForm ref={form} impediment={impediment} near={near} after={pageInfo.endCursor} />
        </div>
      )}
    </>
  );
}

type CommentNode = ImpedimentCommentFieldsFragment;

function withOrWithout(all: readonly CommentNode[], node: CommentNode, editing: boolean): readonly CommentNode[] {
  if (!editing && !all.some(({ id }) => id === node.id)) return all;
  return [...all.filter(({ id }) => id !== node.id), ...(editing ? [node] : [])];
}

/** Says to screen readers that somebody else commented while this is read. */
function useNewWords(present: readonly ImpedimentCommentFieldsFragment[]): void {
  const { person } = useViewer();
  const [since] = useState(() => Date.now());
  const told = useRef(new Set<string>());
  const tell = useEffectEvent(() => {
    for (const { id, at, author } of present) {
      if (author.id === person.id || Date.parse(at) < since || told.current.has(id)) continue;
      told.current.add(id);
      announce(`${author.name} commented.`);
    }
  });
  const last = present.at(-1)?.id;
  useEffect(() => {
    if (last !== undefined) tell();
  }, [last]);
}
