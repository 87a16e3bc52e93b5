import type { Bilingual } from '@/lib/contracts/common'
import { objects, readText } from './iiif-json'

/** What institutions call the entries of `metadata`, which IIIF leaves to them. */
const names = {
  artist: /^(artist|creator|author|painter|maker|作者|艺术家|创作者)s?$/i,
  year: /^(date|year|created|date created|creation date|日期|年代|创作时间)$/i,
  medium: /^(medium|technique|materials?|material and technique|媒介|材质)$/i,
} as const

interface Facts {
  artist?: Bilingual
  year?: string
  medium?: Bilingual
}

/** Who made it, when and how, as far as a manifest's or canvas' `metadata` says so. */
export function readMetadata(metadata: unknown): Facts {
  const facts: Facts = {}
  for (const entry of objects(metadata)) {
    const [label, value] = [readText(entry.label), readText(entry.value)]
    if (!label || !value) continue
    const isNamed = (pattern: RegExp) => pattern.test(label.en) || pattern.test(label.zh)
    if (isNamed(names.artist)) facts.artist ??= value
    else if (isNamed(names.year)) facts.year ??= value.en.slice(0, 60)
    else if (isNamed(names.medium)) facts.medium ??= value
  }
  return facts
}
