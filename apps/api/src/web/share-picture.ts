import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { renderAsync } from '@resvg/resvg-js'

/** What previews of links are shown in. */
export const shareSize = { width: 1200, height: 630 }

const types: Readonly<Record<string, string>> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
}

/**
 * A picture as a PNG of `shareSize`, whole in the middle of white: previews of links show no SVG. Null for a kind that
 * can't be drawn. Throws where the file can't be read.
 */
export async function sharePicture(folder: string, file: string): Promise<Buffer | null> {
  const type = types[extname(file).toLowerCase()]
  if (type === undefined) return null
  const data = await readFile(join(folder, file), 'base64')
  const { width, height } = shareSize
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="#fff"/>
    <image width="${width}" height="${height}" href="data:${type};base64,${data}"/>
  </svg>`
  // In a thread of its own; texts of pictures are drawn only with fonts that the machine has.
  return Buffer.from((await renderAsync(drawing)).asPng())
}
