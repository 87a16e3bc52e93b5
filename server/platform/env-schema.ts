import { z } from 'zod'

const flag = z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1')

/** Every setting of web and worker, with its default. README.md lists them all; a test holds it to that. */
export const envSchema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  /** PostgreSQL: the truth. `npm start` sets it to the embedded one where nothing else is given. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** Connections of this process to PostgreSQL for the domain (queue and realtime have their own few). */
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(12),
  /** Set: queue, realtime and rate limits move from PostgreSQL to Redis. */
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  /** Folder for pictures and everything else that outlives a restart. */
  VERNISSAGE_DATA: z.string().default('.data'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  /** Secret under which sessions are signed. */
  AUTH_SECRET: z.string().min(32),
  /** Address under which people reach the house; needed only where proxies hide it. */
  PUBLIC_URL: z.url().optional(),
  /** Reverse proxies in front of the web process whose X-Forwarded-* are believed, counted from the right. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  WORKER_PORT: z.coerce.number().int().min(0).max(65535).default(0),
  /** Portraits painted at once by one worker. */
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(1),
  /** onnxruntime execution providers in order of preference. */
  PAINTER_PROVIDERS: z.string().default('cpu'),
  /** Folder for networks of your own; left out, `models` in VERNISSAGE_DATA. */
  PAINTER_MODELS: z.string().optional(),
  /** MiB of networks that a worker holds open at once. */
  PAINTER_MODEL_MEMORY: z.coerce.number().int().min(1).max(65_536).default(256),
  /** Orders a person may place in a minute. */
  ORDERS_PER_MINUTE: z.coerce.number().int().min(1).max(10_000).default(10),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  /** Insist on https cookies; left out, it follows PUBLIC_URL. */
  SECURE_COOKIES: flag.optional(),
})
