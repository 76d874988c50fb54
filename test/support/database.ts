import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';

/** A database of its own for one test file. */
export interface TestDatabase {
  url: string;
  /** Ends all connections to it and deletes it. */
  drop: () => Promise<void>;
}

/** Makes an empty database on the server of this test run. */
export async function createDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '_')}`;
  const url = new URL(inject('postgresUrl'));
  url.pathname = name;
  await runOnServer(`create database ${name}`);
  return { url: url.href, drop: () => runOnServer(`drop database if exists ${name} with (force)`) };
}

async function runOnServer(sql: string): Promise<void> {
  const client = new Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
