export const roleNames = ['web', 'worker', 'setup'] as const
export type RoleName = (typeof roleNames)[number]

interface Role {
  /** Files that Node loads first, relative to the project. What they import comes along. */
  entries: string[]
  /** Folder whose files named route.ts are loaded by the address that they answer. */
  routes?: string
  /** Packages that come whole, with all that they depend on: programs, and loaders that no trace can follow. */
  packages: string[]
  /** Files and folders that are read rather than imported. */
  data: string[]
}

/** What every TypeScript process needs beside its code. */
const SETTINGS = ['package.json', 'tsconfig.json', 'deploy/images/healthcheck.mjs']

/** What each image holds of the project; node_modules follows from it. */
export const roles: Record<RoleName, Role> = {
  web: {
    entries: ['app/main.ts', 'server/storage/decoding/child.mjs'],
    routes: 'app/api',
    packages: ['tsx'],
    data: [...SETTINGS, '.next', 'public', 'next.config.js'],
  },
  worker: {
    entries: ['worker/main.ts', 'worker/painter/thread-entry.mjs', 'worker/painter/thread.ts'],
    packages: ['tsx', 'onnxruntime-node'],
    data: [...SETTINGS, 'public/models'],
  },
  setup: {
    entries: ['launcher/setup.ts', 'prisma.config.ts', 'prisma/seed/run.ts', 'prisma/engine/schema-engine.mjs'],
    packages: ['tsx', 'prisma', '@prisma/schema-engine-wasm'],
    data: [...SETTINGS, 'prisma', 'collection', 'public/models'],
  },
}

/** Left out wherever they lie: nothing reads them in production. */
export const NEVER = [
  /\.(map|d\.ts|d\.mts|d\.cts)$/,
  /\.(test|int\.test)\.tsx?$/,
  /^\.next\/(cache|types|diagnostics|trace|trace-build|turbopack)(\/|$)/,
  /^docs\//,
  /^node_modules\/next\/dist\/(docs|esm)\//,
  /^node_modules\/next\/dist\/compiled\/next-server\/.*\.dev\.js$/,
  /^node_modules\/next\/dist\/compiled\/next-server\/.*-experimental\..*\.js$/,
  /^node_modules\/(@next\/swc-|babel-plugin-react-compiler|typescript|@typescript)/,
  /^node_modules\/onnxruntime-node\/bin\/napi-v\d+\/(?!linux\/)/,
]
