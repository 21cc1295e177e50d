import { useState, type SubmitEvent } from 'react';
import { useMutation } from 'urql';
import { askingOnce } from '../app/client';
import { useKeyOf } from '../app/key-of';
import { useLanguage, useWords } from '../app/language';
import { nameIn } from '../app/names';
import { PlacesAndGoods } from '../app/places-and-goods';
import { useRemembered } from '../app/remembered';
import type { Session } from '../app/session';
import { Button } from '../design/button';
import { Chips } from '../design/chips';
import { Field } from '../design/field';
import { Notice } from '../design/notice';
import { Select } from '../design/select';
import { RegisterOrganization, type ChainRole, type Kind } from './documents';
import styles from './join.module.css';
import { CommuneField, MembersField, NameField, RolesField } from './profile-fields';
import { memberCountIn, taxCodeIn } from './typed-profile';
import { registryWords } from './words';

interface RegisterFormProps {
  readonly onRegistered: (organization: NonNullable<Session['organization']>) => void;
}

/** What must be known of a new one; the rest is said in its profile. */
export function RegisterForm({ onRegistered }: RegisterFormProps) {
  const words = useWords(registryWords);
  const { language } = useLanguage();
  const keyOf = useKeyOf();
  const { data } = useRemembered('places-and-goods', PlacesAndGoods, {});
  const [{ fetching, error }, register] = useMutation(RegisterOrganization);
  const [kind, setKind] = useState<Kind>('COOPERATIVE');
  const [name, setName] = useState('');
  const [provinceCode, setProvince] = useState('');
  const [commune, setCommune] = useState('');
  const [roles, setRoles] = useState<readonly ChainRole[]>(['PRODUCER']);
  const [tax, setTax] = useState('');
  const [members, setMembers] = useState('');
  const [hasTried, setTried] = useState(false);
  const taxCode = taxCodeIn(tax);
  const memberCount = memberCountIn(members);
  const isWhole = name.trim() !== '' && provinceCode !== '' && roles.length > 0;

  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isWhole || taxCode === undefined || memberCount === undefined) return;
    const input = {
      kind,
      name: name.trim(),
      taxCode,
      provinceCode,
      commune: commune.trim() || null,
      chainRoles: [...roles],
      memberCount: kind === 'ENTERPRISE' ? null : memberCount,
    };
    const { data: registered } = await register({ input }, askingOnce(keyOf(input)));
    if (registered) onRegistered(registered.registerOrganization);
  };
  const provinces = (data?.provinces ?? []).map((one) => ({ value: one.code, label: nameIn(language, one) }));

  return (
    <form className={styles.form} onSubmit={(event) => void send(event)} noValidate>
      <Chips
        name="kind"
        label={words.kindLabel}
        chips={Object.entries(words.kind).map(([value, label]) => ({ value: value as Kind, label }))}
        chosen={[kind]}
        onChoose={setKind}
      />
      <NameField value={name} onChange={setName} hasTried={hasTried} />
      <Select
        label={words.province}
        value={provinceCode}
        options={[{ value: '', label: '—' }, ...provinces]}
        onChange={setProvince}
      />
      {hasTried && provinceCode === '' && <p role="alert">{words.needed}</p>}
      <CommuneField value={commune} onChange={setCommune} />
      <RolesField roles={roles} onChoose={setRoles} hasTried={hasTried} />
      <Field
        label={words.taxCode}
        hint={words.taxCodeHint}
        inputMode="numeric"
        value={tax}
        fault={hasTried && taxCode === undefined ? words.wrongTaxCode : undefined}
        onChange={({ target }) => setTax(target.value)}
      />
      {kind !== 'ENTERPRISE' && <MembersField value={members} onChange={setMembers} hasTried={hasTried} />}
      {error && <Notice kind="bad" title={error.graphQLErrors[0]?.message ?? error.message} />}
      <Button kind="primary" type="submit" disabled={fetching}>
        {words.register}
      </Button>
    </form>
  );
}
