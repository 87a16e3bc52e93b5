import sharp from 'sharp'

/** Fields across and down, and pixels of one. */
export const chart = { columns: 6, rows: 4, field: 128 } as const

/** sRGB values of the classic 24 fields (a common published set of a colour checker), and so of a chart hung on the wall. */
export const chartColours = [
  '735244',
  'c29682',
  '627a9d',
  '576c43',
  '8580b1',
  '67bdaa',
  'd67e2c',
  '505ba6',
  'c15a63',
  '5e3c6c',
  '9dbc40',
  'e0a32e',
  '383d96',
  '469449',
  'af363c',
  'e7c71f',
  'bb5695',
  '0885a1',
  'f3f3f2',
  'c8c8c8',
  'a0a0a0',
  '7a7a79',
  '555555',
  '343434',
].map((hex): [number, number, number] => [
  Number.parseInt(hex.slice(0, 2), 16),
  Number.parseInt(hex.slice(2, 4), 16),
  Number.parseInt(hex.slice(4, 6), 16),
])

/** The chart as a picture of plain fields, without loss. */
export function drawColourChart(): Promise<Buffer> {
  const { columns, rows, field } = chart
  const fields = chartColours.map(([r, g, b], index) => ({
    input: { create: { width: field, height: field, channels: 3 as const, background: { r, g, b } } },
    left: (index % columns) * field,
    top: Math.floor(index / columns) * field,
  }))
  return sharp({ create: { width: columns * field, height: rows * field, channels: 3, background: '#000' } })
    .composite(fields)
    .png()
    .toBuffer()
}

/** Mean colour of a few pixels around a point of a screenshot. */
export async function colourAt(screenshot: Buffer, x: number, y: number): Promise<[number, number, number]> {
  const region = { left: Math.round(x) - 3, top: Math.round(y) - 3, width: 7, height: 7 }
  const { channels } = await sharp(await sharp(screenshot).removeAlpha().extract(region).png().toBuffer()).stats()
  return [channels[0]?.mean ?? 0, channels[1]?.mean ?? 0, channels[2]?.mean ?? 0]
}

/** Where the chart appears, pixels. */
export interface Framing {
  left: number
  top: number
  width: number
  height: number
}

/** Largest difference of any channel of any field of the chart, as it appears in the window, from what the file says. */
export async function worstField(screenshot: Buffer, framing: Framing): Promise<number> {
  let worst = 0
  for (const [index, [r, g, b]] of chartColours.entries()) {
    const x = framing.left + (framing.width * ((index % chart.columns) + 0.5)) / chart.columns
    const y = framing.top + (framing.height * (Math.floor(index / chart.columns) + 0.5)) / chart.rows
    const seen = await colourAt(screenshot, x, y)
    worst = Math.max(worst, Math.abs(seen[0] - r), Math.abs(seen[1] - g), Math.abs(seen[2] - b))
  }
  return worst
}
