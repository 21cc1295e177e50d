import type { Dice } from './demo-dice.js';
import type { Crop } from './demo-crops.js';

const FAMILY = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Huỳnh',
  'Phan',
  'Vũ',
  'Võ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
  'Lý',
];
const WOMEN = [
  'Thị Hoa',
  'Thị Lan',
  'Thị Mai',
  'Ngọc Ánh',
  'Thị Hồng',
  'Thu Hà',
  'Thị Thanh',
  'Kim Chi',
  'Thị Phượng',
  'Bích Ngọc',
];
const MEN = [
  'Văn Hùng',
  'Văn Dũng',
  'Minh Tuấn',
  'Đức Thắng',
  'Văn Thành',
  'Quốc Bảo',
  'Hữu Phước',
  'Thanh Sơn',
  'Văn Long',
  'Tấn Tài',
];
const COMMUNE_FIRST = [
  'Tân', 'An', 'Bình', 'Phú', 'Long', 'Mỹ', 'Hòa', 'Thanh', 'Vĩnh', 'Đông', 'Xuân', 'Hưng', 'Nghĩa', 'Thạnh', 'Phước', 'Kim', 'Yên', 'Đại', 'Minh', 'Lạc',
]; // prettier-ignore
const COMMUNE_LAST = [
  'Hòa', 'Lộc', 'Thạnh', 'Phú', 'Thành', 'Hưng', 'Sơn', 'Xuân', 'Lợi', 'Khánh', 'Phong', 'Trung', 'Hiệp', 'An', 'Bình', 'Đức', 'Lâm', 'Giang', 'Thịnh', 'Tiến',
]; // prettier-ignore
const BRANDS = [
  'Đồng Xanh', 'Mùa Vàng', 'Hạt Ngọc Quê', 'Sông Mây', 'Đất Lành', 'Cánh Đồng Việt', 'Nắng Mới', 'Lá Biếc', 'Vườn Quê', 'Phù Sa',
  'Bến Xuân', 'Hương Đất', 'Nguồn Sạch', 'Trăng Non', 'Ngàn Thông', 'Suối Trong', 'Gió Biển', 'Ruộng Bậc', 'Mạ Non', 'Chín Nhánh',
]; // prettier-ignore
const TRADES: Readonly<Record<string, string>> = {
  PROCESSOR: 'Chế biến nông sản',
  EXPORTER: 'Xuất khẩu nông sản',
  DISTRIBUTOR: 'Phân phối thực phẩm',
  INPUT_SUPPLIER: 'Vật tư nông nghiệp',
  SERVICE_PROVIDER: 'Dịch vụ và logistics nông nghiệp',
};
const OTHER_TRADES = [
  'Vận tải',
  'Thủ công mỹ nghệ',
  'Dịch vụ điện nước',
  'Thương mại dịch vụ',
  'Xây dựng',
  'Vệ sinh môi trường',
];

/** Makes names that could be Vietnamese ones and are nobody's; no two organizations get the same. */
export function namesOf(dice: Dice) {
  const taken = new Set<string>();
  const commune = (): string => {
    const first = dice.of(COMMUNE_FIRST);
    return `${first} ${dice.of(COMMUNE_LAST.filter((last) => last !== first))}`;
  };
  const unique = (make: (place: string) => string): { name: string; commune: string } => {
    for (;;) {
      const place = commune();
      const name = make(place);
      if (taken.has(name)) continue;
      taken.add(name);
      return { name, commune: `${dice.chance(0.15) ? 'Phường' : 'Xã'} ${place}` };
    }
  };
  return {
    person: (): string => `${dice.of(FAMILY)} ${dice.of(dice.chance(0.4) ? WOMEN : MEN)}`,
    group: (crop: Crop | null) =>
      unique((place) => `Tổ hợp tác ${crop?.workVi ?? dice.of(OTHER_TRADES).toLowerCase()} ${place}`),
    cooperative: (crop: Crop | null) =>
      unique((place) => {
        if (!crop) return `Hợp tác xã ${dice.of(OTHER_TRADES)} ${place}`;
        return `Hợp tác xã ${dice.of([crop.nameVi, crop.nameVi, 'Nông nghiệp', 'Dịch vụ nông nghiệp', 'Nông sản sạch'])} ${place}`;
      }),
    union: (provinceVi: string) => unique(() => `Liên hiệp hợp tác xã Nông nghiệp ${provinceVi}`),
    enterprise: (role: string) =>
      unique(() => `${dice.of(['Công ty cổ phần', 'Công ty TNHH'])} ${TRADES[role] ?? 'Nông sản'} ${dice.of(BRANDS)}`),
  };
}
