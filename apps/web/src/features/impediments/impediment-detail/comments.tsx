import { Avatar } from '@chapterhouse/ui/avatar';
import { Button } from '@chapterhouse/ui/button';
import { useState } from 'react';
import type { ImpedimentDetailQuery } from '../../../generated/graphql';
import { MarkdownText } from '../../../platform/markdown/markdown-text';
import { Can } from '../../../platform/session/can';
import { Moment } from '../moment';
import { CommentForm } from './comment-form';

export type CommentsProps = { impediment: ImpedimentDetailQuery['impediment']; onMore: () => Promise<void> };

/** What people said, oldest first, and a place to answer. */
export function Comments({ impediment, onMore }: CommentsProps) {
  const { edges, pageInfo } = impediment.comments;
  const [loading, setLoading] = useState(false);
  const more = async () => {
    setLoading(true);
    await onMore();
    setLoading(false);
  };
  return (
    <>
      {edges.length > 0 && (
        <ol className="comments">
          {edges.map(({ node }) => (
            <li key={node.id} className="comment">
              <Avatar name={node.author.name} decorative />
              <div className="comment__said">
                <p className="comment__head">
                  <strong>{node.author.name}</strong> <Moment at={node.at} />
                </p>
                <MarkdownText text={node.body} />
              </div>
            </li>
          ))}
        </ol>
      )}
      {pageInfo.hasNextPage && (
        <Button size="sm" pending={loading} onClick={() => void more()}>
          Show later comments
        </Button>
      )}
      <Can do="impediment:comment" on={impediment}>
        <CommentForm impediment={impediment} />
      </Can>
    </>
  );
}
