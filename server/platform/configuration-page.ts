import { z } from 'zod'
import { envSchema } from './env-schema'

interface Facts {
  type?: string
  format?: string
  default?: unknown
  enum?: string[]
  minimum?: number
  maximum?: number
  minLength?: number
}

const sentences = /\/\*\* ([^\n]*?) \*\/\n\s*([A-Z][A-Z0-9_]*):/g

/** The sentence above each setting in the source of env-schema.ts. */
export function readSentences(source: string): Map<string, string> {
  return new Map([...source.matchAll(sentences)].map(([, sentence = '', name = '']) => [name, sentence]))
}

const number = (value: number) => value.toLocaleString('en-GB')

function allowed({ type, format, enum: values, minimum, maximum, minLength }: Facts): string {
  if (values) return values.map((value) => `\`${value}\``).join(', ')
  if (format === 'uri') return 'a URL'
  if (type === 'string') return minLength ? `text, ${minLength} characters or more` : 'text'
  const kind = type === 'integer' ? 'whole number' : 'number'
  const isOpen = maximum === undefined || maximum === Number.MAX_SAFE_INTEGER
  if (minimum === undefined) return kind
  return isOpen ? `${kind} from ${number(minimum)}` : `${kind} from ${number(minimum)} to ${number(maximum)}`
}

function factsOf(io: 'input' | 'output') {
  const { properties = {}, required = [] } = z.toJSONSchema(envSchema, { io, unrepresentable: 'any' })
  return { properties: properties as Record<string, Facts>, required }
}

/** docs/configuration.md: every setting with what it may be, its default and its sentence. @param source text of env-schema.ts */
export function writeConfigurationPage(source: string): string {
  const told = readSentences(source)
  const [given, parsed] = [factsOf('input'), factsOf('output')]
  const rows = Object.entries(given.properties).map(([name, facts]) => {
    const preset = parsed.properties[name]?.default
    const usual = preset === undefined ? (given.required.includes(name) ? 'needed' : 'none') : `\`${preset}\``
    return `| \`${name}\` | ${allowed(facts)} | ${usual} | ${(told.get(name) ?? '').replaceAll('|', '\\|')} |`
  })
  return `# Settings

Written by \`npm run docs\` from \`server/platform/env-schema.ts\`, where every setting is read. All are environment variables of web and worker; a value that
cannot be meant stops the start with its name, and \`npm run doctor\` looks for contradictions and misspelt names.
\`npm start\` gives what is needed (\`DATABASE_URL\`, \`AUTH_SECRET\`) by itself, and runs with \`NODE_ENV=production\`. The launcher itself reads
\`OPERATOR_EMAIL\`: the operator that the first start makes; left out, the house is set up in the browser, at the address that its log shows.

| setting | may be | default | meaning |
|---|---|---|---|
${rows.join('\n')}
`
}
