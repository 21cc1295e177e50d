import { useLanguage, useWords } from '../app/language';
import { Drawing } from '../map/drawing';
import { Labels } from '../map/labels';
import type { AllottedPlace } from './allotted-place';
import { amountClass } from './amount-classes';
import { tonnesText } from './amounts';
import styles from './amount-classes.module.css';
import { roundWords } from './words';

interface RoundMapProps {
  readonly places: readonly AllottedPlace[];
  /** Where classes are parted, in tonnes. */
  readonly bounds: readonly number[];
  readonly pointed: string | undefined;
  readonly onPoint: (code: string | undefined) => void;
}

/** A picture of the list beside it. */
export function RoundMap({ places, bounds, pointed, onPoint }: RoundMapProps) {
  const words = useWords(roundWords);
  const { language } = useLanguage();
  const known = new Map(places.map((place) => [place.code, place]));
  return (
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
  );
}
