export interface Statement {
  /** Without comments, in one line. */
  sql: string
  /** The texts of the comments in front of it and in it, in order. */
  comments: string[]
}

/** A comment, a string, a quoted name, a dollar-quoted body, or the end of a statement; the rest is taken letter by letter. */
const TOKENS = /--([^\n]*)|\/\*([\s\S]*?)\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$[\s\S]*?\$\3\$|;|[\s\S]/g

/** The statements of an SQL script. Block comments are not nested. */
export function readStatements(script: string): Statement[] {
  const statements: Statement[] = []
  let [sql, comments]: [string, string[]] = ['', []]
  const end = () => {
    const line = sql.replace(/\s+/g, ' ').trim()
    if (line) statements.push({ sql: line, comments })
    if (line) comments = []
    sql = ''
  }
  for (const [token, line, block] of script.matchAll(TOKENS)) {
    const comment = line ?? block
    if (comment !== undefined) {
      comments.push(comment.trim())
      sql += ' '
    } else if (token === ';') end()
    else sql += token
  }
  end()
  return statements
}
