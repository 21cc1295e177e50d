/**
 * What people are asked to agree to, newest version last. A text that somebody may have agreed to is never edited: the change is
 * a version of its own, which earlier consents need not repeat. What goes beyond the earlier versions is another purpose.
 *
 * Not here, since it needs no consent: what signing in needs, what a contract or an offer shows its parties, and what the law
 * has program managers see.
 */
export const CONSENT_TEXTS = {
  CONTACT_SHOWN_TO_TRADERS: [
    {
      version: 1,
      vi: 'Thông tin liên hệ của tổ chức tôi (họ tên, điện thoại, thư điện tử), là của tôi hoặc của người đã cho phép tôi, được hiển thị cho người giao dịch của các tổ chức đang hoạt động trên Lienket, trước khi có đề nghị hay hợp đồng. Tôi có thể rút lại bất cứ lúc nào; khi đó thông tin này ngừng hiển thị ngay.',
      en: "My organization's contact (name, telephone, e-mail), which is mine or given with the leave of whose it is, is shown to traders of organizations that are active on Lienket, before there is an offer or a contract. I may take this back at any time, and it is shown no more from then on.",
    },
  ],
  NOTICES_BY_EMAIL: [
    {
      version: 1,
      vi: 'Lienket gửi thông báo của tôi (đề nghị, đề nghị lại, chữ ký, từ chối, giao hàng, hạn phải làm, trả lời yêu cầu) đến địa chỉ thư điện tử mà tôi dùng để đăng nhập, bằng tiếng Việt. Thư nêu tên tổ chức và số hợp đồng, không nêu giá và sản lượng, và đi qua máy chủ thư của bên khác. Tôi có thể rút lại bất cứ lúc nào; khi đó không có thư nào được gửi nữa.',
      en: 'Lienket sends my notices (offers, counter-offers, signatures, declines, deliveries, what is due, what became of a claim) to the e-mail address that I sign in with, in English. These e-mails name organizations and contracts by number, no price and no quantity, and pass mail servers of others. I may take this back at any time, and none is sent any more from then on.',
    },
  ],
} as const;

export type ConsentPurpose = keyof typeof CONSENT_TEXTS;
export type ConsentLanguage = 'vi' | 'en';

export interface ConsentText {
  readonly version: number;
  readonly vi: string;
  readonly en: string;
}

/** What is asked now. */
export function presentText(purpose: ConsentPurpose): ConsentText {
  const text = CONSENT_TEXTS[purpose].at(-1);
  if (!text) throw new Error('A purpose has no text.');
  return text;
}
