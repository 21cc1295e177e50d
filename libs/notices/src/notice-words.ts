import type { NoticeKind } from './notice-kind.js';

type Language = 'vi' | 'en';

/** What a notice is about, as its reader sees it now. No quantity and no price: who wants these opens the contract. */
export interface NoticeFacts {
  readonly kind: NoticeKind;
  /** The contract's; null where the reader doesn't see it. */
  readonly number: string | null;
  /** Name of who did it; null where it was no party, or one that the reader doesn't see. */
  readonly by: string | null;
}

type Sentence = (number: string, by: string) => string;

const SENTENCES: Readonly<Record<NoticeKind, Readonly<Record<Language, Sentence>>>> = {
  OFFERED: {
    vi: (number, by) => `${by} đề nghị hợp đồng ${number}.`,
    en: (number, by) => `${by} offers contract ${number}.`,
  },
  COUNTERED: {
    vi: (number, by) => `${by} đề nghị lại hợp đồng ${number}.`,
    en: (number, by) => `${by} makes a counter-offer for contract ${number}.`,
  },
  SIGNED_BY_PARTY: {
    vi: (number, by) => `${by} đã ký hợp đồng ${number}; còn chờ chữ ký khác.`,
    en: (number, by) => `${by} has signed contract ${number}; it waits for other signatures.`,
  },
  SIGNED: {
    vi: (number) => `Hợp đồng ${number} đã đủ chữ ký.`,
    en: (number) => `Contract ${number} is signed by everybody.`,
  },
  DECLINED: {
    vi: (number, by) => `${by} từ chối hợp đồng ${number}.`,
    en: (number, by) => `${by} has declined contract ${number}.`,
  },
  WITHDRAWN: {
    vi: (number, by) => `${by} rút lại hợp đồng ${number}.`,
    en: (number, by) => `${by} has withdrawn contract ${number}.`,
  },
  EXPIRED: {
    vi: (number) => `Hợp đồng ${number} đã hết hạn trả lời.`,
    en: (number) => `The time to answer contract ${number} has passed.`,
  },
  TERMINATED: {
    vi: (number, by) => `${by} đã chấm dứt hợp đồng ${number}.`,
    en: (number, by) => `${by} has terminated contract ${number}.`,
  },
  DELIVERY_RECORDED: {
    vi: (number, by) => `${by} ghi một chuyến giao của hợp đồng ${number}.`,
    en: (number, by) => `${by} has recorded a delivery of contract ${number}.`,
  },
  COMPLETED: {
    vi: (number) => `Hợp đồng ${number} đã hoàn thành.`,
    en: (number) => `Contract ${number} is completed.`,
  },
  ATTESTED: {
    vi: (number) => `Cán bộ quản lý đã ghi nhận hợp đồng giấy ${number}.`,
    en: (number) => `A program manager has recorded contract ${number}, signed on paper.`,
  },
};

const SOMEBODY = { vi: 'Cán bộ quản lý', en: 'A program manager' };
const UNSEEN = { vi: 'không còn xem được', en: 'that you see no more' };

/** One sentence: "HTX Tân Hưng has signed contract LK-2026-000123; it waits for other signatures." */
export const noticeInWords = ({ kind, number, by }: NoticeFacts, language: Language): string =>
  SENTENCES[kind][language](number ?? UNSEEN[language], by ?? SOMEBODY[language]);
