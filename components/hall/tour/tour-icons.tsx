import { Icon } from '../icon'

export const TourIcon = () => <Icon path="M5 17V4l9 3-9 4M3.5 17h3" />
export const BookIcon = () => (
  <Icon path="M10 5.5C8 4 5.5 3.8 3 4.2v11c2.5-.4 5-.2 7 1.3 2-1.5 4.5-1.7 7-1.3v-11c-2.5-.4-5-.2-7 1.3zM10 5.5v11" />
)
export const PlayIcon = () => <Icon path="M6.5 4.5v11l9-5.5z" />
export const PauseIcon = () => <Icon path="M7 4.5v11M13 4.5v11" />
export const StopIcon = () => <Icon path="M5 5h10v10H5z" />
export const SkipIcon = () => <Icon path="M5 4.5v11l7.5-5.5zM15 4.5v11" />
export const BackIcon = () => <Icon path="M15 4.5v11L7.5 10zM5 4.5v11" />
export const SoundIcon = () => <Icon path="M3.5 8v4h2.5l4 3.5v-11L6 8zM13 7.5a3.5 3.5 0 0 1 0 5M15 5a7 7 0 0 1 0 10" />
export const MutedIcon = () => <Icon path="M3.5 8v4h2.5l4 3.5v-11L6 8zM13 8l4 4M17 8l-4 4" />
