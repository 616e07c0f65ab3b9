import { LineCounter, parseDocument } from 'yaml';
import { yamlTooCostly } from './yaml-cost.js';

/** How often anchors may be repeated: enough for defaults, too few for a bomb. */
const MOST_ALIASES = 20;

export interface Problem {
  /** From 1. */
  line: number;
  what: string;
}

export interface Fields {
  values: Map<string, unknown>;
  /** Where each field of the top stands, from 1. */
  lines: Map<string, number>;
  problems: Problem[];
}

export interface FrontMatter extends Fields {
  /** What follows it; as many lines as before, so that lines keep their numbers. */
  body: string;
  /** Where that begins in the file. */
  start: number;
}

/** Takes a file's front matter off. Only `---` opens it: an engine that is named behind (`---js`) is never asked. */
export function readFrontMatter(source: string): FrontMatter {
  const engine = /^---[ \t]*([^\s-][^\n]*)\n/u.exec(source);
  if (engine !== null) {
    const what = `Front matter of the kind “${engine[1]?.trim().slice(0, 50)}” is not read: only YAML is.`;
    const end = /\n---[ \t]*(?:\n|$)/u.exec(source);
    const start = end === null ? source.length : end.index + end[0].length;
    const body = end === null ? '' : blank(source, start);
    return { values: new Map(), lines: new Map(), problems: [{ line: 1, what }], body, start };
  }
  const found = /^---[ \t]*\n(.*?)(?:^|\n)---[ \t]*(?:\n|$)/su.exec(source);
  if (found === null) return { values: new Map(), lines: new Map(), problems: [], body: source, start: 0 };
  const fields = readFields(found[1] ?? '', 1);
  return { ...fields, body: blank(source, found[0].length), start: found[0].length };
}

/**
 * YAML that may come from anybody as the fields of its top: no tags, no repeated keys, few aliases.
 * @param above lines before it
 */
export function readFields(yaml: string, above = 0): Fields {
  const counter = new LineCounter();
  const result: Fields = { values: new Map(), lines: new Map(), problems: [] };
  const tooCostly = yamlTooCostly(yaml);
  if (tooCostly !== null) {
    result.problems.push({ line: above + 1, what: firstLine(tooCostly) });
    return result;
  }
  try {
    const document = parseDocument(yaml, {
      lineCounter: counter,
      uniqueKeys: true,
      strict: true,
      schema: 'core',
      // Each would look for its place from the beginning: thousands of them take minutes.
      prettyErrors: false,
    });
    // A warning is a tag that YAML's core does not know: it could name a type or an engine.
    for (const { pos, message } of [...document.errors, ...document.warnings])
      result.problems.push({ line: counter.linePos(pos[0]).line + above, what: firstLine(message) });
    if (result.problems.length > 0) return result;
    const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      result.values = new Map(Object.entries(value));
    else if (value !== null) result.problems.push({ line: above + 1, what: 'This must be fields with values.' });
  } catch (error) {
    result.problems.push({ line: above + 1, what: firstLine(error instanceof Error ? error.message : '') });
  }
  yaml.split('\n').forEach((text, place) => {
    const key = /^["']?([^\s"':#][^"':]{0,200})["']?\s{0,20}:/u.exec(text)?.[1];
    if (key !== undefined && !result.lines.has(key)) result.lines.set(key, place + 1 + above);
  });
  return result;
}

function blank(source: string, end: number): string {
  return source.slice(0, end).replaceAll(/[^\n]/gu, '') + source.slice(end);
}

function firstLine(message: string): string {
  const line = (message.split('\n', 1)[0] ?? '').replace(/ at line \d+, column \d+:?$/u, '').slice(0, 300);
  return `This YAML cannot be read: ${line}`;
}
