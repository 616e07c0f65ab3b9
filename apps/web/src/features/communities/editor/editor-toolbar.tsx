import { IconButton } from '@chapterhouse/ui/icon-button';
import { Bold, Code, Heading, Italic, Link as LinkIcon, List, ListChecks, Quote, Table, Workflow } from 'lucide-react';
import { Toolbar } from 'radix-ui';
import type { ReactNode, RefObject } from 'react';
import type { EditorHands } from './code-editor';
import { DIAGRAM, paragraphBehind, prefixLines, surround, TABLE } from './format-text';

export type EditorToolbarProps = {
  hands: RefObject<EditorHands | null>;
  onLink: () => void;
  /** Behind the others: pictures. */
  children?: ReactNode;
};

/** What Markdown can do, for whoever does not know it by heart; one stop for Tab, arrows within. */
export function EditorToolbar({ hands, onLink, children }: EditorToolbarProps) {
  const edit: EditorHands['edit'] = (change) => hands.current?.edit(change);
  const around = (mark: string, words: string) => () => edit((text, from, to) => surround(text, from, to, mark, words));
  const lines = (prefix: string) => () => edit((text, from, to) => prefixLines(text, from, to, prefix));
  const block = (words: string) => () => edit((text, _from, to) => paragraphBehind(text, to, words));
  const tools: { label: string; icon: ReactNode; run: () => void }[] = [
    { label: 'Heading', icon: <Heading aria-hidden />, run: lines('## ') },
    { label: 'Strong', icon: <Bold aria-hidden />, run: around('**', 'strong') },
    { label: 'Emphasis', icon: <Italic aria-hidden />, run: around('*', 'words') },
    { label: 'Code', icon: <Code aria-hidden />, run: around('`', 'code') },
    { label: 'Link to something', icon: <LinkIcon aria-hidden />, run: onLink },
    { label: 'List', icon: <List aria-hidden />, run: lines('- ') },
    { label: 'Task list', icon: <ListChecks aria-hidden />, run: lines('- [ ] ') },
    { label: 'Quote', icon: <Quote aria-hidden />, run: lines('> ') },
    { label: 'Table', icon: <Table aria-hidden />, run: block(TABLE) },
    { label: 'Diagram', icon: <Workflow aria-hidden />, run: block(DIAGRAM) },
  ];
  return (
    <Toolbar.Root className="editor-toolbar" aria-label="Format">
      {tools.map(({ label, icon, run }) => (
        <Toolbar.Button key={label} asChild>
          <IconButton label={label} size="sm" icon={icon} onClick={run} />
        </Toolbar.Button>
      ))}
      {children}
    </Toolbar.Root>
  );
}
