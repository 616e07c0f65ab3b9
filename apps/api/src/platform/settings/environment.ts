import { readFileSync } from 'node:fs';

/** One variable that cannot be used: its name as the operator wrote it, and what to do. Never its value. */
export interface SettingsProblem {
  name: string;
  problem: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The values of `names`, each from NAME or, for secrets kept in files, from the file named by NAME_FILE (its last line
 * break removed). A name that is set but empty is a problem and not "unset": an empty DATABASE_URL must not turn a
 * production server into a trial.
 */
export function collectValues(
  env: Environment,
  names: readonly string[],
): { values: Record<string, string>; problems: SettingsProblem[] } {
  const values: Record<string, string> = {};
  const problems: SettingsProblem[] = [];
  for (const name of names) {
    const direct = env[name];
    const file = env[`${name}_FILE`];
    if (direct !== undefined && file !== undefined) {
      problems.push({ name, problem: `is set twice: keep either ${name} or ${name}_FILE` });
    } else if (file !== undefined) {
      const read = readValueFile(file);
      if ('problem' in read) problems.push({ name: `${name}_FILE`, problem: read.problem });
      else values[name] = read.value;
    } else if (direct !== undefined) {
      if (direct.trim() === '') problems.push({ name, problem: 'is empty: give it a value or remove it' });
      else values[name] = direct.trim();
    }
  }
  return { values, problems };
}

function readValueFile(path: string): { value: string } | { problem: string } {
  if (path === '') return { problem: 'is empty: name a file or remove it' };
  try {
    const value = readFileSync(path, 'utf8').trim();
    return value === '' ? { problem: `names an empty file (${path}): write the value into it` } : { value };
  } catch (error) {
    const reason = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unreadable';
    return { problem: `names a file that cannot be read (${path}, ${reason}): correct the path or its permissions` };
  }
}
