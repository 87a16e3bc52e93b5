import type { DeviceManner } from '@/lib/contracts/styles'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { findBrowserNetwork } from './find-browser-network'
import { findManner } from './find-manner'

/**
 * A master's codes, or those of a work that was painted after before, and the network that they belong to.
 * @throws {HouseError} style_unknown; not_on_device where nobody has learned the codes yet, or their network is the workers' alone
 */
export async function readDeviceManner(id: string, viewer: Viewer | null): Promise<DeviceManner> {
  const { model } = await findManner(id, viewer, 'style')
  const [network, row] = await Promise.all([
    findBrowserNetwork(model),
    db.style.findUnique({
      where: { id },
      select: { code: true, broadCode: true, modelName: true, modelVersion: true },
    }),
  ])
  const isOfModel = row?.modelName === model.name && row.modelVersion === model.version
  if (!network || !isOfModel || !row?.code) return fail('not_on_device')
  const inBase64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  return { network, fine: inBase64(row.code), broad: inBase64(row.broadCode ?? row.code) }
}
