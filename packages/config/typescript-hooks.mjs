/**
 * `node --import …/typescript-hooks.mjs file.ts` runs the sources without a build: for tests that share their modules
 * (jest-shared/runtime.cjs), and for processes that a test run starts beside itself. Types are not checked.
 */
import { existsSync } from 'node:fs';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { transformFile } from '@swc/core';

// Node runs this file a second time on its thread for hooks.
if (isMainThread) register(import.meta.url);

const DOMAIN = /^@chapterhouse\/domain\/(.*)$/u;
/** Of one run of a test file, as the runtime asks for it: a module is evaluated once for each address. */
const TYPESCRIPT = /\.ts(\?run=\d+)?$/u;
const GLOBALS = new URL('./jest-shared/globals.mjs', import.meta.url).href;

const parser = { syntax: 'typescript', decorators: true };
const transform = { legacyDecorator: true, decoratorMetadata: true };

export async function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') return { url: GLOBALS, shortCircuit: true };
  const [, shared] = DOMAIN.exec(specifier) ?? [];
  if (shared) return next(new URL(`../domain/src/${shared}.ts`, import.meta.url).href, context);
  if (/^\.{1,2}\/.*\.js$/u.test(specifier) && TYPESCRIPT.test(context.parentURL ?? '')) {
    const source = new URL(specifier.replace(/js$/u, 'ts'), context.parentURL);
    if (existsSync(source)) return next(source.href, context);
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!url.startsWith('file:') || !TYPESCRIPT.test(url)) return next(url, context);
  const { code } = await transformFile(fileURLToPath(url), {
    jsc: { target: 'es2023', parser, transform },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  });
  return { format: 'module', source: code, shortCircuit: true };
}
