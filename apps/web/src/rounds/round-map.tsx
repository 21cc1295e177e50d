import { numberText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { Drawing, MapSource } from '../map/drawing';
import { Labels } from '../map/labels';
import { Legend } from '../map/legend';
import { mapWords } from '../map/words';
import type { AllottedPlace } from './allotted-place';
import { amountBounds, amountClass, type AmountClass } from './amount-classes';
import { tonnesText } from './amounts';
import styles from './round-map.module.css';
import { roundWords } from './words';

interface RoundMapProps {
  readonly places: readonly AllottedPlace[];
  readonly pointed: string | undefined;
  readonly onPoint: (code: string | undefined) => void;
}

/** A picture of the list beside it. */
export function RoundMap({ places, pointed, onPoint }: RoundMapProps) {
  const words = useWords(roundWords);
  const { below, from } = useWords(mapWords);
  const { language } = useLanguage();
  const known = new Map(places.map((place) => [place.code, place]));
  const bounds = amountBounds(Math.max(...places.map(({ suppliedKg }) => suppliedKg / 1000)));
  const [a = '', b = '', c = '', d = ''] = bounds.map((bound) => numberText(bound, language));
  const classes: readonly (readonly [AmountClass, string])[] = [
    ['NONE', words.nothingThere],
    [1, below(a)],
    [2, `${a}–${b}`],
    [3, `${b}–${c}`],
    [4, `${c}–${d}`],
    [5, from(tonnesText((bounds[3] ?? 0) * 1000, language))],
  ];
  return (
    <>
      <Drawing
        label={words.mapLabel}
        classOf={(code) => styles[`amount${amountClass((known.get(code)?.suppliedKg ?? 0) / 1000, bounds)}`]}
        textOf={(code) => {
          const place = known.get(code);
          return place && `${place.name}: ${tonnesText(place.suppliedKg, language)}`;
        }}
        isLit={(code) => code === pointed}
        onPoint={onPoint}
      >
        <Labels
          saidOf={(code) => {
            const place = known.get(code);
            return place && { name: place.name, value: tonnesText(place.suppliedKg, language) };
          }}
        />
      </Drawing>
      <Legend classes={classes.map(([name, label]) => ({ className: styles[`amount${name}`], label }))} />
      <MapSource />
    </>
  );
}
