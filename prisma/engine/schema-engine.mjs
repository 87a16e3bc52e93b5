#!/usr/bin/env node
/**
 * Stands in for Prisma's native schema engine, so that no prisma command downloads anything.
 *
 * Prisma's command line starts this file (PRISMA_SCHEMA_ENGINE_BINARY, set in prisma.config.ts) and speaks
 * line-delimited JSON-RPC 2.0 with it over stdin and stdout. The work is done by @prisma/schema-engine-wasm, which
 * reaches PostgreSQL through @prisma/adapter-pg. See docs/decisions/ for why.
 */
import fs from 'node:fs'
import { parseArgs } from 'node:util'
import { createAdapterFactory } from './adapter.mjs'
import { runDatabaseCommand } from './database-command.mjs'
import { createEngine, engineVersion } from './engine.mjs'
import { serveJsonRpc } from './json-rpc.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    version: { type: 'boolean' },
    datasource: { type: 'string' },
    datamodels: { type: 'string', multiple: true },
  },
})

const datasource = values.datasource ? JSON.parse(String(values.datasource)) : {}

if (values.version) {
  console.log(`schema-engine-wasm ${engineVersion()}`)
} else if (positionals[0] === 'cli') {
  process.exitCode = await runDatabaseCommand(positionals[1], datasource.url)
} else {
  const datamodels = (values.datamodels ?? []).map((file) => [file, fs.readFileSync(file, 'utf8')])
  const engine = createEngine({ datamodels, adapterFactory: createAdapterFactory(datasource), url: datasource.url })
  await serveJsonRpc(engine)
  process.exit(0) // the engine may still hold its database session
}
