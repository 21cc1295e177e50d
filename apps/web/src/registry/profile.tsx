import { useState } from 'react';
import { numberText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { nameIn } from '../app/names';
import { useRemembered } from '../app/remembered';
import { Unreachable } from '../app/unreachable';
import { consoleWords } from '../app/words';
import { Button } from '../design/button';
import { Card, Waiting } from '../design/card';
import { Fact, Facts } from '../design/facts';
import { Notice } from '../design/notice';
import { Tag } from '../design/tag';
import { People } from '../identity/people';
import { MyOrganization, type OwnOrganization } from './documents';
import { ProfileDialog } from './profile-dialog';
import styles from './profile.module.css';
import { registryWords } from './words';

export function Profile({ organizationId }: { readonly organizationId: string }) {
  const words = useWords(registryWords);
  const { loading } = useWords(consoleWords);
  const { data, isWaiting, isMissing, askAgain } = useRemembered('my-organization', MyOrganization, {
    id: organizationId,
  });
  const [isChanging, setChanging] = useState(false);
  const [hasSaved, setSaved] = useState(false);
  if (isWaiting) return <Waiting label={loading} rows={5} />;
  if (isMissing) return <Unreachable onAskAgain={askAgain} />;
  const organization = data?.organization;
  if (!organization) return null;
  const isOwner = data.me?.organizationRole === 'OWNER';
  return (
    <>
      {hasSaved && <Notice kind="good" icon="check" title={words.saved} />}
      {organization.status === 'PENDING' && <Notice kind="warn" icon="clock" title={words.pendingWhy} />}
      {organization.status === 'SUSPENDED' && <Notice kind="warn" title={words.suspendedWhy} />}
      <Card>
        <Known organization={organization} />
        {isOwner ? (
          <Button onClick={() => setChanging(true)}>{words.change}</Button>
        ) : (
          <p className={styles.aside}>{words.ownersOnly}</p>
        )}
      </Card>
      <People organizationId={organizationId} isOwner={isOwner} />
      {isChanging && (
        <ProfileDialog
          organization={organization}
          onClose={() => setChanging(false)}
          onSaved={() => {
            setChanging(false);
            setSaved(true);
          }}
        />
      )}
    </>
  );
}

function Known({ organization }: { readonly organization: OwnOrganization }) {
  const words = useWords(registryWords);
  const { language } = useLanguage();
  const { kind, name, status, taxCode, province, commune, chainRoles, memberCount, memberOf, rating, contact } =
    organization;
  const place = [commune, nameIn(language, province)].filter(Boolean).join(', ');
  const reached = [contact?.name, contact?.phone, contact?.email].filter(Boolean).join(', ');
  return (
    <>
      <div className={styles.head}>
        <h2>{name}</h2>
        <Tag kind={status === 'ACTIVE' ? 'good' : 'warn'}>{words.status[status]}</Tag>
      </div>
      <Facts>
        <Fact term={words.kindLabel}>{words.kind[kind]}</Fact>
        <Fact term={words.province}>{place}</Fact>
        <Fact term={words.roles}>{chainRoles.map((role) => words.role[role]).join(', ')}</Fact>
        <Fact term={words.taxCode}>{taxCode ?? words.none}</Fact>
        {kind !== 'ENTERPRISE' && (
          <Fact term={words.members}>{memberCount === null ? words.none : numberText(memberCount, language)}</Fact>
        )}
        {memberOf && <Fact term={words.union}>{memberOf.name}</Fact>}
        {rating && (
          <Fact term={words.rating}>
            {words.rated(numberText(Number(rating.score), language), words.band[rating.band], rating.year)}
          </Fact>
        )}
        <Fact term={words.contact}>{reached || words.none}</Fact>
      </Facts>
    </>
  );
}
