import { z } from 'zod'

/** How a visitor wants to be seen in halls, on this device. */
const choiceSchema = z.object({ isOn: z.boolean(), showsName: z.boolean() })
export type PresenceChoice = z.infer<typeof choiceSchema>

const key = 'vernissage.presence'
const unspoken: PresenceChoice = { isOn: true, showsName: false }

/** Seen as a figure without a name unless the visitor says otherwise; not at all where the browser is asked to save data. */
export function readPresenceChoice(): PresenceChoice {
  try {
    const kept = choiceSchema.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null'))
    if (kept.success) return kept.data
  } catch {
    // Nothing can be kept here: the choice is made anew at each visit.
  }
  const { connection } = navigator as { connection?: { saveData?: boolean } }
  return { ...unspoken, isOn: connection?.saveData !== true }
}

export function writePresenceChoice(choice: PresenceChoice): void {
  try {
    localStorage.setItem(key, JSON.stringify(choice))
  } catch {
    // As above.
  }
}
