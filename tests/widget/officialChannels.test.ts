import { expect, it } from 'vitest';
import { parseOfficialChannels } from '../../src/widget/officialChannels.ts';

it('are read from the attribute', () => {
  expect(parseOfficialChannels('[["help.example","Our site"],["a@help.example"]]')).toEqual([
    { value: 'help.example', purpose: 'Our site' },
    { value: 'a@help.example', purpose: '' },
  ]);
});

it.each(['', '[', '{}', 'null', '7', 'help.example'])('are none in %j', (attribute) => {
  expect(parseOfficialChannels(attribute)).toEqual([]);
});
