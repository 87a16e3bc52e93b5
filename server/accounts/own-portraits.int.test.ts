import { beforeAll, expect, test } from 'vitest'
import { makeExhibition, makePerson } from '@/server/artworks/testing/records'
import { isPortraitShown, showPortrait } from '@/server/easels/show-portrait'
import { HouseError } from '@/server/platform/errors'
import { cancelPortrait } from '@/server/portraits/cancel-portrait'
import { completeOrder } from '@/server/portraits/complete-order'
import { deletePortrait } from '@/server/portraits/delete-portrait'
import { hangPortrait } from '@/server/portraits/hang-portrait'
import { listPortraits } from '@/server/portraits/list-portraits'
import { previewPath } from '@/server/portraits/portrait-view'
import { readPortrait } from '@/server/portraits/read-portrait'
import { readPreview } from '@/server/portraits/read-preview'
import { recordProgress } from '@/server/portraits/record-progress'
import { retryPortrait } from '@/server/portraits/retry-portrait'
import { seePortrait } from '@/server/portraits/see-portrait'
import { stopPortrait } from '@/server/portraits/stop-portrait'
import { submitPortrait } from '@/server/portraits/submit-portrait'
import { claimed, makeMaster, newOrder, painting } from '@/server/portraits/testing/orders'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { signUrl } from '@/server/storage/sign-url'
import type { Viewer } from './viewer'

interface Portrait {
  queued: string
  painted: string
}

const label = { title: 'Me', description: '' }

/** Everything that is done with a portrait. Even an operator does none of it with somebody else's. */
const acts: Record<string, (portrait: Portrait, viewer: Viewer) => Promise<unknown>> = {
  'read it': ({ painted }, { id }) => readPortrait(painted, id),
  'look at it': ({ painted }, { id }) => seePortrait(painted, id),
  'find it in the list': async ({ painted }, { id }) =>
    (await listPortraits(id)).portraits.find((portrait) => portrait.id === painted) ?? null,
  'see how it grows': async ({ queued }, { id }) => {
    const claim = await claimed(queued)
    await recordProgress(claim, { stage: 'painting', progress: 0.5, loss: null, preview: (await painting()).picture })
    const path = previewPath(queued, '1-1')
    const access = signUrl(path)
    return readPreview(queued, { v: '1-1', access }, id)
  },
  'cancel it': ({ queued }, { id }) => cancelPortrait(queued, id),
  'stop its refinement': ({ queued }, { id }) => stopPortrait(queued, id),
  'have it painted again': ({ queued }, viewer) => retryPortrait(queued, viewer),
  'show it while it is painted': ({ queued: orderId }, { id: personId }) =>
    showPortrait({ orderId, personId, isShown: true }),
  'ask whether it is shown': ({ queued }, { id }) => isPortraitShown(queued, id),
  'hang it': ({ painted }, viewer) => hangPortrait(painted, viewer, label),
  'offer it': async ({ painted }, viewer) => {
    const { slug } = await makeExhibition({ isOpenCall: true })
    return submitPortrait(painted, viewer, { ...label, exhibition: slug })
  },
  'delete it': ({ painted }, { id }) => deletePortrait(painted, id).then(() => 'deleted'),
}

beforeAll(async () => {
  await prepareQueue()
  await makeMaster('test-style', 0)
})

/** `there`: done, or refused for the state that it is in. */
async function tryAs(act: (typeof acts)[string], owner: Viewer, viewer: Viewer) {
  const [queued, order] = [await newOrder(owner), await newOrder(owner)]
  await completeOrder(await claimed(order.id), await painting())
  return act({ queued: queued.id, painted: order.id }, viewer).then(
    (answer) => (answer === null ? 'not_found' : 'there'),
    (thrown: unknown) => {
      if (!(thrown instanceof HouseError)) throw thrown
      return thrown.code === 'not_found' ? 'not_found' : 'there'
    },
  )
}

const callers = ['GUEST', 'VISITOR', 'ARTIST', 'CURATOR', 'OPERATOR', 'its artist'] as const
const cases = Object.entries(acts).flatMap(([name, act]) => callers.map((caller) => [caller, name, act] as const))

test.each(cases)('%s: %s', async (caller, name, act) => {
  const owner = await makePerson()
  const viewer = caller === 'its artist' ? owner : await makePerson(caller)
  const outcome = await tryAs(act, owner, viewer)
  // Offering and hanging want an account before they ask whose it is.
  const isRefusedFirst = caller === 'GUEST' && (name === 'hang it' || name === 'offer it')
  expect(outcome).toBe(caller === 'its artist' || isRefusedFirst ? 'there' : 'not_found')
})
