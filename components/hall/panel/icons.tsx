interface IconProps {
  path: string
}

function Icon({ path }: IconProps) {
  return (
    <svg
      width="20"
      height="20"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      aria-hidden="true"
    >
      <path d={path} strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}

export const NextIcon = () => <Icon path="M8 4l6 6-6 6" />
export const PreviousIcon = () => <Icon path="M12 4l-6 6 6 6" />
export const CloseIcon = () => <Icon path="M5 5l10 10M15 5L5 15" />
export const ListIcon = () => <Icon path="M3.5 5.5h13M3.5 10h13M3.5 14.5h13" />
export const DoorIcon = () => <Icon path="M9 4L3.5 10 9 16M4 10h12.5" />
