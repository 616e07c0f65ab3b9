/** People as a line names them. */
export interface WrittenPeople {
  /** Handles without their @, names as they are. */
  names: string[];
  /** What the line says besides; empty mostly. */
  remark: string;
}

/** Says that there is nobody, or nothing. */
const NOBODY = /^(?:tbd|n\/?a|none|nobody|-+|–|—|\?+|\.\.\.|…)$/iu;
const QUOTES = /^[\s"'“”‘’`]+|[\s"'“”‘’`]+$/gu;
const HANDLE = /@([A-Za-z0-9](?:[A-Za-z0-9./_-]*[A-Za-z0-9_])?)/gu;

export function saysNothing(text: string): boolean {
  const plain = text.replaceAll(QUOTES, '');
  return plain === '' || NOBODY.test(plain);
}

/**
 * Reads `@ana`, `“@ana”`, `Ana Roth`, `@ana - for the network part`, `with input from @ana, @ben`. A line with handles is
 * these people and, when it says more, a remark; any other line is one name.
 */
export function readWrittenPeople(text: string): WrittenPeople {
  const plain = text.replaceAll(QUOTES, '').replaceAll(/\s+/gu, ' ');
  if (saysNothing(plain)) return { names: [], remark: '' };
  const isAddress = /^[^@\s]+@[^@\s]+$/u.test(plain) || /<[^@\s]+@[^@\s]+>/u.test(plain);
  const handles = isAddress ? [] : [...plain.matchAll(HANDLE)].flatMap(([, handle]) => handle ?? []);
  if (handles.length === 0) return { names: [plain], remark: '' };
  const rest = plain.replaceAll(HANDLE, '').replaceAll(/[\s,;&]+|\band\b/gu, '');
  return { names: handles, remark: rest === '' ? '' : plain };
}
