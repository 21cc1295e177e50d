import type { ConsentLanguage } from '@lienket/identity';
import { noticeInWords, type NoticeFacts } from './notice-words.js';
import { nameInEmail, oneLine } from './one-line.js';

/** A notice as the reader of an e-mail sees it. */
export interface WrittenNotice extends NoticeFacts {
  readonly at: Date;
  readonly contractId: string | null;
}

const WORDS = {
  vi: {
    several: (count: number) => `${String(count)} thông báo mới trên Lienket`,
    all: 'Xem tất cả thông báo:',
    ended: 'Bạn nhận thư này vì đã đồng ý nhận thông báo qua thư điện tử. Muốn thôi, mở trang tài khoản:',
    named: 'Một tổ chức',
    locale: 'vi-VN',
  },
  en: {
    several: (count: number) => `${String(count)} new notices on Lienket`,
    all: 'All notices:',
    ended: 'You get this e-mail since you agreed to notices by e-mail. To end it, open your account:',
    named: 'An organization',
    locale: 'en-GB',
  },
} as const;

/** Subject and text of one e-mail about all of these, which are not none; the sentences are those of the console. */
export function emailInWords(
  notices: readonly WrittenNotice[],
  consoleUrl: string,
  language: ConsentLanguage,
): { readonly subject: string; readonly text: string; readonly endedAt: string } {
  const words = WORDS[language];
  const page = (path: string) => `${consoleUrl.replace(/\/$/, '')}${path}`;
  const endedAt = page('/account');
  const named = (name: string | null) => name && (nameInEmail(name) ?? words.named);
  const sentences = notices.map((notice) =>
    oneLine(noticeInWords({ ...notice, of: named(notice.of), by: named(notice.by) }, language)),
  );
  const instant = new Intl.DateTimeFormat(words.locale, {
    ...{ dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Ho_Chi_Minh' },
  });
  const told = notices.map(({ at, contractId }, index) =>
    [sentences[index], instant.format(at), ...(contractId === null ? [] : [page(`/contracts/${contractId}`)])].join(
      '\n',
    ),
  );
  const [only] = sentences;
  return {
    subject: sentences.length === 1 && only !== undefined ? only : words.several(sentences.length),
    text: [...told, `${words.all} ${page('/notices')}`, `${words.ended} ${endedAt}`].join('\n\n') + '\n',
    endedAt,
  };
}
