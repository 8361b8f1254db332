import { strToU8, zipSync } from 'fflate';
import { colourIcon, outlineIcon } from './icons.ts';
import { localisation, manifest, type ManifestParts } from './manifest.ts';

/** The first moment that a zip can name: with a real one, the same app would be another file each time. */
const always = new Date(1980, 0, 1);

/** The zip to upload to Teams: all its files at the top level, and the same bytes for the same settings. */
export const appPackage = (parts: ManifestParts): Uint8Array =>
  zipSync(
    {
      'manifest.json': json(manifest(parts)),
      'es.json': json(localisation(parts, 'es')),
      'color.png': colourIcon(),
      'outline.png': outlineIcon(),
    },
    { level: 9, mtime: always },
  );

const json = (value: object): Uint8Array => strToU8(`${JSON.stringify(value, undefined, 2)}\n`);
