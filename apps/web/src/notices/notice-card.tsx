import { Link } from '@tanstack/react-router';
import { instantText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { Button } from '../design/button';
import { ItemCard } from '../design/card';
import { Tag } from '../design/tag';
import type { MyNotice } from './documents';
import { noticeWords } from './words';

interface NoticeCardProps {
  readonly notice: MyNotice;
  readonly mayRead: boolean;
  readonly onRead: () => void;
}

export function NoticeCard({ notice: { at, text, isRead, contract }, mayRead, onRead }: NoticeCardProps) {
  const words = useWords(noticeWords);
  const { language } = useLanguage();
  return (
    <ItemCard
      title={
        contract ? (
          <Link to="/contracts/$contractId" params={{ contractId: contract.id }} onClick={mayRead ? onRead : undefined}>
            {text}
          </Link>
        ) : (
          <span>{text}</span>
        )
      }
      tag={!isRead && <Tag kind="warn">{words.isNew}</Tag>}
    >
      <p>{instantText(at, language)}</p>
      {mayRead && (
        <Button kind="quiet" onClick={onRead}>
          {words.read}
        </Button>
      )}
    </ItemCard>
  );
}
