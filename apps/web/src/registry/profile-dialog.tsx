import { useState, type SubmitEvent } from 'react';
import { useMutation } from 'urql';
import { useWords } from '../app/language';
import { SendOrLeave } from '../contracts/send-or-leave';
import { Dialog } from '../design/dialog';
import { Field } from '../design/field';
import { UpdateOrganization, type ChainRole, type OwnOrganization } from './documents';
import { CommuneField, MembersField, NameField, RolesField } from './profile-fields';
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
        <NameField value={name} onChange={setName} hasTried={hasTried} />
        <CommuneField value={commune} onChange={setCommune} />
        <RolesField roles={roles} onChoose={setRoles} hasTried={hasTried} />
        {organization.kind !== 'ENTERPRISE' && (
          <MembersField value={members} onChange={setMembers} hasTried={hasTried} />
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
