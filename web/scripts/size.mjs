// What a till must fetch before its first page stands, compressed; more than 300 KB fails. Run after `npm run build`.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const limitKb = 300
const dist = new URL('../apps/console/dist/', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'))

const isFirst = (key) => key === 'index.html' || /^src\/modules\/till\/(TillPage\.vue|locale\.ts)$/.test(key)
const files = new Set()
const seen = new Set()

function collect(key) {
  if (seen.has(key)) return
  seen.add(key)
  const chunk = manifest[key]
  files.add(chunk.file)
  chunk.css?.forEach((file) => files.add(file))
  chunk.imports?.forEach(collect)
}

Object.keys(manifest).filter(isFirst).forEach(collect)

const sizes = [...files].map((file) => ({ file, bytes: gzipSync(readFileSync(new URL(file, dist))).length }))
const totalKb = sizes.reduce((sum, { bytes }) => sum + bytes, 0) / 1024
for (const { file, bytes } of sizes.sort((a, b) => b.bytes - a.bytes))
  console.log(`${(bytes / 1024).toFixed(1).padStart(7)} KB  ${file}`)
console.log(`${totalKb.toFixed(1).padStart(7)} KB  first page of the till (limit ${limitKb} KB)`)
if (totalKb > limitKb) process.exit(1)
