import { z } from 'zod'
import { portraitSizes } from '@/lib/contracts/portraits'

const flag = z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1')

/** `10,30,60,120`. */
const thresholds = z
  .string()
  .transform((text) => text.split(',').map(Number))
  .pipe(z.array(z.number().min(0)).length(4))
  .refine((all) => all.every((each, i) => i === 0 || each > (all[i - 1] ?? 0)), 'must ascend')

/** `host.example,192.168.1.20:8182`. */
const hosts = z.string().transform((text) =>
  text
    .split(',')
    .map((host) => host.trim().toLowerCase())
    .filter(Boolean),
)

/** `512,768`. */
const sizes = z
  .string()
  .transform((text) => text.split(',').map(Number))
  .pipe(z.array(z.literal(portraitSizes)).min(1))

/** Every setting of web and worker, with its default. README.md lists them all; a test holds it to that. */
export const envSchema = z.object({
  /** Development reloads the pages as they change; tests use the third. */
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  /** PostgreSQL: the truth. `npm start` sets it to the embedded one where nothing else is given. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** Connections of this process to PostgreSQL for the domain (queue and realtime have their own few). */
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(12),
  /** A replica of it that follows by streaming: what everybody reads is asked there while it has everything; left out, all is asked of the primary. */
  DATABASE_REPLICA_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** The same database past any pooler: listening for changes, the sweeper's lock and migrations need a session of their own; left out, DATABASE_URL. */
  DATABASE_DIRECT_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Set: queue, realtime and rate limits move from PostgreSQL to Redis. */
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  /** A second Redis, which may forget (`allkeys-lru`): realtime and rate limits go there, so that nothing of theirs takes the queue's memory; left out, REDIS_URL. */
  REDIS_CACHE_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  /** Folder for pictures and everything else that outlives a restart. */
  VERNISSAGE_DATA: z.string().default('.data'),
  /** Port of the web process: pages, interface and sockets. */
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  /** Address that it listens on. */
  HOST: z.string().default('0.0.0.0'),
  /** Secret under which sessions are signed. */
  AUTH_SECRET: z.string().min(32),
  /** Address under which people reach the house; needed only where proxies hide it. */
  PUBLIC_URL: z.url().optional(),
  /** Reverse proxies in front of the web process whose X-Forwarded-* are believed, counted from the right. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** Where a worker answers probes and `/metrics`; 0 for any free port. */
  WORKER_PORT: z.coerce.number().int().min(0).max(65535).default(0),
  /** How long a web process that is asked to end still takes connections, not ready any more, so that load balancers notice. */
  DRAIN_GRACE_SECONDS: z.coerce.number().min(0).max(300).default(1),
  /** How long a worker that is asked to end may finish what it paints; then it hands the order back. */
  WORKER_DRAIN_SECONDS: z.coerce.number().min(0).max(3_600).default(20),
  /** Portraits painted at once by one worker. */
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(1),
  /** onnxruntime execution providers in order of preference. */
  PAINTER_PROVIDERS: z.string().default('cpu'),
  /** Folder for networks of your own; left out, `models` in VERNISSAGE_DATA. */
  PAINTER_MODELS: z.string().optional(),
  /** MiB of networks that a worker holds open at once. */
  PAINTER_MODEL_MEMORY: z.coerce.number().int().min(1).max(65_536).default(256),
  /** Cores that the painter leaves to the rest of the house while orders wait, so that pages stay quick; 0 on a machine that only paints. */
  PAINTER_SPARED_CORES: z.coerce.number().int().min(0).max(64).default(1),
  /** Steps in which a work that becomes a style is studied, for each of its two codes: a tenth of a second each on two cores; 0 for none. */
  PAINTER_LESSONS: z.coerce.number().int().min(0).max(1_000).default(40),
  /** Long sides (px) that this worker paints, as `512,768`; left out, all of them, and HD only where the memory is enough for it. */
  WORKER_SIZES: sizes.optional(),
  /** Seconds that the painter may be silent over one stage of a picture; then its thread is replaced, and the picture tried again. */
  PAINTER_STAGE_SECONDS: z.coerce.number().min(1).max(3_600).default(120),
  /** Days after its last use that a painting serves equal orders. */
  PORTRAIT_CACHE_DAYS: z.coerce.number().min(0.01).max(3_650).default(7),
  /** Days after its end that an order without a portrait (failed, cancelled) moves to the archive; its photo goes then. */
  ORDERS_ARCHIVE_DAYS: z.coerce.number().int().min(1).max(36_500).default(90),
  /** Days after which an audit entry moves to the archive. */
  AUDIT_ARCHIVE_DAYS: z.coerce.number().int().min(1).max(36_500).default(365),
  /** Months that the archive is kept. */
  ARCHIVE_MONTHS: z.coerce.number().int().min(1).max(1_200).default(36),
  /** Orders a person may place in a minute. */
  ORDERS_PER_MINUTE: z.coerce.number().int().min(1).max(10_000).default(10),
  /** Requests a second that one network address may send to the order route. */
  ORDER_REQUESTS_PER_SECOND: z.coerce.number().int().min(1).max(1_000_000).default(10),
  /** How many of them it may send at once after a pause. */
  ORDER_REQUESTS_BURST: z.coerce.number().int().min(1).max(1_000_000).default(20),
  /** Requests a second that one network address may send to the rest of the interface. */
  API_REQUESTS_PER_SECOND: z.coerce.number().int().min(1).max(1_000_000).default(200),
  /** Sockets that one network address may hold open to one web process: everybody in a museum may come from the same one. */
  SOCKETS_PER_ADDRESS: z.coerce.number().int().min(1).max(1_000_000).default(2_000),
  /** Backlog, in seconds of painting, from which each rung of the overload ladder holds: rungs 1 to 4, ascending. */
  ADMISSION_THRESHOLDS: thresholds.default([10, 30, 60, 120]),
  /** A rung is left downwards below this part of its threshold. */
  ADMISSION_DOWN_SHARE: z.coerce.number().min(0.1).max(1).default(0.7),
  /** Seconds that the backlog must have been below it for that. */
  ADMISSION_DOWN_SECONDS: z.coerce.number().min(0).max(600).default(5),
  /** Bearer token that `/metrics` asks for; left out, it answers callers on the same machine alone. */
  METRICS_TOKEN: z.string().min(16).optional(),
  /** Address that the worker's port listens on: its own machine alone, unless probes or Prometheus come from elsewhere. */
  WORKER_HOST: z.string().default('127.0.0.1'),
  /** OTLP/HTTP collector for traces; left out, nothing is traced. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  /** Share of the traces that are kept, 0 to 1; those that failed or were slow are kept besides. */
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(0.05),
  /** Milliseconds from which a request is slow, and its trace kept. */
  TRACES_SLOW_REQUEST_MS: z.coerce.number().int().min(0).default(1_000),
  /** Milliseconds from which a painting is slow, and its trace kept. */
  TRACES_SLOW_PAINTING_MS: z.coerce.number().int().min(0).default(30_000),
  /** Mail server for notices that stay unread, as `smtp://user:password@host:587` or `smtps://…`; left out, everything is told in the house alone. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Whom that mail comes from, as `Gallery <gallery@host.example>`. */
  MAIL_FROM: z.string().default('Vernissage <no-reply@localhost>'),
  /** Hosts of your own network, as `host` or `host:port`, that IIIF imports may fetch from; others must be on the open net. */
  IMPORT_HOSTS: hosts.default([]),
  /** The least important lines that are written to the log. */
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  /** Bucket for the pictures, of Amazon S3 or a store that speaks its language; left out, they lie in VERNISSAGE_DATA. */
  S3_BUCKET: z.string().min(1).optional(),
  /** Where that store answers; left out, Amazon's own in S3_REGION. */
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  /** Where browsers reach the same bucket: private pictures are then fetched there, at signed addresses of a minute; left out, all go through the web process. */
  S3_PUBLIC_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  /** Region of the bucket. */
  S3_REGION: z.string().default('us-east-1'),
  /** Key of the store; left out with the next, whatever the surroundings give (files, the machine's role). */
  S3_ACCESS_KEY_ID: z.string().optional(),
  /** Its secret. */
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  /** Bucket of the region that pictures are replicated from: what has not arrived in S3_BUCKET yet is read there, with the same key. */
  S3_OTHER_BUCKET: z.string().min(1).optional(),
  /** Where that one answers; left out, Amazon's own in S3_OTHER_REGION. */
  S3_OTHER_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  /** Its region; left out, S3_REGION. */
  S3_OTHER_REGION: z.string().optional(),
  /** Requests of this process to the store at once; four times as many may wait, and the next are refused. */
  S3_CONCURRENCY: z.coerce.number().int().min(1).max(1_000).default(32),
  /** Milliseconds that reading or writing one picture may take, waiting and second tries included. */
  S3_TIMEOUT_MS: z.coerce.number().int().min(100).max(120_000).default(8_000),
  /** Threads of this process for files, pictures and names of hosts, of which the folder of pictures gets half. Node reads it as it starts; `npm start` and the images set 8. */
  UV_THREADPOOL_SIZE: z.coerce.number().int().min(1).max(1_024).default(4),
  /** Insist on https cookies; left out, it follows PUBLIC_URL. */
  SECURE_COOKIES: flag.optional(),
})
