// Takes pictures of pages: node shots.mjs [--base URL] [--out DIR] [--phone PHONE --password WORD] /route /other ...
// Every route in two sizes and two themes, with the accessibility findings and console errors beside it.
import { mkdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium } from 'playwright-core'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    base: { type: 'string', default: 'http://127.0.0.1:5200' },
    out: { type: 'string', default: 'shots' },
    chromium: { type: 'string', default: '/usr/bin/chromium' },
    language: { type: 'string', default: 'zh' },
    phone: { type: 'string' },
    password: { type: 'string' },
    sizes: { type: 'string', default: '1366x768,390x844' },
    themes: { type: 'string', default: 'light,dark' },
    full: { type: 'boolean', default: false },
  },
})

mkdirSync(values.out, { recursive: true })
const browser = await chromium.launch({ executablePath: values.chromium, args: ['--no-sandbox'] })
let findings = 0

for (const size of values.sizes.split(','))
  for (const theme of values.themes.split(',')) {
    const [width = 1366, height = 768] = size.split('x').map(Number)
    const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN' })
    await context.addInitScript(([theme, language]) => {
      localStorage.setItem('shuke.theme', theme)
      localStorage.setItem('shuke.language', language)
    }, /** @type {[string, string]} */ ([theme, values.language]))
    const page = await context.newPage()
    page.on('console', (line) => line.type() === 'error' && console.log(`  console: ${line.text()}`))
    page.on('pageerror', (error) => console.log(`  error: ${error.message}`))
    if (values.phone && values.password) await signIn(page, values.phone, values.password)
    for (const route of positionals) await shoot(page, route, `${size}-${theme}`)
    await context.close()
  }

await browser.close()
console.log(findings === 0 ? 'No accessibility findings.' : `${findings} accessibility findings.`)

/** @param {import('playwright-core').Page} page @param {string} phone @param {string} password */
async function signIn(page, phone, password) {
  await page.goto(values.base + '/login')
  await page.locator('input[autocomplete=username]').fill(phone)
  await page.locator('input[type=password]').fill(password)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname !== '/login')
}

/** @param {import('playwright-core').Page} page @param {string} route @param {string} variant */
async function shoot(page, route, variant) {
  await page.goto(values.base + route, { waitUntil: 'networkidle' })
  const name = route.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'home'
  await page.screenshot({ path: `${values.out}/${name}-${variant}.png`, fullPage: values.full })
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()
  console.log(`${route} ${variant}`)
  for (const violation of violations) {
    findings++
    console.log(`  ${violation.id}: ${violation.help} (${violation.nodes.map((node) => node.target).join('; ')})`)
  }
}
