import { percentText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { Bar } from '../design/bar';
import type { RoundSummary } from './documents';
import { roundWords } from './words';

/** How far a round is that isn't over. */
export function Progress({ round: { status, progress, stage } }: { readonly round: RoundSummary }) {
  const words = useWords(roundWords);
  const { language } = useLanguage();
  return (
    <>
      <p>{status === 'QUEUED' ? words.waits : stage}</p>
      <div
        role="progressbar"
        aria-label={words.progress}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(progress * 100)}
      >
        <Bar share={progress} />
      </div>
      <p translate="no">{percentText(progress, language)}</p>
    </>
  );
}
