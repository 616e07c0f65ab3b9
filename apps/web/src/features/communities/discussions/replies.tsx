import { announce } from '@chapterhouse/ui/live-region';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ReplyPartsFragment } from '../../../generated/graphql';
import type { ShownRefusal } from '../../../platform/refusals/shown-refusal';
import { useViewer } from '../../../platform/session/session-provider';
import { Reply } from './reply';
import './replies.css';

export type ReplyStep<TGiven extends unknown[]> = {
  pending?: boolean;
  refusal: ShownRefusal | null;
  /** @returns whether it was done */
  run: (reply: ReplyPartsFragment, ...given: TGiven) => Promise<boolean>;
};

export type RepliesProps = {
  replies: readonly ReplyPartsFragment[];
  near: readonly { id: string; name: string }[];
  edit: ReplyStep<[text: string]>;
  remove: ReplyStep<[]>;
};

/** What people said, the oldest first. */
export function Replies({ replies, near, edit, remove }: RepliesProps) {
  useNewWords(replies);
  if (replies.length === 0) return null;
  return (
    <ol className="replies">
      {replies.map((reply) => (
        <Reply key={reply.id} reply={reply} near={near} edit={edit} remove={remove} />
      ))}
    </ol>
  );
}

/** Says to screen readers that somebody else wrote while this is read. */
function useNewWords(replies: readonly ReplyPartsFragment[]): void {
  const { person } = useViewer();
  const [since] = useState(() => Date.now());
  const told = useRef(new Set<string>());
  const tell = useEffectEvent(() => {
    for (const { id, at, by } of replies) {
      if (by.id === person.id || Date.parse(at) < since || told.current.has(id)) continue;
      told.current.add(id);
      announce(`${by.name} replied.`);
    }
  });
  const last = replies.at(-1)?.id;
  useEffect(() => {
    if (last !== undefined) tell();
  }, [last]);
}
