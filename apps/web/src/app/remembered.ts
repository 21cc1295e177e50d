import { get, set } from 'idb-keyval';
import { useEffect, useState } from 'react';
import { useQuery, type AnyVariables, type TypedDocumentNode } from 'urql';
import { codeOf } from './client';
import { currentSession } from './session';

interface Remembered<Data> {
  readonly data: Data | undefined;
  /** Asked and neither answered nor remembered. */
  readonly isMissing: boolean;
  readonly isWaiting: boolean;
  /** What is known answers what was asked before; this answer is on its way. */
  readonly isOfBefore: boolean;
  /** The API's code, where it answered that it won't. */
  readonly refusal: string | undefined;
  readonly askAgain: () => void;
}

/** Like useQuery, and where the API can't be reached the answer before, from the device. By person, under a name of its own. */
export function useRemembered<Data, Variables extends AnyVariables>(
  name: string,
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Remembered<Data> {
  const key = `answer/${currentSession()?.userId ?? ''}/${name}`;
  const [{ data, error, fetching, operation }, ask] = useQuery<Data, Variables>({ query, variables } as never);
  const [before, setBefore] = useState<Data>();
  const [hasLooked, setHasLooked] = useState(false);

  useEffect(() => {
    void get<Data>(key).then((kept) => {
      setBefore(kept);
      setHasLooked(true);
    });
  }, [key]);
  useEffect(() => {
    // While another question is on its way, the data is still the answer to the one before.
    if (data !== undefined && !error && !fetching) void set(key, data);
  }, [key, data, error, fetching]);

  const known = data ?? before;
  return {
    data: known,
    isMissing: known === undefined && hasLooked && error !== undefined,
    isWaiting: known === undefined && (fetching || !hasLooked),
    isOfBefore: fetching && JSON.stringify(operation?.variables) !== JSON.stringify(variables),
    refusal: codeOf(error),
    askAgain: () => ask({ requestPolicy: 'network-only' }),
  };
}
