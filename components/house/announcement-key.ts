import type { AnnouncementView } from '@/lib/contracts/house'

/** Under which a browser remembers that its reader has put an announcement away. */
export const announcementKey = ({ id, version }: AnnouncementView) => `vernissage-announcement-${id}-${version}`
