// What every play of the browser needs: the program itself on an empty folder, a browser, and a count of what agreed.
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

export const root = process.env.ROOT ?? join(dirname(fileURLToPath(import.meta.url)), '../..')
export const program = join(root, 'src/Server/bin/Release/net10.0/Shuke.Server.dll')
const pictures = process.env.KEEP
const desk = { width: 1366, height: 768 }
// LOOKS=all: each picture also in the dark and as on a phone.
const looks = [
  { name: '', size: desk, theme: 'light' },
  ...(process.env.LOOKS === 'all'
    ? [
        { name: '-dark', size: desk, theme: 'dark' },
        { name: '-phone', size: { width: 390, height: 844 }, theme: 'light' },
      ]
    : []),
]

let passed = 0
let failed = 0

export function check(what, actual, expected) {
  if (JSON.stringify(actual) === JSON.stringify(expected)) {
    passed++
    return
  }
  failed++
  console.error(`FAILED: ${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`)
}

export function broke(what, error) {
  failed++
  console.error(`FAILED: ${what}: ${/** @type {Error} */ (error).stack}`)
}

/** The last line that ./test counts. */
export function finish() {
  console.log(`${passed} passed, ${failed} failed`)
  process.exit(failed > 0 ? 1 : 0)
}

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
      server.close(() => done(port))
    })
  })

export async function serve(settings) {
  const url = `http://127.0.0.1:${await freePort()}`
  const child = spawn('dotnet', [
    program,
    'serve',
    '--web',
    join(root, 'web/apps/console/dist'),
    '--url',
    url,
    ...settings,
  ])
  let said = ''
  child.stdout.on('data', (text) => (said += text))
  child.stderr.on('data', (text) => (said += text))
  for (let i = 0; i < 300; i++) {
    if (child.exitCode !== null) throw new Error('The server stopped: ' + said)
    const answer = await fetch(url + '/api/setup').catch(() => null)
    if (answer?.ok) return { url, stop: () => new Promise((done) => (child.once('exit', done), child.kill('SIGTERM'))) }
    await new Promise((done) => setTimeout(done, 200))
  }
  throw new Error('The server did not answer: ' + said)
}

export const verify = (settings) => {
  const run = spawnSync('dotnet', [program, 'verify', ...settings], { encoding: 'utf8' })
  return { code: run.status, text: run.stdout + run.stderr }
}

export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

/** A page of a till in Shanghai, with what a play asks of it: pictures, the faults of its scripts, its own session. */
export async function openPage(browser, label) {
  const context = await browser.newContext({
    viewport: desk,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  /** @type {string[]} */
  const faults = []
  page.on('pageerror', (error) => faults.push(error.message))
  let step = 0
  const picture = async (name) => {
    if (!pictures) return
    mkdirSync(pictures, { recursive: true })
    const place = join(pictures, `${label}-${String(++step).padStart(2, '0')}-${name}`)
    for (const look of looks) {
      await page.setViewportSize(look.size)
      await page.emulateMedia({ colorScheme: /** @type {'light' | 'dark'} */ (look.theme) })
      await page.screenshot({ path: `${place}${look.name}.png` })
    }
    await page.setViewportSize(desk)
    await page.emulateMedia({ colorScheme: 'light' })
  }
  // The page's own session, for looking at what the screens should agree with.
  const ask = (path, body) =>
    page.evaluate(
      async ([path, body]) => {
        const init = body
          ? {
              method: 'POST',
              headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
              body: JSON.stringify(body),
            }
          : {}
        return (await fetch('/api' + path, init)).json()
      },
      [path, body],
    )
  // A price counts only when it is the answer to the present cart.
  const priced = (due) =>
    page.waitForFunction(
      (due) =>
        document.querySelector('.owed:not(.stale)')?.textContent?.includes(due) &&
        document.querySelector('.settle:not(:disabled)'),
      due,
    )
  return { page, faults, picture, ask, priced, close: () => context.close() }
}
