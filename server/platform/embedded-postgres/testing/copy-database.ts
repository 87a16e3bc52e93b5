import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { withClient } from '../connection'

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * Makes a database that is a copy of another one, under a new name.
 *
 * @returns the copy's URL
 * @throws {Error} when the server is not on this machine: tests never write to anybody's real data
 */
export async function copyDatabase(templateUrl: string): Promise<string> {
  assertLoopback(templateUrl)
  const copy = `test_${randomUUID().replaceAll('-', '')}`
  await administer(templateUrl, `CREATE DATABASE ${copy} TEMPLATE ${pg.escapeIdentifier(databaseOf(templateUrl))}`)
  return withDatabase(templateUrl, copy)
}

/** Drops a copy; sessions that a test left open are cut. */
export async function dropDatabase(url: string): Promise<void> {
  assertLoopback(url)
  await administer(url, `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(databaseOf(url))} WITH (FORCE)`)
}

export function assertLoopback(url: string) {
  const { hostname } = new URL(url)
  if (!LOOPBACK.has(hostname)) {
    throw new Error(`Tests run only against a database on this machine: ${hostname} is not.`)
  }
}

export function withDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}

async function administer(url: string, sql: string) {
  await withClient(withDatabase(url, 'postgres'), (client) => client.query(sql))
}

function databaseOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1))
}
