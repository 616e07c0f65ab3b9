import type { TypedDocumentNode } from '@apollo/client';
import type { ReplyPartsFragment } from '../../../generated/graphql';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { Replies } from './replies';
import { ReplyForm } from './reply-form';

type Key = { idempotencyKey?: string | null };

export type ConversationProps = {
  /** The id of what is talked about. */
  about: string;
  by: { id: string; name: string };
  replies: readonly ReplyPartsFragment[];
  /** What one more is called; null where the viewer may add none. */
  adds: 'Reply' | 'Comment' | null;
  /** Where words that are not sent yet are kept. */
  place: string;
  add: TypedDocumentNode<unknown, { id: string; body: string } & Key>;
  edit: TypedDocumentNode<unknown, { id: string; version: number; body: string } & Key>;
  remove: TypedDocumentNode<unknown, { id: string } & Key>;
};

/** What others said to it, and a word of one's own: of a discussion, or about an idea. */
export function Conversation({ about, by, replies, adds, place, ...documents }: ConversationProps) {
  const add = useShownAct(documents.add);
  const edit = useShownAct(documents.edit);
  const remove = useShownAct(documents.remove);
  const near = [...new Map([by, ...replies.map((one) => one.by)].map((one) => [one.id, one])).values()];
  return (
    <>
      <Replies
        replies={replies}
        near={near}
        edit={{
          refusal: edit.refusal,
          run: async ({ id, version }, body) =>
            (await edit.act({ id, version, body, idempotencyKey: edit.key() })) !== null,
        }}
        remove={{
          pending: remove.pending,
          refusal: remove.refusal,
          run: async ({ id }) => (await remove.act({ id, idempotencyKey: remove.key() })) !== null,
        }}
      />
      {adds !== null && (
        <ReplyForm
          label={adds}
          place={place}
          near={near}
          pending={add.pending}
          refusal={add.refusal}
          done={`Your ${adds.toLowerCase()} is there.`}
          onSend={async (body) => (await add.act({ id: about, body, idempotencyKey: add.key() })) !== null}
        />
      )}
    </>
  );
}
