import type { z } from 'zod';
import { problemSchema, UnsoundProblem, type Problem } from './problem.js';

/** A problem from the text of a file. @throws UnsoundProblem where it isn't JSON, or not of the form that `problemSchema` says */
export function readProblem(text: string): Problem {
  const read = problemSchema.safeParse(parsed(text));
  if (read.success) return read.data;
  const [first] = read.error.issues;
  throw new UnsoundProblem(first ? sentence(first) : 'The problem is not of the form that is asked for.');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UnsoundProblem(`The problem is not JSON: ${(error as SyntaxError).message.replace(/\s+/g, ' ')}.`);
  }
}

function sentence({ path, message }: z.core.$ZodIssue): string {
  const place = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return `${place === '' ? 'The problem' : place.replace(/^\./, '')}: ${message.replace(/\s+/g, ' ').replace(/\.$/, '')}.`;
}
