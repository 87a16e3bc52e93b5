import { spawn } from 'node:child_process'
import path from 'node:path'
import type { House } from '../house/house'
import { root } from '../house/template'

const LIMIT_MS = 180_000
/** Compose's verbs that only say where a command runs: here, everything runs on this machine. */
const COMPOSE = `docker() {
  [ "$1" = compose ] || return 127
  case "$2" in
    exec) if [ "$4" = psql ]; then shift 6; psql "$HOUSE_DATABASE" "$@"; else shift 3; command "$1" -u "$REDIS_URL" "\${@:2}"; fi ;;
    logs) case "\${!#}" in postgres) cat "$VERNISSAGE_DATA/postgres.log" ;; *) cat "$LOGS/\${!#}"-*.log ;; esac ;;
    *) return 127 ;;
  esac
}
`

export interface Said {
  code: number | null
  out: string
}

/** Where an operator sits: a shell on the house's machine, with what the pages' commands take from the surroundings. */
export class Desk {
  constructor(
    readonly house: House,
    /** For what the commands write: the operator's cookie, backups. */
    readonly folder: string,
    private readonly env: Record<string, string>,
  ) {}

  /** Runs commands as they would be typed, one after the other in one shell. */
  async run(...commands: string[]): Promise<Said> {
    const script = COMPOSE + commands.join('\n').replaceAll('op.jar', path.join(this.folder, 'op.jar'))
    const { DATABASE_URL: _database, REDIS_URL: _redis, REDIS_CACHE_URL: _cache, ...surroundings } = process.env
    const child = spawn('bash', ['-c', script], {
      cwd: root,
      env: {
        ...surroundings,
        LOGS: this.house.logFolder,
        VERNISSAGE_DATA: this.house.dataFolder,
        // Not DATABASE_URL: the commands find an embedded database by themselves.
        HOUSE_DATABASE: this.house.postgres.url,
        ...this.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: LIMIT_MS,
    })
    let out = ''
    const keep = (chunk: Buffer) => {
      out += chunk
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
    return { code, out }
  }

  /**
   * Runs commands of which the last must end with `code`, and all together say something like `pattern`.
   *
   * @throws with what they said instead
   */
  async sees(commands: string | string[], pattern: RegExp, code = 0): Promise<string> {
    const said = await this.run(...[commands].flat())
    if (said.code === code && pattern.test(said.out)) return said.out
    throw new Error(`${[commands].flat().join('; ')} ended with ${said.code} and not like ${pattern}:\n${said.out}`)
  }
}
