import { TextField } from '@chapterhouse/ui/text-field';
import { DraftNote, type DraftNoteProps } from '../../../platform/drafts/draft-note';
import { PICTURES } from '../../../platform/files/upload-image';
import { MarkdownField } from '../../../platform/markdown/markdown-field';

export type DiscussionFieldsProps = {
  title: string;
  body: string;
  onTitle: (title: string) => void;
  onBody: (body: string) => void;
  /** By field: of the form, or of what refused it. */
  errors: Record<string, string | undefined>;
  placeholder?: string;
  draft: DraftNoteProps['draft'];
};

/** What a discussion is about, and its first words. */
export function DiscussionFields({ title, body, onTitle, onBody, errors, placeholder, draft }: DiscussionFieldsProps) {
  return (
    <>
      <TextField
        label="What it is about"
        placeholder={placeholder}
        value={title}
        error={errors['title']}
        onChange={({ target: { value } }) => onTitle(value)}
      />
      <MarkdownField
        label="What you would like to talk about"
        rows={6}
        value={body}
        error={errors['body']}
        onChange={onBody}
        pictures={PICTURES}
      />
      <DraftNote draft={draft} />
    </>
  );
}
