import { useWords } from '../app/language';
import { Page } from '../app/page';
import { useRemembered } from '../app/remembered';
import { currentSession } from '../app/session';
import { Unreachable } from '../app/unreachable';
import { consoleWords } from '../app/words';
import { Cards, Empty, Waiting } from '../design/card';
import { marketWords } from '../market/words';
import { ContractCard } from './contract-card';
import { MyContracts, waitsFor } from './documents';
import { contractWords } from './words';

/** What waits for one's signature first, then the newest. */
export function ContractsPage() {
  const words = useWords(contractWords);
  const market = useWords(marketWords);
  const { loading, part } = useWords(consoleWords);
  const organizationId = currentSession()?.organization?.id ?? '';
  const { data, isMissing, isWaiting, askAgain } = useRemembered('my-contracts', MyContracts, { organizationId });
  const contracts = data?.contracts.nodes ?? [];
  const ordered = [
    ...contracts.filter((contract) => waitsFor(contract, organizationId)),
    ...contracts.filter((contract) => !waitsFor(contract, organizationId)),
  ];
  return (
    <Page title={part.contracts} back="/">
      {isWaiting && <Waiting label={loading} />}
      {isMissing && <Unreachable onAskAgain={askAgain} />}
      {data && contracts.length === 0 && <Empty title={words.none} />}
      <Cards label={part.contracts}>
        {ordered.map((contract) => (
          <ContractCard key={contract.id} contract={contract} organizationId={organizationId} />
        ))}
      </Cards>
      {data && data.contracts.totalCount > contracts.length && (
        <p>{market.firstOf(contracts.length, data.contracts.totalCount)}</p>
      )}
    </Page>
  );
}
