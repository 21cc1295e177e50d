import { useState, type SubmitEvent } from 'react';
import { useMutation, useQuery } from 'urql';
import { useLanguage, useWords } from '../app/language';
import { nameIn } from '../app/names';
import { Button } from '../design/button';
import { Field } from '../design/field';
import { Notice } from '../design/notice';
import { ClaimOrganization, FindOrganizations, type Found } from './documents';
import styles from './join.module.css';
import { registryWords } from './words';

/** By name in the register; a manager of its province decides whether the person is of it. */
export function FindAndClaim() {
  const words = useWords(registryWords);
  const { language } = useLanguage();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  const [claimed, setClaimed] = useState<Found>();
  const [{ data, fetching }] = useQuery({ query: FindOrganizations, variables: { text: asked }, pause: asked === '' });
  const [{ error, fetching: isClaiming }, claim] = useMutation(ClaimOrganization);

  const search = (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(text.trim());
  };
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
  const found = asked === '' ? undefined : data?.organizations;
  return (
    <>
      <form className={styles.form} onSubmit={search} role="search">
        <Field
          label={words.name}
          hint={words.findHint}
          value={text}
          maxLength={200}
          required
          onChange={({ target }) => setText(target.value)}
        />
        <Button type="submit" disabled={fetching}>
          {words.search}
        </Button>
      </form>
      {error && <Notice kind="bad" title={error.graphQLErrors[0]?.message ?? error.message} />}
      {found?.totalCount === 0 && <p role="status">{words.foundNone}</p>}
      {found && found.totalCount > 0 && (
        <ul className={styles.found} aria-label={words.find}>
          {found.nodes.map((one) => (
            <li key={one.id}>
              <strong id={`found-${one.id}`}>{one.name}</strong>
              <span>
                {[words.kind[one.kind], one.commune, nameIn(language, one.province)].filter(Boolean).join(', ')}
              </span>
              <Button disabled={isClaiming} aria-describedby={`found-${one.id}`} onClick={() => void ask(one)}>
                {words.claim}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {found && found.totalCount > found.nodes.length && <p>{words.foundMore(found.nodes.length, found.totalCount)}</p>}
    </>
  );
}
