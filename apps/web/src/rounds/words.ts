import type { Words } from '../app/language';
import type { RoundSummary } from './documents';

interface RoundWords {
  readonly start: string;
  readonly none: string;
  readonly noneForYou: string;
  readonly notThere: string;
  readonly round: (instant: string) => string;
  readonly status: Readonly<Record<RoundSummary['status'], string>>;
  readonly startedBy: (login: string) => string;
  readonly everything: string;
  readonly everywhere: string;
  readonly from: (day: string) => string;
  readonly to: (day: string) => string;
  readonly bonusOf: (vnd: string) => string;
  readonly transportOf: (vnd: string) => string;
  /** The gap is null where there is none. */
  readonly worthAndGap: (worth: string, gap: string | null) => string;
  readonly more: string;

  readonly progress: string;
  readonly waits: string;
  readonly leavable: string;
  readonly failed: string;
  readonly failure: Readonly<Record<NonNullable<RoundSummary['failure']> | 'UNKNOWN', string>>;
  readonly cancelled: string;
  readonly cancelledWhy: string;
  readonly cancel: string;
  readonly cancelSure: string;
  readonly cancelWhat: string;
  readonly letRun: string;
  readonly unreachable: string;

  readonly newRound: string;
  readonly onlyManagers: string;
  readonly whatItDoes: string;
  readonly whatItDoesMore: string;
  readonly commodities: string;
  readonly provinces: string;
  readonly provincesHint: string;
  readonly all: string;
  readonly addAnother: string;
  readonly chosen: string;
  readonly deliverFrom: string;
  readonly deliverTo: string;
  readonly daysHint: string;
  readonly transport: string;
  readonly transportHint: string;
  readonly bonus: string;
  readonly bonusHint: string;
  readonly perKgKm: string;
  readonly dong: string;
  readonly wrongNumber: string;
  readonly tooMany: string;

  readonly found: (amount: string, worth: string) => string;
  readonly ownPart: (amount: string) => string;
  readonly foundNothing: string;
  readonly foundNothingWhy: string;
  readonly newcomers: (count: number) => string;
  readonly atMostBelow: (gap: string) => string;
  readonly noneBetter: string;
  readonly proposal: string;
  readonly worth: string;
  readonly bound: string;
  readonly bonusCost: string;
  readonly skipped: string;
  readonly skippedOf: (listings: number, demands: number) => string;
  readonly scope: string;

  readonly mostFrom: (province: string, amount: string) => string;
  readonly mapHow: string;
  readonly mapLabel: string;
  readonly fromProvinces: string;
  readonly suppliers: (count: number) => string;
  readonly receives: (amount: string) => string;
  readonly nothingThere: string;

  readonly certificate: string;
  readonly certificateHow: string;
  readonly holds: string;
  readonly fails: string;
  readonly feasible: string;
  readonly blocking: (count: number) => string;
  readonly boundHolds: (worth: string, bound: string, gap: string) => string;
  readonly faults: string;
  readonly checkedAt: string;
  readonly digest: string;
  readonly seed: string;
  readonly noSeed: string;
  readonly checkYourself: string;
  readonly checkHow: string;
  readonly takeFile: string;
  readonly fileRefused: string;

  readonly allocations: (count: string) => string;
  readonly way: (supplier: string, from: string, buyer: string, to: string) => string;
  readonly price: (price: string, worth: string) => string;
  readonly offer: string;
  readonly offerAll: string;
}

