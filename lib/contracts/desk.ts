import { z } from 'zod'
import { roomBudget } from '@/lib/hanging/budget'
import { architectures, planSchema, wallColourSchema } from '@/lib/hanging/plan'
import { bilingualSchema, idSchema, slugSchema } from './common'
import { exhibitionStatusSchema } from './exhibitions'
import { pictureViewSchema } from './pictures'

/** What somebody is on one exhibition: advisers look, editors write and hang, leads decide. */
export const curatorRoles = ['ADVISER', 'EDITOR', 'LEAD'] as const
export const curatorRoleSchema = z.enum(curatorRoles)
export type CuratorRole = z.infer<typeof curatorRoleSchema>

/** What can be done to an exhibition at the desk, and the least role on it that may. */
export const deskActions = {
  /** See it, its preview and its trail, whatever its state. */
  look: 'ADVISER',
  /** Change texts, cover, rooms, what hangs where; hours too while it is a draft. */
  edit: 'EDITOR',
  /** Schedule, open, close, archive; hours once it is no draft any more. */
  publish: 'LEAD',
  /** Say who works on it, and as what. */
  appoint: 'LEAD',
  /** Throw a draft away. */
  discard: 'LEAD',
} as const satisfies Record<string, CuratorRole>
export type DeskAction = keyof typeof deskActions

export function mayAtDesk(role: CuratorRole | null, action: DeskAction): boolean {
  return role !== null && curatorRoles.indexOf(role) >= curatorRoles.indexOf(deskActions[action])
}

export type ExhibitionStatus = z.infer<typeof exhibitionStatusSchema>

/** Where an exhibition may go by a curator's hand; the clock alone takes it from SCHEDULED to OPEN and from OPEN to CLOSED as well. */
export const statusSteps: Record<ExhibitionStatus, readonly ExhibitionStatus[]> = {
  DRAFT: ['SCHEDULED', 'OPEN'],
  SCHEDULED: ['OPEN', 'DRAFT'],
  OPEN: ['CLOSED'],
  CLOSED: ['OPEN', 'ARCHIVED'],
  ARCHIVED: ['CLOSED'],
}

/** Rooms that a new exhibition may begin with. */
export const exhibitionTemplates = [
  'cabinet',
  'gallery',
  'suite',
  'enfilade',
  'wing',
  'niche',
  'salon',
  'loft',
  'dark-room',
  'pavilion',
] as const
export type ExhibitionTemplate = (typeof exhibitionTemplates)[number]

export const deskWorkSchema = z.strictObject({
  id: idSchema,
  title: bilingualSchema,
  artist: bilingualSchema,
  year: z.string(),
  widthCm: z.number().positive(),
  heightCm: z.number().positive(),
  picture: pictureViewSchema,
})
export type DeskWork = z.infer<typeof deskWorkSchema>

/** Why an exhibition cannot be shown yet. */
export const publishProblemSchema = z.strictObject({
  code: z.enum([
    'title_missing',
    'no_room',
    'no_work',
    'too_many_works',
    'too_many_bytes',
    'works_overlap',
    'work_off_wall',
    'wall_gone',
  ]),
  roomId: idSchema.nullable(),
  artworkIds: z.array(idSchema),
})
export type PublishProblem = z.infer<typeof publishProblemSchema>

export const deskCardSchema = z.strictObject({
  id: idSchema,
  slug: slugSchema,
  title: bilingualSchema,
  /** As it is at this moment. */
  status: exhibitionStatusSchema,
  opensAt: z.iso.datetime().nullable(),
  closesAt: z.iso.datetime().nullable(),
  timeZone: z.string(),
  myRole: curatorRoleSchema,
  workCount: z.int().nonnegative(),
  roomCount: z.int().nonnegative(),
  cover: pictureViewSchema.nullable(),
})
export type DeskCard = z.infer<typeof deskCardSchema>

export const deskPageQuerySchema = z.strictObject({ cursor: z.string().max(200).optional() })
export const deskExhibitionsPageSchema = z.strictObject({
  exhibitions: z.array(deskCardSchema),
  nextCursor: z.string().nullable(),
})
export type DeskExhibitionsPage = z.infer<typeof deskExhibitionsPageSchema>

const titleSchema = z.string().trim().max(120)
const textSchema = z.string().trim().max(8_000)
const nameSchema = z.string().trim().min(1).max(80)
export const timeZoneSchema = z.string().max(60).refine(isTimeZone, 'not a time zone')

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== null
  } catch {
    return false
  }
}

/** Everything of an exhibition that its page at the desk changes. */
export const exhibitionFieldsSchema = z.strictObject({
  slug: slugSchema,
  titleEn: titleSchema,
  titleZh: titleSchema,
  textEn: textSchema,
  textZh: textSchema,
  opensAt: z.iso.datetime().nullable(),
  closesAt: z.iso.datetime().nullable(),
  timeZone: timeZoneSchema,
  isOpenCall: z.boolean(),
  coverArtworkId: idSchema.nullable(),
})
export type ExhibitionFields = z.infer<typeof exhibitionFieldsSchema>

