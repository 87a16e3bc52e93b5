import type { Viewer } from '@/server/accounts/viewer'
import { type Admission, readAdmission } from '@/server/admission/admission'
import { refuseHopeless } from '@/server/admission/admit'
import { passDoor } from '@/server/admission/pass-door'
import { findManner } from '@/server/styles/find-manner'
import { modelLabel } from '@/server/styles/model'
import type { NewOrder } from './commit-order'
import { isKnownFile } from './order-photo'

/**
 * Refuses an order that nobody would paint at this hour, before its file is decoded and anything is written for it: on an opening
 * night everybody brings a photo of their own, and of a file that nobody sent before there can hardly be a painting.
 *
 * @param order `viewer` null: of somebody of whom no guest was made yet
 * @returns the state of the door that it passed
 * @throws {HouseError} style_unknown, studio_closed, painter_busy, no_turn
 */
export async function turnAway(order: Omit<NewOrder, 'viewer'> & { viewer: Viewer | null }): Promise<Admission> {
  const { viewer, form, photo, queueToken = null } = order
  await passDoor(queueToken)
  const admission = await readAdmission()
  const isEverybodyWelcome = admission.rung < 3 && [...admission.models.values()].every((state) => state === 'closed')
  if (isEverybodyWelcome || typeof photo === 'string') return admission
  const { model } = await findManner(form.style, viewer, 'style')
  try {
    await refuseHopeless({ viewer, queueToken, model: modelLabel(model) }, admission)
  } catch (refusal) {
    if (!(await isKnownFile(photo))) throw refusal
  }
  return admission
}
