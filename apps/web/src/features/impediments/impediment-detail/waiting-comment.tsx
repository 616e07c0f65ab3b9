import { Avatar } from '@chapterhouse/ui/avatar';
import { MarkdownText } from '../../../platform/markdown/markdown-text';
import { Waiting } from '../../../platform/offline/waiting';
import type { WaitingEdit } from '../../../platform/offline/waiting-edit';
import { useViewer } from '../../../platform/session/session-provider';
import { Moment } from '../moment';

export type WaitingCommentProps = {
  edit: WaitingEdit;
  /** Its words go into the box again; not where nobody may comment any more. */
  onTakeBack: (() => void) | undefined;
};

/** A comment that nobody else sees yet. */
export function WaitingComment({ edit, onTakeBack }: WaitingCommentProps) {
  const { person } = useViewer();
  return (
    <li className="comment comment--waiting">
      <Avatar name={person.name} decorative />
      <div className="comment__said">
        <div className="comment__head">
          <p>
            <strong>{person.name}</strong> <Moment at={new Date(edit.at).toISOString()} />
          </p>
        </div>
        <MarkdownText text={bodyOf(edit)} />
        <Waiting edit={edit} onTakeBack={onTakeBack} />
      </div>
    </li>
  );
}

export function bodyOf({ variables }: WaitingEdit): string {
  const { body } = variables;
  return typeof body === 'string' ? body : '';
}
