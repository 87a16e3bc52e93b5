import { z } from 'zod'
import { idSchema } from './common'
import { bookLimits } from './limits'

/** Letters and marks on few lines; nothing that could turn a page's text about. */
const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((text) => !/[^\P{Cc}\n]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(text), 'control characters')

export const signBookBodySchema = z.strictObject({
  text: line(bookLimits.textLength).min(1),
  /** As one signs; empty for nobody in particular. */
  name: line(bookLimits.nameLength).default(''),
})
export type SignBookBody = z.infer<typeof signBookBodySchema>

export const bookEntryViewSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  text: z.string(),
  createdAt: z.iso.datetime(),
  /** Only those who keep the book see hidden ones, and how often they were reported. */
  isHidden: z.boolean(),
  reportCount: z.int().nonnegative(),
  isMine: z.boolean(),
})
export type BookEntryView = z.infer<typeof bookEntryViewSchema>

export const bookPageSchema = z.strictObject({
  entries: z.array(bookEntryViewSchema),
  nextCursor: z.string().nullable(),
  /** Whether one may write. */
  isOpen: z.boolean(),
  /** Whether the reader keeps this book: a curator, or the exhibition's owner. */
  isKeeper: z.boolean(),
})
export type BookPage = z.infer<typeof bookPageSchema>

export const bookQuerySchema = z.strictObject({ cursor: z.string().max(200).optional() })
export const judgeEntryBodySchema = z.strictObject({ isHidden: z.boolean() })
export const openBookBodySchema = z.strictObject({ isOpen: z.boolean() })
