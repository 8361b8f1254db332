import { crc32, deflateSync } from 'node:zlib';

/** A picture as rows of pixels, each of four bytes: red, green, blue, and how solid it is. */
export interface Pixels {
  readonly size: number;
  readonly rgba: Uint8Array;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const bitsPerSample = 8;
const colourWithAlpha = 6;

/** A square PNG (ISO/IEC 15948), without any information besides the pixels, so that the same picture is the same file. */
export const encodePng = ({ size, rgba }: Pixels): Uint8Array => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([bitsPerSample, colourWithAlpha], 8);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(filtered(size, rgba), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

/** Each row is preceded by the number of its filter: 0, none. */
const filtered = (size: number, rgba: Uint8Array): Uint8Array => {
  const width = size * 4;
  const rows = new Uint8Array(size * (width + 1));
  for (let row = 0; row < size; row += 1)
    rows.set(rgba.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  return rows;
};

const chunk = (name: string, data: Uint8Array): Uint8Array => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
};
