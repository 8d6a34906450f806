// Writes src/schema.d.ts from openapi.json, which the server writes at its build. With --check it only compares.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'

const source = new URL('../openapi.json', import.meta.url)
const target = new URL('../src/schema.d.ts', import.meta.url)

if (!existsSync(source)) {
  console.log('openapi.json is not there; the checked-in types stay as they are.')
  process.exit(0)
}

// Keys, versions and approvals travel in headers that send() and write() set; no caller needs to name them.
const document = JSON.parse(readFileSync(source, 'utf8'))
for (const path of Object.values(document.paths))
  for (const operation of Object.values(path))
    if (operation.parameters)
      operation.parameters = operation.parameters.filter((parameter) => parameter.in !== 'header')

const text =
  '// Generated from openapi.json by `npm run generate`.\n' +
  astToString(await openapiTS(document, { defaultNonNullable: false }))
const current = existsSync(target) ? readFileSync(target, 'utf8') : ''

if (process.argv.includes('--check')) {
  if (text !== current) {
    console.error('src/schema.d.ts does not match openapi.json: run `npm run generate` in web/.')
    process.exit(1)
  }
} else {
  writeFileSync(target, text)
}
