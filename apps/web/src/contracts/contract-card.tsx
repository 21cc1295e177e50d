import { Link } from '@tanstack/react-router';
import { dayText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { ItemCard } from '../design/card';
import styles from './contracts.module.css';
import type { ContractSummary } from './documents';
import { LineText } from './line-text';
import { StatusTag } from './status-tag';
import { contractWords } from './words';

interface ContractCardProps {
  readonly contract: ContractSummary;
  readonly organizationId: string;
}

export function ContractCard({ contract, organizationId }: ContractCardProps) {
  const words = useWords(contractWords);
  const { language } = useLanguage();
  const others = contract.parties
    .map(({ organization }) => organization)
    .filter(({ id }) => id !== organizationId)
    .map(({ name }) => name);
  return (
    <ItemCard
      title={
        <Link className={styles.title} to="/contracts/$contractId" params={{ contractId: contract.id }}>
          {words.number(contract.number)}
        </Link>
      }
      tag={<StatusTag contract={contract} organizationId={organizationId} />}
    >
      <p>{words.with(others.join(', '))}</p>
      {contract.lines.map((line) => (
        <LineText key={line.id} line={line} />
      ))}
      <p>{words.days(dayText(contract.startsOn, language), dayText(contract.endsOn, language))}</p>
    </ItemCard>
  );
}
