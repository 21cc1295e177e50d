import { useNavigate } from '@tanstack/react-router';
import { percentText, roundText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { Drawing, MapSource } from '../map/drawing';
import { Labels } from '../map/labels';
import { Legend } from '../map/legend';
import { mapWords } from '../map/words';
import { dashboardWords } from './dashboard-words';
import { provinceWords } from './province-words';
import type { PointingProps } from './ranking';
import { classBounds, rateClass, type RateClass } from './rate-class';
import rates from './rates.module.css';

/** A picture of the ranked list, which has the links. */
export function ProvinceMap({ places, mark, chosen, pointed, onPoint }: PointingProps) {
  const words = useWords(provinceWords);
  const { language } = useLanguage();
  const navigate = useNavigate({ from: '/participation' });
  const known = new Map(places.map((place) => [place.code, place]));
  const shareText = (rate: number | null) => (rate === null ? '–' : percentText(rate, language));
  return (
    <>
      <Drawing
        label={words.mapLabel}
        classOf={(code) => rates[`rate${rateClass(known.get(code)?.rate ?? null, mark)}`]}
        textOf={(code) => {
          const place = known.get(code);
          return place && `${place.name}: ${shareText(place.rate)} (${place.participating}/${place.counted})`;
        }}
        isLit={(code) => code === pointed || code === chosen}
        onPoint={onPoint}
        onChoose={(code) => void navigate({ search: (before) => ({ ...before, province: code }) })}
      >
        <Labels
          saidOf={(code) => {
            const place = known.get(code);
            return place && { name: place.name, value: shareText(place.rate) };
          }}
        />
      </Drawing>
      <RateLegend mark={mark} hasNone={places.some(({ rate }) => rate === null)} />
      <MapSource />
    </>
  );
}

/** The line stands where the mark is. */
function RateLegend({ mark, hasNone }: { readonly mark: number; readonly hasNone: boolean }) {
  const { nobodyCounted } = useWords(dashboardWords);
  const { below, from } = useWords(mapWords);
  const { language } = useLanguage();
  const text = (share: number) => roundText(share * 100, language);
  const [a = 0, b = 0, c = 0, d = 0] = classBounds(mark);
  const classes: readonly (readonly [RateClass, string])[] = [
    [1, below(text(a))],
    [2, `${text(a)}–${text(b)}`],
    [3, `${text(b)}–${text(c)}`],
    [4, `${text(c)}–${text(d)}`],
    [5, from(`${text(d)}%`)],
    ...(hasNone ? [['NONE', nobodyCounted] as const] : []),
  ];
  return (
    <Legend
      classes={classes.map(([name, label]) => ({ className: rates[`rate${name}`], label, isBehindMark: name === 4 }))}
    />
  );
}
