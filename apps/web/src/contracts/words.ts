import type { Words } from '../app/language';
import type { Contract, ContractSummary } from './documents';
import type { DeliveryFaults, Verdict } from './delivery-draft';
import type { ChangedPart } from './version-changes';

interface ContractWords {
  readonly none: string;
  readonly notThere: string;
  readonly number: (number: string) => string;
  readonly status: Readonly<Record<ContractSummary['status'], string>>;
  readonly waitsForYou: string;
  readonly waitsForOthers: string;
  readonly form: Readonly<Record<Contract['form'], string>>;
  readonly formLabel: string;
  readonly formHint: string;
  readonly with: (names: string) => string;
  readonly days: (from: string, to: string) => string;
  readonly period: string;
  readonly validUntil: (day: string) => string;
  readonly parties: string;
  readonly lead: string;
  readonly signed: (at: string) => string;
  readonly notSigned: string;
  readonly signedOnPaper: (day: string) => string;
  readonly evidence: string;
  readonly goods: string;
  readonly line: (quantity: string, price: string) => string;
  readonly delivered: (quantity: string) => string;
  readonly terms: string;
  readonly noTerms: string;
  readonly versionBy: (version: number, name: string) => string;
  readonly readFirst: string;
  readonly sign: string;
  readonly signWhat: string;
  readonly signedNow: string;
  readonly signedHalf: string;
  readonly waitsForTraders: string;
  readonly decline: string;
  readonly declineWhy: string;
  readonly declineSure: string;
  readonly withdraw: string;
  readonly withdrawSure: string;
  readonly leaveIt: string;
  readonly inForce: string;
  readonly notInForce: string;
  readonly offerTitle: (name: string) => string;
  readonly quantity: (unit: string) => string;
  readonly price: string;
  readonly from: string;
  readonly to: string;
  readonly send: string;
  readonly offerIs: string;
  readonly unreachable: string;
  readonly wrongNumber: string;
  readonly toAnswer: (count: number) => string;
  readonly underWay: (count: number) => string;
  readonly perKg: string;
  readonly counter: string;
  readonly counterIs: string;
  readonly changed: Readonly<Record<ChangedPart, string>>;
  readonly nothing: string;
  readonly deliveries: string;
  readonly noDeliveries: string;
  readonly accepted: (accepted: string, came: string) => string;
  readonly recordDelivery: string;
  readonly deliveredOn: string;
  readonly came: (unit: string) => string;
  readonly acceptedOf: (unit: string) => string;
  readonly note: string;
  readonly record: string;
  readonly receive: string;
  readonly verdictLabel: string;
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly returned: (quantity: string) => string;
  readonly whyReturned: string;
  readonly gradeThatCame: string;
  readonly noGrade: string;
  /** most: what may still be accepted. */
  readonly deliveryFaults: Readonly<Record<NonNullable<DeliveryFaults['came']>, (most: string) => string>>;
  readonly acceptedSoFar: (what: string, accepted: string, agreed: string) => string;
  readonly toCome: (quantity: string) => string;
  readonly fromThen: (day: string) => string;
  readonly firstDeliveries: (shown: number, all: number) => string;
  readonly award: string;
  readonly noAward: string;
  readonly partOfAward: string;
  readonly awardIs: string;
  readonly contracts: (count: number) => string;
  readonly onAverage: (quantity: string, price: string) => string;
  readonly notInAward: (quantity: string) => string;
}

