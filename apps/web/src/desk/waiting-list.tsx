import { Link } from '@tanstack/react-router';
import { useId, type ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { dayText } from '../app/amounts';
import { dayOf } from '../app/business-day';
import { useLanguage, useWords } from '../app/language';
import { nameIn } from '../app/names';
import { useOnline } from '../app/network';
import { Unreachable } from '../app/unreachable';
import { consoleWords } from '../app/words';
import { Button } from '../design/button';
import { Cards, Empty, ItemCard, Waiting } from '../design/card';
import { Notice } from '../design/notice';
import { Tag } from '../design/tag';
import { registryWords } from '../registry/words';
import styles from './desk.module.css';
import type { Listed } from './documents';
import { deskWords } from './words';

interface WaitingListProps {
  readonly title: string;
  readonly none: string;
  /** What was just done. */
  readonly told: string | undefined;
  readonly list: { readonly totalCount: number; readonly nodes: readonly unknown[] } | undefined;
  readonly answer: { readonly fetching: boolean; readonly error?: CombinedError | undefined };
  readonly onAskAgain: () => void;
  readonly children: ReactNode;
}

/** One kind of thing that waits, with how many there are. It is kept on no device: what people are called stands in it. */
export function WaitingList({ title, none, told, list, answer, onAskAgain, children }: WaitingListProps) {
  const words = useWords(deskWords);
  const { loading } = useWords(consoleWords);
  const left = list ? list.totalCount - list.nodes.length : 0;
  return (
    <section className={styles.list}>
      <h2>
        {title}
        {list && list.totalCount > 0 && ` (${String(list.totalCount)})`}
      </h2>
      {told !== undefined && <Notice kind="good" icon="check" title={told} />}
      {!list && answer.fetching && <Waiting label={loading} rows={2} />}
      {!list && !answer.fetching && answer.error && <Unreachable onAskAgain={onAskAgain} />}
      {list?.totalCount === 0 && <Empty title={none} />}
      <Cards label={title}>{children}</Cards>
      {left > 0 && <p>{words.moreWait(left)}</p>}
    </section>
  );
}

interface WaitingCardProps {
  readonly organization: Listed;
  /** An instant. */
  readonly since: string;
  readonly children?: ReactNode;
  readonly action: string;
  readonly onAct: () => void;
}

export function WaitingCard({ organization, since, children, action, onAct }: WaitingCardProps) {
  const words = useWords(deskWords);
  const registry = useWords(registryWords);
  const { language } = useLanguage();
  const isOnline = useOnline();
  const nameId = useId();
  const { id, name, kind, commune, province } = organization;
  const place = [commune, nameIn(language, province)].filter(Boolean).join(', ');
  return (
    <ItemCard
      title={
        <Link
          to="/participation/organizations/$organizationId"
          params={{ organizationId: id }}
          className={styles.name}
          id={nameId}
        >
          {name}
        </Link>
      }
      tag={<Tag kind="warn">{words.since(dayText(dayOf(since), language))}</Tag>}
    >
      <p>
        {registry.kind[kind]} · {place}
      </p>
      {children}
      <div className={styles.act}>
        <Button disabled={!isOnline} aria-describedby={nameId} onClick={onAct}>
          {action}
        </Button>
      </div>
    </ItemCard>
  );
}
