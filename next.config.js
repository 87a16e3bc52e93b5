/** @type {import('next').NextConfig} */
const config = {
  reactCompiler: true,
  poweredByHeader: false,
  serverExternalPackages: [
    ...['bullmq', 'pg', 'onnxruntime-node', 'pino', 'socket.io', 'sharp', 'ioredis', 'prom-client'],
    ...['@aws-sdk/client-s3', '@aws-sdk/lib-storage', '@aws-sdk/s3-request-presigner'],
  ],
  images: { unoptimized: true },
  compiler: {
    // Loaded for builds alone: whoever serves one has no need of it.
    runAfterProductionCompile: async ({ distDir }) => {
      const { compileAhead } = await import('./launcher/compile-ahead.mjs')
      const { packRuntimes } = await import('./launcher/pack-runtimes.mjs')
      await Promise.all([compileAhead(distDir), packRuntimes(distDir)])
    },
  },
  // Titles and descriptions stand in the head for everyone, not only for crawlers: docs/decisions/0050. Not in development,
  // where it makes every page reload itself for ever.
  ...(process.env.NODE_ENV === 'production' && { htmlLimitedBots: /.*/ }),
}

export default config
