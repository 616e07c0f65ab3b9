import { notify } from '@chapterhouse/ui/toast';

/** Copies it and says so; where the browser does not let a page copy (no https, or forbidden), says `otherwise`. */
export async function copyText(text: string, said: { title: string; detail?: string | undefined }, otherwise: string) {
  try {
    await navigator.clipboard.writeText(text);
    notify({ title: said.title, ...(said.detail !== undefined && { detail: said.detail }) });
  } catch {
    notify({ title: 'The browser does not let this page copy.', detail: otherwise });
  }
}

/** The whole address of one of our pages, for a chat or a mail; it can still be copied by hand from the notice. @param to the path */
export async function copyLink(to: string, of: string, title?: string): Promise<void> {
  const address = new URL(to, window.location.href).href;
  await copyText(address, { title: `The link to ${of} is copied.`, detail: title }, address);
}
