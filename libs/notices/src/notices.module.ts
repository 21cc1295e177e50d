import { Module } from '@nestjs/common';
import { Bells } from './bells.js';
import { LiveUnread } from './live-unread.js';
import { NoticeReads } from './notice.reads.js';
import { ReadAllNotices } from './read-all-notices.js';
import { ReadNotice } from './read-notice.js';

const providers = [NoticeReads, LiveUnread, Bells, ReadNotice, ReadAllNotices];

@Module({ providers, exports: providers })
export class NoticesModule {}
