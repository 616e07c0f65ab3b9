import type { KeyboardEvent } from 'react';

/** Ctrl or Cmd and Enter send a form from any of its fields; a field that sends by itself has said so already. */
export function sendByKey(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.defaultPrevented || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}
