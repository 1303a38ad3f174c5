import { z } from 'zod';
import { APP_STORES, PLATFORMS } from './platform.ts';

const said = z
  .strictObject({
    en: z.string().trim().min(1).describe('In English.'),
    'zh-CN': z.string().trim().min(1).describe('In Chinese.'),
  })
  .describe('What it is for, as readers see it.');

const hostName = z
  .string()
  .regex(
    /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:[a-z]{2,}|xn--[a-z0-9-]+)$/,
    'expected a domain such as firstline.example (lower case, no https://, no slash)',
  );

const accounts = z.array(
  z
    .string()
    .regex(/^@?[\p{L}\p{N}_.+-]{2,64}$/u, 'expected a name such as @firstline_help, without a link')
    .transform((name) => name.replace(/^@/, '')),
);

/** `content/official.yml`: every way in which this company speaks to people. What is not in it is not official. */
export const officialListSchema = z.strictObject({
  brand: z
    .array(z.string().regex(/^[a-z0-9-]{3,}$/, 'expected a word such as firstline (lower case, no space)'))
    .min(1)
    .describe('Names that impostors put into theirs; a look-alike is looked for by these.'),
  domains: z
    .array(
      z.strictObject({
        name: hostName,
        subdomains: z.boolean().default(false).describe('Whether what stands before it is ours as well.'),
        for: said,
      }),
    )
    .min(1)
    .describe('Where our pages are.'),
  emails: z
    .array(
      z.strictObject({
        address: z.email('expected an address such as support@firstline.example').toLowerCase(),
        for: said,
      }),
    )
    .default([])
    .describe('Addresses that we write from.'),
  phones: z
    .array(
      z.strictObject({
        number: z
          .string()
          .regex(/^\+[\d ()-]{7,24}$/, 'expected a number with its country, such as +44 20 7946 0000'),
        for: said,
      }),
    )
    .default([])
    .describe('Numbers that are ours. Empty: we never call.'),
  accounts: z
    .partialRecord(z.enum(PLATFORMS), accounts)
    .default({})
    .describe('Our names elsewhere. A platform with an empty list is shown as one where we have no account.'),
  apps: z
    .array(
      z.strictObject({
        store: z.enum(APP_STORES),
        id: z
          .string('expected the id in quotation marks')
          .regex(/^[\w.]+$/, 'expected the id from the store’s link, such as example.firstline.wallet'),
      }),
    )
    .default([])
    .describe('Our apps, by their ids in the stores.'),
  wallets: z
    .array(
      z.strictObject({ address: z.string().regex(/^[0-9a-zA-Z]{25,64}$/, 'expected an address'), for: said }),
    )
    .default([])
    .describe('Addresses that people send coins to. Empty: we never ask for coins.'),
});
export type OfficialList = z.infer<typeof officialListSchema>;
