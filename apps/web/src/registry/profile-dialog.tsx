import { useState, type SubmitEvent } from 'react';
import { useMutation } from 'urql';
import { useWords } from '../app/language';
import { SendOrLeave } from '../contracts/send-or-leave';
import { Chips } from '../design/chips';
import { Dialog } from '../design/dialog';
import { Field } from '../design/field';
import { UpdateOrganization, type ChainRole, type OwnOrganization } from './documents';
import styles from './profile.module.css';
import { memberCountIn } from './typed-profile';
import { registryWords } from './words';

interface ProfileDialogProps {
  readonly organization: OwnOrganization;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** What an owner may say of the organization; province and kind change by its manager. */
export function ProfileDialog({ organization, onSaved, onClose }: ProfileDialogProps) {
  const words = useWords(registryWords);
  const [{ fetching, error }, update] = useMutation(UpdateOrganization);
  const [name, setName] = useState(organization.name);
  const [commune, setCommune] = useState(organization.commune ?? '');
  const [roles, setRoles] = useState<readonly ChainRole[]>(organization.chainRoles);
  const [members, setMembers] = useState(String(organization.memberCount ?? ''));
  const [contactName, setContactName] = useState(organization.contact?.name ?? '');
  const [contactPhone, setContactPhone] = useState(organization.contact?.phone ?? '');
  const [hasTried, setTried] = useState(false);
  const memberCount = memberCountIn(members);

  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '' || roles.length === 0 || memberCount === undefined) return;
    const input = {
      name: name.trim(),
      commune: commune.trim() || null,
      chainRoles: [...roles],
      memberCount,
      contactName: contactName.trim() || null,
      contactPhone: contactPhone.trim() || null,
    };
    const { data } = await update({ id: organization.id, input });
    if (data) onSaved();
  };

  return (
    <Dialog title={words.change} onClose={onClose}>
      <form onSubmit={(event) => void save(event)} noValidate>
        <Field
          label={words.name}
          value={name}
          maxLength={200}
          fault={hasTried && name.trim() === '' ? words.needed : undefined}
          onChange={({ target }) => setName(target.value)}
        />
        <Field
          label={words.commune}
          value={commune}
          maxLength={200}
          onChange={({ target }) => setCommune(target.value)}
        />
        <RoleChips roles={roles} onChoose={setRoles} />
        {hasTried && roles.length === 0 && <p role="alert">{words.needed}</p>}
        {organization.kind !== 'ENTERPRISE' && (
          <Field
            label={words.members}
            inputMode="numeric"
            value={members}
            fault={hasTried && memberCount === undefined ? words.wrongCount : undefined}
            onChange={({ target }) => setMembers(target.value)}
          />
        )}
        <Field
          label={words.contactName}
          value={contactName}
          maxLength={200}
          onChange={({ target }) => setContactName(target.value)}
        />
        <Field
          label={words.contactPhone}
          hint={words.contactHint}
          inputMode="tel"
          value={contactPhone}
          onChange={({ target }) => setContactPhone(target.value)}
        />
        <SendOrLeave label={words.save} isBusy={fetching} error={error} onLeave={onClose} />
      </form>
    </Dialog>
  );
}

interface RoleChipsProps {
  readonly roles: readonly ChainRole[];
  readonly onChoose: (roles: readonly ChainRole[]) => void;
}

/** One at least. */
export function RoleChips({ roles, onChoose }: RoleChipsProps) {
  const words = useWords(registryWords);
  const chips = Object.entries(words.role).map(([value, label]) => ({ value: value as ChainRole, label }));
  return (
    <div>
      <p className={styles.label} aria-hidden>
        {words.roles}
      </p>
      <Chips
        name="chain-role"
        label={words.roles}
        many
        chips={chips}
        chosen={roles}
        onChoose={(role) => onChoose(roles.includes(role) ? roles.filter((one) => one !== role) : [...roles, role])}
      />
    </div>
  );
}
