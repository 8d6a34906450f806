// The first day of a shop, played in a real browser against the real program, on SQLite and on PostgreSQL:
// wizard, import of the goods of a real shop, three members, a top-up, a ticket paid from stored value, cash and points,
// a refund of one line, a shift closed with a yuan too little. Then the ledger verifies, and the shift report, the member's
// statement and the ledger agree to the fen.
//
//   node first-day.mjs            TEST_POSTGRES: a server where databases may be created; CHROMIUM: the browser
//   KEEP=dir node first-day.mjs   also keeps a picture of every step
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { broke, check, finish, launch, openPage, program, root, serve, verify } from './shop.mjs'

async function firstDay(browser, url, label) {
  const { page, faults, picture, ask, priced, close } = await openPage(browser, label)

  // The wizard.
  await page.goto(url)
  await page.getByLabel('您的姓名').fill('王小明')
  await page.getByLabel('手机号').fill('13800000001')
  await page.getByLabel('密码').fill('correct-horse-9')
  await picture('wizard')
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByLabel('店铺名称').fill('街角便利店')
  await page.getByText('便利店 / 超市').click()
  await picture('wizard-shop')
  await page.getByRole('button', { name: '开张' }).click()
  await page.getByText('导入商品').first().waitFor()
  await picture('opened')

  // The goods of a real shop.
  await page.goto(url + '/goods/import')
  await page.locator('input[type=file]').setInputFiles(join(root, 'sample/cn-shop-products.csv'))
  await page.getByText('左边是您表里的列').waitFor()
  await picture('import-columns')
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByText('处重复,请您决定').waitFor()
  check('two barcodes are shown for a decision', await page.getByText('同一个条码').count(), 2)
  await picture('import-decide')
  await page.getByRole('button', { name: /都按建议办/ }).click()
  await page.getByText('都决定好了。').waitFor()
  await page.getByRole('button', { name: '开始导入' }).click()
  await page.getByText('导入完成').waitFor({ timeout: 60_000 })
  await picture('import-done')
  const goods = await ask('/goods?limit=200')
  check('nothing of the file is lost', goods.total, 109)
  const soda = (await ask('/goods/find?q=6908512110429')).items[0]
  check('trailing blanks of a barcode are gone', soda?.name, '600ML芬达')

  // The till: shift, three members, a top-up.
  await page.goto(url + '/till')
  await page.getByLabel('备用金').fill('200')
  await page.getByRole('dialog').getByRole('button', { name: '开班' }).click()
  const box = page.getByRole('combobox')
  for (const [phone, name] of [
    ['13911110001', '李雷'],
    ['13911110002', '韩梅梅'],
    ['13911110003', '张三'],
  ]) {
    await box.fill(phone)
    await box.press('Enter')
    await page.getByRole('button', { name: '马上登记' }).click()
    await page.getByLabel('姓名(可不填)').fill(name)
    await page.getByRole('dialog').getByRole('button', { name: '登记', exact: false }).last().click()
    await page.getByLabel('会员', { exact: true }).getByText(name).waitFor()
  }
  await picture('till-member')
  const member = (await ask('/members/find?q=13911110003')).items[0].id
  await page.keyboard.press('F11')
  await page.getByRole('button', { name: /充 500/ }).click()
  await picture('top-up')
  await page.getByRole('button', { name: '收款并充值' }).click()
  await page.getByText('已充值').waitFor()
  await picture('topped-up')
  await page.getByRole('button', { name: '回到收银' }).click()
  check('500 + 50 are on the card', (await ask(`/till/members/${member}`)).storedValue, 55_000)

  // A first ticket in cash brings points: twenty boxes at 10.40.
  const sell = async (text, due) => {
    await box.fill(text)
    await box.press('Enter')
    await priced(due)
  }
  await sell('20*6921682815390', '208.00')
  await page.keyboard.press('F5')
  await page.getByRole('button', { name: '收款完成' }).click()
  await page.getByRole('button', { name: '下一位' }).click()
  const cashOrder = (await ask('/orders')).items[0]
  check('twenty at 10.40 are 208.00', cashOrder.payable, 20_800)

  // The ticket of the day: two goods, 200 points, half of the rest from stored value, half in cash.
  await box.fill('13911110003')
  await box.press('Enter')
  await page.getByLabel('会员', { exact: true }).getByText('张三').waitFor()
  await sell('10*6921168509270', '65.00')
  await sell('5*6921682815390', '117.00')
  await page.getByRole('button', { name: '抵', exact: true }).click()
  await priced('115.00')
  await page.getByRole('button', { name: '为什么?' }).click()
  const why = page.getByText('为什么是这个价')
  await why.waitFor()
  await picture('why')
  await page.keyboard.press('Escape')
  await why.waitFor({ state: 'hidden' })
  const due = 6_500 + 5_200 - 200
  await page.keyboard.press('F8')
  await page.getByLabel('这一笔').fill((due / 200).toFixed(2))
  await page.getByRole('dialog').getByRole('button', { name: '储值', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '现金', exact: true }).click()
  await picture('half-and-half')
  await page.getByRole('dialog').getByRole('button', { name: '结算' }).click()
  await page.getByText('现有余额').waitFor()
  await picture('paid')
  await page.getByRole('button', { name: '下一位' }).click()
  const sold = (await ask('/orders')).items[0]
  const order = await ask('/orders/' + sold.id)
  check('the ticket is 117.00', order.payable, 11_700)
  check(
    'paid with points, stored value and cash',
    order.payments.map((p) => [p.tender, p.amount]),
    [
      ['points', 200],
      ['stored_value', due / 2],
      ['cash', due / 2],
    ],
  )

  // One line comes back.
  await page.keyboard.press('F10')
  await page.getByLabel('扫小票,或输入单号、会员手机号').fill(sold.number)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '都不退' }).click()
  const more = page.getByRole('dialog').getByRole('button', { name: '500G福马蛋黄派 加一' })
  for (let i = 0; i < 5; i++) await more.click()
  await page.getByRole('dialog').getByRole('button', { name: '商品有问题' }).click()
  await picture('refund')
  await page.getByRole('button', { name: '确认退款' }).click()
  await page.getByText('已退款 ¥52.00').waitFor()
  await picture('refunded')
  await page.getByRole('button', { name: '回到收银' }).click()

  // The shift: what should be in the drawer is worked out here by hand, from what was done above.
  const drawer = 20_000 + 50_000 + 20_800 + due / 2 - 5_200
  await page.getByRole('button', { name: '交班' }).click()
  await page.getByRole('button', { name: '直接输入总额' }).click()
  await page.getByLabel('实点现金').fill(((drawer - 100) / 100).toFixed(2))
  await picture('close-shift')
  await page.getByRole('dialog').getByRole('button', { name: '交班' }).click()
  await page.getByText('已交班').waitFor()
  await picture('shift-closed')
  const shift = (await ask('/shifts')).items[0]
  check('the drawer is one yuan short', [shift.expected, shift.counted, shift.difference], [drawer, drawer - 100, -100])

  // Shift report, the member's statement and the ledger agree to the fen.
  const { report } = await ask('/shifts/' + shift.id)
  const by = (tender) => report.methods.find((m) => m.tender === tender)
  check(
    'cash of the report',
    [by('cash').sales, by('cash').refunds, by('cash').topUps],
    [20_800 + due / 2, 5_200, 50_000],
  )
  check('stored value of the report', by('stored_value').sales, due / 2)
  const statement = (await ask(`/ledger/members/${member}/statement?limit=200`)).items
  const held = (await ask('/ledger/members/' + member)).holdings
  const of = (...codes) => {
    const ids = held.filter((one) => codes.includes(one.code)).map((one) => one.assetId)
    return statement.filter((line) => ids.includes(line.assetId))
  }
  const sum = (lines) => lines.reduce((all, line) => all + line.amount, 0)
  const panel = await ask(`/till/members/${member}`)
  check('the statement adds up to the balance', sum(of('principal', 'bonus')), panel.storedValue)
  check('the balance is what was paid in less what was spent', panel.storedValue, 55_000 - due / 2)
  check(
    'stored value of the report is that of the statement',
    -sum(of('principal', 'bonus').filter((line) => line.kind === 'sale')),
    due / 2,
  )
  check('points of the statement', sum(of('points')), panel.points)
  check('no script broke', faults, [])
  await close()
}

