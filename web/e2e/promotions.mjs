// The eight most used kinds of promotion, played in a real browser against the real program on SQLite: each is set up in the
// console, tried on the basket beside its form, sold at the till and one piece of it brought back, with a coupon on a
// ticket of its own. Then receipt, order page, day's figures and ledger say the same.
//
//   node promotions.mjs           CHROMIUM: the browser; KEEP=dir: also keeps a picture of every step
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { broke, check, finish, launch, openPage, serve, verify } from './shop.mjs'

const yuan = (fen) => (fen / 100).toFixed(2)
const today = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

/**
 * One kind each on goods of its own, so that each stands alone: what is typed, what the basket of the try-out costs, what
 * the till asks, and what comes back for one piece while the others are kept (paid less what those would have cost).
 */
const plays = [
  {
    kind: '满减',
    goods: { name: '茶叶礼盒', code: 'T1', price: 12_000 },
    fill: async (form) => {
      await form.getByLabel('第 1 档门槛').fill('100')
      await form.getByLabel('第 1 档减').fill('20')
    },
    says: '茶叶礼盒满 100.00 元减 20.00 元',
    tried: { pieces: 1, pay: 10_000 },
    sold: { pieces: 1, pay: 10_000, back: 10_000 },
  },
  {
    kind: '限时折扣',
    goods: { name: '桂花拿铁', code: 'T2', price: 3_000 },
    fill: (form) => form.getByLabel('打几折').fill('8'),
    says: '桂花拿铁 8 折',
    tried: { pieces: 2, pay: 4_800 },
    sold: { pieces: 2, pay: 4_800, back: 2_400 },
  },
  {
    kind: '第 N 件优惠',
    goods: { name: '抹茶蛋糕', code: 'T3', price: 2_000 },
    fill: (form) => form.getByLabel('这一件打几折').fill('5'),
    says: '抹茶蛋糕第 2 件 5 折',
    tried: { pieces: 4, pay: 6_000 },
    // The one that is kept costs its full price.
    sold: { pieces: 2, pay: 3_000, back: 1_000 },
  },
  {
    kind: '买 X 送 Y',
    goods: { name: '黄油饼干', code: 'T4', price: 900 },
    fill: async (form) => {
      await form.getByLabel('买几件').fill('2')
      await form.getByLabel('送几件').fill('1')
    },
    says: '黄油饼干买 2 送 1(价低者)',
    tried: { pieces: 6, pay: 3_600 },
    // Two are kept and were paid: the free one brings nothing.
    sold: { pieces: 3, pay: 1_800, back: 0 },
  },
  {
    kind: 'N 件一口价',
    goods: { name: '橘子汽水', code: 'T5', price: 400 },
    fill: async (form) => {
      await form.getByRole('spinbutton', { name: '几件', exact: true }).fill('3')
      await form.getByLabel('一起多少钱').fill('10')
    },
    says: '橘子汽水 10.00 元 3 件',
    tried: { pieces: 3, pay: 1_000 },
    sold: { pieces: 3, pay: 1_000, back: 200 },
  },
  {
    kind: '特价',
    goods: { name: '陶瓷马克杯', code: 'T6', price: 6_800 },
    isPriced: true,
    fill: (form) => form.getByLabel('陶瓷马克杯的价格').fill('49'),
    says: '特价:陶瓷马克杯 49.00 元',
    tried: { pieces: 2, pay: 9_800 },
    sold: { pieces: 2, pay: 9_800, back: 4_900 },
  },
  {
    kind: '满赠',
    goods: { name: '手冲咖啡豆', code: 'T7', price: 8_000 },
    gift: { name: '香草糖浆', code: 'T9', price: 1_500 },
    fill: async (form) => {
      await form.getByLabel('第 1 档门槛').fill('50')
      await pick(form.getByRole('group', { name: '赠品(任选)' }), '香草糖浆')
    },
    says: '手冲咖啡豆满 50.00 元送 1 件:香草糖浆任选',
    // The basket holds the goods and the gift.
    tried: { pieces: 1, pay: 8_000 },
    sold: { pieces: 2, pay: 16_000, back: 8_000 },
  },
  {
    kind: '会员日',
    goods: { name: '凯撒沙拉', code: 'T8', price: 4_000 },
    fill: async (form) => {
      await form.getByLabel('打几折').fill('9')
      await form.getByRole('button', { name: '不限每月几号' }).click()
      await form.getByLabel('加时间限制…').selectOption({ label: '星期' })
      for (const day of today) {
        const chip = form.getByRole('group', { name: '星期' }).getByRole('button', { name: day })
        const isOn = (await chip.getAttribute('aria-pressed')) === 'true'
        if (isOn !== (day === weekday())) await chip.click()
      }
    },
    says: `会员日(每${weekday()})凯撒沙拉 9 折`,
    asMember: true,
    tried: { pieces: 1, pay: 3_600 },
    sold: { pieces: 2, pay: 7_200, back: 3_600 },
  },
]

