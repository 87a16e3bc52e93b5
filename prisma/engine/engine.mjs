import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'

const packageFolder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))

/** Methods that answer from the cache of applied migrations, which in the wasm engine only devDiagnostic fills. */
const NEEDS_DIAGNOSIS = new Set(['evaluateDataLoss', 'createMigration'])

export function engineVersion() {
  return JSON.parse(fs.readFileSync(path.join(packageFolder, 'package.json'), 'utf8')).version
}

/**
 * Prisma's schema engine compiled to WebAssembly, under the method names that the native engine has.
 *
 * @param {{ datamodels: [path: string, text: string][], adapterFactory: object, url?: string }} options
 * @returns {{ call(method: string, params: any): Promise<any> }} the engine is loaded at the first call
 */
export function createEngine({ datamodels, adapterFactory, url }) {
  let loading
  const load = async () => {
    await instantiate()
    const onLog = (message) => process.env.DEBUG && process.stderr.write(`${message}\n`)
    const options = { datamodels: datamodels.length > 0 ? datamodels : undefined }
    return bindings.SchemaEngine.new(options, onLog, adapterFactory)
  }

  return {
    async call(method, params) {
      if (method === 'createDatabase') return { databaseName: new URL(url).pathname.slice(1) }
      loading ??= load()
      const engine = await loading
      if (NEEDS_DIAGNOSIS.has(method)) {
        await engine.devDiagnostic({ migrationsList: params.migrationsList, filters: params.filters })
      }
      return engine[method === 'getDatabaseVersion' ? 'version' : method](params)
    },
  }
}

async function instantiate() {
  // The engine writes its panic here before it traps; without the registry the trap has no message at all.
  let panic = ''
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    get: () => panic,
    set_message: (message) => {
      panic = message
    },
  }
  const module = await WebAssembly.compile(fs.readFileSync(path.join(packageFolder, 'schema_engine_bg.wasm')))
  const instance = await WebAssembly.instantiate(module, { './schema_engine_bg.js': bindings })
  bindings.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
}
