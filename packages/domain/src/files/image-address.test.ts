import { expect, it } from '@jest/globals';
import { imageAddress, isImageAddress } from './image-address.js';

const ID = 'Image_01920000-0000-7000-8000-000000000000';

it('knows its own addresses, and no others', () => {
  expect(isImageAddress(imageAddress(ID))).toBe(true);
  for (const other of [
    `https://evil.example/files/images/${ID}`,
    `//evil.example/files/images/${ID}`,
    `/files/images/../../${ID}`,
    `/files/images/${ID}?x=1`,
    `/files/images/${ID}/..`,
    `/files/images/${ID}\n`,
    '/files/imports/Import_01920000-0000-7000-8000-000000000000/report.csv',
    'data:image/png;base64,AAAA',
    'javascript:alert(1)',
    '',
  ])
    expect(isImageAddress(other)).toBe(false);
});
