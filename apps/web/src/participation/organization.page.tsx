import { useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useWords } from '../app/language';
import { Page } from '../app/page';
import { useRemembered } from '../app/remembered';
import { useSession } from '../app/session';
import { Unreachable } from '../app/unreachable';
import { consoleWords } from '../app/words';
import { ContractCard } from '../contracts/contract-card';
import { Cards, Empty, Waiting } from '../design/card';
import { OrganizationCard } from './organization-card';
import { OneOrganization } from './organization-documents';
import { organizationWords } from './organization-words';
import styles from './organizations.module.css';

const Manage = lazy(() => import('../desk/manage').then((room) => ({ default: room.Manage })));

/** One organization, and the contracts by which it takes part. */
export function OrganizationPage() {
  const words = useWords(organizationWords);
  const { loading } = useWords(consoleWords);
  const { organizationId } = useParams({ from: '/signed-in/participation/organizations/$organizationId' });
  const answer = useRemembered(`organization/${organizationId}`, OneOrganization, { id: organizationId });
  const { organization, contracts } = answer.data ?? {};
  const mayManage = useSession()?.role !== 'TRADER';
  return (
    <Page title={organization?.name ?? words.organizations} back="/participation/organizations">
      {answer.isWaiting && <Waiting label={loading} rows={4} />}
      {answer.isMissing && <Unreachable onAskAgain={answer.askAgain} />}
      {organization === null && <Empty title={words.noSuchOrganization} />}
      {organization && contracts && (
        <>
          <Cards>
            <OrganizationCard organization={organization} title={<h2>{words.profile}</h2>} />
          </Cards>
          {mayManage && (
            <Suspense fallback={<Waiting label={loading} rows={1} />}>
              <Manage organizationId={organization.id} />
            </Suspense>
          )}
          <h2 className={styles.heading}>{words.contracts}</h2>
          {contracts.nodes.length === 0 && <Empty title={words.noContract} />}
          <Cards label={words.contracts}>
            {contracts.nodes.map((contract) => (
              <ContractCard key={contract.id} contract={contract} organizationId={organization.id} />
            ))}
          </Cards>
          {contracts.totalCount > contracts.nodes.length && (
            <p>{words.newestOf(contracts.nodes.length, contracts.totalCount)}</p>
          )}
        </>
      )}
    </Page>
  );
}
