import { useState } from 'react';
import { useMutation } from 'urql';
import { useWords } from '../app/language';
import { Notice } from '../design/notice';
import { ClaimOrganization, type Found } from './documents';
import { FindOrganization } from './find-organization';
import { registryWords } from './words';

/** By name in the register; a manager of its province decides whether the person is of it. */
export function FindAndClaim() {
  const words = useWords(registryWords);
  const [claimed, setClaimed] = useState<Found>();
  const [{ error, fetching }, claim] = useMutation(ClaimOrganization);

  const ask = async (one: Found) => {
    const { data: granted } = await claim({ organizationId: one.id });
    if (granted) setClaimed(one);
  };
  if (claimed)
    return (
      <Notice kind="good" icon="check" title={words.claimed(claimed.name)}>
        <p>{words.claimedWhy}</p>
      </Notice>
    );
  return (
    <>
      {error && <Notice kind="bad" title={error.graphQLErrors[0]?.message ?? error.message} />}
      <FindOrganization
        action={words.claim}
        isBusy={fetching}
        none={words.foundNone}
        onChoose={(one) => void ask(one)}
      />
    </>
  );
}
