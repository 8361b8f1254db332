import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Folders of one test file; `removeAll` belongs in its `after`. */
export class TemporaryFolders {
  readonly #folders: string[] = [];

  create(): string {
    const folder = mkdtempSync(join(tmpdir(), 'care-storage-'));
    this.#folders.push(folder);
    return folder;
  }

  removeAll(): void {
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true });
  }
}
