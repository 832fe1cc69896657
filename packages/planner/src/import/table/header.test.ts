import { expect, it } from 'vitest';
import { headerKey, miBPer, splitUnit } from './header.ts';

it('spells variants of a header alike', () => {
  expect(new Set(['*Server name', 'server_name', 'Server  Name ', 'ＳＥＲＶＥＲ-name'].map(headerKey)).size).toBe(1);
  expect(headerKey('# CPU')).not.toBe(headerKey('CPU'));
  expect(headerKey('Free %')).not.toBe(headerKey('Free'));
});

it.each([
  ['Capacity MiB', 'capacity', 'mib'],
  ['Capacity MB', 'capacity', 'mb'],
  ['*Memory (In MB)', 'memory', 'mb'],
  ['RAM.TotalSizeInMB', 'ramtotalsize', 'mb'],
  ['Disk 1 size (In GB)', 'disk1size', 'gb'],
  ['File Size in bytes', 'filesize', 'bytes'],
  ['Memory', 'memory', undefined],
])('%s', (header, key, unit) => {
  expect(splitUnit(header)).toEqual({ key, unit });
});

it('counts MB as MiB', () => {
  expect([miBPer('mb'), miBPer('mib'), miBPer('gb'), miBPer('tib')]).toEqual([1, 1, 1024, 1048576]);
});
