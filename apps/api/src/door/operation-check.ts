import { checkArguments } from './argument-check.js';
import type { RequestContext } from './context.js';
import { costOf } from './cost.js';
import type { Forms } from './form.js';
import { checkMutation } from './mutation-check.js';
import type { Operation } from './operation.js';
import { doorError, invalidInputError, type DoorError } from './refusal-error.js';
import { coerceVariables } from './variables.js';

/**
 * What is judged before anything runs, in this order: the form of every value, the cost of the document, a bad token, and
 * what a mutation must keep. The first fault found is thrown, with the path of the field at fault.
 */
export function checkOperation(asked: Operation, forms: Forms, context: RequestContext): void {
  const { language } = context;
  const fail = (error: DoorError): never => {
    throw error;
  };
  const variables = coerceVariables(asked, (field) => fail(invalidInputError(language, 'FORM', field)));
  checkArguments(asked, variables, forms, (field, rule) => fail(invalidInputError(language, rule, field)));
  if (costOf(asked) === 'TOO_MUCH') fail(doorError('QUERY_TOO_COMPLEX', language));
  if (context.fault !== null) throw context.fault;
  if (context.tokenIsBad) fail(doorError('UNAUTHENTICATED', language));
  if (asked.operation.operation === 'mutation') checkMutation(asked, variables, context, fail);
}
