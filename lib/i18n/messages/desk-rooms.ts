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
    change: 'Name and colour',
    changeRoom: (name: string) => `Name and colour of ${name}`,
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
    size: 'Size',
    sizedBy: (way: string): string => (way === 'works' ? 'For a number of works' : 'By its measures'),
    places: 'Works it is for',
    wallColour: 'Colour of the walls',
    colourOfArchitecture: 'Its own',
    colourName: (colour: string) =>
      ({
        '#f1eee6': 'Chalk',
        '#d8d2c4': 'Limestone',
        '#9aa395': 'Sage',
        '#31463c': 'Bottle green',
        '#24405c': 'Prussian blue',
        '#6b2a2c': 'Pompeian red',
        '#a97f3d': 'Ochre',
        '#3a3a3d': 'Graphite',
      })[colour] ?? `The present colour, ${colour}`,
    floorPlan: (rooms: number) => (rooms === 1 ? 'Floor plan of one room' : `Floor plan of ${rooms} rooms`),
    notJoined:
      'Not every room can be walked into from the first one. Visitors reach such a room by the list and the plan; “Build the rooms anew” joins them all.',
    rebuild: 'Build the rooms anew',
    rebuildText:
      'Each room is built to the measure of the works it is for, and they open into each other in their order. Works stay in their rooms and keep their order.',
    loosened: (works: number) =>
      works === 1
        ? 'One work was put where it hangs by hand. It will hang where the order takes it.'
        : `${works} works were put where they hang by hand. They will hang where the order takes them.`,
    tooLarge: 'Rooms of this size do not fit on one floor. Make some of them for fewer works.',
    build: 'Build',
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
    change: '名称与墙色',
    changeRoom: (name: string) => `${name}的名称与墙色`,
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
    size: '大小',
    sizedBy: (way: string) => (way === 'works' ? '按作品数量' : '按尺寸'),
    places: '可挂作品数',
    wallColour: '墙色',
    colourOfArchitecture: '风格原色',
    colourName: (colour: string) =>
      ({
        '#f1eee6': '白垩',
        '#d8d2c4': '石灰石',
        '#9aa395': '鼠尾草绿',
        '#31463c': '墨绿',
        '#24405c': '普鲁士蓝',
        '#6b2a2c': '庞贝红',
        '#a97f3d': '赭黄',
        '#3a3a3d': '石墨',
      })[colour] ?? `现有颜色 ${colour}`,
    floorPlan: (rooms: number) => `平面图，共 ${rooms} 间展厅`,
    notJoined: '有的展厅不能从第一间走过去，观众只能经由目录或平面图到达。“重建展厅”会将它们全部连通。',
    rebuild: '重建展厅',
    rebuildText: '每间展厅按其作品数量决定大小，并依次相通。作品留在原来的展厅，次序不变。',
    loosened: (works: number) => `有 ${works} 件作品是手动摆放的，重建后将按次序自动悬挂。`,
    tooLarge: '这样大小的展厅在同一层放不下。请减少部分展厅的作品数。',
    build: '重建',
    add: '增加这间展厅',
    cancel: '取消',
    save: '保存',
  },
})
