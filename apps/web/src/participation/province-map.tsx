import { useNavigate } from '@tanstack/react-router';
import { percentText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { Drawing } from '../map/drawing';
import { Labels } from '../map/labels';
import { provinceWords } from './province-words';
import type { PointingProps } from './ranking';
import { rateClass } from './rate-class';
import rates from './rates.module.css';

/** A picture of the ranked list, which has the links. */
export function ProvinceMap({ places, mark, chosen, pointed, onPoint }: PointingProps) {
  const words = useWords(provinceWords);
  const { language } = useLanguage();
  const navigate = useNavigate({ from: '/participation' });
  const known = new Map(places.map((place) => [place.code, place]));
  const shareText = (rate: number | null) => (rate === null ? '–' : percentText(rate, language));
  return (
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
  );
}
