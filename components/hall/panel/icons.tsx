import { Icon } from '../icon'

export const NextIcon = () => <Icon path="M8 4l6 6-6 6" />
export const PreviousIcon = () => <Icon path="M12 4l-6 6 6 6" />
export const CloseIcon = () => <Icon path="M5 5l10 10M15 5L5 15" />
export const ListIcon = () => <Icon path="M3.5 5.5h13M3.5 10h13M3.5 14.5h13" />
export const DoorIcon = () => <Icon path="M9 4L3.5 10 9 16M4 10h12.5" />
export const PlusIcon = () => <Icon path="M10 4v12M4 10h12" />
export const MinusIcon = () => <Icon path="M4 10h12" />
export const WholeIcon = () => <Icon path="M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4" />
export const LookIcon = () => <Icon path="M9 4a5 5 0 1 0 0 10A5 5 0 1 0 9 4M12.7 12.7L17 17" />
export const HelpIcon = () => <Icon path="M7 7.6a3 3 0 1 1 4.4 2.6c-.9.5-1.4 1-1.4 2M10 15.4v.1" />
export const HeadsetIcon = () => <Icon path="M3 7.5h14v6.5h-4.5L10 11.5 7.5 14H3zM5 7.5V6h10v1.5" />
