import { Module } from '@nestjs/common';
import { SignIn } from './sign-in.js';
import { SignOut } from './sign-out.js';
import { SignUp } from './sign-up.js';
import { UserReads } from './user.reads.js';
import { ViewerReads } from './viewer.reads.js';

const providers = [SignIn, SignUp, SignOut, UserReads, ViewerReads];

@Module({ providers, exports: providers })
export class IdentityModule {}
