import type { ExhibitionFields } from '@/lib/contracts/desk'

/** Names of the fields that differ; spaces around texts do not count, since the house does not keep them. */
export function changedFields(seen: ExhibitionFields, draft: ExhibitionFields): (keyof ExhibitionFields)[] {
  const plain = (value: ExhibitionFields[keyof ExhibitionFields]) => (typeof value === 'string' ? value.trim() : value)
  return (Object.keys(draft) as (keyof ExhibitionFields)[]).filter((name) => plain(seen[name]) !== plain(draft[name]))
}
