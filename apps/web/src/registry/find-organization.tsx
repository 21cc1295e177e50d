import { useState, type SubmitEvent } from 'react';
import { useQuery } from 'urql';
import { useLanguage, useWords } from '../app/language';
import { nameIn } from '../app/names';
import { Button } from '../design/button';
import { Field } from '../design/field';
import { Notice } from '../design/notice';
import { FindOrganizations, type Found } from './documents';
import styles from './join.module.css';
import { registryWords } from './words';

interface FindOrganizationProps {
  /** Whose name is asked for. */
  readonly label?: string;
  /** What the button beside each does with it. */
  readonly action: string;
  readonly isBusy?: boolean;
  /** Said where none is called so. */
  readonly none: string;
  readonly onChoose: (organization: Found) => void;
}

/** One of the register, by a part of its name. */
export function FindOrganization({ label, action, isBusy = false, none, onChoose }: FindOrganizationProps) {
  const words = useWords(registryWords);
  const { language } = useLanguage();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  const [{ data, error, fetching }] = useQuery({
    query: FindOrganizations,
    variables: { text: asked },
    pause: asked === '',
  });

  const search = (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(text.trim());
  };
  const found = asked === '' ? undefined : data?.organizations;
  return (
    <>
      <form className={styles.form} onSubmit={search} role="search">
        <Field
          label={label ?? words.name}
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
      {error && <Notice kind="bad" title={error.graphQLErrors[0]?.message ?? words.notFoundYet} />}
      {found?.totalCount === 0 && <p role="status">{none}</p>}
      {found && found.totalCount > 0 && (
        <ul className={styles.found} aria-label={words.find}>
          {found.nodes.map((one) => (
            <li key={one.id}>
              <strong id={`found-${one.id}`}>{one.name}</strong>
              <span>
                {[words.kind[one.kind], one.commune, nameIn(language, one.province)].filter(Boolean).join(', ')}
              </span>
              <Button disabled={isBusy} aria-describedby={`found-${one.id}`} onClick={() => onChoose(one)}>
                {action}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {found && found.totalCount > found.nodes.length && <p>{words.foundMore(found.nodes.length, found.totalCount)}</p>}
    </>
  );
}
