import type { ReasonLanguage } from '../reasons.js';
import type { RoundStage } from './round-status.js';

type Words = Readonly<Record<ReasonLanguage, string>>;

const STAGES: Readonly<Record<RoundStage, Words>> = {
  BOOK: { vi: 'Đang đọc tin chào bán và nhu cầu đang mở', en: 'Reading open listings and demands' },
  CANDIDATES: { vi: 'Đang tìm các cặp phù hợp', en: 'Looking for candidates' },
  PRICES: { vi: 'Đang tính giá cân bằng', en: 'Finding prices' },
  LIMITS: { vi: 'Đang xét lô nhỏ nhất và số nhà cung cấp', en: 'Keeping lots and limits of suppliers' },
  CERTIFICATE: { vi: 'Đang kiểm tra độc lập', en: 'Checking independently' },
};

/** How far a round is, in a sentence: "Looking for candidates: 12 of 54 commodities". */
export function stageInWords(
  { stage, done, of }: { readonly stage: RoundStage; readonly done: number; readonly of: number },
  language: ReasonLanguage,
): string {
  const words = STAGES[stage][language];
  if (of === 0) return words;
  const goods = stage === 'CANDIDATES' ? { vi: ' mặt hàng', en: ' commodities' }[language] : '';
  return `${words}: ${String(done)}${language === 'vi' ? '/' : ' of '}${String(of)}${goods}`;
}