export const contractWords: Words<ContractWords> = {
  vi: {
    none: 'Chưa có hợp đồng. Xem bên phù hợp với tin hoặc nhu cầu của bạn rồi chào hợp đồng.',
    notThere: 'Không có hợp đồng này.',
    number: (number) => `Hợp đồng ${number}`,
    status: {
      OFFERED: 'Đang chào',
      SIGNED: 'Đã ký',
      COMPLETED: 'Hoàn thành',
      TERMINATED: 'Đã chấm dứt',
      DECLINED: 'Bị từ chối',
      WITHDRAWN: 'Đã rút lại',
      EXPIRED: 'Hết hạn trả lời',
    },
    waitsForYou: 'Chờ bạn ký',
    waitsForOthers: 'Chờ bên kia ký',
    form: {
      FULL_CHAIN: 'Vật tư, sản xuất, chế biến, tiêu thụ',
      INPUTS: 'Cung ứng vật tư, tiêu thụ',
      PRODUCTION: 'Sản xuất, thu hoạch, tiêu thụ',
      INPUTS_PRODUCTION: 'Vật tư, sản xuất, tiêu thụ',
      PRODUCTION_PROCESSING: 'Sản xuất, chế biến, tiêu thụ',
      INPUTS_PROCESSING: 'Vật tư, chế biến, tiêu thụ',
      PROCESSING: 'Sơ chế, chế biến, tiêu thụ',
      SPOT_SALE: 'Mua bán thông thường, không phải liên kết',
    },
    formLabel: 'Hình thức liên kết',
    formHint: 'Theo Nghị định 98/2018, điều 4',
    with: (names) => `Với ${names}`,
    days: (from, to) => `${from} đến ${to}`,
    period: 'Thời hạn',
    validUntil: (day) => `Trả lời trước hết ngày ${day}`,
    parties: 'Các bên',
    lead: 'chủ trì liên kết',
    signed: (at) => `đã ký ${at}`,
    notSigned: 'chưa ký',
    signedOnPaper: (day) => `đã ký trên giấy ${day}`,
    evidence: 'Bằng chứng của hợp đồng giấy',
    goods: 'Hàng hóa',
    line: (quantity, price) => `${quantity}, ${price} đ/kg`,
    delivered: (quantity) => `đã nghiệm thu ${quantity}`,
    terms: 'Điều khoản',
    noTerms: 'Không có điều khoản nào khác.',
    versionBy: (version, name) => `Bản ${version}, do ${name} đề nghị`,
    readFirst: 'Đọc đến hết rồi ký',
    sign: 'Ký hợp đồng',
    signWhat: 'Ký là đồng ý với đúng bản này. Khi mọi bên đã ký, số lượng được giữ và hợp đồng có hiệu lực.',
    signedNow: 'Mọi bên đã ký. Hợp đồng có hiệu lực theo thời hạn.',
    signedHalf: 'Bạn đã ký. Chờ bên kia.',
    waitsForTraders: 'Chờ người giao dịch của tổ chức bạn trả lời.',
    decline: 'Từ chối',
    declineWhy: 'Vì sao? Bên kia sẽ đọc.',
    declineSure: 'Từ chối đề nghị này?',
    withdraw: 'Rút lại đề nghị',
    withdrawSure: 'Rút lại đề nghị này?',
    leaveIt: 'Để sau',
    inForce: 'Còn hiệu lực',
    notInForce: 'Chưa hoặc không còn hiệu lực',
    offerTitle: (name) => `Chào hợp đồng cho ${name}`,
    quantity: (unit) => `Số lượng, ${unit}`,
    price: 'Giá, đồng một kg',
    from: 'Từ ngày',
    to: 'Đến ngày',
    send: 'Gửi đề nghị',
    offerIs: 'Đề nghị chưa giữ hàng của ai. Hai bên còn phải ký.',
    unreachable: 'Chưa gửi được: mạng hoặc máy chủ đang có vấn đề. Gửi lại cũng chỉ tính một lần.',
    wrongNumber: 'Ghi một số lớn hơn 0.',
    toAnswer: (count) => `${count} hợp đồng chờ bạn ký`,
    underWay: (count) => `${count} hợp đồng đang giao nhận`,
    perKg: 'đ/kg',
    counter: 'Đề nghị lại',
    counterIs: 'Đề nghị lại thay bản đang có; chữ ký trên bản cũ không còn.',
    changed: {
      quantity: 'Số lượng',
      price: 'Giá',
      from: 'Từ ngày',
      to: 'Đến ngày',
      terms: 'Điều khoản',
      lines: 'Số dòng hàng',
    },
    nothing: 'không có',
    deliveries: 'Các đợt giao',
    noDeliveries: 'Chưa giao đợt nào.',
    accepted: (accepted, came) => `nghiệm thu ${accepted} trong ${came}`,
    recordDelivery: 'Ghi một đợt giao',
    deliveredOn: 'Ngày giao',
    came: (unit) => `Đã giao, ${unit}`,
    acceptedOf: (unit) => `Nghiệm thu, ${unit}`,
    note: 'Ghi chú',
    record: 'Ghi lại',
    receive: 'Nhận một đợt hàng',
    verdictLabel: 'Nhận bao nhiêu?',
    verdict: { ALL: 'Nhận hết', PART: 'Trả lại một phần', NONE: 'Trả lại hết' },
    returned: (quantity) => `trả lại ${quantity}`,
    whyReturned: 'Vì sao trả lại? Bên kia sẽ đọc.',
    gradeThatCame: 'Phẩm cấp khi nhận',
    noGrade: 'Không ghi',
    deliveryFaults: {
      NOT_A_NUMBER: () => 'Ghi một số lớn hơn 0.',
      MORE_THAN_CAME: () => 'Nghiệm thu không quá lượng đã giao.',
      MORE_THAN_AGREED: (most) => `Nghiệm thu thêm được nhiều nhất ${most}: lượng đã ký và một phần mười.`,
      NO_REASON: () => 'Ghi vì sao trả lại.',
    },
    acceptedSoFar: (what, accepted, agreed) => `${what}: đã nghiệm thu ${accepted} / ${agreed}`,
    toCome: (quantity) => `còn ${quantity}`,
    fromThen: (day) => `Giao nhận từ ngày ${day}.`,
    firstDeliveries: (shown, all) => `${shown} đợt trong ${all}`,
    award: 'Gói hợp đồng',
    noAward: 'Không có gói hợp đồng này.',
    partOfAward: 'Xem cả gói hợp đồng',
    awardIs: 'Chỉ bên mua thấy cả gói. Mỗi bên bán chỉ thấy hợp đồng của mình.',
    contracts: (count) => `${count} hợp đồng`,
    onAverage: (quantity, price) => `${quantity}, bình quân ${price} đ/kg`,
    notInAward: (quantity) => `Chưa có trong gói: ${quantity}`,
  },
  en: {
    none: 'No contracts yet. See who fits your listings and demands, and offer one.',
    notThere: 'There is no such contract.',
    number: (number) => `Contract ${number}`,
    status: {
      OFFERED: 'Offered',
      SIGNED: 'Signed',
      COMPLETED: 'Completed',
      TERMINATED: 'Terminated',
      DECLINED: 'Declined',
      WITHDRAWN: 'Withdrawn',
      EXPIRED: 'Not answered in time',
    },
    waitsForYou: 'Waits for your signature',
    waitsForOthers: 'Waits for the other side',
    form: {
      FULL_CHAIN: 'Inputs, production, processing, off-take',
      INPUTS: 'Inputs, off-take',
      PRODUCTION: 'Production, harvest, off-take',
      INPUTS_PRODUCTION: 'Inputs, production, off-take',
      PRODUCTION_PROCESSING: 'Production, processing, off-take',
      INPUTS_PROCESSING: 'Inputs, processing, off-take',
      PROCESSING: 'Processing, off-take',
      SPOT_SALE: 'Plain sale, no linkage',
    },
    formLabel: 'Form of linkage',
    formHint: 'By Decree 98/2018, article 4',
    with: (names) => `With ${names}`,
    days: (from, to) => `${from} to ${to}`,
    period: 'Period',
    validUntil: (day) => `To be answered by ${day}`,
    parties: 'Parties',
    lead: 'linkage lead',
    signed: (at) => `signed ${at}`,
    notSigned: 'not signed',
    signedOnPaper: (day) => `signed on paper on ${day}`,
    evidence: 'Evidence of the paper',
    goods: 'Goods',
    line: (quantity, price) => `${quantity}, ${price} VND/kg`,
    delivered: (quantity) => `${quantity} accepted`,
    terms: 'Terms',
    noTerms: 'There are no other terms.',
    versionBy: (version, name) => `Version ${version}, offered by ${name}`,
    readFirst: 'Read to the end, then sign',
    sign: 'Sign the contract',
    signWhat:
      'Signing agrees to exactly this version. Once all have signed, the quantity is held and the contract holds.',
    signedNow: 'All have signed. The contract holds for its period.',
    signedHalf: 'You have signed. The other side is next.',
    waitsForTraders: 'It waits for a trader of your organization to answer.',
    decline: 'Decline',
    declineWhy: 'Why? The other side will read it.',
    declineSure: 'Decline this offer?',
    withdraw: 'Withdraw the offer',
    withdrawSure: 'Withdraw this offer?',
    leaveIt: 'Not now',
    inForce: 'In force',
    notInForce: 'Not in force yet, or no longer',
    offerTitle: (name) => `Offer a contract to ${name}`,
    quantity: (unit) => `Quantity, ${unit}`,
    price: 'Price, VND a kilogram',
    from: 'From',
    to: 'To',
    send: 'Send the offer',
    offerIs: 'An offer holds nothing yet. Both sides still have to sign.',
    unreachable: 'Not sent: the network or the server has trouble. Sent again, it still counts once.',
    wrongNumber: 'Write a number above 0.',
    toAnswer: (count) =>
      count === 1 ? 'A contract waits for your signature' : `${count} contracts wait for your signature`,
    underWay: (count) => (count === 1 ? 'A contract is being delivered' : `${count} contracts are being delivered`),
    perKg: 'VND/kg',
    counter: 'Counter-offer',
    counterIs: 'A counter-offer takes the place of this version, and every signature on it is void.',
    changed: { quantity: 'Quantity', price: 'Price', from: 'From', to: 'To', terms: 'Terms', lines: 'Lines' },
    nothing: 'none',
    deliveries: 'Deliveries',
    noDeliveries: 'Nothing has been delivered yet.',
    accepted: (accepted, came) => `${accepted} of ${came} accepted`,
    recordDelivery: 'Record a delivery',
    deliveredOn: 'Day of delivery',
    came: (unit) => `Delivered, ${unit}`,
    acceptedOf: (unit) => `Accepted, ${unit}`,
    note: 'Note',
    record: 'Record it',
    receive: 'Receive a delivery',
    verdictLabel: 'How much is accepted?',
    verdict: { ALL: 'All of it', PART: 'A part is returned', NONE: 'All is returned' },
    returned: (quantity) => `${quantity} returned`,
    whyReturned: 'Why is it returned? The other side will read it.',
    gradeThatCame: 'Grade as it came',
    noGrade: 'Not said',
    deliveryFaults: {
      NOT_A_NUMBER: () => 'Write a number above 0.',
      MORE_THAN_CAME: () => 'No more is accepted than came.',
      MORE_THAN_AGREED: (most) => `At most ${most} more can be accepted: what was agreed and a tenth of it.`,
      NO_REASON: () => 'Say why it is returned.',
    },
    acceptedSoFar: (what, accepted, agreed) => `${what}: ${accepted} of ${agreed} accepted`,
    toCome: (quantity) => `${quantity} to come`,
    fromThen: (day) => `Deliveries are recorded from ${day} on.`,
    firstDeliveries: (shown, all) => `${shown} deliveries of ${all}`,
    award: 'Award',
    noAward: 'There is no such award.',
    partOfAward: 'See the whole award',
    awardIs: 'Only the buyer sees it whole. Each seller sees its own contract.',
    contracts: (count) => (count === 1 ? 'one contract' : `${count} contracts`),
    onAverage: (quantity, price) => `${quantity}, ${price} VND/kg on average`,
    notInAward: (quantity) => `Not in the award: ${quantity}`,
  },
};
