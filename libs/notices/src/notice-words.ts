import type { NoticeKind } from './notice-kind.js';

type Language = 'vi' | 'en';

/** What a notice is about, as its reader sees it now. No quantity and no price: who wants these opens the contract. */
export interface NoticeFacts {
  readonly kind: NoticeKind;
  /** The contract's number, or the name of the organization that a claim is for; null where the reader doesn't see it. */
  readonly of: string | null;
  /** Name of who did it; null where it was no party, or one that the reader doesn't see. */
  readonly by: string | null;
}

type Sentence = (of: string, by: string) => string;

const SENTENCES: Readonly<Record<NoticeKind, Readonly<Record<Language, Sentence>>>> = {
  OFFERED: {
    vi: (of, by) => `${by} đề nghị hợp đồng ${of}.`,
    en: (of, by) => `${by} offers contract ${of}.`,
  },
  COUNTERED: {
    vi: (of, by) => `${by} đề nghị lại hợp đồng ${of}.`,
    en: (of, by) => `${by} makes a counter-offer for contract ${of}.`,
  },
  SIGNED_BY_PARTY: {
    vi: (of, by) => `${by} đã ký hợp đồng ${of}; còn chờ chữ ký khác.`,
    en: (of, by) => `${by} has signed contract ${of}; it waits for other signatures.`,
  },
  SIGNED: {
    vi: (of) => `Hợp đồng ${of} đã đủ chữ ký.`,
    en: (of) => `Contract ${of} is signed by everybody.`,
  },
  DECLINED: {
    vi: (of, by) => `${by} từ chối hợp đồng ${of}.`,
    en: (of, by) => `${by} has declined contract ${of}.`,
  },
  WITHDRAWN: {
    vi: (of, by) => `${by} rút lại hợp đồng ${of}.`,
    en: (of, by) => `${by} has withdrawn contract ${of}.`,
  },
  EXPIRED: {
    vi: (of) => `Hợp đồng ${of} đã hết hạn trả lời.`,
    en: (of) => `The time to answer contract ${of} has passed.`,
  },
  TERMINATED: {
    vi: (of, by) => `${by} đã chấm dứt hợp đồng ${of}.`,
    en: (of, by) => `${by} has terminated contract ${of}.`,
  },
  DELIVERY_RECORDED: {
    vi: (of, by) => `${by} ghi một chuyến giao của hợp đồng ${of}.`,
    en: (of, by) => `${by} has recorded a delivery of contract ${of}.`,
  },
  COMPLETED: {
    vi: (of) => `Hợp đồng ${of} đã hoàn thành.`,
    en: (of) => `Contract ${of} is completed.`,
  },
  ATTESTED: {
    vi: (of) => `Cán bộ quản lý đã ghi nhận hợp đồng giấy ${of}.`,
    en: (of) => `A program manager has recorded contract ${of}, signed on paper.`,
  },
  ANSWER_DUE: {
    vi: (of) => `Sắp hết hạn trả lời hợp đồng ${of}; bên bạn chưa ký.`,
    en: (of) => `The time to answer contract ${of} ends soon; your side has not signed.`,
  },
  DELIVERY_DUE: {
    vi: (of) => `Hợp đồng ${of} sắp hết thời hạn, chưa giao đủ.`,
    en: (of) => `Contract ${of} ends soon, and is not delivered in full.`,
  },
  DELIVERY_LATE: {
    vi: (of) => `Hợp đồng ${of} đã hết thời hạn mà chưa giao đủ.`,
    en: (of) => `Contract ${of} has ended, and was not delivered in full.`,
  },
  CLAIM_GRANTED: {
    vi: (of) => `Bạn được xác nhận là người của ${of}.`,
    en: (of) => `You act for ${of} now.`,
  },
  CLAIM_REFUSED: {
    vi: (of) =>
      `Yêu cầu làm người của ${of} không được chấp nhận. Hãy hỏi cán bộ quản lý của tỉnh, hoặc nhờ người của tổ chức mời bạn.`,
    en: (of) =>
      `Your claim to act for ${of} is not granted. Ask the program manager of its province, or one of its people to invite you.`,
  },
};

const SOMEBODY = { vi: 'Cán bộ quản lý', en: 'A program manager' };
const UNSEEN = { vi: 'không còn xem được', en: 'that you see no more' };

/** One sentence: "HTX Tân Hưng has signed contract LK-2026-000123; it waits for other signatures." */
export const noticeInWords = ({ kind, of, by }: NoticeFacts, language: Language): string =>
  SENTENCES[kind][language](of ?? UNSEEN[language], by ?? SOMEBODY[language]);
