import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { ErrorCode } from '@/lib/contracts/errors'
import { forceRung } from '@/server/admission/force-rung'
import { readLadder } from '@/server/admission/read-admission-view'
import { editOwnLabel } from '@/server/artists/edit-own-label'
import { listOwnWorks } from '@/server/artists/own-works'
import { setPage } from '@/server/artists/set-page'
import { makeArtwork, makeExhibition, makePerson } from '@/server/artworks/testing/records'
import { listActions, listAudit } from '@/server/audit/list-audit'
import { makeCollection } from '@/server/collections/change-collection'
import { listCollections } from '@/server/collections/list-collections'
import { addComment } from '@/server/comments/add-comment'
import { setCommentsOpen } from '@/server/comments/set-comments-open'
import { editLabels } from '@/server/depot/edit-labels'
import { exportLabels } from '@/server/depot/export-labels'
import { importLabels } from '@/server/depot/import-labels'
import { listDepot } from '@/server/depot/list-depot'
import { readDepotWork } from '@/server/depot/read-depot-work'
import { removeWorks } from '@/server/depot/remove-works'
import { decideSubmission } from '@/server/exhibitions/decide-submission'
import { ensureOwnRoom } from '@/server/exhibitions/ensure-own-room'
import { listCalls } from '@/server/exhibitions/list-calls'
import { listMySubmissions, listSubmissions } from '@/server/exhibitions/list-submissions'
import { setCall } from '@/server/exhibitions/set-call'
import { submitArtwork } from '@/server/exhibitions/submit-artwork'
import { exportAccount } from '@/server/export/export-account'
import { readHouseFigures } from '@/server/figures/read-house-figures'
import { listAnnouncements } from '@/server/house/announcements'
import { changeHouse } from '@/server/house/change-house'
import { readHouseSettings } from '@/server/house/read-house-settings'
import { addAnnouncement, changeAnnouncement, deleteAnnouncement } from '@/server/house/set-announcement'
import { importCanvas } from '@/server/import/import-canvas'
import { previewManifest } from '@/server/import/preview-manifest'
import { decideCase } from '@/server/moderation/decide-case'
import { listCases } from '@/server/moderation/list-cases'
import { reportSubject } from '@/server/moderation/report-subject'
import { setHidden } from '@/server/moderation/set-hidden'
import { setNoticeWishes } from '@/server/notices/wishes'
import { listPeople } from '@/server/people/list-people'
import { listStorage } from '@/server/people/list-storage'
import { setQuota } from '@/server/people/set-quota'
import { setRole } from '@/server/people/set-role'
import { db } from '@/server/platform/db'
import { HouseError } from '@/server/platform/errors'
import { cancelForHouse } from '@/server/portraits/cancel-for-house'
import { listQueue } from '@/server/portraits/list-queue'
import { listSetAside } from '@/server/portraits/list-set-aside'
import { pauseQueue, readPause } from '@/server/portraits/pause-queue'
import { readQueue } from '@/server/portraits/read-queue'
import { retryForHouse, retrySetAside } from '@/server/portraits/retry-set-aside'
import { readStorage } from '@/server/storage/read-storage'
import { listManners } from '@/server/styles/list-manners'
import { listModels } from '@/server/styles/list-models'
import { listTourPlaces } from '@/server/tours/list-tour-places'
import { beginUpload } from '@/server/uploads/begin-upload'
import { drainWorker } from '@/server/workers/drain-worker'
import { listWorkers } from '@/server/workers/list-workers'
import { setBan } from './set-ban'
import type { Viewer } from './viewer'

const callers = ['nobody', 'GUEST', 'VISITOR', 'ARTIST', 'CURATOR', 'OPERATOR'] as const

type Least = 'VISITOR' | 'CURATOR' | 'OPERATOR'

/** A refusal of the act itself, which only those hear who may ask for it. */
const unless = (code: ErrorCode) => (thrown: unknown) => {
  if (!(thrown instanceof HouseError) || thrown.code !== code) throw thrown
}

