/**
 * Names of what a cached answer was made from. A write announces the tags of what it changed (`announceChange`), and everything that
 * was made from them is read anew.
 */
export const tags = {
  /** A work's label, visibility, picture and the places where it hangs; also that it is gone. */
  artwork: (artworkId: string) => `artwork:${artworkId}`,
  /** What visitors wrote under a work, and whether they may. */
  comments: (artworkId: string) => `comments:${artworkId}`,
  /** How many people like a work, and nothing else of it. */
  count: (artworkId: string) => `count:${artworkId}`,
  /** One exhibition: its words, dates, status, rooms and what hangs in them. */
  exhibition: (exhibitionId: string) => `exhibition:${exhibitionId}`,
  /** Which exhibitions there are, in which order, and when they open and close. */
  exhibitions: 'exhibitions',
  /** A person: their name, their public page and that it is closed, and who is signed in as them. */
  person: (personId: string) => `person:${personId}`,
  /** A painted order: the work that it became, and that it is gone. */
  portrait: (orderId: string) => `portrait:${orderId}`,
  /** The tours of one exhibition. */
  tours: (exhibitionId: string) => `tours:${exhibitionId}`,
  /** The visitors' book of one exhibition: its lines, and whether it is open. */
  book: (exhibitionId: string) => `book:${exhibitionId}`,
  /** What operators set for the whole house, its announcements, and that it has an operator. */
  house: 'house',
  /** The manners that the house shows. */
  styles: 'styles',
} as const
