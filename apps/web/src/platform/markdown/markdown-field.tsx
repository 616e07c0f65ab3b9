import { Field, type FieldProps } from '@chapterhouse/ui/field';
import { announce } from '@chapterhouse/ui/live-region';
import { Segments } from '@chapterhouse/ui/segments';
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useState } from 'react';
import { MarkdownText } from './markdown-text';
import { MentionList } from './mention-list';
import { PictureButton } from './picture-button';
import { PictureUploads } from './picture-uploads';
import type { Pictures } from './pictures';
import { type Nameable, useMentionList } from './use-mention-list';
import { useOwnHeight } from './use-own-height';
import { usePictureUploads } from './use-picture-uploads';
import './markdown-field.css';

export type MarkdownFieldProps = FieldProps & {
  value: string;
  onChange: (text: string) => void;
  /** Ctrl or Cmd with Enter; without it the form around is sent. */
  onSubmit?: (() => void) | undefined;
  /** Who is named most likely, first in the list: the people of this conversation. */
  near?: readonly Nameable[] | undefined;
  /** Where pictures go; without it the field takes none. */
  pictures?: Pictures | undefined;
  /** For files that are dropped or pasted beside the field: takes them as if they came here. */
  takeFiles?: Ref<(files: readonly File[]) => void> | undefined;
  /** True while a picture is on its way: its address is not in the text yet. */
  onUploading?: ((uploading: boolean) => void) | undefined;
  /** Keys that the list of people did not take. */
  onKeyDown?: ((event: KeyboardEvent<HTMLTextAreaElement>) => void) | undefined;
  /** The text area, to focus it. */
  ref?: Ref<Area> | undefined;
  rows?: number;
  placeholder?: string;
  /** It was asked for by pressing a button: the caret begins behind the words. */
  takesFocus?: boolean;
};

type Area = HTMLTextAreaElement | null;

const MODES = [
  { value: 'write', label: 'Write' },
  { value: 'preview', label: 'Preview' },
] as const;

/** Text with Markdown: grows with its content, shows how it will look, names people by `@` and takes pictures. */
export function MarkdownField(props: MarkdownFieldProps) {
  const { label, labelHidden, hint, error, optional, value, onChange, onSubmit, onKeyDown, ref } = props;
  const { near = [], pictures, takeFiles, onUploading, rows = 3, placeholder, takesFocus = false } = props;
  const [mode, setMode] = useState<'write' | 'preview'>('write');
  const writing = mode === 'write';
  const area = useOwnHeight(writing);
  useImperativeHandle<Area, Area>(ref, () => area.current);
  const [dropping, setDropping] = useState(false);
  const mentions = useMentionList(area, near);
  const { uploads, uploading, take, again, remove } = usePictureUploads(area, pictures, onUploading);
  useImperativeHandle(takeFiles, () => (files) => take(pictures ? files : []));
  const { list, open } = mentions;

  const [focusFirst] = useState(takesFocus);
  useEffect(() => {
    if (!focusFirst || !area.current) return;
    area.current.focus();
    area.current.setSelectionRange(area.current.value.length, area.current.value.length);
  }, [area, focusFirst]);
  // What was sent leaves nothing to preview.
  const [before, setBefore] = useState(value);
  if (value !== before) {
    setBefore(value);
    if (value === '') setMode('write');
  }

  const keyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (mentions.onKeyDown(event)) return;
    onKeyDown?.(event);
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    if (uploading) announce('A picture is still on its way. Send when it has arrived.', { urgent: true });
    else if (onSubmit) onSubmit();
    else event.currentTarget.form?.requestSubmit();
  };
  const given = (files: FileList): readonly File[] => (pictures ? [...files] : []);

  return (
    <Field label={label} labelHidden={labelHidden} hint={hint} error={error} optional={optional}>
      {(control) => (
        <div className="markdown-field" data-dropping={dropping || undefined}>
          <textarea
            {...control}
            ref={area}
            className="ch-input ch-input--area markdown-field__area"
            hidden={!writing}
            rows={rows}
            placeholder={placeholder}
            value={value}
            aria-autocomplete="list"
            aria-controls={open && list.shown.length > 0 ? list.listId : undefined}
            aria-activedescendant={open && list.shown.length > 0 ? list.optionId(list.active) : undefined}
            onChange={(event) => {
              onChange(event.target.value);
              mentions.typed(event.target);
            }}
            onSelect={(event) => mentions.moved(event.currentTarget)}
            onBlur={mentions.close}
            onKeyDown={keyDown}
            onPaste={(event) => {
              const files = given(event.clipboardData.files);
              // A table out of a spreadsheet comes as words and as a picture of them.
              if (files.length === 0 || event.clipboardData.types.includes('text/plain')) return;
              event.preventDefault();
              take(files);
            }}
            onDragOver={(event) => {
              if (!event.dataTransfer.types.includes('Files')) return;
              event.preventDefault();
              setDropping(pictures !== undefined);
            }}
            onDragLeave={() => setDropping(false)}
            onDrop={(event) => {
              setDropping(false);
              if (event.dataTransfer.files.length === 0) return;
              // Else the browser would leave the page for the file.
              event.preventDefault();
              take(given(event.dataTransfer.files));
            }}
          />
          {!writing && (
            <section className="markdown-field__preview" aria-label={`Preview of ${label}`}>
              {value.trim() === '' ? 'Nothing is written yet.' : <MarkdownText text={value} headings={3} />}
            </section>
          )}
          <MentionList area={area} mentions={mentions} />
          <PictureUploads uploads={uploads} onAgain={again} onRemove={remove} />
          <div className="markdown-field__bar">
            <Segments label={`${label}: write or preview`} value={mode} onChange={setMode} options={MODES} />
            <span className="markdown-field__hint">Markdown, @ for people</span>
            {pictures && writing && <PictureButton accept={pictures.accept ?? 'image/*'} onFiles={take} />}
          </div>
        </div>
      )}
    </Field>
  );
}
