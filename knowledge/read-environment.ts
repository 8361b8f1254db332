import { existsSync } from 'node:fs';

/** The process's environment, with `.env` below it where that file exists. */
export const readEnvironment = (): NodeJS.ProcessEnv => {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
};
