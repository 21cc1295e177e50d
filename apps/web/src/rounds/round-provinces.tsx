import { useState, type ReactNode } from 'react';
import { useLanguage, useWords } from '../app/language';
import { nameIn } from '../app/names';
import { Bar } from '../design/bar';
import { Card } from '../design/card';
import { mapLater } from '../map/later';
import { MapSource } from '../map/source';
import type { AllottedPlace } from './allotted-place';
import { amountBounds } from './amount-classes';
import { AmountLegend } from './amount-legend';
import { tonnesText } from './amounts';
import type { Round } from './documents';
import styles from './rounds.module.css';
import { roundWords } from './words';

const RoundMap = mapLater(() => import('./round-map').then((map) => map.RoundMap));

interface RoundProvincesProps {
  readonly provinces: Round['byProvince'];
  /** What stands below the list, beside the map where there is room. */
  readonly children: ReactNode;
}

/** Where the allotted goods are and where they go: a map, and a list with all that the map says. */
export function RoundProvinces({ provinces, children }: RoundProvincesProps) {
  const words = useWords(roundWords);
  const { language } = useLanguage();
  const [pointed, point] = useState<string>();
  const places = provinces
    .map(({ province, suppliedKg, receivedKg, supplierCount }): AllottedPlace => ({
      code: province.code,
      name: nameIn(language, province),
      suppliedKg: Number(suppliedKg),
      receivedKg: Number(receivedKg),
      supplierCount,
    }))
    .toSorted((a, b) => b.suppliedKg - a.suppliedKg || b.receivedKg - a.receivedKg);
  const [first] = places;
  if (!first) return null;
  const bounds = amountBounds(first.suppliedKg / 1000);
  return (
    <>
      <Card>
        <h2>{words.mostFrom(first.name, tonnesText(first.suppliedKg, language))}</h2>
        <p className={styles.note}>{words.mapHow}</p>
        <RoundMap places={places} bounds={bounds} pointed={pointed} onPoint={point} />
        <AmountLegend bounds={bounds} />
        <MapSource />
      </Card>
      <div className={styles.column}>
        <Card>
          <h2>{words.fromProvinces}</h2>
          <ol className={styles.places}>
            {places.map(({ code, name, suppliedKg, receivedKg, supplierCount }) => (
              <li
                key={code}
                className={pointed === code ? styles.pointed : undefined}
                onMouseEnter={() => point(code)}
                onMouseLeave={() => point(undefined)}
              >
                <span>{name}</span>
                <strong>{tonnesText(suppliedKg, language)}</strong>
                <Bar share={suppliedKg / first.suppliedKg} />
                <small>
                  {[
                    supplierCount > 0 && words.suppliers(supplierCount),
                    receivedKg > 0 && words.receives(tonnesText(receivedKg, language)),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </li>
            ))}
          </ol>
        </Card>
        {children}
      </div>
    </>
  );
}
