import type { Words } from '../app/language';
import type { Queue } from './documents';

interface QueueWords {
  readonly about: string;
  readonly names: Readonly<Record<Queue['name'], string>>;
  readonly waiting: string;
  readonly active: string;
  readonly delayed: string;
  readonly failed: string;
  readonly countedAgo: (seconds: string) => string;
  readonly countedAt: (instant: string) => string;
  readonly neverCounted: string;
  readonly nobodyReports: (minutes: string) => string;
  readonly outOfReach: (queue: string, minutes: string) => string;
  readonly untilThen: string;
  readonly deadLetters: string;
  readonly howToMend: string;
  readonly none: string;
  readonly newest: (count: string) => string;
  readonly jobs: Readonly<Record<string, string>>;
  readonly otherJob: string;
  readonly attempts: (count: string) => string;
  readonly failedAt: (instant: string) => string;
  readonly tryAgain: string;
  readonly asked: string;
  readonly failedAgain: string;
  readonly startedAnew: (job: string) => string;
  readonly comesBack: string;
  readonly unreachable: string;
}

export const queueWords: Words<QueueWords> = {
  vi: {
    about: 'Những việc Lienket tự làm: theo giờ, hoặc vì có chuyện vừa xảy ra. Trang này tự cập nhật.',
    names: { JOBS: 'Việc nền', EMAILS: 'Thư điện tử' },
    waiting: 'Đang chờ làm',
    active: 'Đang làm',
    delayed: 'Chưa đến giờ, hoặc sẽ thử lại',
    failed: 'Hỏng hẳn',
    countedAgo: (seconds) => `Đếm ${seconds} giây trước`,
    countedAt: (instant) => `Đếm lúc ${instant}`,
    neverCounted: 'Chưa có worker nào báo về.',
    nobodyReports: (minutes) => `Đã ${minutes} phút không worker nào báo về.`,
    outOfReach: (queue, minutes) => `${queue}: đã ${minutes} phút không đếm được.`,
    untilThen:
      'Những gì dưới đây là từ lúc đó. Việc nền không được làm, và việc bạn cho thử lại sẽ chờ đến khi có worker chạy và tới được hàng đợi.',
    deadLetters: 'Việc hỏng hẳn',
    howToMend: 'Mỗi việc đã hỏng cả ở lần thử cuối. Sửa nguyên nhân trước, rồi cho thử lại.',
    none: 'Không có việc nào hỏng.',
    newest: (count) =>
      `Đây là những việc hỏng mới nhất trong ${count}; các việc cũ hơn hiện ra khi các việc này vơi đi.`,
    jobs: {
      'platform.forget-old': 'Xoá những gì hết hạn giữ, mỗi đêm',
      'contracts.record-lapsed': 'Ghi các đề nghị hết hạn và hợp đồng hết thời gian, mỗi đêm',
      'notices.tell-due': 'Nhắc hạn trả lời và hạn giao hàng, mỗi sáng',
      'participation.prove': 'Đếm lại mọi số liệu để đối chiếu, mỗi đêm',
      'an e-mail': 'Gửi một thông báo qua thư điện tử',
    },
    otherJob: 'Một việc khác',
    attempts: (count) => `${count} lần thử`,
    failedAt: (instant) => `Hỏng lúc ${instant}`,
    tryAgain: 'Thử lại',
    asked: 'Đã giao; worker sẽ làm ngay khi có thể.',
    failedAgain: 'Đã thử lại, và lại hỏng.',
    startedAnew: (job) => `Đã bắt đầu lại: ${job}`,
    comesBack: 'Nếu lại hỏng, việc đó sẽ hiện lại ở đây.',
    unreachable: 'Chưa gửi được. Kiểm tra mạng rồi thử lại.',
  },
  en: {
    about:
      'What Lienket does by itself: at its time, or because something happened. This page keeps itself up to date.',
    names: { JOBS: 'Jobs', EMAILS: 'E-mails' },
    waiting: 'Wait to be done',
    active: 'Being done',
    delayed: 'Wait for their time, or to be tried again',
    failed: 'Failed for good',
    countedAgo: (seconds) => (seconds === '1' ? 'Counted a second ago' : `Counted ${seconds} seconds ago`),
    countedAt: (instant) => `Counted at ${instant}`,
    neverCounted: 'No worker has reported yet.',
    nobodyReports: (minutes) =>
      minutes === '1' ? 'No worker has reported for a minute.' : `No worker has reported for ${minutes} minutes.`,
    outOfReach: (queue, minutes) =>
      minutes === '1'
        ? `${queue} could not be counted for a minute.`
        : `${queue} could not be counted for ${minutes} minutes.`,
    untilThen:
      'What stands below is from then. Jobs are not done, and what you have tried again waits until a worker runs and reaches the queue.',
    deadLetters: 'Failed for good',
    howToMend: 'Each of these failed at its last attempt, too. Mend the cause first, then try it again.',
    none: 'No job has failed.',
    newest: (count) => `These are the newest of ${count}; older ones come up as these go.`,
    jobs: {
      'platform.forget-old': 'Throws away what is kept for a while only, each night',
      'contracts.record-lapsed': 'Records offers that expired and contracts whose term ended, each night',
      'notices.tell-due': 'Reminds of answers and deliveries that are due, each morning',
      'participation.prove': 'Recounts all figures and compares, each night',
      'an e-mail': 'Sends a notice by e-mail',
    },
    otherJob: 'Another job',
    attempts: (count) => (count === '1' ? 'One attempt' : `${count} attempts`),
    failedAt: (instant) => `Failed at ${instant}`,
    tryAgain: 'Try again',
    asked: 'Handed over; a worker does it as soon as it can.',
    failedAgain: 'It was tried again, and failed again.',
    startedAnew: (job) => `Started anew: ${job}`,
    comesBack: 'Should it fail again, it comes back here.',
    unreachable: "It couldn't be sent. Look at your network, then try again.",
  },
};
