import { hash, verify } from '@node-rs/argon2';

/** OWASP's argon2id parameters: 19 MiB, 2 passes, 1 lane. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
let ofNobody: Promise<string> | undefined;

export async function hashPassword(password: string): Promise<string> {
  return hash(password, ARGON2ID);
}

/** Takes the same time whether the account exists or not. */
export async function verifyPassword(stored: string | undefined, password: string): Promise<boolean> {
  ofNobody ??= hash('nobody has this password', ARGON2ID);
  const matches = await verify(stored ?? (await ofNobody), password);
  return stored !== undefined && matches;
}
