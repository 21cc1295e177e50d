import { useState } from 'react';
import { dayText, shareText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { nameIn } from '../app/names';
import { Unreachable } from '../app/unreachable';
import { consoleWords } from '../app/words';
import { Card, Waiting } from '../design/card';
import { mapLater } from '../map/later';
import { MapSource } from '../map/source';
import { useAsked } from './asked';
import { provinceWords } from './province-words';
import { ByProvince, type Figure } from './documents';
import type { Names } from './filters';
import styles from './provinces.module.css';
import type { Question } from './question';
import { Ranking } from './ranking';
import { markOf } from './rate-class';
import { ranked } from './ranked';
import { RateLegend } from './rate-legend';

const ProvinceMap = mapLater(() => import('./province-map').then((map) => map.ProvinceMap));

interface ProvincesProps {
  readonly question: Question;
  readonly moment: string | undefined;
  readonly names: Names | undefined;
  readonly country: Figure;
}

/** Where: a map and a ranked list that point at each other. */
export function Provinces({ question, moment, names, country }: ProvincesProps) {
  const words = useWords(provinceWords);
  const { loading } = useWords(consoleWords);
  const { language } = useLanguage();
  const [pointed, point] = useState<string>();
  const { reading, asOf, before, beyondProvinces, knownAt, scope } = question;
  const answer = useAsked(
    'provinces',
    ByProvince,
    { reading, asOf, before, scope: beyondProvinces, knownAt },
    moment,
    ({ now }) => now[0]?.rate.knownAt,
  );
  const { data } = answer;
  if (!data || !names) {
    return (
      <Card>
        {answer.isMissing ? <Unreachable onAskAgain={answer.askAgain} /> : <Waiting label={loading} rows={6} />}
      </Card>
    );
  }
  const [target] = country.targets;
  const places = ranked(data.now, data.before, (code) => {
    const province = names.provinces.find((one) => one.code === code);
    return province ? nameIn(language, province) : code;
  });
  const mark = markOf(
    places.map(({ rate }) => rate),
    target?.share,
    country.rate,
  );
  const isTarget = mark === target?.share;
  const above = places.filter(({ rate }) => rate !== null && rate >= mark).length;
  const title = (isTarget ? words.provincesAbove : words.provincesAboveCountry)(
    above,
    places.length,
    shareText(mark, language),
  );
  const chosen = scope.provinceCodes?.[0];
  return (
    <>
      <Card>
        <div className={styles.map}>
          <h2>{title}</h2>
          <p className={styles.sub}>{words.mapHow}</p>
          <ProvinceMap places={places} mark={mark} chosen={chosen} pointed={pointed} onPoint={point} />
          <RateLegend mark={mark} hasNone={places.some(({ rate }) => rate === null)} />
          <MapSource />
        </div>
      </Card>
      <Card>
        <h2>{words.ranking(places.length)}</h2>
        <p className={styles.sub}>
          {words.rankingHow(shareText(target?.share ?? mark, language), dayText(before, language))}
        </p>
        <Ranking
          places={places}
          mark={mark}
          line={target?.share ?? mark}
          chosen={chosen}
          pointed={pointed}
          onPoint={point}
        />
      </Card>
    </>
  );
}
