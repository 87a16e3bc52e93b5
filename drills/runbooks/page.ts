import fs from 'node:fs'
import path from 'node:path'
import { root } from '../house/template'

const FOLDER = path.join(root, 'docs/runbooks')
/** What is typed, among all that a page sets in the type of code. */
const COMMAND =
  /^(\w+=\S+ )*(npm (run|start)|npx|psql|pg_basebackup|redis-cli|curl|kill|docker|kubectl|nvidia-smi|truncate|df|du|ls|zcat|export|select|create|alter)\b|^\( cd /i

/** A page of docs/runbooks and the commands on it, as they are written. */
export class RunbookPage {
  private readonly commands: string[]
  /** Those that were taken. */
  readonly taken = new Set<string>()

  constructor(readonly name: string) {
    const [text = ''] = fs.readFileSync(path.join(FOLDER, `${name}.md`), 'utf8').split('**Tried.**')
    const fenced = [...text.matchAll(/^```(?:sh|sql)\n(.*?)^```/gms)].flatMap(([, block = '']) =>
      block.replaceAll('\\\n', ' ').split('\n'),
    )
    const inline = [...text.replaceAll(/^```.*?^```/gms, '').matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)
    const typed = [...fenced, ...inline].map((each) => each.replace(/\s+(#|-- [a-z]).*$/, '').trim())
    this.commands = [...new Set(typed)].filter((each) => COMMAND.test(each))
  }

  get count(): number {
    return this.commands.length
  }

  get untaken(): string[] {
    return this.commands.filter((each) => !this.taken.has(each))
  }

  /**
   * The command that is these words, or the first that holds them, with values in the places that the page leaves open.
   *
   * @throws where the page has no such command any more
   */
  command(words: string, values: Record<string, string> = {}): string {
    const found = this.commands.find((each) => each === words) ?? this.commands.find((each) => each.includes(words))
    if (found === undefined) throw new Error(`${this.name}.md has no command with ${words}`)
    this.taken.add(found)
    return Object.entries(values).reduce((text, [place, value]) => text.replaceAll(place, () => value), found)
  }
}