const instead = (code: ErrorCode, other: ErrorCode) => (thrown: unknown) => {
  throw thrown instanceof HouseError && thrown.code === code ? new HouseError(other) : thrown
}

const announcement = { text: { en: 'Early', zh: '提前' }, startsAt: new Date(0).toISOString(), endsAt: null }

async function makeCase(): Promise<string> {
  const subjectId = await makeArtwork()
  await reportSubject({ subjectKind: 'artwork', subjectId, reason: 'other', text: '' }, await makePerson('GUEST'))
  return (await db.moderationCase.findFirstOrThrow({ where: { subjectId } })).id
}

/** What the domain functions themselves refuse, whatever route or page calls them. */
const actions: Record<string, { carryOut: (viewer: Viewer | null) => Promise<unknown>; mayFrom: Least }> = {
  'list submissions': { carryOut: (viewer) => listSubmissions({ status: 'PENDING' }, viewer), mayFrom: 'CURATOR' },
  'decide a submission': {
    carryOut: async (viewer) => {
      const [artist, show] = [await makePerson(), await makeExhibition({ isOpenCall: true })]
      const artworkId = await makeArtwork({ ownerId: artist.id })
      const offer = { artworkId, exhibition: show.slug }
      const { submissionId } = await db.$transaction((tx) => submitArtwork(offer, artist, tx))
      return decideSubmission({ submissionId, decision: 'ACCEPTED', note: '', isHung: false }, viewer)
    },
    mayFrom: 'CURATOR',
  },
  'have an own room': { carryOut: (viewer) => db.$transaction((tx) => ensureOwnRoom(viewer, tx)), mayFrom: 'VISITOR' },
  'see the calls': { carryOut: (viewer) => listCalls(viewer), mayFrom: 'CURATOR' },
  'set a call': {
    carryOut: async (viewer) => {
      const { slug } = await makeExhibition()
      return setCall(slug, { isOpen: true, closesAt: null, text: { en: '', zh: '' }, version: 1 }, viewer)
    },
    mayFrom: 'CURATOR',
  },
  'see the own submissions': { carryOut: (viewer) => listMySubmissions(viewer), mayFrom: 'VISITOR' },
  'offer a work': {
    carryOut: async (viewer) => {
      const show = await makeExhibition({ isOpenCall: true })
      const artworkId = viewer ? await makeArtwork({ ownerId: viewer.id }) : randomUUID()
      return db.$transaction((tx) => submitArtwork({ artworkId, exhibition: show.slug }, viewer, tx))
    },
    mayFrom: 'VISITOR',
  },
  'see the reports': { carryOut: (viewer) => listCases('OPEN', viewer), mayFrom: 'CURATOR' },
  'hide what was reported': {
    carryOut: async (viewer) => setHidden({ caseId: await makeCase(), isHidden: true }, viewer),
    mayFrom: 'CURATOR',
  },
  'decide a report': {
    carryOut: async (viewer) => decideCase({ caseId: await makeCase(), decision: 'UPHELD', note: '' }, viewer),
    mayFrom: 'CURATOR',
  },
  'see the depot': { carryOut: (viewer) => listDepot({}, viewer), mayFrom: 'CURATOR' },
  'see a work of the depot': {
    carryOut: async (viewer) => readDepotWork(await makeArtwork({ depotAt: new Date() }), viewer),
    mayFrom: 'CURATOR',
  },
  'edit labels': {
    carryOut: async (viewer) => {
      const works = [{ id: await makeArtwork({ depotAt: new Date() }), version: 1 }]
      return editLabels({ works, changes: { year: '1900' } }, viewer)
    },
    mayFrom: 'CURATOR',
  },
  'bring labels': {
    carryOut: async (viewer) => {
      const csv = `id,year\n${await makeArtwork({ depotAt: new Date() })},1900`
      return importLabels({ csv, isDryRun: false }, viewer)
    },
    mayFrom: 'CURATOR',
  },
  'take the list of labels': {
    carryOut: (viewer) => exportLabels({ q: 'nothing like it' }, viewer),
    mayFrom: 'CURATOR',
  },
  'remove a work from the depot': {
    carryOut: async (viewer) => {
      return removeWorks({ ids: [await makeArtwork({ depotAt: new Date() })], evenIfHung: false }, viewer)
    },
    mayFrom: 'CURATOR',
  },
  'look at a manifest': {
    // Whoever may is told that nothing is fetched from there.
    carryOut: (viewer) => previewManifest('http://127.0.0.1:1/manifest.json', viewer).catch(unless('address_refused')),
    mayFrom: 'CURATOR',
  },
  'take a picture from a manifest': {
    carryOut: (viewer) => {
      const url = 'http://127.0.0.1:1/manifest.json'
      return importCanvas({ url, canvasId: `${url}#1` }, viewer).catch(unless('address_refused'))
    },
    mayFrom: 'CURATOR',
  },
  'see where there are tours': { carryOut: (viewer) => listTourPlaces(viewer), mayFrom: 'CURATOR' },
  'see the own collections': { carryOut: (viewer) => listCollections({}, viewer), mayFrom: 'VISITOR' },
  'have a page': {
    carryOut: (viewer) => setPage({ isOpen: true, statement: { en: '', zh: '' } }, viewer),
    mayFrom: 'VISITOR',
  },
  'see the own works': { carryOut: (viewer) => listOwnWorks(viewer), mayFrom: 'VISITOR' },
  'change the own label': {
    carryOut: async (viewer) => {
      const artworkId = viewer ? await makeArtwork({ ownerId: viewer.id }) : randomUUID()
      return editOwnLabel(artworkId, { version: 1, changes: { year: '1900' } }, viewer)
    },
    mayFrom: 'VISITOR',
  },
  'begin a collection': {
    carryOut: (viewer) => makeCollection({ kind: 'COLLECTION', title: 'Light' }, viewer),
    mayFrom: 'VISITOR',
  },
  'take everything along': {
    carryOut: async (viewer) => (await exportAccount(viewer)).cancel(),
    mayFrom: 'VISITOR',
  },
  'write under a work': {
    carryOut: async (viewer) => addComment({ artworkId: await makeArtwork(), text: 'Light' }, viewer),
    mayFrom: 'VISITOR',
  },
  'close what is written under a work of the house': {
    // To others the work is none that they could change.
    carryOut: async (viewer) => {
      const artworkId = await makeArtwork({ depotAt: new Date() })
      return setCommentsOpen(artworkId, false, viewer).catch(instead('not_found', 'forbidden'))
    },
    mayFrom: 'CURATOR',
  },
  'say what one wants to be told': {
    carryOut: (viewer) => setNoticeWishes({ wantsMail: false, wantsOpenings: true }, viewer),
    mayFrom: 'VISITOR',
  },
  'begin an upload': { carryOut: (viewer) => beginUpload({ name: 'a.png', bytes: 10 }, viewer), mayFrom: 'VISITOR' },
  'ban somebody': {
    carryOut: async (viewer) => setBan({ personId: (await makePerson()).id, isBanned: true }, viewer),
    mayFrom: 'OPERATOR',
  },
  'see the ladder': { carryOut: (viewer) => readLadder(viewer), mayFrom: 'OPERATOR' },
  'release the ladder': { carryOut: (viewer) => forceRung(null, viewer), mayFrom: 'OPERATOR' },
  'see what was set aside': { carryOut: (viewer) => listSetAside(viewer), mayFrom: 'OPERATOR' },
  'order it again': {
    carryOut: (viewer) => retrySetAside(randomUUID(), viewer).catch(unless('not_retryable')),
    mayFrom: 'OPERATOR',
  },
  'see the figures of the house': { carryOut: (viewer) => readHouseFigures('7', viewer), mayFrom: 'CURATOR' },
  'see the workers': { carryOut: (viewer) => listWorkers(viewer), mayFrom: 'OPERATOR' },
  'see the models': { carryOut: (viewer) => listModels(viewer), mayFrom: 'OPERATOR' },
  'see the people': { carryOut: (viewer) => listPeople({ q: '', filter: 'all' }, viewer), mayFrom: 'OPERATOR' },
  'give a role': {
    carryOut: async (viewer) => setRole({ personId: (await makePerson()).id, role: 'CURATOR', version: 1 }, viewer),
    mayFrom: 'OPERATOR',
  },
  'set somebody’s quota': {
    carryOut: async (viewer) => setQuota({ personId: (await makePerson()).id, quotaMiB: 5, version: 1 }, viewer),
    mayFrom: 'OPERATOR',
  },
  'see what is kept': { carryOut: (viewer) => readStorage(viewer), mayFrom: 'OPERATOR' },
  'see whose is kept': { carryOut: (viewer) => listStorage(viewer), mayFrom: 'OPERATOR' },
  'see the orders of all': { carryOut: (viewer) => listQueue('waiting', viewer), mayFrom: 'OPERATOR' },
  'see whether the queue rests': { carryOut: (viewer) => readPause(viewer), mayFrom: 'OPERATOR' },
  'retry an order of others': {
    carryOut: (viewer) => retryForHouse(randomUUID(), viewer).catch(unless('not_retryable')),
    mayFrom: 'OPERATOR',
  },
  'cancel an order of others': {
    carryOut: (viewer) => cancelForHouse(randomUUID(), viewer).catch(unless('not_cancellable')),
    mayFrom: 'OPERATOR',
  },
  'let the queue go on': { carryOut: (viewer) => pauseQueue(false, viewer), mayFrom: 'OPERATOR' },
  'drain a worker': {
    carryOut: (viewer) => drainWorker('nobody', true, viewer).catch(unless('not_found')),
    mayFrom: 'OPERATOR',
  },
  'see the manners': { carryOut: (viewer) => listManners(viewer), mayFrom: 'OPERATOR' },
  'see the trail': {
    carryOut: (viewer) => listAudit({ person: '', action: '', kind: '', id: '' }, viewer),
    mayFrom: 'OPERATOR',
  },
  'see the kinds of acts': { carryOut: (viewer) => listActions(viewer), mayFrom: 'OPERATOR' },
  'see what is set for the house': { carryOut: (viewer) => readHouseSettings(viewer), mayFrom: 'OPERATOR' },
  'set something for the house': {
    carryOut: (viewer) => changeHouse({ version: -1, changes: {} }, viewer).catch(unless('conflict')),
    mayFrom: 'OPERATOR',
  },
  'see the announcements': { carryOut: (viewer) => listAnnouncements(viewer), mayFrom: 'OPERATOR' },
  'announce something': {
    carryOut: (viewer) => addAnnouncement(announcement, viewer),
    mayFrom: 'OPERATOR',
  },
  'change an announcement': {
    carryOut: (viewer) =>
      changeAnnouncement(randomUUID(), { ...announcement, version: 1 }, viewer).catch(unless('not_found')),
    mayFrom: 'OPERATOR',
  },
  'take an announcement down': {
    carryOut: (viewer) => deleteAnnouncement(randomUUID(), viewer),
    mayFrom: 'OPERATOR',
  },
  'see the queue': { carryOut: (viewer) => readQueue(viewer), mayFrom: 'OPERATOR' },
}

function expected(caller: (typeof callers)[number], mayFrom: Least): ErrorCode | 'done' {
  if (caller === 'nobody') return 'not_signed_in'
  if (caller === 'GUEST') return 'account_needed'
  return callers.indexOf(caller) >= callers.indexOf(mayFrom) ? 'done' : 'forbidden'
}

const cases = Object.keys(actions).flatMap((action) => callers.map((caller) => [caller, action] as const))

test.each(cases)('%s: %s', async (caller, name) => {
  const action = actions[name]
  if (!action) throw new Error(name)
  const viewer = caller === 'nobody' ? null : await makePerson(caller)
  const outcome = await action.carryOut(viewer).then(
    () => 'done',
    (thrown: unknown) => (thrown instanceof HouseError ? thrown.code : thrown),
  )
  expect(outcome).toBe(expected(caller, action.mayFrom))
})
