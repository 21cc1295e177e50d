import { useState } from 'react';
import { numberText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { nameIn } from '../app/names';
import { useOnline } from '../app/network';
import { useRemembered } from '../app/remembered';
import { consoleWords } from '../app/words';
import { Button } from '../design/button';
import { Card, Waiting } from '../design/card';
import { Fact, Facts } from '../design/facts';
import { Notice } from '../design/notice';
import { registryWords } from '../registry/words';
import styles from './desk.module.css';
import { OneToManage } from './documents';
import { NEXT_STATUS } from './next-status';
import { RatingDialog } from './rating-dialog';
import { StatusDialog } from './status-dialog';
import { deskWords } from './words';

/** What its manager decides of an organization: whether it may act, and how it is rated. Others' are said to be others'. */
export function Manage({ organizationId }: { readonly organizationId: string }) {
  const words = useWords(deskWords);
  const registry = useWords(registryWords);
  const { loading } = useWords(consoleWords);
  const { language } = useLanguage();
  const isOnline = useOnline();
  const { data, isWaiting } = useRemembered(`to-manage/${organizationId}`, OneToManage, { id: organizationId });
  const [open, setOpen] = useState<'STATUS' | 'RATING'>();
  const [told, setTold] = useState<string>();
  if (isWaiting) return <Waiting label={loading} rows={1} />;
  const { me, organization } = data ?? {};
  if (!me || !organization) return null;
  const { kind, name, status, rating, province } = organization;
  const isMine =
    me.role === 'ADMINISTRATOR' || me.provinces.length === 0 || me.provinces.some(({ code }) => code === province.code);
  if (!isMine) return <p className={styles.aside}>{words.managedBy(nameIn(language, province))}</p>;
  const isRated = kind === 'COOPERATIVE' || kind === 'COOPERATIVE_UNION';
  const done = (what: string) => {
    setTold(what);
    setOpen(undefined);
  };
  return (
    <>
      {told !== undefined && <Notice kind="good" icon="check" title={told} />}
      <Card>
        <h2 className={styles.part}>{words.manage}</h2>
        <Facts>
          <Fact term={words.status}>{registry.status[status]}</Fact>
          {isRated && (
            <Fact term={registry.rating}>
              {rating
                ? registry.rated(numberText(Number(rating.score), language), registry.band[rating.band], rating.year)
                : registry.none}
            </Fact>
          )}
        </Facts>
        <div className={styles.actions}>
          {NEXT_STATUS[status].length > 0 && (
            <Button disabled={!isOnline} onClick={() => setOpen('STATUS')}>
              {words.changeStatus}
            </Button>
          )}
          {isRated && (
            <Button disabled={!isOnline} onClick={() => setOpen('RATING')}>
              {words.rate}
            </Button>
          )}
        </div>
      </Card>
      {open === 'STATUS' && (
        <StatusDialog
          organization={organization}
          onClose={() => setOpen(undefined)}
          onSet={(next) => done(words.became(name, next))}
        />
      )}
      {open === 'RATING' && (
        <RatingDialog
          organization={organization}
          onClose={() => setOpen(undefined)}
          onRated={() => done(words.rated)}
        />
      )}
    </>
  );
}
