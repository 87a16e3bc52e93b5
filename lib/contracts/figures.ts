import { z } from 'zod'
import { bilingualSchema, idSchema, slugSchema } from './common'
import { exhibitionStatusSchema } from './exhibitions'
import { lookLimits } from './limits'

/** Where a work is looked at: on its wall in the hall, or on its own page. */
export const lookPlaces = ['hall', 'page'] as const
export const lookPlaceSchema = z.enum(lookPlaces)
export type LookPlace = z.infer<typeof lookPlaceSchema>

/** What one page of a browser saw since it last told: names no person, no device and no time. */
export const lookReportSchema = z.strictObject({
  /** Exhibitions that it came into: `exhibition` at all, `hall` into the hall. */
  visits: z
    .array(z.strictObject({ exhibition: slugSchema, into: z.enum(['exhibition', 'hall']) }))
    .max(lookLimits.visits),
  looks: z
    .array(
      z.strictObject({
        exhibition: slugSchema,
        artworkId: idSchema,
        place: lookPlaceSchema,
        /** Looks that began; 0 for more of one that was told before. */
        looks: z.int().min(0).max(lookLimits.looksOfAWork),
        seconds: z.int().min(0).max(lookLimits.seconds),
      }),
    )
    .max(lookLimits.looks)
    .refine((looks) => looks.reduce((sum, { seconds }) => sum + seconds, 0) <= lookLimits.allSeconds, 'too long'),
})
export type LookReport = z.infer<typeof lookReportSchema>

/** Days that figures may go back. */
export const figureRanges = ['7', '30', '90', '365'] as const
export const figureRangeSchema = z.enum(figureRanges)
export type FigureRange = z.infer<typeof figureRangeSchema>
export const figuresQuerySchema = z.strictObject({ days: figureRangeSchema.default('30') })

/** Tables that figures can be taken along as. */
export const figureTables = ['days', 'works', 'portraits', 'exhibitions'] as const
export const figureTableSchema = z.enum(figureTables)
export type FigureTable = z.infer<typeof figureTableSchema>

const count = z.int().nonnegative()

export const dayFiguresSchema = z.strictObject({
  day: z.iso.date(),
  visits: count,
  hallVisits: count,
  likes: count,
  favourites: count,
  portraits: count,
})
export type DayFigures = z.infer<typeof dayFiguresSchema>

export const workFiguresSchema = z.strictObject({
  artworkId: idSchema,
  title: bilingualSchema,
  artist: bilingualSchema,
  hallLooks: count,
  hallSeconds: count,
  pageLooks: count,
  pageSeconds: count,
  likes: count,
  favourites: count,
  /** It still hangs there. */
  isHung: z.boolean(),
})
export type WorkFigures = z.infer<typeof workFiguresSchema>

export const styleFiguresSchema = z.strictObject({
  styleId: z.string(),
  title: bilingualSchema,
  artist: bilingualSchema,
  /** Orders, whatever became of them. */
  portraits: count,
})
export type StyleFigures = z.infer<typeof styleFiguresSchema>

const range = { from: z.iso.date(), to: z.iso.date(), timeZone: z.string(), now: count }

export const exhibitionFiguresSchema = z.strictObject({
  id: idSchema,
  slug: slugSchema,
  title: bilingualSchema,
  status: exhibitionStatusSchema,
  ...range,
  days: z.array(dayFiguresSchema),
  works: z.array(workFiguresSchema),
  styles: z.array(styleFiguresSchema),
})
export type ExhibitionFigures = z.infer<typeof exhibitionFiguresSchema>

export const exhibitionSumSchema = z.strictObject({
  id: idSchema,
  title: bilingualSchema,
  status: exhibitionStatusSchema,
  now: count,
  visits: count,
  hallVisits: count,
  hallSeconds: count,
  pageSeconds: count,
})
export type ExhibitionSum = z.infer<typeof exhibitionSumSchema>

export const houseFiguresSchema = z.strictObject({
  ...range,
  days: z.array(dayFiguresSchema),
  exhibitions: z.array(exhibitionSumSchema),
  works: z.array(workFiguresSchema),
  styles: z.array(styleFiguresSchema),
})
export type HouseFigures = z.infer<typeof houseFiguresSchema>

export const visitorsNowSchema = z.strictObject({ now: count })
