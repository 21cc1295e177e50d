import { dayText } from '../app/amounts';
import { dayOf } from '../app/business-day';
import { useLanguage, useWords } from '../app/language';
import { nameIn } from '../app/names';
import { Card } from '../design/card';
import { Fact, Facts } from '../design/facts';
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
  const isAttested = contract.origin === 'ATTESTED';
  const signature = (signedAt: string | null): string => {
    if (isAttested) return words.signedOnPaper(dayText(contract.signedOn ?? contract.startsOn, language));
    return signedAt ? words.signed(dayText(dayOf(signedAt), language)) : words.notSigned;
  };
  return (
    <>
      <p className={styles.status}>
        <StatusTag contract={contract} organizationId={organizationId} />
        {status === 'SIGNED' && <span>{contract.inForce ? words.inForce : words.notInForce}</span>}
        {status === 'OFFERED' && validUntil && <span>{words.validUntil(dayText(validUntil, language))}</span>}
      </p>
      <Card>
        <Facts>
          <Fact term={words.parties}>
            {parties.map(({ organization, lead, signedAt }) => (
              <p key={organization.id}>
                {organization.name}
                {lead && ` (${words.lead})`}: {signature(signedAt)}
              </p>
            ))}
          </Fact>
          <Fact term={words.goods}>
            {isAttested && <p>{contract.commodities.map((commodity) => nameIn(language, commodity)).join(', ')}</p>}
            {lines.map((line) => (
              <LineText key={line.id} line={line} />
            ))}
          </Fact>
          <Fact term={words.period}>
            <p>{words.days(dayText(contract.startsOn, language), dayText(contract.endsOn, language))}</p>
          </Fact>
          <Fact term={words.formLabel}>
            <p>{words.form[contract.form]}</p>
          </Fact>
          {isAttested ? (
            <Fact term={words.evidence}>
              <p className={styles.terms}>{contract.evidence}</p>
            </Fact>
          ) : (
            <Fact term={words.terms}>
              <p className={styles.terms}>{contract.terms ?? words.noTerms}</p>
            </Fact>
          )}
        </Facts>
        {version && <p className={styles.version}>{words.versionBy(version.version, version.offeredBy.name)}</p>}
      </Card>
    </>
  );
}
