/** The answer of a use-case: what was asked for, or why the user may not have it. A fault is thrown, never returned. */
export type Result<T, R = Refusal> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: R };

/** Why an operation was refused, with the facts a user needs to act on it. Codes are those of `ErrorCode` in the API. */
export type Refusal =
  | { readonly code: 'UNAUTHENTICATED' }
  | { readonly code: 'FORBIDDEN'; readonly field?: string }
  | { readonly code: 'NOT_FOUND' }
  | { readonly code: 'INVALID_INPUT'; readonly field: string; readonly rule: InputRule }
  | { readonly code: 'INVALID_STATE'; readonly state: string | null }
  | {
      readonly code: 'INSUFFICIENT_QUANTITY';
      readonly availableKg: string;
      readonly lineId: string;
      readonly listingId?: string;
      readonly demandId?: string;
    }
  | { readonly code: 'CONFLICT' }
  | { readonly code: 'RATE_LIMITED'; readonly retryAfterSeconds: number };

/** Which rule an input broke; the door has a sentence for each in both languages. */
export type InputRule = 'FORM' | 'RANGE' | 'UNKNOWN' | 'WRONG' | 'TAKEN' | 'ORDER' | 'MISMATCH' | 'TOO_MANY';

export const accept = <T>(value: T): Result<T, never> => ({ ok: true, value });
export const refuse = <const R extends Refusal>(refusal: R): Result<never, R> => ({ ok: false, refusal });
export const invalid = (field: string, rule: InputRule): Result<never> =>
  refuse({ code: 'INVALID_INPUT', field, rule });
