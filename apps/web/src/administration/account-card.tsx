import { useState } from 'react';
import { instantText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { nameIn } from '../app/names';
import { useOnline } from '../app/network';
import { useSession } from '../app/session';
import { Button } from '../design/button';
import { ItemCard } from '../design/card';
import { Tag } from '../design/tag';
import styles from './administration.module.css';
import type { Account } from './documents';
import { RoleDialog } from './role-dialog';
import { administrationWords } from './words';

const KINDS = { ADMINISTRATOR: 'bad', PROGRAM_MANAGER: 'warn', TRADER: 'plain' } as const;

interface AccountCardProps {
  readonly account: Account;
  readonly onChanged: () => void;
}

export function AccountCard({ account, onChanged }: AccountCardProps) {
  const words = useWords(administrationWords);
  const { language } = useLanguage();
  const isOnline = useOnline();
  const me = useSession()?.userId;
  const [isOpen, setOpen] = useState(false);
  const { id, login, role, organization, provinces, roleDecision } = account;
  const names = provinces.map((province) => nameIn(language, province)).join(', ');
  return (
    <ItemCard
      title={
        <strong className={styles.login}>
          {login}
          {id === me && ` (${words.you})`}
        </strong>
      }
      tag={<Tag kind={KINDS[role]}>{words.roles[role]}</Tag>}
    >
      {role === 'TRADER' && <p>{organization ? words.actsFor(organization.name) : words.actsForNobody}</p>}
      {role === 'PROGRAM_MANAGER' && <p>{words.answersFor(names || words.whole)}</p>}
      {roleDecision && (
        <p>{words.decided(roleDecision.decidedBy ?? words.somebody, instantText(roleDecision.at, language))}</p>
      )}
      {!organization && (
        <Button
          kind="quiet"
          disabled={!isOnline}
          aria-label={`${words.change}: ${login}`}
          onClick={() => setOpen(true)}
        >
          {words.change}
        </Button>
      )}
      {isOpen && <RoleDialog account={account} onClose={() => setOpen(false)} onChanged={onChanged} />}
    </ItemCard>
  );
}
