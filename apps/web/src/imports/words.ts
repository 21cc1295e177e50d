import type { Words } from '../app/language';
import type { MyImport } from './documents';

interface ImportWords {
  readonly title: string;
  readonly forManagers: string;
  readonly what: string;
  readonly kind: Readonly<Record<MyImport['kind'], string>>;
  readonly template: string;
  readonly file: string;
  readonly hint: string;
  readonly attestIs: string;
  readonly tooLarge: string;
  readonly send: string;
  readonly sending: string;
  readonly notSent: string;
  readonly mine: string;
  readonly none: string;
  readonly status: Readonly<Record<MyImport['status'], string>>;
  readonly waits: string;
  readonly reads: string;
  readonly checked: (done: string, of: string) => string;
  readonly saved: (done: string, of: string) => string;
  readonly imported: (count: string) => string;
  readonly rejected: (count: string, of: string) => string;
  readonly nothing: string;
  readonly failed: string;
  readonly cancel: string;
  readonly cancelOf: (file: string) => string;
  readonly takeRejected: (count: string) => string;
  readonly notTaken: string;
}

export const importWords: Words<ImportWords> = {
  vi: {
    title: 'Nhập từ Excel',
    forManagers: 'Trang này dành cho cán bộ quản lý chương trình và quản trị viên.',
    what: 'Nhập gì',
    kind: { REGISTER: 'Sổ đăng ký tổ chức', RATINGS: 'Xếp loại hằng năm', LINKAGES: 'Liên kết trên giấy' },
    template: 'Tải tệp mẫu (Excel)',
    file: 'Tệp đã điền (.xlsx)',
    hint: 'Nhiều nhất 50.000 dòng, 8 MB. Mọi dòng được kiểm tra trước: còn một dòng sai thì chưa dòng nào được nhập.',
    attestIs:
      'Bạn xác nhận đã thấy các hợp đồng này. Tên bạn và bằng chứng được lưu; tỷ lệ ghi rõ phần dựa trên hợp đồng giấy.',
    tooLarge: 'Tệp lớn hơn 8 MB. Hãy chia thành nhiều tệp.',
    send: 'Gửi để nhập',
    sending: 'Đang gửi…',
    notSent: 'Chưa gửi được. Tệp vẫn còn trên máy, hãy gửi lại.',
    mine: 'Các lần nhập của tôi',
    none: 'Chưa nhập gì. Tải tệp mẫu, điền, rồi gửi ở trên.',
    status: {
      QUEUED: 'Đang chờ',
      CHECKING: 'Đang kiểm tra',
      SAVING: 'Đang lưu',
      IMPORTED: 'Đã nhập',
      REJECTED: 'Có dòng sai',
      UNREADABLE: 'Không đọc được',
      FAILED: 'Không thành',
      CANCELLED: 'Đã hủy',
    },
    waits: 'Chờ đến lượt.',
    reads: 'Đang đọc tệp.',
    checked: (done, of) => `Đã kiểm tra ${done} trong ${of} dòng.`,
    saved: (done, of) => `Đã lưu ${done} trong ${of} dòng; lưu xong hết mới có hiệu lực.`,
    imported: (count) => `Đã nhập ${count} dòng.`,
    rejected: (count, of) =>
      `Chưa dòng nào được nhập: ${count} trong ${of} dòng có chỗ sai. Tải các dòng này về, xem lý do ở từng dòng, sửa rồi gửi lại cùng các dòng khác.`,
    nothing: 'Không dòng nào được nhập.',
    failed: 'Không dòng nào được nhập. Hãy gửi lại; nếu vẫn vậy, hãy báo quản trị viên.',
    cancel: 'Hủy',
    cancelOf: (file) => `Hủy nhập ${file}`,
    takeRejected: (count) => `Tải ${count} dòng sai (Excel)`,
    notTaken: 'Chưa tải được các dòng sai. Hãy thử lại.',
  },
  en: {
    title: 'Import from Excel',
    forManagers: 'This page is for program managers and administrators.',
    what: 'What to import',
    kind: { REGISTER: 'Register of organizations', RATINGS: 'Yearly ratings', LINKAGES: 'Linkages on paper' },
    template: 'Take the template (Excel)',
    file: 'The file, filled in (.xlsx)',
    hint: 'At most 50,000 rows, 8 MB. Every row is checked first: as long as one is wrong, none is imported.',
    attestIs:
      'You confirm that you have seen these contracts. Your name and the evidence are kept; the share says how much of it rests on paper.',
    tooLarge: 'The file is larger than 8 MB. Split it into several.',
    send: 'Send to import',
    sending: 'Sending…',
    notSent: "It couldn't be sent. The file is still on this device: send it again.",
    mine: 'My imports',
    none: 'Nothing yet. Take the template, fill it in and send it above.',
    status: {
      QUEUED: 'Waiting',
      CHECKING: 'Being checked',
      SAVING: 'Being saved',
      IMPORTED: 'Imported',
      REJECTED: 'Rows are wrong',
      UNREADABLE: "Can't be read",
      FAILED: 'Failed',
      CANCELLED: 'Cancelled',
    },
    waits: 'It waits for its turn.',
    reads: 'The file is being read.',
    checked: (done, of) => `${done} of ${of} rows are checked.`,
    saved: (done, of) => `${done} of ${of} rows are saved; they count once all are.`,
    imported: (count) => `${count} rows are imported.`,
    rejected: (count, of) =>
      `Nothing is imported: something is wrong in ${count} of ${of} rows. Take these, see why in each, mend them and send them again with the others.`,
    nothing: 'Nothing is imported.',
    failed: 'Nothing is imported. Send it again; where it stays so, tell an administrator.',
    cancel: 'Cancel',
    cancelOf: (file) => `Cancel the import of ${file}`,
    takeRejected: (count) => `Take the ${count} wrong rows (Excel)`,
    notTaken: "The wrong rows couldn't be taken. Try again.",
  },
};
