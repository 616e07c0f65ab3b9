import { Listbox } from '@chapterhouse/ui/listbox';
import { Popover } from 'radix-ui';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import { placeOf } from './caret-place';
import type { useMentionList } from './use-mention-list';

export type MentionListProps = {
  area: RefObject<HTMLTextAreaElement | null>;
  mentions: ReturnType<typeof useMentionList>;
};

/** The people to name, below the `@`. The keyboard stays in the text. */
export function MentionList({ area, mentions }: MentionListProps) {
  const { list, open, query, loading } = mentions;
  const from = useRef(0);
  const anchor = useRef({
    getBoundingClientRect: () => (area.current ? placeOf(area.current, from.current) : new DOMRect()),
  });
  useLayoutEffect(() => {
    if (query) from.current = query.from;
  }, [query]);
  return (
    <Popover.Root open={open}>
      <Popover.Anchor virtualRef={anchor} />
      {/* Not in a portal: a dialog around it would block scrolling the list. */}
      <Popover.Content
        className="ch-listbox mention-list"
        role="presentation"
        align="start"
        sideOffset={4}
        collisionPadding={8}
        onOpenAutoFocus={(event) => event.preventDefault()}
        onCloseAutoFocus={(event) => event.preventDefault()}
        onInteractOutside={(event) => event.preventDefault()}
        onEscapeKeyDown={(event) => event.preventDefault()}
      >
        <Listbox
          list={list}
          label="People to mention"
          selected={() => false}
          loading={loading}
          emptyText="Nobody of that name."
        />
      </Popover.Content>
    </Popover.Root>
  );
}
