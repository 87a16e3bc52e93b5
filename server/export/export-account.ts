import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { labelFields } from '@/lib/contracts/depot'
import { requireAccount } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { csvLine } from '@/server/platform/csv-line'
import { fileKey } from '@/server/storage/picture-store'
import { store } from '@/server/storage/store'
import { gatherAccount, gatherOrders, gatherWorks } from './gather-account'

const endings: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/avif': 'avif',
}

interface StoredFile {
  sha256: string
  mimeType: string
}

/**
 * All that is a person's, as a ZIP that is written while it is read: pictures as the house keeps them, labels as CSV, and everything else as
 * JSON. Pictures are fetched one after the other, so that a large one costs no memory for long.
 *
 * @throws {HouseError} not_signed_in, account_needed
 */
export async function exportAccount(viewer: Viewer | null): Promise<ReadableStream<Uint8Array>> {
  const { id } = requireAccount(viewer)
  const [account, works, orders] = await Promise.all([gatherAccount(id), gatherWorks(id), gatherOrders(id)])
  const zip = new ZipFile()
  const addJson = (name: string, value: unknown) => zip.addBuffer(Buffer.from(JSON.stringify(value, null, 2)), name)
  const names = works.map(({ id: workId, files }) =>
    files.map((file, at) => addPicture(zip, `works/${workId}`, file, at)),
  )
  const labels = works.map(({ id: workId, label }) => [
    workId,
    ...labelFields.map((field) => [label[field]].flat().join('; ')),
  ])
  zip.addBuffer(Buffer.from(`\ufeff${[['id', ...labelFields], ...labels].map(csvLine).join('')}`), 'labels.csv')
  addJson(
    'works.json',
    works.map(({ files: _files, ...work }, at) => ({ ...work, files: names[at] })),
  )
  const portraits = orders.map(({ photo, painting, ...order }) => ({
    ...order,
    photo: addPicture(zip, `portraits/${order.id}-photo`, photo.file, 0),
    painting: painting && addPicture(zip, `portraits/${order.id}-painting`, painting.file, 0),
  }))
  addJson('portraits.json', portraits)
  addJson('account.json', account)
  zip.end()
  return Readable.toWeb(zip.outputStream as Readable) as ReadableStream<Uint8Array>
}

/** The present picture, then earlier ones with a number; its name in the ZIP. Pictures are packed already. */
function addPicture(zip: ZipFile, stem: string, { sha256, mimeType }: StoredFile, at: number): string {
  const name = `${stem}${at > 0 ? `-earlier-${at}` : ''}.${endings[mimeType] ?? 'bin'}`
  zip.addReadStreamLazy(name, { compress: false }, (give) => {
    store.read(fileKey(sha256)).then(
      (bytes) => give(null, Readable.from(bytes ? [bytes] : [])),
      (error: unknown) => give(error as Error, Readable.from([])),
    )
  })
  return name
}
