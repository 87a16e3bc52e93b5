interface ProgressBarProps {
  /** 0 to 1. */
  share: number
  /** What it is of, for those who listen. */
  label: string
  className?: string
}

/** A hairline that fills. */
export function ProgressBar({ share, label, className = '' }: ProgressBarProps) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share * 100)}
      className={`h-0.5 bg-rule ${className}`}
    >
      <div className="h-full bg-accent transition-[width]" style={{ width: `${share * 100}%` }} />
    </div>
  )
}
