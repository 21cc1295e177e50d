import { Module } from '@nestjs/common';
import { ChangePassword } from './change-password.js';
import { PasswordCheck } from './password-check.js';
import { SignIn } from './sign-in.js';
import { SignOut } from './sign-out.js';
import { SignUp } from './sign-up.js';
import { UserReads } from './user.reads.js';
import { ViewerReads } from './viewer.reads.js';

const providers = [PasswordCheck, SignIn, SignUp, SignOut, ChangePassword, UserReads, ViewerReads];

@Module({ providers, exports: providers })
export class IdentityModule {}
