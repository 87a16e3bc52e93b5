/** @type {import('next').NextConfig} */
const config = {
  reactCompiler: true,
  poweredByHeader: false,
  serverExternalPackages: ['bullmq', 'pg', 'onnxruntime-node', 'pino', 'socket.io', 'sharp', 'ioredis'],
  images: { unoptimized: true },
}

export default config
