import { expect, it } from 'vitest';
import { redirects } from '../../src/site/redirects.ts';

const MOVED = { 'wallet/old': 'wallet/new', 'runbooks/incidents/old': 'runbooks/incidents/new' };
const isPublic = (slug: string): boolean => slug === 'wallet/new';

it('lead from every old address in both languages', () => {
  expect(redirects('internal', MOVED, isPublic)).toEqual({
    '/wallet/old/': '/wallet/new/',
    '/zh-cn/wallet/old/': '/zh-cn/wallet/new/',
    '/runbooks/incidents/old/': '/runbooks/incidents/new/',
    '/zh-cn/runbooks/incidents/old/': '/zh-cn/runbooks/incidents/new/',
  });
});

it('tell the public edition nothing of internal pages', () => {
  expect(JSON.stringify(redirects('public', MOVED, isPublic))).not.toContain('runbooks');
  expect(redirects('public', { 'wallet/old': 'wallet/none' })).toEqual({});
  expect(redirects('public', { 'wallet/old': 'runbooks/incidents/declare' })).toEqual({});
  expect(redirects('public', { 'wallet/old': 'wallet/wrong-network' })).toMatchObject({
    '/wallet/old/': '/wallet/wrong-network/',
  });
});
