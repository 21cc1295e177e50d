import { numberText } from '../app/amounts';
import type { Language } from '../app/language';

const SCALES = [
  { from: 1e9, vi: 'tỷ đồng', en: 'billion VND' },
  { from: 1e6, vi: 'triệu đồng', en: 'million VND' },
  { from: 1, vi: 'đồng', en: 'VND' },
] as const;

/** 12,3 tỷ đồng: as many digits as one keeps in mind. Whole VND, a decimal. */
export function worthText(vnd: string, language: Language): string {
  const value = Number(vnd);
  const { from, [language]: unit } = SCALES.find((scale) => Math.abs(value) >= scale.from) ?? SCALES[2];
  return `${rounded(value / from, language)} ${unit}`;
}

/** 1.234 tấn */
export const tonnesText = (kg: number, language: Language): string =>
  `${rounded(kg / 1000, language)} ${language === 'vi' ? 'tấn' : 'tonnes'}`;

function rounded(value: number, language: Language): string {
  const steps = Math.abs(value) >= 100 ? 1 : Math.abs(value) >= 10 ? 10 : 1000;
  return numberText(Math.round(value * steps) / steps, language);
}

/** 1,59%: never less than it is, since it is said of at most how much. A share of 0..1. */
export const gapText = (gap: number, language: Language): string =>
  `${numberText(Math.ceil(Math.max(0, gap * 10_000 - 1e-9)) / 100, language)}%`;
