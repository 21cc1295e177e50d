import { canonicalLogin } from '@lienket/identity';
import { isWritableText } from '@lienket/platform';
import { z } from 'zod';
import type { Forms } from '../door/form.js';

const PASSWORD_MIN = 10;
const PASSWORD_MAX = 128;

const writable = z.string().refine((text) => isWritableText('password', text));
const newPassword = writable.refine((text) => {
  const characterCount = Array.from(text.normalize('NFC')).length;
  return characterCount >= PASSWORD_MIN && characterCount <= PASSWORD_MAX;
});

const login = z.string().refine((text) => canonicalLogin(text) !== null);

const PROVINCES_MAX = 34;

export const identityForms: Forms = {
  'Mutation.invitePerson': z.object({ login }),
  'Mutation.setUserRole': z.object({ provinceCodes: z.array(z.string()).max(PROVINCES_MAX).nullish() }),
  'Mutation.signIn': z.object({ password: writable }),
  'Mutation.signUp': z.object({
    login,
    password: newPassword,
  }),
  'Mutation.eraseMe': z.object({ password: writable }),
  'Mutation.changePassword': z.object({ currentPassword: writable, newPassword }),
};
