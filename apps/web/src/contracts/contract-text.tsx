import type { ReactNode } from 'react';
import { dayText } from '../app/amounts';
import { dayOf } from '../app/business-day';
import { useLanguage, useWords } from '../app/language';
import { Card } from '../design/card';
import styles from './contract-text.module.css';
import type { Contract } from './documents';
import { LineText } from './line-text';
import { StatusTag } from './status-tag';
import { contractWords } from './words';

interface ContractTextProps {
  readonly contract: Contract;
  readonly organizationId: string;
}

/** Who, what, how much, when, on which terms: all that a signature agrees to. */
export function ContractText({ contract, organizationId }: ContractTextProps) {
  const words = useWords(contractWords);
  const { language } = useLanguage();
  const { parties, lines, versions, status, validUntil } = contract;
  const version = versions.find((one) => one.version === contract.version);
  return (
    <>
      <p className={styles.status}>
        <StatusTag contract={contract} organizationId={organizationId} />
        {status === 'SIGNED' && <span>{contract.inForce ? words.inForce : words.notInForce}</span>}
        {status === 'OFFERED' && validUntil && <span>{words.validUntil(dayText(validUntil, language))}</span>}
      </p>
      <Card>
        <dl className={styles.text}>
          <Said term={words.parties}>
            {parties.map(({ organization, lead, signedAt }) => (
              <p key={organization.id}>
                {organization.name}
                {lead && ` (${words.lead})`}:{' '}
                {signedAt ? words.signed(dayText(dayOf(signedAt), language)) : words.notSigned}
              </p>
            ))}
          </Said>
          <Said term={words.goods}>
            {lines.map((line) => (
              <LineText key={line.id} line={line} />
            ))}
          </Said>
          <Said term={words.period}>
            <p>{words.days(dayText(contract.startsOn, language), dayText(contract.endsOn, language))}</p>
          </Said>
          <Said term={words.formLabel}>
            <p>{words.form[contract.form]}</p>
          </Said>
          <Said term={words.terms}>
            <p className={styles.terms}>{contract.terms ?? words.noTerms}</p>
          </Said>
        </dl>
        {version && <p className={styles.version}>{words.versionBy(version.version, version.offeredBy.name)}</p>}
      </Card>
    </>
  );
}

const Said = ({ term, children }: { readonly term: string; readonly children: ReactNode }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
);
