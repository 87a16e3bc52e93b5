import { expect, test } from 'vitest'
import { readLabelRows } from './read-label-rows'

const read = (csv: string) => readLabelRows(csv).rows

test('columns are known however they are written, and one for both languages fills what is missing', () => {
  const csv = '\ufeffFile;Title EN;title;width_cm;Tags;Room\nlily.jpg;Lily;睡莲;80,5;"water; flowers|water";3\n'
  const changes = { titleEn: 'Lily', titleZh: '睡莲', widthCm: 80.5, tags: ['water', 'flowers'] }
  expect(read(csv)).toEqual([{ line: 2, id: null, file: 'lily.jpg', version: null, changes, problems: [] }])
  expect(read('file,titleEn\na.jpg,b,c')[0]?.problems).toEqual([{ column: '', code: 'cell_count' }])
  expect(read('file,version\na.jpg,7')[0]?.version).toBe(7)
  expect(read('file,version\na.jpg,old')[0]?.problems).toEqual([{ column: 'version', code: 'not_a_number' }])
  expect(readLabelRows('file,room\na,b').unknownColumns).toEqual(['room'])
})

test('quoted cells keep commas, quotes and line breaks', () => {
  const [row] = read('id,descriptionEn\n019a0000-0000-7000-8000-000000000001,"A ""lily"",\nin water"\n')
  expect(row?.changes).toEqual({ descriptionEn: 'A "lily",\nin water' })
})

test('an empty cell leaves what is there, a hyphen empties it, and what shields formulas goes', () => {
  const [row] = read("file,creditEn,creditZh,artistEn\na.jpg,,-,'=HYPERLINK\n")
  expect(row?.changes).toEqual({ creditZh: '', artistEn: '=HYPERLINK' })
})

test.each([
  ['titleEn', '-', 'missing_text'],
  ['titleEn', 'x'.repeat(201), 'too_long'],
  ['widthCm', 'wide', 'not_a_number'],
  ['heightCm', '-', 'not_a_number'],
  ['heightCm', '0', 'out_of_range'],
  ['widthCm', '2000.5', 'out_of_range'],
  ['rights', 'mine', 'not_a_url'],
  ['rights', 'javascript:alert(1)', 'not_a_url'],
  ['tags', Array.from({ length: 31 }, (_, index) => `t${index}`).join(';'), 'too_many_tags'],
])('a %s of "%.9s" is told as %s', (column, cell, code) => {
  expect(read(`file,${column}\na.jpg,"${cell}"\n`)[0]?.problems).toEqual([{ column, code }])
})

test('a line without a key is told, and lines are counted as an editor counts', () => {
  const rows = read('file,titleEn\n"a.jpg","two\nlines"\n,Lily\n')
  expect(rows.map(({ line, problems }) => [line, problems])).toEqual([
    [3, []],
    [4, [{ column: 'id', code: 'no_key' }]],
  ])
})

test.each(['', 'titleEn\nLily', 'file,titleEn\n"a.jpg,Lily', `file\n${'a\n'.repeat(2001)}`])(
  'no list of labels: %.20j',
  (csv) => {
    expect(() => readLabelRows(csv)).toThrowError(expect.objectContaining({ code: 'import_refused' }))
  },
)
