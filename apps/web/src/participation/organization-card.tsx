import type { ReactNode } from 'react';
import { numberText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { nameIn } from '../app/names';
import { ItemCard } from '../design/card';
import { Tag } from '../design/tag';
import { filterWords } from './filter-words';
import type { OrganizationSummary } from './organization-documents';
import { organizationWords } from './organization-words';
import type { Kind } from './search';

interface OrganizationCardProps {
  readonly organization: OrganizationSummary;
  readonly title: ReactNode;
}

export function OrganizationCard({ organization, title }: OrganizationCardProps) {
  const words = useWords(organizationWords);
  const { takesPart, takesNoPart } = useWords(filterWords);
  const { language } = useLanguage();
  const { kind, commune, province, memberCount, rating, participates } = organization;
  const place = [commune, nameIn(language, province)].filter(Boolean).join(', ');
  return (
    <ItemCard
      title={title}
      tag={<Tag kind={participates ? 'good' : 'plain'}>{participates ? takesPart : takesNoPart}</Tag>}
    >
      <p>
        {kind === 'ENTERPRISE' ? words.enterprise : words.oneOfKind[kind satisfies Kind]} · {place}
      </p>
      <p>
        {memberCount !== null && `${words.members(numberText(memberCount, language))} · `}
        {rating ? words.rated(words.band[rating.band], rating.year) : words.unrated}
      </p>
    </ItemCard>
  );
}
