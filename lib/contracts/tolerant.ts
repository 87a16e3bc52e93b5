import type { z } from 'zod'

/** A copy of `value` without the fields that its schema does not know, wherever they are. */
function withoutUnknown(value: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  const copy: unknown = structuredClone(value)
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue
    const holder = issue.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown>)[key], copy)
    for (const key of issue.keys) delete (holder as Record<string, unknown>)[key]
  }
  return copy
}

/**
 * Reads what a newer release may have written while two of them run side by side: fields that this one does not know yet are left
 * out. Everything else is checked as strictly as ever, and so is what this release writes itself.
 */
export function readTolerantly<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.ZodSafeParseResult<z.output<Schema>> {
  const strict = schema.safeParse(value)
  if (strict.success || strict.error.issues.some(({ code }) => code !== 'unrecognized_keys')) return strict
  return schema.safeParse(withoutUnknown(value, strict.error.issues))
}
