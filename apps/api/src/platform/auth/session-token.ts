import { createHash, createHmac, randomBytes } from 'node:crypto';

const FORM = /^([0-9a-f]{32})\.([A-Za-z0-9_-]{43})$/;

/** A secret that names its organization, so that its row is found inside that organization's walls. */
export interface SecretToken {
  organizationId: string;
  hash: Buffer;
}

/** 256 random bits for a session or an invitation. Only its hash, keyed with SESSION_SECRET, is stored. */
export function newSecret(organizationId: string, key: string): SecretToken & { text: string } {
  const secret = randomBytes(32).toString('base64url');
  return { text: `${organizationId.replaceAll('-', '')}.${secret}`, organizationId, hash: keyed(key, secret) };
}

/** Undefined when the text has not the form of one of our secrets. */
export function readSecret(text: string | undefined, key: string): SecretToken | undefined {
  const match = FORM.exec(text ?? '');
  if (!match?.[1] || !match[2]) return undefined;
  const organizationId = match[1].replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { organizationId, hash: keyed(key, match[2]) };
}

export function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function keyed(key: string, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
