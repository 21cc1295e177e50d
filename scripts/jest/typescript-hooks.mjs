import { existsSync } from 'node:fs';
import { compile } from './compile.cjs';

const LIBS = new URL('../../libs/', import.meta.url);
const GLOBALS = new URL('globals.mjs', import.meta.url);

export function resolve(specifier, context, next) {
  const url = ownModule(specifier, context.parentURL);
  return url ? { url, format: 'module', shortCircuit: true } : next(specifier, context);
}

export function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const { code } = compile(url, { sourceMaps: false });
  return { format: 'module', source: code, shortCircuit: true };
}

function ownModule(specifier, parent) {
  // One for each spec: what it takes from there belongs to its own run.
  if (specifier === '@jest/globals') return `${GLOBALS.href}?of=${parent}`;
  if (specifier.startsWith('@lienket/'))
    return new URL(`${specifier.slice('@lienket/'.length)}/src/index.ts`, LIBS).href;
  if (!specifier.startsWith('.') || !parent?.endsWith('.ts')) return undefined;
  const source = new URL(`${specifier.replace(/\.js$/, '')}.ts`, parent);
  return existsSync(source) ? source.href : undefined;
}
