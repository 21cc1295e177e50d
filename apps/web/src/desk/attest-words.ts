import type { Words } from '../app/language';
import type { AttestFault } from './attest-draft';

interface AttestWords {
  readonly about: string;
  readonly many: string;
  readonly partyName: string;
  readonly addParty: string;
  readonly leaveOut: string;
  readonly noneFound: string;
  readonly lead: string;
  readonly choose: string;
  readonly commodities: string;
  readonly addCommodity: string;
  readonly signedOn: string;
  readonly evidence: string;
  readonly evidenceHint: string;
  readonly attestIs: string;
  readonly send: string;
  readonly lacking: string;
  readonly fault: Readonly<Record<AttestFault, string>>;
}

export const attestWords: Words<AttestWords> = {
  vi: {
    about: 'Hợp đồng liên kết đã ký trên giấy, ghi lại để tỷ lệ đúng với thực tế. Một bên ở tỉnh bạn phụ trách.',
    many: 'Nhiều hợp đồng? Nhập từ Excel',
    partyName: 'Tên một bên',
    addParty: 'Thêm bên này',
    leaveOut: 'Bỏ bên này',
    noneFound: 'Không thấy tổ chức nào đang hoạt động tên như vậy.',
    lead: 'Chủ trì liên kết',
    choose: 'Chọn',
    commodities: 'Mặt hàng',
    addCommodity: 'Thêm một mặt hàng',
    signedOn: 'Ngày ký trên giấy',
    evidence: 'Bằng chứng',
    evidenceHint: 'Số hợp đồng và nơi lưu, ví dụ: HĐ 12/2026, Phòng Kinh tế xã, tủ 3.',
    attestIs:
      'Bạn xác nhận đã thấy hợp đồng này. Tên bạn và bằng chứng được lưu; tỷ lệ ghi rõ phần dựa trên hợp đồng giấy.',
    send: 'Ghi nhận hợp đồng',
    lacking: 'Còn chỗ chưa đúng, xem chữ đỏ ở trên. Chưa gửi gì.',
    fault: {
      TWO_PARTIES: 'Tìm và thêm ít nhất hai bên.',
      NO_ROLE: 'Chọn vai trò của từng bên.',
      NO_LEAD: 'Chọn bên chủ trì liên kết.',
      NO_LINKAGE:
        'Liên kết cần một bên sản xuất không phải doanh nghiệp, và một bên khác chế biến, phân phối hoặc xuất khẩu.',
      NO_COMMODITY: 'Chọn ít nhất một mặt hàng.',
      NO_DAY: 'Chọn ngày.',
      SIGNED_LATER: 'Ngày ký không sau hôm nay.',
      ENDS_BEFORE: 'Ngày cuối không trước ngày đầu.',
      NO_EVIDENCE: 'Ghi số hợp đồng và nơi lưu.',
    },
  },
  en: {
    about:
      'A linkage contract that was signed on paper, recorded so that the share is true. One party is of a province that you answer for.',
    many: 'Many contracts? Import them from Excel',
    partyName: 'Name of a party',
    addParty: 'Add this party',
    leaveOut: 'Leave it out',
    noneFound: 'No active organization is called so.',
    lead: 'Who leads the linkage',
    choose: 'Choose',
    commodities: 'Commodities',
    addCommodity: 'Add a commodity',
    signedOn: 'Day of the signatures on paper',
    evidence: 'Evidence',
    evidenceHint: 'Number of the contract and where it is kept, such as: HĐ 12/2026, commune office, cabinet 3.',
    attestIs:
      'You confirm that you have seen this contract. Your name and the evidence are kept; the share says how much of it rests on paper.',
    send: 'Attest the contract',
    lacking: 'Something is not right yet: look at what is red above. Nothing was sent.',
    fault: {
      TWO_PARTIES: 'Find and add two parties at least.',
      NO_ROLE: 'Choose what each party does.',
      NO_LEAD: 'Choose who leads the linkage.',
      NO_LINKAGE:
        'A linkage needs a producer that is not an enterprise, and another party that processes, distributes or exports.',
      NO_COMMODITY: 'Choose one commodity at least.',
      NO_DAY: 'Choose a day.',
      SIGNED_LATER: 'The day of the signatures is not after today.',
      ENDS_BEFORE: 'The last day is not before the first.',
      NO_EVIDENCE: 'Write the number of the contract and where it is kept.',
    },
  },
};
