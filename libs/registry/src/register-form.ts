import type { Form, FormLine, RejectedLine } from '@lienket/platform';
import type { RegisterColumn } from './register-columns.js';

export type RegisterLine = FormLine<RegisterColumn>;
export type RejectedRegisterLine = RejectedLine<RegisterColumn>;

/** The register as people fill it in; docs/register.md lists what its columns hold. */
export const REGISTER_FORM: Form<RegisterColumn> = {
  name: 'Sổ đăng ký',
  columns: {
    kind: {
      heading: 'Loại hình',
      note: 'Bắt buộc. Tổ hợp tác, hợp tác xã, liên hiệp hợp tác xã, doanh nghiệp; hoặc THT, HTX, LHHTX, DN.',
      isRequired: true,
    },
    name: { heading: 'Tên tổ chức', note: 'Bắt buộc. Từ 1 đến 200 ký tự.', isRequired: true },
    taxCode: {
      heading: 'Mã số thuế',
      note: '10 chữ số, hoặc 10 chữ số-3 chữ số; chưa có trong sổ và chỉ một lần trong tệp. Hãy để ô ở dạng văn bản để không mất số 0 ở đầu.',
    },
    provinceCode: {
      heading: 'Tỉnh, thành phố',
      note: 'Bắt buộc. Mã hoặc tên của một trong 34 tỉnh, thành phố, hoặc tên của một trong 63 tỉnh trước đây.',
      isRequired: true,
      alias: 'province',
    },
    commune: { heading: 'Xã, phường', note: 'Tên xã, phường, đặc khu.' },
    latitude: { heading: 'Vĩ độ', note: 'Từ 6 đến 24. Vĩ độ và kinh độ cùng có hoặc cùng trống.' },
    longitude: { heading: 'Kinh độ', note: 'Từ 102 đến 118.' },
    chainRoles: {
      heading: 'Vai trò trong chuỗi',
      note: 'Bắt buộc. Sản xuất, chế biến, phân phối, xuất khẩu, cung ứng vật tư, dịch vụ; nhiều vai trò cách nhau bằng dấu chấm phẩy.',
      isRequired: true,
    },
    memberCount: { heading: 'Số thành viên', note: 'Số nguyên từ 0 đến 10.000.000.' },
    agricultural: { heading: 'Nông nghiệp', note: 'Có hoặc không; để trống là có.' },
    highTech: { heading: 'Công nghệ cao', note: 'Có hoặc không; để trống là không.' },
    registeredOn: {
      heading: 'Ngày đăng ký',
      note: 'Ngày, như 31/01/2024; không ở tương lai; để trống là hôm nay.',
    },
    unionTaxCode: {
      heading: 'Mã số thuế của liên hiệp',
      note: 'Chỉ của hợp tác xã: mã số thuế của liên hiệp, có trong tệp này hoặc trong sổ.',
    },
    ratingYear: {
      heading: 'Năm xếp loại',
      note: 'Chỉ của hợp tác xã và liên hiệp. Năm và điểm cùng có hoặc cùng trống.',
    },
    ratingScore: { heading: 'Điểm xếp loại', note: 'Từ 0 đến 100, nhiều nhất hai chữ số sau dấu chấm.' },
    contactName: { heading: 'Người liên hệ', note: 'Người liên hệ.' },
    contactPhone: { heading: 'Điện thoại liên hệ', note: 'Số điện thoại của người liên hệ.' },
  },
};
