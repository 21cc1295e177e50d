import type { Words } from '../app/language';

interface NoticeWords {
  readonly title: string;
  readonly unread: (count: number) => string;
  readonly none: string;
  readonly isNew: string;
  readonly read: string;
  readonly readAll: string;
}

export const noticeWords: Words<NoticeWords> = {
  vi: {
    title: 'Thông báo',
    unread: (count) => (count === 0 ? 'Thông báo' : `Thông báo, ${String(count)} chưa đọc`),
    none: 'Chưa có gì. Khi bên kia đề nghị, ký hay giao hàng, bạn thấy ở đây.',
    isNew: 'Mới',
    read: 'Đã đọc',
    readAll: 'Đánh dấu đã đọc hết',
  },
  en: {
    title: 'Notices',
    unread: (count) => (count === 0 ? 'Notices' : `Notices, ${String(count)} unread`),
    none: 'Nothing yet. What the other side offers, signs or delivers shows here.',
    isNew: 'New',
    read: 'I have read it',
    readAll: 'I have read all',
  },
};
