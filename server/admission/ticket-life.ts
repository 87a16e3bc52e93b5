/** Whoever does not come back within this time has lost their place, s. */
export const ticketLifeSeconds = 30 * 60
