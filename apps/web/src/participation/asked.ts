import { useEffect, useRef, useState } from 'react';
import type { AnyVariables, TypedDocumentNode } from 'urql';
import { useRemembered } from '../app/remembered';

const MOST_OFTEN_MS = 1000;

/**
 * Like useRemembered, under a name made of what is asked, and asked again where the live figure is newer than the answer.
 * @param moment the instant of the live figure; undefined where nothing is live
 * @param instantOf the instant that an answer is of
 */
export function useAsked<Data, Variables extends AnyVariables>(
  name: string,
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  moment: string | undefined,
  instantOf: (data: Data) => string | undefined,
) {
  const answer = useRemembered(`${name}/${JSON.stringify(variables)}`, query, variables);
  const { data, askAgain } = answer;
  const answeredFor = data && instantOf(data);
  const askedFor = useRef<string>(undefined);
  useEffect(() => {
    if (moment === undefined || answeredFor === undefined || answeredFor >= moment || askedFor.current === moment)
      return;
    askedFor.current = moment;
    askAgain();
  }, [moment, answeredFor, askAgain]);
  return answer;
}

/** The newest value, at most once a second: signatures may come faster than a page can be read. */
export function useCalmed<Value>(value: Value): Value {
  const [shown, show] = useState(value);
  const shownAt = useRef(0);
  useEffect(() => {
    if (value === shown) return;
    const due = setTimeout(
      () => {
        shownAt.current = Date.now();
        show(value);
      },
      Math.max(0, shownAt.current + MOST_OFTEN_MS - Date.now()),
    );
    return () => clearTimeout(due);
  }, [value, shown]);
  return shown;
}
