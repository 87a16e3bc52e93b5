import { describe, expect, it } from 'vitest'
import { ModelShelf } from './model-shelf'
import { type OpenSession, openSession } from './open-session'
import { createPainter } from './painter'
import { modelFolder } from './read-manifest'
import { openSession as openAndLose } from './testing/failing-sessions'
import { encodeTestPhoto, orderOf } from './testing/orders'
import { ProviderFailed } from './watch-runs'
import { workAtEasel } from './work-at-easel'

const sessionsFrom = new URL('./testing/failing-sessions.ts', import.meta.url).href
const settings = { modelFolders: [modelFolder], modelBytes: 2 ** 28, threads: 1, budgetMs: 20_000 }
const nothing = async () => {}

describe('a card that is lost while it paints', () => {
  it('leaves the order to the processor, says so, and the next ones too', async () => {
    const told: string[][] = []
    const painter = await createPainter({
      providers: ['cuda', 'cpu'],
      sessionsFrom,
      onModels: (_, notes) => told.push(notes),
    })
    expect(painter.model.provider).toBe('cuda')
    const order = orderOf(painter, await encodeTestPhoto(320, 240))
    const stages: string[] = []
    // The sketch is the card's last run.
    const result = await painter.paint(order, { onPreview: ({ stage }) => stages.push(stage) })
    expect(stages.length).toBeGreaterThan(1)
    expect(result).toMatchObject({ provider: 'cpu', width: 256 })
    expect(painter.model.provider).toBe('cpu')
    const said =
      'A run failed on the execution provider cuda: CUDA failure 719: unspecified launch failure. Painting goes on on the processor'
    expect(told.map((notes) => notes.join())).toEqual([expect.stringContaining(said)])
    expect(painter.notes.join()).toContain(said)
    expect(await painter.paint(order)).toMatchObject({ provider: 'cpu' })
    await painter.close()
  })

  it('is not blamed for what the processor cannot do either', async () => {
    const shelf = new ModelShelf({ ...settings, providers: ['cuda'], openSession: openAndLose })
    await shelf.refresh()
    const work = async () => {
      throw new ProviderFailed('cuda', new Error('Non-zero status code'))
    }
    await expect(workAtEasel(shelf, shelf.first, nothing, work)).rejects.toThrow(ProviderFailed)
    expect((await shelf.take(shelf.first)).provider).toBe('cuda')
    expect(shelf.notes).toEqual([])
  })

  it('is not looked for again where something else failed', async () => {
    const shelf = new ModelShelf({ ...settings, providers: ['cuda'], openSession: openAndLose })
    await shelf.refresh()
    let times = 0
    const work = async () => {
      times += 1
      throw new Error('no disk')
    }
    await expect(workAtEasel(shelf, shelf.first, nothing, work)).rejects.toThrow('no disk')
    expect(times).toBe(1)
    expect((await shelf.take(shelf.first)).provider).toBe('cuda')
  })
})

it('says of each network that the card has no room for, and once of a card that is not there', async () => {
  let room = 1
  const crowded = async (...[model, , threads]: Parameters<typeof openSession>): Promise<OpenSession> => {
    const { session } = await openSession(model, ['cpu'], threads)
    room -= 1
    const note = 'The execution provider cuda is not to be had here, painting goes on without it: out of memory'
    return room < 0 ? { session, provider: 'cpu', notes: [note] } : { session, provider: 'cuda', notes: [] }
  }
  const shelf = new ModelShelf({ ...settings, providers: ['cuda'], openSession: crowded })
  await shelf.refresh()
  const easel = await shelf.take(shelf.first)
  expect(shelf.notes).toEqual([])
  await easel.network('look')
  await easel.network('pull')
  expect(shelf.notes).toEqual([
    expect.stringMatching(/^The network look of masters: The execution provider cuda is not/),
    expect.stringMatching(/^The network pull of masters: /),
  ])

  const bare = new ModelShelf({ ...settings, providers: ['cuda'], openSession: crowded })
  await bare.refresh()
  await (await bare.take(bare.first)).network('look')
  expect(bare.notes).toEqual([expect.stringMatching(/^The execution provider cuda is not/)])
})
