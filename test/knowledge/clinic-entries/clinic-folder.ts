import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder with these files, by name. */
export const clinicFolder = (files: Readonly<Record<string, string | Buffer>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'clinic-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
};

/** A sound new entry. */
export const parking = `id: parking
title: Where can I park?
short: Park behind the house, for nothing.
full: Park behind the house. It costs nothing.
source: The front desk
ways:
  - where do i park my car
  - is there parking
  - parking lot
`;
