import { useState, type SubmitEvent } from 'react';
import { useMutation } from 'urql';
import { askingOnce } from '../app/client';
import { useKeyOf } from '../app/key-of';
import { useWords } from '../app/language';
import { PlacesAndGoods } from '../app/places-and-goods';
import { useRemembered } from '../app/remembered';
import { changeSession, useSession } from '../app/session';
import { Button } from '../design/button';
import { Chips } from '../design/chips';
import { Dialog } from '../design/dialog';
import { Notice } from '../design/notice';
import { Several } from '../design/several';
import { SetUserRole, type Account } from './documents';
import { administrationWords } from './words';

const ROLES = ['TRADER', 'PROGRAM_MANAGER', 'ADMINISTRATOR'] as const;

interface RoleDialogProps {
  readonly account: Account;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

export function RoleDialog({ account, onClose, onChanged }: RoleDialogProps) {
  const words = useWords(administrationWords);
  const session = useSession();
  const keyOf = useKeyOf();
  const { data } = useRemembered('places-and-goods', PlacesAndGoods, {});
  const [{ fetching, error }, setRole] = useMutation(SetUserRole);
  const [role, choose] = useState(account.role);
  const [codes, setCodes] = useState<readonly string[]>(account.provinces.map(({ code }) => code));
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const wish = { userId: account.id, role, provinceCodes: role === 'PROGRAM_MANAGER' ? [...codes] : [] };
    const answer = await setRole(wish, askingOnce(keyOf(wish)));
    if (!answer.data) return;
    onClose();
    onChanged();
    // What one has made of oneself holds for this page at once.
    if (session?.userId === account.id) changeSession({ role });
  };
  return (
    <Dialog title={words.roleOf(account.login)} onClose={onClose}>
      <form onSubmit={(event) => void send(event)} noValidate>
        <Chips
          name="role"
          label={words.role}
          chosen={[role]}
          onChoose={choose}
          chips={ROLES.map((value) => ({ value, label: words.roles[value] }))}
        />
        <p>{words.whatItMeans[role]}</p>
        {role === 'PROGRAM_MANAGER' && (
          <Several
            label={words.provinces}
            all={words.whole}
            another={words.addAnother}
            chosenLabel={words.chosen}
            offered={data?.provinces ?? []}
            chosen={codes}
            onChange={setCodes}
          />
        )}
        <p>{words.signedOut}</p>
        {error && <Notice kind="bad" title={error.graphQLErrors[0]?.message ?? words.unreachable} />}
        <Button kind="primary" type="submit" disabled={fetching}>
          {words.give}
        </Button>
        <Button onClick={onClose}>{words.leave}</Button>
      </form>
    </Dialog>
  );
}
