import { useRef } from 'react';

/** An idempotency key by content: the same has the same key, however often it is sent from this place; what was changed is another. */
export function useKeyOf(): (content: unknown) => string {
  const last = useRef({ key: '', content: '' });
  return (content) => {
    const text = JSON.stringify(content);
    if (last.current.content !== text) last.current = { key: crypto.randomUUID(), content: text };
    return last.current.key;
  };
}
