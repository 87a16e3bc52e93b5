import sharp from 'sharp'

/** A photo to be painted: somebody at a window, drawn here, so that no test needs anybody's face. `seed` makes every one different. */
export async function makePhoto(seed = 1): Promise<Buffer> {
  const hue = (seed * 47) % 360
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="1100">
    <defs>
      <linearGradient id="w" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="hsl(${hue},45%,82%)"/><stop offset="1" stop-color="hsl(${(hue + 40) % 360},35%,38%)"/></linearGradient>
      <radialGradient id="f" cx="0.38" cy="0.4"><stop offset="0" stop-color="#f3cfb0"/><stop offset="0.7" stop-color="#d39a76"/><stop offset="1" stop-color="#8d5a41"/></radialGradient>
    </defs>
    <rect width="900" height="1100" fill="url(#w)"/>
    <path d="M0 0h330v620h-330z" fill="#dfeaf2"/><path d="M150 0h14v620h-14z M0 300h330v12h-330z" fill="#6d6255"/>
    <path d="M140 1100c20-260 160-330 320-330s310 80 330 330z" fill="hsl(${(hue + 190) % 360},40%,30%)"/>
    <path d="M390 640h150v170q-75 60-150 0z" fill="#b97f5d"/>
    <ellipse cx="465" cy="480" rx="170" ry="220" fill="url(#f)"/>
    <path d="M285 470c-20-220 90-300 190-300s220 90 170 320c-20-130-90-190-200-190s-140 60-160 170z" fill="#3a2418"/>
    <ellipse cx="402" cy="470" rx="24" ry="12" fill="#fff"/><circle cx="404" cy="470" r="11" fill="#2c3b4a"/>
    <ellipse cx="530" cy="470" rx="24" ry="12" fill="#fff"/><circle cx="532" cy="470" r="11" fill="#2c3b4a"/>
    <path d="M462 490q-22 70 8 76" stroke="#9a6347" stroke-width="7" fill="none"/><path d="M408 612q58 34 116 0" stroke="#8f3f36" stroke-width="13" fill="none"/>
  </svg>`
  return sharp(Buffer.from(svg)).blur(1.5).jpeg({ quality: 90 }).toBuffer()
}