export const roundWords: Words<RoundWords> = {
  vi: {
    start: 'Mở đợt mới',
    none: 'Chưa có đợt nào. Một đợt xem mọi tin chào bán và nhu cầu đang mở, và tìm cách phân hàng có giá trị nhất.',
    noneForYou: 'Chưa có đợt nào phân hàng cho tổ chức của bạn.',
    notThere: 'Không có đợt này, hoặc bạn không được xem.',
    round: (instant) => `Đợt ${instant}`,
    status: {
      QUEUED: 'Đang chờ',
      RUNNING: 'Đang chạy',
      SOLVED: 'Đã xong',
      FAILED: 'Không thành',
      CANCELLED: 'Đã hủy',
    },
    startedBy: (login) => `Người mở: ${login}`,
    everything: 'Mọi mặt hàng',
    everywhere: 'mọi tỉnh của người mở',
    from: (day) => `giao từ ${day}`,
    to: (day) => `giao đến ${day}`,
    bonusOf: (vnd) => `thưởng ${vnd} đ mỗi tổ chức mới`,
    transportOf: (vnd) => `vận chuyển ${vnd} đ/kg/km`,
    worthAndGap: (worth, gap) =>
      gap === null ? `Giá trị ${worth}, không gì hơn được` : `Giá trị ${worth}, kém tốt nhất nhiều nhất ${gap}`,
    more: 'Xem thêm',

    progress: 'Tiến độ',
    waits: 'Đang chờ đến lượt.',
    leavable: 'Cứ rời trang này: đợt vẫn chạy, và kết quả ở lại đây.',
    failed: 'Đợt này không thành',
    failure: {
      TOO_LARGE: 'Cần nhiều bộ nhớ hơn máy chủ có. Hãy mở đợt hẹp hơn: ít mặt hàng hoặc ít tỉnh hơn.',
      UNSOUND:
        'Không tính được, hoặc phép kiểm độc lập thấy có điều không đúng. Không có gì được giữ lại; nhật ký máy chủ ghi lý do.',
      INTERRUPTED: 'Bắt đầu nhiều lần mà lần nào cũng bị ngắt. Có thể mở lại.',
      UNKNOWN: 'Không có gì được giữ lại; nhật ký máy chủ ghi lý do.',
    },
    cancelled: 'Đợt này đã hủy',
    cancelledWhy: 'Không có gì của đợt được giữ lại.',
    cancel: 'Hủy đợt này',
    cancelSure: 'Hủy đợt này?',
    cancelWhat: 'Đợt dừng ngay, và không có gì của đợt được giữ lại. Muốn có kết quả thì phải mở đợt mới.',
    letRun: 'Để đợt chạy tiếp',
    unreachable: 'Chưa gửi được. Kiểm tra mạng rồi thử lại.',

    newRound: 'Mở đợt ghép nối',
    onlyManagers: 'Đợt ghép nối do cán bộ quản lý chương trình mở.',
    whatItDoes:
      'Đợt này xem mọi tin chào bán đang mở của các tổ chức trong tỉnh bạn phụ trách và mọi nhu cầu đang mở, rồi tìm ai giao bao nhiêu cho ai để tổng giá trị lớn nhất.',
    whatItDoesMore:
      'Kết quả chỉ là đề xuất: không ai được gửi hợp đồng, không lượng hàng nào bị giữ. Tổ chức nào được phân hàng thì thấy phần của mình, và tự quyết định có đề nghị hợp đồng hay không.',
    commodities: 'Mặt hàng',
    provinces: 'Nơi có hàng',
    provincesHint: 'Nhu cầu mua thì ở đâu cũng được xem.',
    all: 'Tất cả',
    addAnother: 'Thêm nữa…',
    chosen: 'Đã chọn, bấm để bỏ',
    deliverFrom: 'Giao từ ngày',
    deliverTo: 'Đến ngày',
    daysHint: 'Bỏ trống thì không giới hạn.',
    transport: 'Chi phí vận chuyển',
    transportHint: 'Bỏ trống thì tính 2,6 đ/kg/km, đường chim bay.',
    bonus: 'Thưởng cho mỗi tổ chức chưa tham gia chuỗi nào',
    bonusHint: 'Bỏ trống thì không thưởng. Đợt sẽ nói cái giá của thưởng.',
    perKgKm: 'đ/kg/km',
    dong: 'đ',
    wrongNumber: 'Không phải là số.',
    tooMany: 'Bạn đang có năm đợt chưa xong. Hãy đợi, hoặc hủy bớt.',

    found: (amount, worth) => `Phân được ${amount}, giá trị ${worth}`,
    ownPart: (amount) => `Phần của tổ chức bạn: ${amount}`,
    foundNothing: 'Không có gì để phân',
    foundNothingWhy: 'Không tin chào bán nào hợp với nhu cầu nào mà có giá trị.',
    newcomers: (count) => `${count} tổ chức chưa tham gia chuỗi nào được phân hàng.`,
    atMostBelow: (gap) => `Kém phương án tốt nhất có thể có nhiều nhất ${gap}.`,
    noneBetter: 'Không phương án nào có giá trị hơn.',
    proposal: 'Đây là đề xuất: chỉ khi hai bên cùng ký thì mới có hợp đồng.',
    worth: 'Giá trị: người mua trả được trừ người bán đòi trừ vận chuyển, cộng thưởng',
    bound: 'Không phương án nào có giá trị hơn',
    bonusCost: 'Cái giá của thưởng',
    skipped: 'Bỏ qua vì không ghi giá',
    skippedOf: (listings, demands) => `${listings} tin chào bán, ${demands} nhu cầu`,
    scope: 'Phạm vi',

    mostFrom: (province, amount) => `${province} giao nhiều nhất: ${amount}`,
    mapHow: 'Lượng hàng được phân, theo nơi có hàng',
    mapLabel: 'Bản đồ lượng hàng được phân theo tỉnh, thành; danh sách bên cạnh nói cùng nội dung',
    fromProvinces: 'Theo tỉnh, thành',
    suppliers: (count) => `${count} tổ chức giao`,
    receives: (amount) => `nhận ${amount}`,
    nothingThere: 'không có',

    certificate: 'Giấy chứng nhận',
    certificateHow: 'Do một phép kiểm riêng làm, không dùng gì của phép tìm: đọc mọi cặp phù hợp rồi cộng lại.',
    holds: 'Đúng',
    fails: 'Không đúng',
    feasible: 'Mọi điều kiện ghép, lô nhỏ nhất, giới hạn nhà cung cấp, lượng và giá đều được giữ.',
    blocking: (count) =>
      count === 0
        ? 'Nếu bỏ qua lô và giới hạn, không cặp phù hợp nào đáng giá hơn tổng hai giá bóng của nó: không ai đi riêng mà được hơn.'
        : `${count} cặp phù hợp đáng giá hơn tổng hai giá bóng của nó.`,
    boundHolds: (worth, bound, gap) => `Giá trị ${worth}, không phương án nào quá ${bound}: cách nhau ${gap}.`,
    faults: 'Không thấy lỗi nào. Đợt mà phép kiểm thấy lỗi thì không bao giờ được công bố.',
    checkedAt: 'Kiểm lúc',
    digest: 'Mã băm SHA-256 của dữ liệu vào',
    seed: 'Số mầm ngẫu nhiên',
    noSeed: 'Không có: không điều gì để cho may rủi. Cùng dữ liệu cho cùng một tệp, đến từng byte.',
    checkYourself: 'Tự kiểm',
    checkHow: 'Ai cũng kiểm được, không cần cơ sở dữ liệu: tải tệp của đợt, rồi trong mã nguồn của Lienket chạy',
    takeFile: 'Tải tệp của đợt',
    fileRefused: 'Chưa tải được tệp. Thử lại sau.',

    allocations: (count) => `Phân hàng: ${count}`,
    way: (supplier, from, buyer, to) => `${supplier} (${from}) → ${buyer} (${to})`,
    price: (price, worth) => `${price} đ/kg · giá trị ${worth}`,
    offer: 'Đề nghị hợp đồng theo đợt này',
    offerAll:
      'Mỗi bên trong danh sách nhận một đề nghị, với lượng và giá của đợt. Gửi hết, hoặc không gửi cái nào. Chưa giữ hàng của ai: hai bên còn phải ký.',
  },
  en: {
    start: 'Start a round',
    none: 'No round yet. A round looks at all open listings and demands, and finds who delivers how much to whom so that it is worth the most.',
    noneForYou: 'No round has allotted anything to your organization yet.',
    notThere: 'There is no such round, or you may not see it.',
    round: (instant) => `Round of ${instant}`,
    status: {
      QUEUED: 'Waiting',
      RUNNING: 'Running',
      SOLVED: 'Done',
      FAILED: 'Failed',
      CANCELLED: 'Cancelled',
    },
    startedBy: (login) => `Started by ${login}`,
    everything: 'All commodities',
    everywhere: 'all provinces of who started it',
    from: (day) => `delivered from ${day}`,
    to: (day) => `delivered until ${day}`,
    bonusOf: (vnd) => `a bonus of ${vnd} VND for each new organization`,
    transportOf: (vnd) => `transport ${vnd} VND/kg/km`,
    worthAndGap: (worth, gap) =>
      gap === null ? `Worth ${worth}, and nothing is worth more` : `Worth ${worth}, at most ${gap} below the best`,
    more: 'Show more',

    progress: 'Progress',
    waits: 'Waiting for its turn.',
    leavable: 'You may leave this page: the round goes on, and what it finds stays here.',
    failed: 'This round has failed',
    failure: {
      TOO_LARGE:
        'It needed more memory than the server has. Start a narrower one: fewer commodities, or fewer provinces.',
      UNSOUND:
        "It couldn't be worked out, or the independent check found that something isn't so. Nothing of it is kept; the server's log says why.",
      INTERRUPTED: 'It was begun several times and interrupted each time. You may start it again.',
      UNKNOWN: "Nothing of it is kept; the server's log says why.",
    },
    cancelled: 'This round was cancelled',
    cancelledWhy: 'Nothing of it is kept.',
    cancel: 'Cancel this round',
    cancelSure: 'Cancel this round?',
    cancelWhat: 'It stops at once, and nothing of it is kept. For a result another one must be started.',
    letRun: 'Let it run',
    unreachable: "It couldn't be sent. Look at your network, then try again.",

    newRound: 'Start a matching round',
    onlyManagers: 'Rounds are started by program managers.',
    whatItDoes:
      'It looks at all open listings of the organizations in your provinces and at all open demands, and finds who delivers how much to whom so that all of it is worth the most.',
    whatItDoesMore:
      'What it finds is a proposal: nobody is offered a contract, and no goods are held. Who is allotted something sees its own part, and decides by itself whether to offer a contract.',
    commodities: 'Commodities',
    provinces: 'Where the goods are',
    provincesHint: 'Demands are looked at wherever they are.',
    all: 'All',
    addAnother: 'Another…',
    chosen: 'Chosen; press one to take it out',
    deliverFrom: 'Delivered from',
    deliverTo: 'Until',
    daysHint: 'Left empty, any day will do.',
    transport: 'Cost of transport',
    transportHint: 'Left empty, 2.6 VND/kg/km as the crow flies.',
    bonus: 'Bonus for each organization that takes part in no chain yet',
    bonusHint: 'Left empty, none. The round says what it costs.',
    perKgKm: 'VND/kg/km',
    dong: 'VND',
    wrongNumber: 'This is no number.',
    tooMany: 'You have five unfinished rounds. Wait, or cancel one.',

    found: (amount, worth) => `${amount} allotted, worth ${worth}`,
    ownPart: (amount) => `Your organization's part: ${amount}`,
    foundNothing: 'There is nothing to allot',
    foundNothingWhy: 'No listing fits any demand in a way that is worth something.',
    newcomers: (count) =>
      count === 1
        ? 'One organization that takes part in no chain yet is allotted something.'
        : `${count} organizations that take part in no chain yet are allotted something.`,
    atMostBelow: (gap) => `At most ${gap} below the best that is possible.`,
    noneBetter: 'No plan is worth more.',
    proposal: 'This is a proposal: there is a contract only once both sides have signed.',
    worth: 'Worth: what buyers would pay, less what sellers ask, less transport, and the bonuses',
    bound: 'No plan is worth more than',
    bonusCost: 'What the bonus costs',
    skipped: 'Passed over, having no price',
    skippedOf: (listings, demands) => `${listings} listings, ${demands} demands`,
    scope: 'Over what',

    mostFrom: (province, amount) => `${province} delivers the most: ${amount}`,
    mapHow: 'What is allotted, by where the goods are',
    mapLabel: 'Map of what is allotted by province; the list beside it says the same',
    fromProvinces: 'By province',
    suppliers: (count) => (count === 1 ? 'one organization delivers' : `${count} organizations deliver`),
    receives: (amount) => `receives ${amount}`,
    nothingThere: 'nothing',

    certificate: 'Certificate',
    certificateHow: 'Made by a check that shares nothing with the search: it reads every pair that fits, and adds up.',
    holds: 'Holds',
    fails: 'Does not hold',
    feasible: 'Every rule of a match, lot, limit of suppliers, quantity and price is kept.',
    blocking: (count) =>
      count === 0
        ? 'Without lots and limits no pair that fits is worth more than its two dual prices: nobody does better alone.'
        : `${count} pairs that fit are worth more than their two dual prices.`,
    boundHolds: (worth, bound, gap) => `Worth ${worth}, and no plan more than ${bound}: ${gap} apart.`,
    faults: 'No fault was found. A round in which the check finds one is never published.',
    checkedAt: 'Checked at',
    digest: 'SHA-256 of what it ran on',
    seed: 'Random seed',
    noSeed: 'None: nothing is left to chance. The same data gives the same file, byte by byte.',
    checkYourself: 'Check it yourself',
    checkHow: "Anybody can, without a database: take the round's file, and in Lienket's source run",
    takeFile: "Take the round's file",
    fileRefused: "The file couldn't be had. Try again later.",

    allocations: (count) => `Allocations: ${count}`,
    way: (supplier, from, buyer, to) => `${supplier} (${from}) → ${buyer} (${to})`,
    price: (price, worth) => `${price} VND/kg · worth ${worth}`,
    offer: 'Offer the contracts of this round',
    offerAll:
      'Each other side of the list is offered one, at the quantities and prices of the round. All are sent, or none. Nothing is held yet: both sides still have to sign.',
  },
};
