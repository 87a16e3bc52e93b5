import fs from 'node:fs'
import path from 'node:path'
import { type Copy, DockerfileParser, type From, type Instruction } from 'dockerfile-ast'
import { describe, expect, it, test } from 'vitest'
import { envSchema } from '@/server/platform/env-schema'
import { entriesOf } from './entries-of'
import { NEVER, roleNames, roles } from './roles'
import { traceFiles } from './trace-files'

const root = path.resolve(import.meta.dirname, '../..')
const files = ['Dockerfile', 'deploy/nginx/Dockerfile']
const targets = ['web', 'worker', 'worker-cuda', 'setup']

interface Stage {
  name: string
  base: string
  instructions: Instruction[]
}

function stagesOf(file: string): Stage[] {
  const dockerfile = DockerfileParser.parse(fs.readFileSync(path.join(root, file), 'utf8'))
  const args = new Map(
    dockerfile.getInitialARGs().map((arg) => [arg.getProperty()?.getName(), arg.getProperty()?.getValue()]),
  )
  const stages: Stage[] = []
  for (const instruction of dockerfile.getInstructions()) {
    if (instruction.getKeyword() === 'FROM') {
      const from = instruction as From
      const image = (from.getImage() ?? '').replace(/\$\{(\w+)\}/, (_, name) => args.get(name) ?? '')
      stages.push({ name: from.getBuildStage() ?? 'final', base: image, instructions: [] })
    }
    stages.at(-1)?.instructions.push(instruction)
  }
  return stages
}

const all = files.flatMap((file) => stagesOf(file).map((stage) => ({ ...stage, file })))
const textOf = (instruction: Instruction) => instruction.getArgumentsContent() ?? ''
const argumentsOf = (stage: Stage, keyword: string) =>
  stage.instructions.filter((each) => each.getKeyword() === keyword).map(textOf)

/** Of a stage and of those of the same file that it builds on. */
function inherited(stage: (typeof all)[number], keyword: string): string[] {
  const base = all.find(({ file, name }) => file === stage.file && name === stage.base)
  return [...(base ? inherited(base, keyword) : []), ...argumentsOf(stage, keyword)]
}

function copiesOf(stage: Stage) {
  return stage.instructions
    .filter((each) => each.getKeyword() === 'COPY')
    .map((each) => {
      const paths = each.getArguments().map((argument) => argument.getValue())
      const from = (each as Copy)
        .getFlags()
        .find((flag) => flag.getName() === 'from')
        ?.getValue()
      return { from, sources: paths.slice(0, -1) }
    })
}

test('the images that the documents promise are there', () => {
  expect(all.map(({ name }) => name)).toEqual(expect.arrayContaining(targets))
})

