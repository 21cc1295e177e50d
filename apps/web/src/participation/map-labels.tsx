import { percentText } from '../app/amounts';
import { useLanguage } from '../app/language';
import styles from './province-map.module.css';
import type { Place } from './ranked';

interface Label {
  readonly code: string;
  /** Where the name stands, and to which side it runs. */
  readonly at: readonly [x: number, y: number];
  readonly anchor: 'start' | 'end';
}

/** Places that everybody knows, where the sea or the neighbours leave room for a name. */
export const LABELS: readonly Label[] = [
  { code: '31', at: [280, 136], anchor: 'start' },
  { code: '01', at: [262, 190], anchor: 'start' },
  { code: '48', at: [222, 384], anchor: 'end' },
  { code: '68', at: [314, 632], anchor: 'start' },
  { code: '82', at: [176, 566], anchor: 'end' },
  { code: '79', at: [194, 744], anchor: 'start' },
];

interface LabelTextProps {
  readonly label: Label;
  readonly place: Place;
  readonly middle: readonly [number, number];
}

export function LabelText({
  label: {
    at: [x, y],
    anchor,
  },
  place: { name, rate },
  middle: [toX, toY],
}: LabelTextProps) {
  const { language } = useLanguage();
  return (
    <g className={styles.label}>
      <line x1={x} y1={y} x2={toX} y2={toY} />
      <circle cx={toX} cy={toY} r="1.8" />
      <text x={x + (anchor === 'start' ? 3 : -3)} y={y + 4} textAnchor={anchor}>
        {name} <tspan>{rate === null ? '–' : percentText(rate, language)}</tspan>
      </text>
    </g>
  );
}
