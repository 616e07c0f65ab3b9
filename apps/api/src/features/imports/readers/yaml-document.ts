import type { ImportTally } from '@chapterhouse/domain/imports/import-outcome';
import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';

/** Bytes; the largest organization files that are known have 200 kB. */
const MOST_BYTES = 5 * 1024 * 1024;
/** How often anchors may be repeated: enough for defaults, too few for a bomb. */
const MOST_ALIASES = 50;

/** A YAML text as plain values, with the line that each of them stands in. */
export interface YamlFile {
  value: unknown;
  /** `file:line` of the value at the path, or of what contains it. */
  where(...path: (string | number)[]): string;
}

/**
 * Reads YAML that may come from anybody: no tags, no engines, no repeated keys, few aliases.
 * @returns undefined when it cannot be read; each reason is a problem with its line, and the import is refused
 */
export function readYaml(name: string, content: Uint8Array, tally: ImportTally): YamlFile | undefined {
  if (content.byteLength > MOST_BYTES) {
    tally.refuse(name, `This file is larger than ${MOST_BYTES / 1024 / 1024} MiB, too large for YAML.`);
    return undefined;
  }
  try {
    const lines = new LineCounter();
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, strict: true, logLevel: 'error' });
    // A warning is a tag that YAML's core does not know: it could name a type or an engine.
    for (const { pos, message } of [...document.errors, ...document.warnings])
      tally.refuse(`${name}:${lines.linePos(pos[0]).line}`, firstLine(message));
    if (document.errors.length + document.warnings.length > 0) return undefined;
    return {
      value: document.toJS({ maxAliasCount: MOST_ALIASES }),
      where: (...path) => `${name}:${lines.linePos(offsetOf(document, path)).line}`,
    };
  } catch (error) {
    // Too many aliases, nested too deep, not UTF-8.
    tally.refuse(
      name,
      `This is no YAML that can be read safely: ${firstLine(error instanceof Error ? error.message : '')}`,
    );
    return undefined;
  }
}

function offsetOf(document: Document.Parsed, path: (string | number)[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === step);
      if (pair === undefined) break;
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
      if (isMap(node) || isSeq(node) || isScalar(node)) offset = node.range?.[0] ?? offset;
    } else break;
  }
  return offset;
}

function firstLine(message: string): string {
  return (message.split('\n', 1)[0] ?? '').replace(/ at line \d+, column \d+:?$/, '').slice(0, 300);
}
