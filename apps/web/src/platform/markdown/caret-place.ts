/** What decides where the words of a text area break. */
const LAYOUT = [
  'boxSizing',
  'width',
  'borderTopWidth',
  'borderRightWidth',
  'borderBottomWidth',
  'borderLeftWidth',
  'paddingTop',
  'paddingRight',
  'paddingBottom',
  'paddingLeft',
  'fontFamily',
  'fontSize',
  'fontStyle',
  'fontWeight',
  'letterSpacing',
  'lineHeight',
  'tabSize',
  'textIndent',
  'textTransform',
  'wordSpacing',
] as const;

/** Where a character of a text area is on the screen: browsers do not tell, so the same words are laid out once more. */
export function placeOf(area: HTMLTextAreaElement, index: number): DOMRect {
  const copy = document.createElement('div');
  const style = getComputedStyle(area);
  for (const name of LAYOUT) copy.style[name] = style[name];
  Object.assign(copy.style, {
    position: 'fixed',
    visibility: 'hidden',
    borderStyle: 'solid',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'break-word',
  });
  const mark = document.createElement('span');
  mark.textContent = '@';
  copy.append(area.value.slice(0, index), mark, area.value.slice(index + 1));
  document.body.append(copy);
  const { x, y } = area.getBoundingClientRect();
  const left = x + mark.offsetLeft - area.scrollLeft;
  const top = y + mark.offsetTop - area.scrollTop;
  const { offsetHeight } = mark;
  copy.remove();
  return DOMRect.fromRect({ x: left, y: top, width: 0, height: offsetHeight });
}
