/** The house's colours by Mermaid's names for them; it works the others out from these. */
const COLOURS = {
  background: '--ch-surface',
  primaryColor: '--ch-accent-soft',
  primaryBorderColor: '--ch-accent-line',
  primaryTextColor: '--ch-text',
  secondaryColor: '--ch-sunken',
  secondaryBorderColor: '--ch-line-strong',
  secondaryTextColor: '--ch-text',
  tertiaryColor: '--ch-surface',
  tertiaryBorderColor: '--ch-line-strong',
  tertiaryTextColor: '--ch-text',
  lineColor: '--ch-text-muted',
  textColor: '--ch-text',
  titleColor: '--ch-text',
  noteBkgColor: '--ch-attention-soft',
  noteBorderColor: '--ch-attention-line',
  noteTextColor: '--ch-text',
  edgeLabelBackground: '--ch-surface',
  errorBkgColor: '--ch-danger-soft',
  errorTextColor: '--ch-text',
};

/** Settings for Mermaid's `base` theme, in the scheme that is shown now. */
export function coloursOf(dark: boolean): Record<string, string | boolean> {
  const probe = document.createElement('span');
  probe.hidden = true;
  document.body.append(probe);
  const read = (token: string) => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const colours = Object.entries(COLOURS).map(([name, token]): [string, string] => [name, read(token)]);
  probe.remove();
  // Where nothing is laid out there is no colour: Mermaid keeps its own.
  return { darkMode: dark, ...Object.fromEntries(colours.filter(([, colour]) => colour.startsWith('rgb'))) };
}
