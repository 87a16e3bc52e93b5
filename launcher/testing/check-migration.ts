import { readStatements, type Statement } from './read-statements'

/** Tables with a row for every visitor, press or picture: a lock on one of them is a queue at the door. */
const LARGE_TABLES = [
  ...['Account', 'Artwork', 'AuditEntry', 'Derivative', 'Favourite', 'Hanging', 'Like', 'OutboxEntry', 'Person'],
  ...['Picture', 'PortraitOrder', 'PortraitResult', 'Session', 'StoredFile', 'Verification'],
]

/** `-- contract: <why nothing needs it any more> since 1.2.3`: the release before this one already does without. */
const CONTRACT = /^contract: .*\b\d+\.\d+\.\d+\b/

const NAME = String.raw`(?:"?\w+"?\.)?"?(\w+)"?`
const CREATES_TABLE = new RegExp(`^CREATE TABLE (?:IF NOT EXISTS )?${NAME}`, 'i')
const ALTERS_TABLE = new RegExp(`^ALTER TABLE (?:IF EXISTS )?(?:ONLY )?${NAME}`, 'i')
const CREATES_INDEX = new RegExp(
  String.raw`^CREATE (?:UNIQUE )?INDEX (CONCURRENTLY )?(?:IF NOT EXISTS )?(?:"?\w+"? )?ON (?:ONLY )?${NAME}`,
  'i',
)

/** What a process of the release before could not live with, and the sentence that says so. */
const FORBIDDEN: [pattern: RegExp, sentence: string][] = [
  [/^DROP (TABLE|VIEW|MATERIALIZED VIEW|TYPE|SCHEMA|FUNCTION|SEQUENCE)\b/i, 'drops what the release before still uses'],
  [/^TRUNCATE\b/i, 'throws rows away'],
  [/^ALTER TYPE .* (RENAME|DROP)\b/i, 'renames what the release before calls by its old name'],
  [/^ALTER TYPE .* ADD VALUE\b/i, 'adds a value that the release before cannot read'],
  [/^ALTER (TABLE|VIEW|SEQUENCE) .* RENAME (TO|COLUMN|(?!CONSTRAINT)"?\w+"? TO)\b/i, 'renames what is in use'],
]

/** The same for one action of ALTER TABLE. */
const FORBIDDEN_ACTIONS: [pattern: RegExp, sentence: string][] = [
  [/^DROP (?!CONSTRAINT)/i, 'drops a column that the release before still reads'],
  [/^ALTER (COLUMN )?\S+ (SET DATA )?TYPE\b/i, 'changes a type under running processes, and rewrites the table'],
  [/^ALTER (COLUMN )?\S+ DROP DEFAULT\b/i, 'takes a default away that the release before relies on'],
  [
    /^ADD (COLUMN )?(?!CONSTRAINT).*\bNOT NULL\b(?!.*\b(DEFAULT|GENERATED)\b)/i,
    'adds a column that old writers leave empty',
  ],
]

/** The comma-separated actions of an ALTER TABLE; commas in parentheses and quotes do not part them. */
function actionsOf(sql: string): string[] {
  const rest = sql.replace(ALTERS_TABLE, '')
  return (rest.match(/(?:\((?:[^()]|\([^()]*\))*\)|'[^']*'|[^,])+/g) ?? []).map((action) => action.trim())
}

/** Columns that a script adds and that may be empty: no release before writes them. */
function addedBy(statements: readonly Statement[]): ReadonlySet<string> {
  const added = statements
    .flatMap(({ sql }) => (ALTERS_TABLE.test(sql) ? actionsOf(sql) : []))
    .flatMap((action) => (/\bNOT NULL\b/i.test(action) ? [] : (/^ADD COLUMN (\S+)/i.exec(action)?.[1] ?? [])))
  return new Set(added)
}

function complaintsAboutTable(sql: string, added: ReadonlySet<string>): string[] {
  const actions = actionsOf(sql).filter(
    (action) => !added.has(/^ALTER COLUMN (\S+) DROP DEFAULT\b/i.exec(action)?.[1] ?? ''),
  )
  const hasDefault = (column: string) =>
    actions.some((action) => new RegExp(`^ALTER (COLUMN )?${column} SET DEFAULT`, 'i').test(action))
  return actions.flatMap((action) => {
    const column = /^ALTER (?:COLUMN )?(\S+) SET NOT NULL/i.exec(action)?.[1]
    const isTight = column !== undefined && !hasDefault(column)
    return [
      ...FORBIDDEN_ACTIONS.filter(([pattern]) => pattern.test(action)).map(([, sentence]) => sentence),
      ...(isTight ? ['wants a value that old writers do not give'] : []),
    ]
  })
}

function complaintsAboutIndex(sql: string, created: ReadonlySet<string>, isAlone: boolean): string[] {
  const [, concurrently, table = ''] = CREATES_INDEX.exec(sql) ?? []
  if (!table) return []
  if (concurrently) return isAlone ? [] : ['CONCURRENTLY wants a migration of its own, outside any transaction']
  if (created.has(table) || !LARGE_TABLES.includes(table)) return []
  return [`locks ${table} while it is built: CREATE INDEX CONCURRENTLY in a migration of its own`]
}

function isAllowed({ comments }: Statement): boolean {
  return comments.some((comment) => CONTRACT.test(comment))
}

/**
 * Whether the release before can go on working while and after this migration runs (expand first, contract a release later).
 * A statement under a comment `-- contract: nothing reads it since 1.2.3` may do what is forbidden otherwise.
 *
 * @returns a sentence for each statement that it could not live with
 */
export function checkMigration(script: string): string[] {
  const statements = readStatements(script)
  const created = new Set(statements.map(({ sql }) => CREATES_TABLE.exec(sql)?.[1] ?? ''))
  const added = addedBy(statements)
  return statements.flatMap((statement) => {
    const { sql } = statement
    if (isAllowed(statement)) return []
    const table = ALTERS_TABLE.exec(sql)?.[1]
    const isNew = table !== undefined && created.has(table)
    const complaints = [
      ...FORBIDDEN.filter(([pattern]) => pattern.test(sql)).map(([, sentence]) => sentence),
      ...(table && !isNew ? complaintsAboutTable(sql, added) : []),
      ...complaintsAboutIndex(sql, created, statements.length === 1),
    ]
    return complaints.map((complaint) => `${sql.slice(0, 100)}: ${complaint}`)
  })
}
