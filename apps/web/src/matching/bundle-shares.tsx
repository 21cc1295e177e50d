import { useState } from 'react';
import { numberText, quantityText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { nameIn } from '../app/names';
import { useMayTrade } from '../app/session';
import { Button } from '../design/button';
import { Cards, Card, ItemCard } from '../design/card';
import { Field } from '../design/field';
import { Foot } from '../design/foot';
import { Shade, ShareBar } from '../design/share-bar';
import { contractCountOf, readShare, sharesOf, totalOf, type ReadShare, type ShareDraft } from './bundle-draft';
import { BundleOffer } from './bundle-offer';
import styles from './bundle-shares.module.css';
import type { Bundle, BundledDemand } from './documents';
import { ScoreTag } from './score-tag';
import { matchingWords } from './words';

interface BundleSharesProps {
  readonly demand: BundledDemand;
  readonly bundle: Bundle;
}

/** Who gives how much, and what of the demand that fills; each share and price can be changed before anything is offered. */
export function BundleShares({ demand, bundle }: BundleSharesProps) {
  const words = useWords(matchingWords);
  const { language } = useLanguage();
  const { commodity, remainingKg } = demand;
  const [shares, setShares] = useState(() => sharesOf(bundle, demand, language));
  const mayTrade = useMayTrade();
  const [isOffered, setOffered] = useState(false);
  const [hasTried, setTried] = useState(false);
  const read = shares.map((share) => readShare(share, commodity, language));
  const offered = read.flatMap((share) => share.offered ?? []);
  const { quantityKg, averagePriceVndPerKg } = totalOf(offered);
  const missingKg = Number(remainingKg) - quantityKg;
  const isSound = offered.length > 0 && read.every(({ fault }) => fault === null);
  const change = (at: number, changed: Partial<ShareDraft>) =>
    setShares(shares.map((share, place) => (place === at ? { ...share, ...changed } : share)));
  const offer = () => {
    setTried(true);
    if (isSound) setOffered(true);
  };
  const kilograms = (kg: number) => quantityText(String(kg), commodity, language);

  return (
    <>
      <Card>
        <div className={styles.sum}>
          <strong>{words.filled(kilograms(quantityKg), kilograms(Number(remainingKg)))}</strong>
          <ScoreTag score={bundle.score} />
        </div>
        <ShareBar shares={read.map((share) => (share.offered?.quantityKg ?? 0) / Number(remainingKg))} />
        <p className={styles.note} role="status">
          {missingKg > 0 && words.missing(kilograms(missingKg))}
          {missingKg < 0 && words.beyond(kilograms(-missingKg))}
          {missingKg === 0 && words.whole}
          {averagePriceVndPerKg !== null &&
            ` · ${words.onAverage(numberText(Math.round(averagePriceVndPerKg), language))}`}
        </p>
      </Card>
      <Cards label={words.shares}>
        {shares.map((share, at) => (
          <Share
            key={share.supplier.id}
            at={at}
            share={share}
            read={read[at]}
            hasTried={hasTried}
            unit={commodity}
            onChange={(changed) => change(at, changed)}
          />
        ))}
      </Cards>
      {mayTrade && (
        <Foot>
          <Button kind="primary" disabled={offered.length === 0} onClick={offer}>
            {words.offerAll(contractCountOf(offered))}
          </Button>
        </Foot>
      )}
      {isOffered && <BundleOffer demand={demand} offered={offered} onClose={() => setOffered(false)} />}
    </>
  );
}

interface ShareProps {
  readonly at: number;
  readonly share: ShareDraft;
  readonly read: ReadShare | undefined;
  readonly hasTried: boolean;
  readonly unit: BundledDemand['commodity'];
  readonly onChange: (changed: Partial<ShareDraft>) => void;
}

function Share({ at, share: { supplier, quantity, price }, read, hasTried, unit, onChange }: ShareProps) {
  const words = useWords(matchingWords);
  const { language } = useLanguage();
  const left = quantityText(supplier.remainingKg, unit, language);
  const warning = {
    MORE_THAN_LEFT: words.moreThanLeft(left),
    LESS_THAN_LOT: words.lessThanLot(quantityText(supplier.minimumLotKg, unit, language)),
  };
  return (
    <ItemCard
      title={
        <h2 className={styles.name}>
          <Shade at={at} /> {supplier.organization.name}
        </h2>
      }
      tag={null}
    >
      <p>
        {nameIn(language, supplier.province)} · {words.has(left)}
        {supplier.askPriceVndPerKg === null
          ? ` · ${words.openPrice}`
          : `, ${words.of.DEMAND.price(numberText(Number(supplier.askPriceVndPerKg), language))}`}
      </p>
      <div className={styles.fields}>
        <Field
          label={words.quantity}
          unit={unit.tradeUnit}
          inputMode="decimal"
          autoComplete="off"
          value={quantity}
          hint={
            read?.offered === null && read.fault === null
              ? words.leftOut
              : read?.warning
                ? warning[read.warning]
                : undefined
          }
          fault={read?.fault === 'QUANTITY' ? words.wrongNumber : undefined}
          onChange={({ target }) => onChange({ quantity: target.value })}
        />
        <Field
          label={words.priceOf}
          unit={words.perKg}
          inputMode="decimal"
          autoComplete="off"
          value={price}
          fault={hasTried && read?.fault === 'PRICE' ? words.wrongNumber : undefined}
          onChange={({ target }) => onChange({ price: target.value })}
        />
      </div>
    </ItemCard>
  );
}
