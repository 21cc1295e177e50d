import { z } from 'zod';
import { allocate } from './allocate.js';
import { problemSchema, type Plan } from './problem.js';
import { readProblem } from './read-problem.js';

/** The answer to a problem's text, as JSON. @throws UnsoundProblem */
export const answerTo = (text: string): string => written(allocate(readProblem(text)));

/** What is read, as JSON schema. */
export const schemaText = (): string => JSON.stringify(z.toJSONSchema(problemSchema, { io: 'input' }), null, 2);

/** Whole numbers with all their digits, also those that JSON.stringify doesn't know. */
function written({ objective, bound, ...others }: Plan): string {
  return `{"objective":${objective},"bound":${bound},${JSON.stringify(others).slice(1)}`;
}
