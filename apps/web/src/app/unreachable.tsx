import { Button } from '../design/button';
import { Notice } from '../design/notice';
import { useWords } from './language';
import { consoleWords } from './words';

/** Asked, not answered, and nothing remembered. */
export function Unreachable({ onAskAgain }: { readonly onAskAgain: () => void }) {
  const words = useWords(consoleWords);
  return (
    <Notice kind="bad" icon="offline" title={words.unreachable}>
      <p>{words.unreachableWhy}</p>
      <Button kind="quiet" onClick={onAskAgain}>
        {words.askAgain}
      </Button>
    </Notice>
  );
}
