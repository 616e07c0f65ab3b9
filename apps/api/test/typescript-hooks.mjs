/**
 * `node --import ./typescript-hooks.mjs file.ts` runs the sources without a build, as jest does: for processes that a
 * test run starts beside itself. Types are not checked.
 */
import { existsSync } from 'node:fs';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { transformFile } from '@swc/core';

// Node runs this file a second time on its thread for hooks.
if (isMainThread) register(import.meta.url);

const domain = /^@chapterhouse\/(domain|testing)\/(.*)$/;
const typescript = { syntax: 'typescript', decorators: true };
const transform = { legacyDecorator: true, decoratorMetadata: true };

export async function resolve(specifier, context, next) {
  const shared = domain.exec(specifier);
  if (shared) return next(new URL(`../../../packages/${shared[1]}/src/${shared[2]}.ts`, import.meta.url).href, context);
  if (/^\.{1,2}\/.*\.js$/.test(specifier) && context.parentURL?.endsWith('.ts')) {
    const source = new URL(specifier.replace(/js$/, 'ts'), context.parentURL);
    if (existsSync(source)) return next(source.href, context);
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
  const { code } = await transformFile(fileURLToPath(url), {
    jsc: { target: 'es2023', parser: typescript, transform },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  });
  return { format: 'module', source: code, shortCircuit: true };
}