function weekday() {
  return today[new Date(new Date().toLocaleString('en-US', { timeZone: 'Asia/Shanghai' })).getDay()]
}

async function pick(place, name) {
  const find = place.getByRole('combobox').first()
  await find.fill(name)
  await place.getByRole('option', { name }).first().waitFor()
  await find.press('Enter')
}

async function setUp(page, ask, url) {
  await page.goto(url)
  await ask('/setup', {
    ownerName: '王小明',
    ownerPhone: '13800000001',
    password: 'correct-horse-9',
    shopName: '街角咖啡',
    template: 'empty',
  })
  const ids = {}
  const all = plays.flatMap(({ goods, gift }) => [goods, ...(gift ? [gift] : [])])
  for (const goods of [...all, { name: '纯净水', code: 'T0', price: 3_000 }])
    ids[goods.name] = (await ask('/goods', goods)).id
  const member = (await ask('/members', { phone: '13911110001', name: '李雷' })).id
  return { ids, member }
}

/** One promotion through its form: sentence and try-out must say what it does before it is started. */
async function write(page, url, play, picture) {
  await page.goto(url + '/promotions?open=new')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp('^' + play.kind) })
    .first()
    .click()
  const form = page.getByRole('dialog', { name: play.kind })
  await form.getByLabel('名称', { exact: true }).fill(play.kind + '活动')
  if (play.isPriced) await pick(form.getByRole('group', { name: '商品和价格' }), play.goods.name)
  else {
    const goods = form.getByRole('group', { name: '哪些商品' })
    await goods.getByRole('button', { name: '指定商品' }).click()
    await pick(goods, play.goods.name)
  }
  await play.fill(form)
  await form.locator('.live', { hasText: play.says }).first().waitFor()
  if (play.asMember) {
    await form.getByText('换个会员、时间或付款方式').click()
    const find = form.getByRole('combobox', { name: '以哪位会员的身份' })
    await find.fill('13911110001')
    await form.getByRole('option', { name: /李雷/ }).waitFor()
    await find.press('Enter')
  }
  const box = form.getByRole('textbox', { name: `${play.goods.name}数量` })
  await box.fill(String(play.tried.pieces))
  await form
    .locator('.pay', { hasText: yuan(play.tried.pay) })
    .waitFor()
    .catch(async () =>
      check(`${play.kind} in the try-out`, await form.locator('.try').innerText(), yuan(play.tried.pay)),
    )
  check(`${play.kind} says what it does`, await form.locator('.live p').first().innerText(), play.says)
  await picture(play.kind)
  await form.getByRole('button', { name: '保存并启用' }).click()
  await form.waitFor({ state: 'hidden' })
}

