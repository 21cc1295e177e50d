import type { CombinedError } from 'urql';
import { useWords } from '../app/language';
import { Button } from '../design/button';
import { Notice } from '../design/notice';
import { contractWords } from './words';

interface SendOrLeaveProps {
  readonly label: string;
  readonly isBusy: boolean;
  readonly error: CombinedError | undefined;
  readonly onLeave: () => void;
}

/** The end of a form in a dialog: why it was refused the last time, the one button, and the way out. */
export function SendOrLeave({ label, isBusy, error, onLeave }: SendOrLeaveProps) {
  const words = useWords(contractWords);
  return (
    <>
      {error && <Notice kind="bad" title={error.graphQLErrors[0]?.message ?? words.unreachable} />}
      <Button kind="primary" type="submit" disabled={isBusy}>
        {label}
      </Button>
      <Button onClick={onLeave}>{words.leaveIt}</Button>
    </>
  );
}
