import type { Prisma } from '@/generated/prisma/client'
import type { HouseView } from '@/lib/contracts/house'

export const houseSelect = {
  nameEn: true,
  nameZh: true,
  isSignUpOpen: true,
  areCommentsOpen: true,
  areSubmissionsOpen: true,
  isHdOpen: true,
  quotaMiB: true,
  version: true,
} as const satisfies Prisma.HouseSelect

type Row = Prisma.HouseGetPayload<{ select: typeof houseSelect }>

/** The columns' own defaults, for a house in which nothing was decided yet. */
const undecided: Row = {
  nameEn: '',
  nameZh: '',
  isSignUpOpen: true,
  areCommentsOpen: true,
  areSubmissionsOpen: true,
  isHdOpen: true,
  quotaMiB: 2048,
  version: 1,
}

export function houseView(row: Row | null): HouseView {
  const { nameEn, nameZh, quotaMiB, version, ...is } = row ?? undecided
  return {
    name: { en: nameEn, zh: nameZh },
    features: {
      signUp: is.isSignUpOpen,
      comments: is.areCommentsOpen,
      submissions: is.areSubmissionsOpen,
      hd: is.isHdOpen,
    },
    quotaMiB,
    version,
  }
}
