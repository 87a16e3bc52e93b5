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
  /** Left out of those folders. */
  without?: RegExp[]
}

/** What every TypeScript process needs beside its code. */
const SETTINGS = ['package.json', 'tsconfig.json', 'deploy/images/healthcheck.mjs']

/** What each image holds of the project; node_modules follows from it. */
export const roles: Record<RoleName, Role> = {
  web: {
    entries: ['app/main.ts', 'server/storage/decoding/child.mjs'],
    routes: 'app/api',
    packages: ['tsx'],
    // Next resolves what stands in for webpack by name, even where nothing is built.
    data: [...SETTINGS, '.next', 'public', 'next.config.js', 'node_modules/next/dist/compiled/webpack'],
    // The interface is answered beside Next (docs/decisions/0091), and painting is the worker's but for what browsers paint with.
    without: [
      /^\.next\/server\/app\/api\//,
      /^public\/models\/(?!browser-)[^/]+\.(onnx|bin)$/,
      // Packed beside itself, and fetched so.
      /^\.next\/static\/media\/.*\.wasm$/,
    ],
  },
  worker: {
    entries: ['worker/main.ts', 'worker/painter/thread-entry.mjs', 'worker/painter/thread.ts'],
    packages: ['tsx', 'onnxruntime-node'],
    data: [...SETTINGS, 'public/models'],
  },
  setup: {
    entries: [
      ...['launcher/setup.ts', 'prisma.config.ts', 'prisma/seed/run.ts', 'prisma/engine/schema-engine.mjs'],
      // Backup and restore want the migrations that this role holds.
      'server/backup/run.ts',
    ],
    packages: ['tsx', 'prisma', '@prisma/schema-engine-wasm', 'onnxruntime-node'],
    data: [...SETTINGS, 'prisma', 'collection', 'public/models'],
  },
}

/** Left out wherever they lie: nothing reads them in production. */
export const NEVER = [
  /\.(map|d\.ts|d\.mts|d\.cts)$/,
  /\.(test|int\.test)\.tsx?$/,
  /\.nft\.json$/,
  /^\.next\/(cache|types|diagnostics|trace|trace-build|turbopack)(\/|$)/,
  /^docs\//,
  /^node_modules\/next\/dist\/(docs|esm)\//,
  // What builds pages, and serves them in development: the large bundles alone, as small files around them are asked for by name.
  /^node_modules\/next\/dist\/compiled\/(webpack\/bundle5|babel\/bundle|babel-packages\/packages-bundle|next-devtools\/index)\.js$/,
  /^node_modules\/next\/dist\/compiled\/@next\/font\//,
  /^node_modules\/next\/dist\/(build\/(webpack|babel)\/|server\/dev\/hot-reloader-(webpack|turbopack|rspack)\.js$)/,
  /^node_modules\/next\/dist\/server\/capsize-font-metrics\.json$/,
  /^node_modules\/caniuse-lite\//,
  /^node_modules\/next\/dist\/compiled\/next-server\/.*\.dev\.js$/,
  /^node_modules\/next\/dist\/compiled\/next-server\/.*-experimental\..*\.js$/,
  /^node_modules\/(@next\/swc-|babel-plugin-react-compiler|typescript|@typescript)/,
  /^node_modules\/onnxruntime-node\/bin\/napi-v\d+\/(?!linux\/)/,
]
