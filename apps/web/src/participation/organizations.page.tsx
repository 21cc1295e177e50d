import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { numberText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { nameIn } from '../app/names';
import { Page } from '../app/page';
import { PlacesAndGoods } from '../app/places-and-goods';
import { useRemembered } from '../app/remembered';
import { Unreachable } from '../app/unreachable';
import { consoleWords } from '../app/words';
import { Button } from '../design/button';
import { Cards, Empty, Waiting } from '../design/card';
import { dashboardWords } from './dashboard-words';
import styles from './organizations.module.css';
import { organizationsBook } from './excel-address';
import { ExcelButton } from './excel-button';
import { Filters } from './filters';
import { OrganizationCard } from './organization-card';
import { Organizations } from './organization-documents';
import { organizationWords } from './organization-words';
import { KINDS, type ParticipationSearch } from './search';

const FILTERS = ['province', 'kind', 'takesPart'] as const;

/** Who stands behind the figure, and who is missing from it. */
export function OrganizationsPage() {
  const words = useWords(organizationWords);
  const { country } = useWords(dashboardWords);
  const { language } = useLanguage();
  const search = useSearch({ from: '/signed-in/participation/organizations' });
  const names = useRemembered('places-and-goods', PlacesAndGoods, {});
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const province = names.data?.provinces.find(({ code }) => code === search.province);
  return (
    <Page title={words.organizationsOf(province ? nameIn(language, province) : country)} back="/participation">
      <Filters search={search} names={names.data} shown={FILTERS} />
      <ExcelButton address={organizationsBook(search)} />
      <Cards label={words.organizations}>
        {['', ...cursors].map((after, at) => (
          <Portion
            key={`${JSON.stringify(search)} ${after}`}
            search={search}
            after={after}
            onMore={at === cursors.length ? (next) => setCursors([...cursors, next]) : undefined}
          />
        ))}
      </Cards>
    </Page>
  );
}

interface PortionProps {
  readonly search: ParticipationSearch;
  readonly after: string;
  readonly onMore: ((cursor: string) => void) | undefined;
}

function Portion({ search: { province, kind, takesPart }, after, onMore }: PortionProps) {
  const words = useWords(organizationWords);
  const { loading } = useWords(consoleWords);
  const { language } = useLanguage();
  const filter = {
    kinds: kind ? [kind] : [...KINDS],
    ...(province && { provinceCodes: [province] }),
    ...(takesPart && { participates: takesPart === 'yes' }),
  };
  const variables = { filter, after: after === '' ? null : after };
  const answer = useRemembered(`organizations/${JSON.stringify(variables)}`, Organizations, variables);
  const page = answer.data?.organizations;
  if (answer.isWaiting) {
    return (
      <li>
        <Waiting label={loading} rows={5} />
      </li>
    );
  }
  if (!page) {
    return (
      <li>
        <Unreachable onAskAgain={answer.askAgain} />
      </li>
    );
  }
  const { endCursor, hasNextPage } = page.pageInfo;
  return (
    <>
      {after === '' && (
        <li className={styles.count}>
          {page.totalCount === 0 ? (
            <Empty title={words.noOrganization} />
          ) : (
            words.found(numberText(page.totalCount, language))
          )}
        </li>
      )}
      {page.nodes.map((organization) => (
        <OrganizationCard
          key={organization.id}
          organization={organization}
          title={
            <Link
              to="/participation/organizations/$organizationId"
              params={{ organizationId: organization.id }}
              className={styles.name}
            >
              {organization.name}
            </Link>
          }
        />
      ))}
      {onMore && hasNextPage && endCursor != null && (
        <li>
          <Button onClick={() => onMore(endCursor)}>{words.more}</Button>
        </li>
      )}
    </>
  );
}