/** Rules nobody can mean are refused where they were typed, and 100 % off asks the owner. */
async function refuse(page, url, picture) {
  await page.goto(url + '/promotions?open=new-full_reduction')
  const form = page.getByRole('dialog', { name: '满减' })
  await form.getByLabel('第 1 档减').fill('200')
  await form.getByRole('button', { name: '保存并启用' }).click()
  const complaint = form.locator('[data-field=steps]').getByRole('alert')
  await complaint.waitFor()
  check(
    'taking off more than it costs is refused at the steps',
    await complaint.innerText(),
    '满 100.00 元不能减 200.00 元:减的比满的还多。',
  )
  await picture('refused')
  await page.goto(url + '/promotions?open=new-limited_discount')
  const free = page.getByRole('dialog', { name: '限时折扣' })
  await free.getByLabel('打几折').fill('0')
  await free.getByText('启用时要店主确认').waitFor()
  await free.getByRole('button', { name: '保存并启用' }).click()
  await page.getByRole('dialog', { name: '确认可能白送?' }).getByRole('button', { name: '先加限制' }).click()
  check(
    'nothing was started by that',
    (await page.evaluate(async () => (await fetch('/api/promotions')).json())).total,
    0,
  )
}

async function play(browser, url) {
  const { page, faults, picture, ask, priced, close } = await openPage(browser, 'promotions')
  const { ids, member } = await setUp(page, ask, url)
  await refuse(page, url, picture)
  for (const each of plays) await write(page, url, each, picture)
  const started = (await ask('/promotions')).items
  check(
    'eight promotions run',
    started.map((one) => one.phase),
    plays.map(() => 'running'),
  )
  await page.goto(url + '/promotions/calendar')
  await page.getByText('重叠与冲突').waitFor()
  check('nothing meets on the same goods', await page.locator('.overlaps li').count(), 0)
  await picture('calendar')

  // A coupon of five yuan, given to the member.
  const template = await ask('/coupons/templates', {
    name: '满20减5',
    terms: {
      kind: 'threshold_off',
      amount: 500,
      minSpend: 2_000,
      products: [ids['纯净水']],
      validity: { kind: 'days', days: 30 },
    },
  })
  await page.goto(`${url}/coupons?open=${template.id}`)
  await page.getByRole('button', { name: '保存并开始发放' }).click()
  await page.getByRole('button', { name: '发券', exact: true }).click()
  await page.getByText('给 1 位会员每人一张“满20减5”。').waitFor()
  await picture('issue')
  await page.getByRole('button', { name: '现在发' }).click()
  await page.getByText('已发 1 / 1').waitFor()

  // The till: everything on one ticket, the gift chosen from what is offered.
  await page.goto(url + '/till')
  await page.getByLabel('备用金').fill('200')
  await page.getByRole('dialog').getByRole('button', { name: '开班' }).click()
  const box = page.getByRole('combobox')
  await box.fill('13911110001')
  await box.press('Enter')
  await page.getByLabel('会员', { exact: true }).getByText('李雷').waitFor()
  const add = async (code, pieces) => {
    await box.fill(`${pieces}*${code}`)
    await box.press('Enter')
    await page.waitForFunction(() => /** @type {HTMLInputElement} */ (document.querySelector('.scan')).value === '')
  }
  let due = 0
  for (const { goods, sold } of plays) {
    await add(goods.code, sold.pieces)
    due += sold.pay
    await priced(yuan(due))
  }
  await page.keyboard.press('F3')
  const gifts = page.getByRole('dialog', { name: '选赠品和换购' })
  await gifts.getByRole('button', { name: '香草糖浆' }).waitFor()
  await picture('gifts')
  await page.keyboard.press('1')
  await gifts.waitFor({ state: 'hidden' })
  await priced(yuan(due))
  await page.getByRole('button', { name: '为什么?' }).click()
  const why = page.getByRole('dialog', { name: '为什么是这个价' })
  for (const { says } of plays) await why.getByText(says).first().waitFor()
  await picture('why')
  await page.keyboard.press('Escape')
  await page.keyboard.press('F5')
  await page.getByRole('button', { name: '收款完成' }).click()
  await page.getByRole('button', { name: '下一位' }).click()
  const number = (await ask('/orders')).items[0].number

  // The coupon is taken by itself, can be left out, and is used by the sale.
  await box.fill('13911110001')
  await box.press('Enter')
  await page.getByLabel('会员', { exact: true }).getByText('李雷').waitFor()
  await add('T0', 1)
  await priced('25.00')
  const coupon = page.getByRole('region', { name: '优惠券' })
  await coupon.getByRole('button', { name: '不用' }).click()
  await priced('30.00')
  await coupon.getByRole('button', { name: '用', exact: true }).click()
  await priced('25.00')
  await picture('coupon')
  await page.keyboard.press('F5')
  await page.getByRole('button', { name: '收款完成' }).click()
  await page.getByRole('button', { name: '下一位' }).click()
  check(
    'the coupon is used',
    (await ask(`/members/${member}/coupons`)).coupons.map((one) => one.state),
    ['used'],
  )

  // One piece of each line comes back, and the gift.
  const back = plays.reduce((sum, { sold }) => sum + sold.back, 0)
  await page.keyboard.press('F10')
  await page.getByLabel('扫小票,或输入单号、会员手机号').fill(number)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '都不退' }).click()
  for (const { goods } of plays)
    await page
      .getByRole('dialog')
      .getByRole('button', { name: `${goods.name} 加一` })
      .click()
  await page.getByRole('dialog').getByRole('button', { name: '商品有问题' }).click()
  await page.getByText(yuan(back)).first().waitFor()
  await picture('refund')
  await page.getByRole('button', { name: '确认退款' }).click()
  await page.getByText(`已退款 ¥${yuan(back)}`).waitFor()
  await page.getByRole('button', { name: '回到收银' }).click()

  // Order page, receipt, the day's figures and the ledger say the same.
  const sold = (await ask('/orders')).items
  const [withCoupon, ticket] = await Promise.all(sold.map((row) => ask('/orders/' + row.id)))
  check('the ticket', [ticket.payable, ticket.refunded], [due, back])
  check(
    'the ticket with the coupon',
    [withCoupon.payable, withCoupon.applied.map((one) => [one.isCoupon, one.amount])],
    [2_500, [[true, 500]]],
  )
  const linesOf = (name) => ticket.lines.find((line) => line.name === name)
  for (const { kind, goods, sold } of plays) check(`${kind} on the ticket`, linesOf(goods.name).net, sold.pay)
  check(
    'what came back adds up over the lines, each of which lost its piece',
    [
      ticket.lines.reduce((sum, line) => sum + line.refunded, 0),
      ticket.lines.filter((line) => line.returned > 0).length,
    ],
    [back, plays.length],
  )
  check('the gift was free', linesOf('香草糖浆').net, 0)
  check(
    'what applied adds up to what was saved',
    ticket.applied.reduce((sum, one) => sum + one.amount, 0),
    ticket.discount,
  )
  await page.goto(`${url}/orders?open=${ticket.id}`)
  const drawer = page.getByRole('dialog', { name: number })
  await drawer.getByText('促销与券').waitFor()
  for (const { kind } of plays)
    await drawer
      .getByText(kind + '活动')
      .first()
      .waitFor()
  check('the order page says what is payable', (await drawer.locator('.strong').innerText()).includes(yuan(due)), true)
  await picture('order')
  const receipt = (await ask(`/orders/${ticket.id}/receipt/text?width=80`)).text
  check('the receipt says it too', receipt.includes(yuan(due)), true)
  const { today: day } = await ask('/home')
  check('the day', [day.turnover, day.refunds, day.tickets], [due + 2_500 - back, back, 2])
  const used = (await ask('/promotions')).items
  check(
    'every promotion counts its ticket',
    used.map((one) => one.tickets),
    plays.map(() => 1),
  )
  check(
    'and what it gave',
    used.reduce((sum, one) => sum + one.discount, 0),
    ticket.discount,
  )
  check('no script broke', faults, [])
  await close()
}

const browser = await launch()
const folder = mkdtempSync(join(tmpdir(), 'shuke-promotions-'))
const settings = ['--data', folder]
const server = await serve(settings)
try {
  await play(browser, server.url)
} catch (error) {
  broke('promotions', error)
} finally {
  await server.stop()
}
const verified = verify(settings)
check(`the ledger verifies: ${verified.text}`, verified.code, 0)
rmSync(folder, { recursive: true })
await browser.close()
finish()
