import { Link } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { numberText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { Page } from '../app/page';
import { useRemembered } from '../app/remembered';
import { useSession } from '../app/session';
import { Unreachable } from '../app/unreachable';
import { consoleWords } from '../app/words';
import { Button, buttonClass } from '../design/button';
import { Cards, Empty, Waiting } from '../design/card';
import { Field } from '../design/field';
import { Select } from '../design/select';
import { AccountCard } from './account-card';
import styles from './administration.module.css';
import { Accounts, type Account } from './documents';
import { administrationWords } from './words';

const ROLES = ['ADMINISTRATOR', 'PROGRAM_MANAGER', 'TRADER'] as const;

interface Asked {
  readonly text: string;
  readonly role: '' | Account['role'];
}

/** Who has an account, and what each may do. */
export function UsersPage() {
  const words = useWords(administrationWords);
  const isAdministrator = useSession()?.role === 'ADMINISTRATOR';
  return (
    <Page title={words.users} back="/">
      {isAdministrator ? <Users /> : <Empty title={words.notForYou} />}
    </Page>
  );
}

function Users() {
  const words = useWords(administrationWords);
  const [typed, setTyped] = useState('');
  const [asked, ask] = useState<Asked>({ text: '', role: '' });
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const look = (next: Asked) => {
    setCursors([]);
    ask(next);
  };
  const find = (event: SubmitEvent) => {
    event.preventDefault();
    look({ ...asked, text: typed.trim() });
  };
  return (
    <>
      <p className={styles.note}>{words.howToAdd}</p>
      <Link to="/administration/$section" params={{ section: 'configuration' }} className={buttonClass('quiet')}>
        {words.configuration}
      </Link>
      <Link to="/administration/$section" params={{ section: 'queues' }} className={buttonClass('quiet')}>
        {words.queues}
      </Link>
      <form role="search" onSubmit={find} className={styles.fields}>
        <Field
          label={words.find}
          type="search"
          hint={words.findHint}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onBlur={() => typed.trim() !== asked.text && look({ ...asked, text: typed.trim() })}
        />
        <Select
          label={words.role}
          value={asked.role}
          onChange={(role) => look({ text: typed.trim(), role: role as Asked['role'] })}
          options={[
            { value: '', label: words.anyRole },
            ...ROLES.map((value) => ({ value, label: words.roles[value] })),
          ]}
        />
      </form>
      <Cards label={words.users}>
        {['', ...cursors].map((after, at) => (
          <Portion
            key={`${JSON.stringify(asked)} ${after}`}
            asked={asked}
            after={after}
            onMore={at === cursors.length ? (next) => setCursors([...cursors, next]) : undefined}
          />
        ))}
      </Cards>
    </>
  );
}

interface PortionProps {
  readonly asked: Asked;
  readonly after: string;
  readonly onMore: ((cursor: string) => void) | undefined;
}

function Portion({ asked: { text, role }, after, onMore }: PortionProps) {
  const words = useWords(administrationWords);
  const { loading } = useWords(consoleWords);
  const { language } = useLanguage();
  const filter = { ...(text !== '' && { text }), ...(role !== '' && { roles: [role] }) };
  const variables = { filter, after: after === '' ? null : after };
  const answer = useRemembered(`accounts/${JSON.stringify(variables)}`, Accounts, variables);
  const page = answer.data?.users;
  if (!page)
    return (
      <li>
        {answer.isWaiting && <Waiting label={loading} rows={4} />}
        {answer.isMissing && <Unreachable onAskAgain={answer.askAgain} />}
      </li>
    );
  const { endCursor, hasNextPage } = page.pageInfo;
  return (
    <>
      {after === '' && (
        <li className={styles.note}>
          {page.totalCount === 0 ? <Empty title={words.nobody} /> : words.found(numberText(page.totalCount, language))}
        </li>
      )}
      {page.nodes.map((account) => (
        <AccountCard key={account.id} account={account} onChanged={answer.askAgain} />
      ))}
      {onMore && hasNextPage && endCursor != null && (
        <li>
          <Button onClick={() => onMore(endCursor)}>{words.more}</Button>
        </li>
      )}
    </>
  );
}
