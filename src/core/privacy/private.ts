import { findBankAccounts } from './bankAccount.ts';
import { findBirthDates } from './birthDate.ts';
import { findHandles } from './handle.ts';
import { findNamesBeside } from './nameBeside.ts';
import { findNamedNumbers } from './namedNumber.ts';
import { withDigits, type PatternFinder } from './pattern.ts';
import { findChineseAddresses, findPostalAddresses } from './postalAddress.ts';
import type { PersonalKind } from './secret.ts';
import { findWrittenPhones } from './spokenPhone.ts';

/** What only the words beside it, or the place where it stands, makes personal. */
export const PRIVATE_FINDERS: readonly PatternFinder<PersonalKind>[] = [
  withDigits(findPostalAddresses),
  withDigits(findChineseAddresses),
  withDigits(findBankAccounts),
  withDigits(findBirthDates),
  findHandles,
  findNamedNumbers,
  findWrittenPhones,
  findNamesBeside,
];
