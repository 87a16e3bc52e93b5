interface TickBoxProps {
  label: string
  hint: string
  isChecked: boolean
  onChange: (isChecked: boolean) => void
}

/** One thing that may be wanted or not, and what it means. */
export function TickBox({ label, hint, isChecked, onChange }: TickBoxProps) {
  return (
    <label className="flex cursor-pointer items-start gap-3">
      <input
        type="checkbox"
        checked={isChecked}
        onChange={(event) => onChange(event.target.checked)}
        className="mt-0.5 size-5 shrink-0 accent-accent"
      />
      <span>
        <span className="block text-small font-medium">{label}</span>
        <span className="block text-label text-secondary">{hint}</span>
      </span>
    </label>
  )
}
