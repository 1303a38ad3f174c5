import type { Candidate } from '../../operations/official/candidate.ts';
import type { Clause } from './clauses.ts';
import { defang } from './defang.ts';
import type { Place } from './places.ts';

/** Where a lure leads: safe to print, nothing that can be clicked. */
export interface LureTarget {
  readonly kind: 'domain' | 'email' | 'account' | 'phone' | 'wallet';
  /** Defanged; numbers and addresses shortened. */
  readonly text: string;
  /** Whether it resembles one of ours. */
  readonly isLookalike: boolean;
}

/** The targets of a lure's live clauses, each once. Names without a sign that they are one's own account are left out. */
export function targetsOf(places: readonly Place[], live: readonly Clause[]): LureTarget[] {
  const told = live.some(({ form }) => SENDS_TO_NAME.test(form));
  const targets = places
    .filter(
      ({ id, candidate }) => id !== 'official' && (id !== 'nothing' || told || candidate.kind === 'wallet'),
    )
    .flatMap((place) => targetOf(place) ?? []);
  return [...new Map(targets.map((target) => [`${target.kind} ${target.text}`, target])).values()];
}

/** A bare @name may be the one who asked; after such words it is the one to write to. */
const SENDS_TO_NAME =
  /(?:contact|message|msg|dm|pm|add|reach out to|reach|write to|text|chat with|email|联系|私聊|私信|添加|加|找|咨询)(?: \w+){0,4}[:： ]*@/u;

function targetOf({ candidate, verdict }: Place): LureTarget | undefined {
  const isLookalike = verdict === 'lookalike';
  switch (candidate.kind) {
    case 'link':
      return {
        kind: 'domain',
        text: defang(candidate.host || candidate.writtenHost.toLowerCase()),
        isLookalike,
      };
    case 'email':
      return { kind: 'email', text: emailText(candidate), isLookalike };
    case 'handle':
      return { kind: 'account', text: accountText(candidate), isLookalike };
    case 'phone':
      return { kind: 'phone', text: shortened(candidate.digits, 4, 2), isLookalike };
    case 'wallet':
      return { kind: 'wallet', text: shortened(candidate.text, 6, 4), isLookalike };
    case 'app':
      return undefined;
  }
}

/** A name that pretends to be support is the thief's; any other may be a person's, and is shortened. */
const POSES = /support|help|admin|official|desk|agent|care|service|recover|kefu|team|wallet|refund/i;

function emailText({ local, host, writtenHost }: Extract<Candidate, { kind: 'email' }>): string {
  const name = POSES.test(local) ? local : shortened(local, 1, 1);
  return defang(`${name}@${host || writtenHost.toLowerCase()}`);
}

function accountText({ name, platform }: Extract<Candidate, { kind: 'handle' }>): string {
  // The number of an account that is a phone number is shortened like one.
  const shown = /^\+?\d{7,}$/.test(name) ? shortened(name, 4, 2) : name.toLowerCase();
  return platform === undefined ? defang(`@${shown}`) : `${defang(`@${shown}`)} (${platform})`;
}

function shortened(text: string, before: number, after: number): string {
  const characters = [...text];
  if (characters.length <= before + after) return `${characters.slice(0, 1).join('')}…`;
  return `${characters.slice(0, before).join('')}…${characters.slice(-after).join('')}`;
}
