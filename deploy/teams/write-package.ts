import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readEnvironment } from '../../bot/config.ts';
import { ConfigError } from '../../bot/errors.ts';
import { openKnowledge } from '../../knowledge/open.ts';
import { projectRoot } from '../../knowledge/project-root.ts';
import { appPackage } from './app-package.ts';
import { readAppSettings } from './app-settings.ts';

const root = projectRoot();
const file = join(root, 'dist/teams/care-level-assistant.zip');

const write = (): void => {
  const settings = readAppSettings(readEnvironment());
  const { clinic: name, clinicUrl: url, country } = settings;
  const knowledge = openKnowledge({ name, url, country, phone: undefined, hours: undefined });
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, appPackage({ settings, knowledge, version }));
  process.stdout.write(
    `${file}\nUpload it in the Teams admin center: Teams apps, Manage apps, Upload new app.\n`,
  );
};

try {
  write();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
