import { tourLimits } from '@/lib/contracts/tours'

interface WordsProps {
  id: string
  label: string
  value: string
  onChange(text: string): void
}

/** A labelled field for a few sentences. */
export function Words({ id, label, value, onChange }: WordsProps) {
  return (
    <div>
      <label htmlFor={id} className="block text-small font-medium">
        {label}
      </label>
      <textarea
        id={id}
        rows={3}
        maxLength={tourLimits.textLength}
        value={value}
        className="mt-1 block w-full rounded border border-edge bg-paper px-3 py-2 text-small"
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
