import mermaid from 'mermaid';
import { coloursOf } from './diagram-colours';
import { reasonOf, withoutTags } from './diagram-words';
import { TookTooLong, withinTime } from './drawing-time';
import { safeSvg } from './safe-svg';

export type Drawn = { svg: SVGSVGElement; problem: null } | { svg: null; problem: string };

/** More than a person can look at; a text may be made to keep the browser busy. */
const LONGEST = 20_000;
const MOST_LINES = 600;
const MOST_EDGES = 400;
/** Milliseconds; the page stands still for as long as a diagram is drawn. */
const LONGEST_TIME = 3_000;
/** Nothing of these may be changed by the text of a diagram (`%%{init: …}%%`, front matter). */
const OURS = [
  'secure',
  'securityLevel',
  'startOnLoad',
  'maxTextSize',
  'maxEdges',
  'suppressErrorRendering',
  'htmlLabels',
  'flowchart',
  'theme',
  'themeCSS',
  'themeVariables',
  'fontFamily',
  'altFontFamily',
  'dompurifyConfig',
  'arrowMarkerAbsolute',
  'deterministicIds',
];

let number = 0;
/** There is one Mermaid, with one set of settings: diagrams are drawn one after the other. */
let queue: Promise<unknown> = Promise.resolve();

/** Draws a diagram as a picture in which nothing runs; loaded only where there is one. */
export function drawDiagram(text: string, dark: boolean): Promise<Drawn> {
  const drawn = queue.then(() => draw(text, dark));
  queue = drawn.catch(() => {});
  return drawn;
}

async function draw(text: string, dark: boolean): Promise<Drawn> {
  if (text.length > LONGEST) return { svg: null, problem: `It has more than ${LONGEST} characters. Split it.` };
  if (text.split(/[\n;]/).length > MOST_LINES)
    return { svg: null, problem: `It has more than ${MOST_LINES} lines. Split it.` };
  const colours = coloursOf(dark);
  const ink = colours['textColor'];
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    suppressErrorRendering: true,
    htmlLabels: false,
    flowchart: { htmlLabels: false },
    journey: { textPlacement: 'tspan', ...(typeof ink === 'string' && { sectionColours: [ink] }) },
    gantt: { useWidth: 720 },
    maxTextSize: LONGEST,
    maxEdges: MOST_EDGES,
    theme: 'base',
    themeVariables: colours,
    fontFamily: 'system-ui, sans-serif',
    secure: OURS,
  });
  const words = withoutTags(text);
  try {
    await mermaid.parse(words);
    // Only now is the code of its kind there: how long that takes is not the text's doing.
    const { svg } = await withinTime(LONGEST_TIME, () => mermaid.render(`diagram-${++number}`, words));
    const safe = safeSvg(svg);
    return safe ? { svg: safe, problem: null } : { svg: null, problem: 'It came out as no picture.' };
  } catch (error) {
    if (error instanceof TookTooLong) return { svg: null, problem: 'It takes too long to draw. Split it.' };
    return { svg: null, problem: reasonOf(error, text) };
  }
}
