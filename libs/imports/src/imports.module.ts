import { Module } from '@nestjs/common';
import { CancelImport } from './cancel-import.js';
import { ImportReads } from './import.reads.js';
import { ImportStore } from './import.store.js';
import { StartImport } from './start-import.js';

const doors = [ImportReads, StartImport, CancelImport];

@Module({ providers: [...doors, ImportStore], exports: doors })
export class ImportsModule {}
