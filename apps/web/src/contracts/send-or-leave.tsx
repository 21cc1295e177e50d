import type { ReactNode } from 'react';
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
  /** Another way to decide. */
  readonly children?: ReactNode;
}

/** The end of a form in a dialog: why it was refused the last time, the one button, another where there is one, and the way out. */
export function SendOrLeave({ label, isBusy, error, onLeave, children }: SendOrLeaveProps) {
  const words = useWords(contractWords);
  return (
    <>
      {error && <Notice kind="bad" title={error.graphQLErrors[0]?.message ?? words.unreachable} />}
      <Button kind="primary" type="submit" disabled={isBusy}>
        {label}
      </Button>
      {children}
      <Button onClick={onLeave}>{words.leaveIt}</Button>
    </>
  );
}
