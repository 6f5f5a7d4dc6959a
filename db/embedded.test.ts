import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { embeddedTemplate } from '@/lib/testing/embedded-template';
import { makeAccount } from '@/lib/testing/factories';
import { openDatabase } from './client';
import { DataDirectoryInUse } from './data-directory-lock';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'signalbox-data-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

describe('embedded database in a directory', () => {
  it('keeps its rows, refuses a second handle, and opens again after closing', async () => {
    const first = await openDatabase({ dataDir, snapshot: await embeddedTemplate() });
    await makeAccount(first, { name: 'Kept' });
    await expect(openDatabase({ dataDir })).rejects.toBeInstanceOf(DataDirectoryInUse);
    await first.close();
    const second = await openDatabase({ dataDir });
    expect(await second.query('select name from accounts')).toEqual([{ name: 'Kept' }]);
    await second.close();
  });
});
