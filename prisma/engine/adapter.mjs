import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'

/** OID of PostgreSQL's one-byte type "char", found all over its catalogues and unknown to adapter-pg. */
const CHAR_OID = 18
const TEXT_OID = 25

/** Parameters of Prisma's URLs that PostgreSQL's own clients do not know. */
const PRISMA_PARAMETERS = ['schema', 'connection_limit', 'pool_timeout']

/** Generating a client needs an engine but no database; this address is never reached then. */
const NO_DATABASE = 'postgresql://nobody@127.0.0.1:1/none'

/**
 * The engine's way to PostgreSQL: adapter-pg with the repairs that the schema engine needs.
 *
 * @param {{ url?: string, shadowDatabaseUrl?: string }} datasource as Prisma passes it on the command line
 */
export function createAdapterFactory({ url = NO_DATABASE, shadowDatabaseUrl }) {
  return bindMigrationAwareSqlAdapterFactory({
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connect(url),
    connectToShadowDb: () => (shadowDatabaseUrl ? connect(shadowDatabaseUrl) : connectToOwnShadow(url)),
  })
}

async function connect(url, onDispose = async () => {}) {
  const schema = new URL(url).searchParams.get('schema') ?? 'public'
  // One session only: Prisma's advisory lock belongs to the session that took it.
  const pool = new pg.Pool({ connectionString: plainUrl(url), max: 1, options: `-c search_path="${schema}"` })
  const adapter = reportCharColumns(await new PrismaPg(pool, { schema }).connect())

  const startTransaction = adapter.startTransaction.bind(adapter)
  adapter.startTransaction = async (isolationLevel) => reportCharColumns(await startTransaction(isolationLevel))
  // adapter-pg cuts scripts at every semicolon, also inside functions and strings; PostgreSQL runs them whole.
  adapter.executeScript = async (script) => {
    await pool.query(script).catch((error) => adapter.onError(error))
  }
  adapter.dispose = async () => {
    await pool.end()
    await onDispose()
  }
  return adapter
}

/** adapter-pg's own shadow database is the main one when it was given a URL: make, use and drop one of our own. */
async function connectToOwnShadow(url) {
  const name = `prisma_shadow_${randomUUID().replaceAll('-', '')}`
  const admin = new pg.Client({ connectionString: plainUrl(url) })
  await admin.connect()
  await admin.query(`CREATE DATABASE "${name}"`)

  const shadowUrl = new URL(url)
  shadowUrl.pathname = `/${name}`
  return connect(shadowUrl.href, async () => {
    await admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
    await admin.end()
  })
}

/** Answers columns of type "char" as Character, which the engine expects when it reads PostgreSQL's catalogues. */
function reportCharColumns(queryable) {
  const queryRaw = queryable.queryRaw
  queryable.queryRaw = async (query) => {
    const result = await queryable.performIO(query)
    const isChar = result.fields.map((field) => field.dataTypeID === CHAR_OID)
    const fields = result.fields.map((field, i) => (isChar[i] ? { ...field, dataTypeID: TEXT_OID } : field))
    const answered = Object.create(queryable, { performIO: { value: async () => ({ ...result, fields }) } })
    const rows = await queryRaw.call(answered, query)
    return { ...rows, columnTypes: rows.columnTypes.map((type, i) => (isChar[i] ? ColumnTypeEnum.Character : type)) }
  }
  return queryable
}

/** @param {string} url */
export function plainUrl(url) {
  const plain = new URL(url)
  for (const parameter of PRISMA_PARAMETERS) plain.searchParams.delete(parameter)
  return plain.href
}
