const HOURS_A_DAY = 24
const DAYS = 371

export interface SyntheticYear {
  /** Orders a minute, hour by hour; NaN where Prometheus was down. */
  load: number[]
  openings: number[]
}

/** A small generator of numbers from 0 to 1 (mulberry32), so that a year can be had again by its seed. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Visitors of a day: few at night, a hump after lunch, another one in the evening. */
const hump = (hour: number, centre: number, width: number) => Math.exp(-(((hour - centre) / width) ** 2))
const ofDay = (hour: number) => 0.05 + hump(hour, 14, 3.5) + 0.8 * hump(hour, 20, 2.2)
/** Monday (closed to school classes) to Sunday. */
const ofWeek = [0.6, 0.8, 0.85, 0.9, 1.1, 1.7, 1.5]

/**
 * A year of a museum that nobody has: growth of a half, summer and winter, days and weeks, chance; and what spoils forecasts: odd days
 * (a strike, a snowfall, a festival), two holidays of a fortnight, an opening every fortnight or so, outages of Prometheus.
 */
export function makeSyntheticYear(seed: number): SyntheticYear {
  const random = randomNumbers(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const oddDays = new Map(Array.from({ length: 24 }, () => [Math.floor(random() * DAYS), random() < 0.5 ? 0.3 : 2.2]))
  const holidays = [Math.floor(60 + random() * 60), Math.floor(200 + random() * 60)]
  const openings: number[] = []
  for (let day = 10 + Math.floor(random() * 7); day < DAYS; day += 11 + Math.floor(random() * 7)) {
    openings.push(day * HOURS_A_DAY + 19)
  }
  const load = Array.from({ length: DAYS * HOURS_A_DAY }, (_, at) => {
    const day = Math.floor(at / HOURS_A_DAY)
    const growth = 1 + (0.5 * day) / DAYS
    const season = 1 + 0.25 * Math.cos((2 * Math.PI * (day - 20)) / 365)
    const holiday = holidays.some((first) => day >= first && day < first + 14) ? 1.6 : 1
    const usual = 6 * growth * season * holiday * ofDay(at % HOURS_A_DAY) * (ofWeek[day % 7] ?? 1)
    const opening = openings.some((hour) => at >= hour && at <= hour + 1) ? 25 + 20 * random() : 0
    return Math.max(0, (usual * (oddDays.get(day) ?? 1) + opening) * Math.exp(0.18 * normal()))
  })
  for (let outage = 0; outage < 6; outage++) {
    const from = Math.floor(random() * load.length)
    load.fill(Number.NaN, from, from + 1 + Math.floor(random() * 8))
  }
  return { load, openings }
}
