import type { InputRule, Refusal, Result } from '@lienket/platform';
import { GraphQLError } from 'graphql';
import type { Language } from './language.js';
import { INPUT_MESSAGES, MESSAGES, STATE_MESSAGES, type DoorCode } from './messages.js';

/** An error that a client may see as it is: its code, its facts and a sentence in the caller's language. */
export class DoorError extends GraphQLError {}

/** The one place where a refusal becomes a GraphQL error. */
export function refusalError(refusal: Refusal, language: Language): DoorError {
  if (refusal.code === 'INVALID_INPUT') return invalidInputError(language, refusal.rule, refusal.field);
  const ofState = refusal.code === 'INVALID_STATE' ? STATE_MESSAGES[refusal.state ?? ''] : undefined;
  return new DoorError((ofState ?? MESSAGES[refusal.code])[language], { extensions: { ...refusal } });
}

export function invalidInputError(language: Language, rule: InputRule, field?: string): DoorError {
  const subject = field ?? (language === 'vi' ? 'Yêu cầu' : 'The request');
  return new DoorError(`${subject} ${INPUT_MESSAGES[rule][language]}.`, {
    extensions: { code: 'INVALID_INPUT', ...(field !== undefined && { field }) },
  });
}

export const doorError = (
  code: DoorCode,
  language: Language,
  facts: Readonly<Record<string, unknown>> = {},
): DoorError => new DoorError(MESSAGES[code][language], { extensions: { code, ...facts } });

/** What was asked for, or the refusal thrown as the error that the client gets. */
export function answer<T>(result: Result<T>, language: Language): T {
  if (!result.ok) throw refusalError(result.refusal, language);
  return result.value;
}

/** Before execution Apollo answers HTTP 500 unless told otherwise. */
export function asBadRequest(error: DoorError): DoorError {
  return new DoorError(error.message, { extensions: { ...error.extensions, http: { status: 400 } } });
}
