import type { Reason } from '@lienket/platform';
import { CHAIN_ROLES } from './organization-profile.js';

const reason = (en: string, vi: string): Reason => ({ en, vi });

export const REASONS = {
  kind: reason(
    'is none of COOPERATIVE_GROUP, COOPERATIVE, COOPERATIVE_UNION, ENTERPRISE',
    'không phải tổ hợp tác, hợp tác xã, liên hiệp hợp tác xã hay doanh nghiệp',
  ),
  missing: reason('is missing', 'còn trống'),
  taxCode: reason('is not 10 digits, or 10-3', 'không phải 10 chữ số, hoặc 10 chữ số-3 chữ số'),
  province: reason('is no province, neither its code nor its name', 'không phải mã hay tên của một tỉnh, thành phố'),
  scope: reason('is not among your provinces', 'không thuộc các tỉnh, thành phố do bạn quản lý'),
  wholeNumber: reason('is no whole number', 'không phải số nguyên'),
  number: reason('is no number', 'không phải số'),
  year: reason('is no year', 'không phải năm'),
  score: reason('is no number with at most two decimals', 'không phải số có nhiều nhất hai chữ số sau dấu chấm'),
  tooLong: (most: number) => reason(`is longer than ${most} characters`, `dài hơn ${most} ký tự`),
  unwritable: reason('holds control characters', 'có ký tự điều khiển'),
  between: (least: number, most: number) =>
    reason(`is not between ${least} and ${most}`, `không nằm trong khoảng từ ${least} đến ${most}`),
  truth: reason('is neither true nor false', 'không phải có hay không'),
  role: reason(
    `holds a role that is none of ${CHAIN_ROLES.join(', ')}`,
    'có vai trò ngoài: sản xuất, chế biến, phân phối, xuất khẩu, cung ứng vật tư, dịch vụ',
  ),
  day: reason('is no day like 2026-01-31 or 31/01/2026', 'không phải ngày như 31/01/2026'),
  dayRange: (year: number) =>
    reason(`is not between ${year} and today`, `không nằm trong khoảng từ năm ${year} đến hôm nay`),
  known: reason('is in the register already', 'đã có trong sổ'),
  organization: reason('is of no organization in your provinces', 'không phải của tổ chức nào do bạn quản lý'),
  other: reason('is another organization’s', 'là của tổ chức khác'),
  twice: reason('stands in this file more than once', 'có nhiều lần trong tệp này'),
  union: reason(
    'is of no union in this file or in the register',
    'không phải của liên hiệp nào trong tệp này hay trong sổ',
  ),
  together: reason('stand together or not at all', 'phải cùng có hoặc cùng trống'),
  rated: reason('only cooperatives and unions are rated', 'chỉ hợp tác xã và liên hiệp được xếp loại'),
  member: reason('only a cooperative belongs to a union', 'chỉ hợp tác xã thuộc liên hiệp'),
} as const;
