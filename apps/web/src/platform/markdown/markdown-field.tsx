import { TextArea } from '@chapterhouse/ui/text-area';
import type { FieldProps } from '@chapterhouse/ui/field';
import type { KeyboardEvent, Ref } from 'react';
import type { Pictures } from './pictures';

export type MarkdownFieldProps = FieldProps & {
  value: string;
  onChange: (text: string) => void;
  /** Ctrl or Cmd with Enter. */
  onSubmit?: (() => void) | undefined;
  /** Where pictures go; without it the field takes none. */
  pictures?: Pictures | undefined;
  /** True while a picture is on its way: its address is not in the text yet. */
  onUploading?: ((uploading: boolean) => void) | undefined;
  onKeyDown?: ((event: KeyboardEvent<HTMLTextAreaElement>) => void) | undefined;
  /** The text area, to focus it. */
  ref?: Ref<HTMLTextAreaElement> | undefined;
  rows?: number;
  placeholder?: string;
  autoFocus?: boolean;
};

/** Text with Markdown: grows with its content, shows how it will look, and names people by `@`. */
export function MarkdownField({ onChange, onSubmit, onKeyDown, pictures, onUploading, ...rest }: MarkdownFieldProps) {
  return (
    <TextArea
      {...rest}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        onKeyDown?.(event);
        if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) onSubmit?.();
      }}
    />
  );
}
