import { defineMessages } from '../define-messages'

/** Rooms of an exhibition at the curator’s desk. */
export const deskRoomsMessages = defineMessages({
  en: {
    keep: 'Keep it',
    working: 'One moment …',
    roomsTitle: 'Rooms',
    hang: 'Hang the works',
    look: 'Look at the walls',
    roomSize: (width: string, depth: string) => `${width} × ${depth} m`,
    load: (works: number, most: number, mb: string, mostMb: string) =>
      `${works} of ${most} works, ${mb} of ${mostMb} MB of textures`,
    roomUp: (name: string) => `Move ${name} up`,
    roomDown: (name: string) => `Move ${name} down`,
    rename: 'Rename',
    renameRoom: (name: string) => `Rename ${name}`,
    removeRoom: (name: string) => `Remove ${name}`,
    remove: 'Remove',
    removeSure: (count: number) =>
      count === 0
        ? 'Remove for good'
        : count === 1
          ? 'Take 1 work down and remove'
          : `Take ${count} works down and remove`,
    addRoom: 'Add a room',
    nameEn: 'Name in English',
    nameZh: 'Name in Chinese',
    width: 'Width (m)',
    depth: 'Depth (m)',
    height: 'Height (m)',
    architecture: 'Architecture',
    architectureName: (name: string) =>
      ({
        'white-cube': 'White cube',
        salon: 'Salon',
        loft: 'Loft',
        'dark-room': 'Dark room',
        pavilion: 'Pavilion',
      })[name] ?? name,
    add: 'Add the room',
    cancel: 'Cancel',
    save: 'Save',
  },
  zh: {
    keep: '保留',
    working: '请稍候……',
    roomsTitle: '展厅',
    hang: '布置挂画',
    look: '查看墙面',
    roomSize: (width: string, depth: string) => `${width} × ${depth} 米`,
    load: (works: number, most: number, mb: string, mostMb: string) =>
      `作品 ${works} / ${most}，纹理 ${mb} / ${mostMb} MB`,
    roomUp: (name: string) => `将${name}上移`,
    roomDown: (name: string) => `将${name}下移`,
    rename: '改名',
    renameRoom: (name: string) => `给${name}改名`,
    removeRoom: (name: string) => `移除${name}`,
    remove: '移除',
    removeSure: (count: number) => (count === 0 ? '永久移除' : `取下 ${count} 件作品并移除`),
    addRoom: '增加展厅',
    nameEn: '英文名称',
    nameZh: '中文名称',
    width: '宽（米）',
    depth: '深（米）',
    height: '高（米）',
    architecture: '建筑风格',
    architectureName: (name: string) =>
      ({ 'white-cube': '白盒子', salon: '沙龙', loft: '工业厂房', 'dark-room': '暗室', pavilion: '亭馆' })[name] ??
      name,
    add: '增加这间展厅',
    cancel: '取消',
    save: '保存',
  },
})
