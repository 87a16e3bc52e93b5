/** Seconds that an order has waited, from which on others are taken to wait, too, and below which nobody is. */
const CROWD = { from: 2, until: 0.5 }

/** Whether more orders come than are painted, told by how long each that is begun has waited; between the two limits it is as it was. */
export function watchCrowd(): (waitedSeconds: number) => boolean {
  let isCrowd = false
  return (waitedSeconds) => {
    isCrowd = waitedSeconds > (isCrowd ? CROWD.until : CROWD.from)
    return isCrowd
  }
}
