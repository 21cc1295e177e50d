import { provinceMap } from '../../data/provinces.topojson';
import styles from './map.module.css';

interface Label {
  readonly code: string;
  /** Where the name stands, and to which side it runs. */
  readonly at: readonly [x: number, y: number];
  readonly anchor: 'start' | 'end';
}

/** Places that everybody knows, where the sea or the neighbours leave room for a name. */
const LABELS: readonly Label[] = [
  { code: '31', at: [280, 136], anchor: 'start' },
  { code: '01', at: [262, 190], anchor: 'start' },
  { code: '48', at: [222, 384], anchor: 'end' },
  { code: '68', at: [314, 632], anchor: 'start' },
  { code: '82', at: [176, 566], anchor: 'end' },
  { code: '79', at: [194, 744], anchor: 'start' },
];

interface LabelsProps {
  /** Of a province its name and what it has; nothing stands there without. */
  readonly saidOf: (code: string) => { readonly name: string; readonly value: string } | undefined;
}

export const Labels = ({ saidOf }: LabelsProps) =>
  LABELS.map(({ code, at: [x, y], anchor }) => {
    const said = saidOf(code);
    const middle = provinceMap.provinces.find((province) => province.code === code)?.middle;
    if (!said || !middle) return null;
    const [toX, toY] = middle;
    return (
      <g key={code} className={styles.label}>
        <line x1={x} y1={y} x2={toX} y2={toY} />
        <circle cx={toX} cy={toY} r="1.8" />
        <text x={x + (anchor === 'start' ? 3 : -3)} y={y + 4} textAnchor={anchor}>
          {said.name} <tspan>{said.value}</tspan>
        </text>
      </g>
    );
  });
