import { useState } from 'react';
import { instantText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { useOnline } from '../app/network';
import { saveFile } from '../app/saved-file';
import { Button } from '../design/button';
import { Card } from '../design/card';
import { Fact, Facts } from '../design/facts';
import { Notice } from '../design/notice';
import { Tag } from '../design/tag';
import { gapText, worthText } from './amounts';
import type { Round } from './documents';
import styles from './rounds.module.css';
import { roundWords } from './words';

interface CertificateProps {
  readonly round: Round;
  readonly hasFile: boolean;
}

/** What the independent check found, each thing with its verdict, and how anybody finds the same. */
export function Certificate({ round, hasFile }: CertificateProps) {
  const words = useWords(roundWords);
  const { language } = useLanguage();
  const { certificate, objectiveVnd, boundVnd, inputDigest } = round;
  if (!certificate || objectiveVnd === null || boundVnd === null) return null;
  const { feasible, blockingPairs, gap, checkedAt } = certificate;
  const checks: readonly (readonly [holds: boolean, said: string])[] = [
    [feasible, words.feasible],
    [blockingPairs === 0, words.blocking(blockingPairs)],
    [
      BigInt(objectiveVnd) <= BigInt(boundVnd),
      words.boundHolds(worthText(objectiveVnd, language), worthText(boundVnd, language), gapText(gap, language)),
    ],
  ];
  return (
    <Card>
      <div className={styles.parts}>
        <h2>{words.certificate}</h2>
        <p className={styles.note}>{words.certificateHow}</p>
        <ul className={styles.checks} aria-label={words.certificate}>
          {checks.map(([holds, said]) => (
            <li key={said}>
              <Tag kind={holds ? 'good' : 'bad'}>{holds ? words.holds : words.fails}</Tag>
              <span>{said}</span>
            </li>
          ))}
        </ul>
        <p className={styles.note}>{words.faults}</p>
        <Facts>
          <Fact term={words.checkedAt}>{instantText(checkedAt, language)}</Fact>
          <Fact term={words.digest}>
            <code translate="no">{inputDigest}</code>
          </Fact>
          <Fact term={words.seed}>{words.noSeed}</Fact>
        </Facts>
        {hasFile && <CheckYourself roundId={round.id} />}
      </div>
    </Card>
  );
}

function CheckYourself({ roundId }: { readonly roundId: string }) {
  const words = useWords(roundWords);
  const isOnline = useOnline();
  const [state, setState] = useState<'IDLE' | 'UNDER_WAY' | 'REFUSED'>('IDLE');
  const name = `round-${roundId.slice(-8)}.json`;
  const take = async () => {
    setState('UNDER_WAY');
    const { isSaved } = await saveFile(`/rounds/${roundId}.json`, name);
    setState(isSaved ? 'IDLE' : 'REFUSED');
  };
  return (
    <>
      <h3>{words.checkYourself}</h3>
      <p>{words.checkHow}</p>
      <code className={styles.command} translate="no">
        npm run --silent certify -- {name}
      </code>
      {state === 'REFUSED' && <Notice kind="bad" title={words.fileRefused} />}
      <Button disabled={!isOnline || state === 'UNDER_WAY'} onClick={() => void take()}>
        {words.takeFile}
      </Button>
    </>
  );
}