describe.each(all)('$file $name', (stage) => {
  const { file, base } = stage

  it('builds on a stage of this file, or on an image of a fixed version and digest', () => {
    const isStage = all.some((each) => each.file === file && each.name === base)
    expect(isStage || /^docker\.io\/[\w./-]+:\d[\w.-]*@sha256:[0-9a-f]{64}$/.test(base), base).toBe(true)
  })

  it('copies what is there, and what .dockerignore lets in', () => {
    const allowed = fs
      .readFileSync(path.join(root, '.dockerignore'), 'utf8')
      .match(/^!.*$/gm)
      ?.map((line) => line.slice(1))
    for (const { from, sources } of copiesOf(stage)) {
      if (from) {
        expect(
          all.some((each) => each.file === file && each.name === from),
          `--from=${from}`,
        ).toBe(true)
        continue
      }
      for (const source of sources) {
        const folder = path.join(root, file === 'Dockerfile' ? '' : path.dirname(file))
        expect(fs.existsSync(path.join(folder, path.dirname(source.replace('*', 'x')))), source).toBe(true)
        if (file !== 'Dockerfile') continue
        expect(
          allowed?.some((each) => source === each || source.startsWith(`${each}/`)),
          `${source} is ignored`,
        ).toBe(true)
      }
    }
  })

  it('keeps to the rules that hadolint would hold it to', () => {
    const keywords = stage.instructions.map((each) => each.getKeyword())
    expect(keywords).not.toContain('ADD') // DL3020
    expect(keywords).not.toContain('MAINTAINER') // DL4000
    expect(keywords.filter((each) => each === 'CMD').length).toBeLessThanOrEqual(1) // DL4003
    for (const folder of argumentsOf(stage, 'WORKDIR')) expect(folder).toMatch(/^\//) // DL3000
    for (const command of argumentsOf(stage, 'CMD')) expect(Array.isArray(JSON.parse(command))).toBe(true) // DL3025
    for (const command of argumentsOf(stage, 'RUN')) {
      expect(command).not.toMatch(/\bsudo\b|apt-get (dist-)?upgrade|^cd |\b(curl|wget)\b.*\|\s*(ba)?sh/) // DL3004, 3005, 3003
      if (!command.includes('apt-get install')) continue
      expect(command).toMatch(/apt-get install -y --no-install-recommends/) // DL3014, DL3015
      expect(command).toMatch(/rm -rf \/var\/lib\/apt\/lists/) // DL3009
    }
    // A pipe hides the failure of what stands before it (DL4006).
    for (const command of argumentsOf(stage, 'RUN')) expect(command).not.toMatch(/[^|]\|[^|]/)
  })
})

describe.each(all.filter(({ name }) => [...targets, 'final'].includes(name)))('the image $name', (stage) => {
  it('runs as nobody of importance, says how it is and what is in it', () => {
    expect(argumentsOf(stage, 'USER').at(-1)).toMatch(/^(node|www-data|1000:1000)$/)
    expect(argumentsOf(stage, 'HEALTHCHECK')).toHaveLength(1)
    expect(argumentsOf(stage, 'CMD')).toHaveLength(1)
    const labels = argumentsOf(stage, 'LABEL').join(' ')
    for (const label of ['title', 'description', 'licenses'])
      expect(labels).toContain(`org.opencontainers.image.${label}=`)
  })

  it('is checked by a program that it holds', () => {
    const [check = ''] = argumentsOf(stage, 'HEALTHCHECK')
    const script = /deploy\/images\/[\w.]+/.exec(check)?.[0]
    if (script) expect(roles.web.data).toContain(script)
    else expect(check).toMatch(/^NONE$|curl/)
  })
})

test('packages are installed before sources are copied, so that a change of sources does not install anew', () => {
  const [install] = all.filter(({ name }) => name === 'packages')
  expect(install && copiesOf(install).flatMap(({ sources }) => sources)).toEqual([
    'package.json',
    'package-lock.json',
    '.npmrc',
  ])
})

test('every project file that an image starts is in what the build stage copies', async () => {
  const build = all.filter(({ file, name }) => file === 'Dockerfile' && ['packages', 'build'].includes(name))
  const copied = build.flatMap(copiesOf).flatMap(({ sources }) => sources)
  const entries = roleNames.flatMap((role) => entriesOf(root, role))
  const ours = (await traceFiles(root, entries, ['node_modules/**'])).filter(
    (file) => !/^(node_modules|generated|docs|\.next)\//.test(file),
  )
  expect(ours.length).toBeGreaterThan(200)
  expect(ours.filter((file) => !copied.some((each) => file === each || file.startsWith(`${each}/`)))).toEqual([])
  const data = Object.values(roles).flatMap((role) =>
    role.data.filter((each) => !/^(\.next|node_modules)\b/.test(each)),
  )
  expect(data.filter((file) => !copied.some((each) => file === each || file.startsWith(`${each}/`)))).toEqual([])
})

test('what the build is given imports nothing that .dockerignore keeps out, or its types would not check', () => {
  const lines = fs.readFileSync(path.join(root, '.dockerignore'), 'utf8').split('\n')
  const roots = lines.filter((each) => each.startsWith('!')).map((each) => each.slice(1))
  const ignored = [/\.test\.tsx?$/, /(^|\/)testing(\/|$)/, /^launcher\/test\./]
  for (const line of ['**/*.test.ts', '**/*.test.tsx', '**/testing', 'launcher/test.*']) expect(lines).toContain(line)
  const isGiven = (file: string) =>
    roots.some((each) => file === each || file.startsWith(`${each}/`)) && !ignored.some((pattern) => pattern.test(file))
  const files = roots
    .filter((each) => fs.statSync(path.join(root, each)).isDirectory())
    .flatMap((each) =>
      fs.readdirSync(path.join(root, each), { recursive: true, encoding: 'utf8' }).map((name) => path.join(each, name)),
    )
    .filter((file) => /\.tsx?$/.test(file) && isGiven(file))
  expect(files.length).toBeGreaterThan(500)
  const missing = files.flatMap((file) => {
    const text = fs.readFileSync(path.join(root, file), 'utf8')
    const names = [
      ...text.matchAll(
        /^(?:import|export)[^'\n]*?(?:from )?'((?:\.\.?\/|@\/)[^']*)'|^} from '((?:\.\.?\/|@\/)[^']*)'/gm,
      ),
    ]
    return names
      .map(([, one = '', other = '']) => one || other)
      .filter((name) => !name.startsWith('@/generated'))
      .map((name) => (name.startsWith('@/') ? name.slice(2) : path.join(path.dirname(file), name)))
      .filter(
        (base) =>
          !['', '.ts', '.tsx', '.mjs', '.d.mts'].some(
            (end) => isGiven(base + end) && fs.existsSync(path.join(root, base + end)),
          ),
      )
      .map((base) => `${file} imports ${base}`)
  })
  expect(missing).toEqual([])
})

test('what an image starts is an entry of its role, so that its imports are there', () => {
  const roleOf = (name: string) => (name === 'worker-cuda' ? 'worker' : (name as (typeof roleNames)[number]))
  for (const stage of all.filter(({ name }) => targets.includes(name))) {
    const command = JSON.parse(argumentsOf(stage, 'CMD')[0] ?? '[]') as string[]
    expect(roles[roleOf(stage.name)].entries).toContain(command.at(-1))
  }
})

test('worker-cuda has one CUDA in all its parts, Node on its own, and asks for a GPU first', () => {
  const cuda = all.find(({ name }) => name === 'worker-cuda')
  const parts = all.find(({ name }) => name === 'worker-cuda-files')
  if (!cuda || !parts) throw new Error('there is no worker-cuda')
  // onnxruntime-node 1.30 is built for CUDA 12 and cuDNN 9, which the image’s tag must bring.
  const major = /\/cuda:(\d+)\.[\d.]+-cudnn-runtime-/.exec(cuda.base)?.[1]
  expect(argumentsOf(parts, 'RUN').join()).toContain(
    `ONNXRUNTIME_NODE_INSTALL=cuda${major} npm rebuild onnxruntime-node`,
  )
  expect(argumentsOf(parts, 'RUN').join()).toContain('assemble.ts worker /out')
  expect(copiesOf(cuda)).toEqual([
    { from: 'packages', sources: ['/usr/local/bin/node'] },
    { from: 'worker-cuda-files', sources: ['/out'] },
  ])
  const settings = Object.fromEntries(
    argumentsOf(cuda, 'ENV').flatMap((line) => line.split(/\s+/).map((pair) => pair.split('='))),
  )
  const { PAINTER_PROVIDERS } = envSchema.parse({
    ...settings,
    DATABASE_URL: 'postgresql://a/b',
    AUTH_SECRET: 'x'.repeat(32),
  })
  expect([PAINTER_PROVIDERS].flat().join()).toBe('cuda,cpu')
  expect(settings).toMatchObject({ NVIDIA_VISIBLE_DEVICES: 'all', NVIDIA_DRIVER_CAPABILITIES: 'compute,utility' })
  // What the install script fetches lies beside the binding, and nothing of it may be left out.
  const provider = 'node_modules/onnxruntime-node/bin/napi-v6/linux/x64/libonnxruntime_providers_cuda.so'
  expect(NEVER.some((pattern) => pattern.test(provider))).toBe(false)
  expect(roles.worker.packages).toContain('onnxruntime-node')
})

test('what web serves has an environment that env-schema.ts takes', () => {
  for (const stage of all.filter(({ name }) => ['web', 'worker', 'worker-cuda'].includes(name))) {
    expect(inherited(stage, 'ENV').join(' ')).toContain('VERNISSAGE_DATA=/data')
  }
})