export const deskRoomCardSchema = z.strictObject({
  id: idSchema,
  name: bilingualSchema,
  architecture: z.enum(architectures),
  /** Metres. */
  width: z.number(),
  depth: z.number(),
  plan: planSchema,
  /** Centimetres, without frame, of what hangs in it, in walking order. */
  widthsCm: z.array(z.number().positive()),
  /** How many of its works hang where a curator put them, and not where the house lays them out. */
  placedByHand: z.int().nonnegative(),
  workCount: z.int().nonnegative(),
  textureBytes: z.int().nonnegative(),
})
export type DeskRoomCard = z.infer<typeof deskRoomCardSchema>

export const deskExhibitionSchema = z.strictObject({
  id: idSchema,
  status: exhibitionStatusSchema,
  fields: exhibitionFieldsSchema,
  myRole: curatorRoleSchema,
  curators: z.array(z.strictObject({ personId: idSchema, name: z.string(), role: curatorRoleSchema })),
  rooms: z.array(deskRoomCardSchema),
  /** Hung works in walking order, each once. */
  works: z.array(deskWorkSchema),
  problems: z.array(publishProblemSchema),
})
export type DeskExhibition = z.infer<typeof deskExhibitionSchema>

export const createExhibitionBodySchema = z.strictObject({
  titleEn: titleSchema.min(1),
  titleZh: titleSchema.min(1),
  /** A template's name, or the id of the exhibition to copy. */
  from: z.union([
    z.strictObject({ template: z.enum(exhibitionTemplates) }),
    z.strictObject({ exhibitionId: idSchema }),
  ]),
})

const someFields = exhibitionFieldsSchema.partial()
/** Each field that changes, as it was seen and as it shall be: what somebody else changed meanwhile is not overwritten. */
export const changeExhibitionBodySchema = z.strictObject({ from: someFields, to: someFields })
export type ExhibitionChange = z.infer<typeof changeExhibitionBodySchema>

/** `from` is the status that the curator saw. */
export const setStatusBodySchema = z.strictObject({ from: exhibitionStatusSchema, to: exhibitionStatusSchema })

export const setCuratorBodySchema = z.strictObject({
  email: z.email().max(200),
  role: curatorRoleSchema,
  /** Who worked on it as what when this was decided; pages of the release before do not say. */
  seen: z
    .array(z.strictObject({ personId: idSchema, role: curatorRoleSchema }))
    .max(200)
    .optional(),
})
/** How many works its curator saw hanging in a room that goes; pages of the release before do not say. */
export const removeRoomQuerySchema = z.strictObject({ works: z.coerce.number().int().nonnegative().optional() })

const roomSizeSchema = z.strictObject({
  width: z.number().min(4).max(60),
  depth: z.number().min(4).max(60),
  height: z.number().min(2.6).max(10),
})
const roomCharacter = { architecture: z.enum(architectures), wallColour: wallColourSchema.optional() }
const places = z.int().min(0).max(roomBudget.works)
const roomNames = z.strictObject({ nameEn: nameSchema, nameZh: nameSchema })
/** To measure, or large enough for so many works of usual breadth. */
export const addRoomBodySchema = z
  .strictObject({
    ...roomNames.shape,
    ...roomCharacter,
    ...roomSizeSchema.partial().shape,
    places: places.optional(),
  })
  .refine(
    ({ width, depth, height, places: number }) =>
      [width, depth, height].every((metres) => (metres === undefined) === (number !== undefined)),
    'either width, depth and height, or places',
  )
export type RoomWish = z.infer<typeof addRoomBodySchema>
/** All rooms of the exhibition in their order, as they shall be built, each for so many works; never for less than hang in it. */
export const rebuildRoomsBodySchema = z.strictObject({
  rooms: z
    .array(z.strictObject({ id: idSchema, ...roomCharacter, places }))
    .min(1)
    .max(50),
})
export type BuildingWish = z.infer<typeof rebuildRoomsBodySchema>
const roomLooks = roomNames.extend({ wallColour: wallColourSchema.nullable().optional() })
/** A colour of null is the architecture's own; pages of the release before say nothing of it. */
export const changeRoomBodySchema = z.strictObject({ from: roomLooks, to: roomLooks })
const roomOrder = z.array(idSchema).min(1).max(50)
/** All rooms of the exhibition, in the order that was seen (pages of the release before say nothing of it) and in their new one. */
export const orderRoomsBodySchema = z.strictObject({ from: roomOrder.optional(), roomIds: roomOrder })

export const trailEntrySchema = z.strictObject({
  id: z.string(),
  action: z.string(),
  /** Null for the house itself. */
  actor: z.string().nullable(),
  at: z.iso.datetime(),
  /** Ids and choices. */
  detail: z.record(z.string(), z.unknown()),
})
export const trailPageSchema = z.strictObject({ entries: z.array(trailEntrySchema), nextCursor: z.string().nullable() })
export type TrailEntry = z.infer<typeof trailEntrySchema>
export type TrailPage = z.infer<typeof trailPageSchema>