async function database() {
  if (!process.env.TEST_POSTGRES) throw new Error('TEST_POSTGRES is not set; ./test starts a PostgreSQL and sets it.')
  const server = process.env.TEST_POSTGRES
  const part = (key) => new RegExp(`${key}=([^;]+)`, 'i').exec(server)?.[1] ?? ''
  const name = 'firstday' + process.pid
  const sql = (text) => {
    const run = spawnSync(
      'psql',
      ['-h', part('host'), '-p', part('port'), '-U', part('username'), '-d', 'postgres', '-qc', text],
      { encoding: 'utf8' },
    )
    if (run.status !== 0) throw new Error(run.stderr)
  }
  const owner = `${server.replace(/Database=[^;]+;?/i, '')};Database=${name}`
  const connection = owner.replace(/Username=[^;]+/i, 'Username=shuke_app')
  // As an operator does it: a database, and a role for the program that owns nothing.
  const prepared = spawnSync(
    'dotnet',
    [program, 'prepare-database', '--database', connection, '--database-owner', owner],
    { encoding: 'utf8' },
  )
  if (prepared.status !== 0) throw new Error(prepared.stdout + prepared.stderr)
  return {
    connection,
    drop: () => sql(`DROP DATABASE ${name} WITH (FORCE)`),
  }
}

async function play(browser, label) {
  const folder = mkdtempSync(join(tmpdir(), 'shuke-first-day-'))
  const postgres = label === 'postgres' ? await database() : null
  const settings = ['--data', folder, ...(postgres ? ['--database', postgres.connection] : [])]
  const server = await serve(settings)
  try {
    await firstDay(browser, server.url, label)
  } finally {
    await server.stop()
  }
  const verified = verify(settings)
  check(`the ledger verifies on ${label}: ${verified.text}`, verified.code, 0)
  postgres?.drop()
  rmSync(folder, { recursive: true })
}

const browser = await launch()
for (const label of (process.env.ON ?? 'sqlite postgres').split(' '))
  try {
    await play(browser, label)
  } catch (error) {
    broke(`first day on ${label}`, error)
  }
await browser.close()
finish()
