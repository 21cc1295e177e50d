import type { Form, FormColumn, FormLine, RejectedLine } from '@lienket/platform';
import type { LinkageForm } from './contract-draft.js';

/** Parties of one line; a paper with more of them is attested by itself. */
export const PLACES = ['1', '2', '3', '4', '5', '6'] as const;
export type Place = (typeof PLACES)[number];

export type LinkageColumn =
  | ('form' | 'evidence' | 'signedOn' | 'startsOn' | 'endsOn' | 'commodities' | 'lead')
  | `${'party' | 'name' | 'roles'}${Place}`;
export type LinkageLine = FormLine<LinkageColumn>;
export type RejectedLinkageLine = RejectedLine<LinkageColumn>;

/** As people write them: by the number that Decree 98/2018/NĐ-CP, article 4, gives them, or by what they tie together. */
export const LINKAGE_FORMS: readonly (readonly [form: LinkageForm, number: string, stages: string])[] = [
  ['FULL_CHAIN', 'F1', 'vật tư, sản xuất, chế biến, tiêu thụ'],
  ['INPUTS', 'F2', 'cung ứng vật tư, tiêu thụ'],
  ['PRODUCTION', 'F3', 'sản xuất, thu hoạch, tiêu thụ'],
  ['INPUTS_PRODUCTION', 'F4', 'vật tư, sản xuất, tiêu thụ'],
  ['PRODUCTION_PROCESSING', 'F5', 'sản xuất, chế biến, tiêu thụ'],
  ['INPUTS_PROCESSING', 'F6', 'vật tư, chế biến, tiêu thụ'],
  ['PROCESSING', 'F7', 'sơ chế, chế biến, tiêu thụ'],
  ['SPOT_SALE', 'mua bán', 'mua bán thông thường, không phải liên kết'],
];
const FORM_WORDS = LINKAGE_FORMS.map(([, number, stages]) => `${number}: ${stages}`).join('; ');

const partyColumns = (place: Place): [LinkageColumn, FormColumn][] => {
  const required = place <= '2' ? ({ isRequired: true } as const) : {};
  const must = place <= '2' ? 'Bắt buộc. ' : '';
  const code = 'Mã số thuế, ở dạng văn bản, hoặc mã trong Lienket của một tổ chức đang hoạt động';
  return [
    [
      `party${place}`,
      {
        heading: `Bên ${place}`,
        note: `${must}${code}${place === '1' ? '; ít nhất một bên ở tỉnh bạn phụ trách.' : '.'}`,
        ...required,
      },
    ],
    [`name${place}`, { heading: `Tên bên ${place}`, note: 'Để người đọc dễ nhận ra; không được nhập.' }],
    [
      `roles${place}`,
      {
        heading: `Vai trò bên ${place}`,
        note: `${must}Sản xuất, chế biến, phân phối, xuất khẩu, cung ứng vật tư, dịch vụ; nhiều vai trò cách nhau bằng dấu chấm phẩy.`,
        ...required,
      },
    ],
  ];
};

/** Contracts that were signed on paper, one a line. */
export const LINKAGES_FORM: Form<LinkageColumn> = {
  name: 'Liên kết trên giấy',
  columns: {
    form: { heading: 'Hình thức liên kết', note: `Bắt buộc. Một trong: ${FORM_WORDS}.`, isRequired: true },
    evidence: {
      heading: 'Bằng chứng',
      note: 'Bắt buộc. Số hợp đồng và nơi lưu, ví dụ: HĐ 12/2026, Phòng Kinh tế xã, tủ 3. Nhiều nhất 1.000 ký tự; cùng bằng chứng, cùng ngày ký, cùng các bên là một hợp đồng.',
      isRequired: true,
    },
    signedOn: {
      heading: 'Ngày ký trên giấy',
      note: 'Bắt buộc. Ngày, như 31/01/2024; không sau hôm nay.',
      isRequired: true,
    },
    startsOn: { heading: 'Từ ngày', note: 'Bắt buộc. Ngày đầu của thời hạn.', isRequired: true },
    endsOn: {
      heading: 'Đến ngày',
      note: 'Bắt buộc. Ngày cuối của thời hạn; không trước ngày đầu, nhiều nhất 50 năm sau đó.',
      isRequired: true,
    },
    commodities: {
      heading: 'Mặt hàng',
      note: 'Bắt buộc. Mã hoặc tên của mặt hàng trong Lienket; nhiều mặt hàng cách nhau bằng dấu chấm phẩy.',
      isRequired: true,
    },
    lead: {
      heading: 'Bên chủ trì',
      note: 'Bắt buộc. Số của bên chủ trì liên kết trong dòng, như 2 cho bên 2.',
      isRequired: true,
    },
    ...(Object.fromEntries(PLACES.flatMap(partyColumns)) as Record<
      `${'party' | 'name' | 'roles'}${Place}`,
      FormColumn
    >),
  },
};
