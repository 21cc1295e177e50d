import { roundText } from '../app/amounts';
import type { Language } from '../app/language';

/** Of a hundred, with one decimal; share: 0..1. */
export const pointsText = (share: number, language: Language): string => roundText(share * 100, language);
