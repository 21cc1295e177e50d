import { Link, useParams } from '@tanstack/react-router';
import { useWords } from '../app/language';
import { Page } from '../app/page';
import { useRemembered } from '../app/remembered';
import { currentSession } from '../app/session';
import { Unreachable } from '../app/unreachable';
import { consoleWords } from '../app/words';
import { buttonClass } from '../design/button';
import { Empty, Waiting } from '../design/card';
import { useTold } from '../notices/told';
import { Answer } from './answer';
import { Changes } from './changes';
import { ContractText } from './contract-text';
import { Deliveries } from './deliveries';
import { OneContract } from './documents';
import { contractWords } from './words';

export function ContractPage() {
  const words = useWords(contractWords);
  const { loading, part } = useWords(consoleWords);
  const { contractId } = useParams({ from: '/signed-in/contracts/$contractId' });
  const { data, isMissing, isWaiting, askAgain } = useRemembered(`contract/${contractId}`, OneContract, {
    id: contractId,
  });
  const organizationId = currentSession()?.organization?.id ?? '';
  const contract = data?.contract;
  // The other side has signed, countered or delivered meanwhile.
  useTold(askAgain);
  return (
    <Page
      title={contract ? words.number(contract.number) : part.contracts}
      back={organizationId === '' ? '/participation/organizations' : '/contracts'}
    >
      {isWaiting && <Waiting label={loading} rows={4} />}
      {isMissing && <Unreachable onAskAgain={askAgain} />}
      {contract === null && <Empty title={words.notThere} />}
      {contract && (
        <>
          <ContractText contract={contract} organizationId={organizationId} />
          {contract.award && (
            <Link to="/awards/$awardId" params={{ awardId: contract.award.id }} className={buttonClass('secondary')}>
              {words.partOfAward}
            </Link>
          )}
          <Changes contract={contract} />
          <Deliveries contract={contract} organizationId={organizationId} onRecorded={askAgain} />
          <Answer contract={contract} organizationId={organizationId} onAnswered={askAgain} />
        </>
      )}
    </Page>
  );
}
